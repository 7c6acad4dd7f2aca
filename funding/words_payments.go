package funding

import "github.com/zio-collectief/zio/zio"

// instrumentWords are what a payment is paid as, behind its amount.
var instrumentWords = []struct {
	instrument Instrument
	nl, en     string
}{
	{Subsidy, "als subsidie", "as a subsidy"},
	{Purchase, "voor ingekochte zorg", "for purchased care"},
	{EducationFunding, "als bekostiging van onderwijs", "as education funding"},
	{Contribution, "als bijdrage", "as a contribution"},
	{Invoice, "op factuur", "on an invoice"},
	{"", "(als wat is niet afgesproken)", "(as what is not agreed)"},
}

// as is the instrument behind an amount; the code of one that a document of somebody else made up.
func (i Instrument) as(l zio.Lang) string {
	for _, w := range instrumentWords {
		if w.instrument == i {
			return zio.InLang(l, w.nl, w.en)
		}
	}
	return string(i)
}

// Words is the instrument as people say it.
func (i Instrument) Words(l zio.Lang) string {
	if i == "" {
		return zio.InLang(l, "niet afgesproken", "not agreed")
	}
	for _, c := range instruments {
		if c.Value == string(i) {
			return zio.InLang(l, c.NL, c.EN)
		}
	}
	return string(i)
}

// transfer is the payment that a step of the trace makes; nil when it makes none.
func (x *Result) transfer(ref string) *Transfer {
	for i := range x.Transfers {
		if x.Transfers[i].Ref == ref {
			return &x.Transfers[i]
		}
	}
	return nil
}

// params are the payment for a text: who pays how much to whom, and as what.
func (t *Transfer) params(x *Result, l zio.Lang) []zio.Param {
	return []zio.Param{{Name: "from", Value: x.Name(t.From, l)}, {Name: "to", Value: x.Name(t.To, l)},
		{Name: "paid", Value: t.Amount.String()}, {Name: "as", Value: t.Instrument.as(l)}}
}
