package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Admission is the money that follows admission statements (toelaatbaarheidsverklaringen, TLV), formula F28: per pupil of a category
// what the state pays and what the school alliance pays. A component charges one of the two parts, or both. Pupils without a
// category have no statement and cost nothing here. The amounts of a year are inputs: none is built in.
type Admission struct {
	Part       AdmissionPart       `json:"part"`
	Categories []AdmissionCategory `json:"categories"`
	Rounding   money.Rounding      `json:"rounding"`
}

// AdmissionCategory is what a pupil of one category brings (bekostigingscategorie), for the whole period.
type AdmissionCategory struct {
	Category string     `json:"category"`
	State    money.Euro `json:"state"`    // the part of the state
	Alliance money.Euro `json:"alliance"` // the part of the school alliance
}

// AdmissionPart is who pays of the money that follows admission statements (welk deel).
type AdmissionPart string

// The parts.
const (
	AdmissionState    AdmissionPart = "state"
	AdmissionAlliance AdmissionPart = "alliance"
	AdmissionBoth     AdmissionPart = "both"
)

var admissionRule = strictjson.Variant[Cost]{
	Rule: "admission/1", New: func() Cost { return new(Admission) }, Formulas: "F28",
	NL: "Toelaatbaarheidsverklaringen (TLV)", EN: "Admission statements (TLV)",
	HintNL: "Per categorie een bedrag van het Rijk en een bedrag van het samenwerkingsverband.", HintEN: "For each category an amount of the state and an amount of the school alliance.",
}

var admissionParts = []strictjson.Choice{
	{Value: string(AdmissionState), NL: "het deel van het Rijk", EN: "the part of the state"},
	{Value: string(AdmissionAlliance), NL: "het deel van het samenwerkingsverband", EN: "the part of the school alliance"},
	{Value: string(AdmissionBoth), NL: "allebei", EN: "both"},
}

// Rule is "admission/1".
func (d *Admission) Rule() string { return admissionRule.Rule }

func (d *Admission) bind(f *strictjson.Fields) {
	f.Choice((*string)(&d.Part), strictjson.Spec{Name: "part", Choices: admissionParts, NL: "Welk deel?", EN: "Which part?"})
	strictjson.List(f, &d.Categories, strictjson.Spec{Name: "categories", Min: 1, Max: 20, NL: "Categorieën", EN: "Categories"}, (*AdmissionCategory).bind)
	f.Code(&d.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding per categorie", EN: "Rounding per category"})
}

func (a *AdmissionCategory) bind(f *strictjson.Fields) {
	f.Text(&a.Category, categorySpec)
	f.Code(&a.State, strictjson.Spec{Name: "state", Format: "euro", NL: "Rijk, per leerling", EN: "State, per pupil"})
	f.Code(&a.Alliance, strictjson.Spec{Name: "alliance", Format: "euro", NL: "Samenwerkingsverband, per leerling", EN: "School alliance, per pupil"})
}

var problemAdmissionRoute = &zio.ProblemKind{Code: "admission.route", NL: "Geld van toelaatbaarheidsverklaringen hoort bij de route education of alliance, niet bij {route}.", EN: "Money of admission statements belongs to the route education or alliance, not to {route}."}

func (d *Admission) check(c *checker) {
	if c.c.Route != RouteEducation && c.c.Route != RouteAlliance {
		c.add(problemAdmissionRoute, "", "route", c.c.Route.String())
	}
	var names []string
	for i := range d.Categories {
		c.category(at("/categories", i), d.Categories[i].Category, names)
		names = append(names, d.Categories[i].Category)
		c.notNegative(at("/categories", i)+"/state", d.Categories[i].State)
		c.notNegative(at("/categories", i)+"/alliance", d.Categories[i].Alliance)
	}
}

func (d *Admission) cost(r *record) costOutcome {
	names := []string{""} // without a statement
	for i := range d.Categories {
		names = append(names, d.Categories[i].Category)
	}
	counted := r.categories(BasisEnrolled, names)
	inputs := make([]value, len(d.Categories))
	for i := range d.Categories {
		if r.failed() {
			return costOutcome{}
		}
		c, suffix := &d.Categories[i], "-"+itoa(int64(i+1))
		pupils := r.ofHomes("pupils"+suffix, "pupils-total"+suffix, UnitPupils, counted[i+1])
		var each []value
		if d.Part != AdmissionAlliance {
			each = append(each, r.agreed("state", r.place("/categories", i, "/state"), c.State.Exact(), UnitEuro))
		}
		if d.Part != AdmissionState {
			each = append(each, r.agreed("alliance", r.place("/categories", i, "/alliance"), c.Alliance.Exact(), UnitEuro))
		}
		price := r.sum(step{name: "each" + suffix, unit: UnitEuro}, each...)
		inputs[i] = r.productRounded(step{name: "cost" + suffix, label: c.Category, unit: UnitEuro}, d.Rounding, pupils.as("pupils"), price.as("each")).as("cost" + suffix)
	}
	return costOutcome{total: r.sum(step{name: "cost", unit: UnitEuro}, inputs...)}
}

func (d *Admission) words() []stepWords {
	return []stepWords{
		{"cost-", "{label}: {pupils#} {pupils|leerling|leerlingen} maal € {each#} is € {value#}.", "{label}: {pupils#} {pupils|pupil|pupils} times €{each#} is €{value#}."},
		{"cost", "Alle categorieën samen: € {value#}.", "All categories together: €{value#}."},
	}
}
