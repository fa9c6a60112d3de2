package controlplan

import (
	"time"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// aheadDays is how long before a period begins its check is planned: two months, so that nobody is taken by surprise at New Year.
const aheadDays = 62

// schedule is when a control is to be checked.
type schedule struct {
	Frequency     contract.Frequency
	FirstMonth    int
	PlannedOffset int
	LastOffset    int
}

type period struct{ Start, End calendar.Date }

// monthsBetween is how many months there are from the end of one period to the end of the next; 0 where no period follows another.
func monthsBetween(frequency contract.Frequency) int {
	switch frequency {
	case contract.FrequencyMonthly:
		return 1
	case contract.FrequencyQuarterly:
		return 3
	case contract.FrequencyFourMonthly:
		return 4
	case contract.FrequencyHalfYearly:
		return 6
	case contract.FrequencyYearly, contract.FrequencyContinuous:
		return 12
	}
	return 0
}

// periodsOf are those that end in the year. Each begins the day after the one before it, the first in the year before where
// that is when its last one ended: no day is left out at New Year.
func (s schedule) periodsOf(year int) (periods []period) {
	between, first := monthsBetween(s.Frequency), s.FirstMonth
	if s.Frequency == contract.FrequencyContinuous {
		first = 12 // what goes on all the time is told of at the end of the year
	}
	if between == 0 {
		return nil
	}
	lastOfYear := first + (12-first)/between*between
	start := endOfMonth(year-1, lastOfYear).AddDays(1)
	for month := first; month <= 12; month += between {
		end := endOfMonth(year, month)
		periods = append(periods, period{start, end})
		start = end.AddDays(1)
	}
	return periods
}

func endOfMonth(year, month int) calendar.Date { return calendar.New(year, time.Month(month)+1, 0) }

// running is a control of an adopted plan, and how long its checks are the plan's to make.
type running struct {
	Schedule  schedule
	Year      int            // the plan's
	From      calendar.Date  // the plan's, or the last amendment of the control: periods that end earlier are not its own
	Until     *calendar.Date // when a later plan comes into force: periods that end from then on are the later plan's
	CoveredTo *calendar.Date // the end of the period in which the control is checked already
}

// occurrence is a check that is to be made.
type occurrence struct {
	Period    period
	PlannedOn calendar.Date
	LastOn    calendar.Date
}

// occurrences are those of the plan's own year, and of the years after it those that have begun or begin soon: a plan goes on
// until the next one is in force. The first goes on from where the control is checked already, at whatever frequency that was.
func (r running) occurrences(today calendar.Date) (all []occurrence) {
	horizon := today.AddDays(aheadDays)
	for year := r.Year; year <= max(r.Year, horizon.Year()+1); year++ {
		for _, p := range r.periodsOf(year) {
			switch {
			case p.End.Before(r.From):
				continue
			case r.Until != nil && !p.End.Before(*r.Until), year > r.Year && horizon.Before(p.Start):
				return all
			}
			if len(all) == 0 && r.CoveredTo != nil {
				if !r.CoveredTo.Before(p.End) {
					continue
				}
				p.Start = r.CoveredTo.AddDays(1)
			}
			all = append(all, r.occurrenceOf(p))
		}
	}
	return all
}

// periodsOf: a control that is checked once is checked in the plan's own year, up to the end of its month.
func (r running) periodsOf(year int) []period {
	if r.Schedule.Frequency != contract.FrequencyOnce {
		return r.Schedule.periodsOf(year)
	}
	if year != r.Year {
		return nil
	}
	return []period{{calendar.New(year, 1, 1), endOfMonth(year, r.Schedule.FirstMonth)}}
}

// occurrenceOf: no day is set before the control was decided, so that nothing is late when a plan is adopted.
func (r running) occurrenceOf(p period) occurrence {
	return occurrence{
		Period:    p,
		PlannedOn: later(p.End.AddDays(r.Schedule.PlannedOffset), r.From),
		LastOn:    later(p.End.AddDays(r.Schedule.LastOffset), r.From),
	}
}

func later(a, b calendar.Date) calendar.Date {
	if a.Before(b) {
		return b
	}
	return a
}

// inForceFrom is when a plan decided on a day begins to count: not before its year.
func inForceFrom(decided calendar.Date, year int) calendar.Date {
	return later(decided, calendar.New(year, time.January, 1))
}
