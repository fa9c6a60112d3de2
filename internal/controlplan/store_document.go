package controlplan

import (
	"context"
	"crypto/sha256"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/postgres"
)

// countsInYear tells whether k of control_check counts in the year of the plan p on the day of the parameter: its period ends in it, or, where
// the plan has gone on, it has been performed or missed.
func countsInYear(today string) string {
	return `(extract(year from k.period_end) <= p.year or k.performed_at is not null or k.last_on < ` + today + `)`
}

// latestRecheck is z of recheck, the latest of the deviation d.
const latestRecheck = `left join lateral (select z.outcome, z.on_day from recheck z where z.organization_id = d.organization_id and z.deviation_id = d.id
	order by z.on_day desc, z.at desc limit 1) z on true`

func loadYear(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID, today calendar.Date) (year, error) {
	return postgres.GetJSON[year](ctx, tx, "control_plan", `
		select jsonb_build_object(
			'Checks', (select coalesce(jsonb_agg(jsonb_build_object('Control', k.control_id, 'PeriodStart', k.period_start, 'PeriodEnd', k.period_end,
					'Event', k.event, 'LastOn', k.last_on, 'IsMissed', k.performed_at is null and k.last_on < $3,
					'Outcome', case when k.performed_at is not null then k.outcome end, 'Population', k.population, 'PopulationOf', k.population_of,
					'Sample', k.sample, 'Deviating', k.deviating, 'Seen', k.seen, 'Done', k.done, 'Reason', k.reason, 'PerformedOn', k.performed_on)
					order by k.period_end, k.id), '[]')
				from control_check k where k.organization_id = p.organization_id and k.plan_id = p.id and `+countsInYear("$3")+`),
			'Deviations', (select coalesce(jsonb_agg(jsonb_build_object('Number', d.number, 'Control', t.number, 'What', d.what, 'Cause', d.cause,
					'Measure', d.measure, 'Function', d.function, 'Due', d.due, 'Progress', d.progress, 'Recheck', z.outcome, 'RecheckedOn', z.on_day)
					order by d.number), '[]')
				from deviation d
				join control_check k on k.organization_id = d.organization_id and k.id = d.check_id
				join control t on t.organization_id = k.organization_id and t.id = k.control_id
				`+latestRecheck+`
				where d.organization_id = p.organization_id and d.plan_id = p.id))
		from control_plan p where p.organization_id = $1 and p.id = $2`, organization, plan, today)
}

func loadSender(ctx context.Context, tx *sqlx.Tx, organization, committee uuid.UUID) (sender, error) {
	return postgres.GetJSON[sender](ctx, tx, "committee", `
		select jsonb_build_object('Organization', o.name, 'Committee', c.name,
			'Administrations', (select coalesce(jsonb_agg(m.name order by m.name collate "sv-x-icu"), '[]')
				from committee_administration x join administration m on m.organization_id = x.organization_id and m.id = x.administration_id
				where x.organization_id = c.organization_id and x.committee_id = c.id))
		from committee c join organization o on o.organization_id = c.organization_id
		where c.organization_id = $1 and c.id = $2`, organization, committee)
}

// hidesFrom tells whether a control or a risk of the plan is tied to a recommendation that is confidential to the actor.
func hidesFrom(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan uuid.UUID) (hides bool, err error) {
	committees, adviser := audit.SeenBy(actor)
	err = tx.GetContext(ctx, &hides, `select exists (
		select from control_plan p cross join lateral (select from `+tied+`
			where c.organization_id = p.organization_id and coalesce(c.confidential_ground, a.confidential_ground) is not null
				and c.id in (select x.recommendation_id from control t join control_recommendation x on x.organization_id = t.organization_id and x.control_id = t.id
						where t.organization_id = p.organization_id and t.plan_id = p.id
					union all select r.recommendation_id from risk r where r.organization_id = p.organization_id and r.plan_id = p.id)
				and not (`+audit.IsAssignmentSeen("$3", "$4")+`)) hidden
		where p.organization_id = $1 and p.id = $2)`,
		actor.Organization, plan, committees, adviser)
	return hides, wrap("look for what is confidential", err)
}

// edition is what was decided, as it was rendered.
type edition struct {
	Part       decision.Part
	Decision   uuid.UUID
	PDF        []byte
	RenderedAt time.Time
}

func storeEdition(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID, kept edition) error {
	sum := sha256.Sum256(kept.PDF)
	_, err := tx.ExecContext(ctx, `insert into plan_edition (organization_id, plan_id, decision_id, part, pdf, sha256, rendered_at) values ($1, $2, $3, $4, $5, $6, $7)`,
		organization, plan, kept.Decision, kept.Part, kept.PDF, sum[:], kept.RenderedAt)
	return wrap("keep the document", err)
}

// loadEdition reads the bytes of a part; a decision that they are not of is not found.
func loadEdition(ctx context.Context, tx *sqlx.Tx, organization, plan, decision uuid.UUID, part contract.PlanDocumentPart) (pdf []byte, err error) {
	err = tx.GetContext(ctx, &pdf, `select pdf from plan_edition where organization_id = $1 and plan_id = $2 and decision_id = $3 and part = $4`,
		organization, plan, decision, part)
	return pdf, postgres.Translate(err, "edition")
}
