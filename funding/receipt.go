package funding

import (
	"strconv"

	"github.com/zio-collectief/zio/internal/sha256"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// receipt says with what the result was made.
func receipt(a *Agreement, p *zio.Population, x *Result) Receipt {
	var rules []string
	for i := range x.Trace.Steps {
		rules = insertText(rules, x.Trace.Steps[i].Rule)
	}
	x.Receipt = Receipt{Library: Version, Schema: SchemaVersion, Rules: rules,
		Agreement: Digest(a, (*Agreement).Bind), Population: Digest(p, (*zio.Population).Bind)}
	x.Receipt.Result = Digest(x, (*Result).Bind)
	return x.Receipt
}

// Digest is "sha256:" and the digest of the canonical document of a value in hexadecimal digits.
func Digest[T any](v *T, bind func(*T, *strictjson.Fields)) string {
	d := sha256.New()
	_ = strictjson.WriteTo(d, v, bind) // a digest takes everything
	sum := d.Sum()
	b := make([]byte, 0, 7+2*len(sum))
	b = append(b, "sha256:"...)
	for _, c := range sum {
		if c < 16 {
			b = append(b, '0')
		}
		b = strconv.AppendUint(b, uint64(c), 16)
	}
	return string(b)
}

// Version is the version of the library, SchemaVersion that of the exchange documents.
const (
	Version       = "0.2.0"
	SchemaVersion = "1.0"
)
