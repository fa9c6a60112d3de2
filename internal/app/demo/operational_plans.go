package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/measure"
)

// operationalPlans makes this year's plans of actions, as adopted, with what has been reported so far.
func (s *seeder) operationalPlans(ctx context.Context) error {
	for _, p := range plannings {
		if len(actionsOf[p.committee]) == 0 {
			continue
		}
		if err := s.operationalPlan(ctx, p, s.today().Year()); err != nil {
			return fmt.Errorf("%s's operational plan: %w", p.committee, err)
		}
	}
	return nil
}

func (s *seeder) operationalPlan(ctx context.Context, p planning, year int) error {
	on, actor, plan := s.on(calendar.New(year-1, time.November, 4)).OperationalPlan, s.as(p.controller), operationalPlanID(p.committee, year)
	begun, err := on.Begin(ctx, actor, contract.NewOperationalPlan{ID: plan, CommitteeID: committeeID(p.committee), Year: year, Content: contract.OperationalPlanContent{
		Title: fmt.Sprintf("Verksamhetsplan %d", year), RegistryNumber: s.registryNumber(p.committee, calendar.New(year-1, time.November, 4), "verksamhetsplan"),
	}})
	if err != nil || begun.State != contract.PlanStateDraft {
		return err
	}
	for i, a := range actionsOf[p.committee] {
		if begun, err = on.AddAction(ctx, actor, plan, contract.NewPlanAction{ID: actionID(p.committee, year, i), Content: a.content()}); err != nil {
			return err
		}
	}
	day, err := s.meetingIn(ctx, p.committee, year-1, int(time.December))
	if err != nil {
		return err
	}
	if _, err := s.on(day).OperationalPlan.Decide(ctx, s.as(desks[p.committee].secretary), plan, begun.Version, s.decisionAt(p.committee, "operational", year, day, "113")); err != nil {
		return err
	}
	return s.reportActions(ctx, p, year)
}

func (a action) content() contract.PlanActionContent {
	content := contract.PlanActionContent{
		Number: a.number, Area: a.area, What: a.what, Function: a.function, CommitteeIds: []uuid.UUID{}, RecommendationIds: []uuid.UUID{},
	}
	if a.ready != "" {
		ready := measure.Suggest(a.ready)
		content.Ready = &ready
	}
	for _, committee := range a.sharedWith {
		content.CommitteeIds = append(content.CommitteeIds, committeeID(committee))
	}
	if a.answersTo.audit != "" {
		content.RecommendationIds = append(content.RecommendationIds, recommendationID(a.answersTo.audit, a.answersTo.number-1))
	}
	return content
}

// reportActions tells the progress at the four-month and the eight-month report, as far as the year has come.
func (s *seeder) reportActions(ctx context.Context, p planning, year int) error {
	for i, a := range actionsOf[p.committee] {
		for place, progress := range a.said {
			period := []contract.ReportPeriod{contract.ReportPeriodFourMonths, contract.ReportPeriodEightMonths}[place]
			day := calendar.New(year, time.Month(5+4*place), 12)
			if s.today().Before(day) {
				break
			}
			said := contract.NewActionReport{
				ID: id(fmt.Sprintf("action-report/%s/%d/%d/%d", p.committee, year, i, place)), CommitteeID: committeeID(p.committee),
				Period: period, Progress: progress, On: day,
			}
			if _, err := s.on(day).OperationalPlan.Report(ctx, s.as(p.officer), actionID(p.committee, year, i), said); err != nil {
				return err
			}
		}
	}
	return nil
}

// indicators are figures of two years, by quarter or by measurement, until now.
func (s *seeder) indicators(ctx context.Context) error {
	for i, told := range indicatorsTold {
		content, err := s.indicatorContent(ctx, told)
		if err != nil {
			return err
		}
		added := contract.NewIndicator{ID: id(fmt.Sprintf("indicator/%d", i)), CommitteeID: committeeID(told.committee), Content: content}
		indicator, err := s.Indicator.Add(ctx, s.as("controller"), added)
		if err != nil {
			return fmt.Errorf("%s: %w", told.name, err)
		}
		if len(indicator.Figures) > 0 { // a seeding that was broken off later had come this far
			continue
		}
		if _, err := s.Indicator.WriteFigures(ctx, s.as("controller"), indicator.ID, indicator.Version, told.figures(s.today()).Figures); err != nil {
			return fmt.Errorf("%s: %w", told.name, err)
		}
	}
	return nil
}

func (s *seeder) indicatorContent(ctx context.Context, told toldIndicator) (contract.IndicatorContent, error) {
	content := contract.IndicatorContent{
		Name: told.name, Description: told.description, Unit: told.unit, Direction: told.direction,
		Baseline: told.baseline, BaselineWords: told.baselineWords, Subjects: []contract.IndicatorSubject{},
	}
	if told.audit != "" {
		content.Subjects = append(content.Subjects, contract.IndicatorSubject{Thing: contract.IndicatorThingRecommendation, ID: recommendationID(told.audit, told.number-1)})
	}
	if told.risk == 0 {
		return content, nil
	}
	plan, err := s.ControlPlan.Plan(ctx, s.as("controller"), planID(told.committee, s.today().Year()))
	if err != nil {
		return content, err
	}
	content.Subjects = append(content.Subjects, contract.IndicatorSubject{Thing: contract.IndicatorThingRisk, ID: plan.Risks[told.risk-1].ID})
	return content, nil
}

// figures are those of the periods that have ended, the last of them the latest.
func (told toldIndicator) figures(today calendar.Date) contract.Figures {
	written := contract.Figures{Figures: []contract.Figure{}}
	first := calendar.New(today.Year()-1, time.January, 1)
	for series, values := range told.values {
		for i, value := range values {
			start := calendar.New(first.Year(), first.Month()+time.Month(i*told.months), 1)
			end := calendar.New(start.Year(), start.Month()+time.Month(told.months), 0)
			if today.Before(end) {
				break
			}
			figure := contract.Figure{Series: series, PeriodStart: start, PeriodEnd: end, Value: value}
			if told.answers > 0 {
				figure.Answers = &told.answers
			}
			written.Figures = append(written.Figures, figure)
		}
	}
	return written
}

// citations point from a draft response to a control and to an action of the committee's plans for the year.
func (s *seeder) citations(ctx context.Context) error {
	draft := id("response/secondary-occupations/AMN")
	plan, err := s.ControlPlan.Plan(ctx, s.as("controller"), planID("AMN", s.today().Year()))
	if err != nil || plan.State == contract.PlanStateDraft {
		return err
	}
	for i, cited := range []contract.NewCitation{
		{Thing: contract.CitedThingControl, ThingID: plan.Controls[4].ID},
		{Thing: contract.CitedThingAction, ThingID: actionID("AMN", s.today().Year(), 2)},
	} {
		cited.ID = id(fmt.Sprintf("citation/%d", i))
		if _, err := s.Response.Cite(ctx, s.as("officer"), draft, cited); err != nil {
			return err
		}
	}
	return nil
}

// duties are each year's, of every committee and of one.
func (s *seeder) duties(ctx context.Context) error {
	year := s.today().Year()
	for i, d := range dutiesTold {
		content := contract.DutyContent{
			Kind: d.kind, Title: d.title, Who: d.who, Yearly: true,
			StartsOn: calendar.New(year, d.starts.month, d.starts.day), EndsOn: calendar.New(year, d.ends.month, d.ends.day),
		}
		if _, err := s.Notice.AddDuty(ctx, s.as("controller"), contract.NewDuty{ID: id(fmt.Sprintf("duty/%d", i)), Content: content}); err != nil {
			return fmt.Errorf("%s: %w", d.title, err)
		}
	}
	return nil
}

func operationalPlanID(committee string, year int) uuid.UUID {
	return id(fmt.Sprintf("operational-plan/%s/%d", committee, year))
}

func actionID(committee string, year, place int) uuid.UUID {
	return id(fmt.Sprintf("action/%s/%d/%d", committee, year, place))
}
