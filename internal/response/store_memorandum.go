package response

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/contract"
)

// memorandumObject gives row u of memorandum as the contract's Memorandum.
const memorandumObject = `jsonb_build_object('name', u.name, 'decisionLead', u.decision_lead, 'sections', (
	select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'kind', s.kind, 'heading', s.heading, 'version', s.version,
		'content', jsonb_build_object('text', s.text, 'includes', to_jsonb(s.includes))) order by s.position), '[]')
	from memorandum_section s where s.organization_id = u.organization_id and s.response_id = u.response_id))`

func insertMemorandum(ctx context.Context, tx *sqlx.Tx, organization, response uuid.UUID, memorandum contract.Memorandum, at time.Time) error {
	sections, err := json.Marshal(memorandum.Sections)
	if err != nil {
		return fmt.Errorf("begin memorandum: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		with begun as (
			insert into memorandum (organization_id, response_id, name, decision_lead, started_at) values ($1, $2, $3, $4, $5)
		)
		insert into memorandum_section (organization_id, id, response_id, position, kind, heading, text, includes)
		select $1, (s.given ->> 'id')::uuid, $2, s.position, s.given ->> 'kind', s.given ->> 'heading', s.given #>> '{content,text}',
			array(select jsonb_array_elements_text(s.given #> '{content,includes}'))
		from jsonb_array_elements($6::jsonb) with ordinality as s (given, position)`,
		organization, response, memorandum.Name, memorandum.DecisionLead, at, string(sections))
	return wrap("begin memorandum", err)
}

func deleteMemorandum(ctx context.Context, tx *sqlx.Tx, organization, response uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from memorandum where organization_id = $1 and response_id = $2`, organization, response)
	return wrap("delete memorandum", err)
}

func writeMemorandumSection(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.MemorandumSectionContent) error {
	_, err := tx.ExecContext(ctx, `
		update memorandum_section set version = version + 1, text = $3, includes = $4 where organization_id = $1 and id = $2`,
		organization, id, content.Text, pq.Array(content.Includes))
	return wrap("write memorandum section", err)
}

func responseOfMemorandumSection(ctx context.Context, tx *sqlx.Tx, organization, section uuid.UUID) (uuid.UUID, error) {
	return responseOf(ctx, tx, "memorandum_section", organization, section)
}
