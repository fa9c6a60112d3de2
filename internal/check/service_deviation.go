package check

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/outbox"
	"uppsikt/internal/postgres"
)

// Deviations lists them, the latest first: those that are the actor's to remedy, or all that they may read.
func (s *Service) Deviations(ctx context.Context, actor authz.Actor, which contract.ListDeviationsParams, limit, offset int) (page contract.DeviationPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = listDeviations(ctx, tx, actor, which, s.today(), limit, offset)
		return err
	})
	return page, err
}

// Deviation reads one.
func (s *Service) Deviation(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.Deviation, error) {
	return s.giveDeviation(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (foundDeviation, error) {
		f, err := loadDeviation(ctx, tx, actor, id, s.today())
		if err != nil {
			return f, err
		}
		return f, f.Standing.MayReadDeviation(actor)
	})
}

// Note notes a deviation on a check. A repeated id gives the one first noted.
func (s *Service) Note(ctx context.Context, actor authz.Actor, check uuid.UUID, noted contract.NewDeviation) (contract.Deviation, error) {
	if err := checkDeviation(noted.Content, "/content"); err != nil {
		return contract.Deviation{}, err
	}
	return s.giveDeviation(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (foundDeviation, error) {
		on, err := lockCheck(ctx, tx, actor, check, s.today())
		if err != nil {
			return foundDeviation{}, err
		}
		if err := on.Standing.mayNote(actor, on.Check.Content); err != nil {
			return foundDeviation{}, err
		}
		if err := mustBeColleague(ctx, tx, actor.Organization, noted.Content.PersonID, "/content/personId"); err != nil {
			return foundDeviation{}, err
		}
		isNew, err := s.insert(ctx, tx, actor, on.Check, noted)
		if err != nil {
			return foundDeviation{}, err
		}
		if !isNew {
			return s.noted(ctx, tx, actor, check, noted.ID)
		}
		given := contract.Deviation{ID: noted.ID, Version: 1, Content: noted.Content, Summary: contract.DeviationSummary{CommitteeID: on.Check.CommitteeID}}
		if err := s.tellOfDeviation(ctx, tx, actor, nil, given); err != nil {
			return foundDeviation{}, err
		}
		return s.afterDeviation(ctx, tx, actor, noted.ID, journal.Entry{Action: "note", After: noted})
	})
}

func (s *Service) insert(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, on contract.Check, noted contract.NewDeviation) (bool, error) {
	if err := lockNumbers(ctx, tx, on.PlanID); err != nil {
		return false, err
	}
	return insertDeviation(ctx, tx, actor.Organization, on.PlanID, on.ID, noted, actor.Account, s.Now())
}

// noted is the deviation that was noted first with the id, if it was on the same check.
func (s *Service) noted(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, check, id uuid.UUID) (foundDeviation, error) {
	f, err := loadDeviation(ctx, tx, actor, id, s.today())
	if err == nil && f.Deviation.Summary.CheckID != check {
		return f, fault.Conflict("already_exists", "the id is another deviation's")
	}
	return f, err
}

// WriteDeviation replaces what is said of it.
func (s *Service) WriteDeviation(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.DeviationContent) (contract.Deviation, error) {
	if err := checkDeviation(content, ""); err != nil {
		return contract.Deviation{}, err
	}
	return s.onDeviation(ctx, actor, id, version, foundDeviation.mayEdit, func(ctx context.Context, tx *sqlx.Tx, before foundDeviation) (journal.Entry, error) {
		if err := mustBeColleague(ctx, tx, actor.Organization, content.PersonID, "/personId"); err != nil {
			return journal.Entry{}, err
		}
		given := before.Deviation
		given.Content = content
		if err := s.tellOfDeviation(ctx, tx, actor, before.Deviation.Content.PersonID, given); err != nil {
			return journal.Entry{}, err
		}
		return journal.Entry{Action: "write", Before: before.Deviation.Content, After: content}, updateDeviation(ctx, tx, actor.Organization, id, content)
	})
}

// tellOfDeviation tells whoever is to remedy it, unless they were to already.
func (s *Service) tellOfDeviation(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, before *uuid.UUID, given contract.Deviation) error {
	to := given.Content.PersonID
	if to == nil || before != nil && *before == *to {
		return nil
	}
	return outbox.Hand(ctx, tx, s.Now(), outbox.Handed{
		Kind: outbox.DeviationGiven, By: actor, To: []uuid.UUID{*to}, Committee: given.Summary.CommitteeID, Thing: given.ID, Version: given.Version, Due: given.Content.Due,
	})
}

// ReportDeviation says what has been done about it.
func (s *Service) ReportDeviation(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, report contract.DeviationProgress) (contract.Deviation, error) {
	if err := checkProgress(report, s.today()); err != nil {
		return contract.Deviation{}, err
	}
	return s.onDeviation(ctx, actor, id, version, foundDeviation.mayReport, func(ctx context.Context, tx *sqlx.Tx, _ foundDeviation) (journal.Entry, error) {
		return journal.Entry{Action: "report", After: report}, setProgress(ctx, tx, actor.Organization, id, report)
	})
}

// Recheck says what was found when it was looked at again. A repeated id changes nothing.
func (s *Service) Recheck(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, recheck contract.NewRecheck) (contract.Deviation, error) {
	if err := checkRecheck(recheck, s.today()); err != nil {
		return contract.Deviation{}, err
	}
	return s.giveDeviation(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (foundDeviation, error) {
		before, err := lockDeviation(ctx, tx, actor, id, s.today())
		if err != nil {
			return before, err
		}
		if err := before.Standing.mustWork(actor); err != nil {
			return before, err
		}
		isNew, err := addRecheck(ctx, tx, actor.Organization, id, recheck, actor.Account, s.Now())
		if err != nil {
			return before, err
		}
		if !isNew {
			return before, nil
		}
		if err := stale(before.Deviation.Version, version); err != nil {
			return before, err
		}
		return s.afterDeviation(ctx, tx, actor, id, journal.Entry{Action: "recheck", After: recheck})
	})
}

// DeleteDeviation takes away one that was noted by mistake; the journal keeps it.
func (s *Service) DeleteDeviation(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := lockDeviation(ctx, tx, actor, id, s.today())
		if err != nil {
			return err
		}
		if err := before.Standing.mayChange(actor); err != nil {
			return err
		}
		if err := stale(before.Deviation.Version, version); err != nil {
			return err
		}
		if err := deleteDeviation(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, journal.Entry{
			Thing: "deviation", ThingID: id, Action: "delete", Committee: before.draftOf(), Before: before.Deviation.Content,
		})
	})
}

// onDeviation changes one that the actor may, whose version is the one last read.
func (s *Service) onDeviation(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, may func(foundDeviation, authz.Actor) error,
	change func(context.Context, *sqlx.Tx, foundDeviation) (journal.Entry, error),
) (contract.Deviation, error) {
	return s.giveDeviation(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (foundDeviation, error) {
		before, err := lockDeviation(ctx, tx, actor, id, s.today())
		if err != nil {
			return before, err
		}
		if err := may(before, actor); err != nil {
			return before, err
		}
		if err := stale(before.Deviation.Version, version); err != nil {
			return before, err
		}
		entry, err := change(ctx, tx, before)
		if err != nil {
			return before, err
		}
		return s.afterDeviation(ctx, tx, actor, id, entry)
	})
}

// afterDeviation reads and journals what a change has made of it.
func (s *Service) afterDeviation(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, entry journal.Entry) (foundDeviation, error) {
	after, err := loadDeviation(ctx, tx, actor, id, s.today())
	if err != nil {
		return after, err
	}
	entry.Thing, entry.ThingID, entry.Committee = "deviation", id, after.draftOf()
	return after, s.journal(ctx, tx, actor, entry)
}

// draftOf is the committee whose draft the deviation is, as long as its check is not performed.
func (f foundDeviation) draftOf() uuid.UUID {
	if f.Standing.IsPerformed {
		return uuid.Nil
	}
	return f.Standing.Committee
}

func (s *Service) giveDeviation(ctx context.Context, actor authz.Actor, fn func(context.Context, *sqlx.Tx) (foundDeviation, error)) (contract.Deviation, error) {
	var f foundDeviation
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		f, err = fn(ctx, tx)
		return err
	})
	if err != nil {
		return contract.Deviation{}, err
	}
	return completeDeviation(actor, f), nil
}
