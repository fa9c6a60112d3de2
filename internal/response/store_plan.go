package response

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/organization"
	"uppsikt/internal/postgres"
)

// foundForPlan is a response's dates and its committee's meetings from a day on.
type foundForPlan struct {
	Registered time.Time
	Due        *calendar.Date
	State      contract.ResponseState
	Meetings   []contract.Meeting
}

func loadPlanning(ctx context.Context, tx *sqlx.Tx, organizationID, id uuid.UUID, from calendar.Date) (foundForPlan, error) {
	return postgres.GetJSON[foundForPlan](ctx, tx, "response", `
		select jsonb_build_object('Registered', a.registered_at, 'State', r.state,
			'Due', coalesce((select x.supplement_due from reception x
				where x.organization_id = r.organization_id and x.response_id = r.supplements_id), d.extension_date, d.response_due),
			'Meetings', (select coalesce(jsonb_agg(`+organization.MeetingObject+` order by m.date), '[]') from meeting m
				where m.organization_id = r.organization_id and m.committee_id = r.committee_id and m.date >= $3))
		from response r
		join audit a on a.organization_id = r.organization_id and a.id = r.audit_id
		join addressee d on d.organization_id = r.organization_id and d.id = r.addressee_id
		where r.organization_id = $1 and r.id = $2`, organizationID, id, from)
}
