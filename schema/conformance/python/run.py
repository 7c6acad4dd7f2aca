"""Judges the conformance vectors with zio.py: python3 schema/conformance/python/run.py"""
import base64
import json
import pathlib
import sys

import zio

here = pathlib.Path(__file__).parent.parent
manifest = zio.read((here / "manifest.json").read_text("utf-8"))
wrong, counted = [], {}


def check(what, name, holds):
    counted[what] = counted.get(what, 0) + 1
    if not holds:
        wrong.append(f"{what}: {name}")


def cents(amount):
    return int(amount.replace(".", ""))


def lines(name):
    return [zio.read(line) for line in (here / name).read_text("utf-8").split("\n") if line]


schemas = {d["kind"]: zio.Schema((here / manifest["schemas"] / f"{d['kind']}.schema.json").read_text("utf-8")) for d in manifest["documents"]}

for documents in manifest["documents"]:
    for vector in lines(documents["file"]):
        pointers = set()
        try:
            value = zio.read(vector["text"])
            faults = schemas[documents["kind"]].faults(value)
            valid = not faults and not any(map(zio.looks_like_bsn, zio.refs(value) if documents["kind"] != "result" else []))
            pointers = {pointer for pointer, _ in faults}
        except zio.Refused:
            valid = False
        name = f"{documents['kind']}: {vector['name']}"
        check("verdicts", name, valid == (vector["verdict"] == "valid"))
        said = {p["pointer"] for p in vector.get("problems", []) if p["code"].startswith("schema.") and p["pointer"].count("***") == 0}
        if pointers and "policy" not in vector and "line: " not in name:
            check("places of problems", f"{name}: {sorted(pointers)} instead of {sorted(said)}", pointers == said)

for case in json.loads((here / manifest["suite"]).read_text("utf-8"))["cases"]:  # holds texts that are refused
    try:
        zio.read(case["text"] if "text" in case else base64.b64decode(case["base64"]))
        verdict = "accept"
    except zio.Refused:
        verdict = "refuse"
    check("texts of JSON", case["name"], verdict == case["verdict"])

for vector in lines(manifest["digests"]):
    schema, value = schemas[vector["kind"]], zio.read(vector["text"])
    check("canonical forms", f"{vector['kind']}: {vector['name']}", schema.canonical(value).decode() == vector["canonical"])
    check("digests", f"{vector['kind']}: {vector['name']}", schema.digest(value) == vector["digest"])

for calculation in manifest["calculations"]:
    agreement, population, result = (zio.read((here / calculation[k]).read_text("utf-8")) for k in ("agreement", "population", "result"))
    for kind, document in (("agreement", agreement), ("population", population), ("result", result)):
        check("digests", f"{calculation['name']}: {kind}", schemas[kind].digest(document) == result["receipt"][kind])
    for component, outcome in zip(agreement["components"], result["components"]):
        division = component.get("division", {"method": "largest-remainder", "unit": "cent"})
        plain = division == {"method": "largest-remainder", "unit": "cent"} and "limits" not in component
        if not plain or component["key"]["rule"] != "pro-rata/1" or component["flow"]["rule"] == "no-settlement/1":
            continue  # other keys and divisions, and a flow that lets another one bear it
        shares = zio.largest_remainder(cents(outcome["cost"]), zio.pro_rata(agreement, population, result, component))
        expected = {s["party"]: cents(s["amount"]) for s in outcome["shares"]}
        covered = sum(c for party, c in expected.items() if party not in shares)  # of the gap, by a named source
        found = {party: c for party, c in shares.items() if c and party}
        holds = found == {p: c for p, c in expected.items() if c and p in shares} and shares.get("", 0) == cents(outcome["gap"]) + covered
        check("divisions", f"{calculation['name']} {component['id']}", holds)

for line in wrong:
    print(line[:400], file=sys.stderr)
print("; ".join(f"{n} {what}" for what, n in counted.items()) + f"; {len(wrong)} wrong")
sys.exit(1 if wrong or counted["divisions"] < 5 else 0)
