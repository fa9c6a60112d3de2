package identity

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// Invited is somebody who is asked for something.
type Invited struct {
	Account         uuid.UUID
	InitialPassword *string // of a new account, shown this once
}

// Invite finds the person with this e-mail address in the organization, or makes them a contributor there, with an account
// where there is none. Whoever may ask may invite; auditors and advisers are independent and are not asked.
func (s *Service) Invite(ctx context.Context, actor authz.Actor, email, name string) (Invited, error) {
	id, err := uuid.NewV7()
	if err != nil {
		return Invited{}, err
	}
	person, err := s.prepare(ctx, NewMember{NewMembership: contract.NewMembership{
		ID: id, Email: email, Name: name,
		Content: contract.MembershipContent{Roles: []contract.RoleGrant{{Role: contract.RoleContributor}}},
	}})
	if err != nil {
		return Invited{}, err
	}
	var invited Invited
	err = postgres.InOrganization(ctx, s.db, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		member, err := membershipByEmail(ctx, tx, actor.Organization, person.Email)
		if err == nil {
			invited = Invited{Account: member.Account.ID}
			return mayBeAsked(member.Content.Roles)
		}
		if !fault.Is(err, "not_found") {
			return err
		}
		anybody := func(uuid.UUID) error { return nil }
		created, err := enrol(ctx, tx, actor.Organization, actor.Account, person, anybody, s.now())
		invited = Invited{Account: created.Membership.Account.ID, InitialPassword: created.InitialPassword}
		return err
	})
	return invited, err
}

func mayBeAsked(roles []contract.RoleGrant) error {
	for _, grant := range roles {
		if grant.Role == contract.RoleAuditor || grant.Role == contract.RoleAdviser {
			return fault.InvalidField("/email", "auditor_is_independent", "auditors and advisers are not asked for input")
		}
	}
	return nil
}
