package main

import (
	"context"
	"encoding/json"
	"net/http"

	"github.com/zio-collectief/zio/examples/internal/publish"
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

// settlement is what a request asks to settle.
type settlement struct {
	agreement  *funding.Agreement
	population *zio.Population
	party      string
	school     bool // the numbers are those that DUO publishes
	publish    publish.Choice
}

// settlements answers an agreement and a population by the result document. Instead of a population a school may be named; the
// agreement may be a template then.
func (s *service) settlements(w http.ResponseWriter, r *http.Request) error {
	result, x, err := s.calculate(w, r, "agreement", "population", "school", "claim", "mergeSmall", "publishSmall")
	if err != nil {
		return err
	}
	if x.publish.Merge {
		merged, problems := schema.Merged(result, language(r))
		if len(problems) > 0 {
			return invalid("/mergeSmall", problems)
		}
		return writeJSON(w, merged)
	}
	return write(w, http.StatusOK, result.AppendDocument(nil))
}

// explanation is a result in words.
type explanation struct {
	Language  string     `json:"language"`
	Party     string     `json:"party,omitempty"`
	Sentences []sentence `json:"sentences"`
}

type sentence struct {
	Component string `json:"component,omitempty"`
	Step      string `json:"step,omitempty"`
	Text      string `json:"text"`
	Basis     string `json:"basis,omitempty"`
}

// explanations answers the same request in sentences, of one party or of all.
func (s *service) explanations(w http.ResponseWriter, r *http.Request) error {
	result, x, err := s.calculate(w, r, "agreement", "population", "school", "claim", "party", "publishSmall")
	if err != nil {
		return err
	}
	if x.party != "" && x.agreement.Party(x.party) == nil {
		return refuseAt(problemParty, "/party")
	}
	lang := language(r)
	e := explanation{Language: lang.String(), Party: x.party, Sentences: []sentence{}}
	for _, one := range result.Explain(x.party, lang) {
		e.Sentences = append(e.Sentences, sentence{Component: one.Component, Step: one.Step, Text: one.Text, Basis: one.Basis})
	}
	w.Header().Set("Content-Language", lang.String())
	return writeJSON(w, e)
}

// calculate reads a request with these members and settles it. Between its parts it looks whether somebody still waits.
func (s *service) calculate(w http.ResponseWriter, r *http.Request, names ...string) (*funding.Result, *settlement, error) {
	data, err := s.body(w, r, "application/json")
	if err != nil {
		return nil, nil, err
	}
	done, err := s.place(r.Context(), s.work)
	if err != nil {
		return nil, nil, err
	}
	defer done()
	x, err := read(r.Context(), data, names)
	if err != nil {
		return nil, nil, err
	}
	if s.settle != nil {
		s.settle(x)
	}
	if r.Context().Err() != nil {
		return nil, nil, errGone
	}
	result, problems := funding.Calculate(x.agreement, x.population)
	if len(problems) > 0 {
		return nil, nil, invalid("/agreement", problems)
	}
	if !x.publish.Merge && !x.publish.Given() {
		if problems := x.publish.Refuse(publish.Small(result, x.population, x.school)); len(problems) > 0 {
			return nil, nil, invalid("/publishSmall", problems)
		}
	}
	return result, x, nil
}

// read makes of a request what is to be settled. All that is wrong with both documents is told at once.
func read(ctx context.Context, data []byte, names []string) (*settlement, error) {
	found, err := members(data, names...)
	if err != nil {
		return nil, err
	}
	x := &settlement{}
	if x.party, err = text(found, "party"); err != nil {
		return nil, err
	}
	x.publish = publish.Choice{ReasonWord: "publishSmall", MergeWord: "mergeSmall"}
	if x.publish.Reason, err = text(found, "publishSmall"); err != nil {
		return nil, err
	}
	if merge, has := found["mergeSmall"]; has && json.Unmarshal(merge, &x.publish.Merge) != nil {
		return nil, refuseAt(problemForm, "/mergeSmall")
	}
	if problems := x.publish.Check(); len(problems) > 0 {
		return nil, invalid("/publishSmall", problems)
	}
	code, err := text(found, "school")
	if err != nil {
		return nil, err
	}
	_, given := found["population"]
	switch {
	case found["agreement"] == nil:
		return nil, refuseAt(problemMissing, "/agreement")
	case given && code != "":
		return nil, refuseAt(problemBoth, "/school")
	case !given && code == "":
		return nil, refuseAt(problemMissing, "/population")
	}
	if code != "" {
		claim, err := text(found, "claim")
		if err != nil {
			return nil, err
		}
		x.school = true
		return x, x.ofSchool(found["agreement"], code, claim)
	}
	if _, has := found["claim"]; has {
		return nil, refuseAt(problemMissing, "/school")
	}
	var problems, others zio.Problems
	x.agreement, problems = funding.ReadAgreement(found["agreement"])
	if ctx.Err() != nil {
		return nil, errGone
	}
	x.population, others = zio.ReadPopulation(found["population"])
	all := append(moved("/agreement", problems), moved("/population", others)...)
	if len(all) > 0 {
		return nil, invalid("", all)
	}
	return x, nil
}

// ofSchool settles for the pupils of a special school, all of whom get the same claim, as "zio settle --school" does.
func (x *settlement) ofSchool(agreement []byte, code, claim string) error {
	site, err := schoolOf(code, "/school")
	if err != nil {
		return err
	}
	all := zio.ClaimJeugdwet
	if claim != "" {
		if all, err = zio.ParseClaim(claim); err != nil {
			return invalid("/claim", zio.ProblemsOfError(err))
		}
	}
	template, problems := analysis.ReadTemplate(agreement)
	if len(problems) == 0 {
		x.population = site.Population(all)
		x.agreement, problems = analysis.Fill(template, x.population, zio.Netherlands())
	}
	if len(problems) > 0 {
		return invalid("/agreement", problems)
	}
	return nil
}

// schoolOf finds a school by its code.
func schoolOf(code, pointer string) (*schools.School, error) {
	site, err := zio.ParseSiteCode(code)
	if err != nil {
		return nil, invalid(pointer, zio.ProblemsOfError(err))
	}
	school, found := schools.Find(site)
	if !found {
		return nil, &refusal{status: http.StatusNotFound, problems: zio.Problems{problemSchool.At(pointer)}}
	}
	return school, nil
}
