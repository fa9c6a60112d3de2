package operationalplan

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// Service has the use cases of the operational plan, one transaction each.
type Service struct {
	DB  *sqlx.DB
	Now func() time.Time
}

// Plans lists operational plans, the latest year first; of a draft, that it is there. A nil committee or year does not filter.
func (s *Service) Plans(ctx context.Context, actor authz.Actor, committee *uuid.UUID, year *int, limit, offset int) (page contract.OperationalPlanPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = listPlans(ctx, tx, actor, committee, year, limit, offset)
		return err
	})
	return page, err
}

// Plan reads one plan with its actions, and those that others share with its committee.
func (s *Service) Plan(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.OperationalPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.OperationalPlan, error) {
		return readable(ctx, tx, actor, id)
	})
}

func readable(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (contract.OperationalPlan, error) {
	plan, err := loadPlan(ctx, tx, actor, id)
	if err != nil {
		return plan, err
	}
	return plan, mayRead(actor, plan)
}

// Begin makes a committee's draft for a year. A repeated id gives the plan first begun.
func (s *Service) Begin(ctx context.Context, actor authz.Actor, begun contract.NewOperationalPlan) (contract.OperationalPlan, error) {
	if err := actor.Require(authz.OperationalPlanEdit, begun.CommitteeID); err != nil {
		return contract.OperationalPlan{}, err
	}
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.OperationalPlan, error) {
		isNew, err := insertPlan(ctx, tx, actor.Organization, begun, actor.Account, s.Now())
		if err != nil {
			return contract.OperationalPlan{}, err
		}
		if !isNew {
			return readable(ctx, tx, actor, begun.ID)
		}
		return s.after(ctx, tx, actor, begun.ID, journal.Entry{Thing: "operational_plan", ThingID: begun.ID, Action: "begin", After: begun})
	})
}

// Write replaces what a draft says of itself.
func (s *Service) Write(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.OperationalPlanContent) (contract.OperationalPlan, error) {
	return s.change(ctx, actor, id, version, mayEdit, func(ctx context.Context, tx *sqlx.Tx, before contract.OperationalPlan) (journal.Entry, error) {
		return journal.Entry{Thing: "operational_plan", ThingID: id, Action: "write", Before: before.Content, After: content},
			updatePlan(ctx, tx, actor.Organization, id, content)
	})
}

// Delete takes a draft away; the journal keeps it.
func (s *Service) Delete(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := lockPlan(ctx, tx, actor, id)
		if err != nil {
			return err
		}
		if err := mayEdit(actor, before); err != nil {
			return err
		}
		if err := stale(before.Version, version); err != nil {
			return err
		}
		if err := deletePlan(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, journal.Entry{
			Thing: "operational_plan", ThingID: id, Action: "delete", Committee: before.CommitteeID, Before: before.Actions,
		})
	})
}

// Decide registers the committee's decision: about a draft it adopts the plan, about an adopted one its report. One that refers
// back or rejects changes nothing and is kept.
func (s *Service) Decide(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, command contract.NewPlanDecision) (contract.OperationalPlan, error) {
	return s.change(ctx, actor, id, version, mayDecide, func(ctx context.Context, tx *sqlx.Tx, plan contract.OperationalPlan) (journal.Entry, error) {
		part, becomes := decided(plan, command.Outcome)
		if err := s.register(ctx, tx, actor, plan, part, command); err != nil {
			return journal.Entry{}, err
		}
		return journal.Entry{Thing: "operational_plan", ThingID: id, Action: "decide", Before: plan.State, After: command},
			setState(ctx, tx, actor.Organization, id, becomes)
	})
}

func (s *Service) register(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan contract.OperationalPlan, part decision.Part, command contract.NewPlanDecision) error {
	if command.OperationalPlanID != nil {
		return fault.InvalidField("/operationalPlanId", "only_with_control_plan", "")
	}
	if err := decision.CheckAboutPlan(command); err != nil {
		return err
	}
	date := command.Date
	if command.MeetingID != nil {
		day, err := decision.MeetingDate(ctx, tx, actor.Organization, plan.CommitteeID, *command.MeetingID)
		if err != nil {
			return err
		}
		date = &day
	}
	about := decision.Subject{Committee: plan.CommitteeID, OperationalPlan: &plan.ID, OperationalPart: &part}
	return decision.Register(ctx, tx, actor.Organization, about, decision.AboutPlan(command), *date, actor.Account, s.Now())
}

// change changes a plan that is what was last read.
func (s *Service) change(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, may func(authz.Actor, contract.OperationalPlan) error,
	change func(context.Context, *sqlx.Tx, contract.OperationalPlan) (journal.Entry, error),
) (contract.OperationalPlan, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.OperationalPlan, error) {
		before, err := lockPlan(ctx, tx, actor, id)
		if err != nil {
			return before, err
		}
		if err := may(actor, before); err != nil {
			return before, err
		}
		if err := stale(before.Version, version); err != nil {
			return before, err
		}
		entry, err := change(ctx, tx, before)
		if err != nil {
			return before, err
		}
		return s.after(ctx, tx, actor, id, entry)
	})
}

// after raises the plan's version, and reads and journals what a change has made of it: a draft's to its committee alone.
func (s *Service) after(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, entries ...journal.Entry) (contract.OperationalPlan, error) {
	if err := raisePlan(ctx, tx, actor.Organization, id); err != nil {
		return contract.OperationalPlan{}, err
	}
	plan, err := loadPlan(ctx, tx, actor, id)
	if err != nil {
		return plan, err
	}
	return plan, s.journal(ctx, tx, actor, ofDraft(plan, entries)...)
}

func ofDraft(plan contract.OperationalPlan, entries []journal.Entry) []journal.Entry {
	if plan.State == contract.PlanStateDraft {
		for i := range entries {
			entries[i].Committee = plan.CommitteeID
		}
	}
	return entries
}

func (s *Service) journal(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, entries ...journal.Entry) error {
	for i := range entries {
		entries[i].Organization, entries[i].Actor, entries[i].At = actor.Organization, actor.Account, s.Now()
	}
	return journal.WriteAll(ctx, tx, entries)
}

func (s *Service) give(ctx context.Context, actor authz.Actor, fn func(context.Context, *sqlx.Tx) (contract.OperationalPlan, error)) (contract.OperationalPlan, error) {
	var plan contract.OperationalPlan
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		plan, err = fn(ctx, tx)
		return err
	})
	if err != nil {
		return contract.OperationalPlan{}, err
	}
	return complete(actor, plan, s.today()), nil
}

func (s *Service) today() calendar.Date { return calendar.DayOf(s.Now()) }
