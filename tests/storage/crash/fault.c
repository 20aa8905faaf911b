/*
 * Lets the k-th write or sync below one path fail, once or from then on. Preloaded by the dynamic linker (Linux).
 * Environment: FAULT_BASE, the beginning of the paths. The process arms it by calling fault_arm and reads fault_hits.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

enum { NOTHING, WRITES, SYNCS };

static ssize_t (*real_write)(int, const void *, size_t);
static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_ftruncate)(int, off_t);
static const char *base_path;
static int failing, error_number, goes_on;
static long countdown, hits;

__attribute__((constructor)) static void prepare(void) {
    real_write = dlsym(RTLD_NEXT, "write");
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
    base_path = getenv("FAULT_BASE");
}

void fault_arm(int kind, long k, int error, int further) {
    countdown = k;
    hits = 0;
    error_number = error;
    goes_on = further;
    failing = kind;
}

long fault_hits(void) { return hits; }

static int fails(int kind, int descriptor) {
    if (failing != kind || !base_path) return 0;
    char link[64], path[1024];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0) return 0;
    path[length] = 0;
    if (strncmp(path, base_path, strlen(base_path))) return 0;
    countdown--;
    if (countdown > 0 || (countdown < 0 && !goes_on)) return 0;
    hits++;
    errno = error_number;
    return 1;
}

ssize_t write(int descriptor, const void *content, size_t length) {
    return fails(WRITES, descriptor) ? -1 : real_write(descriptor, content, length);
}

ssize_t pwrite64(int descriptor, const void *content, size_t length, off_t offset) {
    return fails(WRITES, descriptor) ? -1 : real_pwrite(descriptor, content, length, offset);
}

ssize_t pwrite(int descriptor, const void *content, size_t length, off_t offset) {
    return pwrite64(descriptor, content, length, offset);
}

int fsync(int descriptor) { return fails(SYNCS, descriptor) ? -1 : real_fsync(descriptor); }

int fdatasync(int descriptor) { return fails(SYNCS, descriptor) ? -1 : real_fdatasync(descriptor); }

int ftruncate64(int descriptor, off_t length) {
    return fails(WRITES, descriptor) ? -1 : real_ftruncate(descriptor, length);
}

int ftruncate(int descriptor, off_t length) { return ftruncate64(descriptor, length); }
