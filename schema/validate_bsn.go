package schema

import (
	"bytes"

	"github.com/zio-collectief/zio/zio"
)

// No schema can say that a text passes the eleven test, so the references of pupil lines are looked at apart.

// pupilReference is the text of the member "ref" in a record that the schema accepts, without its quotes; nil when there is
// none that is written plainly. A text that is a value is never followed by a colon, so what is found is the member.
func pupilReference(record []byte) []byte {
	for rest := record; ; {
		i := bytes.Index(rest, []byte(`"ref"`))
		if i < 0 {
			return nil
		}
		rest = bytes.TrimLeft(rest[i+5:], " \t\r\n")
		if len(rest) == 0 || rest[0] != ':' {
			continue
		}
		rest = bytes.TrimLeft(rest[1:], " \t\r\n")
		if len(rest) == 0 || rest[0] != '"' {
			return nil
		}
		if end := bytes.IndexByte(rest[1:], '"'); end >= 0 {
			return rest[1 : 1+end]
		}
		return nil
	}
}

// suspect reports whether the record of a pupil has a reference that could be a BSN, or one that must be read to know.
func (c *checker) suspect(record []byte) bool {
	if !c.pupils {
		return false
	}
	ref := pupilReference(record)
	if ref == nil || bytes.IndexByte(ref, '\\') >= 0 {
		return true
	}
	for _, d := range ref {
		if d < '0' || d > '9' {
			return false
		}
	}
	return len(ref) == 8 || len(ref) == 9
}

// bsn is the problem of a pupil line whose reference is a BSN; the reader of pupils decides.
func bsn(record []byte) zio.Problems {
	ref := pupilReference(record)
	if ref == nil {
		return nil
	}
	if _, err := zio.ParsePupilRef(string(ref)); err != nil {
		if p, ok := err.(zio.Problem); ok {
			p.Pointer = "/ref"
			return zio.Problems{p}
		}
	}
	return nil
}
