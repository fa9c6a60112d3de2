package response

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// Fragments of SQL: the wording of the risk r, the control k and the action n, each of the plan p.
const (
	riskWording = `jsonb_build_object('year', p.year, 'number', 'R' || r.number, 'title', r.title,
		'text', concat_ws(E'\n', nullif(r.cause, ''), nullif(r.consequence, '')))`
	controlWording = `jsonb_build_object('year', p.year, 'number', 'K' || k.number, 'title', k.title, 'text', k.what)`
	actionWording  = `jsonb_build_object('year', p.year, 'number', n.number, 'title', n.what, 'text', n.function)`

	// citable is what adopted plans hold that a response of the committee $2 may cite. A committee stands in the place of
	// those that it has succeeded.
	citable = `(
		select 'risk' as thing, r.id, p.id as plan_id, p.year, 1 as kind, r.number as place, ` + riskWording + ` as wording
		from control_plan p join risk r on r.organization_id = p.organization_id and r.plan_id = p.id
		where p.organization_id = $1 and p.state <> 'draft' and ` + isOfCommittee + `
		union all
		select 'control', k.id, p.id, p.year, 2, k.number, ` + controlWording + `
		from control_plan p join control k on k.organization_id = p.organization_id and k.plan_id = p.id
		where p.organization_id = $1 and p.state <> 'draft' and not k.removed and ` + isOfCommittee + `
		union all
		select 'action', n.id, p.id, p.year, 3, n.position, ` + actionWording + `
		from operational_plan p join plan_action n on n.organization_id = p.organization_id and n.plan_id = p.id
		where p.organization_id = $1 and p.state <> 'draft' and (` + isOfCommittee + ` or exists (select from action_committee s
			where s.organization_id = n.organization_id and s.action_id = n.id and current_committee($1, s.committee_id) = current_committee($1, $2))))`

	isOfCommittee = `current_committee($1, p.committee_id) = current_committee($1, $2)`

	// cited is what the citation z speaks of, as its plan has it now.
	cited = `(
		select 'risk' as thing, p.id as plan_id, p.year, 1 as kind, r.number as place, ` + riskWording + ` as wording, false as removed
		from risk r join control_plan p on p.organization_id = r.organization_id and p.id = r.plan_id
		where r.organization_id = z.organization_id and r.id = z.risk_id
		union all
		select 'control', p.id, p.year, 2, k.number, ` + controlWording + `, k.removed
		from control k join control_plan p on p.organization_id = k.organization_id and p.id = k.plan_id
		where k.organization_id = z.organization_id and k.id = z.control_id
		union all
		select 'action', p.id, p.year, 3, n.position, ` + actionWording + `, false
		from plan_action n join operational_plan p on p.organization_id = n.organization_id and p.id = n.plan_id
		where n.organization_id = z.organization_id and n.id = z.action_id)`

	// citationsObject are those of the response r.
	citationsObject = `(select coalesce(jsonb_agg(jsonb_build_object('id', z.id, 'version', z.version, 'answerId', z.answer_id, 'thing', now.thing,
			'thingId', coalesce(z.risk_id, z.control_id, z.action_id), 'planId', now.plan_id, 'wording', z.wording,
			'now', case when now.wording <> z.wording then now.wording end,
			'removed', now.removed) order by now.year desc, now.kind, now.place, z.id), '[]')
		from citation z cross join lateral ` + cited + ` now where z.organization_id = r.organization_id and z.response_id = r.id)`
)

func listCitable(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, filter contract.ListCitableParams, limit, offset int) (contract.CitablePage, error) {
	var things any
	if filter.Thing != nil {
		things = pq.Array(*filter.Thing)
	}
	return postgres.GetJSON[contract.CitablePage](ctx, tx, "citable", `
		with chosen as (
			select t.*, row_number() over (order by year desc, kind, place, id) as at from `+citable+` t
			where ($3::text is null or strpos(lower(concat_ws(' ', wording->>'number', wording->>'title', wording->>'text', wording->>'year') collate "sv-x-icu"),
					lower($3 collate "sv-x-icu")) > 0)
				and ($6::text[] is null or thing = any ($6))
		), page as (select * from chosen order by at limit $4 offset $5)
		select jsonb_build_object('total', (select count(*) from chosen), 'items', coalesce((select jsonb_agg(
			jsonb_build_object('thing', thing, 'id', id, 'planId', plan_id, 'wording', wording) order by at) from page), '[]'))`,
		organization, filter.CommitteeID, filter.Q, limit, offset, things)
}

// insertCitation keeps the wording as the plan has it; what the committee may not cite is not found.
func insertCitation(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, response contract.Response, citation contract.NewCitation, by uuid.UUID, at time.Time) error {
	result, err := tx.ExecContext(ctx, `
		insert into citation (organization_id, id, response_id, answer_id, risk_id, control_id, action_id, wording, cited_by, cited_at)
		select $1, $3, $4, $5, case thing when 'risk' then t.id end, case thing when 'control' then t.id end, case thing when 'action' then t.id end, wording, $8, $9
		from `+citable+` t where thing = $6 and t.id = $7
		on conflict (organization_id, id) do nothing`,
		organization, response.CommitteeID, citation.ID, response.ID, citation.AnswerID, citation.Thing, citation.ThingID, by, at)
	if postgres.Constraint(err) == "citation_once" {
		return fault.Conflict("already_cited", "it is cited there already").Because(err)
	}
	if err != nil {
		return wrap("cite", err)
	}
	if rows, err := result.RowsAffected(); err != nil || rows == 1 {
		return wrap("cite", err)
	}
	return fault.InvalidField("/thingId", "not_citable", "")
}

func renewCitation(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `
		update citation z set version = z.version + 1, wording = (select now.wording from `+cited+` now)
		where z.organization_id = $1 and z.id = $2`, organization, id)
	return wrap("renew citation", err)
}

func deleteCitation(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from citation where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete citation", err)
}

func responseOfCitation(ctx context.Context, tx *sqlx.Tx, organization, citation uuid.UUID) (uuid.UUID, error) {
	return responseOf(ctx, tx, "citation", organization, citation)
}
