/* test_sheet.c: the sheet's functions against the nearest doubles of their true values, worked with
 * Python's decimal module at 900 digits, and their gates against the sheet. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "cnncalc.h"
#include "doubles.h"
#include "templates.h"
#include <float.h>
#include <stdio.h>
#include <string.h>

#define LEAST 0x1p-1074 /* the least subnormal */

struct list {
    cnn_item items[CNN_SHEET_ITEMS];
    cnn_trace trace;
};

static cnn_trace *start(struct list *list) {
    list->trace = (cnn_trace){.items = list->items, .capacity = CNN_SHEET_ITEMS};
    return &list->trace;
}

static double real_of(const cnn_trace *trace, const char *name) {
    const cnn_item *item = named_item(trace, name);
    assert_int_equal(item->kind, CNN_REAL);
    return item->real;
}

/* Among the items of a name its sum is the last. */
static const cnn_item *last_item(const cnn_trace *trace, const char *name) {
    size_t i = trace->count - 1;
    while (strcmp(trace->items[i].name, name) != 0)
        i--;
    return &trace->items[i];
}

static void check_real(const cnn_trace *trace, const char *name, double right, double x, double y) {
    const double got = real_of(trace, name);
    if (!(got == right))
        fail_msg("at x = %.17g, y = %.17g: %s is %.17g, not %.17g", x, y, name, got, right);
}

/* ---- The sigmoid --------------------------------------------------------------------------- */

static void sigmoids(void **state) {
    (void)state;
    static const struct {
        double x, out, fx;
    } table[] = {
        {0, 0.5, 0.25},
        {2, 0.8807970779778824, 0.10499358540350652},
        {-2, 0.11920292202211756, 0.10499358540350652},
        {1, 0.7310585786300049, 0.19661193324148185},
        {-1, 0.2689414213699951, 0.19661193324148185},
        {0.5, 0.6224593312018546, 0.2350037122015945},
        {-0.5, 0.37754066879814546, 0.2350037122015945},
        {1e-300, 0.5, 0.25},
        {-1e-300, 0.5, 0.25},
        {1e-17, 0.5, 0.25},
        {2.220446049250313e-16, 0.5, 0.25},
        {-2.220446049250313e-16, 0.49999999999999994, 0.25},
        {5, 0.9933071490757152, 0.006648056670790155},
        {-5, 0.0066928509242848554, 0.006648056670790155},
        {10, 0.9999546021312976, 4.5395807735951673e-05},
        {20, 0.9999999979388464, 2.061153613941849e-09},
        {-20, 2.0611536181902037e-09, 2.061153613941849e-09},
        {30, 0.9999999999999064, 9.357622968838423e-14},
        {36, 0.9999999999999998, 2.319522830243568e-16},
        {-36, 2.3195228302435686e-16, 2.319522830243568e-16},
        {36.7, 0.9999999999999999, 1.1518409493076095e-16},
        {36.74, 0.9999999999999999, 1.1066766196779385e-16},
        {37, 0.9999999999999999, 8.533047625744065e-17},
        {-37, 8.533047625744065e-17, 8.533047625744065e-17},
        {37.5, 1.0, 5.175555005801868e-17},
        {40, 1.0, 4.248354255291589e-18},
        {-40, 4.248354255291589e-18, 4.248354255291589e-18},
        {100, 1.0, 3.720075976020836e-44},
        {-100, 3.720075976020836e-44, 3.720075976020836e-44},
        {400, 1.0, 1.9151695967140057e-174},
        {-400, 1.9151695967140057e-174, 1.9151695967140057e-174},
        {700, 1.0, 9.85967654375977e-305},
        {-700, 9.85967654375977e-305, 9.85967654375977e-305},
        {708.4, 1.0, 2.217119081664265e-308},
        {-708.4, 2.217119081664265e-308, 2.217119081664265e-308},
        {709.78, 1.0, 5.577796105262746e-309},
        {-709.78, 5.577796105262746e-309, 5.577796105262746e-309},
        {-709.79, 5.522296106702186e-309, 5.522296106702186e-309},
        {-710, 4.47628622567513e-309, 4.47628622567513e-309},
        {-720.5, 1.2326102893e-313, 1.2326102893e-313},
        {740, 1.0, 4.2e-322},
        {-740, 4.2e-322, 4.2e-322},
        {744.44, 1.0, 5e-324},
        {-744.44, 5e-324, 5e-324},
        {745, 1.0, 5e-324},
        {-745, 5e-324, 5e-324},
        {745.13, 1.0, 5e-324},
        {-745.13, 5e-324, 5e-324},
        {-745.1332, 5e-324, 5e-324},
        {745.1332, 1.0, 5e-324},
        {-745.1333, 0.0, 0.0},
        {745.1333, 1.0, 0.0},
        {-745.14, 0.0, 0.0},
        {-746, 0.0, 0.0},
        {-799.9, 0.0, 0.0},
        {-800, 0.0, 0.0},
        {800, 1.0, 0.0},
        {-1000, 0.0, 0.0},
        {1000, 1.0, 0.0},
        {1e308, 1.0, 0.0},
        {-1e308, 0.0, 0.0},
        {1.7976931348623157e308, 1.0, 0.0},
        {-1.7976931348623157e308, 0.0, 0.0},
        /* 1/2 + x/4, or 1/4 - x^2/16, is in the middle of two doubles: the next term decides. */
        {0x1p-52, 0.5, 0.25},
        {0x3p-52, 0.5000000000000001, 0.25},
        {0x7p-52, 0.5000000000000003, 0.25},
        {-0x1p-53, 0.5, 0.25},
        {-0x3p-53, 0.49999999999999994, 0.25},
        {0x1p-26, 0.5000000037252903, 0.25},
        {0x3p-26, 0.5000000111758709, 0.2499999999999999},
        {0x5p-27, 0.5000000093132257, 0.24999999999999992},
        {-745.1332191019411, 5e-324, 5e-324},
        {-745.1332191019412, 0.0, 0.0},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct list list;
        cnn_trace *trace = start(&list);
        assert_int_equal(cnn_sigmoid(table[i].x, trace).code, CNN_OK);
        check_real(trace, "out", table[i].out, table[i].x, 0);
        check_real(trace, "fx", table[i].fx, table[i].x, 0);
        assert_false(signbit(real_of(trace, "out")));
        assert_false(signbit(real_of(trace, "fx")));
    }
}

/* The derivative is even, and what is not above is below, to the last place of the larger. */
static void sigmoid_is_symmetric(void **state) {
    (void)state;
    for (int i = 0; i < 20000; i++) {
        const double x = ldexp((double)(random_word() >> 11), -43 - random_below(30));
        struct list above, below;
        cnn_sigmoid(x, start(&above));
        cnn_sigmoid(-x, start(&below));
        assert_true(real_of(&above.trace, "fx") == real_of(&below.trace, "fx"));
        const double sum = real_of(&above.trace, "out") + real_of(&below.trace, "out");
        assert_true(fabs(sum - 1) <= DBL_EPSILON);
    }
}

/* ---- The complex layer --------------------------------------------------------------------- */

static void complexes(void **state) {
    (void)state;
    static const struct {
        double x, y, out, fx, fy;
    } table[] = {
        {2, 4, 0.6105220112458076, 0.4403985389889396, 0.018194001924828396},
        {1, 1, 0.0, 0.7444483835627034, 0.0},
        {1, 4, 0.0, 0.8807970779901149, 0.0},
        {3, 1, 0.8031500286017835, 0.2436854972389876, 0.10799943207180895},
        {0.5, 0.5, -0.6350289062105249, 2.1738772609167176, 0.19328310989055233},
        {0.1, 0.1, -2.6114302340705042, 11.853139123739178, -1.2289396848263554},
        {10, 10, 2.209076604248334, 0.09593897793266251, 0.014184568533134077},
        {2.718281828459045, 1, 0.7310593023353976, 0.26893630572510807, 0.09830068205669686},
        {0.25, 9, -1.3205481405626427, 3.810296507289733, -0.010438024773199253},
        {2, 2000, 0.6931471805599453, 0.5, 2.931168546818367e-22},
        {2, 560000, 0.6931471805599453, 0.5, 0.0},
        {0.5, 560000, -0.6931471805599453, 2.0, -0.0},
        {2, 550000, 0.6931471805599453, 0.5, 0.0},
        {2, 600000, 0.6931471805599453, 0.5, 0.0},
        {2, 1e6, 0.6931471805599453, 0.5, 0.0},
        {3, 1e300, 1.0986122886681098, 0.3333333333333333, 0.0},
        {3, 1.7976931348623157e308, 1.0986122886681098, 0.3333333333333333, 0.0},
        {0.3, 1.7976931348623157e308, -1.2039728043259361, 3.3333333333333335, 0.0},
        {1e-300, 4, -608.4331349814973, 8.807971770985355e+299, -18.131204125246427},
        {1e-300, 1e-300, -690.7755278982137, 9.999999999999999e+299, -1.7269388197455341e+152},
        {1e-200, 1, -460.51701859880916, 1e+200, 185.7781523205543},
        {1e-60, 1, -138.15510557964274, 1e+60, 55.73344569616629},
        {1e-61, 1, -140.4576906726368, 1e+61, 56.662336457769065},
        {5e-308, 0.5, -842.9993269022523, 2.3827447368267495e+307, 172.2328984703527},
        {6e-309, 1, -709.7070342659321, 1.6666666666666664e+308, 286.3044278276454},
        {6e-309, 40, -708.43768195726, 1.663685736396885e+308, -0.10017162741590217},
        {7e-309, 1e-10, -709.5564313505228, 1.4285785714285716e+308, -17738822.08920908},
        {1e-5, 1e-5, -11.531128980994936, 100158.11396183792, -910.1741687839655},
        {1e308, 1e308, 709.1962086421661, 1e-308, 0.0},
        {1.7976931348623157e308, 1.7976931348623157e308, 709.782712893384, 5.562684646268003e-309,
         0.0},
        {1e308, 2, 570.4984809531552, 8.044296825069567e-309, 39.44686008458477},
        {1e300, 4, 608.4330665113758, 8.807970779778823e-301, 18.13174984575835},
        {1.7976931348623157e308, 560000, 709.782712893384, 5.562684646268003e-309, 0.0},
        {6e307, 1, 518.0905288052921, 1.218430964383342e-308, 69.66800160761383},
        {2e307, 550000, 707.5867707297319, 5.000000000000001e-308, 4e-323},
        {0.9999999999999999, 4, -9.778811960071853e-17, 0.880797077990115, -2.91415738528273e-18},
        {1.0000000000000002, 4, 1.9557623920143702e-16, 0.8807970779901148, 5.828314770565459e-18},
        {1.0000000000000002, 1e-3, 1.5418318784681532e-16, 0.6943793473337124,
         1.1167597926171877e-15},
        {0.9999999999999999, 0.01, -7.92993555978774e-17, 0.7142650966426423,
         -1.4589400757519004e-16},
        {1.00000001, 0.3, 7.50519904829663e-09, 0.7505199025985918, -5.294745453200464e-10},
        {0.999999, 2, -8.045293599000071e-07, 0.8045297627375383, -5.5033168895812835e-08},
        {1.0000000000000002, 560000, 2.2204460492503128e-16, 0.9999999999999998, 0.0},
        {1.0000000000000002, 500000, 2.2204460492503128e-16, 0.9999999999999998, 0.0},
        {14, 14, 2.577922500738008, 0.0697738997235544, 0.007980235722124814},
        {13, 14, 2.5055312696892313, 0.07514112277921242, 0.007756140898553253},
        {13.999, 14, 2.577852724346241, 0.06977888392954935, 0.00798001972181682},
        {27, 0.5, 2.207424805702973, 0.024805983308394702, 0.5154642602847122},
        {27.2, 0.1, 1.9105960762782679, 0.021264877049276147, 1.2736048144438672},
        {27.5, 0.5, 2.219714353246194, 0.02435496543006025, 0.5183340398202297},
        {1, 26, 0.0, 0.9939342900990756, 0.0},
        {20, 7, 2.797260940695629, 0.046687432074447276, 0.03502262980197224},
        {0.5, 1e-200, -0.6164853737818836, 2.048712566573316, -1.541213434454709e+99},
        {2, 1e-250, 0.35292130700791274, 0.22918804281042318, 8.823032675197819e+123},
        {0.4, 1e-280, -0.8485510939640102, 2.62750431862931, -2.1213777349100254e+139},
        {2, 0.001, 0.3584752706597398, 0.23288309347962335, 2.763488021085388},
        {0.7, 0.33, -0.3071865214360768, 1.3930757473739825, 0.06640800747653386},
        {0.01, 5, -4.160504134454048, 90.34419937697672, -0.08982955480431215},
        {5, 0.01, 0.8449214075780719, 0.10499583739072994, 2.0067762676144896},
        /* fy lies between two subnormals, almost half way: a second rounding would tell. */
        {2.97, 492424, 1.0885619528146082, 0.33670033670033667, 1.3567318240063207e-308},
        {5.95, 493024, 1.7833912195575383, 0.1680672268907563, 1.448812062998701e-308},
        {8.99, 493244, 2.196112848483529, 0.11123470522803114, 1.5250853113447477e-308},
        {6.36, 492780, 1.8500283773520307, 0.15723270440251572, 1.7886257935855744e-308},
        /* The doubles next to zeros of fy. */
        {0.3, 0.19912770326047138, -1.3063436958133667, 4.187988500614709, -5.1881415821287115e-17},
        {0.3, 0.1991277032604714, -1.3063436958133667, 4.187988500614709, 2.16321523366344e-17},
        {0.3, 1.6532638918578968, -0.9640152898330961, 2.750168517888307, 1.1820658073545184e-17},
        {0.3, 1.653263891857897, -0.9640152898330961, 2.750168517888307, -3.690993967231194e-17},
        {0.001, 0.3304284025585089, -8.380413173244666, 1215.8141785588675, -2.69025639074572e-16},
        {0.7, 1.1426346123201148, -0.27440977204230615, 1.1318874104814907, -6.868374960115721e-18},
        /* (1 + sqrt(y)/2)/x is in the middle of two doubles, with 1/x a power of two, and nearly in
         * the middle itself: what decides is 2^-160 and 2^-323 of it. */
        {0x1p-100, 0x9p-104, -69.31471805599456, 1.2676506002282297e+30, -2.6013811534022332e+16},
        {0x1p-100, 0x1p-104, -69.31471805599453, 1.2676506002282294e+30, -7.804143460206699e+16},
        {0x1.ffffff8000001p-201, 0x1p-210, -138.62943612689023, 1.606938068204233e+60,
         -1.405869503324427e+33},
        /* ln 1 is 0, and f does not depend on y there; fx is c(1 + E). */
        {1, 1e-300, 0, 0.6839397205857212, 0},
        {1, 560000, 0, 1, 0},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct list list;
        cnn_trace *trace = start(&list);
        assert_int_equal(cnn_complex(table[i].x, table[i].y, trace).code, CNN_OK);
        check_real(trace, "out", table[i].out, table[i].x, table[i].y);
        check_real(trace, "fx", table[i].fx, table[i].x, table[i].y);
        check_real(trace, "fy", table[i].fy, table[i].x, table[i].y);
    }
}

static void complex_errors(void **state) {
    (void)state;
    static const struct {
        double x, y;
        cnn_code code;
        const char *field;
    } table[] = {
        {0, 4, CNN_DOMAIN, "x"},
        {-0.0, 4, CNN_DOMAIN, "x"},
        {-2, 4, CNN_DOMAIN, "x"},
        {-LEAST, 4, CNN_DOMAIN, "x"},
        {2, 0, CNN_DOMAIN, "y"},
        {2, -0.0, CNN_DOMAIN, "y"},
        {2, -4, CNN_DOMAIN, "y"},
        {2, -LEAST, CNN_DOMAIN, "y"},
        {-2, -4, CNN_DOMAIN, "x"},
        {0, 0, CNN_DOMAIN, "x"},
        /* fx is about c/x. */
        {LEAST, 4, CNN_OVERFLOW, "fx"},
        {LEAST, LEAST, CNN_OVERFLOW, "fx"},
        {1e-310, 1, CNN_OVERFLOW, "fx"},
        {4.5e-309, 1e-10, CNN_OVERFLOW, "fx"},
        {5.562684646268003e-309, 1.0, CNN_OVERFLOW, "fx"},
        {5.56268464626801e-309, 1.0, CNN_OK, NULL},
        {4.89959693352222e-309, 4.0, CNN_OVERFLOW, "fx"},
        {4.899596933522226e-309, 4.0, CNN_OK, NULL},
        {5.562712459691234e-309, 1e-10, CNN_OVERFLOW, "fx"},
        {5.56271245969124e-309, 1e-10, CNN_OK, NULL},
        {5.562684646268003e-309, 100000.0, CNN_OVERFLOW, "fx"},
        {5.56268464626801e-309, 100000.0, CNN_OK, NULL},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        for (int working = 0; working < 2; working++) {
            struct list list;
            cnn_trace *trace = start(&list);
            trace->working = working;
            const cnn_error error = cnn_complex(table[i].x, table[i].y, trace);
            assert_int_equal(error.code, table[i].code);
            if (error.code == CNN_OK) {
                assert_true(isfinite(real_of(trace, "fx")));
                continue;
            }
            assert_string_equal(error.field, table[i].field);
            assert_null(cnn_find(trace, "out")); /* no part of an answer that there is not */
            assert_true(!working || real_of(trace, "x") == table[i].x);
            assert_true(!working || real_of(trace, "y") == table[i].y);
            double values[3];
            assert_int_equal(cnn_complex_values(table[i].x, table[i].y, values),
                             error.code == CNN_DOMAIN ? CNN_DOMAIN : CNN_OK);
        }
}

/* ---- Gates --------------------------------------------------------------------------------- */

struct gate {
    cnn_role role;
    const char *name;
    double value;
    const char *gate;
};

static void check_gates(const cnn_trace *trace, const struct gate *table, size_t count) {
    assert_int_equal(trace->count, count);
    for (size_t i = 0; i < count; i++) {
        const cnn_item *item = &trace->items[i];
        assert_string_equal(item->name, table[i].name);
        assert_int_equal(item->role, table[i].role);
        assert_int_equal(item->kind, CNN_REAL);
        if (!(fabs(item->real - table[i].value) <= 1e-14 * fabs(table[i].value)))
            fail_msg("%s is %.17g, not %.17g", item->name, item->real, table[i].value);
        if (table[i].gate == NULL)
            assert_null(item->gate);
        else
            assert_string_equal(item->gate, table[i].gate);
    }
}

/* In the sheet's order, with its numbers. */
static void sigmoid_gates(void **state) {
    (void)state;
    static const struct gate table[] = {
        {CNN_GIVEN, "x", 2, NULL},
        {CNN_RESULT, "out", 0.8807970779778824, NULL},
        {CNN_RESULT, "fx", 0.10499358540350652, NULL},
        {CNN_FORWARD, "a", -2, NULL},
        {CNN_FORWARD, "b", 0.1353352832366127, NULL},
        {CNN_FORWARD, "c", 1.1353352832366128, NULL},
        {CNN_FORWARD, "f", 0.8807970779778823, NULL},
        {CNN_STEP, "1 - f", 0.11920292202211755, NULL},
        {CNN_RESULT, "ff", 1, NULL},
        {CNN_BACKWARD, "fc", -0.7758034925743758, "f"},
        {CNN_BACKWARD, "fb", -0.7758034925743758, "c"},
        {CNN_BACKWARD, "fa", -0.1049935854035065, "b"},
        {CNN_BACKWARD, "fx", 0.1049935854035065, "a"},
    };
    struct list list;
    cnn_trace *trace = start(&list);
    trace->working = true;
    assert_int_equal(cnn_sigmoid(2, trace).code, CNN_OK);
    check_gates(trace, table, COUNT(table));
}

static void complex_gates(void **state) {
    (void)state;
    static const struct gate table[] = {
        {CNN_GIVEN, "x", 2, NULL},
        {CNN_GIVEN, "y", 4, NULL},
        {CNN_RESULT, "out", 0.6105220112458076, NULL},
        {CNN_RESULT, "fx", 0.4403985389889396, NULL},
        {CNN_RESULT, "fy", 0.018194001924828396, NULL},
        {CNN_FORWARD, "a", 0.6931471805599453, NULL},
        {CNN_FORWARD, "b", 2, NULL},
        {CNN_FORWARD, "c", 0.8807970779778823, NULL},
        {CNN_FORWARD, "d", 0.6105220112458074, NULL},
        {CNN_FORWARD, "g", 6, NULL},
        {CNN_FORWARD, "h", 36, NULL},
        {CNN_FORWARD, "i", 0.9999999999999998, NULL},
        {CNN_FORWARD, "j", 1.0000000000000002, NULL},
        {CNN_FORWARD, "f", 0.6105220112458075, NULL},
        {CNN_STEP, "1 - i", 2.319522830243569e-16, NULL},
        {CNN_RESULT, "ff", 1, NULL},
        {CNN_BACKWARD, "fd", 1.0000000000000002, "f"},
        {CNN_BACKWARD, "fj", 0.6105220112458074, "f"},
        {CNN_BACKWARD, "fi", -0.6105220112458076, "j"},
        {CNN_BACKWARD, "fh", -1.4161197434508715e-16, "i"},
        {CNN_BACKWARD, "fg", -1.6993436921410457e-15, "h"},
        {CNN_BACKWARD, "fx_1", -1.6993436921410457e-15, "g"},
        {CNN_BACKWARD, "fy_1", -1.6993436921410457e-15, "g"},
        {CNN_BACKWARD, "fa", 0.8807970779778825, "d"},
        {CNN_BACKWARD, "fc", 0.6931471805599454, "d"},
        {CNN_BACKWARD, "fx_2", 0.44039853898894127, "a"},
        {CNN_BACKWARD, "fb", 0.07277600769932037, "c"},
        {CNN_BACKWARD, "fy_2", 0.018194001924830092, "b"},
        {CNN_SUM, "fx", 0.44039853898893955, NULL},
        {CNN_SUM, "fy", 0.018194001924828392, NULL},
    };
    struct list list;
    cnn_trace *trace = start(&list);
    trace->working = true;
    assert_int_equal(cnn_complex(2, 4, trace).code, CNN_OK);
    check_gates(trace, table, COUNT(table));
    for (const char *letter = "xy"; *letter != '\0'; letter++) {
        const char sum[] = {'f', *letter, '\0'};
        size_t part = last_item(trace, sum)->part;
        for (const char *number = "12"; *number != '\0'; number++) {
            const char name[] = {'f', *letter, '_', *number, '\0'};
            assert_string_equal(trace->items[part].name, name);
            part = trace->items[part].part;
        }
        assert_int_equal(part, 0);
    }
}

/* Each line of working is true of its numbers, and each gradient is its upstream times its local
 * one: the upstream is the gradient of the gate that it leaves. */
static void check_working(const cnn_trace *trace) {
    for (size_t i = 0; i < trace->count; i++) {
        const cnn_item *item = &trace->items[i];
        if (item->note != NULL)
            check_note(trace, item->note);
        if (item->role != CNN_BACKWARD) {
            assert_true(item->formula != NULL || item->role < CNN_FORWARD);
            if (item->formula != NULL)
                check_chain(trace, item, 0, item->real, 1e-14);
            continue;
        }
        char upstream[16];
        snprintf(upstream, sizeof upstream, "f%s", item->gate);
        assert_true(item->upstream == real_of(trace, upstream));
        assert_true(item->real == item->upstream * item->local);
        assert_non_null(item->formula);
        check_chain(trace, item, 0, item->local, 1e-14);
    }
}

static void working_is_true(void **state) {
    (void)state;
    static const double xs[] = {2, 0.5, 0.01, 1.25, 3.5}, ys[] = {4, 0.25, 0.001, 1.5, 0.75};
    for (size_t i = 0; i < COUNT(xs); i++) {
        struct list list;
        cnn_trace *trace = start(&list);
        trace->working = true;
        assert_int_equal(cnn_sigmoid(xs[i], trace).code, CNN_OK);
        check_working(trace);
        assert_int_equal(cnn_sigmoid(-xs[i], trace).code, CNN_OK);
        check_working(trace);
        for (size_t j = 0; j < COUNT(ys); j++) {
            assert_int_equal(cnn_complex(xs[i], ys[j], trace).code, CNN_OK);
            check_working(trace);
        }
        assert_int_equal(cnn_descend(xs[i], ys[i], 0.125, trace).code, CNN_OK);
        check_working(trace);
    }
}

/* What the gates make of the doubles' edges, beside the true answer. */
static void gates_leave_the_doubles(void **state) {
    (void)state;
    struct list list;
    cnn_trace *trace = start(&list);
    assert_int_equal(cnn_sigmoid(-400, trace).code, CNN_OK);
    assert_true(trace->items[trace->count - 1].real == 0);
    assert_int_equal(cnn_sigmoid(-1000, trace).code, CNN_OK);
    assert_true(real_of(trace, "b") == INFINITY);
    assert_true(isnan(real_of(trace, "fa")));
    trace->working = true;
    assert_int_equal(cnn_sigmoid(40, trace).code, CNN_OK);
    assert_true(real_of(trace, "f") == 1);
    assert_true(fabs(real_of(trace, "1 - f") - 4.248354255291589e-18) < 1e-30);
}

/* Without working, names alone say what is worked out. */
static void headlines_alone(void **state) {
    (void)state;
    static const char *const names[] = {"out", "fx", "fy"};
    struct list list;
    cnn_trace *trace = start(&list);
    trace->names = names;
    trace->name_count = 3;
    assert_int_equal(cnn_complex(2, 4, trace).code, CNN_OK);
    assert_int_equal(trace->count, 3);
    trace->name_count = 2;
    assert_int_equal(cnn_sigmoid(2, trace).code, CNN_OK);
    assert_int_equal(trace->count, 2);
    assert_true(real_of(trace, "fx") == 0.10499358540350652);
    start(&list);
    assert_int_equal(cnn_sigmoid(2, trace).code, CNN_OK);
    assert_null(cnn_find(trace, "x"));
    assert_null(cnn_find(trace, "1 - f"));
}

/* ---- Descent ------------------------------------------------------------------------------- */

/* The nearest double to x - s*g, worked with Python's fractions; and whether a product that is
 * rounded before the difference is would end elsewhere. */
static void steps(void **state) {
    (void)state;
    static const struct {
        double x, g, s, next;
        bool otherwise;
    } table[] = {
        {2.0, 0.1, 0.2, 1.98, false},
        {2.0, 0.1, 0.1, 1.99, false},
        {1.0, 1.0, 1.0, 0.0, false},
        {0.0, 3.0, 0.1, -0.30000000000000004, false},
        {1.0, -2.0, 0.5, 2.0, false},
        {5.0, 0.001, 10.0, 4.99, false},
        {1.0, 0.1, 10.0, -5.551115123125783e-17, true},
        {0.3, 0.1, 3.0, -2.7755575615628914e-17, true},
        {1e+16, 1.1, 1.0, 9999999999999998.0, false},
        {-1e+16, -0.7, 1.3, -1e+16, false},
        {1.0, 0.3333333333333333, 3.0, 5.551115123125783e-17, true},
        {0.1, 0.3333333333333333, 0.3, 1.4802973661668754e-17, true},
        {1e-300, 1e-200, 1e-100, 2.296693e-317, true},
        {1e+308, 1e+308, 1.5, -5e+307, false},
        {1.5e+308, 1e+308, 3.0, -1.5e+308, true},
        {1.7976931348623157e+308, 1e+200, 1e+100, 1.7976931248623157e+308, false},
        {0.0, 1e-200, 1e-123, -1e-323, false},
        {5e-324, 0.5, 5e-324, 0.0, true},
        {5e-324, -0.5, 5e-324, 1e-323, true},
        {0.0, 0.5, 5e-324, -0.0, false},
        {0.0, 0.75, 5e-324, -5e-324, false},
        {1e-323, 1.5, 5e-324, 0.0, false},
        {-1.192, -2.814, 0.395, -0.08046999999999987, true},
        {2.574, 2.138, 0.9397, 0.5649214, true},
        {1.028, -2.021, 0.3819, 1.7998199, true},
        {0.042, -0.413, 0.1449, 0.1018437, true},
        {-2.064, -2.972, 0.6758, -0.0555224000000002, true},
        {-2.252, -2.589, 0.8396, -0.07827559999999978, true},
        {2.017, 2.714, 0.0546, 1.8688155999999998, true},
        {-0.887, 1.309, 0.1086, -1.0291574, true},
        {1.819, 2.347, 0.7046, 0.16530379999999995, true},
        {-0.841, -1.6, 0.0017, -0.83828, true},
        {2.15, 0.607, 0.6038, 1.7834934, true},
        {-0.378, 1.541, 0.0285, -0.42191850000000003, true},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct list list;
        cnn_trace *trace = start(&list);
        assert_int_equal(cnn_descend(table[i].x, table[i].g, table[i].s, trace).code, CNN_OK);
        assert_int_equal(trace->count, 1);
        check_real(trace, "x", table[i].next, table[i].x, table[i].g);
        const volatile double product =
            table[i].s * table[i].g; /* rounded, whatever the compiler */
        assert_true((table[i].x - product != table[i].next) == table[i].otherwise);
    }
}

static void step_errors(void **state) {
    (void)state;
    static const struct {
        double x, g, s;
        cnn_code code;
    } table[] = {
        {1.7e308, -1e308, 1, CNN_OVERFLOW},
        {-1.7e308, 1e308, 1, CNN_OVERFLOW},
        {0, 1e308, 10, CNN_OVERFLOW},
        /* Half a step beyond the largest double is too far; a little less is not. */
        {DBL_MAX, -0x1p970, 1, CNN_OVERFLOW},
        {DBL_MAX, -0x1.fffffffffffffp969, 1, CNN_OK},
        {-DBL_MAX, 0x1p970, 1, CNN_OVERFLOW},
        {-DBL_MAX, 0x1.fffffffffffffp969, 1, CNN_OK},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct list list;
        const cnn_error error = cnn_descend(table[i].x, table[i].g, table[i].s, start(&list));
        assert_int_equal(error.code, table[i].code);
        if (error.code == CNN_OVERFLOW)
            assert_string_equal(error.field, "x");
        else
            assert_true(real_of(&list.trace, "x") == table[i].x);
    }
}

static void step_items(void **state) {
    (void)state;
    static const struct {
        cnn_role role;
        const char *name;
        double value;
    } table[] = {
        {CNN_RESULT, "x", 1.98}, {CNN_GIVEN, "parameter", 2}, {CNN_GIVEN, "g", 0.1},
        {CNN_GIVEN, "s", 0.2},   {CNN_STEP, "s*g", 0.02},
    };
    struct list list;
    cnn_trace *trace = start(&list);
    trace->working = true;
    assert_int_equal(cnn_descend(2, 0.1, 0.2, trace).code, CNN_OK);
    assert_int_equal(trace->count, COUNT(table));
    for (size_t i = 0; i < COUNT(table); i++) {
        assert_string_equal(trace->items[i].name, table[i].name);
        assert_int_equal(trace->items[i].role, table[i].role);
        assert_true(fabs(trace->items[i].real - table[i].value) < 1e-16);
    }
    assert_true(real_of(trace, "x") == 1.98);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sigmoids),        cmocka_unit_test(sigmoid_is_symmetric),
        cmocka_unit_test(complexes),       cmocka_unit_test(complex_errors),
        cmocka_unit_test(sigmoid_gates),   cmocka_unit_test(complex_gates),
        cmocka_unit_test(working_is_true), cmocka_unit_test(gates_leave_the_doubles),
        cmocka_unit_test(headlines_alone), cmocka_unit_test(steps),
        cmocka_unit_test(step_errors),     cmocka_unit_test(step_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
