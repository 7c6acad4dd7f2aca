/* A line server: every line of standard input is a request, every line of standard output its reply. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#include "zio.h"

int main(void) {
  char *line = NULL;
  size_t room = 0, size;
  ssize_t length;
  while ((length = getline(&line, &room, stdin)) > 0) {
    const char *reply;
    while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r')) length--;
    if (length == 0) continue;
    reply = zio_answer(line, (size_t)length, &size);
    if (reply == NULL) {
      fputs("zio: the calculator stopped\n", stderr);
      return 1;
    }
    fwrite(reply, 1, size, stdout);
    putchar('\n');
    fflush(stdout);
  }
  free(line);
  return 0;
}
