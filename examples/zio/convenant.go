package main

import (
	"errors"
	"io"
	"reflect"
	"strings"

	"github.com/spf13/cobra"

	"github.com/zio-collectief/zio/examples/internal/convenant"
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/zio"
)

func newConvenant(a *app) *cobra.Command {
	var output string
	var bare bool
	cmd := &cobra.Command{
		Use:   "convenant AGREEMENT | TEMPLATE | SYSTEM",
		Short: "Write an agreement as articles, in Markdown or for Word",
		Long: `Write the agreement as articles (convenant): parties, definitions, scope, which pupils
count, per stream of money the cost, the key and the payments, advances, settlement,
entry and exit, change, and disputes. What the document does not say is a marked gap,
such as "[in te vullen: ...]". Below each article stands where in the document it is.

The text is Markdown; --output NAME.docx writes it for Word. It is a draft for a
lawyer, not advice.`,
		Example: "  zio convenant st-maartenschool --lang nl\n  zio convenant agreement.json --no-pointers --output convenant.docx",
		Args:    cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			agreement, err := a.template(args[0])
			if err != nil {
				return err
			}
			if strings.HasSuffix(strings.ToLower(output), ".docx") {
				text := convenant.Of(agreement, a.lang)
				return a.writeTo(output, func(w io.Writer) error { return text.WriteWord(w, !bare) })
			}
			if output != "" && output != "-" && !strings.HasSuffix(strings.ToLower(output), ".md") {
				return errors.New("--output: " + a.say("de naam eindigt op .docx of .md", "the name ends in .docx or .md"))
			}
			harmlessAgreement(agreement)
			return a.write(output, convenant.Of(agreement, a.lang).AppendMarkdown(nil, !bare))
		},
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "file to write: a name that ends in .docx (Word) or .md (default: Markdown on standard output)")
	cmd.Flags().BoolVar(&bare, "no-pointers", false, "leave out where in the document an article comes from")
	return cmd
}

// harmlessAgreement makes the texts of an agreement harmless for Markdown, and its addresses links.
func harmlessAgreement(agreement *funding.Agreement) {
	links := func(list []zio.Source) {
		for i := range list {
			if list[i].URL != "" {
				list[i].URL = webAddress(list[i].URL)
			}
		}
	}
	eachText(reflect.ValueOf(agreement), markdown)
	links(agreement.Sources)
	for i := range agreement.Components {
		links(agreement.Components[i].Sources)
	}
}
