package funding

import (
	"strings"

	"github.com/zio-collectief/zio/zio"
)

// boundWords names the parties of a component whose own bound changed their part: "de bovengrens van Utrecht".
func (x *Result) boundWords(of *Step, l zio.Lang) string {
	text := ""
	for _, side := range [...]struct{ step, nl, en string }{
		{"at-most", "de bovengrens van ", "the cap of "},
		{"at-least", "de ondergrens van ", "the floor of "},
	} {
		var names []string
		for i := range x.Trace.Steps {
			if s := &x.Trace.Steps[i]; s.Rule == of.Rule && s.Name == side.step && s.component() == of.component() {
				names = append(names, x.Name(s.Party, l))
			}
		}
		if len(names) == 0 {
			continue
		}
		if text != "" {
			text += zio.InLang(l, " en ", " and ")
		}
		text += zio.InLang(l, side.nl, side.en) + listed(names, l)
	}
	return text
}

// listed joins names as a sentence does, at most four of them.
func listed(names []string, l zio.Lang) string {
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	and := zio.InLang(l, " en ", " and ")
	if last > 3 {
		return strings.Join(names[:3], ", ") + and + zio.InLang(l, "anderen", "others")
	}
	return strings.Join(names[:last], ", ") + and + names[last]
}
