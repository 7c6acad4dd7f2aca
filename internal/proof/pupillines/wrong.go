package pupillines

import "strings"

// Wrong is one kind of bad line (foute regel).
type Wrong struct {
	Name    string
	Code    string // of the problem that is reported first
	Pointer string
	Text    string
}

// Wrongs are twenty kinds of bad lines, as they come from spreadsheets, other programs and cut-off files.
func Wrongs() []Wrong {
	const line = `{"ref":"p-1","site":"12AB00","home":"0363","needs":[{"kind":"guidance","minutesPerWeek":120},{"kind":"nursing","minutesPerWeek":60}],"decisionUntil":"2026-07-31","label":"groep 4"}`
	change := func(name, code, pointer, old, other string) Wrong {
		return Wrong{name, code, pointer, strings.Replace(line, old, other, 1)}
	}
	return []Wrong{
		change("no reference", "schema.required", "/ref", `"ref":"p-1",`, ``),
		change("member missing in a need", "schema.required", "/needs/1/minutesPerWeek", `"nursing","minutesPerWeek":60`, `"nursing"`),
		change("unknown member", "schema.additionalProperties", "/birthDate", `"home"`, `"birthDate":"2015-03-01","home"`),
		change("misspelled member", "schema.additionalProperties", "/Home", `"home"`, `"Home"`),
		change("municipality without its zero", "schema.pattern", "/home", `"0363"`, `"363"`),
		change("municipality as a number", "schema.type", "/home", `"0363"`, `363`),
		change("municipality with a leading zero as a number", "json.leading-zero", "/home", `"0363"`, `0363`),
		change("site without its number", "schema.pattern", "/site", `"12AB00"`, `"12AB"`),
		change("no such day", "schema.format", "/decisionUntil", `2026-07-31`, `2026-06-31`),
		change("Dutch date", "schema.format", "/decisionUntil", `2026-07-31`, `31-07-2026`),
		change("unknown kind of care", "schema.enum", "/needs/0/kind", `"guidance"`, `"begeleiding"`),
		change("hours as a fraction", "schema.type", "/needs/0/minutesPerWeek", `:120`, `:2.5`),
		change("too many minutes", "schema.maximum", "/needs/0/minutesPerWeek", `:120`, `:7200`),
		change("minutes as text", "schema.type", "/needs/0/minutesPerWeek", `:120`, `:"120"`),
		change("null", "schema.type", "/needs", `[{"kind":"guidance","minutesPerWeek":120},{"kind":"nursing","minutesPerWeek":60}]`, `null`),
		change("member twice", "json.duplicate-member", "/home", `"home":"0363"`, `"home":"0363","home":"0344"`),
		change("exponent", "json.exponent", "/needs/0/minutesPerWeek", `:120`, `:1.2e2`),
		change("text too long", "schema.maxLength", "/label", `groep 4`, strings.Repeat("x", 61)),
		change("raw tab", "json.control", "/label", `groep 4`, "groep\t4"),
		change("cut off", "json.syntax", "/label", `groep 4"}`, `groe`),
	}
}
