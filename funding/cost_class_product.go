package funding

import (
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// ClassProduct is a price per class (product per klas), formula F12: for an education-care class, or for a number of
// fte in every class.
type ClassProduct struct {
	Classes     int64          `json:"classes"`
	Capacity    int64          `json:"capacity"`              // most pupils of one class, 1 to 40; an onderwijszorgklas of the sources has 10
	FtePerClass *money.Fte     `json:"ftePerClass,omitempty"` // nil: the price is that of a class; otherwise that of one fte
	Price       money.Euro     `json:"price"`                 // for the whole period
	Rounding    money.Rounding `json:"rounding"`
}

var classProductRule = strictjson.Variant[Cost]{
	Rule: "class-product/1", New: func() Cost { return new(ClassProduct) }, Formulas: "F12",
	NL: "Prijs per klas", EN: "Price per class",
	HintNL: "Elke klas heeft een vaste prijs of een vaste medewerker.", HintEN: "Every class has a fixed price or a fixed member of staff.",
}

// Rule is "class-product/1".
func (p *ClassProduct) Rule() string { return classProductRule.Rule }

func (p *ClassProduct) bind(f *strictjson.Fields) {
	f.Int(&p.Classes, strictjson.Spec{Name: "classes", Min: 1, Max: 10_000, NL: "Aantal klassen", EN: "Number of classes"})
	f.Int(&p.Capacity, strictjson.Spec{Name: "capacity", Min: 1, Max: 40, NL: "Hoogste aantal leerlingen per klas", EN: "Most pupils per class"})
	strictjson.OptionalCode(f, &p.FtePerClass, strictjson.Spec{Name: "ftePerClass", Format: "fte", NL: "Fte per klas", EN: "Fte per class"})
	f.Code(&p.Price, strictjson.Spec{Name: "price", Format: "euro", NL: "Prijs per klas (of per fte)", EN: "Price per class (or per fte)"})
	f.Code(&p.Rounding, strictjson.Spec{Name: "rounding", Choices: money.RoundingChoices, NL: "Afronding", EN: "Rounding"})
}

var problemClassFull = &zio.ProblemKind{Code: "class-product.too-many-pupils", NL: "{pupils#} {pupils|leerling|leerlingen} is te veel. Aantal klassen: {classes}, met elk hoogstens {capacity} leerlingen.", EN: "{pupils#} {pupils|pupil|pupils} is too many. Number of classes: {classes}, each with at most {capacity} pupils."}

func (p *ClassProduct) check(c *checker) {
	c.notNegative("/price", p.Price)
	if p.FtePerClass != nil {
		c.plausible("/ftePerClass", *p.FtePerClass)
	}
}

func (p *ClassProduct) cost(r *record) costOutcome {
	pupils := r.pooledPupils()
	classes := r.agreed("classes", "/classes", money.ExactFromInt(p.Classes), UnitNumber)
	room := r.product(step{name: "capacity", unit: UnitPupils}, classes, r.agreed("capacity", "/capacity", money.ExactFromInt(p.Capacity), UnitPupils))
	if pupils.x.Compare(room.x) > 0 {
		r.refuse(problemClassFull, "/classes", "pupils", pupils.text(), "classes", itoa(p.Classes), "capacity", itoa(p.Capacity))
		return costOutcome{}
	}
	inputs := []value{classes, r.agreed("price", "/price", p.Price.Exact(), UnitEuro)}
	name := "cost"
	if p.FtePerClass != nil {
		name = "cost-fte"
		inputs = append(inputs, r.agreed("ftePerClass", "/ftePerClass", p.FtePerClass.Exact(), UnitFte))
	}
	return costOutcome{total: r.productRounded(step{name: name, unit: UnitEuro}, p.Rounding, inputs...)}
}

func (p *ClassProduct) words() []stepWords {
	return []stepWords{
		{"pooled-pupils-total", "In de klassen {value|zit|zitten} {value#} {value|leerling|leerlingen}.", "There {value|is|are} {value#} {value|pupil|pupils} in the classes."},
		{"capacity", "Er is plaats voor {value#} {value|leerling|leerlingen}.", "There is room for {value#} {value|pupil|pupils}."},
		{"cost", "{classes} {classes|klas|klassen} maal € {price#} is € {value#}.", "{classes} {classes|class|classes} times €{price#} is €{value#}."},
		{"cost-fte", "{classes} {classes|klas|klassen} maal {ftePerClass#} fte maal € {price#} is € {value#}.", "{classes} {classes|class|classes} times {ftePerClass#} fte times €{price#} is €{value#}."},
	}
}
