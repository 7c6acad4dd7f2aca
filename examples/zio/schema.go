package main

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/schema"
)

func newSchema(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "schema KIND",
		Short: "Print the JSON Schema of a kind of document",
		Long:  "Print the JSON Schema (2020-12) of a kind of exchange document: " + kindList() + ".",
		Example: `  zio schema agreement
  zio schema population > population.schema.json`,
		Args:      cobra.ExactArgs(1),
		ValidArgs: kindNames(),
		RunE: func(_ *cobra.Command, args []string) error {
			document := schema.Document(schema.Kind(args[0]))
			if document == nil {
				return errors.New(a.fill("{kind} is geen soort document. Kies uit: {kinds}", "{kind} is not a kind of document. Choose from: {kinds}", "kind", args[0], "kinds", kindList()))
			}
			_, err := a.out.Write(document)
			return err
		},
	}
}

func kindNames() []string {
	var names []string
	for _, k := range schema.Kinds() {
		names = append(names, string(k))
	}
	slices.Sort(names)
	return names
}

func kindList() string { return strings.Join(kindNames(), ", ") }
