"""A program in Python that asks the native program by lines: one process, one line for each request.

    python3 examples/hosts/lines.py COMMAND... <requests     for instance: go run ./wasm
"""
import subprocess
import sys


class Calculator:
    def __init__(self, command):
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def answer(self, request: bytes) -> bytes:
        self.process.stdin.write(request + b"\n")
        self.process.stdin.flush()
        reply = self.process.stdout.readline()
        if not reply:
            raise RuntimeError(f"the calculator stopped with {self.process.wait()}")
        return reply.rstrip(b"\n")

    def close(self):
        self.process.stdin.close()
        self.process.wait()


calculator = Calculator(sys.argv[1:])
for line in sys.stdin.buffer:
    if line := line.rstrip(b"\r\n"):
        sys.stdout.buffer.write(calculator.answer(line) + b"\n")
calculator.close()
