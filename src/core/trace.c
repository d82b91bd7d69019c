#include "trace.h"

#include "hash.h"

#include <string.h>

static bool has_name(const cnn_item *item, const char *name) {
    return *item->name == *name && strcmp(item->name, name) == 0;
}

static bool is_named(cnn_role role) {
    return role == CNN_GIVEN || role == CNN_RESULT;
}

/* Where the first given value or result of that name has its slot, or would have it. */
static int32_t *slot_of(const cnn_trace *trace, const char *name) {
    size_t slot = (size_t)cnn_hash_text(name, strlen(name)) & (trace->slot_count - 1);

    while (trace->slots[slot] >= 0 && !has_name(&trace->items[trace->slots[slot]], name))
        slot = (slot + 1) & (trace->slot_count - 1);
    return &trace->slots[slot];
}

const cnn_item *cnn_find(const cnn_trace *trace, const char *name) {
    int32_t index = trace->slots != NULL ? *slot_of(trace, name) : -1;

    if (index >= 0)
        return &trace->items[index];
    for (const cnn_item *item = trace->items; item != trace->items + trace->count; item++)
        if (has_name(item, name))
            return item;
    return NULL;
}

bool cnn_is_repeated(const cnn_trace *trace, const cnn_item *item) {
    if (is_named(item->role))
        return false;
    if (trace->slots != NULL)
        return *slot_of(trace, item->name) >= 0;
    for (size_t i = 0; i < trace->count; i++)
        if (is_named(trace->items[i].role) && has_name(&trace->items[i], item->name))
            return true;
    return false;
}

size_t cnn_trace_slots(size_t count) {
    return cnn_slots_for(count);
}

void cnn_trace_clear(cnn_trace *trace) {
    trace->count = 0;
    trace->full = false;
    if (trace->slots != NULL)
        memset(trace->slots, 0xff, trace->slot_count * sizeof *trace->slots);
}

bool cnn_trace_asks(const cnn_trace *trace, const char *name) {
    if (trace->names == NULL)
        return true;
    if (trace->count < trace->name_count && strcmp(trace->names[trace->count], name) == 0)
        return true; /* in the order that they come, as a long list is */
    for (size_t i = 0; i < trace->name_count; i++)
        if (*trace->names[i] == *name && strcmp(trace->names[i], name) == 0)
            return true;
    return false;
}

bool cnn_trace_wants(const cnn_trace *trace, const char *name) {
    return trace->working || cnn_trace_asks(trace, name);
}

bool cnn_trace_complete(const cnn_trace *trace) {
    return trace->names != NULL && !trace->working && trace->count >= trace->name_count;
}

cnn_item *cnn_trace_put(cnn_trace *trace, cnn_role role, cnn_kind kind, const char *name) {
    if (trace->count == trace->capacity) {
        trace->full = true;
        return NULL;
    }
    if (trace->slots != NULL && is_named(role)) {
        int32_t *slot = slot_of(trace, name);
        if (*slot < 0)
            *slot = (int32_t)trace->count;
    }
    cnn_item *item = &trace->items[trace->count++];
    *item = (cnn_item){.role = role, .kind = kind, .name = name};
    return item;
}

cnn_item *cnn_trace_add(cnn_trace *trace, cnn_role role, cnn_kind kind, const char *name) {
    bool taken = trace->working || (role == CNN_GIVEN ? trace->given : role != CNN_STEP);
    bool wanted = taken && cnn_trace_wants(trace, name);

    return wanted ? cnn_trace_put(trace, role, kind, name) : NULL;
}

cnn_item *cnn_trace_count(cnn_trace *trace, cnn_role role, const char *name, int64_t value) {
    cnn_item *item = cnn_trace_add(trace, role, value < 0 ? CNN_TOO_MANY : CNN_WHOLE, name);
    if (item != NULL && value >= 0)
        item->whole[0] = value;
    return item;
}

void cnn_trace_truth(cnn_trace *trace, const char *name, bool value) {
    cnn_item *item = cnn_trace_add(trace, CNN_GIVEN, CNN_TRUTH, name);
    if (item != NULL)
        item->whole[0] = value;
}

void cnn_trace_word(cnn_trace *trace, const char *name, const char *word) {
    cnn_item *item = cnn_trace_add(trace, CNN_GIVEN, CNN_WORD, name);
    if (item != NULL)
        item->word = word;
}

void cnn_trace_real(cnn_trace *trace, cnn_role role, const char *name, double value) {
    cnn_item *item = cnn_trace_add(trace, role, CNN_REAL, name);
    if (item != NULL)
        item->real = value;
}

double cnn_trace_forward(cnn_trace *trace, const char *gate, const char *formula, double value,
                         const char *note) {
    cnn_item *item = cnn_trace_add(trace, CNN_FORWARD, CNN_REAL, gate);
    if (item != NULL) {
        item->real = value;
        item->formula = formula;
        item->note = note;
    }
    return value;
}

double cnn_trace_backward(cnn_trace *trace, const char *gate, double upstream, const char *name,
                          const char *formula, double local) {
    double downstream = upstream * local;
    cnn_item *item = cnn_trace_add(trace, CNN_BACKWARD, CNN_REAL, name);
    if (item != NULL) {
        item->real = downstream;
        item->gate = gate;
        item->formula = formula;
        item->upstream = upstream;
        item->local = local;
    }
    return downstream;
}

/* Nothing is chained to an item that found no room, nor where items may be left out. */
void cnn_trace_part(cnn_trace *trace, struct parts *parts) {
    if (!trace->working || trace->full)
        return;
    size_t place = trace->count - 1;
    if (parts->first == 0)
        parts->first = (int32_t)place;
    else
        trace->items[parts->last].part = place;
    parts->last = (int32_t)place;
}

void cnn_trace_sum(cnn_trace *trace, const char *name, const char *formula,
                   const struct parts *parts, double sum) {
    cnn_item *item = cnn_trace_add(trace, CNN_SUM, CNN_REAL, name);
    if (item != NULL) {
        item->real = sum;
        item->part = (size_t)parts->first;
        item->formula = formula;
    }
}

cnn_error cnn_trace_end(const cnn_trace *trace) {
    return (cnn_error){.code = trace->full ? CNN_NO_ROOM : CNN_OK};
}
