package importer

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"testing"

	"github.com/stretchr/testify/require"
)

func gzipped(t *testing.T, data []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(data)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return b.Bytes()
}

// A text packed by gzip is read as the text; its digest is that of the file as it stands. Damage is a problem, not an end.
func TestGunzip(t *testing.T) {
	packed := gzipped(t, []byte("gemeente;aantal\nNijmegen;12\n"))
	f, err := Open("-", bytes.NewReader(packed), Options{})
	require.NoError(t, err)
	r, err := f.Table()
	require.NoError(t, err)
	text, err := io.ReadAll(r)
	require.NoError(t, err)
	require.Equal(t, "gemeente;aantal\nNijmegen;12\n", string(text))
	sum := sha256.Sum256(packed)
	require.Equal(t, "sha256:"+hex.EncodeToString(sum[:]), f.Digest())

	broken := bytes.Clone(packed)
	broken[len(broken)-6] ^= 1 // of the checksum
	for name, data := range map[string][]byte{"no trailer": packed[:len(packed)-8], "cut": packed[:len(packed)-12], "bad checksum": broken, "no header": packed[:5]} {
		f, err := Open("-", bytes.NewReader(data), Options{})
		if err == nil {
			r, _ := f.Table()
			_, err = io.ReadAll(r)
		}
		require.ErrorContains(t, err, "damaged", name)
	}
}

// Zeros that were packed a thousand times smaller end after 16 of their 64 MiB.
func TestGunzipBomb(t *testing.T) {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	zeros := make([]byte, 1<<20)
	for range 64 {
		_, _ = w.Write(zeros)
	}
	require.NoError(t, w.Close())
	f, err := Open("-", &b, Options{})
	require.NoError(t, err)
	r, err := f.Table()
	require.NoError(t, err)
	n, err := io.Copy(io.Discard, r)
	require.ErrorContains(t, err, "200")
	require.Less(t, n, int64(17<<20))
}
