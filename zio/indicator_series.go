package zio

import "slices"

// IndicatorSeries is what was measured of one thing over time (reeks): of everything, or of one board, region, site or home
// municipality.
type IndicatorSeries struct {
	Code   string
	Board  string
	Region string
	Site   SiteCode
	Home   MunicipalityCode
	Values []Indicator      // by period
	Target *IndicatorTarget // nil: none was agreed
}

// Series are the measurements as rows over time, in the order in which the document first names them. Measurements of single
// pupils are in none; the second value counts them.
func (x *Indicators) Series() (list []IndicatorSeries, single int) {
	for _, v := range x.Values {
		if !v.Ref.IsZero() {
			single++
			continue
		}
		at := slices.IndexFunc(list, func(s IndicatorSeries) bool {
			return s.Code == v.Code && s.Board == v.Board && s.Region == v.Region && s.Site == v.Site && s.Home == v.Home
		})
		if at < 0 {
			at = len(list)
			s := IndicatorSeries{Code: v.Code, Board: v.Board, Region: v.Region, Site: v.Site, Home: v.Home}
			for i := range x.Targets {
				if t := &x.Targets[i]; t.Code == v.Code && t.Board == v.Board && t.Region == v.Region && v.Site.IsZero() && v.Home.IsZero() {
					s.Target = t
				}
			}
			list = append(list, s)
		}
		list[at].Values = append(list[at].Values, v)
	}
	for i := range list {
		slices.SortStableFunc(list[i].Values, func(p, q Indicator) int { return p.Period.Compare(q.Period) })
	}
	return list, single
}

// First and Last are the ends of the series; a series has at least one value.
func (s *IndicatorSeries) First() Indicator { return s.Values[0] }

// Last is the newest value.
func (s *IndicatorSeries) Last() Indicator { return s.Values[len(s.Values)-1] }

// Change is how much the last value is above the first; below zero when it went down.
func (s *IndicatorSeries) Change() int64 { return s.Last().Value - s.First().Value }

// ChangePerMille is the change in tenths of a per cent of the first value, rounded half away from zero; false for a first
// value of zero.
func (s *IndicatorSeries) ChangePerMille() (int64, bool) {
	first, change := s.First().Value, s.Change()
	if first == 0 {
		return 0, false
	}
	size := (2*1000*max(change, -change) + first) / (2 * first)
	if change < 0 {
		size = -size
	}
	return size, true
}

// Better is 1 when the change is one for the better, -1 for the worse and 0 for neither.
func (s *IndicatorSeries) Better() int {
	way := 0
	for _, c := range IndicatorCodes() {
		if c.Code == s.Code && c.Up {
			way = 1
		} else if c.Code == s.Code && c.Down {
			way = -1
		}
	}
	switch change := s.Change(); {
	case change > 0:
		return way
	case change < 0:
		return -way
	}
	return 0
}

// Reached reports whether the last value is at the target or beyond it in the good direction; of a code that has none, at it.
func (s *IndicatorSeries) Reached() bool {
	if s.Target == nil {
		return false
	}
	for _, c := range IndicatorCodes() {
		if c.Code == s.Code && (c.Up && s.Last().Value >= s.Target.Value || c.Down && s.Last().Value <= s.Target.Value) {
			return true
		}
	}
	return s.Last().Value == s.Target.Value
}

// WeeksSaved is how many weeks of waiting all pupils together are spared between the first and the last measurement of the
// waiting time (wachttijd), formula F15: informative, no money. The pupils are those of the last measurement; false for
// another code, or where it does not say how many pupils it is about; and false above [MaxCount].
func (s *IndicatorSeries) WeeksSaved() (int64, bool) {
	pupils, change := s.Last().Pupils, s.Change()
	if s.Code != IndicatorWaiting || pupils == 0 || len(s.Values) < 2 || max(change, -change) > MaxCount/pupils {
		return 0, false
	}
	return -change * pupils, true
}
