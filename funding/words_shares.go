package funding

import (
	"strings"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// explainShares reads a division over parties: one sentence for each of its parties, or for one. A division of what
// one party pays is one sentence.
func (x *Result) explainShares(list []Sentence, s *Step, party string, l zio.Lang) []Sentence {
	if len(s.Inputs) == 0 || s.Party == "" && len(s.Inputs) != len(s.Shares)+1 {
		return list
	}
	params := x.params(s, l)
	params = append(params, zio.Param{Name: "total", Value: s.Inputs[0].Value})
	if s.Party != "" {
		text := ""
		for _, part := range s.Shares {
			if nothing(part.Value) {
				continue // who has no part
			}
			if text != "" {
				text += ", "
			}
			text += x.Name(part.Party, l) + zio.InLang(l, " € ", " €") + zio.FormatNumber(part.Value, l)
			if t := x.transfer(fromTrace + s.ID + "#" + part.Party); t != nil {
				text += " " + t.Instrument.as(l)
			}
		}
		return x.say(list, s, s.Name, append(params, zio.Param{Name: "shares", Value: text}), l)
	}
	sum := money.Exact{}
	for _, in := range s.Inputs[1:] {
		w, err := ParseAmount(in.Value)
		if err == nil {
			sum, err = sum.Add(w)
		}
		if err != nil {
			return list
		}
	}
	if s.Division != nil && !s.Division.Divisor.IsZero() {
		sum = s.Division.Divisor
	}
	counts := x.countsOf(s.Inputs[1:])
	total, err := ParseAmount(s.Inputs[0].Value)
	amounts := err == nil && len(s.Shares) > 0 && isAmount(s.Inputs[1].Unit) && total.Compare(sum) == 0 // the weights are parts of the amount already
	for i, part := range s.Shares {
		if party != "" && part.Party != party || party == "" && nothing(part.Value) {
			continue
		}
		in := s.Inputs[i+1]
		own := append(params[:len(params):len(params)], zio.Param{Name: "weight", Value: in.Value}, zio.Param{Name: "weights", Value: exactText(sum, UnitNumber)},
			zio.Param{Name: "amount", Value: part.Value}, zio.Param{Name: "rounded", Value: roundedWords(s.Division, l)},
			zio.Param{Name: "difference", Value: differenceWords(s.Division, s.Inputs[0].Value, in.Value, sum, part.Value, amounts, l)})
		own[1].Value, own[2].Value = x.Name(part.Party, l), unitText(counts, exactText(sum, UnitNumber), l)
		comes := "komen"
		if in.Value == "1" || isAmount(in.Unit) || counts == UnitPercent {
			comes = "komt"
		}
		own = append(own, zio.Param{Name: "comes", Value: comes})
		name := s.Name
		switch {
		case amounts, strings.Contains(in.Ref, "/limits/"):
			name += "-limited"
		case counts == UnitPercent && part.Party != gapParty && exactText(sum, UnitNumber) == "100":
			name += "-percent"
		}
		switch {
		case part.Party == gapParty:
			name += "-gap"
		case len(s.Shares) == 1:
			name = s.Name + "-alone"
			if part.Value == s.Inputs[0].Value {
				name = s.Name + "-whole"
			}
		}
		list = x.say(list, s, name, own, l)
	}
	return list
}

// roundedWords says to what a share was rounded, between commas; nothing of cents.
func roundedWords(d *money.Division, l zio.Lang) string {
	switch {
	case d == nil:
	case d.Unit == money.WholeEuro:
		return zio.InLang(l, ", afgerond op hele euro's,", ", rounded to whole euros,")
	case d.Unit == money.Thousand:
		return zio.InLang(l, ", afgerond op duizenden euro's,", ", rounded to thousands of euros,")
	}
	return ""
}

// differenceWords is the sentence of a share that is a unit or more away from what its weight gives, because it takes the
// difference by rounding of all, or where the weights are amounts that stand in the text, a cent; nothing of any other.
func differenceWords(d *money.Division, total, weight string, sum money.Exact, amount string, told bool, l zio.Lang) string {
	if d == nil {
		return ""
	}
	t, err := ParseAmount(total)
	w, err2 := ParseAmount(weight)
	a, err3 := ParseAmount(amount)
	if err != nil || err2 != nil || err3 != nil {
		return ""
	}
	exact, err := t.Mul(w)
	if err == nil {
		exact, err = exact.Quo(sum)
	}
	if err != nil {
		return ""
	}
	cents, err := exact.Mul(money.ExactFromInt(100))
	if err != nil {
		return ""
	}
	near, err := cents.Euro(money.HalfUp)
	if err != nil {
		return ""
	}
	apart, err := a.Sub(exact)
	if err != nil || apart.Abs().Compare(ratio(d.Unit.Cents(), 100)) < 0 && !(told && near.String() != amount) {
		return ""
	}
	text := zio.InLang(l, " Zonder het verschil door afronden was dat € {exact#}.", " Without the difference by rounding that would be €{exact#}.")
	return zio.Fill(text, l, []zio.Param{{Name: "exact", Value: near.String()}})
}
