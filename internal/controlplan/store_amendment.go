package controlplan

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/postgres"
)

// asSeen is a control's content that is kept as JSON, without links to recommendations that the reader of planStatement does not see.
func asSeen(content string) string {
	return `case when jsonb_typeof(` + content + `) = 'object' then ` + content + ` || jsonb_build_object('recommendationIds',
		(select coalesce(jsonb_agg(i.id order by i.place), '[]') from jsonb_array_elements_text(` + content + `->'recommendationIds') with ordinality as i (id, place)
			where exists (select from ` + tied + ` where c.organization_id = p.organization_id and c.id = i.id::uuid and ` + audit.IsAssignmentSeen("$5", "$6") + `))) end`
}

// amendmentObject is m of plan_amendment in the plan p. One that is rejected is closed by the decision; one referred back is not.
var amendmentObject = `jsonb_build_object('id', m.id, 'version', m.version, 'number', m.number, 'state', m.state,
	'content', jsonb_build_object('reason', m.reason, 'changes', (select coalesce(jsonb_agg(jsonb_build_object(
			'kind', h.change->'kind', 'controlId', h.change->'controlId', 'content', ` + asSeen("h.change->'content'") + `) order by h.place), '[]')
		from jsonb_array_elements(m.changes) with ordinality as h (change, place))),
	'before', (select coalesce(jsonb_agg(jsonb_build_object('controlId', h.change->'controlId', 'content', ` + asSeen("h.change->'before'") + `) order by h.place), '[]')
		from jsonb_array_elements(m.changes) with ordinality as h (change, place) where jsonb_typeof(h.change->'before') = 'object'),
	'decision', (select ` + decision.Object + ` from decision n where n.organization_id = m.organization_id and n.amendment_id = m.id and n.outcome <> 'referred_back'),
	'earlierDecisions', (select coalesce(jsonb_agg(` + decision.Object + ` order by n.date, n.registered_at), '[]')
		from decision n where n.organization_id = m.organization_id and n.amendment_id = m.id and n.outcome = 'referred_back'))`

func planOfAmendment(ctx context.Context, tx *sqlx.Tx, organization, amendment uuid.UUID) (plan uuid.UUID, err error) {
	err = tx.GetContext(ctx, &plan, `select plan_id from plan_amendment where organization_id = $1 and id = $2`, organization, amendment)
	return plan, postgres.Translate(err, "amendment")
}

func insertAmendment(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID, begun contract.NewAmendment, by uuid.UUID, at time.Time) error {
	_, err := tx.ExecContext(ctx, `
		insert into plan_amendment (organization_id, id, plan_id, number, reason, begun_by, begun_at)
		select $1, $2, $3, coalesce(max(number), 0) + 1, '', $4, $5 from plan_amendment where organization_id = $1 and plan_id = $3`,
		organization, begun.ID, plan, by, at)
	return wrap("begin amendment", err)
}

// writeAmendment keeps each change with the version of the control that it is made upon, and with the links of that control to
// recommendations that the actor does not see.
func writeAmendment(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, content contract.AmendmentContent) error {
	written, err := json.Marshal(content.Changes)
	if err != nil {
		return fmt.Errorf("write amendment: %w", err)
	}
	committees, adviser := audit.SeenBy(actor)
	_, err = tx.ExecContext(ctx, `
		update plan_amendment m set version = m.version + 1, reason = $3, changes = (
			select coalesce(jsonb_agg(h.change || jsonb_build_object('upon', coalesce(t.version, 0))
				|| case when jsonb_typeof(h.change->'content') = 'object' and t.id is not null then jsonb_build_object('content', h.change->'content'
					|| jsonb_build_object('recommendationIds', (h.change->'content'->'recommendationIds') || (select coalesce(jsonb_agg(x.recommendation_id), '[]')
						from control_recommendation x where x.organization_id = t.organization_id and x.control_id = t.id
							and not exists (select from `+tied+` where c.organization_id = x.organization_id and c.id = x.recommendation_id and `+audit.IsAssignmentSeen("$5", "$6")+`))))
					else '{}' end order by h.place), '[]')
			from jsonb_array_elements($4::jsonb) with ordinality as h (change, place)
			left join control t on t.organization_id = m.organization_id and t.plan_id = m.plan_id and t.id = (h.change->>'controlId')::uuid)
		from control_plan p where m.organization_id = $1 and m.id = $2 and p.organization_id = m.organization_id and p.id = m.plan_id`,
		actor.Organization, id, content.Reason, string(written), committees, adviser)
	return wrap("write amendment", err)
}

func deleteAmendment(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from plan_amendment where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete amendment", err)
}

// loadChanges reads an amendment's changes whole, each beside its control as it stands.
func loadChanges(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) ([]storedChange, error) {
	return postgres.GetJSON[[]storedChange](ctx, tx, "amendment", `
		select coalesce(jsonb_agg(h.change || jsonb_build_object('current', coalesce(t.version, 0), 'before', case when t.id is not null then `+controlContent(allCommittees, noAdviser)+` end)
			order by h.place), '[]')
		from plan_amendment m cross join jsonb_array_elements(m.changes) with ordinality as h (change, place)
		join control_plan p on p.organization_id = m.organization_id and p.id = m.plan_id
		left join control t on t.organization_id = m.organization_id and t.plan_id = m.plan_id and t.id = (h.change->>'controlId')::uuid
		where m.organization_id = $1 and m.id = $2`, organization, id)
}

func moveAmendment(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, to contract.AmendmentState) error {
	_, err := tx.ExecContext(ctx, `update plan_amendment set version = version + 1, state = $3 where organization_id = $1 and id = $2`, organization, id, to)
	return wrap("decide amendment", err)
}

// keepChanges keeps what an adopted amendment has changed, with the controls as they were.
func keepChanges(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, changes []storedChange) error {
	written, err := json.Marshal(changes)
	if err != nil {
		return fmt.Errorf("keep changes: %w", err)
	}
	_, err = tx.ExecContext(ctx, `update plan_amendment set changes = $3 where organization_id = $1 and id = $2`, organization, id, string(written))
	return wrap("keep changes", err)
}

func removeControls(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID, controls []uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `update control set version = version + 1, removed = true where organization_id = $1 and plan_id = $2 and id = any ($3)`,
		organization, plan, pq.Array(controls))
	return wrap("remove controls", err)
}

// deleteAhead takes away the checks of the controls for the periods that end from a day on, but for those that somebody has begun,
// and tells of each control the first day that they covered.
func deleteAhead(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, controls []uuid.UUID, from calendar.Date) (map[uuid.UUID]calendar.Date, error) {
	return postgres.GetJSON[map[uuid.UUID]calendar.Date](ctx, tx, "checks", `
		with gone as (
			delete from control_check k where k.organization_id = $1 and k.control_id = any ($2) and k.period_end >= $3 and `+isUntouched+`
			returning k.control_id, k.period_start
		)
		select coalesce(jsonb_object_agg(control_id, first), '{}') from (select control_id, min(period_start) as first from gone group by control_id) g`,
		organization, pq.Array(controls), from)
}

func writeReport(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID, content contract.PlanReportContent) error {
	_, err := tx.ExecContext(ctx, `
		insert into plan_report as q (organization_id, plan_id, judgement, text) values ($1, $2, $3, $4)
		on conflict (organization_id, plan_id) do update set judgement = excluded.judgement, text = excluded.text, version = q.version + 1`,
		organization, plan, content.Judgement, content.Text)
	return wrap("write report", err)
}

func reportPlan(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `update control_plan set state = 'reported' where organization_id = $1 and id = $2`, organization, id)
	return wrap("report plan", err)
}
