package schema

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func TestEveryKindHasASchemaThatBothStagesKnow(t *testing.T) {
	for _, kind := range Kinds() {
		text := Document(kind)
		require.NotEmpty(t, text, kind)
		id := zio.SchemaID(string(kind))
		e, slow, err := newEngine(id, text)
		require.NoError(t, err, kind)
		require.NoError(t, slow, kind)
		require.True(t, e.closed(), "%s: a document is read in parts", kind)
		_, err = newJudge(id, text, "")
		require.NoError(t, err, kind)
	}
	require.True(t, Document("../1.0/agreement") == nil)
	require.True(t, Document("") == nil)
}
