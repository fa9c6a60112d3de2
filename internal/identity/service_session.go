package identity

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
	"uppsikt/internal/web"
)

// Actor tells who a cookie's secret belongs to, in one statement; the zero Actor when it is unknown or has expired.
func (s *Service) Actor(ctx context.Context, secret string) (authz.Actor, error) {
	actor, err := seeActor(ctx, s.db, tokenHash(secret), s.now())
	if fault.Is(err, "not_found") {
		return authz.Actor{}, nil
	}
	return actor, err
}

// SignIn gives a new session's secret and ends the former one of the same browser. Where the account has one
// organization, that is chosen. The errors are wrong_credentials (401) and too_many_requests (429).
func (s *Service) SignIn(ctx context.Context, client web.Client, former authz.Actor, given contract.Credentials) (string, contract.Session, error) {
	email := normalizeEmail(given.Email)
	known, err := passwordByEmail(ctx, s.db, email)
	if err != nil {
		return "", contract.Session{}, err
	}
	tried, right, err := s.try(ctx, newAttempt(email, client), given.Password, known.Hash)
	if err != nil {
		return "", contract.Session{}, err
	}
	if !right {
		return "", contract.Session{}, fault.Unauthenticated("wrong_credentials")
	}
	secret := newSecret()
	var signedIn contract.Session
	err = postgres.InTransaction(ctx, s.db, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := acceptAttempt(ctx, tx, tried); err != nil {
			return err
		}
		if err := endSessions(ctx, tx, known.Account, former.Session, s.now()); err != nil {
			return err
		}
		if err := insertSession(ctx, tx, known.Account, tokenHash(secret), shortUserAgent(client.UserAgent), s.now()); err != nil {
			return err
		}
		actor, err := seeActor(ctx, tx, tokenHash(secret), s.now())
		if err != nil {
			return err
		}
		signedIn, err = describe(ctx, tx, actor)
		return err
	})
	return secret, signedIn, err
}

// try checks a password within the limits. The attempt counts as wrong from before it is checked until somebody accepts
// it, so that tries at the same time cannot pass together.
func (s *Service) try(ctx context.Context, attempt attempt, password, hash string) (id int64, right bool, err error) {
	err = postgres.InTransaction(ctx, s.db, func(ctx context.Context, tx *sqlx.Tx) error {
		failed, err := countFailures(ctx, tx, attempt, s.now().Add(-attemptWindow))
		if err != nil {
			return err
		}
		if failed.tooMany() {
			return fault.TooManyRequests("too many wrong passwords; wait a quarter of an hour")
		}
		id, err = insertAttempt(ctx, tx, attempt, s.now())
		return err
	})
	if err != nil {
		return 0, false, err
	}
	right, err = s.hasher.matches(ctx, password, hash)
	return id, right, err
}

// Session tells the actor about themselves.
func (s *Service) Session(ctx context.Context, actor authz.Actor) (contract.Session, error) {
	return describe(ctx, s.db, actor)
}

func describe(ctx context.Context, db sqlx.QueryerContext, actor authz.Actor) (contract.Session, error) {
	organizations, err := organizationsOf(ctx, db, actor.Account)
	if err != nil {
		return contract.Session{}, err
	}
	session := contract.Session{
		Account:       contract.Person{ID: actor.Account, Name: actor.Name, Email: actor.Email},
		Organizations: organizations, Roles: actor.Roles, Permissions: actor.Grants(),
	}
	for _, organization := range organizations {
		if organization.ID == actor.Organization {
			session.Organization = &organization
		}
	}
	return session, nil
}

// ChooseOrganization makes the session work in one of the account's organizations; any other is not found.
func (s *Service) ChooseOrganization(ctx context.Context, actor authz.Actor, organization uuid.UUID) (contract.Session, error) {
	var chosen contract.Session
	err := postgres.InTransaction(ctx, s.db, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := updateOrganization(ctx, tx, actor, organization); err != nil {
			return err
		}
		actor, err := actorBySession(ctx, tx, actor.Session, s.now())
		if err != nil {
			return err
		}
		chosen, err = describe(ctx, tx, actor)
		return err
	})
	return chosen, err
}

// OwnSessions lists where the actor's account is signed in, the last seen first.
func (s *Service) OwnSessions(ctx context.Context, actor authz.Actor) (contract.OwnSessions, error) {
	return sessionsOf(ctx, s.db, actor, s.now())
}

// EndSession signs the account out of one of its sessions.
func (s *Service) EndSession(ctx context.Context, actor authz.Actor, session uuid.UUID) error {
	return deleteSession(ctx, s.db, actor.Account, session)
}

// ChangePassword needs the current one, within the limits of sign-in, and ends the account's other sessions.
func (s *Service) ChangePassword(ctx context.Context, client web.Client, actor authz.Actor, change contract.PasswordChange) error {
	known, err := passwordByEmail(ctx, s.db, actor.Email)
	if err != nil {
		return err
	}
	tried, right, err := s.try(ctx, newAttempt(actor.Email, client), change.Current, known.Hash)
	if err != nil {
		return err
	}
	if !right {
		return fault.InvalidField("/current", "wrong_password", "")
	}
	hash, err := s.hasher.hash(ctx, change.New)
	if err != nil {
		return err
	}
	return postgres.InTransaction(ctx, s.db, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := acceptAttempt(ctx, tx, tried); err != nil {
			return err
		}
		if err := updatePassword(ctx, tx, actor.Account, hash); err != nil {
			return err
		}
		return endOtherSessions(ctx, tx, actor)
	})
}
