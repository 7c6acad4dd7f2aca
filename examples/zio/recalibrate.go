package main

import (
	"errors"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/funding/analysis"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

func newRecalibrate(a *app) *cobra.Command {
	var format, component, file, rounding, coverage, output string
	var d disclosure
	var tolerance int64
	cmd := &cobra.Command{
		Use:   "recalibrate AGREEMENT POPULATION | FOLDER | SYSTEM",
		Short: "Review the norm hours from what was realised",
		Long: `Review the norm hours of a component with fixed hours (herijken): the mean of the
realised minutes against the norm, and the effect of a new norm in euros per party.
Within the tolerance the norm stays.

The realised minutes are those of an indicators document (realised-minutes). With
one line per pupil the threshold can be reviewed too: --coverage says which part of
the pupils it must let in.

` + disclosureHelp,
		Example: "  zio recalibrate st-maartenschool --indicators monitor.json --tolerance 15",
		Args:    cobra.RangeArgs(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			if file == "" || !cmd.Flags().Changed("tolerance") {
				return errors.New(a.say("vul --indicators en --tolerance in", "the flag(s) --indicators and --tolerance are needed"))
			}
			s, err := a.settleArgs(args)
			if err != nil {
				return err
			}
			in := analysis.RecalibrateInput{Component: component, Tolerance: tolerance}
			if in.Component == "" {
				in.Component = s.agreement.Components[0].ID
			}
			if in.Rounding, err = money.ParseRounding(rounding); err != nil {
				return a.wrong("--rounding", err)
			}
			if coverage != "" {
				f, err := money.ParseFactor(coverage)
				if err != nil {
					return a.wrong("--coverage", err)
				}
				in.Coverage = &f
			}
			x, err := a.indicators(file)
			if err != nil {
				return err
			}
			pupils := int64(0)
			for _, v := range x.Values {
				if v.Code == zio.IndicatorRealisedMinutes {
					in.Realised = append(in.Realised, analysis.Realised{Pupils: max(v.Pupils, 1), MinutesPerWeek: v.Value})
					pupils += max(v.Pupils, 1)
				}
			}
			r, problems := analysis.Recalibrate(s.agreement, s.population, in)
			if err := a.report(args[0], problems); err != nil {
				return err
			}
			var f finder
			f.tell(pupils, "mean") // the new norm, and every amount, follow from it
			if output == "" && format != "csv" {
				f.tell(r.Over, "over")
				f.small = append(f.small, fewInComparison(r.Effect)...)
			}
			if err := a.mayTellPlaces(false, d, output == "" && format == "table", func() zio.Problems { return f.small }); err != nil {
				return err
			}
			if output != "" {
				return a.write(output, r.Agreement.AppendDocument(nil))
			}
			return a.showRecalibration(r, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	d.flag(cmd)
	cmd.Flags().StringVar(&component, "component", "", "id of the component (default: the first)")
	cmd.Flags().StringVar(&file, "indicators", "", "indicators document with realised-minutes")
	cmd.Flags().Int64Var(&tolerance, "tolerance", 0, "minutes per week; a mean further off changes the norm")
	cmd.Flags().StringVar(&rounding, "rounding", "half-up", "rounding of the new norm to whole minutes")
	cmd.Flags().StringVar(&coverage, "coverage", "", "part of the pupils that the threshold must let in, per cent")
	cmd.Flags().StringVar(&output, "output", "", "write the agreement with the new norm to this file instead; - is standard output")
	return cmd
}

func (a *app) showRecalibration(r *analysis.Recalibration, format string) error {
	switch format {
	case "json":
		_, err := a.out.Write(r.AppendDocument(nil))
		return err
	case "csv":
		return a.showComparison(r.Effect, format)
	}
	g := &grid{columns: []column{{"measure", "Maat (minuten per week)", "Measure (minutes a week)", false}, {"value", "Waarde", "Value", true}}}
	g.add(a.say("Norm nu", "Norm now"), itoa(r.OldNorm))
	g.add(a.say("Gerealiseerd gemiddelde", "Realised mean"), a.rounded(r.Mean, "", 1))
	g.add(a.say("Nieuwe norm", "New norm"), itoa(r.NewNorm))
	if r.OldThreshold > 0 {
		g.add(a.say("Drempel nu", "Threshold now"), itoa(r.OldThreshold))
	}
	if r.NewThreshold > 0 {
		g.add(a.say("Nieuwe drempel", "New threshold"), itoa(r.NewThreshold))
		g.add(a.say("Leerlingen boven de drempel van nu", "Pupils above the threshold of now"), itoa(r.Over))
	}
	if err := a.show(g, format); err != nil {
		return err
	}
	a.println()
	if !r.Beyond {
		a.println(a.say("Het gemiddelde ligt binnen de tolerantie. De norm blijft.", "The mean is within the tolerance. The norm stays."))
		return nil
	}
	a.println(a.say("Gevolg van de nieuwe norm (B) tegenover nu (A):", "Effect of the new norm (B) against now (A):"))
	return a.showComparison(r.Effect, format)
}
