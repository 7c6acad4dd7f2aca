package schema

import (
	"crypto/sha256"
	"encoding/hex"

	"github.com/zio-collectief/zio/funding/analysis"

	"github.com/zio-collectief/zio/funding"
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
		a, problems := analysis.ReadTemplate(doc)
		return written(a, problems)
	case Indicators:
		x, problems := zio.ReadIndicators(doc)
		return written(x, problems)
	case Payments:
		x, problems := year.ReadPayments(doc)
		return written(x, problems)
	case Population:
		p, problems := zio.ReadPopulation(doc)
		return written(p, problems)
	case Pupil:
		var q zio.Pupil
		if faults := strictjson.Read(doc, &q, (*zio.Pupil).Bind, strictjson.Limits{}); len(faults) > 0 {
			return nil, zio.ProblemsOf(faults)
		}
		return strictjson.Append(nil, &q, (*zio.Pupil).Bind), nil
	case Register:
		x, problems := zio.ReadRegister(doc)
		return written(x, problems)
	case Result:
		x, problems := funding.ReadResult(doc)
		return written(x, problems)
	case Settlement:
		x, problems := year.ReadSettlement(doc)
		return written(x, problems)
	case Workplan:
		x, problems := zio.ReadWorkplan(doc)
		return written(x, problems)
	}
	_, problems := engineOf(kind)
	return nil, problems
}

func written[T interface{ AppendDocument([]byte) []byte }](v T, problems zio.Problems) ([]byte, zio.Problems) {
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
