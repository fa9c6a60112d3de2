package check

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/outbox"
	"uppsikt/internal/postgres"
)

// Service has the use cases of checks and control deviations, one transaction each.
type Service struct {
	DB  *sqlx.DB
	Now func() time.Time
}

func (s *Service) today() calendar.Date { return calendar.DayOf(s.Now()) }

// List lists checks by their last day: the actor's own, or all of them.
func (s *Service) List(ctx context.Context, actor authz.Actor, which contract.ListChecksParams, limit, offset int) (page contract.CheckPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = listChecks(ctx, tx, actor, which, s.today(), limit, offset)
		return err
	})
	return page, err
}

// Check reads one.
func (s *Service) Check(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.Check, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (found, error) {
		f, err := loadCheck(ctx, tx, actor, id, s.today())
		if err != nil {
			return f, err
		}
		return f, f.Standing.MayRead(actor)
	})
}

// Add plans a check at an event. A repeated id gives the one first added.
func (s *Service) Add(ctx context.Context, actor authz.Actor, control uuid.UUID, added contract.NewCheck) (contract.Check, error) {
	if err := checkNew(added); err != nil {
		return contract.Check{}, err
	}
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (found, error) {
		standing, err := findControl(ctx, tx, actor, control, added.PlannedOn, s.today())
		if err != nil {
			return found{}, err
		}
		if err := standing.mayAdd(actor); err != nil {
			return found{}, err
		}
		isNew, err := insertCheck(ctx, tx, actor.Organization, standing.Plan, control, added)
		if err != nil {
			return found{}, err
		}
		f, err := loadCheck(ctx, tx, actor, added.ID, s.today())
		if err != nil || !isNew {
			return f, err
		}
		return f, s.journal(ctx, tx, actor, journal.Entry{Thing: "check", ThingID: added.ID, Action: "add", After: added})
	})
}

// Delete takes away a check that was added by hand.
func (s *Service) Delete(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	_, err := s.onCheck(ctx, actor, id, version, Standing.mayDelete, func(ctx context.Context, tx *sqlx.Tx, before found) (journal.Entry, error) {
		entry := journal.Entry{Action: "delete", Committee: before.Check.CommitteeID, Before: written(before.Check)}
		return entry, deleteCheck(ctx, tx, actor.Organization, id)
	})
	return err
}

// Write saves what is written so far.
func (s *Service) Write(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.CheckContent) (contract.Check, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (found, error) {
		before, err := s.lock(ctx, tx, actor, id, version, Standing.mayPerform)
		if err != nil {
			return before, err
		}
		earlier := written(before.Check)
		if err := s.write(ctx, tx, actor, before, content); err != nil {
			return before, err
		}
		err = journal.Autosave(ctx, tx, journal.Entry{
			Organization: actor.Organization, Actor: actor.Account, At: s.Now(), Thing: "check", ThingID: id,
			Committee: before.Check.CommitteeID, Before: earlier, After: content,
		})
		if err != nil {
			return before, err
		}
		return loadCheck(ctx, tx, actor, id, s.today())
	})
}

func (s *Service) write(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, before found, content contract.CheckContent) error {
	if err := withResults(before.Check.Draw, content.Drawn); err != nil {
		return err
	}
	return updateCheck(ctx, tx, actor.Organization, before.Check.ID, content, before.Check.Draw)
}

// Complete says that the check has been performed, or why it could not be. The control is kept as it stands now.
func (s *Service) Complete(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, completion contract.CheckCompletion) (contract.Check, error) {
	if err := checkCompletion(completion, s.today()); err != nil {
		return contract.Check{}, err
	}
	return s.onCheck(ctx, actor, id, version, Standing.mayPerform, func(ctx context.Context, tx *sqlx.Tx, before found) (journal.Entry, error) {
		if len(before.Check.Deviations) > 0 && !deviates(&completion.Content) {
			return journal.Entry{}, fault.Conflict("check_has_deviations", "deviations have been noted on it")
		}
		if err := s.write(ctx, tx, actor, before, completion.Content); err != nil {
			return journal.Entry{}, err
		}
		entry := journal.Entry{Action: "complete", After: completion}
		return entry, setPerformed(ctx, tx, actor.Organization, id, actor.Account, s.Now(), completion.On)
	})
}

// Reopen takes a completion back, to correct it.
func (s *Service) Reopen(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, reopening contract.Reopening) (contract.Check, error) {
	return s.onCheck(ctx, actor, id, version, Standing.mayReopen, func(ctx context.Context, tx *sqlx.Tx, before found) (journal.Entry, error) {
		entry := journal.Entry{Action: "reopen", Before: contract.CheckCompletion{On: *before.Check.PerformedOn, Content: written(before.Check)}, After: reopening}
		return entry, setOpen(ctx, tx, actor.Organization, id)
	})
}

// Give makes it a colleague's to perform; nil gives it back to the control's own.
func (s *Service) Give(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, given contract.CheckPerson) (contract.Check, error) {
	return s.onCheck(ctx, actor, id, version, Standing.mayGive, func(ctx context.Context, tx *sqlx.Tx, before found) (journal.Entry, error) {
		if err := mustBeColleague(ctx, tx, actor.Organization, given.PersonID, "/personId"); err != nil {
			return journal.Entry{}, err
		}
		if err := s.tell(ctx, tx, actor, before.Check, given.PersonID); err != nil {
			return journal.Entry{}, err
		}
		return journal.Entry{Action: "give", Before: before.Check.Person, After: given}, setPerson(ctx, tx, actor.Organization, id, given.PersonID)
	})
}

func (s *Service) tell(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, given contract.Check, to *uuid.UUID) error {
	if to == nil {
		return nil
	}
	return outbox.Hand(ctx, tx, s.Now(), outbox.Handed{
		Kind: outbox.CheckGiven, By: actor, To: []uuid.UUID{*to}, Committee: given.CommitteeID, Thing: given.ID, Version: given.Version, Due: &given.LastOn,
	})
}

// Draw draws a sample from a list. The list itself is read and forgotten.
func (s *Service) Draw(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, from Drawing) (contract.Check, error) {
	return s.onCheck(ctx, actor, id, version, Standing.mayPerform, func(ctx context.Context, tx *sqlx.Tx, before found) (journal.Entry, error) {
		drawn, err := draw(from)
		if err != nil {
			return journal.Entry{}, err
		}
		drawn.By, drawn.At = contract.Actor{ID: actor.Account, Name: actor.Name}, s.Now()
		keepResults(&drawn, before.Check.Draw)
		entry := journal.Entry{Action: "draw", Committee: before.Check.CommitteeID, Before: journaled(before.Check.Draw), After: journaled(&drawn)}
		return entry, setDraw(ctx, tx, actor.Organization, id, &drawn)
	})
}

// written is what has been written in a check, as it would be sent.
func written(check contract.Check) contract.CheckContent {
	content := *check.Content
	content.Drawn = resultsOf(check.Draw)
	return content
}

// onCheck changes a check that the actor may, whose version is the one last read, and journals it.
func (s *Service) onCheck(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, may func(Standing, authz.Actor) error,
	change func(context.Context, *sqlx.Tx, found) (journal.Entry, error),
) (contract.Check, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (found, error) {
		before, err := s.lock(ctx, tx, actor, id, version, may)
		if err != nil {
			return before, err
		}
		entry, err := change(ctx, tx, before)
		if err != nil {
			return before, err
		}
		after, err := loadCheck(ctx, tx, actor, id, s.today())
		if err != nil && !fault.Is(err, "not_found") { // as it is when the change has deleted it
			return after, err
		}
		if err := journal.Settle(ctx, tx, actor.Organization, []uuid.UUID{id}); err != nil {
			return after, err
		}
		entry.Thing, entry.ThingID = "check", id
		return after, s.journal(ctx, tx, actor, entry)
	})
}

func (s *Service) lock(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, version int64, may func(Standing, authz.Actor) error) (found, error) {
	before, err := lockCheck(ctx, tx, actor, id, s.today())
	if err != nil {
		return before, err
	}
	if err := may(before.Standing, actor); err != nil {
		return before, err
	}
	return before, stale(before.Check.Version, version)
}

func mustBeColleague(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, person *uuid.UUID, pointer string) error {
	if person == nil {
		return nil
	}
	is, err := isColleague(ctx, tx, organization, *person)
	if err == nil && !is {
		return fault.InvalidField(pointer, "unknown_person", "")
	}
	return err
}

func (s *Service) journal(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, entry journal.Entry) error {
	entry.Organization, entry.Actor, entry.At = actor.Organization, actor.Account, s.Now()
	return journal.Write(ctx, tx, entry)
}

func (s *Service) give(ctx context.Context, actor authz.Actor, fn func(context.Context, *sqlx.Tx) (found, error)) (contract.Check, error) {
	var f found
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		f, err = fn(ctx, tx)
		return err
	})
	if err != nil || f.Check.ID == uuid.Nil {
		return contract.Check{}, err
	}
	return complete(actor, f), nil
}
