package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The package figures of every program here, and a kind of problem.
const (
	figuresOnly = "package figures\n\nconst Only = true\n"
	kinds       = `package zio

import "github.com/zio-collectief/zio/internal/figures"

// Kind is a kind of problem.
//
//figures:without NL EN
type Kind struct{ Code, NL, EN string }

//figures:without pointer params
func (k *Kind) At(pointer string, params ...string) *Kind {
	if figures.Only {
		return k
	}
	println(pointer, len(params), k.NL)
	return k
}
`
)

// made is the program of one file, and what lean makes of that file.
func made(t *testing.T, text string) (string, error) {
	t.Helper()
	source, target := t.TempDir(), t.TempDir()
	for name, text := range map[string]string{"go.mod": "module " + module + "\n\ngo 1.26\n", "go.sum": "", "internal/figures/only.go": figuresOnly, "zio/kind.go": kinds, "wasm/main.go": text} {
		require.NoError(t, write(filepath.Join(source, name), []byte(text)))
	}
	if err := copyProgram(source, target); err != nil {
		return "", err
	}
	out, err := os.ReadFile(filepath.Join(target, "wasm/main.go"))
	require.NoError(t, err)
	return string(out), nil
}

func TestLeanLeavesOutWordsAndReasons(t *testing.T) {
	const source = `//go:build !full

// Package main has words.
package main

import (
	"strconv"

	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/zio"
)

var few = &zio.Kind{Code: "few", NL: "Te weinig.", EN: "Too few."}

var many = &zio.Kind{"many", "Te veel.", "Too many."}

//figures:without nl en
var sizes = [...]struct{ text, nl, en string }{{}, {"small", "klein", "small"}}

//figures:without name
type step struct{ name, unit string }

// A note of what is asked is for those who debug.
//
//go:noinline
func tracing(asked bool) bool { return !figures.Only && asked }

//figures:without name
func agreed(name string, amount int) int {
	if !tracing(true) {
		return amount
	}
	println(name)
	return amount
}

func take(s step) string { return s.unit }

func main() {
	list := []int{1, 2}
	for i, n := range list {
		pointer := "/list/" + strconv.Itoa(i)
		switch {
		case n == 0:
			few.At(pointer+"/n", "n", strconv.Itoa(n))
		}
		if more := n + 1; more > 2 {
			many.At("/list", "more", strconv.Itoa(more))
		}
	}
	key := "k"
	println(agreed(key+"-to", list[0]), take(step{name: key, unit: "eur"}), sizes[1].text)
}
`
	const want = `//go:build !full

package main

import (
	"strconv"

	"github.com/zio-collectief/zio/internal/figures"
	"github.com/zio-collectief/zio/zio"
)

var few = &zio.Kind{Code: "few"}

var many = &zio.Kind{"many", "", ""}

var sizes = [...]struct{ text, nl, en string }{{}, {"small", "", ""}}

type step struct{ unit string }

//go:noinline
func tracing(asked bool) bool { return !figures.Only && asked }

func agreed(name string, amount int) int {
	if !tracing(true) {
		return amount
	}
	println(name)
	return amount
}

func take(s step) string { return s.unit }

func main() {
	list := []int{1, 2}
	for i, n := range list {
		pointer := "/list/" + strconv.Itoa(i)
		switch {
		case n == 0:
			_ = pointer
			_ = strconv.Itoa
			_ = n
			few.At("")
		}
		if more := n + 1; more > 2 {
			_ = strconv.Itoa
			_ = more
			many.At("")
		}
	}
	key := "k"
	_ = key
	println(agreed("", list[0]), take(step{unit: "eur"}), sizes[1].text)
}
`
	out, err := made(t, source)
	require.NoError(t, err)
	require.Equal(t, want, out)
}

// What lean does not know it does not leave out: it says where and why, and makes nothing.
func TestLeanRefuses(t *testing.T) {
	const head = "package main\n\nimport (\n\t\"github.com/zio-collectief/zio/internal/figures\"\n\t\"github.com/zio-collectief/zio/zio\"\n)\n\nvar _ = figures.Only\n\nvar few = &zio.Kind{Code: \"few\"}\n\nvar count int\n\n" +
		"func next() string { count++; return \"\" }\n\n"
	for name, c := range map[string]struct{ text, want string }{
		"a number": {"//figures:without amount\nfunc twice(amount int) int { return 2 * amount }\n\nfunc main() { println(twice(3)) }\n",
			"wasm/main.go:17:41: the figures reach this, which reads amount, and they do without it"},
		"a field that is read": {"//figures:without rate\ntype cost struct{ rate int }\n\nfunc main() { println(cost{rate: 3}.rate) }\n",
			"wasm/main.go:19:37: the figures reach this, which reads rate"},
		"a word that decides": {"func main() {\n\tif few.NL == \"\" {\n\t\tprintln(2)\n\t}\n}\n",
			"wasm/main.go:17:9: the figures reach this, which reads NL"},
		"an argument that counts": {"func main() {\n\tfew.At(\"/x\", \"n\", next())\n\tprintln(count)\n}\n",
			"wasm/main.go:17:20: the figures do without what is made here, but making it may do more than that"},
		"an argument that writes to a list": {"func fill(list []int) string { list[0] = 1; return \"\" }\n\nfunc main() {\n\tlist := []int{0}\n\tmine := list\n\tfew.At(fill(mine))\n\tprintln(list[0])\n}\n\nfunc given(list []int) { few.At(fill(list)) }\n",
			"making it may do more than that"},
		"an argument that an unknown function makes": {"func main() {\n\tmake := next\n\tfew.At(make())\n}\n",
			"wasm/main.go:18:9: the figures do without what is made here"},
		"a function value": {"func main() {\n\tf := few.At\n\tprintln(f(\"/x\", \"n\"))\n}\n",
			"wasm/main.go:17:11: At is used as a value, and the figures do without some of its parameters"},
		"a parameter that is not there": {"//figures:without adres\nfunc f(address string) {}\n\nfunc main() { f(\"x\") }\n",
			`wasm/main.go:17:1: "//figures:without" names adres, which is not there`},
		"a directive in the air": {"//figures:without address\n\nfunc f(address string) {}\n\nfunc main() { f(\"x\") }\n",
			`wasm/main.go:16:1: "//figures:without" stands above nothing that has fields or parameters`},
		"a value that has no empty one": {"//figures:without size\nfunc f(size [2]int) {}\n\nfunc main() { f([2]int{1, 2}) }\n",
			"wasm/main.go:19:17: there is no empty value to put here instead"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := made(t, head+c.text)
			require.ErrorContains(t, err, c.want)
		})
	}
	_, err := made(t, head+"func main() { few.At(\"/x\") }\n")
	require.NoError(t, err, "the rest of these programs is sound")
	_, err = made(t, strings.Replace(head, "few =", "fewer =", 1)+"func main() { few.At(\"/x\") }\n")
	require.ErrorContains(t, err, "undefined: few")
}
