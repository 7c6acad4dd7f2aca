package funding_test

import (
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// What one municipality reads, and what all read, in Dutch and in English.
func TestWordsOfSystems(t *testing.T) {
	for _, c := range []struct{ system, party string }{
		{"st-maartenschool", "0209"}, {"st-maartenschool", "0268"}, {"st-maartenschool", ""},
		{"einstein-class", "1949"}, {"einstein-class", "0080"},
		{"school-als-wijk", "0014"}, {"school-als-wijk", ""},
		{"leijpark-tilburg", ""}, {"sjso-amsterdam", ""},
	} {
		folder := "../examples/agreements/" + c.system + "/"
		agreement, err := os.ReadFile(folder + "agreement.json")
		require.NoError(t, err)
		population, err := os.ReadFile(folder + "population.json")
		require.NoError(t, err)
		x := outcome(t, agreement, population)
		for _, l := range []zio.Lang{zio.Dutch, zio.English} {
			var b strings.Builder
			for _, s := range x.Explain(c.party, l) {
				b.WriteString(s.Component + ": " + s.Text)
				if s.Basis != "" {
					b.WriteString(" [" + s.Basis + "]")
				}
				b.WriteString("\n")
			}
			name := c.party
			if name == "" {
				name = "all"
			}
			golden(t, "words-"+c.system+"-"+name+"."+l.String()+".txt", b.String())
		}
	}
}
