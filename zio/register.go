package zio

import (
	"cmp"
	"slices"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// Register is a document with municipalities and regions over time (register). It is plain
// data; [Register.Atlas] and [Atlas.With] make the tables that answer questions about it.
type Register struct {
	Title          string         `json:"title"`
	Period         Period         `json:"period"`                   // the days about which the register knows; both ends count
	Municipalities []Municipality `json:"municipalities,omitempty"` // all of them in the period, or none where the register is only about regions
	Successions    []Succession   `json:"successions,omitempty"`
	Variants       []NameVariant  `json:"variants,omitempty"`
	Regions        []Region       `json:"regions,omitempty"`
	RegionLists    []RegionList   `json:"regionLists,omitempty"` // where the regions come from
	Sources        []Source       `json:"sources,omitempty"`
}

// Municipality is one municipality (gemeente). Code and name are those of CBS and RvIG.
type Municipality struct {
	Code     MunicipalityCode `json:"code"`
	Name     string           `json:"name"`
	Province Province         `json:"province,omitzero"`
	From     Date             `json:"from,omitzero"`  // first day in force; no date where that lies before the register begins
	Until    Date             `json:"until,omitzero"` // last day in force; no date where it has not ended
}

// InForce reports whether the municipality is there on the day.
func (m Municipality) InForce(on Date) bool {
	return on.IsValid() && !on.Before(m.From) && (m.Until.IsZero() || !on.After(m.Until))
}

// Compare orders by code.
func (m Municipality) Compare(n Municipality) int { return m.Code.Compare(n.Code) }

// Succession is a step from a municipality that ends to one that goes on in its place
// (opvolging). A municipality that is split has several successions on one day, which carry
// weights when a source gives them: all of them or none.
type Succession struct {
	On     Date             `json:"on"` // first day of the new situation; the old municipality ended the day before
	From   MunicipalityCode `json:"from"`
	To     MunicipalityCode `json:"to"`
	Weight int64            `json:"weight,omitempty"` // size of the part that went there, in any unit; 0 where not known
}

// Compare orders by day, old code and new code.
func (s Succession) Compare(t Succession) int {
	return cmp.Or(s.On.Compare(t.On), s.From.Compare(t.From), s.To.Compare(t.To))
}

// NameVariant is another name or spelling of a municipality (andere schrijfwijze), only for searching.
type NameVariant struct {
	Municipality MunicipalityCode `json:"municipality"`
	Name         string           `json:"name"`
}

// Compare orders by municipality and name.
func (v NameVariant) Compare(w NameVariant) int {
	return cmp.Or(v.Municipality.Compare(w.Municipality), cmp.Compare(v.Name, w.Name))
}

// Region is a region during a period (regio): the municipalities in it or, for a school
// alliance, the four-digit postcodes. A region whose members change is listed again with
// another period.
type Region struct {
	Kind           RegionKind         `json:"kind"`
	Code           string             `json:"code"` // 1 to 40 letters, digits, points, hyphens and underscores; one region per kind, code and day
	Name           string             `json:"name"`
	From           Date               `json:"from"`
	Until          Date               `json:"until,omitzero"` // last day; no date where no end is known
	Municipalities []MunicipalityCode `json:"municipalities,omitempty"`
	Postcodes      []Postcode4        `json:"postcodes,omitempty"`
}

// Compare orders by kind, code and period.
func (r *Region) Compare(q *Region) int {
	return cmp.Or(r.Kind.Compare(q.Kind), cmp.Compare(r.Code, q.Code), r.Period().Compare(q.Period()))
}

// Period is the days on which the region is there.
func (r *Region) Period() Period { return Period{From: r.From, Until: r.Until} }

// Sizes of a register.
const (
	MaxMunicipalities = 3_000
	MaxRegions        = 5_000
	MaxRegionLists    = 100
	MaxWeight         = 99_999_999
)

// Bind binds the members of the document; it is for the packages of this module.
func (r *Register) Bind(f *strictjson.Fields) {
	f.Const(SchemaID("register"), strictjson.Spec{Name: "$schema", NL: "Soort document", EN: "Kind of document"})
	f.Text(&r.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	strictjson.Struct(f, &r.Period, strictjson.Spec{Name: "period", NL: "Periode waarover het register gaat", EN: "Period that the register is about"}, (*Period).Bind)
	strictjson.List(f, &r.Municipalities, strictjson.Spec{Name: "municipalities", Optional: true, Max: MaxMunicipalities, NL: "Gemeenten", EN: "Municipalities"}, (*Municipality).bind)
	strictjson.List(f, &r.Successions, strictjson.Spec{Name: "successions", Optional: true, Max: MaxMunicipalities, NL: "Opvolgingen", EN: "Successions"}, (*Succession).bind)
	strictjson.List(f, &r.Variants, strictjson.Spec{Name: "variants", Optional: true, Max: MaxMunicipalities, NL: "Andere schrijfwijzen", EN: "Other spellings"}, (*NameVariant).bind)
	strictjson.List(f, &r.Regions, strictjson.Spec{Name: "regions", Optional: true, Max: MaxRegions, NL: "Regio's", EN: "Regions"}, (*Region).bind)
	strictjson.List(f, &r.RegionLists, strictjson.Spec{Name: "regionLists", Optional: true, Max: MaxRegionLists, NL: "Lijsten van regio's", EN: "Lists of regions"}, (*RegionList).Bind)
	strictjson.List(f, &r.Sources, strictjson.Spec{Name: "sources", Optional: true, Max: 100, NL: "Bronnen", EN: "Sources"}, (*Source).Bind)
}

func (m *Municipality) bind(f *strictjson.Fields) {
	f.Code(&m.Code, strictjson.Spec{Name: "code", Format: "municipality", NL: "Gemeentecode", EN: "Municipality code"})
	f.Text(&m.Name, strictjson.Spec{Name: "name", NL: "Naam", EN: "Name"})
	f.Code(&m.Province, strictjson.Spec{Name: "province", Optional: true, Format: "province", NL: "Provincie", EN: "Province"})
	f.Code(&m.From, strictjson.Spec{Name: "from", Optional: true, Format: "date", NL: "Eerste dag", EN: "First day"})
	f.Code(&m.Until, strictjson.Spec{Name: "until", Optional: true, Format: "date", NL: "Laatste dag", EN: "Last day"})
}

func (s *Succession) bind(f *strictjson.Fields) {
	f.Code(&s.On, strictjson.Spec{Name: "on", Format: "date", NL: "Eerste dag van de nieuwe indeling", EN: "First day of the new division"})
	f.Code(&s.From, strictjson.Spec{Name: "from", Format: "municipality", NL: "Oude gemeente", EN: "Old municipality"})
	f.Code(&s.To, strictjson.Spec{Name: "to", Format: "municipality", NL: "Nieuwe gemeente", EN: "New municipality"})
	f.Int(&s.Weight, strictjson.Spec{Name: "weight", Optional: true, Max: MaxWeight, NL: "Gewicht van dit deel", EN: "Weight of this part",
		HintNL: "Bijvoorbeeld het aantal adressen dat naar deze gemeente ging.", HintEN: "For example the number of addresses that went to this municipality."})
}

func (v *NameVariant) bind(f *strictjson.Fields) {
	f.Code(&v.Municipality, strictjson.Spec{Name: "municipality", Format: "municipality", NL: "Gemeente", EN: "Municipality"})
	f.Text(&v.Name, strictjson.Spec{Name: "name", NL: "Andere schrijfwijze", EN: "Other spelling"})
}

func (r *Region) bind(f *strictjson.Fields) {
	f.Code(&r.Kind, strictjson.Spec{Name: "kind", Format: "region-kind", NL: "Soort regio", EN: "Kind of region"})
	f.Text(&r.Code, strictjson.Spec{Name: "code", Max: 40, Format: "region-code", NL: "Code", EN: "Code"})
	f.Text(&r.Name, strictjson.Spec{Name: "name", NL: "Naam", EN: "Name"})
	f.Code(&r.From, strictjson.Spec{Name: "from", Format: "date", NL: "Eerste dag", EN: "First day"})
	f.Code(&r.Until, strictjson.Spec{Name: "until", Optional: true, Format: "date", NL: "Laatste dag", EN: "Last day"})
	strictjson.Codes(f, &r.Municipalities, strictjson.Spec{Name: "municipalities", Optional: true, Max: MaxMunicipalities, Format: "municipality", NL: "Gemeenten", EN: "Municipalities"})
	strictjson.Codes(f, &r.Postcodes, strictjson.Spec{Name: "postcodes", Optional: true, Max: 9_000, Format: "postcode4", NL: "Postcodes (vier cijfers)", EN: "Postcodes (four digits)"})
}

// ReadRegister reads a register document. With problems the value holds what could be read.
func ReadRegister(data []byte) (*Register, Problems) {
	r := &Register{}
	problems := ProblemsOf(strictjson.Read(data, r, (*Register).Bind, strictjson.Limits{}))
	if len(problems) == 0 {
		problems = r.Check()
	}
	return r, problems
}

// AppendDocument appends the canonical, indented document.
func (r *Register) AppendDocument(b []byte) []byte {
	return strictjson.Append(b, r, (*Register).Bind)
}

func cloneRegions(list []Region) []Region {
	clones := make([]Region, len(list))
	for i := range list {
		clones[i] = list[i].clone()
	}
	return clones
}

func (r *Region) clone() Region {
	c := *r
	c.Municipalities = slices.Clone(r.Municipalities)
	c.Postcodes = slices.Clone(r.Postcodes)
	return c
}
