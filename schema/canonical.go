package schema

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Canonical is a document in the one form in which it is written (vaste vorm): members in the order of the schema, what means
// the same as nothing left out, codes and numbers in their short form. README.md of this folder says the rules for other
// languages. Documents that mean the same have one canonical form, over which receipts take their digests.
func Canonical(kind Kind, doc []byte) ([]byte, zio.Problems) {
	switch kind {
	case Agreement:
		return written(doc, analysis.ReadTemplate)
	case Indicators:
		return written(doc, zio.ReadIndicators)
	case Payments:
		return written(doc, year.ReadPayments)
	case Population:
		return written(doc, zio.ReadPopulation)
	case Pupil:
		var q zio.Pupil
		if faults := strictjson.Read(doc, &q, (*zio.Pupil).Bind, strictjson.Limits{}); len(faults) > 0 {
			return nil, zio.ProblemsOf(faults)
		}
		return strictjson.Append(nil, &q, (*zio.Pupil).Bind), nil
	case Register:
		return written(doc, zio.ReadRegister)
	case Result:
		return written(doc, funding.ReadResult)
	case Settlement:
		return written(doc, year.ReadSettlement)
	case Workplan:
		return written(doc, zio.ReadWorkplan)
	}
	_, problems := engineOf(kind)
	return nil, problems
}

// written reads a document and writes it again.
func written[T interface{ AppendDocument([]byte) []byte }](doc []byte, read func([]byte) (T, zio.Problems)) ([]byte, zio.Problems) {
	v, problems := read(doc)
	if len(problems) > 0 {
		return nil, problems
	}
	return v.AppendDocument(nil), nil
}

// Digest is the digest of a document (controlegetal): "sha256:" and 64 hexadecimal digits, of its canonical form. Of a result
// and a settlement, which hold their own digest in their receipt, it is that of the document without it.
func Digest(kind Kind, doc []byte) (string, zio.Problems) {
	text, problems := Canonical(kind, doc)
	if len(problems) > 0 {
		return "", problems
	}
	switch kind {
	case Result:
		x, _ := funding.ReadResult(text)
		x.Receipt.Result = ""
		text = x.AppendDocument(nil)
	case Settlement:
		x, _ := year.ReadSettlement(text)
		x.Receipt.Settlement = ""
		text = x.AppendDocument(nil)
	}
	sum := sha256.Sum256(text)
	return "sha256:" + hex.EncodeToString(sum[:]), nil
}
