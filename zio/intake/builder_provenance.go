package intake

import (
	"slices"
	"strconv"
	"strings"
)

// options are the choices of an import for the provenance, one text each.
func (b *Builder) options(r *Report, part string) []string {
	o := &b.o
	list := []string{"suppressed=" + o.Suppressed.String(), "encoding=" + r.Encoding.String(), "delimiter=" + DelimiterName(r.Delimiter)}
	if part != "" {
		list = append(list, clean("sheet="+part, ""))
	}
	if !o.Date.IsZero() {
		list = append(list, "date="+o.Date.String())
	}
	if len(o.Types) > 0 {
		names := make([]string, len(o.Types))
		for i, t := range o.Types {
			names[i] = t.String()
		}
		list = append(list, "types="+strings.Join(names, ","))
	}
	sites := slices.Clone(o.Schools)
	for _, s := range o.Sites {
		sites = append(sites, s.String())
	}
	for i := 0; i < len(sites) && len(list) < 40; i += 25 { // a text holds 200 characters
		list = append(list, "sites="+strings.Join(sites[i:min(i+25, len(sites))], ","))
	}
	if len(o.Categories) > 0 {
		list = append(list, clean("categories="+strings.Join(o.Categories, ","), ""))
	}
	if o.KeepUnplaced {
		list = append(list, "keep-unplaced")
	}
	if o.SplitAdults {
		list = append(list, "split-adults")
	}
	if o.Route != 0 {
		list = append(list, "route="+o.Route.String())
	}
	if o.PadCodes {
		list = append(list, "pad-codes="+strconv.FormatInt(r.Padded, 10))
	}
	if m := o.Mapping.String(); m != "" {
		list = append(list, clean("map="+m, ""))
	}
	if r.Decided > 0 {
		list = append(list, "decided="+strconv.FormatInt(r.Decided, 10))
	}
	return list
}
