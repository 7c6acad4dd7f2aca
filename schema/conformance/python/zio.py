"""The exchange documents in Python: a strict reader, the schemas, the canonical form with its digest, and one division.

Written from schema/README.md and the schemas alone, with the standard library. It proves that these suffice to
build the same in another language; it is no replacement for the library.
"""
import hashlib
import json
import re
from fractions import Fraction


class Refused(Exception):
    """A text that is no document, whatever the schema."""


def _pairs(pairs):
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Refused("a member stands twice")
    if len(pairs) > 256:
        raise Refused("more than 256 members")
    return found


def _int(text):
    if len(text.lstrip("-")) > 19:
        raise Refused("more than 19 digits")
    return int(text)


def _float(text):
    if "e" in text or "E" in text:
        raise Refused("an exponent")
    if len(re.sub(r"\D", "", text)) > 19:
        raise Refused("more than 19 digits")
    return Fraction(text)  # never rounded


def _no_constant(text):
    raise Refused(text + " is no JSON")


def _look(value, depth=1):
    if depth > 65 or depth > 64 and isinstance(value, (dict, list)):
        raise Refused("more than 64 levels")
    if isinstance(value, str):
        if "\0" in value or any(0xD800 <= ord(c) <= 0xDFFF for c in value):
            raise Refused("NUL, or half a character")
    elif isinstance(value, dict):
        for name, inner in value.items():
            _look(name, depth)
            _look(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            _look(inner, depth + 1)


def read(text):
    """The value of a text (str or bytes) that is strict JSON."""
    try:
        if isinstance(text, bytes):
            text = text.decode("utf-8")
        value = json.loads(text, object_pairs_hook=_pairs, parse_int=_int, parse_float=_float, parse_constant=_no_constant)
    except (ValueError, RecursionError) as problem:
        raise Refused(str(problem)) from None
    _look(value)
    return value


_TYPES = {"object": dict, "array": list, "string": str, "boolean": bool, "integer": int}
_LIMITS = {
    "minimum": (int, lambda v: v, lambda n, end: n >= end), "maximum": (int, lambda v: v, lambda n, end: n <= end),
    "minLength": (str, len, lambda n, end: n >= end), "maxLength": (str, len, lambda n, end: n <= end),
    "minItems": (list, len, lambda n, end: n >= end), "maxItems": (list, len, lambda n, end: n <= end),
}
_IGNORED = {"$schema", "$id", "$defs", "title", "description", "default", "examples", "then", "required", "properties", "format"}


def _is(value, kind):
    return isinstance(value, _TYPES[kind]) and not (kind == "integer" and isinstance(value, bool))


class Schema:
    """A schema of exchange documents; it knows the keywords that these use, and no others."""

    def __init__(self, text):
        self.root = json.loads(text)

    def follow(self, node):
        """The schema behind a $ref, with the name of its definition."""
        name = ""
        while "$ref" in node:
            name = node["$ref"].removeprefix("#/$defs/")
            node = self.root["$defs"][name]
        return node, name

    def faults(self, value):
        """(JSON Pointer, keyword) of everything that is wrong."""
        return list(dict.fromkeys(self._faults(self.root, value, "")))

    def _faults(self, node, value, at):
        node, _ = self.follow(node)
        if "type" in node and not _is(value, node["type"]):
            yield at, "type"
            return
        for keyword, said in node.items():
            if keyword == "const":
                wrong = value != said
            elif keyword == "enum":
                wrong = value not in said
            elif keyword == "pattern":
                wrong = isinstance(value, str) and not re.search(said, value)
            elif keyword == "not":
                wrong = not any(True for _ in self._faults(said, value, at))
            elif keyword in _LIMITS:
                kind, measure, holds = _LIMITS[keyword]
                wrong = isinstance(value, kind) and not holds(measure(value), said)
            elif keyword == "items":
                wrong = False
                for i, item in enumerate(value):
                    yield from self._faults(said, item, f"{at}/{i}")
            elif keyword == "allOf":
                wrong = False
                for part in said:
                    if not any(True for _ in self._faults(part["if"], value, at)):
                        yield from self._faults(part["then"], value, at)
            elif keyword == "additionalProperties":
                wrong = False
                for name in value:
                    if name not in node["properties"]:
                        yield at + "/" + name.replace("~", "~0").replace("/", "~1"), keyword
            elif keyword in _IGNORED or keyword == "type":
                continue
            else:
                raise NotImplementedError(keyword)
            if wrong:
                yield at, keyword
        for name in node.get("required", []):
            if name not in value:
                yield at + "/" + name, "required"
        for name, inner in node.get("properties", {}).items():
            if name in value:
                yield from self._faults(inner, value[name], at + "/" + name)

    def canonical(self, value):
        """The canonical text of a value that is valid."""
        return (json.dumps(self._canonical(self.root, value), ensure_ascii=False, indent=2) + "\n").encode()

    def _canonical(self, node, value):
        node, name = self.follow(node)
        if isinstance(value, list):
            return [self._canonical(node["items"], item) for item in value]
        if isinstance(value, str):
            return _text(name, value)
        if not isinstance(value, dict):
            return value
        for part in node.get("allOf", []):
            if part["if"]["properties"]["rule"]["const"] == value["rule"]:
                node, _ = self.follow(part["then"])
        out = {}
        for name, inner in node["properties"].items():
            if name in value:
                made = self._canonical(inner, value[name])
                if not ("default" in inner and made == inner["default"]):
                    out[name] = made
        if out.get("pupils") == 0 and out.get("most"):  # a range goes before a number of 0
            del out["pupils"]
        return out

    def digest(self, value):
        """The digest of a value that is valid; of a document with a receipt without its own digest."""
        receipt = {"Uitkomst": "result", "Afrekening": "settlement"}.get(self.root["title"])
        if receipt:
            value = {**value, "receipt": {k: v for k, v in value["receipt"].items() if k != receipt}}
        return "sha256:" + hashlib.sha256(self.canonical(value)).hexdigest()


def _text(definition, text):
    """A code or number in its short form, by the name of its definition."""
    if definition == "money.Euro":
        whole, _, cents = text.partition(".")
        return f"{whole}.{cents:0<2}"
    if definition in ("money.Factor", "money.Fte"):
        return text.rstrip("0").rstrip(".") if "." in text else text
    if definition == "zio.MunicipalityCode":
        return text[-4:]
    if definition in ("zio.SiteCode", "zio.AllianceCode"):
        return text.replace("-", "")
    if definition == "zio.SchoolYear":
        return text.replace("/", "-")
    return text


def _eleven(digits):
    if len(digits) == 10 and digits[0] == "0":
        digits = digits[1:]
    if len(digits) == 8 and digits[:2] in ("19", "20") and 1 <= int(digits[4:6]) <= 12 and 1 <= int(digits[6:]) <= 31:
        return False
    if len(digits) not in (8, 9) or int(digits) == 0:
        return False
    return (sum((len(digits) - i) * int(d) for i, d in enumerate(digits[:-1])) - int(digits[-1])) % 11 == 0


def looks_like_bsn(ref):
    """Whether the reference of a pupil could be a citizen service number (BSN)."""
    rows = re.findall(r"\d+", ref)
    joined = [re.sub(r"\D", "", row) for row in re.findall(r"\d+(?:[ ._/-]\d+)+", ref)]
    return any(map(_eleven, rows)) or any(len(row) > 8 and _eleven(row) for row in joined)


def refs(value):
    """Every reference of a pupil in a document."""
    if isinstance(value, dict):
        for name, inner in value.items():
            if name == "ref" and isinstance(inner, str):
                yield inner
            yield from refs(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from refs(inner)


def pro_rata(agreement, population, result, component):
    """The weight of each participant, by the rule pro-rata/1, and that of who does not take part ("")."""
    key = component["key"]
    taking_part = [p["id"] for p in agreement["parties"] if p.get("participates")]
    counts = {}
    if key["basis"] in ("enrolled-pupils", "eligible-pupils"):  # routing is an input here: the counts of the result
        member = "pooled" if key["basis"] == "eligible-pupils" else "pupils"
        for home in result["routing"]["homes"]:
            counts[home["home"]] = home.get(member, 0)
    else:
        series = [s for s in population["counts"] if s["basis"] == key["basis"] and key.get("date", s["date"]) == s["date"]]
        counts = {v["municipality"]: v["count"] for v in series[0]["values"]}
    weights = {party: counts.get(party, 0) for party in taking_part}
    if key["nonParticipants"] == "leave-as-gap":
        weights[""] = sum(n for home, n in counts.items() if home not in weights)
    return weights


def largest_remainder(cents, weights):
    """Divides whole cents by weights: each the whole part, what is left to the largest remainders. Ties: larger weight, then code."""
    total = sum(weights.values())
    exact = {party: Fraction(cents * weight, total) for party, weight in weights.items()}
    shares = {party: int(x // 1) for party, x in exact.items()}
    order = sorted(weights, key=lambda party: (shares[party] - exact[party], -weights[party], party))
    for party in order[: cents - sum(shares.values())]:
        shares[party] += 1
    return shares
