package funding_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// minuteStream is a component that charges every minute of a route, at some sites, at one euro a minute: 60.00 an hour for a week.
func minuteStream(id, route, sites, rate string, weeks int) string {
	return fmt.Sprintf(`{"id":%q,"title":"C","route":%q,%s"cost":{"rule":"route-minutes/1","rate":%q,"weeks":%d,"rounding":"half-up"},"key":{"rule":"single-payer/1","payer":"vsv"},
		"flow":{"rule":"direct/1","payees":[{"party":"zorg","weight":"1","instrument":"purchase"}]},"division":{"method":"largest-remainder","unit":"cent"}}`, id, route, sites, rate, weeks)
}

// Route minutes charged and minutes listed are all minutes, on any school with any streams. The minutes are added in the document;
// a minute that is charged costs one euro.
func TestMinutesChargedAndListedAreAllMinutes(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 5))
	claims := []string{"jeugdwet", "wlz", "zvw", "education", "wmo", "prevention", ""}
	sites := []string{"01AB00", "01AB01", "02CD00"}
	some := 0
	for range 100 {
		all := int64(0)
		var groups, pupils, streams []string
		for _, home := range []string{"0268", "0209", "0297"} {
			for _, site := range sites {
				for _, claim := range claims {
					n := 1 + random.Int64N(9)
					minutes := n * (1 + random.Int64N(299))
					all += minutes
					groups = append(groups, fmt.Sprintf(`{"site":%q,"home":%q,%s"pupils":%d,"minutesPerWeek":%d}`, site, home, member("route", claim), n, minutes))
				}
			}
		}
		for i := range random.IntN(9) {
			guidance, nursing, support := 1+random.Int64N(900), 1+random.Int64N(300), 1+random.Int64N(200)
			all += guidance + nursing + support
			pupils = append(pupils, fmt.Sprintf(`{"ref":"leerling-%d","site":%q,"home":%q,%s"needs":[{"kind":"guidance","minutesPerWeek":%d},{"kind":"nursing","minutesPerWeek":%d},{"kind":"education-support","minutesPerWeek":%d}]}`,
				i, sites[random.IntN(3)], []string{"0268", "0297"}[random.IntN(2)], member("wlz", []string{"", "granted"}[random.IntN(2)]), guidance, nursing, support))
		}
		for i, route := range []string{"jeugdwet-collective", "jeugdwet-individual", "wlz", "zvw", "education", "wmo", "prevention", "grey"} {
			switch random.IntN(4) {
			case 0: // every site in one stream
				streams = append(streams, minuteStream(fmt.Sprintf("s%d", i), route, "", "60.00", 1))
			case 1: // a stream for each of some sites
				for j, site := range sites[:1+random.IntN(3)] {
					streams = append(streams, minuteStream(fmt.Sprintf("s%d-%d", i, j), route, `"sites":["`+site+`"],`, "60.00", 1))
				}
			}
		}
		if len(streams) == 0 {
			continue
		}
		some++
		x := calculated(t, edits{"/components": "[" + strings.Join(streams, ",") + "]"}, edits{"/groups": "[" + strings.Join(groups, ",") + "]", "/pupils": "[" + strings.Join(pupils, ",") + "]"})
		cost, err := x.Cost()
		require.NoError(t, err)
		listed := int64(0)
		for _, r := range x.Routing.Routes {
			listed += r.UnchargedPerWeek
		}
		require.Equal(t, 100*all, cost.Cents()+100*listed)
	}
	require.Greater(t, some, 60)
}

func member(name, value string) string {
	if value == "" {
		return ""
	}
	return fmt.Sprintf("%q:%q,", name, value)
}

// half is one part of a period that is split.
type half struct{ from, until zio.Date }

func (h half) period() edits {
	return edits{"/period": fmt.Sprintf(`{"from":%q,"until":%q}`, h.from, h.until)}
}

// sum adds the cost and the shares of results.
func sum(t *testing.T, results ...*funding.Result) map[string]int64 {
	out := map[string]int64{}
	for _, x := range results {
		cost, err := x.Cost()
		require.NoError(t, err)
		out["cost"] += cost.Cents()
		for _, s := range x.Shares {
			out[s.Party] += s.Amount.Cents()
		}
	}
	return out
}

// A period that is split in two adds up to the whole, for each party too, where the rule is linear in time: minutes of pupils who come,
// go and move, by days, where the weeks of a part are in proportion to its days. Forty weeks are 280 days; at 420.00 an hour a minute
// a week costs one euro a day, so that nothing is rounded.
func TestSplitPeriodsOfMinutes(t *testing.T) {
	random := rand.New(rand.NewPCG(13, 17))
	first := zio.MustParseDate("2025-01-06")
	for range 60 {
		var pupils []string
		for i := range 1 + random.IntN(8) {
			from := random.Int64N(280)
			until := from + random.Int64N(280-from)
			q := fmt.Sprintf(`{"ref":"leerling-%d","home":%q,"needs":[{"kind":"guidance","minutesPerWeek":%d}],"from":%q,"until":%q`,
				i, []string{"0268", "0209"}[random.IntN(2)], 1+random.IntN(900), first.AddDays(from), first.AddDays(until))
			if random.IntN(2) == 0 {
				q += fmt.Sprintf(`,"moves":[{"on":%q,"to":%q}]`, first.AddDays(from+random.Int64N(until-from+1)), []string{"0268", "0209", "0297"}[random.IntN(3)])
			}
			if random.IntN(3) == 0 {
				q += fmt.Sprintf(`,"decisionUntil":%q`, first.AddDays(random.Int64N(280)))
			}
			pupils = append(pupils, q+"}")
		}
		population := edits{"/groups": "[]", "/pupils": "[" + strings.Join(pupils, ",") + "]"}
		of := func(from, weeks int64) *funding.Result {
			e := half{first.AddDays(7 * from), first.AddDays(7*(from+weeks) - 1)}.period()
			e["/routing"] = `{"within":` + moving + `}`
			e[cost] = fmt.Sprintf(`{"rule":"estimated-hours/1","rate":"420.00","weeks":%d,"rounding":"half-up","evidence":["proef"]}`, weeks)
			e[key] = `{"rule":"own-use/1","measure":"eligible-minutes","nonParticipants":"redistribute"}`
			return calculated(t, e, population)
		}
		weeks := 1 + random.Int64N(39)
		require.Equal(t, sum(t, of(0, 40)), sum(t, of(0, weeks), of(weeks, 40-weeks)), "split after %d weeks: %v", weeks, pupils)
	}
}

// The same of staff that changes from month to month: 12,000.00 per fte and year is 1.00 per thousandth and month.
func TestSplitPeriodsOfStaff(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 23))
	first := zio.MustParseDate("2025-01-01")
	for range 60 {
		var fte [12]int64 // in each month
		for m := range fte {
			if fte[m] = random.Int64N(3000); m > 0 && random.IntN(2) == 0 {
				fte[m] = fte[m-1]
			}
		}
		of := func(from, until int) *funding.Result { // months
			var steps []string
			for m := from; m < until; m++ {
				steps = append(steps, fmt.Sprintf(`{"from":%q,"fte":"%d.%03d"}`, first.AddMonths(int64(m)), fte[m]/1000, fte[m]%1000))
			}
			e := half{first.AddMonths(int64(from)), first.AddMonths(int64(until)).AddDays(-1)}.period()
			e[cost] = `{"rule":"staffing/1","ratePerFte":"12000.00","rounding":"half-up","posts":[{"label":"x","steps":[` + strings.Join(steps, ",") + `]}]}`
			e[key] = `{"rule":"single-payer/1","payer":"0268"}`
			return calculated(t, e, nil)
		}
		months := 1 + random.IntN(11)
		require.Equal(t, sum(t, of(0, 12)), sum(t, of(0, months), of(months, 12)), "split after %d months: %v", months, fte)
	}
}
