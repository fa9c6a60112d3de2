package audit

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/organization"
	"uppsikt/internal/postgres"
)

// Service has the use cases of audits, one transaction each.
type Service struct {
	DB  *sqlx.DB
	Now func() time.Time
}

// Register stores an audit, with the committees that are new in it. A repeated id gives the audit first registered.
func (s *Service) Register(ctx context.Context, actor authz.Actor, command contract.NewAudit) (contract.Audit, error) {
	if err := check(command.Content); err != nil {
		return contract.Audit{}, err
	}
	return s.change(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Audit, error) {
		if command.NewCommittees != nil {
			if err := organization.AddCommittees(ctx, tx, actor, s.Now(), *command.NewCommittees); err != nil {
				return contract.Audit{}, err
			}
		}
		isNew, err := insert(ctx, tx, actor.Organization, command.ID, command.Content, actor.Account, s.Now())
		if err != nil || !isNew {
			first, err := load(ctx, tx, actor.Organization, command.ID, err)
			if err == nil {
				err = mayRead(actor, first) // the id may be another's audit
			}
			return first, err
		}
		if actor.OnlyAdviser() {
			if err := setAdvisers(ctx, tx, actor.Organization, command.ID, []uuid.UUID{actor.Account}); err != nil {
				return contract.Audit{}, err
			}
		}
		if err := replaceParts(ctx, tx, actor.Organization, command.ID, command.Content); err != nil {
			return contract.Audit{}, err
		}
		if err := s.journal(ctx, tx, actor, command.ID, "register", nil, command.Content); err != nil {
			return contract.Audit{}, err
		}
		return load(ctx, tx, actor.Organization, command.ID, nil)
	})
}

// Get reads one audit.
func (s *Service) Get(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.Audit, error) {
	return s.change(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Audit, error) {
		audit, err := load(ctx, tx, actor.Organization, id, nil)
		if err != nil {
			return contract.Audit{}, err
		}
		return audit, mayRead(actor, audit)
	})
}

// Rights tells whether the actor may correct an audit, and which committees it concerns, in the caller's transaction: 404 where
// there is none, 403 where the actor may not read the whole of it.
func Rights(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (mayWrite bool, committees []uuid.UUID, err error) {
	audit, err := load(ctx, tx, actor.Organization, id, nil)
	switch {
	case err != nil:
		return false, nil, err
	case !actor.Has(authz.AuditRead):
		return false, nil, fault.Forbidden(string(authz.AuditRead))
	case leaveOut(actor, audit).LeftOut > 0:
		return false, nil, fault.Confidential()
	}
	return mayCorrect(actor, audit) == nil, concerned(audit), mayRead(actor, audit)
}

// List reads a page of summaries; an adviser sees those given to them.
func (s *Service) List(ctx context.Context, actor authz.Actor, filter Filter) (contract.AuditPage, error) {
	if actor.OnlyAdviser() {
		filter.GivenTo = &actor.Account
	}
	filter.Confidential = actor.SeesConfidential()
	var page contract.AuditPage
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		page, err = list(ctx, tx, actor.Organization, filter)
		return err
	})
	return page, err
}

// Match finds the audits that a report may already be registered as, among those that the reader may see.
func (s *Service) Match(ctx context.Context, actor authz.Actor, sought Sought) (contract.AuditMatches, error) {
	if actor.OnlyAdviser() {
		sought.givenTo = &actor.Account
	}
	sought.confidential = actor.SeesConfidential()
	var found contract.AuditMatches
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		found, err = match(ctx, tx, actor.Organization, sought)
		return err
	})
	return found, err
}

// Correct replaces the audit's content.
func (s *Service) Correct(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.AuditContent) (contract.Audit, error) {
	if err := check(content); err != nil {
		return contract.Audit{}, err
	}
	return s.edit(ctx, actor, id, version, "correct", mayCorrect, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := update(ctx, tx, actor.Organization, id, content); err != nil {
			return err
		}
		return replaceParts(ctx, tx, actor.Organization, id, content)
	})
}

// UpdateAddressee changes what a committee itself keeps about being asked; version is the audit's.
func (s *Service) UpdateAddressee(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.AddresseeContent) (contract.Audit, error) {
	if code := extensionFault(content.ResponseDue, content.Extension); code != "" {
		return contract.Audit{}, fault.InvalidField("/extension/newDate", code, "")
	}
	audit, err := s.auditOf(ctx, actor, id)
	if err != nil {
		return contract.Audit{}, err
	}
	may := func(actor authz.Actor, audit contract.Audit) error { return mayEditAddressee(actor, audit, id) }
	return s.edit(ctx, actor, audit, version, "update_addressee", may, func(ctx context.Context, tx *sqlx.Tx) error {
		return updateAddressee(ctx, tx, actor.Organization, id, content)
	})
}

// Confirm is an auditor's word that the audit is rightly registered.
func (s *Service) Confirm(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.Audit, error) {
	may := func(_ authz.Actor, audit contract.Audit) error {
		if audit.Confirmation != nil {
			return fault.Conflict("audit_confirmed", "the audit is confirmed already")
		}
		return nil
	}
	return s.edit(ctx, actor, id, version, "confirm", may, func(ctx context.Context, tx *sqlx.Tx) error {
		return confirm(ctx, tx, actor.Organization, id, actor.Account, s.Now())
	})
}

// Publish shows a confirmed audit on the organization's public page, or takes it away from there.
func (s *Service) Publish(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, published bool) (contract.Audit, error) {
	var since *time.Time
	if now := s.Now(); published {
		since = &now
	}
	return s.edit(ctx, actor, id, version, "publish", mayPublish, func(ctx context.Context, tx *sqlx.Tx) error {
		return publish(ctx, tx, actor.Organization, id, since)
	})
}

// SetAdvisers says which advisers the audit is given to.
func (s *Service) SetAdvisers(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, accounts []uuid.UUID) (contract.Audit, error) {
	may := func(authz.Actor, contract.Audit) error { return nil }
	return s.edit(ctx, actor, id, version, "set_advisers", may, func(ctx context.Context, tx *sqlx.Tx) error {
		return setAdvisers(ctx, tx, actor.Organization, id, accounts)
	})
}

// Delete takes away an unconfirmed audit that nobody has begun to answer.
func (s *Service) Delete(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		audit, err := lockVersion(ctx, tx, actor.Organization, id, version)
		if err != nil {
			return err
		}
		if err := mayDelete(actor, audit); err != nil {
			return err
		}
		if err := remove(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return s.journal(ctx, tx, actor, id, "delete", audit.Content, nil)
	})
}

// edit changes an audit whose version is the one last read.
func (s *Service) edit(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, action string,
	may func(authz.Actor, contract.Audit) error, apply func(context.Context, *sqlx.Tx) error,
) (contract.Audit, error) {
	return s.change(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Audit, error) {
		before, err := lockVersion(ctx, tx, actor.Organization, id, version)
		if err != nil {
			return contract.Audit{}, err
		}
		if err := may(actor, before); err != nil {
			return contract.Audit{}, err
		}
		if err := apply(ctx, tx); err != nil {
			return contract.Audit{}, err
		}
		after, err := load(ctx, tx, actor.Organization, id, raiseVersion(ctx, tx, actor.Organization, id))
		if err != nil {
			return contract.Audit{}, err
		}
		return after, s.journal(ctx, tx, actor, id, action, before.Content, after.Content)
	})
}

// change runs a use case that gives an audit, and says what the actor may do with it next.
func (s *Service) change(ctx context.Context, actor authz.Actor, fn func(context.Context, *sqlx.Tx) (contract.Audit, error)) (contract.Audit, error) {
	var audit contract.Audit
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		audit, err = fn(ctx, tx)
		return err
	})
	audit.May = actions(actor, audit)
	return leaveOut(actor, audit), err
}

func (s *Service) auditOf(ctx context.Context, actor authz.Actor, addressee uuid.UUID) (audit uuid.UUID, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		audit, err = auditOfAddressee(ctx, tx, actor.Organization, addressee)
		return err
	})
	return audit, err
}

func (s *Service) journal(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, action string, before, after any) error {
	return journal.Write(ctx, tx, journal.Entry{
		Organization: actor.Organization, At: s.Now(), Actor: actor.Account,
		Thing: "audit", ThingID: id, Action: action, Before: before, After: after,
	})
}
