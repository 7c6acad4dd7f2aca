package main

import (
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

func newNation(a *app) *cobra.Command {
	var format, agreement, types, by, route string
	var workers, limit int
	cmd := &cobra.Command{
		Use:   "nation",
		Short: "Settle a template for every special school of the country",
		Long: `Settle a template (sjabloon) for every special school of the country, each by itself, with
the pupils that DUO publishes, and add up: per municipality and per youth region the
pupils, the sites it deals with and what it would bear, pay and receive; per site how
scattered its pupils are. Numbers of pupils are estimates within ranges, because DUO hides
numbers under five, and so is what a municipality bears: it lies between the lowest and the
highest amount over all counts within the ranges.`,
		Example: "  zio nation\n  zio nation --agreement budget --type so,vso --by region\n  zio nation --by site --format csv > sites.csv",
		Args:    cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if !slices.Contains([]string{"municipality", "region", "site"}, by) {
				return fmt.Errorf("--by is one of municipality, region, site, not %q", by)
			}
			kinds, err := a.schoolTypes(types)
			if err != nil {
				return err
			}
			claim, err := zio.ParseClaim(route)
			if err != nil && route != "unknown" {
				return a.wrong("--route", err)
			}
			x, err := a.template(agreement)
			if err != nil {
				return err
			}
			list := ofTypes(schools.All(), kinds)
			if len(list) == 0 {
				return errors.New(a.say("er zijn geen vestigingen van deze soort", "there are no sites of this type"))
			}
			n := settleNation(x, list, claim, workers, a.bar())
			if err := a.report(agreement, n.problems); err != nil {
				return err
			}
			return a.showNation(n, by, limit, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().StringVar(&agreement, "agreement", defaultTemplate, "template: a file, or one that is built in")
	cmd.Flags().StringVar(&types, "type", "so,vso", "types of school: sbo, so, vso (so and vso take sites with both)")
	cmd.Flags().StringVar(&by, "by", "municipality", "one row per municipality, region or site")
	cmd.Flags().StringVar(&route, "route", "jeugdwet", "law under which the care of all pupils is taken to fall")
	cmd.Flags().IntVar(&workers, "workers", runtime.GOMAXPROCS(0), "calculations at the same time")
	cmd.Flags().IntVar(&limit, "limit", 20, "most rows of a table; 0 is all")
	return cmd
}

// bar draws a bar at a terminal while many schools are settled.
func (a *app) bar() func(done, all int) {
	if !a.colour {
		return func(int, int) {}
	}
	const width = 40
	return func(done, all int) {
		if done%8 != 0 && done != all {
			return
		}
		bar := strings.Repeat("#", width*done/all)
		fmt.Fprintf(a.errs, "\r[%-*s] %d/%d", width, bar, done, all)
		if done == all {
			fmt.Fprint(a.errs, "\r", strings.Repeat(" ", width+16), "\r")
		}
	}
}
