package schema

import (
	"slices"
	"strings"
	"sync"

	"github.com/zio-collectief/zio/zio"
)

// engines are made when they are first asked for, one for each kind.
var engines = func() map[Kind]func() (*engine, error) {
	all := map[Kind]func() (*engine, error){}
	for _, kind := range Kinds() {
		all[kind] = sync.OnceValues(func() (*engine, error) {
			e, _, err := newEngine(zio.SchemaID(string(kind)), Document(kind))
			return e, err
		})
	}
	return all
}()

// engineOf is the engine of a kind, or what is wrong with the kind.
func engineOf(kind Kind) (*engine, zio.Problems) {
	made, known := engines[kind]
	if !known {
		return nil, zio.Problems{problemKind.At("", "value", shorten(string(kind)), "choices", kindList())}
	}
	e, err := made()
	if err != nil {
		return nil, zio.Problems{problemEngine.At("", "reason", err.Error())}
	}
	return e, nil
}

func kindList() string {
	var names []string
	for _, kind := range Kinds() {
		names = append(names, string(kind))
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}
