package followup

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/measure"
	"uppsikt/internal/outbox"
	"uppsikt/internal/postgres"
)

// ReportMeasure adds what has become of a decided measure. A repeated id changes nothing.
func (s *Service) ReportMeasure(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, report contract.NewMeasureReport) (contract.FollowedMeasure, error) {
	if err := measure.CheckReport(report, s.today()); err != nil {
		return contract.FollowedMeasure{}, err
	}
	return s.onMeasure(ctx, actor, id, func(ctx context.Context, tx *sqlx.Tx, before decidedMeasure) error {
		if err := mayReportMeasure(actor, before.Measure, before.Committee); err != nil {
			return err
		}
		if known, err := isKnown(ctx, tx, measureReports, actor.Organization, report.ID); err != nil || known {
			return err
		}
		if err := stale(before.Measure.Version, version); err != nil {
			return err
		}
		if err := measure.Report(ctx, tx, actor.Organization, id, report, actor.Account, s.Now()); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, "measure", id, "report", nil, report)
	})
}

// GiveMeasure makes a decided measure a person's to report on. The person is made a contributor, with an account, where
// they are not known; then the initial password comes back, this once.
func (s *Service) GiveMeasure(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, person contract.GivenPerson) (contract.GivenMeasureResult, error) {
	give := func(ctx context.Context, tx *sqlx.Tx, before decidedMeasure) error {
		return mayGive(actor, before, version)
	}
	if _, err := s.onMeasure(ctx, actor, id, give); err != nil {
		return contract.GivenMeasureResult{}, err // before anybody is invited
	}
	invited, err := s.People.Invite(ctx, actor, person.Email, person.Name)
	if err != nil {
		return contract.GivenMeasureResult{}, err
	}
	followed, err := s.handOver(ctx, actor, id, version, "give", &invited.Account)
	return contract.GivenMeasureResult{Measure: followed, InitialPassword: invited.InitialPassword}, err
}

// TakeMeasureBack makes it nobody's in particular.
func (s *Service) TakeMeasureBack(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.FollowedMeasure, error) {
	return s.handOver(ctx, actor, id, version, "take_back", nil)
}

func (s *Service) handOver(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, action string, to *uuid.UUID) (contract.FollowedMeasure, error) {
	return s.onMeasure(ctx, actor, id, func(ctx context.Context, tx *sqlx.Tx, before decidedMeasure) error {
		if err := mayGive(actor, before, version); err != nil {
			return err
		}
		if err := measure.Give(ctx, tx, actor.Organization, id, to); err != nil {
			return err
		}
		if err := s.tellOfMeasure(ctx, tx, actor, before, to); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, "measure", id, action, before.Measure.Person, to)
	})
}

func (s *Service) tellOfMeasure(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, given decidedMeasure, to *uuid.UUID) error {
	if to == nil {
		return nil
	}
	handed := outbox.Handed{Kind: outbox.MeasureGiven, By: actor, To: []uuid.UUID{*to}, Committee: given.Committee, Thing: given.Measure.ID, Version: given.Measure.Version}
	if ready := given.Measure.Ready; ready != nil {
		handed.Due = ready.LastDay
	}
	return outbox.Hand(ctx, tx, s.Now(), handed)
}

func mayGive(actor authz.Actor, before decidedMeasure, version int64) error {
	if err := actor.Require(authz.ProgressReport, before.Committee); err != nil {
		return err
	}
	return stale(before.Measure.Version, version)
}

// Given lists the measures given to the actor.
func (s *Service) Given(ctx context.Context, actor authz.Actor, limit, offset int) (page contract.GivenMeasurePage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = given(ctx, tx, actor, limit, offset)
		return err
	})
	for i, item := range page.Items {
		page.Items[i].Measure = completeMeasure(actor, item.Measure, item.CommitteeID, s.today())
	}
	return page, err
}

// onMeasure locks a decided measure, lets fn change it, and reads it again.
func (s *Service) onMeasure(ctx context.Context, actor authz.Actor, id uuid.UUID, fn func(context.Context, *sqlx.Tx, decidedMeasure) error) (contract.FollowedMeasure, error) {
	var after decidedMeasure
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := lockMeasure(ctx, tx, actor.Organization, id)
		if err != nil {
			return err
		}
		if err := fn(ctx, tx, before); err != nil {
			return err
		}
		after, err = loadMeasure(ctx, tx, actor.Organization, id)
		return err
	})
	return completeMeasure(actor, after.Measure, after.Committee, s.today()), err
}
