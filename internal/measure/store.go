package measure

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// Object is the SQL that gives the row m of measure as the contract's Measure.
const Object = `jsonb_build_object('id', m.id, 'version', m.version, 'content', jsonb_build_object('what', m.what, 'function', m.function,
	'start', case when m.start_words is not null then jsonb_build_object('words', m.start_words, 'precision', m.start_precision, 'lastDay', m.start_last_day) end,
	'ready', case when m.ready_words is not null then jsonb_build_object('words', m.ready_words, 'precision', m.ready_precision, 'lastDay', m.ready_last_day) end),
	'confidentialGround', ` + confidentiality.MeasureGround + `, 'hidden', false)`

// HiddenParts is the SQL of what takes the place of a measure's words, and of what has become of it, for whoever may not see it.
const HiddenParts = `'{"content": {"what": "", "function": "", "start": null, "ready": null}, "progress": "not_started", "ready": null,
	"person": null, "reports": [], "hidden": true}'::jsonb`

// Add stores measures last in an answer. Those whose id exists stay as they are.
func Add(ctx context.Context, tx *sqlx.Tx, organization, committee, answer uuid.UUID, measures []contract.NewMeasure) error {
	written, err := json.Marshal(measures)
	if err != nil {
		return fmt.Errorf("add measures: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		insert into measure (organization_id, id, committee_id, answer_id, position, what, function,
			start_words, start_precision, start_last_day, ready_words, ready_precision, ready_last_day)
		select $1, (value->>'id')::uuid, $2, $3, place + coalesce((select max(position) from measure where organization_id = $1 and answer_id = $3), 0),
			c->>'what', c->>'function',
			c#>>'{start,words}', c#>>'{start,precision}', (c#>>'{start,lastDay}')::date,
			c#>>'{ready,words}', c#>>'{ready,precision}', (c#>>'{ready,lastDay}')::date
		from jsonb_array_elements($4) with ordinality as t (value, place), lateral (select value->'content' as c) as content
		on conflict (organization_id, id) do nothing`,
		organization, committee, answer, string(written))
	if err != nil {
		return fmt.Errorf("add measures: %w", err)
	}
	return nil
}

// OfAnswer is a measure to be added to an answer.
type OfAnswer struct {
	Committee uuid.UUID           `json:"committee"`
	Answer    uuid.UUID           `json:"answer"`
	Measure   contract.NewMeasure `json:"measure"`
}

// AddToAnswers stores measures of many answers that have none, in their order: 422 where an id is another measure's.
func AddToAnswers(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, measures []OfAnswer) error {
	if len(measures) == 0 {
		return nil
	}
	written, err := json.Marshal(measures)
	if err != nil {
		return fmt.Errorf("add measures: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		insert into measure (organization_id, id, committee_id, answer_id, position, what, function,
			start_words, start_precision, start_last_day, ready_words, ready_precision, ready_last_day)
		select $1, (value#>>'{measure,id}')::uuid, (value->>'committee')::uuid, (value->>'answer')::uuid, place, c->>'what', c->>'function',
			c#>>'{start,words}', c#>>'{start,precision}', (c#>>'{start,lastDay}')::date,
			c#>>'{ready,words}', c#>>'{ready,precision}', (c#>>'{ready,lastDay}')::date
		from jsonb_array_elements($2) with ordinality as t (value, place), lateral (select value#>'{measure,content}' as c) as content`,
		organization, string(written))
	if postgres.Constraint(err) == "measure_pkey" {
		return fault.InvalidField("/answers", "already_used", "").Because(err)
	}
	if err != nil {
		return fmt.Errorf("add measures: %w", err)
	}
	return nil
}

// Write replaces a measure's content: 404 where there is none, 412 where somebody else was first. It gives the version.
func Write(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, version int64, content contract.MeasureContent) (int64, error) {
	start, ready := columns(content.Start), columns(content.Ready)
	result, err := tx.ExecContext(ctx, `
		update measure set version = version + 1, what = $4, function = $5, start_words = $6, start_precision = $7, start_last_day = $8,
			ready_words = $9, ready_precision = $10, ready_last_day = $11
		where organization_id = $1 and id = $2 and version = $3`,
		organization, id, version, content.What, content.Function, start.words, start.precision, start.lastDay,
		ready.words, ready.precision, ready.lastDay)
	return version + 1, oneRow(result, err)
}

// Delete takes a measure out of a draft: 412 where somebody else was first.
func Delete(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, version int64) error {
	result, err := tx.ExecContext(ctx, `delete from measure where organization_id = $1 and id = $2 and version = $3`, organization, id, version)
	return oneRow(result, err)
}

// Replace makes an answer's measures those given, keeping the identity of the ones that stay.
func Replace(ctx context.Context, tx *sqlx.Tx, organization, committee, answer uuid.UUID, measures []contract.NewMeasure) error {
	written, err := json.Marshal(measures)
	if err != nil {
		return fmt.Errorf("replace measures: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		with given as (select (value->>'id')::uuid as id, place, value->'content' as c
			from jsonb_array_elements($3) with ordinality as t (value, place)),
		gone as (delete from measure where organization_id = $1 and answer_id = $2 and id not in (select id from given))
		update measure m set version = m.version + 1, position = place, what = c->>'what', function = c->>'function',
			start_words = c#>>'{start,words}', start_precision = c#>>'{start,precision}', start_last_day = (c#>>'{start,lastDay}')::date,
			ready_words = c#>>'{ready,words}', ready_precision = c#>>'{ready,precision}', ready_last_day = (c#>>'{ready,lastDay}')::date
		from given where m.organization_id = $1 and m.answer_id = $2 and m.id = given.id`,
		organization, answer, string(written))
	if err != nil {
		return fmt.Errorf("replace measures: %w", err)
	}
	return Add(ctx, tx, organization, committee, answer, measures)
}

type dateColumns struct {
	words     *string
	precision *contract.Precision
	lastDay   any
}

func columns(date *contract.ApproximateDate) dateColumns {
	if date == nil {
		return dateColumns{}
	}
	return dateColumns{&date.Words, date.Precision, date.LastDay}
}

func oneRow(result interface{ RowsAffected() (int64, error) }, err error) error {
	if err != nil {
		return fmt.Errorf("write measure: %w", err)
	}
	rows, err := result.RowsAffected()
	if err == nil && rows == 0 {
		return fault.Stale()
	}
	return err
}
