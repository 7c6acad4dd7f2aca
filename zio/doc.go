// Package zio holds the words of care during school hours (zorg in onderwijstijd, ZiO):
// codes, dates, school years, municipalities and regions over time, schools, populations
// and problems. It knows nothing of money; that is package funding.
//
// Values are small, immutable and comparable. Nothing here reads a clock, a locale, the
// environment or the network, and nothing panics on input: what is wrong comes back as a
// [Problem] with a stable code, a JSON Pointer and a text in Dutch and in English. What is
// nil where a document, an atlas or a table belongs is the problem "document.nothing" of every
// function that gives an error or problems; a method of nil without these panics, as in all of Go.
package zio

// Where what stands: the files in reading order, from the whole to its parts.
//
//	document_json.go values_sql.go    documents inside other JSON, codes in databases
//	workplan.go                the six steps
//	indicator_series.go        what is read of indicators over time
//	indicators.go              the document of indicators
//
// Municipalities and regions over time.
//
//	population_convert.go      a population on the municipal division of another day
//	convert.go                 counts on the division of another day
//	netherlands.go             the municipalities of the country
//	netherlands_*.go           their names, successions, spellings and youth regions
//	atlas_build.go             the tables of a register
//	region_list.go region.go   regions of a kind on a day
//	municipality_search.go     by name
//	atlas.go                   what there is on a day, and what became of it
//	register_check.go          what is wrong with a register
//	region_check.go            what is wrong with its regions
//	sort.go                    codes and municipalities in order
//	register.go                the document
//
// Populations.
//
//	population_check.go        what is wrong with one
//	population_range.go        counts of which only a range is known
//	population.go              the document
//	range.go                   a range, and ranges with a sum
//	route.go status.go         claims, kinds of care, what keeps a group out
//	document.go source.go      what documents begin with, and where figures come from
//
// Codes, closed sets and days: a file each.
//
//	*_code.go board_number.go postcode4.go pupil_ref.go    codes
//	region_kind.go school_type.go province.go    closed sets
//	school_year.go age.go period.go date_words.go date.go    days
//
// What all share.
//
//	problem_json.go            problems for other programs
//	problem.go                 a problem: code, place, parameters
//	lang.go                    languages, numbers and texts in them
//	text.go                    digits and what is shown of a refused value
