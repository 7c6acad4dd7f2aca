package zio

import "strconv"

var monthNames = [12][2]string{{"januari", "January"}, {"februari", "February"}, {"maart", "March"}, {"april", "April"}, {"mei", "May"}, {"juni", "June"},
	{"juli", "July"}, {"augustus", "August"}, {"september", "September"}, {"oktober", "October"}, {"november", "November"}, {"december", "December"}}

// Words writes a day as people do (datum voluit): "1 januari 2019", "1 January 2019"; "?" for no date.
func (d Date) Words(l Lang) string {
	if !d.IsValid() {
		return "?"
	}
	return strconv.Itoa(d.Day()) + " " + MonthName(d.Month(), l) + " " + strconv.Itoa(d.Year())
}

// MonthName is what a month is called (naam van de maand), 1 to 12: "maart", "March"; "" for another number.
func MonthName(month int, l Lang) string {
	if month < 1 || month > 12 {
		return ""
	}
	name := monthNames[month-1]
	return InLang(l, name[0], name[1])
}
