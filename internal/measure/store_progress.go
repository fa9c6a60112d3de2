package measure

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
)

// LastDay is the SQL of the day after which the row m of measure is late: the new date's, else the decided one's.
const LastDay = `case when m.new_ready_words is null then m.ready_last_day else m.new_ready_last_day end`

// FollowedObject is the SQL that gives the row m of measure as the contract's FollowedMeasure. Whether it is overdue and
// what the reader may do is left to the caller.
const FollowedObject = Object + ` || jsonb_build_object('progress', m.progress,
	'ready', case when m.new_ready_words is not null then
			jsonb_build_object('words', m.new_ready_words, 'precision', m.new_ready_precision, 'lastDay', m.new_ready_last_day)
		when m.ready_words is not null then
			jsonb_build_object('words', m.ready_words, 'precision', m.ready_precision, 'lastDay', m.ready_last_day) end,
	'person', (select jsonb_build_object('id', p.id, 'name', p.name) from account p where p.id = m.person_id),
	'reports', (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'progress', t.progress, 'done', t.done, 'effect', t.effect, 'on', t.on_day,
			'newReady', case when t.new_ready_words is not null then
				jsonb_build_object('words', t.new_ready_words, 'precision', t.new_ready_precision, 'lastDay', t.new_ready_last_day) end,
			'reason', t.reason, 'by', jsonb_build_object('id', p.id, 'name', p.name), 'at', t.at) order by t.on_day, t.at), '[]')
		from measure_report t join account p on p.id = t.by where t.organization_id = m.organization_id and t.measure_id = m.id))`

// Report adds a report to a measure and lets the latest one speak for it. The caller has locked the measure.
func Report(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, report contract.NewMeasureReport, by uuid.UUID, at time.Time) error {
	ready := columns(report.NewReady)
	_, err := tx.ExecContext(ctx, `
		insert into measure_report (organization_id, id, measure_id, progress, done, effect, on_day,
			new_ready_words, new_ready_precision, new_ready_last_day, reason, by, at)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
		organization, report.ID, id, report.Progress, report.Done, report.Effect, report.On,
		ready.words, ready.precision, ready.lastDay, report.Reason, by, at)
	if err != nil {
		return fmt.Errorf("report measure: %w", err)
	}
	_, err = tx.ExecContext(ctx, `
		update measure m set version = version + 1,
			progress = (select t.progress from measure_report t
				where t.organization_id = m.organization_id and t.measure_id = m.id order by t.on_day desc, t.at desc limit 1),
			(new_ready_words, new_ready_precision, new_ready_last_day) = (
				select t.new_ready_words, t.new_ready_precision, t.new_ready_last_day from measure_report t
				where t.organization_id = m.organization_id and t.measure_id = m.id and t.new_ready_words is not null order by t.at desc limit 1)
		where m.organization_id = $1 and m.id = $2`, organization, id)
	if err != nil {
		return fmt.Errorf("let the latest report speak: %w", err)
	}
	return nil
}

// Give makes a measure a person's to report on; nil takes it back. The caller has locked the measure.
func Give(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, person *uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `update measure set version = version + 1, person_id = $3 where organization_id = $1 and id = $2`,
		organization, id, person)
	if err != nil {
		return fmt.Errorf("give measure: %w", err)
	}
	return nil
}
