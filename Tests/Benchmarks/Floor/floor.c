/* What the bytes of a document alone cost, whatever makes them.
 *
 *     floor DOCUMENT PART ROUNDS OUTPUT
 *
 * DOCUMENT is a .docx or .odt, PART the entry that a template wrote. Prints a JSON object with the CPU seconds of each
 * round for: copying the part in memory, its CRC-32, deflating it at level 6, and writing the whole document through
 * libzip with the part deflated at level 6 and all other entries copied as they are.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zip.h>
#include <zlib.h>

static unsigned char *part, *scratch;
static size_t part_size, scratch_size;
static volatile unsigned long sink;

static void fail(const char *what) {
  fprintf(stderr, "floor: %s\n", what);
  exit(1);
}

static double cpu_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static void read_part(const char *document, const char *name) {
  zip_t *archive = zip_open(document, ZIP_RDONLY, NULL);
  zip_stat_t stat;
  if (!archive || zip_stat(archive, name, 0, &stat)) fail("the document has no such part");
  part_size = stat.size;
  part = malloc(part_size);
  zip_file_t *file = zip_fopen(archive, name, 0);
  if (!part || !file || zip_fread(file, part, part_size) != (zip_int64_t)part_size) fail("the part can't be read");
  zip_fclose(file);
  zip_discard(archive);
  scratch_size = compressBound(part_size) + 64;
  scratch = malloc(scratch_size);
  if (!scratch) fail("no memory");
}

static void copy(void) {
  memcpy(scratch, part, part_size);
  sink += scratch[part_size / 2];
}

static void checksum(void) { sink += crc32(0, part, (uInt)part_size); }

static void compress_part(void) {
  z_stream stream = {0};
  if (deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) fail("no deflate");
  stream.next_in = part;
  stream.avail_in = (uInt)part_size;
  stream.next_out = scratch;
  stream.avail_out = (uInt)scratch_size;
  if (deflate(&stream, Z_FINISH) != Z_STREAM_END) fail("deflate");
  sink += stream.total_out;
  deflateEnd(&stream);
}

static const char *document, *part_name, *output;

static void write_document(void) {
  zip_t *from = zip_open(document, ZIP_RDONLY, NULL);
  remove(output);
  zip_t *to = zip_open(output, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  if (!from || !to) fail("the document can't be opened or written");
  for (zip_int64_t index = 0; index < zip_get_num_entries(from, 0); index++) {
    const char *name = zip_get_name(from, index, 0);
    int is_part = strcmp(name, part_name) == 0;
    zip_source_t *source =
      is_part ? zip_source_buffer(to, part, part_size, 0) : zip_source_zip(to, from, index, ZIP_FL_COMPRESSED, 0, -1);
    zip_int64_t added = zip_file_add(to, name, source, ZIP_FL_ENC_UTF_8);
    if (added < 0) fail("an entry can't be added");
    if (is_part) zip_set_file_compression(to, added, ZIP_CM_DEFLATE, 6);
  }
  if (zip_close(to)) fail(zip_strerror(to));
  zip_discard(from);
}

int main(int count, char **arguments) {
  if (count != 5) fail("usage: floor DOCUMENT PART ROUNDS OUTPUT");
  document = arguments[1];
  part_name = arguments[2];
  int rounds = atoi(arguments[3]);
  output = arguments[4];
  read_part(document, part_name);
  struct { const char *name; void (*run)(void); } steps[] = {
    {"copy", copy}, {"crc", checksum}, {"deflate", compress_part}, {"libzip", write_document}};
  printf("{\"bytes\": %zu", part_size);
  for (size_t step = 0; step < sizeof steps / sizeof *steps; step++) {
    steps[step].run();
    printf(", \"%s\": [", steps[step].name);
    for (int round = 0; round < rounds; round++) {
      double start = cpu_seconds();
      steps[step].run();
      printf("%s%.9f", round ? ", " : "", cpu_seconds() - start);
    }
    printf("]");
  }
  printf("}\n");
  return 0;
}
