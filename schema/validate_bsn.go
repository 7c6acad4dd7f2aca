package schema

import (
	"strings"

	"github.com/zio-collectief/zio/internal/accept"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// No schema can say that a text passes the eleven test, so the references of pupils and the texts that people write are looked at
// apart, as the readers of Go do.

// pupilReference is where the generator puts the schema of a reference.
const pupilReference = "zio.PupilRef"

// noBSN keeps the fast reader from proving a record valid that could hold a BSN.
var noBSN = accept.SuspectText(func(pointer, pattern, not string) func([]byte) bool {
	if pointer == "/$defs/"+pupilReference {
		return func(text []byte) bool { return mayHoldBSN(text) && zio.LooksLikeBSN(string(text)) }
	}
	if format, free := formatOf(pointer, pattern, not); free {
		return func(text []byte) bool { return mayHoldBSN(text) && strictjson.Personal(string(text), format) }
	}
	return nil
})

// formatOf is the format of the texts of a schema as far as it matters for what could be a BSN; false when they can be none, as
// codes and amounts. Texts that people write have no pattern but only what they do not hold, ids have that of words.
func formatOf(pointer, pattern, not string) (format string, free bool) {
	switch {
	case strings.Contains(pattern, "[a-z0-9]+(-[a-z0-9]+)*"), strings.Contains(pattern, "[A-Za-z0-9._-]+"):
		return "name", true
	case pattern != "" || !strings.HasPrefix(not, `[\x00-`):
		return "", false
	}
	switch pointer[strings.LastIndexByte(pointer, '/')+1:] {
	case "budget", "code", "component", "from", "id", "kind", "party", "payments", "previous", "realised", "ref", "rule", "settlement", "to":
		return "code", true
	case "url":
		return "url", true
	case "value", "before", "rest", "left", "right", "weight":
		return "number", true
	}
	return "", true
}

// mayHoldBSN reports whether a text has eight digits or more, or characters outside ASCII, some of which are digits. It is quick, and
// true for every text that holds a BSN.
func mayHoldBSN(text []byte) bool {
	digits, wide := 0, false
	for _, c := range text {
		if c-'0' <= 9 {
			digits++
		}
		wide = wide || c >= 0x80
	}
	return digits >= 8 || wide
}

// reference is the problem of a reference that no pattern can see.
func reference(text string) zio.Problems {
	_, err := zio.ParsePupilRef(text)
	if p, ok := err.(zio.Problem); ok {
		return zio.Problems{p}
	}
	return nil
}

// freeText is the problem of a text, of a schema at a pointer, that no pattern can see.
func freeText(pointer string, node map[string]any, text string) zio.Problems {
	if node["type"] != "string" || !mayHoldBSN([]byte(text)) {
		return nil
	}
	pattern, _ := node["pattern"].(string)
	without, _ := node["not"].(map[string]any)
	not, _ := without["pattern"].(string)
	if format, free := formatOf(pointer, pattern, not); free && strictjson.Personal(text, format) {
		return zio.Problems{(*zio.ProblemKind)(strictjson.FaultBSN).At("")}
	}
	return nil
}

// isReference reports whether a schema refers to that of a reference.
func isReference(node map[string]any) bool {
	ref, _ := node["$ref"].(string)
	return strings.HasSuffix(ref, "/"+pupilReference)
}
