package indicator

import (
	"context"
	"io"
	"maps"
	"slices"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

// Import reads figures of a committee's indicators, and says what they do and what is wrong in them. All of it is stored, unless
// it is a preview or something is wrong.
func (s *Service) Import(ctx context.Context, actor authz.Actor, committee uuid.UUID, file sheetimport.File) (contract.SheetImport, error) {
	var result contract.SheetImport
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := committeeExists(ctx, tx, actor.Organization, committee); err != nil {
			return err
		}
		if err := mayEdit(actor, committee); err != nil {
			return err
		}
		rows, err := file.Table(sheetFields)
		if err != nil {
			return err
		}
		indicators, err := lockAllOf(ctx, tx, actor, committee)
		if err != nil {
			return err
		}
		found := importInto(indicators, rows)
		isStored := !file.Preview && rows.IsRight()
		result = rows.Shown(found.tally, isStored)
		if !isStored {
			return nil
		}
		return s.storeImport(ctx, tx, actor, committee, found)
	})
	return result, err
}

func (s *Service) storeImport(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, committee uuid.UUID, found imported) error {
	if _, err := insert(ctx, tx, actor.Organization, committee, found.added); err != nil {
		return err
	}
	if err := addFigures(ctx, tx, actor.Organization, found.figures); err != nil {
		return err
	}
	if err := raise(ctx, tx, actor.Organization, slices.Collect(maps.Keys(found.figures))...); err != nil {
		return err
	}
	return s.journal(ctx, tx, actor, found.entries()...)
}

func (i imported) entries() (entries []journal.Entry) {
	for _, added := range i.added {
		entries = append(entries, journal.Entry{ThingID: added.ID, Action: "add", After: added})
	}
	for id, figures := range i.figures {
		entries = append(entries, journal.Entry{ThingID: id, Action: "import_figures", After: figures})
	}
	return entries
}

// Export writes a committee's indicators as a workbook that Import reads.
func (s *Service) Export(ctx context.Context, actor authz.Actor, committee uuid.UUID, to io.Writer) error {
	var indicators []contract.Indicator
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		if err := committeeExists(ctx, tx, actor.Organization, committee); err != nil {
			return err
		}
		indicators, err = allOf(ctx, tx, actor, committee)
		return err
	})
	if err != nil {
		return err
	}
	return spreadsheet.WriteWorkbook(to, []spreadsheet.Sheet{table(indicators, s.Now())})
}
