package funding

import (
	"strings"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// Trace is how a result was reached (herleiding): addressed steps in the order in which they were
// taken. Every step can be computed again from its inputs alone, and every input says where it comes from.
type Trace struct {
	Version int64  `json:"version"` // of the form of the trace: 1
	Steps   []Step `json:"steps"`
}

// Step is one calculation (rekenstap).
type Step struct {
	ID       string          `json:"id"`              // address: "pool/cost/amount-per-pupil", "pool/key/weight/0268"
	Rule     string          `json:"rule"`            // rule that took the step: "fixed-hours/1"
	Name     string          `json:"name"`            // which of the rule's steps
	Party    string          `json:"party,omitempty"` // the party it is about; "" is all
	Label    string          `json:"label,omitempty"` // what the agreement calls the item that it is about, a post or a category; or the site that it is about
	Op       string          `json:"op"`              // what was done: one of the Op constants
	Inputs   []Input         `json:"inputs"`
	Value    string          `json:"value,omitempty"` // outcome: decimal or fraction "n/d"; absent of a division over parties
	Unit     string          `json:"unit"`
	Rounding string          `json:"rounding,omitempty"` // mode, when the step rounds
	Before   string          `json:"before,omitempty"`   // value before rounding
	Division *money.Division `json:"division,omitempty"` // of a division over parties
	Shares   []StepShare     `json:"shares,omitempty"`   // outcome of a division over parties
	Rest     string          `json:"rest,omitempty"`     // what the division left over
	Basis    string          `json:"basis,omitempty"`    // legal basis or source that the rule declares
}

// StepShare is the outcome for one party of a division (aandeel).
type StepShare struct {
	Party string `json:"party"`
	Value string `json:"value"`
}

// Input is one value that a step used (invoer).
type Input struct {
	Name  string `json:"name"`
	Ref   string `json:"ref"` // "agreement:/pointer", "population:/pointer", "estimate:/groups/n" (the estimate of a range), "trace:step", "trace:step#party" (a party, "~gap" or "~rest") or "constant:name"
	Value string `json:"value"`
	Unit  string `json:"unit"`
}

// What a step does with its inputs.
const (
	OpSum        = "sum"        // all inputs together; without inputs 0
	OpProduct    = "product"    // all inputs multiplied
	OpQuotient   = "quotient"   // the first by the second
	OpDifference = "difference" // the first less all others
	OpLeast      = "least"      // the smallest input
	OpMost       = "most"       // the largest input
	OpAllocate   = "allocate"   // the first input divided over the others as weights, as Division says
)

// Units of values in a trace.
const (
	UnitEuro     = "eur"
	UnitMinutes  = "minutes"
	UnitPerHour  = "eur-per-hour"
	UnitWeeks    = "weeks"
	UnitPupils   = "pupils"
	UnitFte      = "fte"
	UnitPerFte   = "eur-per-fte"
	UnitMonths   = "months"
	UnitNumber   = "number"
	UnitFraction = "fraction"
	UnitPercent  = "per-cent"
	UnitHours    = "hours"
	UnitDays     = "days"
)

// Bind binds the members of the trace; it is for the packages of this module.
func (t *Trace) Bind(f *strictjson.Fields) {
	f.Int(&t.Version, strictjson.Spec{Name: "version", Min: 1, Max: 1, NL: "Versie", EN: "Version"})
	strictjson.List(f, &t.Steps, strictjson.Spec{Name: "steps", Max: 1_000_000, NL: "Stappen", EN: "Steps"}, (*Step).bind)
}

var opChoices = []strictjson.Choice{
	{Value: OpSum, NL: "som", EN: "sum"}, {Value: OpProduct, NL: "product", EN: "product"},
	{Value: OpQuotient, NL: "quotiënt", EN: "quotient"}, {Value: OpDifference, NL: "verschil", EN: "difference"},
	{Value: OpLeast, NL: "kleinste", EN: "least"}, {Value: OpMost, NL: "grootste", EN: "most"},
	{Value: OpAllocate, NL: "verdeling", EN: "division over parties"},
}

func (s *Step) bind(f *strictjson.Fields) {
	f.Text(&s.ID, strictjson.Spec{Name: "id", Max: 280, Format: "code", NL: "Adres", EN: "Address"})
	f.Text(&s.Rule, strictjson.Spec{Name: "rule", Max: 60, Format: "code", NL: "Regel", EN: "Rule"})
	f.Text(&s.Name, strictjson.Spec{Name: "name", Max: 80, NL: "Stap", EN: "Step"})
	f.Text(&s.Party, strictjson.Spec{Name: "party", Optional: true, Max: 60, Format: "code", NL: "Partij", EN: "Party"})
	f.Text(&s.Label, strictjson.Spec{Name: "label", Optional: true, Max: 100, NL: "Omschrijving", EN: "Label"})
	f.Choice(&s.Op, strictjson.Spec{Name: "op", Choices: opChoices, NL: "Bewerking", EN: "Operation"})
	strictjson.List(f, &s.Inputs, strictjson.Spec{Name: "inputs", Max: 1_000_000, NL: "Invoer", EN: "Inputs"}, (*Input).bind)
	f.Text(&s.Value, strictjson.Spec{Name: "value", Optional: true, Format: "number", NL: "Uitkomst", EN: "Value"})
	f.Text(&s.Unit, strictjson.Spec{Name: "unit", Max: 40, NL: "Eenheid", EN: "Unit"})
	f.Text(&s.Rounding, strictjson.Spec{Name: "rounding", Optional: true, Max: 20, NL: "Afronding", EN: "Rounding"})
	f.Text(&s.Before, strictjson.Spec{Name: "before", Optional: true, Format: "number", NL: "Vóór afronding", EN: "Before rounding"})
	strictjson.OptionalStruct(f, &s.Division, strictjson.Spec{Name: "division", NL: "Wijze van verdelen", EN: "Division"}, (*money.Division).Bind)
	strictjson.List(f, &s.Shares, strictjson.Spec{Name: "shares", Optional: true, NL: "Aandelen", EN: "Shares"}, (*StepShare).bind)
	f.Text(&s.Rest, strictjson.Spec{Name: "rest", Optional: true, Format: "number", NL: "Rest", EN: "Rest"})
	f.Text(&s.Basis, strictjson.Spec{Name: "basis", Optional: true, Max: 500, NL: "Grondslag of bron", EN: "Legal basis or source"})
}

func (s *StepShare) bind(f *strictjson.Fields) {
	f.Text(&s.Party, strictjson.Spec{Name: "party", Max: 60, Format: "code", NL: "Partij", EN: "Party"})
	f.Text(&s.Value, strictjson.Spec{Name: "value", Format: "number", NL: "Bedrag", EN: "Amount"})
}

func (i *Input) bind(f *strictjson.Fields) {
	f.Text(&i.Name, strictjson.Spec{Name: "name", Max: 60, NL: "Naam", EN: "Name"})
	f.Text(&i.Ref, strictjson.Spec{Name: "ref", Max: 300, Format: "code", NL: "Herkomst", EN: "Reference"})
	f.Text(&i.Value, strictjson.Spec{Name: "value", Format: "number", NL: "Waarde", EN: "Value"})
	f.Text(&i.Unit, strictjson.Spec{Name: "unit", Max: 40, NL: "Eenheid", EN: "Unit"})
}

// stepWords is how one step of a rule reads: {name} is an input of that name, {value} the outcome, {party} the
// party it is about, {unit} a space and the unit. A name that ends in a hyphen is that of all steps that start with it, and
// {which} is what follows: the number of an item in the agreement. {label} is what the agreement calls the item, or its site. A name that
// ends in -gap is for what nobody bears.
type stepWords struct{ name, nl, en string }

// component is the id of the component that a step belongs to; "" for what holds for all.
func (s *Step) component() string {
	if s.Rule == "total/1" || s.Rule == "routing/1" {
		return ""
	}
	id, _, _ := strings.Cut(s.ID, "/")
	return id
}
