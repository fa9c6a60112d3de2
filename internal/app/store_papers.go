package app

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/postgres"
)

// followed is what decides who may read and attach to an assignment's or a measure's papers.
type followed struct {
	Committee      uuid.UUID `db:"committee_id"`
	Holder         uuid.UUID `db:"holder_id"`       // who reports: the committee or its successor
	IsDecided      bool      `db:"is_decided"`      // an assignment always is: it stands in the report
	IsConfidential bool      `db:"is_confidential"` // in itself, or by what it is a part of
	IsGiven        bool      `db:"is_given"`        // the audit is given to the actor, as an adviser
	IsOwn          bool      `db:"is_own"`          // the measure is given to the actor, to report
}

func findAssignment(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (found followed, err error) {
	err = tx.GetContext(ctx, &found, `
		select g.committee_id, g.holder_id, true as is_decided, false as is_own,
			coalesce(c.confidential_ground, a.confidential_ground) is not null as is_confidential,
			exists (select from audit_adviser d
				where d.organization_id = g.organization_id and d.audit_id = g.audit_id and d.account_id = $3) as is_given
		from assignment g
		join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
		join audit a on a.organization_id = g.organization_id and a.id = g.audit_id
		where g.organization_id = $1 and g.id = $2`, actor.Organization, id, actor.Account)
	return found, postgres.Translate(err, "assignment")
}

func findMeasure(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (found followed, err error) {
	err = tx.GetContext(ctx, &found, `
		select m.committee_id, m.committee_id as holder_id, r.state in ('decided', 'delivered') as is_decided,
			m.person_id is not distinct from $3 as is_own,
			coalesce(m.confidential_ground, w.confidential_ground, a.confidential_ground) is not null
				or exists (select from answered_recommendation x
					join recommendation c on c.organization_id = x.organization_id and c.id = x.recommendation_id
					where x.organization_id = w.organization_id and x.answer_id = w.id and c.confidential_ground is not null) as is_confidential,
			exists (select from audit_adviser d
				where d.organization_id = r.organization_id and d.audit_id = r.audit_id and d.account_id = $3) as is_given
		from measure m
		join answer w on w.organization_id = m.organization_id and w.id = m.answer_id
		join response r on r.organization_id = w.organization_id and r.id = w.response_id
		join audit a on a.organization_id = r.organization_id and a.id = r.audit_id
		where m.organization_id = $1 and m.id = $2`, actor.Organization, id, actor.Account)
	return found, postgres.Translate(err, "measure")
}
