package zio_test

import (
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

func counts(pairs ...any) []zio.CountValue {
	var list []zio.CountValue
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, zio.CountValue{Municipality: gm(pairs[i].(string)), Count: int64(pairs[i+1].(int))})
	}
	return list
}

var byWeight = zio.ConvertOptions{Splits: zio.SplitByWeight}

func TestConvertMergers(t *testing.T) {
	a := zio.Netherlands()
	// The twelve municipalities of Rijk van Nijmegen and Land van Cuijk in 2019 are eight in 2026.
	twelve := counts("0209", 10, "0225", 20, "0252", 30, "0268", 400, "0296", 50, "0944", 6, "1945", 70,
		"0756", 1, "0786", 2, "0815", 3, "1684", 4, "1702", 5)
	c, problems := a.Convert(twelve, day("2019-10-01"), day("2026-01-01"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, counts("0209", 10, "0225", 20, "0252", 30, "0268", 400, "0296", 50, "0944", 6, "1945", 70, "1982", 15), c.Counts)
	require.Len(t, c.Steps, 5)
	require.Equal(t, zio.ConversionStep{On: day("2022-01-01"), From: gm("0756"), To: gm("1982"), Count: 1}, c.Steps[0])

	// On the same division nothing changes; the same municipality twice is added up.
	c, problems = a.Convert(counts("0363", 3, "0457", 2, "0363", 4), day("2022-03-23"), day("2022-03-23"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, counts("0363", 7, "0457", 2), c.Counts)
	require.Empty(t, c.Steps)
	c, problems = a.Convert(counts("0363", 3, "0457", 2), day("2022-03-23"), day("2022-03-24"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, counts("0363", 5), c.Counts)

	// Two changes in a row: Gaasterlân-Sleat, De Friese Meren, De Fryske Marren.
	c, problems = a.Convert(counts("0653", 9), day("2013-10-01"), day("2015-07-01"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, counts("1940", 9), c.Counts)
	c, problems = a.Convert(counts("0653", 9), day("2013-10-01"), day("2015-06-30"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, counts("1921", 9), c.Counts)
}

// Of 100 pupils in Haaren the exact shares are 100 times 881, 2308, 541 and 2009 of 5739:
// 15.351, 40.216, 9.427 and 35.006. The whole numbers are 99 together; the one that remains
// goes to Tilburg, which has the largest remainder.
func TestConvertSplitByWeight(t *testing.T) {
	a := zio.Netherlands()
	c, problems := a.Convert(counts("0788", 100, "0855", 1000), day("2020-10-01"), day("2021-01-01"), byWeight)
	require.Empty(t, problems)
	require.Equal(t, counts("0757", 15, "0824", 40, "0855", 1010, "0865", 35), c.Counts)
	require.Equal(t, zio.ConversionStep{On: day("2021-01-01"), From: gm("0788"), To: gm("0824"), Count: 40, Weight: 2308, WeightSum: 5739}, c.Steps[1])

	c, problems = a.Convert(counts("0788", 1), day("2020-10-01"), day("2021-01-01"), byWeight)
	require.Empty(t, problems)
	require.Equal(t, counts("0757", 0, "0824", 1, "0855", 0, "0865", 0), c.Counts)

	// Exactly the weights come out for their sum, and the largest count does not overflow.
	c, problems = a.Convert(counts("0788", 5739), day("2020-10-01"), day("2021-01-01"), byWeight)
	require.Empty(t, problems)
	require.Equal(t, counts("0757", 881, "0824", 2308, "0855", 541, "0865", 2009), c.Counts)
	big := []zio.CountValue{{Municipality: gm("0788"), Count: zio.MaxConvert}}
	c, problems = a.Convert(big, day("2020-10-01"), day("2021-01-01"), byWeight)
	require.Empty(t, problems)
	require.Equal(t, int64(zio.MaxConvert), c.Counts[0].Count+c.Counts[1].Count+c.Counts[2].Count+c.Counts[3].Count)
}

func TestConvertAsks(t *testing.T) {
	a := zio.Netherlands()
	weights := func(pairs ...any) (list []zio.Succession) {
		for i := 0; i < len(pairs); i += 2 {
			list = append(list, zio.Succession{On: day("2015-01-01"), From: gm("1671"), To: gm(pairs[i].(string)), Weight: int64(pairs[i+1].(int))})
		}
		return list
	}
	for _, c := range []struct {
		name     string
		counts   []zio.CountValue
		from, to string
		options  zio.ConvertOptions
		code, at string
	}{
		{"a split with weights, asked", counts("0363", 1, "0788", 5), "2020-01-01", "2021-01-01", zio.ConvertOptions{}, "register.split-asked", "/1/municipality"},
		{"a split without weights", counts("1671", 5), "2014-01-01", "2016-01-01", byWeight, "register.split-without-weights", "/0/municipality"},
		{"a split without weights, asked", counts("1671", 5), "2014-01-01", "2016-01-01", zio.ConvertOptions{}, "register.split-without-weights", "/0/municipality"},
		{"a part is missing in the answer", counts("1671", 5), "2014-01-01", "2016-01-01", zio.ConvertOptions{Weights: weights("0796", 3)}, "register.weights-wrong", "/0/municipality"},
		{"the answer weighs nothing", counts("1671", 5), "2014-01-01", "2016-01-01", zio.ConvertOptions{Weights: weights("0796", 0, "0828", 0)}, "register.weights-wrong", "/0/municipality"},
		{"the answer is negative", counts("1671", 5), "2014-01-01", "2016-01-01", zio.ConvertOptions{Weights: weights("0796", 5, "0828", -1)}, "register.weights-wrong", "/0/municipality"},
		{"an answer for another municipality", counts("1671", 5), "2014-01-01", "2016-01-01", zio.ConvertOptions{Weights: weights("0855", 1)}, "register.split-without-weights", "/0/municipality"},
		{"back in time", counts("0363", 5), "2023-01-01", "2022-01-01", byWeight, "register.backward", ""},
		{"not in force on the first day", counts("0363", 5, "0457", 1), "2023-01-01", "2024-01-01", byWeight, "municipality.ended", "/1/municipality"},
		{"negative", counts("0363", -1), "2023-01-01", "2024-01-01", byWeight, "register.count-wrong", "/0/count"},
		{"too large together", []zio.CountValue{{Municipality: gm("0363"), Count: zio.MaxConvert}, {Municipality: gm("0363"), Count: 1}}, "2023-01-01", "2024-01-01", byWeight, "register.count-wrong", "/1/count"},
		{"after the register", counts("0363", 5), "2023-01-01", "2027-01-01", byWeight, "register.date-outside", ""},
	} {
		got, problems := a.Convert(c.counts, day(c.from), day(c.to), c.options)
		require.Len(t, problems, 1, c.name)
		require.Equal(t, c.code, problems[0].Code(), c.name)
		require.Equal(t, c.at, problems[0].Pointer, c.name)
		require.NotContains(t, problems[0].Text(zio.Dutch)+problems[0].Text(zio.English), "{", c.name)
		require.Empty(t, got.Counts, c.name)
	}
	_, problems := a.Convert(counts("1671", 5), day("2014-01-01"), day("2016-01-01"), byWeight)
	require.Equal(t, "Maasdonk (1671) is op 2015-01-01 verdeeld over 's-Hertogenbosch (0796), Oss (0828). Het register weet niet hoeveel naar elk ging. Geef de gewichten op, of tel de leerlingen opnieuw per gemeente.", problems[0].Text(zio.Dutch))

	// With an answer it goes through, under either rule; 3 of 5 with weights 1 and 1 is 2 and
	// 1: equal remainders and weights, so the lower code gets the one that remains.
	c, problems := a.Convert(counts("1671", 3), day("2014-01-01"), day("2016-01-01"), zio.ConvertOptions{Weights: weights("0796", 1, "0828", 1)})
	require.Empty(t, problems)
	require.Equal(t, counts("0796", 2, "0828", 1), c.Counts)
	// Nothing to divide is nothing to ask.
	c, problems = a.Convert(counts("1671", 0), day("2014-01-01"), day("2016-01-01"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, counts("0796", 0, "0828", 0), c.Counts)
}

// Whatever is counted, the sum stays, every municipality is in force on the last day, and
// no part of a split is further than one from its exact share.
func FuzzConvert(f *testing.F) {
	f.Add(uint16(100), uint32(881), uint32(2308), uint32(541), uint32(2009))
	f.Fuzz(func(t *testing.T, count uint16, w1, w2, w3, w4 uint32) {
		a := zio.Netherlands()
		weights := []int64{int64(w1 % zio.MaxWeight), int64(w2 % zio.MaxWeight), int64(w3 % zio.MaxWeight), int64(w4 % zio.MaxWeight)}
		whole := weights[0] + weights[1] + weights[2] + weights[3]
		if whole == 0 {
			t.Skip("no weights at all is another test")
		}
		var options zio.ConvertOptions
		for i, code := range gms("0757 0824 0855 0865") {
			options.Weights = append(options.Weights, zio.Succession{On: day("2021-01-01"), From: gm("0788"), To: code, Weight: weights[i]})
		}
		c, problems := a.Convert([]zio.CountValue{{Municipality: gm("0788"), Count: int64(count)}}, day("2020-01-01"), day("2026-01-01"), options)
		if len(problems) > 0 {
			t.Fatal(problems)
		}
		sum := int64(0)
		for i, v := range c.Counts {
			if _, err := a.On(day("2026-01-01"), v.Municipality); err != nil {
				t.Fatal(err)
			}
			sum += v.Count
			if count > 0 {
				exact := big.NewRat(int64(count)*weights[i], whole)
				distance := new(big.Rat).Sub(exact, big.NewRat(v.Count, 1))
				if distance.Abs(distance).Cmp(big.NewRat(1, 1)) >= 0 {
					t.Fatalf("part %d is %d, exactly %v", i, v.Count, exact)
				}
				if weights[i] == 0 && v.Count != 0 {
					t.Fatalf("part %d weighs nothing and gets %d", i, v.Count)
				}
			}
		}
		if sum != int64(count) {
			t.Fatalf("%d became %d", count, sum)
		}
	})
}
