package zio_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// A label is no part of anything else: "18|x" of minors is another group than "x" of adults.
func TestGroupsThatOnlyLookTheSame(t *testing.T) {
	p := &zio.Population{Title: "x", CountDate: zio.MustParseDate("2024-10-01"), Groups: []zio.Group{
		{Home: zio.MustParseMunicipalityCode("0268"), Adult: true, Label: "x", Pupils: 1},
		{Home: zio.MustParseMunicipalityCode("0268"), Label: "18|x", Pupils: 1},
		{Home: zio.MustParseMunicipalityCode("0268"), Label: "|x", Pupils: 1},
		{Home: zio.MustParseMunicipalityCode("0268"), Label: "x", Pupils: 1},
	}}
	require.Empty(t, p.Check())
}
