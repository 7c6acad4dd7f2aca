package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

// allocateFlags are the flags of allocate as they were typed.
type allocateFlags struct{ total, method, unit, divisor, rounding, named, format string }

func newAllocate(a *app) *cobra.Command {
	f := &allocateFlags{}
	cmd := &cobra.Command{
		Use:   "allocate --total AMOUNT --method METHOD FILE.csv",
		Short: "Divide an amount over parties",
		Long: `Divide an amount over parties by weight (verdelen). FILE.csv has the columns party
and weight, in a header; it may be a workbook too, and is read as import does. Weights and the divisor
may have up to six decimals.

The sum of the shares and the rest is the total, always. In CSV a rest stands in
a last row without a party; when there is no rest, there is no such row.

Methods: ` + methodList() + `.
Units: cent, euro, thousand. Roundings: half-up, half-down, half-even, up, down;
needed by rest-to-largest, rest-to-named and independent, and by
largest-remainder and largest-weight when there is a divisor.`,
		Example: `  zio allocate --total 1234.56 --method largest-remainder weights.csv
  zio allocate --total 100000.00 --method independent --rounding half-up --unit euro --divisor 100 shares.csv
  printf 'party,weight\na,1\nb,2\n' | zio allocate --total 10.00 --method rest-to-named --rounding half-up --named a -`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error { return a.allocate(f, args[0]) },
	}
	formatFlag(cmd, &f.format, "table", "csv", "json")
	cmd.Flags().StringVar(&f.total, "total", "", "amount in euros with two decimals, such as 1234.56")
	cmd.Flags().StringVar(&f.method, "method", "", "who gets what rounding leaves over")
	cmd.Flags().StringVar(&f.unit, "unit", "cent", "divide in whole units of: cent, euro, thousand")
	cmd.Flags().StringVar(&f.divisor, "divisor", "", "what the weights are parts of, such as 100 for percentages (default: their sum)")
	cmd.Flags().StringVar(&f.rounding, "rounding", "", "how single shares are rounded")
	cmd.Flags().StringVar(&f.named, "named", "", "party that bears the difference (with rest-to-named)")
	for _, name := range []string{"total", "method"} {
		if err := cmd.MarkFlagRequired(name); err != nil {
			panic(err)
		}
	}
	return cmd
}

func methodList() string {
	var names []string
	for _, m := range money.Methods() {
		names = append(names, m.String())
	}
	return strings.Join(names[:3], ", ") + ",\n" + strings.Join(names[3:], ", ")
}

// division makes the choices of a division of the flags; a flag that is wrong is wrong use.
func (f *allocateFlags) division(l zio.Lang) (money.Euro, money.Division, error) {
	var total money.Euro
	var divisor money.Factor
	d := money.Division{Named: f.named}
	for _, flag := range []struct {
		name, text string
		value      interface{ UnmarshalText([]byte) error }
		optional   bool
	}{
		{"total", f.total, &total, false}, {"method", f.method, &d.Method, false}, {"unit", f.unit, &d.Unit, false},
		{"divisor", f.divisor, &divisor, true}, {"rounding", f.rounding, &d.Rounding, true},
	} {
		if flag.optional && flag.text == "" {
			continue
		}
		if err := flag.value.UnmarshalText([]byte(flag.text)); err != nil {
			return total, d, flagError(flag.name, err, l)
		}
	}
	if d.Divisor = divisor.Exact(); f.divisor != "" && divisor.Sign() <= 0 {
		return total, d, errors.New("--divisor: " + zio.InLang(l, "de deler moet boven nul zijn", "the divisor must be above zero"))
	}
	if ps := d.Check(); len(ps) > 0 {
		return total, d, flagError(strings.TrimPrefix(ps[0].Pointer, "/"), ps[0], l)
	}
	return total, d, nil
}

func flagError(name string, err error, l zio.Lang) error {
	text := err.Error()
	if p, ok := err.(zio.Problem); ok {
		text = p.Code() + " " + p.Text(l)
	}
	return errors.New("--" + name + ": " + text)
}

func (a *app) allocate(f *allocateFlags, file string) error {
	total, division, err := f.division(a.lang)
	if err != nil {
		return err
	}
	in, err := a.open(file, false)
	if err != nil {
		return err
	}
	defer in.Close()
	table, err := a.openTable(in, file, "", intake.TableOptions{Columns: []string{"party", "weight"}})
	if err != nil {
		return err
	}
	weights, lines, problems := readWeights(table.Table)
	a.leftOut(in, table, nil)
	if err := a.report(file, problems); err != nil {
		return err
	}
	x, err := money.Allocate(total, weights, division)
	if err != nil {
		return a.allocateProblem(file, lines, err)
	}
	switch f.format {
	case "json":
		return a.allocationJSON(x)
	case "csv":
		g := allocationGrid(x)
		g.columns = append(g.columns[:1:1], g.columns[2])
		for i, r := range g.rows {
			g.rows[i] = []string{r[0], r[2]}
		}
		if !x.Rest.IsZero() {
			g.add("", x.Rest.String())
		}
		return a.show(g, "csv")
	}
	if err := a.show(allocationGrid(x), "table"); err != nil {
		return err
	}
	if x.Rest.IsZero() {
		a.println(a.say("Geen rest: de delen zijn samen het totaal.", "No rest: the shares together are the total."))
	} else {
		a.println(a.fill("Rest: € {rest#}. De delen en de rest zijn samen € {total#}.", "Rest: €{rest#}. The shares and the rest together are €{total#}.",
			"rest", x.Rest.String(), "total", x.Total.String()))
	}
	return nil
}

func allocationGrid(x money.Allocation) *grid {
	g := &grid{columns: []column{{"party", "Partij", "Party", false}, {"weight", "Gewicht", "Weight", true}, {"amount", "Bedrag (€)", "Amount (€)", true}}}
	sum := money.Euro{}
	for _, s := range x.Shares {
		g.add(s.Party, decimal(s.Weight), s.Amount.String())
		sum = plus(sum, s.Amount)
	}
	g.total = []string{"", "", sum.String()}
	return g
}

// decimal writes a weight of at most six decimals as it was read.
func decimal(x money.Exact) string {
	micros, err := x.MulInt(1_000_000)
	if err == nil {
		if n, err := micros.Round(money.HalfUp); err == nil {
			return money.FactorFromMicros(n).String()
		}
	}
	return x.String()
}

func (a *app) allocationJSON(x money.Allocation) error {
	a.print(`{"shares":[`)
	for i, s := range x.Shares {
		if i > 0 {
			a.print(",")
		}
		a.print(`{"party":`, quote(s.Party), `,"amount":"`, s.Amount.String(), `"}`)
	}
	a.println(`],"rest":"`, x.Rest.String(), `"}`)
	return nil
}

// allocateProblem says on which line of the file a problem of the division is. What is wrong with the named
// party is wrong use.
func (a *app) allocateProblem(file string, lines []int64, err error) error {
	p, ok := err.(zio.Problem)
	if !ok {
		return err
	}
	if strings.HasPrefix(p.Pointer, "/division/") {
		return flagError(strings.TrimPrefix(p.Pointer, "/division/"), p, a.lang)
	}
	if rest, found := strings.CutPrefix(p.Pointer, "/weights/"); found {
		index, member, _ := strings.Cut(rest, "/")
		if i, err := strconv.Atoi(index); err == nil && i < len(lines) {
			p.Line, p.Pointer = lines[i], "/"+strings.Replace(member, "value", "weight", 1)
		}
	}
	return a.report(file, zio.Problems{p})
}

var (
	problemCSVHeader = &zio.ProblemKind{Code: "csv.header", NL: "De eerste regel moet de kolommen \"party\" en \"weight\" noemen. Gevonden: {found}.", EN: "The first line must name the columns party and weight. Found: {found}."}
	problemCSVTwice  = &zio.ProblemKind{Code: "csv.column-twice", NL: "De kolom {column} staat twee keer in de kop. Haal er een weg.", EN: "The column {column} stands twice in the header. Remove one."}
	problemCSVText   = &zio.ProblemKind{Code: "csv.text-broken", NL: "De naam van deze partij heeft tekens die niet bij de tekencodering van het bestand horen. Sla het op als UTF-8.", EN: "The name of this party has characters that do not belong to the encoding of the file. Save it as UTF-8."}
)

// readWeights reads the columns party and weight, with the line of each.
func readWeights(t *intake.Table) ([]money.Weight, []int64, zio.Problems) {
	party, weight := -1, -1
	for i, name := range t.Header() {
		place := &party
		switch intake.FoldHeader(name) {
		case "PARTY":
		case "WEIGHT":
			place = &weight
		default:
			continue
		}
		if *place >= 0 {
			p := problemCSVTwice.At("", "column", name)
			p.Line = 1
			return nil, nil, zio.Problems{p}
		}
		*place = i
	}
	if party < 0 || weight < 0 {
		p := problemCSVHeader.At("", "found", strconv.Quote(short(maskedList(t.Header()))))
		p.Line = 1
		return nil, nil, zio.Problems{p}
	}
	var weights []money.Weight
	var lines []int64
	var problems zio.Problems
	for t.Next() {
		fault, bad := t.Fault()
		if bad {
			problems = append(problems, fault)
			continue
		}
		name, whole := t.Text(party)
		if !whole {
			p := problemCSVText.At("/party")
			p.Line = t.Line()
			problems = append(problems, p)
		}
		if zio.LooksLikeBSN(name) {
			p := problemBSN.At("/party")
			p.Line = t.Line()
			problems = append(problems, p)
		}
		text, _ := t.Text(weight)
		value, err := money.ParseFactor(text)
		for _, p := range zio.ProblemsOfError(err) {
			p.Line, p.Pointer = t.Line(), "/weight"
			problems = append(problems, p)
		}
		weights = append(weights, money.Weight{Party: name, Value: value.Exact()})
		lines = append(lines, t.Line())
	}
	return weights, lines, append(problems, zio.ProblemsOfError(t.Err())...)
}

// short is the start of a text.
func short(s string) string {
	if len(s) <= 80 {
		return s
	}
	return strings.ToValidUTF8(s[:80], "")
}
