package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/examples/internal/publish"
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

func newSettle(a *app) *cobra.Command {
	var format, explain, party, part, school, route string
	var d disclosure
	cmd := &cobra.Command{
		Use:   "settle AGREEMENT POPULATION | FOLDER | SYSTEM | AGREEMENT --school SCHOOL",
		Short: "Calculate who pays what to whom",
		Long: `Apply an agreement (convenant) to a population (leerlingen): who bears which amount,
who pays whom, which pupils are left out and why, and what nobody covers.

With one argument it is a folder that holds agreement.json and population.json, or
a system that is built in, such as st-maartenschool; "zio systems" lists those. A
candidate next to the agreement follows a colon: zuidoost-brabant:hybrid.

With --school the pupils are those of a special school, by its code or its name, as
DUO publishes them; see "zio schools". An agreement without municipalities is a
template (sjabloon): it takes the home municipalities of the pupils, and "seat" in
it is the municipality of the school. Built in are fixed-hours and budget.

--format json writes the whole result document, with its trace and receipt; with
--party only what concerns that party. --format csv writes one part, chosen by
--part, with canonical amounts (1234.50) in every language.

` + disclosureHelp + `
` + mergeHelp + `
A table is for your own screen: it warns, and is not refused. So are parts without a
number of pupils, such as transfers; CSV of the shares leaves these numbers out.`,
		Example: `  zio settle agreement.json population.json
  zio settle agreement.json population.json --party 0268 --explain nl
  zio settle agreement.json population.json --format csv --part transfers
  zio settle fixed-hours --school 00OS00
  zio import duo leerlingen.csv | zio settle agreement.json -`,
		Args: cobra.RangeArgs(0, 2),
		RunE: func(_ *cobra.Command, args []string) error {
			s, err := a.settleFlags(args, school, route)
			if err != nil {
				return err
			}
			return a.showSettlement(s, settleOptions{format: format, explain: explain, party: party, part: part, disclosure: d})
		},
	}
	formatFlag(cmd, &format, "table", "json", "csv", "md")
	d.flag(cmd)
	d.mergeFlag(cmd)
	cmd.Flags().StringVar(&explain, "explain", "", "explain the sums in words: nl or en")
	cmd.Flags().StringVar(&party, "party", "", "only this party: its code or its name")
	cmd.Flags().StringVar(&school, "school", "", "pupils of this special school: its code or its name")
	cmd.Flags().StringVar(&route, "route", "", routeHelp)
	cmd.Flags().StringVar(&part, "part", "", "only one part: "+strings.Join(partNames(), ", "))
	return cmd
}

// routeHelp is what the flag --route does.
const routeHelp = "with --school: law under which the care of all pupils is taken to fall: jeugdwet, wlz, ..., unknown (default jeugdwet)"

// settlement is an agreement, a population and what they come to.
type settlement struct {
	agreement   *funding.Agreement
	population  *zio.Population
	result      *funding.Result
	school      *schools.School // whose pupils they are; nil for a population of the user
	claim       zio.Claim       // of all pupils of the school
	public      bool            // the numbers are those of a built-in system: published by others, or made up
	bounded     *analysis.Ranges
	amountsOnly bool                 // CSV, which has no line of totals, leaves the numbers of pupils out
	merged      *schema.MergedResult // what may be told, when small municipalities are taken together; nil: everything
}

// small are the places that tell a number of 1 to 4 pupils.
func (s *settlement) small() zio.Problems {
	return publish.Small(s.result, s.population, s.school != nil)
}

// ranges are the lowest and highest amount of each party; nil when the counts are no ranges, or when the agreement has no
// ends that could be found.
func (s *settlement) ranges() map[string]analysis.PartyRange {
	if s.result.Population.Estimates == 0 || s.merged != nil {
		return nil
	}
	if s.bounded == nil {
		s.bounded = &analysis.Ranges{}
		if x, problems := analysis.Range(s.agreement, s.population); len(problems) == 0 {
			s.bounded = x
		}
	}
	if len(s.bounded.Parties) == 0 {
		return nil
	}
	list := make(map[string]analysis.PartyRange, len(s.bounded.Parties))
	for _, r := range s.bounded.Parties {
		list[r.Party] = r
	}
	return list
}

// settleFlags settles what the arguments name, or an agreement for a school.
func (a *app) settleFlags(args []string, school, route string) (*settlement, error) {
	if school == "" {
		if route != "" {
			return nil, errors.New(a.say("--route hoort bij --school", "--route goes with --school"))
		}
		if len(args) == 0 {
			return nil, errors.New(a.say("noem een overeenkomst en een populatie, een map, een stelsel, of --school", "name an agreement and a population, a folder, a system, or --school"))
		}
		return a.settleArgs(args)
	}
	claim := zio.ClaimJeugdwet
	if route != "" {
		var err error
		if claim, err = zio.ParseClaim(route); err != nil && route != "unknown" {
			return nil, a.wrong("--route", err)
		}
	}
	switch len(args) {
	case 0:
		return a.settleSchool(defaultTemplate, school, claim)
	case 1:
		return a.settleSchool(args[0], school, claim)
	}
	return nil, errors.New(a.say("met --school komen de leerlingen van de school: noem alleen een overeenkomst", "with --school the pupils are those of the school: name an agreement only"))
}

// settleArgs settles two documents, a folder that holds them, or a system that is built in. A candidate of a folder or
// system, agreement.NAME.json, follows a colon.
func (a *app) settleArgs(args []string) (*settlement, error) {
	if len(args) == 2 {
		return a.settle(args[0], args[1])
	}
	folder, candidate, named := strings.Cut(args[0], ":")
	file := "agreement.json"
	if named {
		file = "agreement." + candidate + ".json"
	}
	if info, err := os.Stat(folder); err == nil && info.IsDir() {
		return a.settle(filepath.Join(folder, file), filepath.Join(folder, "population.json"))
	}
	return a.builtIn(folder, file)
}

// settle reads the documents and calculates; problems are reported with the file they are in.
func (a *app) settle(agreement, population string) (*settlement, error) {
	x, p, err := a.agreementAndPopulation(agreement, population)
	if err != nil {
		return nil, err
	}
	result, problems := funding.Calculate(x, p)
	if err := a.report(agreement, problems); err != nil {
		return nil, err
	}
	return &settlement{agreement: x, population: p, result: result}, nil
}

type settleOptions struct {
	format, explain, party, part string
	disclosure
}

// partKind says which numbers of pupils a table tells.
type partKind int

const (
	amountsOnly  partKind = iota // none
	countsPool                   // those in the pool
	countsOthers                 // others too, so that it can not be told of small municipalities together
)

// parts are the tables of a settlement.
var parts = []struct {
	name string
	grid func(*app, *settlement, string) *grid
	kind partKind
}{
	{"shares", (*app).sharesGrid, countsPool},
	{"transfers", (*app).transfersGrid, amountsOnly},
	{"components", (*app).componentsGrid, amountsOnly},
	{"exclusions", (*app).exclusionsGrid, countsOthers},
	{"routes", (*app).routesGrid, countsOthers},
	{"shadow", (*app).shadowGrid, amountsOnly},
	{"checks", (*app).checksGrid, countsOthers},
	{"schedule", (*app).scheduleGrid, amountsOnly},
	{"budget-years", (*app).budgetYearsGrid, amountsOnly},
	{"school", (*app).schoolGrid, countsOthers},
	{"places", (*app).placesGrid, countsOthers},
}

func partNames() []string {
	names := make([]string, len(parts))
	for i := range parts {
		names[i] = parts[i].name
	}
	return names
}

func (a *app) showSettlement(s *settlement, o settleOptions) error {
	party, err := a.partyOf(s, o.party)
	if err != nil {
		return err
	}
	if o.explain != "" {
		if _, known := zio.ParseLang(o.explain); !known {
			return fmt.Errorf("--explain is nl or en, not %q", o.explain)
		}
		if o.format == "csv" || o.format == "json" && party == "" {
			return errors.New(a.say("--explain hoort bij table en md, of bij json met --party", "--explain goes with table and md, or with json and --party"))
		}
	}
	if o.part != "" && !slices.Contains(partNames(), o.part) {
		return fmt.Errorf("--part is one of %s, not %q", strings.Join(partNames(), ", "), o.part)
	}
	if err := a.mayTellPart(s, o, party); err != nil {
		return err
	}
	switch {
	case s.merged != nil && o.format == "json" && o.part == "":
		return a.encode(s.merged)
	case o.format == "json" && party != "":
		return a.partyJSON(s, party, o.explain)
	case o.format == "json" && o.part == "":
		_, err := a.out.Write(s.result.AppendDocument(nil))
		return err
	case o.format == "csv" && o.part == "":
		o.part = "shares"
	}
	if o.part != "" {
		for i := range parts {
			if parts[i].name == o.part {
				g := parts[i].grid(a, s, party)
				if o.format != "csv" && o.format != "json" {
					g = a.inWords(s, g)
				}
				return a.show(g, o.format)
			}
		}
	}
	if err := a.settlementText(s, party, o); err != nil {
		return err
	}
	if o.format == "md" {
		a.tellsWhy(s, o.disclosure)
	} else if s.merged != nil {
		a.println()
		a.mergedWords(s.merged)
	}
	return nil
}

// mayTellPart is mayTell for what the options ask for: a part that counts no pupils tells none, and what counts others than those in
// the pool can not be merged.
func (a *app) mayTellPart(s *settlement, o settleOptions, party string) error {
	kind := countsPool
	for i := range parts {
		if parts[i].name == o.part {
			kind = parts[i].kind
		}
	}
	switch {
	case o.Merge && (kind == countsOthers || o.explain != "" || party != ""):
		return errors.New("--merge-small: " + a.say("hoort bij de hele uitkomst zonder uitleg, of bij een deel zonder andere leerlingen dan die in de pot", "goes with the whole result without an explanation, or with a part without other pupils than those in the pool"))
	case kind == amountsOnly && o.part != "" && !o.Merge:
		return nil
	}
	if o.part == "places" {
		return a.mayTellPlaces(s.public, o.disclosure, o.format == "table", func() zio.Problems { return a.fewInSettlement(s) })
	}
	if o.format == "csv" && kind == countsPool && o.Reason == "" && !o.Merge && !s.public {
		if n := len(s.small()); n > 0 { // then the table has amounts only, as the parts without a number of pupils
			s.amountsOnly = true
			a.note("de aantallen leerlingen zijn weggelaten, want op {n#} {n|plaats|plaatsen} is een aantal 1 tot en met 4; kies --publish-small of --merge-small. Bedragen kunnen een aantal teruggeven",
				"the numbers of pupils are left out, as a number is 1 to 4 in {n#} {n|place|places}; choose --publish-small or --merge-small. Amounts can give a number back", int64(n))
		}
		return nil
	}
	return a.mayTell(s, o.disclosure, o.format == "table")
}

// partyOf finds a party of the result by its id or its name; "" is all.
func (a *app) partyOf(s *settlement, wanted string) (string, error) {
	if wanted == "" {
		return "", nil
	}
	var known []string
	for i := range s.agreement.Parties {
		p := &s.agreement.Parties[i]
		if p.ID == wanted || strings.EqualFold(p.Name, wanted) {
			return p.ID, nil
		}
		known = append(known, p.ID+" ("+p.Name+")")
	}
	return "", errors.New(zio.Fill(a.say("{party} is geen partij van deze overeenkomst. Wel: {known}", "{party} is not a party of this agreement. These are: {known}"), a.lang,
		[]zio.Param{{Name: "party", Value: wanted}, {Name: "known", Value: strings.Join(known, ", ")}}))
}

// partyName is the name of a party, and of a municipality outside the agreement its name in the register.
func (s *settlement) partyName(id string) string {
	if s.merged != nil && id == s.merged.Party {
		return s.merged.Shares[len(s.merged.Shares)-1].Name
	}
	if p := s.agreement.Party(id); p != nil {
		return p.Name
	}
	if code, err := zio.ParseMunicipalityCode(id); err == nil {
		return zio.Netherlands().Name(code)
	}
	return id
}
