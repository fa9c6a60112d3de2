package attachment

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

const selectPapers = `
	select a.id, a.name, a.media_type, a.size, a.sha256, a.paper_date, a.uploaded_by, p.name as uploader_name, a.uploaded_at, a.by_auditors, a.confidential_ground,
		case when a.audit_id is not null then 'audit' when a.assignment_id is not null then 'assignment'
			when a.measure_id is not null then 'measure' when a.check_id is not null then 'check'
			when a.deviation_id is not null then 'deviation' else 'response' end as thing,
		coalesce(a.audit_id, a.assignment_id, a.measure_id, a.response_id, a.check_id, a.deviation_id) as thing_id
	from attachment a join account p on p.id = a.uploaded_by
	where a.organization_id = $1`

// references are the columns that point at the things.
var references = map[contract.AttachedThing]string{
	contract.AttachedThingAudit: "audit_id", contract.AttachedThingAssignment: "assignment_id",
	contract.AttachedThingMeasure: "measure_id", contract.AttachedThingResponse: "response_id",
	contract.AttachedThingCheck: "check_id", contract.AttachedThingDeviation: "deviation_id",
}

// counted is how many papers there are for a reader, and how many are confidential to them.
type counted struct {
	Total   int
	LeftOut int `db:"left_out"`
}

// list reads a page by the papers' dates, the latest first, and how many there are.
func list(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, to To, seesMarked bool, limit, offset int) (papers []paper, found counted, err error) {
	const isSeen = `($3 or a.confidential_ground is null)`
	of := ` and a.` + references[to.Thing] + ` = $2`
	err = tx.GetContext(ctx, &found, `select count(*) filter (where `+isSeen+`) as total, count(*) filter (where not `+isSeen+`) as left_out
		from attachment a where a.organization_id = $1`+of, organization, to.ID, seesMarked)
	if err != nil {
		return nil, found, fmt.Errorf("count attachments: %w", err)
	}
	err = tx.SelectContext(ctx, &papers, selectPapers+of+` and `+isSeen+`
		order by a.paper_date desc nulls last, a.uploaded_at desc, a.id limit $4 offset $5`, organization, to.ID, seesMarked, limit, offset)
	return papers, found, wrap("list attachments", err)
}

func load(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (found paper, err error) {
	err = tx.GetContext(ctx, &found, selectPapers+` and a.id = $2`, organization, id)
	return found, postgres.Translate(err, "attachment")
}

// insert stores the paper's own row, whose size and hash are not known yet, and tells whether it is new.
func insert(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, upload Upload, name, mediaType string, by uuid.UUID, byAuditors bool, at time.Time) (bool, error) {
	result, err := tx.ExecContext(ctx, `
		insert into attachment (organization_id, id, `+references[upload.To.Thing]+`, name, media_type, size, sha256, paper_date,
			uploaded_by, uploaded_at, by_auditors)
		values ($1, $2, $3, $4, $5, 0, '', $6, $7, $8, $9)
		on conflict (organization_id, id) do nothing`,
		organization, upload.ID, upload.To.ID, name, mediaType, upload.PaperDate, by, at, byAuditors)
	if err != nil {
		return false, fmt.Errorf("insert attachment: %w", err)
	}
	rows, err := result.RowsAffected()
	return rows == 1, err
}

func insertRow(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, sequence int, content []byte) error {
	_, err := tx.ExecContext(ctx, `insert into attachment_part (organization_id, attachment_id, sequence, bytes) values ($1, $2, $3, $4)`,
		organization, id, sequence, content)
	return wrap("insert attachment's row", err)
}

func complete(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, size int64, sha256 []byte) error {
	_, err := tx.ExecContext(ctx, `update attachment set size = $3, sha256 = $4 where organization_id = $1 and id = $2`,
		organization, id, size, sha256)
	return wrap("complete attachment", err)
}

func remove(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from attachment where organization_id = $1 and id = $2`, organization, id)
	return wrap("delete attachment", err)
}

// onlyRead lets the transaction read and no more.
func onlyRead(ctx context.Context, tx *sqlx.Tx) error {
	_, err := tx.ExecContext(ctx, `set transaction read only`)
	return wrap("begin to read", err)
}

// writeRows writes each row as it comes from the server, which sends no faster than they are taken.
func writeRows(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, to io.Writer) error {
	rows, err := tx.QueryContext(ctx, `select bytes from attachment_part where organization_id = $1 and attachment_id = $2 order by sequence`,
		organization, id)
	if err != nil {
		return fmt.Errorf("read attachment's rows: %w", err)
	}
	defer rows.Close()
	for rows.Next() {
		var row []byte
		if err := rows.Scan(&row); err != nil {
			return fmt.Errorf("read attachment's row: %w", err)
		}
		if _, err := to.Write(row); err != nil {
			return fmt.Errorf("send attachment's row: %w", err)
		}
	}
	return wrap("read attachment's rows", rows.Err())
}

func wrap(what string, err error) error {
	if err != nil {
		return fmt.Errorf("%s: %w", what, err)
	}
	return nil
}
