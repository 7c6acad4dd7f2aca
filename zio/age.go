package zio

// AgeOn is the age in whole years (leeftijd) on a date: the number of birthdays that
// have begun by then, the birth itself not counted. Who is born on 29 February has a
// birthday on 1 March in a year without that day, so that no year of age is ever shorter
// than a year. False where one of the two is no date or the birth is after the date.
func AgeOn(birth, on Date) (int, bool) {
	if birth.IsZero() || on.IsZero() || on.Before(birth) {
		return 0, false
	}
	age := on.Year() - birth.Year()
	if birthday(birth, on.Year()).After(on) {
		age--
	}
	return age, true
}

// EighteenthBirthday is the first day on which somebody is eighteen (achttiende
// verjaardag), from which on help is no longer paid as for a child (Jeugdwet art. 1.1);
// 1 March for who is born on 29 February. No date where birth is none or the day lies
// after 2199.
func EighteenthBirthday(birth Date) Date {
	if birth.IsZero() || birth.Year()+18 > LastYear {
		return Date{}
	}
	return birthday(birth, birth.Year()+18)
}

// birthday is the birthday in the year, which is within the calendar.
func birthday(birth Date, year int) Date {
	_, month, day := birth.YMD()
	if day > DaysInMonth(year, month) {
		month, day = 3, 1
	}
	return Date{daysBefore(year) + daysBeforeMonth(year, month) + int32(day)}
}
