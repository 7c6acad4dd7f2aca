package main

import (
	"encoding/json"
	"net/http"
	"slices"
	"strconv"
	"strings"

	"github.com/zio-collectief/zio/zio"
	"github.com/zio-collectief/zio/zio/schools"
)

// school is a special school as the service tells of it.
type school struct {
	Code         string `json:"code"`
	Name         string `json:"name"`
	Place        string `json:"place"`
	Municipality string `json:"municipality"` // CBS code
	Type         string `json:"type"`
	CountDate    string `json:"countDate"`
	Fewest       int64  `json:"fewest"` // pupils with a known home municipality
	Most         int64  `json:"most"`
	Homes        int    `json:"homeMunicipalities"`
}

func told(s *schools.School) school {
	n := s.Count()
	return school{Code: s.Code.String(), Name: s.Name, Place: s.Place, Municipality: s.Municipality.String(), Type: s.Type.String(),
		CountDate: schools.CountDate().String(), Fewest: n.Fewest, Most: n.Most, Homes: s.Municipalities()}
}

// mostSchools are given at once.
const mostSchools = 100

// schools finds schools by words, the best first: GET /v1/schools?query=maartenschool&limit=5.
func (s *service) schools(w http.ResponseWriter, r *http.Request) error {
	if err := parameters(r, "query", "limit"); err != nil {
		return err
	}
	limit := 20
	if given := r.URL.Query().Get("limit"); given != "" {
		n, err := strconv.Atoi(given)
		if err != nil || n < 1 || n > mostSchools {
			return refuseAt(problemLimit, "", "most", strconv.Itoa(mostSchools))
		}
		limit = n
	}
	found := schools.All()
	if words := r.URL.Query().Get("query"); words != "" {
		if len(words) > 200 {
			return refuseAt(problemLarge, "", "most", "200")
		}
		found = schools.Search(words, limit)
	}
	list := struct {
		Schools []school `json:"schools"`
	}{Schools: []school{}}
	for i := range found[:min(limit, len(found))] {
		list.Schools = append(list.Schools, told(&found[i]))
	}
	return writeJSON(w, list)
}

// school is one school: GET /v1/schools/00OS00.
func (s *service) school(w http.ResponseWriter, r *http.Request) error {
	if err := parameters(r); err != nil {
		return err
	}
	one, err := schoolOf(r.PathValue("code"), "")
	if err != nil {
		return err
	}
	return writeJSON(w, told(one))
}

// population is the population document of one school, all of whose pupils get one claim: GET /v1/schools/00OS00/populations?claim=wlz.
func (s *service) population(w http.ResponseWriter, r *http.Request) error {
	if err := parameters(r, "claim"); err != nil {
		return err
	}
	one, err := schoolOf(r.PathValue("code"), "")
	if err != nil {
		return err
	}
	claim := zio.ClaimJeugdwet
	if given := r.URL.Query().Get("claim"); given != "" {
		if claim, err = zio.ParseClaim(given); err != nil {
			return invalid("", zio.ProblemsOfError(err))
		}
	}
	return write(w, http.StatusOK, one.Population(claim).AppendDocument(nil))
}

// parameters refuses a query with other parameters than these.
func parameters(r *http.Request, names ...string) error {
	for name := range r.URL.Query() {
		switch {
		case len(names) == 0:
			return refuse(problemNoQuery)
		case !slices.Contains(names, name):
			return refuseAt(problemParameter, "", "parameters", strings.Join(names, ", "))
		}
	}
	return nil
}

func writeJSON(w http.ResponseWriter, value any) error {
	document, err := json.Marshal(value)
	if err != nil {
		return err
	}
	return write(w, http.StatusOK, document)
}
