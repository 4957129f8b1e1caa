#pragma once
#include <stddef.h>

/// A file of the project's Templates folder, inside the program.
typedef struct {
  /// Its path below Templates, such as `2021/form.yaml`.
  const char *path;
  const unsigned char *bytes;
  size_t length;
} chengwen_template;

/// How many there are.
size_t chengwen_template_count(void);

/// The one at `index`, below the count; they are sorted by path, byte by byte.
chengwen_template chengwen_template_at(size_t index);
