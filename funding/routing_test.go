package funding_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

// where is the one place of a group of pupils or of a pupil: "route reason".
func where(x *funding.Result) string {
	if len(x.Routing.Exclusions) == 0 {
		return "pooled"
	}
	e := &x.Routing.Exclusions[0]
	return fmt.Sprint(e.Route, " ", e.Reason, " ", e.Rule)
}

var anyBudget = edits{key: `{"rule":"single-payer/1","payer":"0268"}`} // a key that needs no pupils

func with(e edits, more edits) edits {
	out := edits{}
	for k, v := range e {
		out[k] = v
	}
	for k, v := range more {
		out[k] = v
	}
	return out
}

// R1 and R5 to R9 for groups, at a threshold of 720 minutes.
// The groups that Pooled marks hold the pupils that the calculation has in the pool, here all but those of the Wlz and those without a
// route: 6 and 3 of 15.
func TestPooledMarksTheGroups(t *testing.T) {
	a, problems := funding.ReadAgreement([]byte(base))
	require.Empty(t, problems)
	p, problems := zio.ReadPopulation(edited(t, people, edits{"/groups": `[{"home":"0268","route":"jeugdwet","pupils":6},{"home":"0268","route":"wlz","pupils":2},{"home":"0209","pupils":4},{"home":"0209","route":"jeugdwet","pupils":3}]`}))
	require.Empty(t, problems)
	x, problems := funding.Calculate(a, p)
	require.Empty(t, problems)
	sum := int64(0)
	for i, in := range funding.Pooled(a, p) {
		if in {
			sum += p.Groups[i].Pupils
		}
	}
	require.Equal(t, x.Routing.Pooled, sum)
	require.Equal(t, int64(9), sum)
}

// A route that is none is refused with all that there are.
func TestRouteThatIsNone(t *testing.T) {
	_, err := funding.ParseRoute("awbz")
	problems := zio.ProblemsOfError(err)
	require.Len(t, problems, 1)
	choices := strings.Split(problems[0].Param("choices"), ", ")
	require.Equal(t, "jeugdwet-collective", choices[0])
	for _, text := range choices {
		r, err := funding.ParseRoute(text)
		require.NoError(t, err)
		require.Equal(t, text, r.String())
	}
	require.Len(t, slices.Compact(slices.Sorted(slices.Values(choices))), len(choices), "each once")
	for r := funding.Route(1); r.String() != ""; r++ {
		require.Contains(t, choices, r.String())
		choices = slices.DeleteFunc(choices, func(s string) bool { return s == r.String() })
	}
	require.Empty(t, choices, "all")
}

func TestRoutingOfGroups(t *testing.T) {
	below, atMost := `{"minutesPerWeek":720,"boundary":"below"}`, `{"minutesPerWeek":720,"boundary":"at-most"}`
	for _, c := range []struct{ name, threshold, group, want string }{
		{"719 of 720", below, `"home":"0268","band":{"min":719,"max":719}`, "pooled"},
		{"720, below", below, `"home":"0268","band":{"min":720,"max":720}`, "jeugdwet-individual above-threshold R6"},
		{"720, at most", atMost, `"home":"0268","band":{"min":720,"max":720}`, "pooled"},
		{"721, at most", atMost, `"home":"0268","band":{"min":721,"max":721}`, "jeugdwet-individual above-threshold R6"},
		{"a band over the threshold", below, `"home":"0268","band":{"min":700,"max":720}`, "grey band-straddles-threshold R6"},
		{"need not known", below, `"home":"0268"`, "grey need-unknown R6"},
		{"need not known, no threshold", "", `"home":"0268"`, "pooled"},
		{"no need", "", `"home":"0268","band":{"min":0,"max":0}`, "grey no-need "},
		{"home not known", "", `"band":{"min":1,"max":1}`, "grey home-unknown R1"},
		{"home does not take part", "", `"home":"0297"`, "jeugdwet-individual home-not-participating R7"},
		{"home is no party", "", `"home":"0363"`, "jeugdwet-individual home-not-participating R7"},
		{"above the threshold goes before the home", below, `"home":"0297","band":{"min":800,"max":900}`, "jeugdwet-individual above-threshold R6"},
		{"a running decision", "", `"home":"0268","status":"running-decision"`, "jeugdwet-individual running-decision R8"},
		{"parents decline", "", `"home":"0268","status":"parents-decline"`, "jeugdwet-individual parents-decline R8"},
		{"the home goes before the decision", "", `"home":"0297","status":"running-decision"`, "jeugdwet-individual home-not-participating R7"},
		{"an adult", "", `"home":"0268","adult":true`, "grey adult R9"},
		{"an adult with help from before 18", "", `"home":"0268","adult":true,"extendedYouthCare":true`, "pooled"},
		{"an adult with help from before 18, above the threshold", below, `"home":"0268","adult":true,"extendedYouthCare":true,"band":{"min":800,"max":900}`, "jeugdwet-individual above-threshold R6"},
	} {
		e := anyBudget
		if c.threshold != "" {
			e = with(e, edits{"/routing/threshold": c.threshold})
		}
		x := calculated(t, e, edits{"/groups": `[{"route":"jeugdwet","pupils":2,` + c.group + `}]`})
		require.Equal(t, c.want, where(x), c.name)
	}
	for claim, want := range map[string]string{"wlz": "wlz wlz-right R2", "zvw": "zvw zvw-right R4", "wmo": "wmo adult R9", "education": "education education-share R5",
		"prevention": "prevention prevention ", "unknown": "grey route-unknown "} {
		x := calculated(t, anyBudget, edits{"/groups": `[{"route":"` + claim + `","home":"0268","pupils":2}]`})
		require.Equal(t, want, where(x), claim)
	}
	x := calculated(t, with(anyBudget, edits{"/routing/adultRoute": `"wmo"`}), edits{"/groups": `[{"route":"jeugdwet","home":"0268","adult":true,"pupils":2}]`})
	require.Equal(t, "wmo adult R9", where(x))
}

// The 185 minutes of the school: 200 pupils x 185 = 37,000 a week. They come off the need only when that was agreed.
func TestEducationMinutes(t *testing.T) {
	group := edits{"/groups": `[{"route":"jeugdwet","home":"0268","band":{"min":800,"max":800},"pupils":200}]`}
	school := edits{"/routing/threshold": `{"minutesPerWeek":720,"boundary":"below"}`, "/routing/educationMinutesPerWeek": "185"}
	x := calculated(t, with(with(anyBudget, school), edits{"/routing/subtractEducation": `"no"`}), group)
	require.Equal(t, int64(37_000), x.Routing.EducationMinutesPerWeek)
	require.Equal(t, "jeugdwet-individual above-threshold R6", where(x))
	x = calculated(t, with(with(anyBudget, school), edits{"/routing/subtractEducation": `"yes"`}), group) // 800 - 185 = 615
	require.Equal(t, "pooled", where(x))
	x = calculated(t, with(with(anyBudget, school), edits{"/routing/subtractEducation": `"yes"`}), pupils(`,"label":"x"`)) // 100 - 185 and 60 - 185: nothing is left
	require.Equal(t, []funding.RoutedRoute{{Route: funding.RouteEducation, MinutesPerWeek: 60, UnchargedPerWeek: 60}, {Route: funding.RouteGrey, Pupils: 11, MinutesPerWeek: 1000, UnchargedPerWeek: 1000}}, x.Routing.Routes)
}

// R2 to R5 for the care of one pupil.
func TestRoutingOfCare(t *testing.T) {
	for _, c := range []struct{ name, pupil, need, want string }{
		{"guidance", ``, `"kind":"guidance"`, "pooled"},
		{"nursing", ``, `"kind":"nursing"`, "zvw nursing R4"},
		{"treatment", ``, `"kind":"treatment"`, "pooled"},
		{"personal care, medical", ``, `"kind":"personal-care","ground":"medical"`, "zvw personal-care-medical R4"},
		{"personal care, self-reliance", ``, `"kind":"personal-care","ground":"self-reliance"`, "pooled"},
		{"support of education", ``, `"kind":"education-support"`, "education education-share R5"},
		{"care or education", ``, `"kind":"undetermined"`, "grey undetermined R5"},
		{"a right to the Wlz", `,"wlz":"granted"`, `"kind":"guidance"`, "wlz wlz-right R2"},
		{"the Wlz before education: no", `,"wlz":"granted"`, `"kind":"education-support"`, "education education-share R5"},
		{"Wlz not applied for: the municipality provides", `,"wlz":"not-applied"`, `"kind":"guidance"`, "pooled"},
		{"Wlz applied for: the municipality provides", `,"wlz":"applied"`, `"kind":"guidance"`, "pooled"},
		{"the family refuses to cooperate", `,"wlz":"refuses"`, `"kind":"guidance"`, "grey wlz-refused R2"},
		{"the family refuses to cooperate: nursing is insured all the same", `,"wlz":"refuses"`, `"kind":"nursing"`, "zvw nursing R4"},
		{"the family refuses to cooperate, several causes", `,"wlz":"refuses","mixedCauses":true`, `"kind":"guidance"`, "pooled"},
		{"treatment beside the Wlz", `,"wlz":"granted"`, `"kind":"treatment"`, "grey treatment-beside-wlz R2"},
		{"treatment beside the Wlz, several causes", `,"wlz":"granted","mixedCauses":true`, `"kind":"treatment"`, "pooled"},
		{"nursing with the Wlz", `,"wlz":"granted"`, `"kind":"nursing"`, "wlz wlz-right R2"},
		{"a right to the Wlz after the period", `,"wlz":"granted","wlzFrom":"2026-01-01"`, `"kind":"guidance"`, "pooled"},
		{"a right to the Wlz before the period", `,"wlz":"granted","wlzFrom":"2025-01-01"`, `"kind":"guidance"`, "wlz wlz-right R2"},
		{"19, help that began before 18", `,"turns18":"2024-01-01"`, `"kind":"treatment","extendedYouthCare":true`, "pooled"},
		{"19, help that began before 18, and a decision", `,"turns18":"2024-01-01","decisionUntil":"2026-03-01"`, `"kind":"guidance","extendedYouthCare":true`, "jeugdwet-individual running-decision R8"},
		{"23 before the period", `,"turns18":"2020-01-01"`, `"kind":"treatment","extendedYouthCare":true`, "grey adult R9"},
		{"23 after the period", `,"turns18":"2021-01-01"`, `"kind":"treatment","extendedYouthCare":true`, "pooled"},
		{"several causes", `,"wlz":"granted","mixedCauses":true`, `"kind":"guidance"`, "pooled"},
		{"several causes, nursing", `,"wlz":"granted","mixedCauses":true`, `"kind":"nursing"`, "wlz wlz-right R2"},
		{"parents decline", `,"parentsDecline":true`, `"kind":"guidance"`, "jeugdwet-individual parents-decline R8"},
		{"a decision beyond the period", `,"decisionUntil":"2026-03-01"`, `"kind":"guidance"`, "jeugdwet-individual running-decision R8"},
		{"a decision that ended before", `,"decisionUntil":"2024-12-31"`, `"kind":"guidance"`, "pooled"},
		{"18 before the period", `,"turns18":"2025-01-01"`, `"kind":"guidance"`, "grey adult R9"},
		{"18 after the period", `,"turns18":"2026-01-01"`, `"kind":"guidance"`, "pooled"},
	} {
		x := calculated(t, anyBudget, edits{"/groups": "[]", "/pupils": `[{"ref":"a1","home":"0268"` + c.pupil + `,"needs":[{"minutesPerWeek":60,` + c.need + `}]}]`})
		require.Equal(t, c.want, where(x), c.name)
	}
}

// 365.00 over one pupil of Nijmegen and one of Beuningen who is there all year; by the days of 2025.
func TestWithinThePeriod(t *testing.T) {
	for _, c := range []struct{ name, choices, pupil, want string }{
		{"joins on 1 July: 184 of 365 days against 365", moving, `,"from":"2025-07-01"`, "0209 242.67, 0268 122.33"},
		{"leaves on 31 January: 31 days", moving, `,"until":"2025-01-31"`, "0209 336.43, 0268 28.57"},
		{"one day", moving, `,"from":"2025-12-31"`, "0209 364.00, 0268 1.00"},
		{"not there at all", moving, `,"from":"2026-02-01"`, "0209 365.00, 0268 0.00"},
		{"joins, for the whole period", `{"joinLeave":"whole-period"}`, `,"from":"2025-07-01"`, "0209 182.50, 0268 182.50"},
		{"moves to Beuningen on 1 July: 181 days stay", moving, `,"moves":[{"on":"2025-07-01","to":"0209"}]`, "0209 274.50, 0268 90.50"},
		{"moves, the old home pays", `{"move":"old-home"}`, `,"moves":[{"on":"2025-07-01","to":"0209"}]`, "0209 182.50, 0268 182.50"},
		{"moves, the new home pays", `{"move":"new-home"}`, `,"moves":[{"on":"2025-07-01","to":"0209"}]`, "0209 365.00, 0268 0.00"},
		{"moves on the first day: no choice is needed", `{}`, `,"moves":[{"on":"2025-01-01","to":"0209"}]`, "0209 365.00, 0268 0.00"},
		{"moves out: 181 of 546 days", moving, `,"moves":[{"on":"2025-07-01","to":"0363"}]`, "0209 244.00, 0268 121.00"},
		{"turns 18 on 1 July", moving, `,"turns18":"2025-07-01"`, "0209 244.00, 0268 121.00"},
		{"turns 18, not at all", `{"adult":"not-at-all"}`, `,"turns18":"2025-12-31"`, "0209 365.00, 0268 0.00"},
		{"a decision until 30 June: 184 days are left", moving, `,"decisionUntil":"2025-06-30"`, "0209 242.67, 0268 122.33"},
		{"the Wlz from 1 July: 181 of 546 days", moving, `,"wlz":"granted","wlzFrom":"2025-07-01"`, "0209 244.00, 0268 121.00"},
		{"the Wlz begins, not at all", `{"wlz":"not-at-all"}`, `,"wlz":"granted","wlzFrom":"2025-12-31"`, "0209 365.00, 0268 0.00"},
		{"a decision that ends, not at all", `{"decisionEnd":"not-at-all"}`, `,"decisionUntil":"2025-01-01"`, "0209 365.00, 0268 0.00"},
	} {
		x := calculated(t, edits{cost + "/amount": `"365.00"`, "/routing/within": c.choices}, edits{"/groups": "[]",
			"/pupils": `[{"ref":"a1","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":60}]` + c.pupil + `},{"ref":"b1","home":"0209","needs":[{"kind":"guidance","minutesPerWeek":60}]}]`})
		require.Equal(t, c.want, borne(x), c.name)
		require.Equal(t, int64(2), x.Routing.Pupils, c.name)
		minutes := int64(0)
		for _, r := range x.Routing.Routes {
			if r.Route == funding.RouteCollective {
				minutes = r.MinutesPerWeek
			}
		}
		require.LessOrEqual(t, minutes, int64(120), c.name) // nobody's minutes count twice
	}
}

// Also a pupil without youth care counts by days where all pupils are counted.
func TestEnrolledPupilsByDays(t *testing.T) {
	x := calculated(t, edits{cost + "/amount": `"365.00"`, key + "/basis": `"enrolled-pupils"`, "/routing/within": moving}, edits{"/groups": "[]",
		"/pupils": `[{"ref":"a1","home":"0268","wlz":"granted","needs":[{"kind":"guidance","minutesPerWeek":60}],"moves":[{"on":"2025-07-01","to":"0209"}]}]`})
	require.Equal(t, "0209 184.00, 0268 181.00", borne(x))
	x = calculated(t, edits{key + "/basis": `"enrolled-pupils"`, "/routing/within": moving}, edits{"/groups": "[]", // one of the two is not there on any day
		"/pupils": `[{"ref":"a1","home":"0268"},{"ref":"b1","home":"0209","until":"2024-12-31"}]`})
	require.Equal(t, "0209 0.00, 0268 1000.00", borne(x))
	x = calculated(t, edits{cost + "/amount": `"365.00"`, key + "/basis": `"enrolled-pupils"`, "/routing/within": moving}, edits{"/groups": "[]",
		"/pupils": `[{"ref":"a1","home":"0268","wlz":"granted","needs":[{"kind":"guidance","minutesPerWeek":60}],"moves":[{"on":"2025-07-01","to":"0209"}]}]`})
	require.Equal(t, []funding.RoutedRoute{{Route: funding.RouteWlz, Pupils: 1, MinutesPerWeek: 60, UnchargedPerWeek: 60}}, x.Routing.Routes)
}

// A pupil who is not there within the period is shown, with that reason, also when minutes of the school come off.
func TestPupilOutsideThePeriod(t *testing.T) {
	x := calculated(t, with(anyBudget, edits{"/routing": `{"educationMinutesPerWeek":30,"subtractEducation":"yes","within":` + moving + `}`}),
		edits{"/groups": "[]", "/pupils": `[{"ref":"a1","home":"0268","from":"2026-02-01","needs":[{"kind":"guidance","minutesPerWeek":60}]}]`})
	require.Equal(t, "grey outside-period ", where(x))
	require.Equal(t, int64(1), x.Routing.Pupils)
}

// estimated is an agreement in which the hours of the pupils cost 60.00 an hour in 40 weeks, all borne by one payer.
var estimated = with(anyBudget, edits{cost: `{"rule":"estimated-hours/1","rate":"60.00","weeks":40,"rounding":"half-up","evidence":["observatie"]}`})

// Three pupils: personal care 150; guidance 120 and personal care 150; guidance 60 minutes. For a lack of self-reliance all of it
// is the municipality's: 480/60 x 40 x 60.00 = 19,200.00. For a medical reason 120 + 60 = 180 minutes stay, 180/60 x 40 x 60.00 =
// 7,200.00, and the other 300 stand with the Zvw, also the 150 of the pupil of whom the guidance stays.
func TestPersonalCareByItsGround(t *testing.T) {
	care := func(ground string) edits {
		personal := `{"kind":"personal-care","ground":"` + ground + `","minutesPerWeek":150}`
		return edits{"/groups": "[]", "/pupils": `[{"ref":"k1","home":"0268","needs":[` + personal + `]},
			{"ref":"k2","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":120},` + personal + `]},
			{"ref":"k3","home":"0268","needs":[{"kind":"guidance","minutesPerWeek":60}]}]`}
	}
	x := calculated(t, estimated, care("self-reliance"))
	require.Equal(t, "19200.00", x.Components[0].Cost.String())
	require.Empty(t, x.Routing.Exclusions)
	require.Equal(t, []funding.RoutedRoute{{Route: funding.RouteCollective, Pupils: 3, MinutesPerWeek: 480}}, x.Routing.Routes)

	x = calculated(t, estimated, care("medical"))
	require.Equal(t, "7200.00", x.Components[0].Cost.String())
	require.Len(t, x.Routing.Exclusions, 1)
	e := x.Routing.Exclusions[0]
	require.Equal(t, "zvw personal-care-medical R4", where(x))
	require.Equal(t, []int64{1, 300}, []int64{e.Pupils, e.MinutesPerWeek})
	require.Equal(t, "Jeugdwet art. 1.2(1)(a)", e.Basis)
	require.Equal(t, []funding.RoutedRoute{{Route: funding.RouteCollective, Pupils: 2, MinutesPerWeek: 180}, {Route: funding.RouteZvw, Pupils: 1, MinutesPerWeek: 300, UnchargedPerWeek: 300}}, x.Routing.Routes)
	require.Equal(t, []string{"population.ground-missing /pupils/0/needs/0/ground"}, populationCodes(t, `"kind":"personal-care"`))
	require.Equal(t, []string{"population.ground-without-personal-care /pupils/0/needs/0/ground"}, populationCodes(t, `"kind":"guidance","ground":"medical"`))
	require.Equal(t, []string{"population.extended-kind /pupils/0/needs/0/extendedYouthCare"}, populationCodes(t, `"kind":"nursing","extendedYouthCare":true`))
}

func populationCodes(t *testing.T, need string) []string {
	return refusedPopulation(t, edits{"/pupils": `[{"ref":"a1","home":"0268","needs":[{"minutesPerWeek":60,` + need + `}]}]`})
}

// 300 minutes a week at 60.00 in 40 weeks are 12,000.00. The right to Wlz care begins on 1 May 2026: 31 + 28 + 31 + 30 = 120 of 365 days
// are in the pool, 120/365 x 12,000.00 = 3,945.21.
func TestWlzBeginsWithinTheYear(t *testing.T) {
	year := edits{"/period": `{"from":"2026-01-01","until":"2026-12-31"}`}
	pupil := edits{"/groups": "[]", "/pupils": `[{"ref":"a1","home":"0268","wlz":"granted","wlzFrom":"2026-05-01","needs":[{"kind":"guidance","minutesPerWeek":300}]}]`}
	x := calculated(t, with(estimated, with(year, edits{"/routing/within": `{"wlz":"by-days"}`})), pupil)
	require.Equal(t, "3945.21", x.Components[0].Cost.String())
	require.Equal(t, []funding.RoutedRoute{{Route: funding.RouteCollective, Pupils: 1, MinutesPerWeek: 300}, {Route: funding.RouteWlz, MinutesPerWeek: 300, UnchargedPerWeek: 300}}, x.Routing.Routes)
	require.Equal(t, "wlz wlz-right R2", where(x))
	x = calculated(t, with(estimated, with(year, edits{"/routing/within": `{"wlz":"not-at-all"}`})), pupil)
	require.Equal(t, "0.00", x.Components[0].Cost.String())
}

// A pupil of 17 with guidance 100, and treatment 60 that goes on: from 1 July, the 181st day behind, only the treatment stays,
// 60/60 x 40 x 60.00 = 2,400.00, and before that 160/60 x 40 x 60.00 = 6,400.00: 181/365 x 6,400 + 184/365 x 2,400 = 4,383.56.
func TestExtendedYouthCare(t *testing.T) {
	pupil := edits{"/groups": "[]", "/pupils": `[{"ref":"a1","home":"0268","turns18":"2025-07-01","needs":[{"kind":"guidance","minutesPerWeek":100},
		{"kind":"treatment","minutesPerWeek":60,"extendedYouthCare":true}]}]`}
	x := calculated(t, with(estimated, edits{"/routing/within": moving}), pupil)
	require.Equal(t, "4383.56", x.Components[0].Cost.String())
	require.Equal(t, "grey adult R9", where(x))
	require.Equal(t, []int64{0, 100}, []int64{x.Routing.Exclusions[0].Pupils, x.Routing.Exclusions[0].MinutesPerWeek})
}

// The basis of money of the school depends on the kind of school and on the day: the WVO 2020 is in force from 1 August 2022.
func TestBasisByKindOfSchoolAndDay(t *testing.T) {
	for _, c := range []struct{ school, from, want string }{
		{"so", "2025-01-01", "WEC"}, {"sbo", "2025-01-01", "WPO art. 18a"}, {"mbo", "2025-01-01", "WEB"},
		{"vo", "2025-01-01", "WVO 2020 art. 2.47"}, {"vo", "2022-08-01", "WVO 2020 art. 2.47"}, {"vo", "2022-07-31", "WVO (later WVO 2020 art. 2.47)"},
		{"", "2025-01-01", "WPO, WEC, WVO 2020, WEB"}, {"", "2014-12-31", ""},
	} {
		kind := ""
		if c.school != "" {
			kind = `,"type":"` + c.school + `"`
		}
		x := calculated(t, with(anyBudget, edits{"/period": `{"from":"` + c.from + `","until":"2025-12-31"}`}),
			edits{"/groups": `[{"site":"00OS00","route":"education","home":"0268","pupils":2}]`, "/sites": `[{"code":"00OS00"` + kind + `}]`})
		require.Equal(t, c.want, x.Routing.Exclusions[0].Basis, c.school+c.from)
	}
}

// One line of what is not pooled is of one basis: education of one municipality at a special and at two regular secondary schools is two.
func TestExclusionsByBasis(t *testing.T) {
	x := calculated(t, nil, edits{"/sites": `[{"code":"00OS00","type":"vso"},{"code":"01AB00","type":"vo"},{"code":"02AB00","type":"vo"}]`,
		"/groups": `[{"site":"00OS00","home":"0268","route":"jeugdwet","pupils":1},{"site":"01AB00","home":"0268","route":"education","pupils":2},
		{"site":"00OS00","home":"0268","route":"education","pupils":3},{"site":"02AB00","home":"0268","route":"education","pupils":4}]`})
	var lines []string
	for _, g := range x.Routing.Exclusions {
		lines = append(lines, g.Home.String()+" "+g.Basis+" "+fmt.Sprint(g.Pupils))
	}
	require.Equal(t, []string{"0268 WEC 3", "0268 WVO 2020 art. 2.47 6"}, lines)
}
