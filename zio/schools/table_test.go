package schools

import (
	"bytes"
	"compress/gzip"
	"testing"

	"github.com/stretchr/testify/require"
)

// A table that was cut off, or that has another form, is refused.
func TestReadRefuses(t *testing.T) {
	const head = "zio-schools/1\t2024-10-01\t3\tsha256:0\tfile.csv\n"
	const line = "00OS00\tSint Maartenschool\t\tUbbergen\t1945\tso\t41531\tPO2507\t\t190\t3\t2\t0268.49.44 0296 D.2\n"
	pack := func(text string) []byte {
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, err := w.Write([]byte(text))
		require.NoError(t, err)
		require.NoError(t, w.Close())
		return b.Bytes()
	}
	d, err := read(pack(head + line))
	require.NoError(t, err)
	s := d.schools[0]
	require.Equal(t, []Count{{49, 181}, {1, 4}, {2, 8}}, []Count{s.Homes[0].Count, s.Homes[1].Count, s.Homes[2].Count})
	require.Equal(t, Germany, s.Homes[2].Elsewhere)
	require.Equal(t, Count{2, 8}, s.Adults)
	require.True(t, s.Secondary.IsZero())
	for _, bad := range [][]byte{nil, packed[:len(packed)/2], pack(""), pack("zio-schools/2\t2024-10-01\t3\tx\ty\n"), pack(head + "00OS00\tname\n"),
		pack(head + "XX\tSint Maartenschool\t\tUbbergen\t1945\tso\t41531\tPO2507\t\t190\t3\t2\t0268\n"),
		pack(head + "00OS00\tSint Maartenschool\t\tUbbergen\t1945\tso\t41531\tPO2507\t\t190\t3\t2\t0268.x\n")} {
		_, err := read(bad)
		require.Error(t, err)
	}
	require.Less(t, len(packed), 80_000, "budget of the embedded table")
}
