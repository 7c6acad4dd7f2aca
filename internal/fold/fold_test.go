package fold

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestFold(t *testing.T) {
	for text, want := range map[string]string{
		"'s-Gravenhage": "s gravenhage", "S GRAVENHAGE": "s gravenhage", "Súdwest-Fryslân": "sudwest fryslan", "Su\u0301dwest": "sudwest",
		"Gemeente Nijmegen": "nijmegen", "St. Michielsgestel": "sint michielsgestel", "ĳsselstein": "ijsselstein",
		"Alphen a/d Rijn": "alphen aan rijn", "Alphen aan den Rijn": "alphen aan rijn", "Capelle a.d. IJssel": "capelle aan ijssel",
		"Land v. Cuijk": "land van cuijk", "Land v Cuijk": "land van cuijk", "Wijk b. Duurstede": "wijk bij duurstede",
		"Berg & Dal": "berg en dal", "Berg&Dal": "berg en dal", "&": "en",
		"v": "v", "Wijk b": "wijk b", "": "", "--": "",
	} {
		require.Equal(t, want, string(Append(nil, text)), text)
	}
	require.Equal(t, "sgravenhage", string(Squeezed([]byte("s gravenhage"))))
}
