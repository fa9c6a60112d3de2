package followup

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

const noteObject = `jsonb_build_object('id', t.id, 'version', t.version, 'content', jsonb_build_object('text', t.text, 'assignmentId', t.assignment_id),
	'by', jsonb_build_object('id', p.id, 'name', p.name), 'at', t.at)`

// note is a working note and the audit that it is about.
type note struct {
	Audit uuid.UUID
	Note  contract.WorkingNote
}

func listNotes(ctx context.Context, tx *sqlx.Tx, organization, audit uuid.UUID, limit, offset int) (contract.WorkingNotePage, error) {
	return postgres.GetJSON[contract.WorkingNotePage](ctx, tx, "notes", `
		with chosen as (select * from working_note where organization_id = $1 and audit_id = $2),
		page as (select * from chosen order by at desc, id limit $3 offset $4)
		select jsonb_build_object('total', (select count(*) from chosen),
			'items', coalesce((select jsonb_agg(`+noteObject+` order by t.at desc, t.id) from page t join account p on p.id = t.by), '[]'))`,
		organization, audit, limit, offset)
}

func loadNote(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (note, error) {
	return postgres.GetJSON[note](ctx, tx, "note", `
		select jsonb_build_object('Audit', t.audit_id, 'Note', `+noteObject+`)
		from working_note t join account p on p.id = t.by where t.organization_id = $1 and t.id = $2 for update of t`, organization, id)
}

// insertNote stores a note and tells whether it is new.
func insertNote(ctx context.Context, tx *sqlx.Tx, organization, audit uuid.UUID, added contract.NewWorkingNote, by uuid.UUID, at time.Time) (bool, error) {
	result, err := tx.ExecContext(ctx, `
		insert into working_note (organization_id, id, audit_id, assignment_id, text, by, at)
		select $1, $2, a.id, $4, $5, $6, $7 from audit a
		where a.organization_id = $1 and a.id = $3
		and ($4::uuid is null or exists (select from assignment g where g.organization_id = $1 and g.id = $4 and g.audit_id = a.id))
		on conflict (organization_id, id) do nothing`,
		organization, added.ID, audit, added.Content.AssignmentID, added.Content.Text, by, at)
	if err != nil {
		return false, fmt.Errorf("add note: %w", err)
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}

func writeNote(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, version int64, text string) error {
	result, err := tx.ExecContext(ctx, `update working_note set version = version + 1, text = $4
		where organization_id = $1 and id = $2 and version = $3`, organization, id, version, text)
	if err != nil {
		return fmt.Errorf("write note: %w", err)
	}
	if rows, err := result.RowsAffected(); err != nil || rows == 0 {
		return firstOf(err, fault.Stale())
	}
	return nil
}

func deleteNote(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, version int64) error {
	result, err := tx.ExecContext(ctx, `delete from working_note where organization_id = $1 and id = $2 and version = $3`, organization, id, version)
	if err != nil {
		return fmt.Errorf("delete note: %w", err)
	}
	if rows, err := result.RowsAffected(); err != nil || rows == 0 {
		return firstOf(err, fault.Stale())
	}
	return nil
}
