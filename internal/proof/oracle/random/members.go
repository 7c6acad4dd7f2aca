package random

import (
	"strconv"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/internal/strictjson"
)

// Rules of the three sets by their names, as package funding describes them.
var (
	Costs, Keys, Flows = names(funding.CostRules()), names(funding.KeyRules()), names(funding.FlowRules())
	fields             = map[string][]strictjson.FieldDescription{}
)

func names(rules []funding.RuleDescription) []string {
	list := make([]string, len(rules))
	for i := range rules {
		list[i] = rules[i].Rule
		fields[rules[i].Rule] = rules[i].Fields
	}
	return list
}

// rule draws the members of a rule within what its binder says of them; members that belong together are drawn anew in rules.go.
func (g *generator) rule(name string, inner func() object) object {
	o := g.members(fields[name], inner, "")
	o["rule"] = name
	return o
}

// members draws those of an object. One that may be absent sometimes is; item is the name that this item of a list is told apart by.
func (g *generator) members(list []strictjson.FieldDescription, inner func() object, item string) object {
	o := object{}
	for i := range list {
		d := &list[i]
		switch {
		case item != "" && toldApart(d):
			o[d.Name], item = item, ""
		case !d.Optional || g.chance(50):
			o[d.Name] = g.member(d, inner)
		}
	}
	return o
}

// toldApart reports whether no two items of a list may have the same value of a member.
func toldApart(d *strictjson.FieldDescription) bool {
	return d.Format == "party" || d.Name == "category"
}

func (g *generator) member(d *strictjson.FieldDescription, inner func() object) any {
	switch d.Kind {
	case strictjson.KindInteger:
		return g.number(d.Min, d.Max)
	case strictjson.KindBool:
		return g.chance(50)
	case strictjson.KindObject:
		return g.members(d.Item.Fields, inner, "")
	case strictjson.KindUnion:
		return inner()
	case strictjson.KindList:
		return g.list(d, inner)
	case strictjson.KindCodes, strictjson.KindTexts:
		var list array
		for range max(d.Min, 1) + g.Int64N(4) {
			list = append(list, g.text(d))
		}
		return list
	}
	return g.text(d)
}

// list draws one to five items, as many more as there must be, and none of the same party or category.
func (g *generator) list(d *strictjson.FieldDescription, inner func() object) any {
	var list array
	for i := range d.Item.Fields {
		if f := &d.Item.Fields[i]; toldApart(f) {
			of := g.listed()
			if f.Format == "party" {
				of = some(g, g.parties(), 1)
			}
			for _, item := range of {
				list = append(list, g.members(d.Item.Fields, inner, item))
			}
			return list
		}
	}
	for range min(max(d.Min, 1)+g.Int64N(5), d.Max) {
		list = append(list, g.members(d.Item.Fields, inner, ""))
	}
	return list
}

// parties are those who may bear a part.
func (g *generator) parties() []string {
	return append(append([]string(nil), g.participants...), g.others...)
}

// number is a whole number from low to high, the less often the larger it is, and often one near the lower end: a least number that
// something must have refuses nearly everything when it is large.
func (g *generator) number(low, high int64) int64 {
	if g.chance(20) {
		return low + g.Int64N(min(3, high-low+1))
	}
	most := int64(60)
	for most < high-low && g.chance(30) {
		most *= 10
	}
	return low + g.Int64N(min(most, high-low+1))
}

// text draws what is written as a text.
func (g *generator) text(d *strictjson.FieldDescription) string {
	if len(d.Choices) > 0 {
		return pick(g, d.Choices).Value
	}
	switch d.Format {
	case "euro": // mostly a tariff
		return g.euro(pick(g, []int{150, 150, 150, 9000, 100_000, 3_000_000}))
	case "factor": // mostly a percentage
		return g.decimal(0, 100, 6)
	case "fte":
		return g.decimal(0, 5, 3)
	case "date":
		return g.near()
	case "site":
		return pick(g, g.sites)
	case "municipality":
		return pick(g, g.municipalities)
	case "party":
		return pick(g, g.parties())
	case "basis":
		return pick(g, []string{"enrolled-pupils", "eligible-pupils", "eligible-minutes", "inhabitants", "gemeentefonds"})
	}
	switch {
	case d.Name == "category":
		return pick(g, categories)
	case d.Name == "label":
		return pick(g, labels)
	case d.Format == "" || d.Format == "name":
		return "tekst-" + strconv.Itoa(1+g.IntN(99))
	}
	panic("a member of the format " + d.Format + " is not drawn: add it to text in internal/proof/oracle/random/members.go")
}
