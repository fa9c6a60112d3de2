package notice

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// Wheel is a committee's year, as far as the actor may see it.
func (s *Service) Wheel(ctx context.Context, actor authz.Actor, committee uuid.UUID, year int) (wheel contract.YearWheel, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		wheel, err = loadWheel(ctx, tx, actor.Organization, committee, onlookerOf(actor, committee), years(year, year), calendar.DayOf(s.Now()))
		return err
	})
	return wheel, err
}

// AddDuty puts a date into a committee's year, or into every committee's. A repeated id gives the one first added.
func (s *Service) AddDuty(ctx context.Context, actor authz.Actor, command contract.NewDuty) (duty contract.Duty, err error) {
	if err := mayEditDuty(actor, command.CommitteeID); err != nil {
		return duty, err
	}
	if err := checkDuty("/content", command.Content); err != nil {
		return duty, err
	}
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		isNew, err := insertDuty(ctx, tx, actor.Organization, command)
		if err != nil {
			return err
		}
		if duty, err = lockDuty(ctx, tx, actor.Organization, command.ID); err != nil || !isNew {
			return err
		}
		return journal.Write(ctx, tx, s.dutyEntry(actor, duty.ID, "add", nil, duty.Content))
	})
	return duty, err
}

// WriteDuty changes a duty.
func (s *Service) WriteDuty(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.DutyContent) (duty contract.Duty, err error) {
	if err := checkDuty("", content); err != nil {
		return duty, err
	}
	err = s.onDuty(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, before contract.Duty) error {
		if err := updateDuty(ctx, tx, actor.Organization, id, content); err != nil {
			return err
		}
		duty = before
		duty.Version, duty.Content = version+1, content
		return journal.Write(ctx, tx, s.dutyEntry(actor, id, "write", before.Content, content))
	})
	return duty, err
}

// DeleteDuty takes a duty out of the year.
func (s *Service) DeleteDuty(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return s.onDuty(ctx, actor, id, version, func(ctx context.Context, tx *sqlx.Tx, before contract.Duty) error {
		if err := deleteDuty(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return journal.Write(ctx, tx, s.dutyEntry(actor, id, "delete", before.Content, nil))
	})
}

func (s *Service) onDuty(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, fn func(context.Context, *sqlx.Tx, contract.Duty) error) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := lockDuty(ctx, tx, actor.Organization, id)
		if err != nil {
			return err
		}
		if err := mayEditDuty(actor, before.CommitteeID); err != nil {
			return err
		}
		if before.Version != version {
			return fault.Stale()
		}
		return fn(ctx, tx, before)
	})
}

func (s *Service) dutyEntry(actor authz.Actor, id uuid.UUID, action string, before, after any) journal.Entry {
	return journal.Entry{Organization: actor.Organization, At: s.Now(), Actor: actor.Account, Thing: "duty", ThingID: id, Action: action, Before: before, After: after}
}
