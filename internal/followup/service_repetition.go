package followup

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/organization"
	"uppsikt/internal/postgres"
)

// Repetitions shows which earlier recommendations an audit's are like; likeness is shown, never taken for a repetition.
func (s *Service) Repetitions(ctx context.Context, actor authz.Actor, audit uuid.UUID) (found contract.Repetitions, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		found, err = s.repetitions(ctx, tx, actor, audit)
		return err
	})
	return found, err
}

// LinkRepetition is an auditor's word that a recommendation repeats earlier ones.
func (s *Service) LinkRepetition(ctx context.Context, actor authz.Actor, recommendation uuid.UUID, earlier []uuid.UUID) (found contract.Repetitions, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		audit, err := auditOfRecommendation(ctx, tx, actor.Organization, recommendation)
		if err != nil {
			return err
		}
		if err := link(ctx, tx, actor.Organization, recommendation, earlier, actor.Account, s.Now()); err != nil {
			return err
		}
		if found, err = s.repetitions(ctx, tx, actor, audit); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, "recommendation", recommendation, "link_repetition", nil, earlier)
	})
	return found, err
}

func (s *Service) repetitions(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, audit uuid.UUID) (contract.Repetitions, error) {
	if known, err := isKnown(ctx, tx, audits, actor.Organization, audit); err != nil || !known {
		return contract.Repetitions{}, firstOf(err, fault.NotFound("audit"))
	}
	if err := s.mayRead(ctx, tx, actor, audit); err != nil {
		return contract.Repetitions{}, err
	}
	if hidden, err := isConfidentialTo(ctx, tx, actor, audit); err != nil || hidden {
		return contract.Repetitions{}, firstOf(err, fault.Confidential())
	}
	found, err := repetitions(ctx, tx, actor, audit)
	found.MayLink = actor.Has(authz.RepetitionLink)
	return found, err
}

// HandOver lets a committee be succeeded by another, which from then on answers for all its assignments. What the
// committee itself has answered and reported stays its own.
func (s *Service) HandOver(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, successor uuid.UUID) (committee contract.Committee, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if committee, err = organization.Succeed(ctx, tx, actor, id, version, successor); err != nil {
			return err
		}
		if err := handOver(ctx, tx, actor.Organization, id, successor); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, "committee", id, "hand_over", nil, contract.Succession{SuccessorID: successor})
	})
	return committee, err
}
