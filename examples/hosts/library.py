"""A line server in Python: the C library by ctypes.

    python3 examples/hosts/library.py FOLDER/libzio.so <requests
"""
import ctypes
import sys

library = ctypes.CDLL(sys.argv[1])
library.zio_answer.restype = ctypes.c_void_p
library.zio_answer.argtypes = [ctypes.c_char_p, ctypes.c_size_t, ctypes.POINTER(ctypes.c_size_t)]


def answer(request: bytes) -> bytes:
    size = ctypes.c_size_t()
    reply = library.zio_answer(request, len(request), ctypes.byref(size))
    if not reply:
        raise RuntimeError("the calculator stopped")
    return ctypes.string_at(reply, size.value)


for line in sys.stdin.buffer:
    if line := line.rstrip(b"\r\n"):
        sys.stdout.buffer.write(answer(line) + b"\n")
        sys.stdout.buffer.flush()
