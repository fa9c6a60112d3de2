package report

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// Loop tells what a recommendation has led to in the plans, with the latest outcomes, and what a thing of the plans came from.
func (s *Service) Loop(ctx context.Context, actor authz.Actor, thing contract.LoopThing, id uuid.UUID) (loop contract.Loop, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		known, err := isKnown(ctx, tx, actor.Organization, thing, id)
		if err != nil {
			return err
		}
		if !known {
			return fault.NotFound(string(thing))
		}
		if needed := readingOf(thing); !actor.Has(needed) {
			return fault.Forbidden(string(needed))
		}
		loop, err = loadLoop(ctx, tx, actor, thing, id)
		return err
	})
	return loop, err
}

func readingOf(thing contract.LoopThing) authz.Permission {
	switch thing {
	case contract.LoopThingAssignment:
		return authz.FollowupRead
	case contract.LoopThingAction:
		return authz.OperationalPlanRead
	}
	return authz.ControlPlanRead
}
