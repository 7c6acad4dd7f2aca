package funding

import (
	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Route is the funding route that pays for minutes of care (financieringsroute), as the routing decides it. The routes
// are those of the routing table, law/law.json.
type Route uint8

var problemRoute = &zio.ProblemKind{Code: "route.unknown",
	NL: "{value} is geen financieringsroute. Kies uit: {choices}.", EN: "{value} is not a funding route. Choose one of: {choices}."}

// ParseRoute reads the text form of a route.
func ParseRoute(s string) (Route, error) {
	for i := 1; i < len(routes); i++ {
		if routes[i].text == s {
			return Route(i), nil
		}
	}
	return RouteUnset, problemRoute.At("", "value", strictjson.ShownCode(s), "choices", routeList())
}

// routeList names all routes.
func routeList() string {
	list := routes[1].text
	for _, r := range routes[2:] {
		list += ", " + r.text
	}
	return list
}

func (r Route) info() routeInfo {
	if int(r) < len(routes) {
		return routes[r]
	}
	return routeInfo{}
}

// String is the text form; "" when unset.
func (r Route) String() string { return r.info().text }

// Words is the name of the route as people say it.
func (r Route) Words(l zio.Lang) string {
	info := r.info()
	return zio.InLang(l, info.nl, info.en)
}

// Basis is why money of the route may or may not be pooled, by the law of a day and for a kind of school; "" when the routing
// table names none.
func (r Route) Basis(on zio.Date, school zio.SchoolType) string {
	return basisOf(r.info().bases, on, school)
}

// Poolable reports whether the law lets money of this route be pooled.
func (r Route) Poolable() bool { return r.info().pool }

// IsZero reports whether the route is unset.
func (r Route) IsZero() bool { return r == RouteUnset }

// AppendText appends the text form.
func (r Route) AppendText(b []byte) ([]byte, error) { return append(b, r.String()...), nil }

// MarshalText is the text form.
func (r Route) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the text form.
func (r *Route) UnmarshalText(b []byte) error {
	v, err := ParseRoute(string(b))
	if err == nil {
		*r = v
	}
	return err
}

var routeChoices = func() []strictjson.Choice {
	list := make([]strictjson.Choice, 0, len(routes)-1)
	for _, r := range routes[1:] {
		list = append(list, strictjson.Choice{Value: r.text, NL: r.nl, EN: r.en})
	}
	return list
}()
