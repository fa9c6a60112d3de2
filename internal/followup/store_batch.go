package followup

import (
	"context"
	"encoding/json"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// written gives words to SQL, an empty array for none.
func written(words []word) []byte {
	content, err := json.Marshal(append([]word{}, words...))
	if err != nil {
		panic(err) // the contract's own types
	}
	return content
}

// lockMany keeps others from adding to the assignments until the transaction ends, and reads of each what the rules ask.
func lockMany(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, ids []uuid.UUID) ([]admitted, error) {
	return postgres.GetJSON[[]admitted](ctx, tx, "assignments", `
		with locked as (select * from assignment where organization_id = $1 and id = any ($2) order by id for update)
		select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'version', g.version, 'committeeId', g.committee_id, 'holderId', g.holder_id,
			'confidentialGround', coalesce(c.confidential_ground, a.confidential_ground), 'given', $3::uuid is null or exists (select from audit_adviser d
				where d.organization_id = g.organization_id and d.audit_id = g.audit_id and d.account_id = $3))), '[]')
		from locked g
		join recommendation c on c.organization_id = g.organization_id and c.id = g.recommendation_id
		join audit a on a.organization_id = g.organization_id and a.id = g.audit_id`,
		actor.Organization, pq.Array(ids), onlyGivenTo(actor))
}

// proposalsOn are the latest open proposals on the assignments.
func proposalsOn(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, assignments []uuid.UUID) ([]word, error) {
	type proposal struct {
		Assignment uuid.UUID
		Verdict    contract.GivenVerdict
	}
	found, err := postgres.GetJSON[[]proposal](ctx, tx, "verdicts", `
		select coalesce(jsonb_agg(jsonb_build_object('Assignment', g.id, 'Verdict', jsonb_build_object('id', v.id, 'verdict', v.verdict, 'comment', v.comment,
			'on', v.on_day, 'by', jsonb_build_object('id', p.id, 'name', p.name), 'at', v.at, 'confirmedBy', null, 'confirmedAt', null)) order by g.id), '[]')
		from assignment g cross join lateral (select v.* from `+openProposals+` order by v.at desc limit 1) v
		join account p on p.id = v.by
		where g.organization_id = $1 and g.id = any ($2)`, organization, pq.Array(assignments))
	words := make([]word, len(found))
	for i, one := range found {
		words[i] = word{Assignment: one.Assignment, ID: one.Verdict.ID, Content: one.Verdict}
	}
	return words, err
}

// knownAmong gives those of the ids by which a row exists.
func knownAmong(ctx context.Context, tx *sqlx.Tx, table knownTable, organization uuid.UUID, ids []uuid.UUID) ([]uuid.UUID, error) {
	var known []uuid.UUID
	err := tx.SelectContext(ctx, &known, `select id from `+string(table)+` where organization_id = $1 and id = any ($2)`, organization, pq.Array(ids))
	return known, wrap("look for "+string(table), err)
}
