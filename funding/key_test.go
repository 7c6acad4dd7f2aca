package funding_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// 1,000.00 over Nijmegen with 6, Beuningen with 3 and Zaltbommel, which does not take part, with 1 pupil.
func TestKeys(t *testing.T) {
	counts := edits{"/counts": `[
		{"basis":"inhabitants","date":"2025-01-01","values":[{"municipality":"0268","count":3},{"municipality":"0209","count":1},{"municipality":"0297","count":1}]},
		{"basis":"clients","date":"2022-12-31","values":[{"municipality":"0268","count":1},{"municipality":"0209","count":1}]},
		{"basis":"clients","date":"2023-12-31","values":[{"municipality":"0268","count":2},{"municipality":"0209","count":2}]},
		{"basis":"clients","date":"2024-12-31","values":[{"municipality":"0268","count":4},{"municipality":"0209","count":0}]}]`}
	rata := func(basis, more, others string) string {
		return `{"rule":"pro-rata/1","basis":"` + basis + `"` + more + `,"nonParticipants":"` + others + `"}`
	}
	minutes := `{"rule":"own-use/1","measure":"eligible-minutes","nonParticipants":"redistribute"}`
	for _, c := range []struct{ name, key, want string }{
		{"one payer", `{"rule":"single-payer/1","payer":"vsv"}`, "vsv 1000.00"},
		{"6 and 3 of 9", rata("eligible-pupils", "", "redistribute"), "0209 333.33, 0268 666.67"},
		{"the same: who does not take part is not in the pool", rata("eligible-pupils", "", "leave-as-gap"), "0209 333.33, 0268 666.67"},
		{"enrolled, redistributed", rata("enrolled-pupils", "", "redistribute"), "0209 333.33, 0268 666.67"},
		{"6 and 3 of 10", rata("enrolled-pupils", "", "leave-as-gap"), "0209 300.00, 0268 600.00, gap 100.00"},
		{"minutes, 600 and 300", rata("eligible-minutes", "", "redistribute"), "0209 333.33, 0268 666.67"},
		{"inhabitants, 3 and 1", rata("inhabitants", "", "redistribute"), "0209 250.00, 0268 750.00"},
		{"inhabitants, 3 and 1 of 5", rata("inhabitants", "", "leave-as-gap"), "0209 200.00, 0268 600.00, gap 200.00"},
		{"clients of one year", rata("clients", `,"date":"2024-12-31"`, "redistribute"), "0209 0.00, 0268 1000.00"},
		{"clients of an earlier year", rata("clients", `,"date":"2023-12-31"`, "redistribute"), "0209 500.00, 0268 500.00"},
		{"three-year mean: 7 and 3", rata("clients", `,"date":"2024-12-31","years":3`, "redistribute"), "0209 300.00, 0268 700.00"},
		{"fixed shares", `{"rule":"fixed-shares/1","shares":[{"party":"0268","percent":"87.5"},{"party":"vsv","percent":"12.5"}]}`, "0268 875.00, vsv 125.00"},
		{"own use by minutes", minutes, "0209 333.33, 0268 666.67"},
		// 40 % by inhabitants: 300 and 100; 60 % by minutes: 400 and 200.
		{"hybrid", `{"rule":"hybrid/1","solidarity":"40","common":` + rata("inhabitants", "", "redistribute") + `,"own":` + minutes + `}`, "0209 300.00, 0268 700.00"},
		{"all solidarity", `{"rule":"hybrid/1","solidarity":"100","common":` + rata("inhabitants", "", "redistribute") + `,"own":` + minutes + `}`, "0209 250.00, 0268 750.00"},
		{"no solidarity", `{"rule":"hybrid/1","solidarity":"0","common":` + rata("inhabitants", "", "redistribute") + `,"own":` + minutes + `}`, "0209 333.33, 0268 666.67"},
		// A quarter by inhabitants with a gap: 150, 50 and 50; three quarters by one payer: 750.
		{"mixed", `{"rule":"mixed/1","parts":[{"weight":"1","key":` + rata("inhabitants", "", "leave-as-gap") + `},{"weight":"3","key":{"rule":"single-payer/1","payer":"0268"}}]}`, "0209 50.00, 0268 900.00, gap 50.00"},
	} {
		require.Equal(t, c.want, borne(calculated(t, edits{key: c.key}, counts)), c.name)
	}
	require.Equal(t, []string{"mixed.weight /components/0/key/parts/0/weight"}, refusedCodes(t, edits{key: `{"rule":"mixed/1","parts":[{"weight":"0","key":{"rule":"single-payer/1","payer":"0268"}}]}`}))
	require.Equal(t, []string{"agreement.percentage-out-of-range /components/0/key/solidarity"}, refusedCodes(t, edits{key: `{"rule":"hybrid/1","solidarity":"100.000001","common":` + minutes + `,"own":` + minutes + `}`}))
	require.Equal(t, []string{"pro-rata.date-without-series /components/0/key/date"}, refusedCodes(t, edits{key: rata("enrolled-pupils", `,"date":"2024-12-31"`, "redistribute")}))
	require.Equal(t, []string{"pro-rata.years-without-date /components/0/key/date"}, refusedCodes(t, edits{key: rata("clients", `,"years":2`, "redistribute")}))
	require.Equal(t, []string{"division.divisor-not-percentages /components/0/division/divisor"}, refusedCodes(t, edits{
		cost: `{"rule":"individual-decisions/1","tariffs":[{"product":"1","per":"hour","amount":"1.00","variant":"effort"}]}`,
		key:  `{"rule":"own-use/1","measure":"own-cost","nonParticipants":"redistribute"}`, "/components/0/division": `{"method":"keep","unit":"cent","divisor":"100"}`}))
}

// SAW: 1,019 students supported, 8 % of them from Drenthe is 82. Their part of a budget stays as a gap: with 270 of
// 1,000 students outside, 270,000.00 of a million, covered by VSV and shown.
func TestGapOfOutsiders(t *testing.T) {
	x := calculated(t, edits{cost + "/amount": `"1000000.00"`, key + "/basis": `"enrolled-pupils"`, key + "/nonParticipants": `"leave-as-gap"`, "/components/0/cover": `[{"party":"vsv"}]`},
		edits{"/groups/0/pupils": "500", "/groups/1/pupils": "230", "/groups/2/pupils": "270", "/groups/0/minutesPerWeek": "", "/groups/1/minutesPerWeek": "", "/groups/2/minutesPerWeek": ""})
	require.Equal(t, "0209 230000.00, 0268 500000.00, vsv 270000.00", borne(x))
	require.Equal(t, "270000.00", stepValue(t, x, "pot/cover/covered/vsv"))
	x = calculated(t, edits{cost + "/amount": `"1019.00"`, key + "/basis": `"enrolled-pupils"`, key + "/nonParticipants": `"leave-as-gap"`, "/components/0/division/unit": `"euro"`, "/components/0/division/method": `"largest-remainder"`},
		edits{"/groups/0/pupils": "50", "/groups/1/pupils": "42", "/groups/2/pupils": "8", "/groups/0/minutesPerWeek": "", "/groups/1/minutesPerWeek": "", "/groups/2/minutesPerWeek": ""})
	require.Equal(t, "82.00", x.Components[0].Gap.String()) // 8 % of 1,019 is 81.52
}

// Counts may be large, and have decimals where they count no people: 1,000.00 by 750 and 250 billion; by 123.45 and 370.35, which is 1
// to 3; by 10.0 and 1.000 in one year and 20.0 and 9 in the next, which is 30 to 10.
func TestCountsOfASeries(t *testing.T) {
	series := func(date, decimals string, a, b string) string {
		return `{"basis":"gemeentefonds","date":"` + date + `",` + decimals + `"values":[{"municipality":"0268","count":` + a + `},{"municipality":"0209","count":` + b + `}]}`
	}
	by := func(more string) edits {
		return edits{key: `{"rule":"pro-rata/1","basis":"gemeentefonds",` + more + `"nonParticipants":"redistribute"}`}
	}
	counts := func(list ...string) edits { return edits{"/counts": "[" + strings.Join(list, ",") + "]"} }
	require.Equal(t, "0209 250.00, 0268 750.00", borne(calculated(t, by(""), counts(series("2025-01-01", "", "750000000000", "250000000000")))))
	x := calculated(t, by(""), counts(series("2025-01-01", `"decimals":2,`, "12345", "37035")))
	require.Equal(t, "0209 750.00, 0268 250.00", borne(x))
	require.Equal(t, "123.45", x.Components[0].Shares[1].Weight)
	require.Equal(t, "0209 250.00, 0268 750.00", borne(calculated(t, by(`"date":"2025-01-01","years":2,`), counts(series("2025-01-01", "", "20", "9"), series("2024-01-01", `"decimals":1,`, "100", "10")))))

	require.Equal(t, []string{"document.number-out-of-range /counts/0/values/0/count"}, refusedPopulation(t, counts(series("2025-01-01", "", "1000000000001", "1"))))
	require.Equal(t, []string{"document.number-out-of-range /counts/0/decimals"}, refusedPopulation(t, counts(series("2025-01-01", `"decimals":7,`, "1", "1"))))
	require.Equal(t, []string{"population.head-count-decimals /counts/0/decimals"}, refusedPopulation(t, counts(strings.Replace(series("2025-01-01", `"decimals":1,`, "1", "1"), "gemeentefonds", "clients", 1))))
}
