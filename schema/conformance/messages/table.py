#!/usr/bin/env python3
"""Asks validators in several languages what is wrong with ten single faults, and keeps the table of it in schema/README.md.

    schema/conformance/messages/table.py           writes the table
    schema/conformance/messages/table.py --check   fails when the table is not what they say

A validator names the one wrong member when its deepest place is that member and every other place lies on the way to it.
For a member that is missing, or one too many, the place may be the object around it, with the name in the message.
"""
import json
import pathlib
import subprocess
import sys

here = pathlib.Path(__file__).parent
root = here.parent.parent.parent
faults = json.loads((here / "faults.json").read_text("utf-8"))["faults"]
# /usr/bin/python3 is the one that Debian's package is for
validators = [
    ("Ajv 8", "JavaScript", "2020-12", ["node", "schema/conformance/messages/ajv.mjs"]),
    ("@hyperjump/json-schema 1", "JavaScript", "2020-12", ["node", "schema/conformance/messages/hyperjump.mjs"]),
    ("jsonschema 4", "Python", "2020-12", ["/usr/bin/python3", "schema/conformance/messages/python.py"]),
    ("santhosh-tekuri/jsonschema 5", "Go", "2020-12", ["go", "run", "./schema/conformance/messages/go"]),
    ("JSON::Validator 5", "Perl", "2020-12", ["perl", "schema/conformance/messages/perl.pl"]),
    ("json_schemer 0.2", "Ruby", "draft-07", ["ruby", "schema/conformance/messages/ruby.rb"]),
]


def names(places, at):
    parent, _, member = at.rpartition("/")
    deepest = max((pointer for pointer, _ in places), key=lambda p: p.count("/"), default=None)
    on_the_way = all(at == pointer or at.startswith(pointer + "/") for pointer, _ in places)
    return bool(places) and on_the_way and (deepest == at or any(p == parent and member in message for p, message in places))


rows, wrong = [], 0
for name, language, dialect, command in validators:
    out = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout.splitlines()
    assert len(out) == len(faults), f"{name}: {len(out)} answers"
    named = [names(json.loads(line), fault["at"]) for line, fault in zip(out, faults)]
    for line, fault, ok in zip(out, faults, named):
        if not ok:
            wrong += 1
            print(f"{name}: {fault['name']}: {line[:600]}", file=sys.stderr)
    rows.append(f"| {name} | {language} | {dialect} | {' | '.join('yes' if ok else '**no**' for ok in named)} |")

head = "| validator | language | dialect | " + " | ".join(fault["name"] for fault in faults) + " |"
table = "\n".join([head, "|" + "---|" * (len(faults) + 3), *rows])
readme = root / "schema" / "README.md"
text = readme.read_text("utf-8")
begin, end = "<!-- messages -->\n", "<!-- end of messages -->"
before, rest = text.split(begin)
after = rest.split(end)[1]
new = before + begin + table + "\n" + end + after
if "--check" in sys.argv:
    if new != text:
        sys.exit("the table in schema/README.md is not what the validators say: run schema/conformance/messages/table.py")
else:
    readme.write_text(new, "utf-8")
print(f"{len(validators)} validators, {len(faults)} faults, {wrong} not named")
sys.exit(1 if wrong else 0)
