package controlplan

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
	"uppsikt/internal/sheetimport"
)

// Import reads risks and controls of a draft, and says what they do and what is wrong in them. All of it is stored, unless it is a preview
// or something is wrong.
func (s *Service) Import(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, file sheetimport.File) (result contract.SheetImport, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		from, err := tablesOf(file)
		if err != nil {
			return err
		}
		plan, err := s.open(ctx, tx, actor, id, version, mayEdit)
		if err != nil {
			return err
		}
		found := importInto(plan, from)
		isStored := !file.Preview && from.areRight()
		result = from.shown(found.tally, isStored)
		if !isStored || found.tally.Added+found.tally.Changed == 0 {
			return nil
		}
		return s.storeImport(ctx, tx, actor, plan, found)
	})
	return result, err
}

// storeImport writes one statement for each kind.
func (s *Service) storeImport(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, plan contract.ControlPlan, found imported) error {
	if err := found.checkSize(plan); err != nil {
		return err
	}
	if err := insertRisks(ctx, tx, actor.Organization, plan.ID, orNone(found.risks)); err != nil {
		return err
	}
	if err := updateRisks(ctx, tx, actor.Organization, plan.ID, orNone(found.writtenRisks)); err != nil {
		return err
	}
	if err := insertControls(ctx, tx, actor.Organization, plan.ID, orNone(found.controls)); err != nil {
		return err
	}
	if err := updateControls(ctx, tx, actor.Organization, plan.ID, orNone(found.writtenControls)); err != nil {
		return err
	}
	_, err := s.after(ctx, tx, actor, plan.ID, journal.Entry{
		Thing: "control_plan", ThingID: plan.ID, Action: "import",
		Before: map[string]any{"risks": plan.Risks, "controls": plan.Controls},
		After:  map[string]any{"risks": found.risks, "writtenRisks": found.writtenRisks, "controls": found.controls, "writtenControls": found.writtenControls},
	})
	return err
}

// orNone is an array also where there is nothing, for the database to take apart.
func orNone[T any](all []T) []T {
	if all == nil {
		return []T{}
	}
	return all
}
