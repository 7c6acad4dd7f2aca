package convenant

import (
	"github.com/zio-collectief/zio/funding"
)

// key says who bears which part of an amount. A rule without clauses here has those of [writer.declared]. A key inside
// another has clauses behind those of the outer one, of the part that it divides.
func (w *writer) key(amount string, k funding.Key) []Clause {
	clause := func(nl, en string, pairs ...string) Clause {
		return w.clause(nl, en, append(pairs, "amount", amount)...)
	}
	switch k := k.(type) {
	case *funding.SinglePayer:
		return []Clause{clause("{amount} komt geheel voor rekening van {party}.", "{amount} falls wholly to {party}.", "party", w.party(k.Payer))}
	case *funding.ProRata:
		return []Clause{w.proRata(amount, k), w.nonParticipants(k.NonParticipants)}
	case *funding.FixedShares:
		c := clause("{amount} wordt verdeeld naar vaste percentages:", "{amount} is divided by fixed percentages:")
		for _, s := range k.Shares {
			c.Items = append(c.Items, w.fill("{party}: {percent#} procent", "{party}: {percent#} per cent", "party", w.party(s.Party), "percent", s.Percent.String()))
		}
		return []Clause{c}
	case *funding.OwnUse:
		return []Clause{clause("Van {amount} draagt elke deelnemende gemeente wat haar eigen leerlingen gebruiken, gemeten in {measure}.", "Of {amount} every participating municipality bears what its own pupils use, measured in {measure}.", "measure", word(w, basisWords, k.Measure)), w.nonParticipants(k.NonParticipants)}
	case *funding.Hybrid:
		list := []Clause{clause("Van {amount} wordt {percent#} procent solidair verdeeld en de rest naar eigen gebruik.", "Of {amount} {percent#} per cent is divided in solidarity and the rest by own use.", "percent", k.Solidarity.String())}
		list = append(list, w.key(w.say("het solidaire deel", "the part in solidarity"), k.Common)...)
		return append(list, w.key(w.say("de rest", "the rest"), k.Own)...)
	case *funding.Mixed:
		list := []Clause{clause("{amount} wordt in delen gesplitst, die elk een eigen verdeelsleutel hebben:", "{amount} is split in parts, which each have a key of their own:")}
		for i, p := range k.Parts {
			part := w.fill("deel {n}", "part {n}", "n", number(int64(i+1)))
			list[0].Items = append(list[0].Items, w.fill("{part}, met gewicht {weight#}", "{part}, with weight {weight#}", "part", part, "weight", p.Weight.String()))
			list = append(list, w.key(part, p.Key)...)
		}
		return list
	case *funding.Given:
		c := clause("{amount} wordt verdeeld zoals elders is bepaald ({source}), en niet naar een andere verdeelsleutel. De reden: {reason}", "{amount} is divided as was fixed elsewhere ({source}), and not by another key. The reason: {reason}", "source", k.Source, "reason", k.Reason)
		for _, g := range k.Weights {
			c.Items = append(c.Items, w.fill("{party}: gewicht {weight#}", "{party}: weight {weight#}", "party", w.party(g.Party), "weight", g.Weight.String()))
		}
		c.Items = append(c.Items, w.givenAmounts(k.Amounts)...)
		return []Clause{c}
	case *funding.WeightedPupils:
		c := clause("{amount} wordt over de deelnemende gemeenten verdeeld naar {pupils}, die elk wegen naar hun categorie:", "{amount} is divided over the participating municipalities by {pupils}, who each weigh by their category:", "pupils", word(w, basisWords, k.Basis))
		for _, g := range k.Weights {
			c.Items = append(c.Items, w.fill("categorie {category}: gewicht {weight#}", "category {category}: weight {weight#}", "category", g.Category, "weight", g.Weight.String()))
		}
		return []Clause{c, w.nonParticipants(k.NonParticipants)}
	case *funding.Excess:
		list := []Clause{clause("Van {amount} draagt elke gemeente haar eigen casussen tot en met € {threshold#} per casus voor de hele looptijd. Een casus is een individuele beschikking van een leerling. Een gemeente die niet deelneemt, draagt haar casussen geheel.",
			"Of {amount} every municipality bears its own cases up to €{threshold#} per case for the whole term. A case is an individual decision of a pupil. A municipality that does not take part bears its cases whole.", "threshold", k.Threshold.String())}
		return append(list, w.key(w.say("wat casussen meer kosten,", "what cases cost more"), k.Common)...)
	case *funding.FixedAmounts:
		c := clause("Van {amount} dragen partijen deze vaste bedragen:", "Of {amount} parties bear these fixed amounts:")
		c.Items = w.givenAmounts(k.Amounts)
		if k.Others == nil {
			return []Clause{c, w.clause("Wat de kosten hoger zijn, is een tekort.", "What the cost is more is a gap.")}
		}
		return append([]Clause{c}, w.key(w.say("wat overblijft,", "what is left"), k.Others)...)
	case *funding.SmallNumbers:
		list := []Clause{clause("Van {amount} betaalt een gemeente met minder dan {fewer#} {pupils} € {price#} per leerling voor de hele looptijd.", "Of {amount} a municipality with fewer than {fewer#} {pupils} pays €{price#} per pupil for the whole term.",
			"fewer", number(k.Fewer), "pupils", word(w, basisWords, k.Basis), "price", k.Price.String())}
		return append(list, w.key(w.say("wat overblijft,", "what is left"), k.Others)...)
	case *funding.Exit:
		return w.exit(amount, k)
	}
	return w.declared(w.fill("{amount} wordt verdeeld", "{amount} is divided", "amount", amount), k.Rule(), funding.KeyRules(), k)
}

func (w *writer) proRata(amount string, k *funding.ProRata) Clause {
	basis := word(w, basisWords, k.Basis)
	switch k.Basis {
	case basis:
		basis = w.fill("de telling {basis}", "the count {basis}", "basis", basis)
	case "gemeentefonds":
	default:
		basis = w.say("het aantal ", "the number of ") + basis
	}
	day := w.gap("teldatum", "count date")
	if !k.Date.IsZero() {
		day = k.Date.Words(w.lang)
	}
	if k.Years > 0 {
		return w.clause("{amount} wordt over de deelnemende gemeenten verdeeld naar verhouding van {basis}, over {years} {years|jaarlijkse telling|jaarlijkse tellingen samen}, de laatste op {day}.", "{amount} is divided over the participating municipalities in proportion to {basis}, over {years} yearly {years|count|counts together}, the last on {day}.",
			"amount", amount, "basis", basis, "years", number(k.Years), "day", day)
	}
	return w.clause("{amount} wordt over de deelnemende gemeenten verdeeld naar verhouding van {basis}, geteld op {day}.", "{amount} is divided over the participating municipalities in proportion to {basis}, counted on {day}.", "amount", amount, "basis", basis, "day", day)
}

func (w *writer) exit(amount string, k *funding.Exit) []Clause {
	leaving := w.clause("Van {amount} dragen partijen die zijn uitgetreden nog een deel van hun laatste bijdrage:", "Of {amount} parties that have left still bear a part of their last contribution:", "amount", amount)
	for _, l := range k.Leaving {
		leaving.Items = append(leaving.Items, w.fill("{party}, die meedeed tot en met {day}, met als laatste bijdrage € {contribution#}", "{party}, which took part until {day}, with a last contribution of €{contribution#}", "party", w.party(l.Party), "day", l.Left.Words(w.lang), "contribution", l.Contribution.String()))
	}
	percents := w.clause("Dat deel is, geteld vanaf de dag na de uittreding:", "That part is, counted from the day after leaving:")
	for i, p := range k.Percents {
		percents.Items = append(percents.Items, w.fill("in jaar {n}: {percent#} procent", "in year {n}: {percent#} per cent", "n", number(int64(i+1)), "percent", p.String()))
	}
	return append([]Clause{leaving, percents}, w.key(w.say("wat overblijft,", "what is left"), k.Others)...)
}

func (w *writer) givenAmounts(list []funding.GivenAmount) []string {
	var items []string
	for _, g := range list {
		items = append(items, w.fill("{party}: € {amount#}", "{party}: €{amount#}", "party", w.party(g.Party), "amount", g.Amount.String()))
	}
	return items
}

// nonParticipants says what happens with the part of municipalities that do not take part.
func (w *writer) nonParticipants(choice funding.Uncovered) Clause {
	if choice == funding.LeaveAsGap {
		return w.clause("Het deel van gemeenten die niet deelnemen, blijft zichtbaar als tekort.", "The part of municipalities that do not take part stays visible as a gap.")
	}
	return w.clause("Het deel van gemeenten die niet deelnemen, dragen de deelnemende gemeenten.", "The part of municipalities that do not take part is borne by the participating municipalities.")
}

// basisWords are what a key or a cost counts.
var basisWords = map[string][2]string{
	"enrolled-pupils":   {"leerlingen op school", "pupils at school"},
	"eligible-pupils":   {"leerlingen die meetellen", "pupils who count"},
	"eligible-minutes":  {"minuten zorg van leerlingen die meetellen", "minutes of care of pupils who count"},
	"own-cost":          {"eigen kosten", "own cost"},
	"inhabitants":       {"inwoners", "inhabitants"},
	"clients":           {"cliënten", "clients"},
	"resident-students": {"studenten die er wonen", "resident students"},
	"gemeentefonds":     {"de uitkering uit het gemeentefonds", "the payment from the municipal fund"},
	"sites":             {"vestigingen", "sites"},
	"youth-under-18":    {"jongeren tot 18 jaar", "young people under 18"},
}
