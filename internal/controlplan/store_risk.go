package controlplan

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

func planOfRisk(ctx context.Context, tx *sqlx.Tx, organization, risk uuid.UUID) (plan uuid.UUID, err error) {
	err = tx.GetContext(ctx, &plan, `select plan_id from risk where organization_id = $1 and id = $2`, organization, risk)
	return plan, postgres.Translate(err, "risk")
}

func insertRisk(ctx context.Context, tx *sqlx.Tx, organization, plan uuid.UUID, added contract.NewRisk) error {
	content, err := json.Marshal(added.Content)
	if err != nil {
		return fmt.Errorf("add risk: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		with added as (
			insert into risk (organization_id, id, plan_id, number, common_risk_id, deviation_id, recommendation_id, title, category, cause, consequence,
				inherent_likelihood, inherent_consequence, current_likelihood, current_consequence, target_likelihood, target_consequence)
			select $1, $2, $3, coalesce((select max(number) from risk where organization_id = $1 and plan_id = $3), 0) + 1, $4, $6, $7,
				c->>'title', c->>'category', c->>'cause', c->>'consequence',
				(c->'inherent'->>'likelihood')::int, (c->'inherent'->>'consequence')::int, (c->'current'->>'likelihood')::int, (c->'current'->>'consequence')::int,
				(c->'target'->>'likelihood')::int, (c->'target'->>'consequence')::int
			from (select $5::jsonb as c) given
			returning organization_id, id
		)
		insert into risk_treatment (organization_id, risk_id, treatment, reason)
		select organization_id, id, t->>'treatment', t->>'reason' from added, jsonb_array_elements($5::jsonb->'treatments') t`,
		organization, added.ID, plan, added.CommonRiskID, string(content), added.DeviationID, added.RecommendationID)
	switch postgres.Constraint(err) {
	case "risk_common_once":
		return fault.Conflict("common_risk_taken_in", "the plan has taken the common risk in already").Because(err)
	case "risk_deviation_once":
		return fault.Conflict("deviation_taken_in", "the plan has a risk that comes from the deviation already").Because(err)
	case "risk_recommendation_once":
		return fault.Conflict("recommendation_taken_in", "the plan has a risk that comes from the recommendation already").Because(err)
	case "risk_pkey":
		return fault.Conflict("already_exists", "risk").Because(err)
	}
	return wrap("add risk", err)
}

// hasDeviation tells whether a deviation was noted in a plan of the plan's committee, or of one that it has succeeded.
func hasDeviation(ctx context.Context, tx *sqlx.Tx, organization, plan, deviation uuid.UUID) (has bool, err error) {
	err = tx.GetContext(ctx, &has, `select exists (
		select from control_plan p join deviation d on d.organization_id = p.organization_id and d.id = $3
		join control_plan e on e.organization_id = d.organization_id and e.id = d.plan_id
		where p.organization_id = $1 and p.id = $2 and current_committee($1, e.committee_id) = current_committee($1, p.committee_id))`,
		organization, plan, deviation)
	return has, wrap("look for the deviation", err)
}

func updateRisk(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.RiskContent) error {
	written, err := json.Marshal(content)
	if err != nil {
		return fmt.Errorf("write risk: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		with written as (
			update risk set version = version + 1, title = c->>'title', category = c->>'category', cause = c->>'cause', consequence = c->>'consequence',
				inherent_likelihood = (c->'inherent'->>'likelihood')::int, inherent_consequence = (c->'inherent'->>'consequence')::int,
				current_likelihood = (c->'current'->>'likelihood')::int, current_consequence = (c->'current'->>'consequence')::int,
				target_likelihood = (c->'target'->>'likelihood')::int, target_consequence = (c->'target'->>'consequence')::int
			from (select $3::jsonb as c) given where organization_id = $1 and id = $2
		), gone as (
			delete from risk_treatment where organization_id = $1 and risk_id = $2
				and treatment not in (select t->>'treatment' from jsonb_array_elements($3::jsonb->'treatments') t)
		)
		insert into risk_treatment (organization_id, risk_id, treatment, reason)
		select $1, $2, t->>'treatment', t->>'reason' from jsonb_array_elements($3::jsonb->'treatments') t
		on conflict (organization_id, risk_id, treatment) do update set reason = excluded.reason`, organization, id, string(written))
	return wrap("write risk", err)
}

func deleteRisk(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from risk where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete risk", err)
}

const commonRiskObject = `jsonb_build_object('id', c.id, 'version', c.version,
	'content', jsonb_build_object('year', c.year, 'title', c.title, 'category', c.category, 'cause', c.cause, 'consequence', c.consequence),
	'plans', (select count(*) from risk t where t.organization_id = c.organization_id and t.common_risk_id = c.id))`

const commonRiskStatement = `select ` + commonRiskObject + ` from common_risk c where c.organization_id = $1 and c.id = $2`

func loadCommonRisk(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.CommonRisk, error) {
	return postgres.GetJSON[contract.CommonRisk](ctx, tx, "common_risk", commonRiskStatement, organization, id)
}

func lockCommonRisk(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.CommonRisk, error) {
	return postgres.GetJSON[contract.CommonRisk](ctx, tx, "common_risk", commonRiskStatement+` for update`, organization, id)
}

func listCommonRisks(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, year *int, limit, offset int) (contract.CommonRiskPage, error) {
	return postgres.GetJSON[contract.CommonRiskPage](ctx, tx, "common_risks", `
		with chosen as (
			select c.*, row_number() over (order by c.year desc, c.title collate "sv-x-icu", c.id) as place
			from common_risk c where c.organization_id = $1 and ($2::int is null or c.year = $2)
		), page as (select * from chosen order by place limit $3 offset $4)
		select jsonb_build_object('total', (select count(*) from chosen),
			'items', coalesce((select jsonb_agg(`+commonRiskObject+` order by c.place) from page c), '[]'))`, organization, year, limit, offset)
}

func insertCommonRisk(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, added contract.NewCommonRisk) (bool, error) {
	c := added.Content
	result, err := tx.ExecContext(ctx, `
		insert into common_risk (organization_id, id, year, title, category, cause, consequence) values ($1, $2, $3, $4, $5, $6, $7)
		on conflict (organization_id, id) do nothing`, organization, added.ID, c.Year, c.Title, c.Category, c.Cause, c.Consequence)
	if err != nil {
		return false, fmt.Errorf("add common risk: %w", err)
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}

// updateCommonRisk words it anew in the drafts too; what is adopted stays as it was adopted.
func updateCommonRisk(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, c contract.CommonRiskContent) error {
	_, err := tx.ExecContext(ctx, `
		with common as (
			update common_risk set version = version + 1, year = $3, title = $4, category = $5, cause = $6, consequence = $7
			where organization_id = $1 and id = $2
		), drafts as (
			update risk r set version = r.version + 1, title = $4, category = $5, cause = $6, consequence = $7
			from control_plan p
			where r.organization_id = $1 and r.common_risk_id = $2 and p.organization_id = r.organization_id and p.id = r.plan_id and p.state = 'draft'
			returning r.plan_id
		)
		update control_plan set version = version + 1 where organization_id = $1 and id in (select plan_id from drafts)`,
		organization, id, c.Year, c.Title, c.Category, c.Cause, c.Consequence)
	return wrap("update common risk", err)
}

func deleteCommonRisk(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from common_risk where organization_id = $1 and id = $2`, organization, id)
	if postgres.Constraint(err) == "risk_common" {
		return fault.Conflict("common_risk_in_use", "a plan has taken it in").Because(err)
	}
	return wrap("delete common risk", err)
}

// loadScale is the organization's, or the program's own with version 0 until somebody has set one.
func loadScale(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID) (contract.RiskScale, error) {
	scale, err := postgres.GetJSON[contract.RiskScale](ctx, tx, "risk_scale",
		`select jsonb_build_object('version', s.version, 'content', s.content) from risk_scale s where s.organization_id = $1`, organization)
	if fault.Is(err, "not_found") {
		return contract.RiskScale{Content: defaultScale()}, nil
	}
	return scale, err
}

// setScale stores it if nobody was first: version is the one that the change is made upon.
func setScale(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, version int64, content contract.RiskScaleContent) error {
	written, err := json.Marshal(content)
	if err != nil {
		return fmt.Errorf("set scale: %w", err)
	}
	result, err := tx.ExecContext(ctx, `
		insert into risk_scale as s (organization_id, content) select $1, $3::jsonb
		where $2::bigint = 0 or exists (select from risk_scale where organization_id = $1)
		on conflict (organization_id) do update set content = excluded.content, version = s.version + 1 where s.version = $2`,
		organization, version, string(written))
	if err != nil {
		return fmt.Errorf("set scale: %w", err)
	}
	rows, err := result.RowsAffected()
	if err == nil && rows == 0 {
		return fault.Stale()
	}
	return err
}
