"""What the package jsonschema says of each fault."""
import copy
import json
import pathlib

import jsonschema

here = pathlib.Path(__file__).parent
faults = json.loads((here / "faults.json").read_text("utf-8"))
schema, document = (json.loads((here / faults[name]).read_text("utf-8")) for name in ("schema", "document"))
validator = jsonschema.Draft202012Validator(schema)
for fault in faults["faults"]:
    wrong = copy.deepcopy(document)
    *path, last = fault["at"].split("/")[1:]
    parent = wrong
    for token in path:
        parent = parent[int(token)] if isinstance(parent, list) else parent[token]
    if "put" in fault:
        parent[last] = fault["put"]
    else:
        del parent[last]
    print(json.dumps([["".join(f"/{t}" for t in e.absolute_path), e.message] for e in validator.iter_errors(wrong)]))
