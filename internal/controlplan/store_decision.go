package controlplan

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

func adoptPlan(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, inForceFrom calendar.Date) error {
	_, err := tx.ExecContext(ctx, `update control_plan set state = 'adopted', in_force_from = $3 where organization_id = $1 and id = $2`,
		organization, id, inForceFrom)
	return wrap("adopt plan", err)
}

// lockOperationalPlan keeps the committee's draft for the year from being changed until the transaction ends; any other is unknown.
func lockOperationalPlan(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, plan contract.ControlPlan) error {
	var found []uuid.UUID
	err := tx.SelectContext(ctx, &found, `select id from operational_plan
		where organization_id = $1 and id = $2 and committee_id = $3 and year = $4 and state = 'draft' for no key update`,
		organization, id, plan.CommitteeID, plan.Year)
	if err == nil && len(found) == 0 {
		return fault.InvalidField("/operationalPlanId", "unknown_operational_plan", "")
	}
	return wrap("lock operational plan", err)
}

func adoptOperationalPlan(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `update operational_plan set state = 'adopted', version = version + 1 where organization_id = $1 and id = $2`,
		organization, id)
	return wrap("adopt operational plan", err)
}
