package analysis

import (
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// tree is the agreement as a document that can be changed.
func tree(a *funding.Agreement) (strictjson.Value, zio.Problems) {
	if a == nil {
		return strictjson.Value{}, zio.Problems{problemNothing.At("")}
	}
	v, faults := strictjson.Parse(a.AppendDocument(nil), strictjson.Limits{})
	return v, zio.ProblemsOf(faults)
}

// find follows a JSON Pointer (RFC 6901); nil when there is nothing.
func find(v *strictjson.Value, pointer string) *strictjson.Value {
	for pointer != "" {
		if pointer[0] != '/' {
			return nil
		}
		token, rest, more := strings.Cut(pointer[1:], "/")
		pointer = ""
		if more {
			pointer = "/" + rest
		}
		token = strings.ReplaceAll(strings.ReplaceAll(token, "~1", "/"), "~0", "~")
		var next *strictjson.Value
		switch v.Kind {
		case strictjson.Object:
			for i := range v.Members {
				if v.Members[i].Name == token {
					next = &v.Members[i].Value
				}
			}
		case strictjson.Array:
			if n, ok := strictjson.ParseInt(token); ok && n >= 0 && n < int64(len(v.Members)) && strconv.FormatInt(n, 10) == token {
				next = v.Item(int(n))
			}
		}
		if next == nil {
			return nil
		}
		v = next
	}
	return v
}
