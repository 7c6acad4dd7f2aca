/* The calculator as a C library: JSON in, JSON out. One answer at a time; use it from one thread. */
#ifndef ZIO_H
#define ZIO_H

#include <stddef.h>

/* Answers a request of so many bytes of UTF-8. The reply belongs to the library and stands until the next request; its
   length comes in *size. NULL when the calculator could not be started or stopped in the middle; the next request starts it anew. */
const char *zio_answer(const char *request, size_t length, size_t *size);

#endif
