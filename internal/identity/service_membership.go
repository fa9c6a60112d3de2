package identity

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

// operator is who the journal says did what was done from the command line.
var operator = uuid.Nil

// Memberships lists the organization's people by name.
func (s *Service) Memberships(ctx context.Context, actor authz.Actor, which contract.ListMembershipsParams) (contract.MembershipPage, error) {
	var page contract.MembershipPage
	err := postgres.InOrganization(ctx, s.db, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		page, err = membershipPage(ctx, tx, actor.Organization, which)
		return err
	})
	return page, err
}

// Colleagues lists those to whom something may be given to do; of each no more than the name.
func (s *Service) Colleagues(ctx context.Context, actor authz.Actor, which contract.ListColleaguesParams) (contract.ColleaguePage, error) {
	var page contract.ColleaguePage
	err := postgres.InOrganization(ctx, s.db, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		page, err = colleaguePage(ctx, tx, actor.Organization, which)
		return err
	})
	return page, err
}

// CreateMembership gives a person roles, and an account with a password shown this once where they have none.
func (s *Service) CreateMembership(ctx context.Context, actor authz.Actor, given contract.NewMembership) (contract.CreatedMembership, error) {
	person, err := s.prepare(ctx, NewMember{NewMembership: given})
	if err != nil {
		return contract.CreatedMembership{}, err
	}
	var created contract.CreatedMembership
	err = postgres.InOrganization(ctx, s.db, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		mayGrant := func(account uuid.UUID) error {
			return authz.CheckGrant(actor, account, nil, given.Content.Roles)
		}
		created, err = enrol(ctx, tx, actor.Organization, actor.Account, person, mayGrant, s.now())
		return err
	})
	return created, err
}

// Enrol is CreateMembership from the command line, where no actor's rights are asked for.
func (s *Service) Enrol(ctx context.Context, organization uuid.UUID, member NewMember) (contract.CreatedMembership, error) {
	created, err := s.enrolAll(ctx, organization, []NewMember{member}, func(context.Context, *sqlx.Tx) error { return nil })
	if err != nil {
		return contract.CreatedMembership{}, err
	}
	return created[0], nil
}

// Establish makes an organization with its first people, from the command line: among them its first auditor, since only
// an auditor names others. One that exists stays as it is.
func (s *Service) Establish(ctx context.Context, id uuid.UUID, content contract.OrganizationContent, members ...NewMember) ([]contract.CreatedMembership, error) {
	return s.enrolAll(ctx, id, members, func(ctx context.Context, tx *sqlx.Tx) error {
		return organization.Establish(ctx, tx, id, operator, s.now(), content)
	})
}

func (s *Service) enrolAll(ctx context.Context, organization uuid.UUID, members []NewMember, before func(context.Context, *sqlx.Tx) error) ([]contract.CreatedMembership, error) {
	prepared := make([]preparedMember, len(members))
	for i, member := range members {
		var err error
		if prepared[i], err = s.prepare(ctx, member); err != nil {
			return nil, err
		}
	}
	created := make([]contract.CreatedMembership, len(members))
	unasked := func(uuid.UUID) error { return nil }
	err := postgres.InOrganization(ctx, s.db, organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		if err := before(ctx, tx); err != nil {
			return err
		}
		for i, member := range prepared { // the first people of an organization: two or three
			if created[i], err = enrol(ctx, tx, organization, operator, member, unasked, s.now()); err != nil {
				return err
			}
		}
		return nil
	})
	return created, err
}

// preparedMember has the password hashed, which takes too long for a transaction.
type preparedMember struct {
	NewMember
	account uuid.UUID // where a new one is needed
	hash    string
}

func (s *Service) prepare(ctx context.Context, member NewMember) (preparedMember, error) {
	member.Email = normalizeEmail(member.Email)
	if member.Password == "" {
		member.Password = newInitialPassword()
	}
	account, err := uuid.NewV7()
	if err != nil {
		return preparedMember{}, err
	}
	hash, err := s.hasher.hash(ctx, member.Password)
	return preparedMember{member, account, hash}, err
}

// enrol repeated with the same id gives the first, without its password.
func enrol(ctx context.Context, tx *sqlx.Tx, organization, by uuid.UUID, member preparedMember, mayGrant func(uuid.UUID) error, now time.Time) (contract.CreatedMembership, error) {
	account, isNew, err := findOrInsertAccount(ctx, tx, member, now)
	if err != nil {
		return contract.CreatedMembership{}, err
	}
	if err := mayGrant(account); err != nil {
		return contract.CreatedMembership{}, err
	}
	if err := authz.CheckRoles(member.Content.Roles); err != nil {
		return contract.CreatedMembership{}, err
	}
	inserted, err := insertMembership(ctx, tx, organization, account, member.NewMembership)
	if err != nil {
		return contract.CreatedMembership{}, err
	}
	membership, err := membershipByID(ctx, tx, organization, member.ID)
	if err != nil || !inserted {
		return contract.CreatedMembership{Membership: membership}, err
	}
	created := contract.CreatedMembership{Membership: membership}
	if isNew {
		created.InitialPassword = &member.Password
	}
	return created, journal.Write(ctx, tx, journal.Entry{Organization: organization, At: now, Actor: by,
		Thing: "membership", ThingID: member.ID, Action: "create", After: record(membership)})
}

// UpdateMembership changes a person's title and roles; nobody changes their own.
func (s *Service) UpdateMembership(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.MembershipContent) (contract.Membership, error) {
	var after contract.Membership
	err := s.change(ctx, actor, id, version, content.Roles, func(ctx context.Context, tx *sqlx.Tx, before contract.Membership) (journal.Entry, error) {
		if err := authz.CheckRoles(content.Roles); err != nil {
			return journal.Entry{}, err
		}
		if err := updateMembership(ctx, tx, actor.Organization, id, content); err != nil {
			return journal.Entry{}, err
		}
		var err error
		after, err = membershipByID(ctx, tx, actor.Organization, id)
		return journal.Entry{Action: "update", Before: record(before), After: record(after)}, err
	})
	return after, err
}

// DeleteMembership takes a person's roles away. Their account stays, and so does what they did.
func (s *Service) DeleteMembership(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return s.change(ctx, actor, id, version, nil, func(ctx context.Context, tx *sqlx.Tx, before contract.Membership) (journal.Entry, error) {
		return journal.Entry{Action: "delete", Before: record(before)}, deleteMembership(ctx, tx, actor.Organization, id)
	})
}

// change is what every change of a membership has in common. The organization's people are locked, so that two
// administrators cannot take away each other.
func (s *Service) change(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, to []contract.RoleGrant,
	apply func(context.Context, *sqlx.Tx, contract.Membership) (journal.Entry, error)) error {
	return postgres.InOrganization(ctx, s.db, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if err := lockPeople(ctx, tx, actor.Organization); err != nil {
			return err
		}
		before, err := membershipByID(ctx, tx, actor.Organization, id)
		if err != nil {
			return err
		}
		if before.Version != version {
			return fault.Stale()
		}
		if err := authz.CheckGrant(actor, before.Account.ID, before.Content.Roles, to); err != nil {
			return err
		}
		entry, err := apply(ctx, tx, before)
		if err != nil {
			return err
		}
		left, err := countAdministrators(ctx, tx, actor.Organization)
		if err != nil {
			return err
		}
		if err := checkAdministrators(before, left); err != nil {
			return err
		}
		entry.Organization, entry.At, entry.Actor, entry.Thing, entry.ThingID = actor.Organization, s.now(), actor.Account, "membership", id
		return journal.Write(ctx, tx, entry)
	})
}
