package indicator

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// Fragments of SQL: $1 is the organization, $2 the committees whose drafts of control plans the reader sees, $3 and $4 the
// reader's as audit.SeenBy has them.
// nameable is what an indicator may speak of and the reader sees, of the risks r, controls t and recommendations c that the
// conditions choose. A recommendation is named once for each committee that it is given to.
func nameable(risks, controls, recommendations string) string {
	return `(
		select 'risk' as thing, r.id, 'R' || r.number || ' ' || r.title as name, r.plan_id, null::uuid as assignment_id, null::uuid[] as given_to
			from risk r join control_plan p on p.organization_id = r.organization_id and p.id = r.plan_id
			where r.organization_id = $1 and ` + risks + ` and (p.state <> 'draft' or p.committee_id = any ($2))
		union all
		select 'control', t.id, 'K' || t.number || ' ' || t.title, t.plan_id, null, null
			from control t join control_plan p on p.organization_id = t.organization_id and p.id = t.plan_id
			where t.organization_id = $1 and ` + controls + ` and (p.state <> 'draft' or p.committee_id = any ($2))
		union all
		select 'recommendation', c.id, a.title || ', ' || c.number, null, g.id, array[g.committee_id, g.holder_id]
			from ` + audit.SeenAssignments("$3", "$4") + ` and g.organization_id = $1 and ` + recommendations + `)`
}

var (
	// spokenOf are the things that the link j of indicator_subject leads to.
	spokenOf = nameable(`r.id = j.risk_id`, `t.id = j.control_id`, `c.id = j.recommendation_id`)

	// named are the things that the indicator i speaks of.
	named = `select distinct on (o.thing, o.id) o.thing, o.id, o.name, o.plan_id, o.assignment_id
		from indicator_subject j cross join lateral ` + spokenOf + ` o
		where j.organization_id = i.organization_id and j.indicator_id = i.id
		order by o.thing, o.id, i.committee_id = any (o.given_to) desc`

	object = `jsonb_build_object('id', i.id, 'version', i.version, 'committeeId', i.committee_id,
		'content', jsonb_build_object('name', i.name, 'description', i.description, 'unit', i.unit, 'direction', i.direction,
			'baseline', i.baseline, 'baselineWords', i.baseline_words,
			'subjects', (select coalesce(jsonb_agg(jsonb_build_object('thing', s.thing, 'id', s.id) order by s.thing, s.name, s.id), '[]') from (` + named + `) s)),
		'figures', (select coalesce(jsonb_agg(jsonb_build_object('series', v.series, 'periodStart', v.period_start, 'periodEnd', v.period_end,
				'value', v.value, 'answers', v.answers) order by v.series collate "sv-x-icu", v.period_start, v.period_end), '[]')
			from indicator_value v where v.organization_id = i.organization_id and v.indicator_id = i.id),
		'subjectNames', (select coalesce(jsonb_agg(jsonb_build_object('thing', s.thing, 'id', s.id, 'name', s.name, 'planId', s.plan_id, 'assignmentId', s.assignment_id)
			order by s.thing, s.name, s.id), '[]') from (` + named + `) s))`
)

func reader(actor authz.Actor) []any {
	committees, adviser := audit.SeenBy(actor)
	return []any{actor.Organization, pq.Array(actor.CommitteesWhere(authz.ControlPlanDraft)), committees, adviser}
}

func load(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (contract.Indicator, error) {
	return postgres.GetJSON[contract.Indicator](ctx, tx, "indicator", `select `+object+` from indicator i where i.organization_id = $1 and i.id = $5`,
		append(reader(actor), id)...)
}

// lock is load that keeps others from changing the indicator until the transaction ends.
func lock(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (contract.Indicator, error) {
	return postgres.GetJSON[contract.Indicator](ctx, tx, "indicator", `select `+object+` from indicator i where i.organization_id = $1 and i.id = $5 for no key update`,
		append(reader(actor), id)...)
}

// Filter of the list: each nil does not filter.
type Filter struct {
	Committee *uuid.UUID
	Subject   *contract.IndicatorSubject
}

func list(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, filter Filter, limit, offset int) (contract.IndicatorPage, error) {
	var thing *contract.IndicatorThing
	var id *uuid.UUID
	if filter.Subject != nil {
		thing, id = &filter.Subject.Thing, &filter.Subject.ID
	}
	return postgres.GetJSON[contract.IndicatorPage](ctx, tx, "indicators", `
		with chosen as (
			select i.*, row_number() over (order by k.name collate "sv-x-icu", i.name collate "sv-x-icu", i.id) as place
			from indicator i join committee k on k.organization_id = i.organization_id and k.id = i.committee_id
			where i.organization_id = $1 and ($5::uuid is null or i.committee_id = $5)
				and ($7::uuid is null or exists (select from (`+named+`) s where s.id = $7 and s.thing = $6))
		), page as (select * from chosen order by place limit $8 offset $9)
		select jsonb_build_object('total', (select count(*) from chosen),
			'items', coalesce((select jsonb_agg(`+object+` order by i.place) from page i), '[]'))`,
		append(reader(actor), filter.Committee, thing, id, limit, offset)...)
}

// lockAllOf are a committee's indicators, kept from being changed by others until the transaction ends.
func lockAllOf(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, committee uuid.UUID) ([]contract.Indicator, error) {
	if _, err := tx.ExecContext(ctx, `select from indicator where organization_id = $1 and committee_id = $2 for no key update`, actor.Organization, committee); err != nil {
		return nil, fmt.Errorf("lock indicators: %w", err)
	}
	return allOf(ctx, tx, actor, committee)
}

func allOf(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, committee uuid.UUID) ([]contract.Indicator, error) {
	return postgres.GetJSON[[]contract.Indicator](ctx, tx, "indicators", `select coalesce(jsonb_agg(`+object+` order by i.name collate "sv-x-icu", i.id), '[]')
		from indicator i where i.organization_id = $1 and i.committee_id = $5`, append(reader(actor), committee)...)
}

func committeeExists(ctx context.Context, tx *sqlx.Tx, organization, committee uuid.UUID) error {
	var found bool
	err := tx.GetContext(ctx, &found, `select true from committee where organization_id = $1 and id = $2`, organization, committee)
	return postgres.Translate(err, "committee")
}

// subjectsAmong are those of the subjects that the actor sees.
func subjectsAmong(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, asked []contract.IndicatorSubject) ([]contract.IndicatorSubject, error) {
	ids := make([]uuid.UUID, len(asked))
	for i, subject := range asked {
		ids[i] = subject.ID
	}
	return postgres.GetJSON[[]contract.IndicatorSubject](ctx, tx, "subjects", `
		select coalesce(jsonb_agg(distinct jsonb_build_object('thing', o.thing, 'id', o.id)), '[]')
		from `+nameable(`r.id = any ($5)`, `t.id = any ($5)`, `c.id = any ($5)`)+` o`,
		append(reader(actor), pq.Array(ids))...)
}

// insert stores indicators of a committee; an id that is there already changes nothing.
func insert(ctx context.Context, tx *sqlx.Tx, organization, committee uuid.UUID, added []newIndicator) (isNew bool, err error) {
	if len(added) == 0 {
		return false, nil
	}
	written, err := json.Marshal(added)
	if err != nil {
		return false, fmt.Errorf("add indicators: %w", err)
	}
	result, err := tx.ExecContext(ctx, `
		insert into indicator (organization_id, id, committee_id, name, description, unit, direction, baseline, baseline_words)
		select $1, (value->>'id')::uuid, $2, c->>'name', c->>'description', c->>'unit', c->>'direction', (c->>'baseline')::numeric, c->>'baselineWords'
		from jsonb_array_elements($3) value, lateral (select value->'content' as c) content
		on conflict (organization_id, id) do nothing`, organization, committee, string(written))
	if err != nil {
		return false, nameFault("add indicators", err)
	}
	rows, err := result.RowsAffected()
	return rows > 0, err
}

// newIndicator is one to be stored.
type newIndicator struct {
	ID      uuid.UUID                 `json:"id"`
	Content contract.IndicatorContent `json:"content"`
}

func update(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, c contract.IndicatorContent) error {
	_, err := tx.ExecContext(ctx, `
		update indicator set name = $3, description = $4, unit = $5, direction = $6, baseline = $7, baseline_words = $8 where organization_id = $1 and id = $2`,
		organization, id, c.Name, c.Description, c.Unit, c.Direction, c.Baseline, c.BaselineWords)
	return nameFault("write indicator", err)
}

func nameFault(doing string, err error) error {
	switch postgres.Constraint(err) {
	case "indicator_name":
		return fault.InvalidField("/content/name", "already_used", "").Because(err)
	case "indicator_committee":
		return fault.InvalidField("/committeeId", "unknown_committee", "").Because(err)
	}
	return wrap(doing, err)
}

// setSubjects makes the given ones those that the indicator speaks of, among those that the actor sees; others stay.
func setSubjects(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, subjects []contract.IndicatorSubject) error {
	written, err := json.Marshal(subjects)
	if err != nil {
		return fmt.Errorf("set subjects: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		with given as (select (value->>'id')::uuid as id, value->>'thing' as thing from jsonb_array_elements($6) value), gone as (
			delete from indicator_subject j where j.organization_id = $1 and j.indicator_id = $5
				and exists (select from `+spokenOf+` o)
				and not exists (select from given where given.id = coalesce(j.risk_id, j.control_id, j.recommendation_id))
		)
		insert into indicator_subject (organization_id, indicator_id, risk_id, control_id, recommendation_id)
		select $1, $5, case thing when 'risk' then id end, case thing when 'control' then id end, case thing when 'recommendation' then id end from given
		on conflict do nothing`, append(reader(actor), id, string(written))...)
	return wrap("set subjects", err)
}

// setFigures makes the given figures all of the indicator's.
func setFigures(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, figures []contract.Figure) error {
	written, err := json.Marshal(figures)
	if err != nil {
		return fmt.Errorf("set figures: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		with given as (`+givenFigures+`), gone as (
			delete from indicator_value v where v.organization_id = $1 and v.indicator_id = $2
				and not exists (select from given where given.series = v.series and given.starts = v.period_start and given.ends = v.period_end)
		)
		`+putFigures, organization, id, string(written))
	return wrap("set figures", err)
}

// addFigures stores figures beside those that there are, in the place of those of the same series and period.
func addFigures(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, added map[uuid.UUID][]contract.Figure) error {
	written, err := json.Marshal(added)
	if err != nil {
		return fmt.Errorf("add figures: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		insert into indicator_value (organization_id, indicator_id, series, period_start, period_end, value, answers)
		select $1, of.key::uuid, v->>'series', (v->>'periodStart')::date, (v->>'periodEnd')::date, (v->>'value')::numeric, (v->>'answers')::int
		from jsonb_each($2) of, jsonb_array_elements(of.value) v
		on conflict (organization_id, indicator_id, series, period_start, period_end) do update set value = excluded.value, answers = excluded.answers`,
		organization, string(written))
	return wrap("add figures", err)
}

const (
	givenFigures = `select v->>'series' as series, (v->>'periodStart')::date as starts, (v->>'periodEnd')::date as ends, (v->>'value')::numeric as value, (v->>'answers')::int as answers
		from jsonb_array_elements($3) v`
	putFigures = `insert into indicator_value (organization_id, indicator_id, series, period_start, period_end, value, answers)
		select $1, $2, series, starts, ends, value, answers from given
		on conflict (organization_id, indicator_id, series, period_start, period_end) do update set value = excluded.value, answers = excluded.answers`
)

func raise(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, ids ...uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `update indicator set version = version + 1 where organization_id = $1 and id = any ($2)`, organization, pq.Array(ids))
	return wrap("raise indicators", err)
}

func remove(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from indicator where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete indicator", err)
}

func wrap(doing string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", doing, err)
	}
	return nil
}
