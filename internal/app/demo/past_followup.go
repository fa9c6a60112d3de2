package demo

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/followup"
	"uppsikt/internal/measure"
)

// event is one of those that a fate's columns tell: a day and what was said.
type event struct {
	on   calendar.Date
	what string
}

// eventsIn reads "2023-10-02 ongoing, 2023-12-11 done".
func eventsIn(column string) ([]event, error) {
	if column == "" {
		return nil, nil
	}
	var events []event
	for _, told := range strings.Split(column, ", ") {
		day, what, _ := strings.Cut(told, " ")
		on, err := calendar.Parse(day)
		if err != nil {
			return nil, fmt.Errorf("%q: %w", told, err)
		}
		events = append(events, event{on, what})
	}
	return events, nil
}

// followed is an assignment's place in the tables: its recommendation and its committee.
type followed struct{ recommendation, committee uuid.UUID }

func (f fate) followed() followed {
	return followed{recommendationID(f.audit, f.number-1), committeeID(f.committee)}
}

func (s *seeder) assignments(ctx context.Context) (map[followed]uuid.UUID, error) {
	page, err := s.Followup.List(ctx, s.as("auditor"), followup.Filter{})
	found := make(map[followed]uuid.UUID, len(page.Items))
	for _, item := range page.Items {
		found[followed{item.RecommendationID, item.CommitteeID}] = item.ID
	}
	return found, err
}

func (s *seeder) fates(ctx context.Context) error {
	assignments, err := s.assignments(ctx)
	if err != nil {
		return err
	}
	return atOnce(ctx, fates, func(ctx context.Context, f fate) error {
		if err := s.fate(ctx, f, assignments[f.followed()]); err != nil {
			return fmt.Errorf("what became of %s: %w", f.key(), err)
		}
		return nil
	})
}

func (s *seeder) fate(ctx context.Context, f fate, assignment uuid.UUID) error {
	read, err := s.Followup.Get(ctx, s.as("auditor"), assignment)
	if err != nil {
		return err
	}
	for _, m := range read.Measures {
		if err := s.reportMeasure(ctx, f, m); err != nil {
			return err
		}
	}
	version, err := s.reportProgress(ctx, f, assignment, read.Version)
	if err != nil {
		return err
	}
	return s.judge(ctx, f, assignment, version)
}

// reportMeasure says of a measure what the committee says of the recommendation, and gives it its new date.
func (s *seeder) reportMeasure(ctx context.Context, f fate, m contract.FollowedMeasure) error {
	said, err := eventsIn(f.said)
	if err != nil {
		return err
	}
	moved, err := eventsIn(f.moved)
	if err != nil {
		return err
	}
	told, version := wordings[f.key()], m.Version
	report := func(e event, content contract.NewMeasureReport) error {
		content.ID, content.On = id("measure report/"+m.ID.String()+"/"+content.Done+e.on.String()), e.on
		after, err := s.on(e.on).Followup.ReportMeasure(ctx, s.as(desks[f.committee].officer), m.ID, version, content)
		version = after.Version
		return err
	}
	for i, e := range said {
		content := contract.NewMeasureReport{Progress: contract.Progress(e.what), Done: told.said[i]}
		if content.Progress == contract.ProgressCancelled {
			content.Reason = told.said[i]
		}
		if err := report(e, content); err != nil {
			return fmt.Errorf("measure: %w", err)
		}
	}
	for _, e := range moved {
		ready := measure.Suggest(e.what)
		if err := report(e, contract.NewMeasureReport{Progress: contract.ProgressOngoing, NewReady: &ready, Reason: told.whyMoved}); err != nil {
			return fmt.Errorf("new date: %w", err)
		}
	}
	return nil
}

func (s *seeder) reportProgress(ctx context.Context, f fate, assignment uuid.UUID, version int64) (int64, error) {
	said, err := eventsIn(f.said)
	if err != nil {
		return version, err
	}
	for i, e := range said {
		after, err := s.on(e.on).Followup.ReportProgress(ctx, s.as(desks[f.committee].officer), assignment, version, contract.NewProgressReport{
			ID: id(fmt.Sprintf("progress/%s/%d", f.key(), i)), On: e.on, Progress: contract.Progress(e.what), Comment: wordings[f.key()].said[i]})
		if err != nil {
			return version, fmt.Errorf("progress: %w", err)
		}
		version = after.Version
	}
	return version, nil
}

// judge: where the audit is an adviser's, they propose and an auditor confirms; else the auditor speaks at once.
func (s *seeder) judge(ctx context.Context, f fate, assignment uuid.UUID, version int64) error {
	judged, err := eventsIn(f.judged)
	if err != nil {
		return err
	}
	for i, e := range judged {
		verdict, onlyProposed := strings.CutSuffix(e.what, "?")
		given := contract.NewVerdict{ID: id(fmt.Sprintf("verdict/%s/%d", f.key(), i)), On: e.on, Verdict: contract.Verdict(verdict),
			Comment: wordings[f.key()].found[i]}
		by := "auditor"
		if isAdvisers(f.audit) {
			by = "adviser"
		}
		after, err := s.on(e.on).Followup.GiveVerdict(ctx, s.as(by), assignment, version, given)
		if err != nil {
			return fmt.Errorf("verdict: %w", err)
		}
		version = after.Version
		if onlyProposed || isConfirmed(after, given.ID) {
			continue
		}
		if after, err = s.on(e.on.AddDays(1)).Followup.Confirm(ctx, s.as("auditor"), given.ID); err != nil {
			return fmt.Errorf("confirm: %w", err)
		}
		version = after.Version
	}
	return nil
}

func isAdvisers(audit string) bool {
	for _, a := range pastAudits {
		if a.name == audit {
			return a.toAdviser
		}
	}
	return true // the one that is read from its report
}

func isConfirmed(assignment contract.Assignment, verdict uuid.UUID) bool {
	for _, given := range assignment.Verdicts {
		if given.ID == verdict {
			return given.ConfirmedBy != nil
		}
	}
	return false
}
