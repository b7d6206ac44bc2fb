/* The floor: splits the bytes of every file of a folder into rows and fields, and does nothing
 * with them. What is left over of any program's time beside this one is its thinking.
 *
 *   floor THREADS FOLDER
 *
 * Each file is mapped, each field's bounds are found with the bytes' own compare (32 at a time,
 * left to the compiler to make vectors of) and counted, and a sum over the bounds keeps the
 * compiler from dropping the work. Quotes are honoured. Threads take whole files. */
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static char **files;
static size_t count, room, next;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static uint64_t rows, fields, sum, bytes;

static void gather(const char *folder) {
  DIR *dir = opendir(folder);
  struct dirent *entry;
  if (!dir) {
    perror(folder);
    exit(1);
  }
  while ((entry = readdir(dir))) {
    char path[4096];
    struct stat state;
    if (entry->d_name[0] == '.') continue;
    snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
    if (stat(path, &state)) continue;
    if (S_ISDIR(state.st_mode)) {
      gather(path);
    } else if (S_ISREG(state.st_mode)) {
      if (count == room) files = realloc(files, (room = room * 2 + 64) * sizeof *files);
      files[count++] = strdup(path);
    }
  }
  closedir(dir);
}

struct counts {
  uint64_t rows, fields, sum;
};

/* One bit per byte of a block of 32 that may end a field or open a quote. */
static inline uint32_t marks(const unsigned char *p) {
  uint32_t mask = 0;
  unsigned char hit[32];
  for (int i = 0; i < 32; i++) hit[i] = (p[i] == ',') | (p[i] == '\n') | (p[i] == '"');
  for (int w = 0; w < 4; w++) {
    uint64_t word;
    memcpy(&word, hit + 8 * w, 8);
    mask |= (uint32_t)((word * 0x0102040810204080ULL) >> 56) << (8 * w);
  }
  return mask;
}

static void take(struct counts *c, const unsigned char *data, size_t at, size_t *field, int *in) {
  unsigned char b = data[at];
  if (b == '"') {
    *in = !*in;
    return;
  }
  if (*in) return;
  c->fields++;
  c->sum += at - *field;
  *field = at + 1;
  c->rows += b == '\n';
}

static void split(const unsigned char *data, size_t size, struct counts *c) {
  size_t field = 0, at = 0;
  int in = 0;
  for (; at + 32 <= size; at += 32) {
    uint32_t mask = marks(data + at);
    while (mask) {
      take(c, data, at + (size_t)__builtin_ctz(mask), &field, &in);
      mask &= mask - 1;
    }
  }
  for (; at < size; at++)
    if (data[at] == ',' || data[at] == '\n' || data[at] == '"') take(c, data, at, &field, &in);
}

static void *work(void *unused) {
  (void)unused;
  for (;;) {
    size_t mine;
    pthread_mutex_lock(&lock);
    mine = next++;
    pthread_mutex_unlock(&lock);
    if (mine >= count) return NULL;
    int file = open(files[mine], O_RDONLY);
    struct stat state;
    if (file < 0 || fstat(file, &state)) {
      perror(files[mine]);
      exit(1);
    }
    struct counts c = {0, 0, 0};
    size_t size = (size_t)state.st_size;
    if (size > 0) {
      unsigned char *data = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
      if (data == MAP_FAILED) {
        perror(files[mine]);
        exit(1);
      }
      madvise(data, size, MADV_SEQUENTIAL);
      split(data, size, &c);
      munmap(data, size);
    }
    close(file);
    pthread_mutex_lock(&lock);
    rows += c.rows, fields += c.fields, sum += c.sum, bytes += size;
    pthread_mutex_unlock(&lock);
  }
}

int main(int arguments, char **values) {
  if (arguments != 3) {
    fprintf(stderr, "floor THREADS FOLDER\n");
    return 2;
  }
  int threads = atoi(values[1]);
  if (threads < 1 || threads > 64) threads = 1;
  gather(values[2]);
  pthread_t handle[64];
  for (int i = 0; i < threads; i++) pthread_create(&handle[i], NULL, work, NULL);
  for (int i = 0; i < threads; i++) pthread_join(handle[i], NULL);
  printf("rows %llu, fields %llu, bytes %llu, check %llu\n", (unsigned long long)rows,
         (unsigned long long)fields, (unsigned long long)bytes, (unsigned long long)sum);
  return 0;
}
