package followup

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// What is said of many assignments at once is said of all or of none, and each has its own entry in the journal.

// ReportProgressOfMany adds the committee's word of each. Repeated ids change nothing.
func (s *Service) ReportProgressOfMany(ctx context.Context, actor authz.Actor, batch contract.ProgressBatch) (contract.BatchResult, error) {
	words := make([]word, len(batch.Items))
	for i, item := range batch.Items {
		if err := checkProgress(item.Report, s.today()); err != nil {
			return contract.BatchResult{}, inItem(i, "report", err)
		}
		words[i] = word{Assignment: item.AssignmentID, Version: item.Version, ID: item.Report.ID, Content: item.Report}
	}
	return s.ofMany(ctx, actor, "report_progress", words, func(ctx context.Context, tx *sqlx.Tx) ([]word, error) {
		left, err := s.admit(ctx, tx, actor, words, progressReports, mayReport)
		if err != nil {
			return nil, err
		}
		return left, addProgress(ctx, tx, actor.Organization, left, actor.Account, s.Now())
	})
}

// GiveVerdictOnMany adds the auditors' word on each, as GiveVerdict does on one.
func (s *Service) GiveVerdictOnMany(ctx context.Context, actor authz.Actor, batch contract.VerdictBatch) (contract.BatchResult, error) {
	words := make([]word, len(batch.Items))
	for i, item := range batch.Items {
		if err := checkVerdict(item.Verdict, s.today()); err != nil {
			return contract.BatchResult{}, inItem(i, "verdict", err)
		}
		words[i] = word{Assignment: item.AssignmentID, Version: item.Version, ID: item.Verdict.ID, Content: item.Verdict}
	}
	action, confirmedBy := judging(actor)
	return s.ofMany(ctx, actor, action, words, func(ctx context.Context, tx *sqlx.Tx) ([]word, error) {
		left, err := s.admit(ctx, tx, actor, words, verdicts, mayJudge)
		if err != nil {
			return nil, err
		}
		return left, addVerdicts(ctx, tx, actor.Organization, left, actor.Account, confirmedBy, s.Now())
	})
}

// ConfirmVerdictOnMany makes the latest open proposal on each the auditors' verdict.
func (s *Service) ConfirmVerdictOnMany(ctx context.Context, actor authz.Actor, batch contract.ConfirmationBatch) (contract.BatchResult, error) {
	words := make([]word, len(batch.Items))
	for i, item := range batch.Items {
		words[i] = word{Assignment: item.AssignmentID, Version: item.Version}
	}
	return s.ofMany(ctx, actor, "confirm_verdict", words, func(ctx context.Context, tx *sqlx.Tx) ([]word, error) {
		if _, err := s.admit(ctx, tx, actor, words, verdicts, mayJudge); err != nil {
			return nil, err
		}
		proposed, err := proposalsOn(ctx, tx, actor.Organization, assignmentsOf(words))
		if err != nil {
			return nil, err
		}
		if err := checkProposals(words, proposed); err != nil {
			return nil, err
		}
		return proposed, confirmVerdicts(ctx, tx, actor.Organization, assignmentsOf(proposed), idsOf(proposed), actor.Account, s.Now())
	})
}

// admit locks the assignments, asks the rules of each, and gives the words that are not said already.
func (s *Service) admit(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, words []word, table knownTable,
	may func(authz.Actor, contract.AssignmentSummary) error,
) ([]word, error) {
	if err := checkOnce(words); err != nil {
		return nil, err
	}
	found, err := lockMany(ctx, tx, actor, assignmentsOf(words))
	if err != nil {
		return nil, err
	}
	if err := checkEach(actor, words, found, may); err != nil {
		return nil, err
	}
	known, err := knownAmong(ctx, tx, table, actor.Organization, idsOf(words))
	if err != nil {
		return nil, err
	}
	left := without(words, known)
	return left, checkVersions(words, left, found)
}

// ofMany runs a use case that gives the words that are new, and writes the journal of each.
func (s *Service) ofMany(ctx context.Context, actor authz.Actor, action string, asked []word, fn func(context.Context, *sqlx.Tx) ([]word, error)) (contract.BatchResult, error) {
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		said, err := fn(ctx, tx)
		if err != nil || len(said) == 0 {
			return err
		}
		entries := make([]journal.Entry, len(said))
		for i, one := range said {
			entries[i] = s.entry(actor, "assignment", one.Assignment, action, nil, one.Content)
		}
		return journal.WriteAll(ctx, tx, entries)
	})
	return contract.BatchResult{Changed: len(asked)}, err
}

func idsOf(words []word) []uuid.UUID {
	ids := make([]uuid.UUID, len(words))
	for i, said := range words {
		ids[i] = said.ID
	}
	return ids
}

// without leaves out those whose ids are known.
func without(words []word, known []uuid.UUID) []word {
	isKnown := map[uuid.UUID]bool{}
	for _, id := range known {
		isKnown[id] = true
	}
	left := []word{}
	for _, said := range words {
		if !isKnown[said.ID] {
			left = append(left, said)
		}
	}
	return left
}
