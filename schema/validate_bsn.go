package schema

import (
	"strings"

	"github.com/zio-collectief/zio/internal/accept"
	"github.com/zio-collectief/zio/zio"
)

// No schema can say that a text passes the eleven test, so the references of pupils are looked at apart.

// pupilReference is where the generator puts the schema of a reference.
const pupilReference = "zio.PupilRef"

// noBSN keeps the fast reader from proving a record valid whose reference could hold a BSN.
var noBSN = accept.Suspect("/$defs/"+pupilReference, func(text []byte) bool {
	return mayHoldBSN(text) && zio.LooksLikeBSN(string(text))
})

// mayHoldBSN reports whether a text has eight digits or more. It is quick, and true for every text that holds a BSN.
func mayHoldBSN(text []byte) bool {
	digits := 0
	for _, c := range text {
		if c-'0' <= 9 {
			digits++
		}
	}
	return digits >= 8
}

// reference is the problem of a reference that no pattern can see.
func reference(text string) zio.Problems {
	_, err := zio.ParsePupilRef(text)
	if p, ok := err.(zio.Problem); ok {
		return zio.Problems{p}
	}
	return nil
}

// isReference reports whether a schema refers to that of a reference.
func isReference(node map[string]any) bool {
	ref, _ := node["$ref"].(string)
	return strings.HasSuffix(ref, "/"+pupilReference)
}
