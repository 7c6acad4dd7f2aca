package year

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/intake"
)

// paymentColumns are the columns of a table of payments, with the names they go by.
var paymentColumns = [...]struct {
	member string
	names  []string
}{
	{"component", []string{"component", "geldstroom"}},
	{"from", []string{"from", "van", "betaler"}},
	{"to", []string{"to", "aan", "ontvanger"}},
	{"day", []string{"day", "date", "datum", "boekdatum"}},
	{"amount", []string{"amount", "bedrag"}},
}

var (
	problemColumn   = &zio.ProblemKind{Code: "payments.column-missing", NL: "Kolom {name} ontbreekt. Gevonden: {found}.", EN: "Column {name} is missing. Found: {found}."}
	problemTwice    = &zio.ProblemKind{Code: "payments.column-twice", NL: "De kolommen {first} en {second} in de kop zeggen hetzelfde. Haal er een weg.", EN: "The columns {first} and {second} of the header say the same. Remove one."}
	problemNoParty  = &zio.ProblemKind{Code: "payments.party-unknown", NL: "Op regel {line} staat in kolom {column} geen partij van de overeenkomst. Gebruik het kenmerk of de naam van een partij.", EN: "On line {line} column {column} holds no party of the agreement. Use the id or the name of a party."}
	problemNoAmount = &zio.ProblemKind{Code: "payments.amount-unreadable", NL: "Op regel {line} staat in kolom {column} geen bedrag, zoals 1234,50.", EN: "On line {line} column {column} holds no amount, such as 1234.50."}
	problemNoDay    = &zio.ProblemKind{Code: "payments.day-unreadable", NL: "Op regel {line} staat in kolom {column} geen datum, zoals 31-12-2026.", EN: "On line {line} column {column} holds no date, such as 2026-12-31."}
)

// PaymentsFromTable reads payments from a table of a financial system: the columns component, from, to, day and amount, by these names
// or in Dutch (geldstroom, van, aan, datum, bedrag). A party is named by its id or its name, a day is 2026-12-31 or
// 31-12-2026, an amount 1234.50, 1234,50 or 1.234,50. A component may be left out where the agreement has one. Every row
// that can not be read is a problem.
func PaymentsFromTable(r io.Reader, a *funding.Agreement, o intake.TableOptions) (*Payments, zio.Problems) {
	if a == nil {
		return nil, zio.Problems{problemNothing.At("")}
	}
	out := &Payments{Title: "table", Agreement: a.ID, Payments: []Payment{}}
	table, err := intake.OpenTable(r, o)
	if err != nil {
		return out, problemsOf(err)
	}
	names := slices.Clone(table.Header())
	for i := range names { // of a table without a header these are the cells of its first row
		if zio.LooksLikeBSN(names[i]) {
			names[i] = "***"
		}
	}
	var column [len(paymentColumns)]int
	for k := range paymentColumns {
		column[k] = -1
		for i, name := range table.Header() {
			for _, known := range paymentColumns[k].names {
				if !strings.EqualFold(name, known) {
					continue
				}
				if column[k] >= 0 {
					return out, zio.Problems{problemTwice.At("", "first", table.Header()[column[k]], "second", name)}
				}
				column[k] = i
			}
		}
		if column[k] < 0 && (k > 0 || len(a.Components) > 1) {
			return out, zio.Problems{problemColumn.At("", "name", paymentColumns[k].member, "found", strings.Join(names, ", "))}
		}
	}
	var problems zio.Problems
	for table.Next() {
		line := strconv.FormatInt(table.Line(), 10)
		if fault, wrong := table.Fault(); wrong {
			problems = append(problems, fault)
			continue
		}
		field := func(k int) string {
			if column[k] < 0 {
				return ""
			}
			return string(table.Bytes(column[k]))
		}
		wrong := func(k int, kind *zio.ProblemKind) {
			problems = append(problems, kind.At("", "line", line, "column", table.Header()[column[k]]))
		}
		p := Payment{Component: field(0)}
		if p.Component == "" && len(a.Components) == 1 {
			p.Component = a.Components[0].ID
		}
		var ok bool
		if p.From, ok = partyOf(a, field(1)); !ok {
			wrong(1, problemNoParty)
			continue
		}
		if p.To, ok = partyOf(a, field(2)); !ok {
			wrong(2, problemNoParty)
			continue
		}
		if p.Day, ok = dayOf(field(3)); !ok {
			wrong(3, problemNoDay)
			continue
		}
		if p.Amount, ok = amountOf(field(4)); !ok {
			wrong(4, problemNoAmount)
			continue
		}
		out.Payments = append(out.Payments, p)
	}
	if err := table.Err(); err != nil {
		problems = append(problems, problemsOf(err)...)
	}
	return out, problems
}

// partyOf finds the one party of the agreement with an id or a name, in any capitals.
func partyOf(a *funding.Agreement, text string) (string, bool) {
	found := ""
	for i := range a.Parties {
		p := &a.Parties[i]
		if p.ID == text {
			return p.ID, true
		}
		if strings.EqualFold(p.Name, text) {
			if found != "" {
				return "", false
			}
			found = p.ID
		}
	}
	return found, found != ""
}

// dayOf reads 2026-12-31 and 31-12-2026.
func dayOf(text string) (zio.Date, bool) {
	if parts := strings.Split(text, "-"); len(parts) == 3 && len(parts[2]) == 4 {
		pad := func(s string) string {
			if len(s) == 1 {
				return "0" + s
			}
			return s
		}
		text = parts[2] + "-" + pad(parts[1]) + "-" + pad(parts[0])
	}
	d, err := zio.ParseDate(text)
	return d, err == nil
}

// amountOf reads an amount in the notation of a document, or as it is written in Dutch.
func amountOf(text string) (money.Euro, bool) {
	if whole, cents, comma := strings.Cut(text, ","); comma {
		groups := strings.Split(whole, ".")
		for i, g := range groups {
			if i > 0 && len(g) != 3 {
				return money.Euro{}, false
			}
		}
		if len(cents) == 1 {
			cents += "0"
		}
		text = strings.Join(groups, "") + "." + cents
	}
	if !strings.Contains(text, ".") {
		text += ".00"
	}
	e, err := money.ParseEuro(text)
	return e, err == nil
}
