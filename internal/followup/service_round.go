package followup

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/postgres"
)

// Rounds lists the auditors' rounds, open ones first.
func (s *Service) Rounds(ctx context.Context, actor authz.Actor, limit, offset int) (page contract.RoundPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = listRounds(ctx, tx, actor.Organization, limit, offset)
		return err
	})
	return page, err
}

// Round reads one round.
func (s *Service) Round(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.Round, error) {
	return s.giveRound(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Round, error) {
		return loadRound(ctx, tx, actor, id, s.today())
	})
}

// StartRound asks the committees. A repeated id gives the round first begun.
func (s *Service) StartRound(ctx context.Context, actor authz.Actor, added contract.NewRound) (contract.Round, error) {
	if err := checkRound(added.Content); err != nil {
		return contract.Round{}, err
	}
	return s.giveRound(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Round, error) {
		isNew, err := insertRound(ctx, tx, actor.Organization, added, actor.Account, s.Now())
		if err != nil {
			return contract.Round{}, err
		}
		if !isNew {
			return loadRound(ctx, tx, actor, added.ID, s.today())
		}
		if err := askOf(ctx, tx, actor.Organization, added.ID, added.Content.AssignmentIds); err != nil {
			return contract.Round{}, err
		}
		return s.afterRound(ctx, tx, actor, added.ID, "start", nil, added.Content)
	})
}

// UpdateRound changes what is asked, of which assignments and by when.
func (s *Service) UpdateRound(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.RoundContent) (contract.Round, error) {
	if err := checkRound(content); err != nil {
		return contract.Round{}, err
	}
	return s.changeRound(ctx, actor, id, version, "update", mayEditRound, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := updateRound(ctx, tx, actor.Organization, id, content); err != nil {
			return err
		}
		return askOf(ctx, tx, actor.Organization, id, content.AssignmentIds)
	})
}

// CloseRound ends the asking: what is said later no longer counts to it.
func (s *Service) CloseRound(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.Round, error) {
	now := s.Now()
	return s.moveRound(ctx, actor, id, version, "close", mayEditRound, &now)
}

// ReopenRound takes a closing back.
func (s *Service) ReopenRound(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.Round, error) {
	return s.moveRound(ctx, actor, id, version, "reopen", mayReopen, nil)
}

func (s *Service) moveRound(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, action string,
	may func(authz.Actor, contract.Round) error, closed *time.Time,
) (contract.Round, error) {
	return s.changeRound(ctx, actor, id, version, action, may, func(ctx context.Context, tx *sqlx.Tx) error {
		return closeRound(ctx, tx, actor.Organization, id, closed)
	})
}

// changeRound changes a round whose version is the one last read.
func (s *Service) changeRound(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, action string,
	may func(authz.Actor, contract.Round) error, apply func(context.Context, *sqlx.Tx) error,
) (contract.Round, error) {
	return s.giveRound(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Round, error) {
		before, err := lockRound(ctx, tx, actor, id, s.today())
		if err != nil {
			return before, err
		}
		if err := may(actor, before); err != nil {
			return before, err
		}
		if err := stale(before.Version, version); err != nil {
			return before, err
		}
		if err := apply(ctx, tx); err != nil {
			return before, err
		}
		return s.afterRound(ctx, tx, actor, id, action, before.Content, nil)
	})
}

func (s *Service) afterRound(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, action string, before, after any) (contract.Round, error) {
	round, err := loadRound(ctx, tx, actor, id, s.today())
	if err != nil {
		return round, err
	}
	if after == nil {
		after = round.Content
	}
	return round, s.journal(ctx, tx, actor, "round", id, action, before, after)
}

func (s *Service) giveRound(ctx context.Context, actor authz.Actor, fn func(context.Context, *sqlx.Tx) (contract.Round, error)) (contract.Round, error) {
	var round contract.Round
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		round, err = fn(ctx, tx)
		return err
	})
	if err != nil {
		return contract.Round{}, err
	}
	round.May = roundActions(actor, round)
	return round, nil
}
