package analysis

import (
	"slices"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Seat is the name by which a template means the municipality in which the school stands (vestigingsgemeente), where an
// agreement names a municipality by its code: as cashier, for instance.
const Seat = "seat"

var (
	problemSeatUnknown = &zio.ProblemKind{Code: "template.seat-unknown", NL: "Het sjabloon noemt de gemeente van de school (seat), maar de populatie zegt niet in welke gemeente de school staat.", EN: "The template names the municipality of the school (seat), but the population does not say in which municipality the school stands."}
	problemSeatMany    = &zio.ProblemKind{Code: "template.seat-ambiguous", NL: "Het sjabloon noemt de gemeente van de school (seat), maar de vestigingen staan in meer gemeenten: {codes}.", EN: "The template names the municipality of the school (seat), but the sites stand in several municipalities: {codes}."}
	problemNoHomes     = &zio.ProblemKind{Code: "template.no-homes", NL: "In de populatie staat geen enkele woongemeente. Dan heeft de overeenkomst geen partijen.", EN: "The population has no home municipality at all. Then the agreement has no parties."}
)

// IsTemplate reports whether an agreement is a template (sjabloon): none of its parties is a municipality. Those come from a
// population, see [Fill].
func IsTemplate(a *funding.Agreement) bool {
	return a != nil && !slices.ContainsFunc(a.Parties, func(p funding.Party) bool { return p.Kind == funding.PartyMunicipality })
}

// ReadTemplate reads an agreement that may be a template, and checks it; what a template lacks is no problem.
func ReadTemplate(data []byte) (*funding.Agreement, zio.Problems) {
	a := &funding.Agreement{}
	problems := zio.ProblemsOf(strictjson.Read(data, a, (*funding.Agreement).Bind, strictjson.Limits{}))
	if len(problems) == 0 {
		problems = CheckTemplate(a)
	}
	return a, problems
}

// CheckTemplate is Check of an agreement that may be a template: a template is checked with two municipalities in it.
func CheckTemplate(a *funding.Agreement) zio.Problems {
	if !IsTemplate(a) {
		return a.Check()
	}
	b, problems := completed(a, []funding.Party{{ID: "9998", Kind: funding.PartyMunicipality, Name: "-", Participates: true}, {ID: "9999", Kind: funding.PartyMunicipality, Name: "-", Participates: true}}, "9999")
	if len(problems) > 0 {
		return problems
	}
	return b.CheckRead()
}

// Fill makes an agreement of a template and a population (invullen): every home municipality of the pupils becomes a party
// that takes part, in order of code behind the parties of the template, with its name of the atlas; [Seat] becomes the
// municipality of the sites, which is a party too. An agreement that has a municipality comes back itself.
func Fill(a *funding.Agreement, p *zio.Population, atlas *zio.Atlas) (*funding.Agreement, zio.Problems) {
	if a == nil || p == nil || atlas == nil {
		return nil, zio.Problems{problemNothing.At("")}
	}
	if !IsTemplate(a) {
		return a, nil
	}
	var homes []zio.MunicipalityCode
	add := func(code zio.MunicipalityCode) {
		if at, found := slices.BinarySearchFunc(homes, code, zio.MunicipalityCode.Compare); !found && !code.IsZero() {
			homes = slices.Insert(homes, at, code)
		}
	}
	for i := range p.Groups {
		add(p.Groups[i].Home)
	}
	for i := range p.Pupils {
		add(p.Pupils[i].Home)
		for _, m := range p.Pupils[i].Moves {
			add(m.To)
		}
	}
	if len(homes) == 0 {
		return nil, zio.Problems{problemNoHomes.At("/parties")}
	}
	seat := ""
	if names(a) {
		code, problems := seatOf(p, atlas)
		if len(problems) > 0 {
			return nil, problems
		}
		seat = code.String()
		add(code)
	}
	parties := make([]funding.Party, len(homes))
	for i, code := range homes {
		parties[i] = funding.Party{ID: code.String(), Kind: funding.PartyMunicipality, Name: atlas.Name(code), Participates: true}
	}
	return completed(a, parties, seat)
}

// seatOf is the municipality of the sites that have pupils.
func seatOf(p *zio.Population, atlas *zio.Atlas) (zio.MunicipalityCode, zio.Problems) {
	var seat zio.MunicipalityCode
	for i := range p.Sites {
		code := p.Sites[i].Municipality
		if !code.IsZero() && !seat.IsZero() && code != seat {
			return seat, zio.Problems{problemSeatMany.At("/parties", "codes", atlas.Name(seat)+", "+atlas.Name(code))}
		}
		if !code.IsZero() {
			seat = code
		}
	}
	if seat.IsZero() {
		return seat, zio.Problems{problemSeatUnknown.At("/parties")}
	}
	return seat, nil
}

// completed is a template with parties added, and with a municipality in the place of Seat; "" leaves the rules as they are.
func completed(a *funding.Agreement, parties []funding.Party, seat string) (*funding.Agreement, zio.Problems) {
	b := *a
	if seat != "" { // the rules are read again, before there are many parties
		v, problems := tree(a)
		if len(problems) > 0 {
			return nil, problems
		}
		if c := find(&v, "/components"); c != nil {
			seated(c, func(x *strictjson.Value) { x.Text = seat })
		}
		b = funding.Agreement{}
		if problems := zio.ProblemsOf(strictjson.ReadValue(&v, &b, (*funding.Agreement).Bind)); len(problems) > 0 {
			return nil, problems
		}
	}
	b.Parties = append(slices.Clip(b.Parties), parties...)
	return &b, nil
}

// names reports whether the rules of a template name the seat.
func names(a *funding.Agreement) bool {
	v, problems := tree(a)
	found := false
	if c := find(&v, "/components"); len(problems) == 0 && c != nil {
		seated(c, func(*strictjson.Value) { found = true })
	}
	return found
}

// seated calls f for every text of the components that is the seat; titles and sources are for people.
func seated(v *strictjson.Value, f func(*strictjson.Value)) {
	if v.Kind == strictjson.String && v.Text == Seat {
		f(v)
	}
	for i := range v.Members {
		if m := &v.Members[i]; m.Name != "title" && m.Name != "sources" {
			seated(&m.Value, f)
		}
	}
}
