package textfile

import (
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf16"

	"github.com/stretchr/testify/require"
)

// wide writes a text as UTF-16.
func wide(text string, big bool) string {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		if big {
			b = append(b, byte(u>>8), byte(u))
		} else {
			b = append(b, byte(u), byte(u>>8))
		}
	}
	return string(b)
}

func packed(text string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = io.WriteString(w, text)
	_ = w.Close()
	return b.String()
}

func TestEveryFormOfAText(t *testing.T) {
	text := "{\"naam\": \"Súdwest-Fryslân €\", \"teken\": \"𝄞\"}\n"
	for name, file := range map[string]string{
		"plain":                   text,
		"mark":                    Mark + text,
		"utf-16 little":           wide("\uFEFF"+text, false),
		"utf-16 big":              wide("\uFEFF"+text, true),
		"utf-16 little, no mark":  wide(text, false),
		"utf-16 big, no mark":     wide(text, true),
		"gzip":                    packed(text),
		"gzip of a mark":          packed(Mark + text),
		"gzip of utf-16":          packed(wide("\uFEFF"+text, false)),
		"utf-16 over the buffers": wide("\uFEFF"+strings.Repeat(text, 1000), false),
		"gzip of two parts":       packed(text[:20]) + packed(text[20:]),
	} {
		want := text
		if strings.Contains(name, "buffers") {
			want = strings.Repeat(text, 1000)
		}
		for _, r := range []io.Reader{strings.NewReader(file), iotest.OneByteReader(strings.NewReader(file)), iotest.DataErrReader(strings.NewReader(file))} {
			data, err := Read(r, 1<<20)
			require.NoError(t, err, name)
			require.Equal(t, want, string(data), name)
		}
		require.Equal(t, name == "plain" || name == "mark", IsPlain([]byte(file[:4])), name)
	}
}

func TestTextsThatAreNotWhole(t *testing.T) {
	for name, test := range map[string]struct{ file, want string }{
		"empty":                {"", ""},
		"one byte":             {"{", "{"},
		"binary":               {"\x00\x00\x01\x00", "\x00\x00\x01\x00"},
		"half a unit":          {"\xFF\xFE{\x00}", "{\xFF"},
		"half a pair":          {"\xFF\xFE{\x00\x34\xD8}\x00", "{\xFF}"},
		"half a pair, the end": {"\xFF\xFE{\x00\x34\xD8", "{\xFF"},
		"second half alone":    {"\xFF\xFE\x1E\xDD}\x00", "\xFF}"},
	} {
		data, err := Read(strings.NewReader(test.file), 100)
		require.NoError(t, err, name)
		require.Equal(t, test.want, string(data), name)
	}
	data, err := Read(strings.NewReader(Mark+"123456"), 4)
	require.NoError(t, err)
	require.Equal(t, "12345", string(data), "one byte more than the limit, so that it is seen")
}

// What breaks off, or is not what its checksum says, is an error and never an end.
func TestBrokenFiles(t *testing.T) {
	file := packed(strings.Repeat("0123456789", 1000))
	crc := []byte(file)
	crc[len(crc)-8] ^= 1
	lost := errors.New("connection lost")
	for name, r := range map[string]io.Reader{
		"no gzip":     strings.NewReader("\x1F\x8Bx"),
		"checksum":    bytes.NewReader(crc),
		"no trailer":  strings.NewReader(file[:len(file)-8]),
		"cut off":     strings.NewReader(file[:len(file)-20]),
		"reader":      io.MultiReader(strings.NewReader("{}"), iotest.ErrReader(lost)),
		"at once":     iotest.ErrReader(lost),
		"utf-16":      io.MultiReader(strings.NewReader(wide("\uFEFF{}", false)), iotest.ErrReader(lost)),
		"half a unit": io.MultiReader(strings.NewReader("\xFF\xFE{"), iotest.ErrReader(lost)),
	} {
		_, err := Read(r, 1<<20)
		require.Error(t, err, name)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(wide("\uFEFF{}", true)))
	f.Add([]byte(packed("{}")))
	f.Fuzz(func(t *testing.T, file []byte) {
		data, _ := Read(bytes.NewReader(file), 1<<16)
		require.LessOrEqual(t, len(data), 1<<16+1)
	})
}
