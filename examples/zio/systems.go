package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/examples/agreements"
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

func newSystems(a *app) *cobra.Command {
	var format string
	cmd := &cobra.Command{
		Use:   "systems [SYSTEM]",
		Short: "List the agreements that are built in",
		Long: `List every agreement that is in use or was written about (stelsels), and what it is made
of: the rules for cost, key and flow, the routes whose money it uses, and its
source. A system without a formula has a work plan in six steps instead.

With the name of a system: where it comes from, what is given, what is a choice
and what is made up.`,
		Example: `  zio systems
  zio systems school-als-wijk
  zio settle school-als-wijk --explain nl`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 {
				return a.aboutSystem(args[0])
			}
			g, err := a.systemsGrid(format == "table")
			if err != nil {
				return err
			}
			return a.show(g, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	return cmd
}

func (a *app) aboutSystem(id string) error {
	s, found := agreements.Find(id)
	if !found {
		return errors.New(a.fill("{id} is geen ingebouwd stelsel. Zie: zio systems", "{id} is not a built-in system. See: zio systems", "id", id))
	}
	text, err := s.Read("README.md")
	if err != nil {
		return err
	}
	_, err = a.out.Write(text)
	return err
}

// systemsGrid is one row per agreement or work plan; short leaves out what stands behind the title of a source.
func (a *app) systemsGrid(short bool) (*grid, error) {
	g := &grid{width: 54, columns: []column{{"system", "Stelsel", "System", false}, {"cost", "Kosten", "Cost", false}, {"key", "Sleutel", "Key", false},
		{"flow", "Stroom", "Flow", false}, {"routes", "Routes", "Routes", false}, {"source", "Bron", "Source", false}}}
	for _, s := range agreements.List() {
		for _, name := range s.Agreements() {
			data, err := s.Read(name)
			if err != nil {
				return nil, err
			}
			x, problems := funding.ReadAgreement(data)
			if err := a.report(s.ID+"/"+name, problems); err != nil {
				return nil, err
			}
			var cost, key, flow, routes []string
			for i := range x.Components {
				c := &x.Components[i]
				cost, key, flow = once(cost, plain(c.Cost.Rule())), once(key, plain(c.Key.Rule())), once(flow, plain(c.Flow.Rule()))
				routes = once(routes, c.Route.String())
				if len(c.Cover) > 0 {
					flow = once(flow, "cover")
				}
				if c.Limits != nil {
					key = once(key, "limits")
				}
			}
			g.add(x.ID, strings.Join(cost, " + "), strings.Join(key, " + "), strings.Join(flow, " + "), strings.Join(routes, " + "), citation(x.Sources, short))
		}
		if s.Has("workplan.json") {
			data, err := s.Read("workplan.json")
			if err != nil {
				return nil, err
			}
			w, problems := zio.ReadWorkplan(data)
			if err := a.report(s.ID+"/workplan.json", problems); err != nil {
				return nil, err
			}
			g.add(s.ID, "workplan", "", "", "", citation(w.Sources, short))
		}
	}
	return g, nil
}

func once(list []string, s string) []string {
	if slices.Contains(list, s) {
		return list
	}
	return append(list, s)
}

// plain is the name of a rule without its version.
func plain(rule string) string {
	name, _, _ := strings.Cut(rule, "/")
	return name
}

// citation is the first source.
func citation(sources []zio.Source, short bool) string {
	if len(sources) == 0 {
		return ""
	}
	title := sources[0].Title
	if short {
		title, _, _ = strings.Cut(title, " (")
		title, _, _ = strings.Cut(title, ":")
	}
	if sources[0].Article != "" {
		title += ", " + sources[0].Article
	}
	return title
}
