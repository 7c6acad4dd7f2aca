package zio_test

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/internal/proof/published"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Documents have the members and the ends that their published schemas have, and the examples of the schemas are read and written
// as they stand there.
func TestDocumentsAsPublished(t *testing.T) {
	for kind, c := range map[string]struct {
		members *strictjson.Description
		again   func([]byte) ([]byte, zio.Problems)
	}{
		"population": {strictjson.Describe((*zio.Population).Bind), func(b []byte) ([]byte, zio.Problems) {
			x, problems := zio.ReadPopulation(b)
			return x.AppendDocument(nil), problems
		}},
		"register": {strictjson.Describe((*zio.Register).Bind), func(b []byte) ([]byte, zio.Problems) {
			x, problems := zio.ReadRegister(b)
			return x.AppendDocument(nil), problems
		}},
		"indicators": {strictjson.Describe((*zio.Indicators).Bind), func(b []byte) ([]byte, zio.Problems) {
			x, problems := zio.ReadIndicators(b)
			return x.AppendDocument(nil), problems
		}},
		"workplan": {strictjson.Describe((*zio.Workplan).Bind), func(b []byte) ([]byte, zio.Problems) {
			x, problems := zio.ReadWorkplan(b)
			return x.AppendDocument(nil), problems
		}},
		"pupil": {members: strictjson.Describe((*zio.Pupil).Bind)},
	} {
		s, err := published.Read("../schema/1.0/" + kind + ".schema.json")
		require.NoError(t, err)
		require.Empty(t, s.Document(c.members.Fields), kind)
		if c.again == nil {
			continue
		}
		text, err := os.ReadFile("../schema/examples/" + kind + ".json")
		require.NoError(t, err)
		written, problems := c.again(text)
		require.Empty(t, problems, kind)
		require.JSONEq(t, string(text), string(written), kind)
	}
}
