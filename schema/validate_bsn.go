package schema

import (
	"math/bits"
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

// mayHoldBSN reports whether a text has eight digits on end, or eight or nine digits in all and no letters
// between them. It is quick, and true for every text that holds a BSN.
func mayHoldBSN(text []byte) bool {
	if len(text) > 64 {
		return true
	}
	digits, marks := uint64(0), 0 // a bit for each byte that is a digit; bytes that only divide digits
	for i, c := range text {
		if c-'0' <= 9 {
			digits |= 1 << i
		} else if c == '.' || c == '-' || c == '_' || c == ' ' {
			marks++
		}
	}
	pairs := digits & (digits >> 1)
	fours := pairs & (pairs >> 2)
	if fours&(fours>>4) != 0 {
		return true
	}
	n := bits.OnesCount64(digits)
	return (n == 8 || n == 9) && n+marks == len(text)
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
