package followup

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
	"uppsikt/internal/reading"
)

// MatchVerdicts puts beside each result of a follow-up audit the assignments that it may mean, of those the actor may see.
func (s *Service) MatchVerdicts(ctx context.Context, actor authz.Actor, read reading.VerdictReading) (contract.VerdictReading, error) {
	given, err := inContract(read)
	if err != nil || len(read.Results) == 0 {
		return given, err
	}
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		matches, err := candidates(ctx, tx, actor, s.today(), read.Results)
		if err != nil {
			return err
		}
		for i := range given.Results {
			if err := json.Unmarshal(matches[i], &given.Results[i].Candidates); err != nil {
				return fmt.Errorf("read candidates: %w", err)
			}
		}
		return nil
	})
	return given, err
}

// inContract: a reading has the contract's shape already but for its candidates.
func inContract(read reading.VerdictReading) (given contract.VerdictReading, err error) {
	written, err := json.Marshal(read)
	if err == nil {
		err = json.Unmarshal(written, &given)
	}
	if err != nil {
		return given, fmt.Errorf("give the reading: %w", err)
	}
	return given, nil
}
