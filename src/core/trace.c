#include "trace.h"

#include <string.h>

const cnn_item *cnn_find(const cnn_trace *trace, const char *name) {
    for (size_t i = 0; i < trace->count; i++)
        if (*trace->items[i].name == *name && strcmp(trace->items[i].name, name) == 0)
            return &trace->items[i];
    return NULL;
}

void cnn_trace_clear(cnn_trace *trace) {
    trace->count = 0;
    trace->full = false;
}

bool cnn_trace_wants(const cnn_trace *trace, const char *name) {
    if (trace->working || trace->names == NULL)
        return true;
    for (size_t i = 0; i < trace->name_count; i++)
        if (*trace->names[i] == *name && strcmp(trace->names[i], name) == 0)
            return true;
    return false;
}

bool cnn_trace_complete(const cnn_trace *trace) {
    return trace->names != NULL && !trace->working && trace->count >= trace->name_count;
}

cnn_item *cnn_trace_add(cnn_trace *trace, cnn_role role, cnn_kind kind, const char *name) {
    bool taken = trace->working || (role == CNN_GIVEN ? trace->given : role != CNN_STEP);
    bool wanted = taken && cnn_trace_wants(trace, name);

    if (!wanted)
        return NULL;
    if (trace->count == trace->capacity) {
        trace->full = true;
        return NULL;
    }
    cnn_item *item = &trace->items[trace->count++];
    *item = (cnn_item){.role = role, .kind = kind, .name = name};
    return item;
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

cnn_error cnn_trace_end(const cnn_trace *trace) {
    return (cnn_error){.code = trace->full ? CNN_NO_ROOM : CNN_OK};
}
