package controlplan

import (
	"testing"
	"time"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

func day(year int, month time.Month, of int) calendar.Date { return calendar.New(year, month, of) }

func TestPeriodsFollowTheFrequency(t *testing.T) {
	cases := []struct {
		frequency contract.Frequency
		first     int
		want      []period
	}{
		{contract.FrequencyQuarterly, 3, []period{
			{day(2025, 1, 1), day(2025, 3, 31)}, {day(2025, 4, 1), day(2025, 6, 30)}, {day(2025, 7, 1), day(2025, 9, 30)}, {day(2025, 10, 1), day(2025, 12, 31)},
		}},
		{contract.FrequencyQuarterly, 2, []period{
			{day(2024, 12, 1), day(2025, 2, 28)}, {day(2025, 3, 1), day(2025, 5, 31)}, {day(2025, 6, 1), day(2025, 8, 31)}, {day(2025, 9, 1), day(2025, 11, 30)},
		}},
		{contract.FrequencyFourMonthly, 4, []period{{day(2025, 1, 1), day(2025, 4, 30)}, {day(2025, 5, 1), day(2025, 8, 31)}, {day(2025, 9, 1), day(2025, 12, 31)}}},
		{contract.FrequencyHalfYearly, 5, []period{{day(2024, 12, 1), day(2025, 5, 31)}, {day(2025, 6, 1), day(2025, 11, 30)}}},
		{contract.FrequencyYearly, 10, []period{{day(2024, 11, 1), day(2025, 10, 31)}}},
		{contract.FrequencyContinuous, 3, []period{{day(2025, 1, 1), day(2025, 12, 31)}}},
		{contract.FrequencyOnEvent, 1, nil},
	}
	for _, c := range cases {
		got := schedule{Frequency: c.frequency, FirstMonth: c.first}.periodsOf(2025)
		if len(got) != len(c.want) {
			t.Errorf("%s from month %d: %v", c.frequency, c.first, got)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s from month %d, period %d: %v, want %v", c.frequency, c.first, i, got[i], c.want[i])
			}
		}
	}
}

// TestNoDayIsLeftOut: at every frequency and first month, each day of five years, one of them a leap year, is in one period.
func TestNoDayIsLeftOut(t *testing.T) {
	for _, frequency := range []contract.Frequency{contract.FrequencyContinuous, contract.FrequencyMonthly, contract.FrequencyQuarterly,
		contract.FrequencyFourMonthly, contract.FrequencyHalfYearly, contract.FrequencyYearly} {
		for first := 1; first <= monthsBetween(frequency); first++ {
			s := schedule{Frequency: frequency, FirstMonth: first}
			last := s.periodsOf(2022)[len(s.periodsOf(2022))-1].End
			for year := 2023; year <= 2027; year++ {
				for _, p := range s.periodsOf(year) {
					if p.Start != last.AddDays(1) || p.End.Before(p.Start) || p.End.Year() != year {
						t.Fatalf("%s from month %d: %v follows upon %s", frequency, first, p, last)
					}
					last = p.End
				}
			}
		}
	}
}

func TestAPlanOwnsThePeriodsThatEndWhileItIsInForce(t *testing.T) {
	february, next := day(2025, 2, 15), day(2026, 3, 10)
	plan := running{Schedule: schedule{Frequency: contract.FrequencyMonthly, FirstMonth: 1, PlannedOffset: -5, LastOffset: 10}, Year: 2025, From: february}
	got := plan.occurrences(february)
	if len(got) != 11 || got[0].Period != (period{day(2025, 2, 1), day(2025, 2, 28)}) || got[10].Period.End != day(2025, 12, 31) {
		t.Fatalf("January is the earlier plan's: %v", got)
	}
	if got[0].PlannedOn != day(2025, 2, 23) || got[0].LastOn != day(2025, 3, 10) {
		t.Errorf("got %+v", got[0])
	}
	if got := plan.occurrences(day(2026, 1, 20)); got[len(got)-1].Period.Start != day(2026, 3, 1) {
		t.Errorf("until there is a new one it goes on, two months ahead: %v", got[len(got)-1])
	}
	plan.Until = &next
	if got := plan.occurrences(day(2026, 9, 1)); got[len(got)-1].Period.End != day(2026, 2, 28) {
		t.Errorf("March is the new plan's: %v", got[len(got)-1])
	}
	covered := day(2024, 12, 31)
	plan.CoveredTo = &covered
	if got := plan.occurrences(february); got[0].Period.Start != day(2025, 1, 1) || got[1].Period.Start != day(2025, 3, 1) {
		t.Errorf("it goes on from where the control was last checked: %v", got[:2])
	}
}

func TestNothingIsLateWhenAPlanIsAdopted(t *testing.T) {
	early := running{Schedule: schedule{Frequency: contract.FrequencyYearly, FirstMonth: 6, PlannedOffset: -120, LastOffset: -100}, Year: 2025, From: day(2025, 5, 20)}
	if got := early.occurrences(day(2025, 5, 20)); got[0].PlannedOn != day(2025, 5, 20) || got[0].LastOn != day(2025, 5, 20) {
		t.Errorf("got %+v", got[0])
	}
}

func TestWhatIsCheckedOnceIsThePlansOwn(t *testing.T) {
	once := running{Schedule: schedule{Frequency: contract.FrequencyOnce, FirstMonth: 9}, Year: 2025, From: day(2025, 1, 1)}
	got := once.occurrences(day(2026, 12, 1))
	if len(got) != 1 || got[0].Period != (period{day(2025, 1, 1), day(2025, 9, 30)}) {
		t.Errorf("got %v", got)
	}
}
