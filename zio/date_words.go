package zio

import "strconv"

var monthNames = [12][2]string{{"januari", "January"}, {"februari", "February"}, {"maart", "March"}, {"april", "April"}, {"mei", "May"}, {"juni", "June"},
	{"juli", "July"}, {"augustus", "August"}, {"september", "September"}, {"oktober", "October"}, {"november", "November"}, {"december", "December"}}

// Words writes a day as people do (datum voluit): "1 januari 2019", "1 January 2019"; "?" for no date.
func (d Date) Words(l Lang) string {
	if !d.IsValid() {
		return "?"
	}
	month := monthNames[d.Month()-1]
	name := month[1]
	if l == Dutch {
		name = month[0]
	}
	return strconv.Itoa(d.Day()) + " " + name + " " + strconv.Itoa(d.Year())
}
