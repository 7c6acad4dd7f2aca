package main

import (
	"errors"

	"github.com/spf13/cobra"
)

func newValidate(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "validate FILE...",
		Short: "Say whether documents are right",
		Long:  "Read documents strictly and check them. The kind of a document follows from its $schema.",
		Example: `  zio validate agreement.json population.json
  zio import duo leerlingen.csv | zio validate -`,
		Args: cobra.MinimumNArgs(1),
		RunE: func(_ *cobra.Command, files []string) error {
			var failed error
			for _, name := range files {
				data, err := a.read(name)
				if err != nil {
					return err
				}
				kind, problems := validateDocument(data)
				if err := a.report(name, problems); err != nil {
					failed = err
					continue
				}
				a.println(name, ": ", a.say("goed", "valid"), " (", kind, ")")
			}
			if failed != nil && errors.Is(failed, errData) {
				return failed
			}
			return nil
		},
	}
}
