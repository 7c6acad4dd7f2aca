package zio

var (
	periodFromMissing = ProblemKind{
		Code: "period.from-missing",
		NL:   "De eerste dag van de periode ontbreekt. Vul \"from\" in.",
		EN:   "The first day of the period is missing. Fill in \"from\".",
	}
	periodUntilMissing = ProblemKind{
		Code: "period.until-missing",
		NL:   "De laatste dag van de periode ontbreekt. Vul \"until\" in; die dag telt nog mee.",
		EN:   "The last day of the period is missing. Fill in \"until\"; that day still counts.",
	}
	periodReversed = ProblemKind{
		Code: "period.reversed",
		NL:   "De periode eindigt op {until}, dat is voor het begin op {from}. Kijk na of de datums verwisseld zijn.",
		EN:   "The period ends on {until}, which is before it begins on {from}. Check whether the dates are exchanged.",
	}
)

// Period is a number of days in a row (periode). Both ends count: a school year runs from
// 1 August until 31 July, and a period of one day has twice the same date. Until may be no
// date, which means that no end is known: such a period contains every day from From on,
// and its number of days is not known. The zero value is no period and contains no day.
type Period struct {
	From  Date `json:"from"`  // first day that counts
	Until Date `json:"until"` // last day that counts; in documents always there
}

// Check gives every problem of a period that must have both ends. The pointer is that of
// the period in its document.
func (p Period) Check(pointer string) Problems {
	ps := p.CheckOpen(pointer)
	if p.Until.IsZero() {
		ps = append(ps, periodUntilMissing.At(pointer+"/until"))
	}
	return ps
}

// CheckOpen is [Period.Check] for a period that may have no end.
func (p Period) CheckOpen(pointer string) Problems {
	if p.From.IsZero() {
		return Problems{periodFromMissing.At(pointer + "/from")}
	}
	if p.IsClosed() && p.Until.Before(p.From) {
		return Problems{periodReversed.At(pointer+"/until", "from", p.From.String(), "until", p.Until.String())}
	}
	return nil
}

// IsZero reports whether neither end is set.
func (p Period) IsZero() bool { return p == Period{} }

// IsClosed reports whether the last day is known.
func (p Period) IsClosed() bool { return !p.Until.IsZero() }

// Days is the number of days, both ends counted; 0 where no end is known or the period
// is reversed.
func (p Period) Days() int64 {
	if p.From.IsZero() || !p.IsClosed() || p.Until.Before(p.From) {
		return 0
	}
	return p.From.DaysUntil(p.Until) + 1
}

// Contains reports whether the day is in the period, its ends included.
func (p Period) Contains(d Date) bool {
	return d.IsValid() && p.From.IsValid() && !d.Before(p.From) && (!p.IsClosed() || !d.After(p.Until))
}

// Covers reports whether every day of q is in p. A reversed period and no period are covered by none.
func (p Period) Covers(q Period) bool {
	if !p.Contains(q.From) || q.IsClosed() && q.Until.Before(q.From) {
		return false
	}
	return !p.IsClosed() || q.IsClosed() && !q.Until.After(p.Until)
}

// Overlap is the days that are in both periods; false where there are none.
func (p Period) Overlap(q Period) (Period, bool) {
	if p.From.IsZero() || q.From.IsZero() {
		return Period{}, false
	}
	both := p
	if q.From.After(both.From) {
		both.From = q.From
	}
	if !both.IsClosed() || q.IsClosed() && q.Until.Before(both.Until) {
		both.Until = q.Until
	}
	for _, r := range [...]Period{p, q, both} {
		if r.IsClosed() && r.Until.Before(r.From) {
			return Period{}, false
		}
	}
	return both, true
}

// WholeMonths is the number of calendar months of which every day is in the period; 0
// where no end is known.
func (p Period) WholeMonths() int64 {
	if p.Days() == 0 {
		return 0
	}
	first, last := monthNumber(p.From), monthNumber(p.Until)
	if p.From != p.From.FirstOfMonth() {
		first++
	}
	if p.Until != p.Until.LastOfMonth() {
		last--
	}
	return max(0, last-first+1)
}

// IsWholeMonths reports whether the period begins on the first of a month and ends on the
// last day of a month.
func (p Period) IsWholeMonths() bool {
	return p.Days() > 0 && p.From == p.From.FirstOfMonth() && p.Until == p.Until.LastOfMonth()
}

// MonthsTouched is the number of calendar months of which at least one day is in the
// period; 0 where no end is known.
func (p Period) MonthsTouched() int64 {
	if p.Days() == 0 {
		return 0
	}
	return monthNumber(p.Until) - monthNumber(p.From) + 1
}

// Months are the parts of the period that lie in one calendar month each, in order; none
// where no end is known.
func (p Period) Months() []Period {
	parts := make([]Period, 0, p.MonthsTouched())
	for from := p.From; len(parts) < cap(parts); {
		part := Period{from, from.LastOfMonth()}
		if part.Until.After(p.Until) {
			part.Until = p.Until
		}
		parts = append(parts, part)
		from = part.Until.AddDays(1)
	}
	return parts
}

// Years are the parts of the period that lie in one calendar year each, in order; none
// where no end is known.
func (p Period) Years() []Period {
	var parts []Period
	for _, month := range p.Months() {
		if n := len(parts); n > 0 && parts[n-1].From.Year() == month.From.Year() {
			parts[n-1].Until = month.Until
		} else {
			parts = append(parts, month)
		}
	}
	return parts
}

// Compare orders by first day and then by last day; where no end is known comes last.
func (p Period) Compare(q Period) int {
	if r := p.From.Compare(q.From); r != 0 {
		return r
	}
	if p.IsClosed() != q.IsClosed() {
		if p.IsClosed() {
			return -1
		}
		return 1
	}
	return p.Until.Compare(q.Until)
}

// String is "2023-08-01/2024-07-31", the ISO 8601 form; the last day is ".." where no end is known.
func (p Period) String() string {
	if p.IsZero() {
		return ""
	}
	if !p.IsClosed() {
		return p.From.String() + "/.."
	}
	return p.From.String() + "/" + p.Until.String()
}

func monthNumber(d Date) int64 {
	year, month, _ := d.YMD()
	return int64(year)*12 + int64(month)
}
