/* The fields of units that go unevenly, in the net's list of spans. */
#ifndef SPANS_H
#define SPANS_H

#include "place.h"

/* The fields of one layer, even or not: `paths` times how far the path goes in a period, and the
 * spans of its units. */
struct spans_view {
    const cnn_span *spans;
    int32_t period, paths;
    cnn_span own[2]; /* of a field that is even */
};

/* False: the field ends beyond the numbers. */
bool cnn_spans_view(const cnn_net *net, const cnn_field *field, struct spans_view *seen);

/* Size, span and start over that many units. False: beyond the numbers. */
bool cnn_spans_measure(const struct spans_view *seen, int64_t out, cnn_field *field);

/* Room for a layer's spans behind those that are kept, or NULL. */
cnn_span *cnn_spans_room(const cnn_net *net, int32_t period, int32_t paths);

/* Keeps the spans just written, unless one path of one unit says that the field is even after all.
 */
void cnn_spans_keep(cnn_net *net, cnn_field *field);

/* The spans of a layer from those of its input, `units` of which are a period of its own. False:
 * beyond the numbers. */
bool cnn_spans_derive(const cnn_net_layer *layer, const cnn_net_layer *input, int axis,
                      int64_t units, const struct spans_view *from, const cnn_field *field,
                      cnn_span *to);

/* Adds the paths of one input of a join; those of a pixel that is spread stay where they are.
 * False: beyond the numbers, or one path too many. */
bool cnn_spans_join(const struct spans_view *from, bool spread, cnn_span *spans, cnn_field *field);

#endif
