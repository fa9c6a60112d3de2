package demo

import (
	"context"
	"fmt"
	"time"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// check performs what has fallen due of a plan's checks, as told letter by letter.
func (s *seeder) check(ctx context.Context, p planning, plan contract.ControlPlan) error {
	for _, control := range plan.Controls {
		told := controlsOf[p.committee][control.Number-1]
		letters := []rune(told.now)
		if plan.Year < s.today().Year() {
			letters = []rune(told.before)
		}
		for _, mark := range control.Checks {
			place := placeInPlan(control.Content, plan.Year, mark.PeriodEnd)
			if place >= len(letters) {
				continue
			}
			if err := s.perform(ctx, p, told, mark, letters[place]); err != nil {
				return fmt.Errorf("control %d, %s: %w", control.Number, mark.PeriodEnd, err)
			}
		}
	}
	return nil
}

// placeInPlan is which of a control's periods ends on a day, from 0 with the first of the plan's year; some may go on into the next.
func placeInPlan(control contract.ControlContent, year int, end calendar.Date) int {
	months := map[contract.Frequency]int{
		contract.FrequencyMonthly: 1, contract.FrequencyQuarterly: 3, contract.FrequencyFourMonthly: 4, contract.FrequencyHalfYearly: 6,
	}[control.Frequency]
	if months == 0 {
		return end.Year() - year
	}
	return (12*(end.Year()-year) + int(end.Month()) - control.FirstMonth) / months
}

func (s *seeder) perform(ctx context.Context, p planning, told plannedControl, mark contract.CheckMark, letter rune) error {
	outcome, isPerformed := outcomes[letter]
	day := mark.PlannedOn.AddDays(4)
	if !isPerformed || s.today().Before(day) {
		return nil
	}
	words := wordsOfOutcome[outcome]
	content := contract.CheckContent{Outcome: &outcome, Seen: words.seen, Done: words.done, Reason: words.reason, Drawn: []contract.DrawnRowResult{}}
	if told.sample > 0 && outcome != contract.CheckOutcomeNotPerformed {
		population, deviating := told.sample*3+mark.PeriodEnd.Day(), deviatingIn(told.sample, outcome)
		content.Population, content.Sample, content.Deviating = &population, &told.sample, &deviating
	}
	performer := p.controller
	if told.person != "" {
		performer = told.person
	}
	_, err := s.on(day).Check.Complete(ctx, s.as(performer), mark.ID, 1, contract.CheckCompletion{On: day, Content: content})
	return err
}

// deviatingIn is as many of a sample as the outcome tells of, with the plan's limit of ten percent.
func deviatingIn(sample int, outcome contract.CheckOutcome) int {
	switch outcome {
	case contract.CheckOutcomeMinorDeviation:
		return 1
	case contract.CheckOutcomeMajorDeviation:
		return sample/10 + 2
	}
	return 0
}

func (s *seeder) noteDeviations(ctx context.Context, p planning, plan contract.ControlPlan) error {
	actor := s.as(p.controller)
	for i, told := range deviations {
		if told.committee != p.committee || told.lastYear != (plan.Year < s.today().Year()) {
			continue
		}
		mark, isThere := checkIn(plan, told)
		day := mark.PlannedOn.AddDays(5)
		if !isThere || s.today().Before(day) {
			continue
		}
		due, recheck := day.AddDays(40), day.AddDays(90)
		noted, err := s.on(day).Check.Note(ctx, actor, mark.ID, contract.NewDeviation{ID: deviationID(i), Content: contract.DeviationContent{
			What: told.what, Cause: told.cause, Measure: told.measure, Function: told.function, Due: &due, RecheckDue: &recheck,
		}})
		if err != nil {
			return err
		}
		if err := s.remedy(ctx, p, noted, told, due, recheck); err != nil {
			return fmt.Errorf("%s: %w", told.what, err)
		}
	}
	return nil
}

// checkIn is the check that a deviation was noted on.
func checkIn(plan contract.ControlPlan, told noted) (contract.CheckMark, bool) {
	for _, control := range plan.Controls {
		for _, mark := range control.Checks {
			if control.Number == told.control && mark.PeriodEnd.Year() == plan.Year && int(mark.PeriodEnd.Month()) == told.month {
				return mark, true
			}
		}
	}
	return contract.CheckMark{}, false
}

func (s *seeder) remedy(ctx context.Context, p planning, deviation contract.Deviation, told noted, due, recheck calendar.Date) error {
	actor := s.as(p.controller)
	if told.progress == contract.ProgressNotStarted || s.today().Before(due) {
		return nil
	}
	progress := contract.DeviationProgress{Progress: told.progress, On: due}
	after, err := s.on(due).Check.ReportDeviation(ctx, actor, deviation.ID, deviation.Version, progress)
	if err != nil || told.rechecked == "" || s.today().Before(recheck) {
		return err
	}
	_, err = s.on(recheck).Check.Recheck(ctx, actor, deviation.ID, after.Version, contract.NewRecheck{
		ID: id("recheck/" + deviation.ID.String()), Outcome: told.rechecked, Note: "Prövad igen på nya fall.", On: recheck,
	})
	return err
}

// reportPlan: a year that has ended is reported at the committee's meeting in February.
func (s *seeder) reportPlan(ctx context.Context, p planning, plan contract.ControlPlan) error {
	if plan.Year >= s.today().Year() {
		return nil
	}
	told, written := judgements[p.committee], s.on(calendar.New(plan.Year+1, time.January, 20)).ControlPlan
	if s.today().Before(calendar.New(plan.Year+1, time.January, 20)) {
		return nil
	}
	read, err := written.WriteReport(ctx, s.as(p.controller), plan.ID, 0, contract.PlanReportContent{Judgement: &told.judgement, Text: told.text})
	if err != nil {
		return err
	}
	day, err := s.meetingIn(ctx, p.committee, plan.Year+1, int(time.February))
	if err != nil || s.today().Before(day) {
		return err
	}
	_, err = s.on(day).ControlPlan.DecideReport(ctx, s.as(desks[p.committee].secretary), plan.ID, read.Version, s.decisionAt(p.committee, "report", plan.Year, day, "14"))
	return err
}
