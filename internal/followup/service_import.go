package followup

import (
	"context"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
	"uppsikt/internal/response"
	"uppsikt/internal/sheetimport"
)

// Import reads the file and says what it holds, and what is wrong in it. All of it is stored in one transaction, unless it is
// a preview or something is wrong. What is there already is not added again.
func (s *Service) Import(ctx context.Context, actor authz.Actor, given sheetimport.File) (contract.FollowupImport, error) {
	tables, err := given.Tables()
	if err != nil {
		return contract.FollowupImport{}, err
	}
	table, err := importFrom(tables, given.Columns, actor)
	if err != nil {
		return contract.FollowupImport{}, err
	}
	var result contract.FollowupImport
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		planned, err := s.plan(ctx, tx, actor, table, !given.Preview)
		if err != nil {
			return err
		}
		added := planned.additions()
		result = shownImport(table, planned, added)
		if given.Preview || len(planned.faults) > 0 {
			return nil
		}
		result.Imported = true
		return s.addAll(ctx, tx, actor, added)
	})
	return result, err
}

// plan finds what there is to add to what is there. When it is to be added, others wait until it has been.
func (s *Service) plan(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, table importTable, isToBeAdded bool) (*planner, error) {
	if isToBeAdded {
		if err := lockImports(ctx, tx, actor.Organization); err != nil {
			return nil, err
		}
	}
	committees, err := importCommittees(ctx, tx, actor.Organization)
	if err != nil {
		return nil, err
	}
	titles, numbers := table.auditsNamed()
	stored, err := importAudits(ctx, tx, actor, titles, numbers)
	if err != nil {
		return nil, err
	}
	return plan(actor, s.today(), committees, stored, table), nil
}

// auditsNamed are the titles and registry numbers in the rows, as they are compared.
func (t importTable) auditsNamed() (titles, numbers []string) {
	places := t.places()
	seen := map[string]bool{}
	of := func(field contract.ImportField, row importedRow, into *[]string) {
		place, isThere := places[field]
		if !isThere {
			return
		}
		name := sheetimport.Barely(row.cells[place])
		if key := string(field) + name; name != "" && !seen[key] {
			seen[key] = true
			*into = append(*into, name)
		}
	}
	for _, row := range t.rows {
		of(contract.ImportFieldAudit, row, &titles)
		of(contract.ImportFieldAuditRegistryNumber, row, &numbers)
	}
	return titles, numbers
}

func shownImport(table importTable, planned *planner, added additions) contract.FollowupImport {
	return contract.FollowupImport{
		Columns: table.columns, Rows: len(table.rows), Sample: table.sample(), Adds: added.count(), FaultsTotal: len(planned.faults),
		Faults: append([]contract.ImportFault{}, planned.faults[:min(len(planned.faults), shownImportFault)]...),
	}
}

func (s *Service) addAll(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, added additions) error {
	now := s.Now()
	if err := storeParts(ctx, tx, actor, added, now); err != nil {
		return err
	}
	entries := added.entries(actor, now)
	registered, err := response.RegisterAll(ctx, tx, actor, added.registrations, now)
	if err != nil {
		return err
	}
	if err := addProgress(ctx, tx, actor.Organization, added.reports, actor.Account, now); err != nil {
		return err
	}
	if err := addVerdicts(ctx, tx, actor.Organization, added.verdicts, actor.Account, &actor.Account, now); err != nil {
		return err
	}
	return journal.WriteAll(ctx, tx, append(entries, registered...))
}
