package money

import "github.com/zio-collectief/zio/internal/strictjson"

// IsZero reports whether no method is chosen.
func (m Method) IsZero() bool { return m == MethodUnset }

// IsZero reports whether no unit is chosen.
func (u Unit) IsZero() bool { return u == UnitUnset }

// IsZero reports whether no rounding is chosen.
func (r Rounding) IsZero() bool { return r == 0 }

var (
	methodChoices = []strictjson.Choice{
		{Value: "largest-remainder", NL: "grootste restanten", EN: "largest remainders"},
		{Value: "largest-weight", NL: "resteenheden naar de grootste gewichten", EN: "leftover units to the largest weights"},
		{Value: "rest-to-largest", NL: "verschil naar de grootste", EN: "difference to the largest"},
		{Value: "rest-to-named", NL: "verschil naar een genoemde partij", EN: "difference to a named party"},
		{Value: "independent", NL: "ieder apart afgerond", EN: "each rounded by itself"},
		{Value: "keep", NL: "restant blijft over", EN: "the rest is kept"},
	}
	unitChoices = []strictjson.Choice{
		{Value: "cent", NL: "centen", EN: "cents"},
		{Value: "euro", NL: "hele euro's", EN: "whole euros"},
		{Value: "thousand", NL: "duizenden euro's", EN: "thousands of euros"},
	}
	// RoundingChoices are the ways of rounding with their words; it is for the packages of this module.
	RoundingChoices = []strictjson.Choice{
		{Value: "half-up", NL: "rekenkundig (halve naar boven)", EN: "half up (away from zero)"},
		{Value: "half-down", NL: "halve naar beneden", EN: "half down (toward zero)"},
		{Value: "half-even", NL: "halve naar even", EN: "half to even"},
		{Value: "up", NL: "altijd naar boven", EN: "always up (away from zero)"},
		{Value: "down", NL: "altijd naar beneden", EN: "always down (toward zero)"},
	}
)

// divisor is the fixed divisor of a division as it stands in a document: a decimal.
type divisor struct{ d *Division }

func (v divisor) AppendText(b []byte) ([]byte, error) {
	text := v.d.Divisor.String()
	for i := 0; i < len(text); i++ {
		if text[i] == '/' { // a decimal that is no whole number: write it back as one
			x, err := v.d.Divisor.MulInt(1_000_000)
			if err != nil {
				return b, err
			}
			micros, err := x.Round(HalfUp)
			if err != nil {
				return b, err
			}
			return FactorFromMicros(micros).AppendText(b)
		}
	}
	return append(b, text...), nil
}

func (v divisor) UnmarshalText(b []byte) error {
	f, err := ParseFactor(string(b))
	if err == nil {
		v.d.Divisor = f.Exact()
	}
	return err
}

func (v divisor) IsZero() bool { return v.d.Divisor.IsZero() }

// Bind binds the members of the division; it is for the packages of this module.
func (d *Division) Bind(f *strictjson.Fields) {
	f.Code(&d.Method, strictjson.Spec{Name: "method", Choices: methodChoices, NL: "Wie krijgt de laatste centen?", EN: "Who gets the last cents?",
		HintNL: "Een bedrag laat zich vaak niet precies verdelen. Kies wat er met het verschil gebeurt.", HintEN: "An amount can often not be divided exactly. Choose what happens with the difference."})
	f.Code(&d.Unit, strictjson.Spec{Name: "unit", Choices: unitChoices, NL: "Verdelen in", EN: "Divide in"})
	f.Code(divisor{d}, strictjson.Spec{Name: "divisor", Optional: true, Format: "factor", NL: "Vaste deler", EN: "Fixed divisor",
		HintNL: "Leeg: de som van de gewichten. Bij procenten: 100.", HintEN: "Absent: the sum of the weights. For percentages: 100."})
	f.Code(&d.Rounding, strictjson.Spec{Name: "rounding", Optional: true, Choices: RoundingChoices, NL: "Afronding", EN: "Rounding"})
	f.Text(&d.Named, strictjson.Spec{Name: "named", Optional: true, Max: 60, Format: "party", NL: "Partij die het verschil draagt", EN: "Party that bears the difference"})
}
