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
	var leaves bool
	cmd := &cobra.Command{
		Use:   "systems [SYSTEM]",
		Short: "List the agreements that are built in",
		Long: `List every agreement that is in use or was written about (stelsels), and what it is made
of: the rules for cost, key and flow, the routes whose money it uses, and its
source. A system without a formula has a work plan in six steps instead.

With the name of a system: where it comes from, what is given, what is a choice
and what is made up. --leaves lists every value of its documents with that mark.`,
		Example: `  zio systems
  zio systems school-als-wijk
  zio systems school-als-wijk --leaves
  zio settle school-als-wijk --explain nl`,
		Args: cobra.MaximumNArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			if len(args) == 1 && leaves {
				return a.leavesOf(args[0], format)
			}
			if len(args) == 1 {
				return a.aboutSystem(args[0])
			}
			if leaves {
				return errors.New(a.say("bij --leaves hoort de naam van een stelsel", "the flag --leaves needs the name of a system"))
			}
			g, err := a.systemsGrid(format == "table")
			if err != nil {
				return err
			}
			return a.show(g, format)
		},
	}
	formatFlag(cmd, &format, formats...)
	cmd.Flags().BoolVar(&leaves, "leaves", false, "list every value of the documents of a system: given, chosen or made up")
	return cmd
}

// system finds a built-in system by its name.
func (a *app) system(id string) (agreements.System, error) {
	s, found := agreements.Find(id)
	if !found {
		return s, errors.New(a.fill("{id} is geen ingebouwd stelsel. Zie: zio systems", "{id} is not a built-in system. See: zio systems", "id", id))
	}
	return s, nil
}

// leavesOf lists the values of the documents of a system with their marks.
func (a *app) leavesOf(id, format string) error {
	s, err := a.system(id)
	if err != nil {
		return err
	}
	list, err := s.Leaves()
	if err != nil {
		return err
	}
	words := map[agreements.Mark]string{agreements.Given: a.say("gegeven", "given"), agreements.Chosen: a.say("gekozen", "chosen"), agreements.MadeUp: a.say("verzonnen", "made up")}
	g := &grid{width: 60, columns: []column{{"document", "Document", "Document", false}, {"pointer", "Plaats", "Place", false}, {"value", "Waarde", "Value", false},
		{"mark", "Herkomst", "Mark", false}, {"says", "Waarom", "Why", false}}}
	for _, l := range list {
		mark := words[l.Mark]
		if format == "csv" || format == "json" {
			mark = string(l.Mark)
		}
		g.add(l.Document, l.Pointer, l.Value, mark, l.Says)
	}
	return a.show(g, format)
}

func (a *app) aboutSystem(id string) error {
	s, err := a.system(id)
	if err != nil {
		return err
	}
	text, err := s.Read(a.say("README.nl.md", "README.md"))
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
