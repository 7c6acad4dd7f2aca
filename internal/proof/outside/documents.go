package outside

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
)

type object = map[string]any

// written is an agreement that somebody wrote, with its population.
type written struct {
	name                  string
	agreement, population object
}

// readWritten reads the agreements of a folder of folders, in order of name.
func readWritten(folder string) ([]written, error) {
	files, err := filepath.Glob(filepath.Join(folder, "*", "agreement*.json"))
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var list []written
	for _, file := range files {
		w := written{name: strings.TrimPrefix(file, folder+"/")}
		if err := read(file, &w.agreement); err != nil {
			return nil, err
		}
		if err := read(filepath.Join(filepath.Dir(file), "population.json"), &w.population); err != nil {
			return nil, err
		}
		list = append(list, w)
	}
	return list, nil
}

func read(file string, into *object) error {
	data, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	d := json.NewDecoder(strings.NewReader(string(data)))
	d.UseNumber()
	return d.Decode(into)
}

// combined are documents of a number: one agreement with its pupils, in which parts of others stand.
func combined(list []written, number uint64) (agreement, population []byte) {
	r := rand.New(rand.NewPCG(number, 0x5a10))
	base := list[r.IntN(len(list))]
	a, p := clone(base.agreement).(object), clone(base.population).(object)
	components, _ := a["components"].([]any)
	if len(components) > 0 && r.IntN(3) == 0 { // one stream more
		donor := list[r.IntN(len(list))]
		if more, _ := donor.agreement["components"].([]any); len(more) > 0 {
			c := fitted(r, more[r.IntN(len(more))], donor, a, p).(object)
			c["id"] = fmt.Sprint("more-", number)
			components = append(components, c)
		}
	}
	for _, one := range components {
		c := one.(object)
		for _, part := range []string{"cost", "key", "flow"} {
			if r.IntN(4) > 0 {
				continue
			}
			donor := list[r.IntN(len(list))]
			if others, _ := donor.agreement["components"].([]any); len(others) > 0 {
				if other := others[r.IntN(len(others))].(object)[part]; other != nil {
					c[part] = fitted(r, other, donor, a, p)
				}
			}
		}
		if r.IntN(2) == 0 {
			c["division"] = division(r, a)
		}
		if key, _ := c["key"].(object); key["rule"] == "fixed-shares/1" && r.IntN(2) == 0 { // parts of 100, or of what is more than that
			d, _ := c["division"].(object)
			d["divisor"] = []string{"100", "100", "200"}[r.IntN(3)]
			d["method"] = []string{"independent", "keep"}[r.IntN(2)]
			d["rounding"] = "half-up"
			delete(d, "named")
		}
		c["cost"] = otherAmounts(r, c["cost"])
	}
	a["components"] = components
	delete(a, "choices") // their pointers lead to what is somewhere else now
	delete(a, "synthetic")
	delete(p, "synthetic")
	groups, _ := p["groups"].([]any)
	for _, one := range groups {
		if g := one.(object); g["pupils"] != nil && r.IntN(2) == 0 {
			g["pupils"] = r.IntN(40)
		}
	}
	agreement, _ = json.Marshal(a)
	population, _ = json.Marshal(p)
	return agreement, population
}

func division(r *rand.Rand, a object) object {
	pick := func(list ...string) string { return list[r.IntN(len(list))] }
	d := object{"method": pick("largest-remainder", "largest-weight", "rest-to-largest", "rest-to-named", "independent", "keep"), "unit": pick("cent", "euro", "thousand")}
	switch d["method"] {
	case "rest-to-named":
		if ids := ids(a, "parties", "id"); len(ids) > 0 {
			d["named"] = ids[r.IntN(len(ids))]
		}
		d["rounding"] = pick("half-up", "half-even", "down")
	case "rest-to-largest", "independent", "keep":
		d["rounding"] = pick("half-up", "half-even", "down", "up")
	}
	if r.IntN(5) == 0 {
		d["divisor"] = pick("100", "200", "12.5")
	}
	return d
}

var amount = regexp.MustCompile(`^\d+\.\d\d$`)

// otherAmounts changes some of the amounts of a part, to the cent.
func otherAmounts(r *rand.Rand, value any) any {
	switch v := value.(type) {
	case object:
		for _, key := range sorted(v) {
			v[key] = otherAmounts(r, v[key])
		}
	case []any:
		for i := range v {
			v[i] = otherAmounts(r, v[i])
		}
	case string:
		if amount.MatchString(v) && r.IntN(3) == 0 {
			cents := r.IntN([]int{1_000, 100_000, 200_000_000}[r.IntN(3)])
			return fmt.Sprintf("%d.%02d", cents/100, cents%100)
		}
	}
	return value
}

// fitted is a part of another agreement, with the parties, sites and categories of this one in the place of its own.
func fitted(r *rand.Rand, part any, donor written, a, p object) any {
	to := map[string]string{}
	match := func(from, own []string) {
		if len(own) == 0 {
			return
		}
		at := r.IntN(len(own))
		for i, id := range from {
			if !slices.Contains(own, id) {
				to[id] = own[(at+i)%len(own)]
			}
		}
	}
	var kinds []string
	for _, x := range parties(donor.agreement) {
		kinds = append(kinds, fmt.Sprint(x["kind"]))
	}
	slices.Sort(kinds)
	for _, kind := range slices.Compact(kinds) {
		own := ids(a, "parties", "id", kind)
		if len(own) == 0 {
			own = ids(a, "parties", "id")
		}
		match(ids(donor.agreement, "parties", "id", kind), own)
	}
	match(ids(donor.population, "sites", "code"), ids(p, "sites", "code"))
	return replaced(clone(part), to)
}

func parties(a object) (list []object) {
	all, _ := a["parties"].([]any)
	for _, one := range all {
		list = append(list, one.(object))
	}
	return list
}

func ids(document object, list, member string, kind ...string) (found []string) {
	all, _ := document[list].([]any)
	for _, one := range all {
		x := one.(object)
		if id, has := x[member].(string); has && (len(kind) == 0 || x["kind"] == kind[0]) {
			found = append(found, id)
		}
	}
	return found
}

func replaced(value any, to map[string]string) any {
	switch v := value.(type) {
	case object:
		for key := range v {
			v[key] = replaced(v[key], to)
		}
	case []any:
		for i := range v {
			v[i] = replaced(v[i], to)
		}
	case string:
		if other, has := to[v]; has {
			return other
		}
	}
	return value
}

func clone(value any) any {
	switch v := value.(type) {
	case object:
		out := make(object, len(v))
		for key := range v {
			out[key] = clone(v[key])
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i := range v {
			out[i] = clone(v[i])
		}
		return out
	}
	return value
}

func sorted(o object) []string {
	keys := make([]string, 0, len(o))
	for key := range o {
		keys = append(keys, key)
	}
	slices.Sort(keys)
	return keys
}
