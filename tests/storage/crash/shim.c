/*
 * Writes down what a process does to the database files below one path, in order: writes, truncations, syncs, removals.
 * Preloaded by the dynamic linker (Linux). Environment: DISK_BASE, the path of the database without suffix; DISK_LOG.
 *
 * A record is: operation (1 byte), file (1 byte), offset (8 bytes), length (8 bytes), then the written bytes.
 * Operations: W write, T truncate, S sync, U unlink. Files: d database, w write-ahead log, c confirmations.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static int (*real_unlink)(const char *);
static pthread_mutex_t in_order = PTHREAD_MUTEX_INITIALIZER;
static const char *base_path;
static int log_descriptor = -1;

__attribute__((constructor)) static void prepare(void) {
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    base_path = getenv("DISK_BASE");
    const char *log_path = getenv("DISK_LOG");
    if (base_path && log_path) log_descriptor = open(log_path, O_WRONLY | O_CREAT | O_TRUNC, 0600);
}

static char file_of_path(const char *path) {
    size_t length = strlen(base_path);
    if (strncmp(path, base_path, length)) return 0;
    const char *suffix = path + length;
    if (!*suffix) return 'd';
    if (!strcmp(suffix, "-wal")) return 'w';
    if (!strcmp(suffix, ".confirmed")) return 'c';
    return 0;
}

static char file_of(int descriptor) {
    if (log_descriptor < 0 || descriptor < 0 || descriptor == log_descriptor) return 0;
    char link[64], path[1024];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    return file_of_path(path);
}

static void note(char operation, char file, int64_t offset, int64_t length, const void *content) {
    char head[18] = {operation, file};
    memcpy(head + 2, &offset, 8);
    memcpy(head + 10, &length, 8);
    pthread_mutex_lock(&in_order);
    real_write(log_descriptor, head, sizeof head);
    if (content && length) real_write(log_descriptor, content, length);
    pthread_mutex_unlock(&in_order);
}

ssize_t write(int descriptor, const void *content, size_t length) {
    char file = file_of(descriptor);
    off_t offset = file ? lseek(descriptor, 0, SEEK_CUR) : 0;
    ssize_t written = real_write(descriptor, content, length);
    if (file && written > 0) note('W', file, offset, written, content);
    return written;
}

ssize_t pwrite64(int descriptor, const void *content, size_t length, off_t offset) {
    ssize_t written = real_pwrite(descriptor, content, length, offset);
    char file = file_of(descriptor);
    if (file && written > 0) note('W', file, offset, written, content);
    return written;
}

ssize_t pwrite(int descriptor, const void *content, size_t length, off_t offset) {
    return pwrite64(descriptor, content, length, offset);
}

int fsync(int descriptor) {
    int result = real_fsync(descriptor);
    char file = file_of(descriptor);
    if (file && !result) note('S', file, 0, 0, 0);
    return result;
}

int fdatasync(int descriptor) {
    int result = real_fdatasync(descriptor);
    char file = file_of(descriptor);
    if (file && !result) note('S', file, 0, 0, 0);
    return result;
}

int ftruncate64(int descriptor, off_t length) {
    int result = real_ftruncate(descriptor, length);
    char file = file_of(descriptor);
    if (file && !result) note('T', file, length, 0, 0);
    return result;
}

int ftruncate(int descriptor, off_t length) { return ftruncate64(descriptor, length); }

int unlink(const char *path) {
    int result = real_unlink(path);
    char file = log_descriptor >= 0 && base_path ? file_of_path(path) : 0;
    if (file && !result) note('U', file, 0, 0, 0);
    return result;
}
