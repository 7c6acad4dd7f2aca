package funding

import (
	"slices"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

var (
	problemCategoryTwice = &zio.ProblemKind{Code: "category.twice", NL: "Categorie {category} staat er twee keer.", EN: "Category {category} stands twice."}
	problemCategoryOther = &zio.ProblemKind{Code: "category.not-in-list", NL: "Leerlingen die hier meetellen, hebben geen categorie uit deze lijst. Geef ze een categorie in de populatie, of vul de lijst aan.", EN: "Pupils that count here have no category of this list. Give them one in the population, or add to the list."}
)

// categorySpec is the member that names a category.
var categorySpec = strictjson.Spec{Name: "category", Max: 60, NL: "Categorie", EN: "Category", HintNL: "Zoals bij de leerlingen: licht, midden, zwaar.", HintEN: "As with the pupils: light, middle, heavy."}

// category notes a category that stands twice in a list.
func (c *checker) category(pointer, name string, earlier []string) {
	if slices.Contains(earlier, name) {
		c.add(problemCategoryTwice, pointer+"/category", "category", name)
	}
}

// ofCategory is a record that counts the pupils of one category.
func (r *record) ofCategory(name string) *record {
	inner := *r
	inner.category = &name
	return &inner
}

// categories counts pupils per category and home municipality. Who has none of them is a problem: it would cost nothing unseen.
func (r *record) categories(basis string, names []string) []tallies {
	list := make([]tallies, len(names))
	left := r.pupilsOf(r.count(basis))
	for i, name := range names {
		list[i] = r.ofCategory(name).count(basis)
		left = r.ok(left.Sub(r.pupilsOf(list[i])))
	}
	if !left.IsZero() {
		r.refuse(problemCategoryOther, "")
	}
	return list
}

// pupilsOf adds what was counted.
func (r *record) pupilsOf(list tallies) money.Exact {
	sum := money.Exact{}
	for i := range list {
		for _, v := range list[i].inputs {
			sum = r.ok(sum.Add(v.x))
		}
	}
	return sum
}
