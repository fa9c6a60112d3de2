package identity

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// RenewInitialPassword gives somebody who has lost theirs a password shown this once, and ends their sessions. Whoever may
// take all of the person's roles away may do it; an account that other organizations rely on is refused: conflict
// account_is_shared.
func (s *Service) RenewInitialPassword(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.InitialPassword, error) {
	password := newInitialPassword()
	hash, err := s.hasher.hash(ctx, password)
	if err != nil {
		return contract.InitialPassword{}, err
	}
	err = postgres.InOrganization(ctx, s.db, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := lockPeople(ctx, tx, actor.Organization); err != nil {
			return err
		}
		person, err := membershipByID(ctx, tx, actor.Organization, id)
		if err != nil {
			return err
		}
		if err := authz.CheckGrant(actor, person.Account.ID, person.Content.Roles, nil); err != nil {
			return err
		}
		if err := checkUnshared(ctx, tx, person.Account.ID); err != nil {
			return err
		}
		if err := updatePassword(ctx, tx, person.Account.ID, hash); err != nil {
			return err
		}
		if err := endAllSessions(ctx, tx, person.Account.ID); err != nil {
			return err
		}
		return journal.Write(ctx, tx, journal.Entry{Organization: actor.Organization, At: s.now(), Actor: actor.Account,
			Thing: "membership", ThingID: id, Action: "renew_password"})
	})
	if err != nil {
		return contract.InitialPassword{}, err
	}
	return contract.InitialPassword{InitialPassword: password}, nil
}

func checkUnshared(ctx context.Context, tx *sqlx.Tx, account uuid.UUID) error {
	if err := lockAccount(ctx, tx, account); err != nil {
		return err
	}
	organizations, err := organizationsOf(ctx, tx, account)
	if err != nil {
		return err
	}
	if len(organizations) > 1 {
		return fault.Conflict("account_is_shared", "the account belongs to other organizations too")
	}
	return nil
}
