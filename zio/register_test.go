package zio_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/zio"
)

// A small register that is made up: Oud (0001) was split over Links (0002) and Rechts (0003).
func smallRegister() *zio.Register {
	return &zio.Register{
		Title:  "Verzonnen register",
		Period: period("2020-01-01", "2024-12-31"),
		Municipalities: []zio.Municipality{
			{Code: gm("0001"), Name: "Oud", Province: zio.Drenthe, Until: day("2021-12-31")},
			{Code: gm("0002"), Name: "Links", Province: zio.Drenthe},
			{Code: gm("0003"), Name: "Rechts", Province: zio.Drenthe, From: day("2022-01-01")},
		},
		Successions: []zio.Succession{
			{On: day("2022-01-01"), From: gm("0001"), To: gm("0002"), Weight: 3},
			{On: day("2022-01-01"), From: gm("0001"), To: gm("0003"), Weight: 1},
		},
		Variants: []zio.NameVariant{{Municipality: gm("0001"), Name: "Het Oude"}},
		Regions: []zio.Region{
			{Kind: zio.YouthRegion, Code: "noord", Name: "Noord", From: day("2020-01-01"), Until: day("2021-12-31"), Municipalities: gms("0001 0002")},
			{Kind: zio.YouthRegion, Code: "noord", Name: "Noord", From: day("2022-01-01"), Municipalities: gms("0002 0003")},
		},
		Sources: []zio.Source{{Title: "Verzonnen"}},
	}
}

func TestRegisterDocument(t *testing.T) {
	r := smallRegister()
	document := r.AppendDocument(nil)
	back, problems := zio.ReadRegister(document)
	require.Empty(t, problems)
	require.Equal(t, r, back)
	require.True(t, strings.HasPrefix(string(document), "{\n  \"$schema\": \"https://zio-collectief.github.io/zio/schema/1.0/register.schema.json\",\n"))
	require.Equal(t, string(document), string(back.AppendDocument(nil)))

	// The tags of the Go types give the same members.
	fromTags, err := json.Marshal(r)
	require.NoError(t, err)
	withSchema := strings.Replace(string(fromTags), "{", `{"$schema":"`+zio.SchemaID("register")+`",`, 1)
	require.JSONEq(t, string(document), withSchema)

	a, problems := r.Atlas()
	require.Empty(t, problems)
	require.Len(t, a.Municipalities(day("2021-12-31")), 2)
	require.Equal(t, gms("0001 0002"), a.Regions(zio.YouthRegion, day("2021-12-31"))[0].Municipalities)
	require.Equal(t, gms("0002 0003"), a.Regions(zio.YouthRegion, day("2022-01-01"))[0].Municipalities)
	c, problems := a.Convert(counts("0001", 10), day("2021-01-01"), day("2022-01-01"), byWeight)
	require.Empty(t, problems)
	require.Equal(t, counts("0002", 8, "0003", 2), c.Counts) // 7.5 and 2.5: equal remainders, the larger weight first
	answer := zio.ConvertOptions{Weights: []zio.Succession{{On: day("2022-01-01"), From: gm("0001"), To: gm("0002"), Weight: 1}, {On: day("2022-01-01"), From: gm("0001"), To: gm("0003"), Weight: 3}}}
	c, problems = a.Convert(counts("0001", 10), day("2021-01-01"), day("2022-01-01"), answer)
	require.Empty(t, problems)
	require.Equal(t, counts("0002", 2, "0003", 8), c.Counts) // 2.5 and 7.5, and the larger weight before the lower code
	m, err := a.ByName("het oude", day("2021-01-01"), 0)
	require.NoError(t, err)
	require.Equal(t, "Oud", m.Name)

	// The register can change afterwards; the atlas does not.
	r.Municipalities[1].Name, r.Regions[0].Municipalities[0] = "Anders", gm("0009")
	require.Equal(t, "Links", a.Name(gm("0002")))
	require.Equal(t, gms("0001 0002"), a.Regions(zio.YouthRegion, day("2021-12-31"))[0].Municipalities)
}

func problemList(ps zio.Problems) string {
	var lines []string
	for _, p := range ps {
		lines = append(lines, p.Code()+" "+p.Pointer)
	}
	return strings.Join(lines, "\n")
}

func TestRegisterCheck(t *testing.T) {
	for _, c := range []struct {
		name   string
		change func(*zio.Register)
		want   string
	}{
		{"nothing", func(r *zio.Register) {}, ""},
		{"no content", func(r *zio.Register) { *r = zio.Register{Period: r.Period} }, "register.empty /municipalities"},
		{"reversed period", func(r *zio.Register) { r.Period.Until = day("2019-01-01") }, "period.reversed /period/until"},
		{"a code twice", func(r *zio.Register) { r.Municipalities = append(r.Municipalities, r.Municipalities[1]) }, "register.municipality-twice /municipalities/3/code"},
		{"reversed days", func(r *zio.Register) { r.Municipalities[0].From = day("2023-01-01") }, "period.reversed /municipalities/0/until"},
		{"no successor", func(r *zio.Register) { r.Successions = nil }, "register.successor-missing /municipalities/0/until"},
		{"a wrong day", func(r *zio.Register) { r.Successions[0].On = day("2022-01-02") }, "register.succession-dates-wrong /successions/0/on"},
		{"a successor that is not there", func(r *zio.Register) { r.Municipalities[2].From = day("2022-01-02") }, "register.succession-dates-wrong /successions/1/on"},
		{"one of two weights", func(r *zio.Register) { r.Successions[1].Weight = 0 }, "register.weights-partly /successions/1/weight"},
		{"a succession twice", func(r *zio.Register) { r.Successions = append(r.Successions, r.Successions[0]) }, "register.succession-twice /successions/2"},
		{"an unknown successor", func(r *zio.Register) { r.Successions[1].To = gm("0009") }, "register.municipality-unknown /successions/1/to"},
		{"an unknown municipality that ends", func(r *zio.Register) { r.Successions[1].From = gm("0009") }, "register.municipality-unknown /successions/1/from"},
		{"one that ended before the register", func(r *zio.Register) {
			r.Successions = append(r.Successions, zio.Succession{On: day("2020-01-01"), From: gm("0009"), To: gm("0001")})
		}, ""},
		{"a spelling of nobody", func(r *zio.Register) { r.Variants[0].Municipality = gm("0009") }, "register.municipality-unknown /variants/0/municipality"},
		{"a province as a region", func(r *zio.Register) { r.Regions[0].Kind = zio.ProvinceRegion }, "region.province-given /regions/0/kind"},
		{"a region with spaces", func(r *zio.Register) { r.Regions[0].Code = "het noorden" }, "region.code-malformed /regions/0/code"},
		{"a region twice", func(r *zio.Register) { r.Regions[0].Until = day("2022-01-01") }, "region.twice /regions/1/code"},
		{"a region without end twice", func(r *zio.Register) { r.Regions[0].Until = zio.Date{} }, "region.twice /regions/1/code"},
		{"an empty region", func(r *zio.Register) { r.Regions[1].Municipalities = nil }, "region.empty /regions/1/municipalities"},
		{"a reversed region", func(r *zio.Register) { r.Regions[0].Until = day("2019-01-01") }, "period.reversed /regions/0/until"},
		{"a member twice", func(r *zio.Register) { r.Regions[0].Municipalities = gms("0001 0002 0001") }, "region.member-twice /regions/0/municipalities/2"},
		{"a member of two regions", func(r *zio.Register) {
			r.Regions = append(r.Regions, zio.Region{Kind: zio.YouthRegion, Code: "zuid", Name: "Zuid", From: day("2021-12-31"), Municipalities: gms("0003 0001")})
		}, "region.member-shared /regions/2/municipalities/0\nregion.member-shared /regions/2/municipalities/1"},
		{"a member of two custom regions", func(r *zio.Register) {
			r.Regions = append(r.Regions, zio.Region{Kind: zio.CustomRegion, Code: "a", Name: "A", From: day("2021-12-31"), Municipalities: gms("0003")},
				zio.Region{Kind: zio.CustomRegion, Code: "b", Name: "B", From: day("2021-12-31"), Municipalities: gms("0003")})
		}, ""},
		{"a postcode twice", func(r *zio.Register) {
			p := zio.MustParsePostcode4("9401")
			r.Regions[0].Postcodes = []zio.Postcode4{p, p}
		}, "region.member-twice /regions/0/postcodes/1"},
	} {
		r := smallRegister()
		c.change(r)
		problems := r.Check()
		require.Equal(t, c.want, problemList(problems), c.name)
		for _, p := range problems {
			require.NotContains(t, p.Text(zio.Dutch)+p.Text(zio.English), "{", c.name)
		}
		if c.want != "" {
			_, problems = r.Atlas()
			require.Equal(t, c.want, problemList(problems), c.name)
			_, problems = zio.ReadRegister(r.AppendDocument(nil))
			require.NotEmpty(t, problems, c.name)
		}
	}
	r := smallRegister()
	r.Regions[0].Municipalities = gms("0001 0003") // Rechts begins after the region ends
	_, problems := r.Atlas()
	require.Equal(t, "region.member-unknown /regions/0/municipalities/1", problemList(problems))
	_, problems = (&zio.Register{Title: "x", Period: r.Period, Regions: r.Regions[1:]}).Atlas()
	require.Equal(t, "register.no-municipalities /municipalities", problemList(problems))
}

// A register of the next year continues the atlas. The changes of 2027 here are made up:
// Rozendaal goes to Rheden, and Bladel and Eersel become a new municipality.
func TestAtlasContinues(t *testing.T) {
	base := zio.Netherlands()
	next := func() *zio.Register {
		r := &zio.Register{Title: "Verzonnen 2027", Period: period("2027-01-01", "2027-12-31")}
		for _, m := range base.Municipalities(day("2026-12-31")) {
			switch m.Name {
			case "Rozendaal", "Bladel", "Eersel":
			case "Rheden":
				m.Name = "Rheden-Rozendaal"
				r.Municipalities = append(r.Municipalities, zio.Municipality{Code: m.Code, Name: m.Name, Province: m.Province})
			default:
				r.Municipalities = append(r.Municipalities, zio.Municipality{Code: m.Code, Name: m.Name, Province: m.Province})
			}
		}
		r.Municipalities = append(r.Municipalities, zio.Municipality{Code: gm("9990"), Name: "Kempenrand", Province: zio.NoordBrabant})
		for _, s := range [][2]string{{"0277", "0275"}, {"1728", "9990"}, {"0770", "9990"}} {
			r.Successions = append(r.Successions, zio.Succession{On: day("2027-01-01"), From: gm(s[0]), To: gm(s[1])})
		}
		return r
	}
	a, problems := base.With(next())
	require.Empty(t, problems)
	require.Equal(t, period("2012-01-01", "2027-12-31"), a.Period())
	require.Len(t, a.Municipalities(day("2026-12-31")), 342)
	require.Len(t, a.Municipalities(day("2027-01-01")), 340)
	c, problems := a.Convert(counts("0277", 1, "0275", 2, "1728", 3, "0770", 4), day("2026-10-01"), day("2027-10-01"), zio.ConvertOptions{})
	require.Empty(t, problems)
	require.Equal(t, counts("0275", 3, "9990", 7), c.Counts)
	m, err := a.ByName("Rheden", day("2027-10-01"), 0)
	require.NoError(t, err)
	require.Equal(t, "Rheden-Rozendaal", m.Name)
	m, err = a.On(day("2027-01-01"), gm("9990"))
	require.NoError(t, err)
	require.Equal(t, "2027-01-01", m.From.String())
	require.Empty(t, a.Register("").Check())
	require.Len(t, base.Municipalities(day("2026-12-31")), 342)
	require.Equal(t, "2026-12-31", base.Period().Until.String())

	for _, c := range []struct {
		name   string
		change func(*zio.Register)
		want   string
	}{
		{"a gap", func(r *zio.Register) { r.Period.From = day("2027-01-02"); r.Successions = nil }, "register.not-adjacent /period/from"},
		{"a municipality is lost", func(r *zio.Register) { r.Successions = r.Successions[1:] }, "register.municipality-lost /municipalities"},
		{"a code used again", func(r *zio.Register) {
			r.Municipalities = append(r.Municipalities, zio.Municipality{Code: gm("0457"), Name: "Weesp"})
		}, "register.municipality-reused /municipalities/340/code"},
		{"a region with a stranger", func(r *zio.Register) {
			r.Regions = []zio.Region{{Kind: zio.RMCRegion, Code: "x", Name: "X", From: day("2027-01-01"), Municipalities: gms("0363 0277")}}
		}, "region.member-unknown /regions/0/municipalities/1"},
		{"a region that is there already", func(r *zio.Register) {
			r.Regions = []zio.Region{{Kind: zio.YouthRegion, Code: "twente", Name: "Twente", From: day("2026-12-31"), Municipalities: gms("0153")}}
		}, "region.twice /regions/0/code"},
	} {
		r := next()
		c.change(r)
		_, problems := base.With(r)
		require.Equal(t, c.want, problemList(problems), c.name)
	}
	_, problems = base.With(&zio.Register{Title: "x", Period: period("2027-01-01", "2027-12-31"),
		Variants: []zio.NameVariant{{Municipality: gm("9998"), Name: "Nergens"}},
		Regions:  []zio.Region{{Kind: zio.CustomRegion, Code: "c", Name: "C", From: day("2020-01-01"), Municipalities: gms("0363")}}})
	require.Equal(t, "register.municipality-unknown /variants/0/municipality", problemList(problems))
}

func TestReadRegisterRefuses(t *testing.T) {
	document := string(smallRegister().AppendDocument(nil))
	for _, c := range []struct{ old, new, want string }{
		{`"0001"`, `"1"`, "municipality.code-short /municipalities/0/code"},
		{`"drenthe"`, `"Drenthe"`, "province.unknown /municipalities/0/province"},
		{`"weight": 3`, `"weight": -3`, "document.number-out-of-range /successions/0/weight"},
		{`"weight": 3`, `"weight": 3e1`, "json.exponent"},
		{`"youth-region"`, `"jeugdregio"`, "region.kind-unknown /regions/0/kind"},
		{`"title"`, `"titel"`, "document.member-unknown /titel"},
		{`register.schema`, `population.schema`, "document.kind-wrong /$schema"},
	} {
		require.Contains(t, document, c.old)
		_, problems := zio.ReadRegister([]byte(strings.Replace(document, c.old, c.new, 1)))
		require.Contains(t, problemList(problems), c.want, c.new)
	}
}

func FuzzReadRegister(f *testing.F) {
	f.Add(string(smallRegister().AppendDocument(nil)))
	f.Fuzz(func(t *testing.T, document string) {
		r, problems := zio.ReadRegister([]byte(document))
		if len(problems) > 0 {
			return
		}
		back, problems := zio.ReadRegister(r.AppendDocument(nil))
		require.Empty(t, problems)
		require.Equal(t, string(r.AppendDocument(nil)), string(back.AppendDocument(nil)))
		if a, problems := r.Atlas(); len(problems) == 0 {
			for _, m := range a.Municipalities(r.Period.From) {
				_, err := a.Successors(m.Code, r.Period.Until)
				require.NoError(t, err)
			}
		}
		_, _ = zio.Netherlands().With(r)
	})
}
