package schema_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/year"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

// Functions that refuse with an error or problems refuse what is nothing with one code.
func TestNothingIsRefused(t *testing.T) {
	atlas := &zio.Atlas{}
	all := func(_ any, problems zio.Problems) zio.Problems { return problems }
	one := func(_ any, err error) zio.Problems { return zio.ProblemsOfError(err) }
	row := func(err error) zio.Problems { return zio.ProblemsOfError(err) }
	_, _, convert := (*zio.Population)(nil).Convert(atlas, zio.Date{}, zio.ConvertOptions{})
	_, _, nowhere := (&zio.Population{}).Convert(nil, zio.Date{}, zio.ConvertOptions{})
	_, err := intake.ReadDuoPO(nil, intake.Options{}, nil)
	_, plain := intake.ReadPlain(nil, intake.Mapping{}, zio.Date{}, intake.Options{}, nil)
	_, areas := intake.ReadCBSAreas(nil, intake.Options{}, nil)
	for name, problems := range map[string]zio.Problems{
		"indicators": (*zio.Indicators)(nil).Check(), "register": (*zio.Register)(nil).Check(), "workplan": (*zio.Workplan)(nil).Check(),
		"convert": convert, "convert to nowhere": nowhere, "with": all(atlas.With(nil)), "nothing with": all((*zio.Atlas)(nil).With(&zio.Register{})),
		"table": one(intake.OpenTable(nil, intake.TableOptions{})), "records": one(intake.OpenRecords([]string{"a"}, nil, intake.TableOptions{})),
		"duo": row(err), "plain": row(plain), "areas": row(areas), "rounded": all(schema.Rounded(nil)), "check": all(schema.Check(nil)),
		"leaves": one(analysis.Leaves(nil, "0268")), "joins": one(analysis.Joins(nil, "0268")), "payments": all(year.PaymentsFromTable(nil, nil, intake.TableOptions{})),
	} {
		require.Len(t, problems, 1, name)
		require.Equal(t, "document.nothing", problems[0].Code(), name)
	}
}
