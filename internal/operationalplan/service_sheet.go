package operationalplan

import (
	"context"
	"io"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

// Import reads actions of a draft, and says what they do and what is wrong in them. All of it is stored, unless it is a preview
// or something is wrong.
func (s *Service) Import(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, file sheetimport.File) (contract.SheetImport, error) {
	table, err := file.Table(sheetFields)
	if err != nil {
		return contract.SheetImport{}, err
	}
	var result contract.SheetImport
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		plan, err := lockPlan(ctx, tx, actor, id)
		if err != nil {
			return err
		}
		if err := mayEdit(actor, plan); err != nil {
			return err
		}
		if err := stale(plan.Version, version); err != nil {
			return err
		}
		known, err := committees(ctx, tx, actor.Organization)
		if err != nil {
			return err
		}
		found := importInto(plan, table, known)
		isStored := !file.Preview && table.IsRight()
		result = table.Shown(found.tally, isStored)
		if !isStored {
			return nil
		}
		return s.storeImport(ctx, tx, actor, plan, found)
	})
	return result, err
}

func (s *Service) storeImport(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan contract.OperationalPlan, found imported) error {
	if len(found.added)+len(found.changed) == 0 {
		return nil
	}
	if len(plan.Actions)+len(found.added) > mostActions {
		return tooManyActions()
	}
	if err := insertActions(ctx, tx, actor.Organization, plan.ID, found.added); err != nil {
		return err
	}
	if err := updateActions(ctx, tx, actor, plan.ID, found.changed); err != nil {
		return err
	}
	if err := placeActions(ctx, tx, actor.Organization, placed(found.after(plan))); err != nil {
		return err
	}
	_, err := s.after(ctx, tx, actor, plan.ID, found.entries()...)
	return err
}

func (i imported) entries() (entries []journal.Entry) {
	for _, action := range i.added {
		entries = append(entries, journal.Entry{Thing: "plan_action", ThingID: action.ID, Action: "add", After: action})
	}
	for _, action := range i.changed {
		entries = append(entries, journal.Entry{Thing: "plan_action", ThingID: action.ID, Action: "write", Before: i.before[action.ID], After: action.Content})
	}
	return entries
}

// Export writes the plan as a workbook that Import reads, with what has been reported on a sheet of its own.
func (s *Service) Export(ctx context.Context, actor authz.Actor, id uuid.UUID, to io.Writer) (plan contract.OperationalPlan, err error) {
	var known []namedCommittee
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if plan, err = readable(ctx, tx, actor, id); err != nil {
			return err
		}
		known, err = committees(ctx, tx, actor.Organization)
		return err
	})
	if err != nil {
		return plan, err
	}
	return plan, spreadsheet.WriteWorkbook(to, sheets(plan, shortNames(known), s.Now()))
}
