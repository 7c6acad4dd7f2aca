package main

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/schema"
	"github.com/zio-collectief/zio/zio"
)

func newIndicators(a *app) *cobra.Command {
	var format string
	var d disclosure
	cmd := &cobra.Command{
		Use:   "indicators INDICATORS | FOLDER | SYSTEM",
		Short: "Show what was measured, with its trend and its target",
		Long: `Read an indicators document (metingen) and show each row of measurements over time, of
everything or of one school board, region, site or home municipality: the values, how
the last differs from the first, and how far it is from the target that was agreed.
Of waiting time it says how many weeks of waiting all pupils together are spared.

` + disclosureHelp,
		Example: "  zio indicators sjso-amsterdam\n  zio indicators indicators.json --format csv",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			name, data, err := a.documentOf(args[0], "indicators.json")
			if err != nil {
				return err
			}
			x, problems := zio.ReadIndicators(data)
			if err := a.report(name, problems); err != nil {
				return err
			}
			if err := a.mayTellPlaces(isSystem(args[0]), d, format == "table", func() zio.Problems {
				small := schema.Meaning{Publish: true}.Check(schema.Indicators, x.AppendDocument(nil))
				if format == "json" {
					return small
				}
				return slices.DeleteFunc(small, func(p zio.Problem) bool { return strings.HasSuffix(p.Pointer, "/ref") }) // not shown
			}); err != nil {
				return err
			}
			if format == "json" {
				_, err := a.out.Write(x.AppendDocument(nil))
				return err
			}
			return a.showIndicators(x, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	d.flag(cmd)
	return cmd
}

func (a *app) showIndicators(x *zio.Indicators, format string) error {
	series, single := x.Series()
	g := &grid{columns: []column{{"code", "Meting", "Measurement", false}, {"of", "Van", "Of", false}, {"values", "Reeks", "Values", false}, {"change", "Verandering", "Change", false},
		{"percent", "Procent", "Per cent", false}, {"target", "Doel", "Target", false}, {"reached", "Gehaald", "Reached", false}}}
	for i := range series {
		g.add(a.seriesRow(&series[i], format == "csv")...)
	}
	if format == "csv" {
		return a.show(g, format)
	}
	a.println(a.bold(a.text(zio.InLang(a.lang, x.Title, x.TitleEN))))
	a.println()
	if err := a.show(g, format); err != nil {
		return err
	}
	a.println()
	for i := range series {
		a.paragraph("- ", a.trend(&series[i]))
	}
	if single == 1 {
		a.paragraph("", a.say("1 meting gaat over één leerling en staat hier niet bij.", "1 measurement is about a single pupil and is not shown."))
	} else if single > 1 {
		a.paragraph("", a.fill("{n} metingen gaan over één leerling en staan hier niet bij.", "{n} measurements are about a single pupil and are not shown.", "n", strconv.Itoa(single)))
	}
	a.madeUp(x.Synthetic)
	return nil
}

// seriesRow is a series in cells: for people, or with codes and plain numbers for machines.
func (a *app) seriesRow(s *zio.IndicatorSeries, plain bool) []string {
	code, values := zio.IndicatorWords(s.Code, a.lang), make([]string, len(s.Values))
	for i, v := range s.Values {
		values[i] = itoa(v.Value)
	}
	unit, _ := zio.IndicatorUnit(s.Code)
	change, percent, target, reached := "", "", "", ""
	if len(s.Values) > 1 {
		change = itoa(s.Change())
		if perMille, known := s.ChangePerMille(); known && unit != "per-mille" {
			percent = tenths(perMille)
		}
	}
	if s.Target != nil {
		target = itoa(s.Target.Value)
		reached = strconv.FormatBool(s.Reached())
	}
	if plain {
		return []string{s.Code, a.of(s), strings.Join(values, " "), change, percent, target, reached}
	}
	for i, v := range s.Values {
		values[i] = a.measured(v.Value, unit)
	}
	if len(values) > 6 {
		values = append([]string{"..."}, values[len(values)-6:]...)
	}
	if change != "" {
		change = a.apart(s.Change(), unit)
	}
	if percent != "" {
		percent = zio.FormatNumber(percent, a.lang) + " %"
	}
	if s.Target != nil {
		target = a.measured(s.Target.Value, unit)
		reached = a.yes(s.Reached())
	}
	return []string{code, a.of(s), strings.Join(values, ", "), change, percent, target, reached}
}

// of says what a series is about: a board, a region, a site, a municipality, or nothing when it is about everything.
func (a *app) of(s *zio.IndicatorSeries) string {
	var parts []string
	for _, part := range []string{s.Board, s.Region, s.Site.String()} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	if !s.Home.IsZero() {
		parts = append(parts, zio.Netherlands().Name(s.Home))
	}
	return strings.Join(parts, ", ")
}

// trend is a series in a sentence: "95, 25 fewer than in January, -20.8 %".
func (a *app) trend(s *zio.IndicatorSeries) string {
	unit, _ := zio.IndicatorUnit(s.Code)
	text := zio.IndicatorWords(s.Code, a.lang)
	if of := a.of(s); of != "" {
		text += ", " + of
	}
	last := s.Last()
	text += ": " + a.measured(last.Value, unit)
	if len(s.Values) > 1 {
		text += ", " + a.difference(s, unit)
		if perMille, known := s.ChangePerMille(); known && perMille != 0 && unit != "per-mille" {
			sign := ""
			if perMille > 0 {
				sign = "+"
			}
			text += ", " + sign + zio.FormatNumber(tenths(perMille), a.lang) + " %"
		}
	}
	text += "."
	if weeks, known := s.WeeksSaved(); known && weeks > 0 {
		text += a.fill(" Voor {pupils#} {pupils|leerling|leerlingen} is dat samen {weeks#} {weeks|week|weken} minder wachten.", " For {pupils#} {pupils|pupil|pupils} together that is {weeks#} {weeks|week|weeks} of waiting saved.",
			"pupils", itoa(last.Pupils), "weeks", itoa(weeks))
	}
	if s.Target != nil {
		text += " " + a.targetText(s, unit)
	}
	return text
}

// difference is how the last value differs from the first, and when that was measured.
func (a *app) difference(s *zio.IndicatorSeries, unit string) string {
	change := s.Change()
	if change == 0 {
		return a.say("evenveel als ", "as many as ") + a.periodWords(s.First().Period, s.Last().Period)
	}
	size, word := change, a.say("meer", "more")
	if change < 0 {
		size, word = -change, a.say("minder", "less")
		if unit == "count" || unit == "weeks" {
			word = a.say("minder", "fewer")
		}
	}
	return a.apart(size, unit) + " " + word + a.say(" dan ", " than ") + a.periodWords(s.First().Period, s.Last().Period)
}

func (a *app) targetText(s *zio.IndicatorSeries, unit string) string {
	text := a.say("Doel: ", "Target: ") + a.measured(s.Target.Value, unit)
	if s.Target.By.IsValid() {
		text += a.say(" op ", " by ") + a.date(s.Target.By)
	}
	if s.Reached() {
		return text + a.say("; gehaald.", "; reached.")
	}
	left := s.Target.Value - s.Last().Value
	return text + a.say("; nog ", "; still ") + a.apart(max(left, -left), unit) + a.say(" te gaan.", " to go.")
}

// measured is a value with its unit.
func (a *app) measured(n int64, unit string) string {
	switch unit {
	case "weeks":
		word := a.say("weken", "weeks")
		if n == 1 || n == -1 {
			word = "week"
		}
		return zio.FormatNumber(itoa(n), a.lang) + " " + word
	case "per-mille":
		return zio.FormatNumber(tenths(n), a.lang) + " %"
	case "minutes", "minutes-per-week":
		return zio.FormatNumber(itoa(n), a.lang) + a.say(" minuten", " minutes")
	}
	return zio.FormatNumber(itoa(n), a.lang)
}

// apart is the difference of two values with its unit: of percentages it is in percentage points.
func (a *app) apart(n int64, unit string) string {
	if unit == "per-mille" {
		return zio.FormatNumber(tenths(n), a.lang) + a.say(" procentpunt", " percentage points")
	}
	return a.measured(n, unit)
}

// tenths is a number of tenths as a decimal: -208 is "-20.8".
func tenths(n int64) string {
	sign := ""
	if n < 0 {
		sign, n = "-", -n
	}
	return sign + itoa(n/10) + "." + itoa(n%10)
}

// periodWords says when something was measured: "in January", with the year where that differs from the other period.
func (a *app) periodWords(p, other zio.Period) string {
	switch {
	case p.From.FirstOfMonth() == p.From && p.Until == p.From.LastOfMonth():
		text := "in " + zio.MonthName(p.From.Month(), a.lang)
		if p.From.Year() != other.From.Year() {
			text += " " + strconv.Itoa(p.From.Year())
		}
		return text
	case p.From.Month() == 1 && p.From.Day() == 1 && p.Until == p.From.AddMonths(12).AddDays(-1):
		return "in " + strconv.Itoa(p.From.Year())
	case p.From.Month() == 8 && p.From.Day() == 1 && p.Until == p.From.AddMonths(12).AddDays(-1):
		return a.say("in het schooljaar ", "in school year ") + strconv.Itoa(p.From.Year()) + "-" + strconv.Itoa(p.Until.Year())
	}
	return a.fill("in de periode van {from} tot en met {until}", "in the period from {from} to {until}", "from", a.date(p.From), "until", a.date(p.Until))
}
