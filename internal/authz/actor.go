package authz

import (
	"context"
	"iter"
	"slices"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// Actor is who does something, in which organization, with which roles. The zero Actor is a stranger.
type Actor struct {
	Account      uuid.UUID
	Session      uuid.UUID
	Name         string
	Email        string
	Organization uuid.UUID // uuid.Nil where none is chosen
	Roles        []contract.RoleGrant
	Masked       bool // asks for what is confidential to be left out, also of what they may read
}

// Has tells whether the actor holds the permission anywhere; the door's question, before the thing is known.
func (a Actor) Has(needed Permission) bool {
	switch needed {
	case Public:
		return true
	case SignedIn:
		return a.Account != uuid.Nil
	case Member:
		return a.Organization != uuid.Nil && len(a.Roles) > 0
	}
	for range a.over(needed) {
		return true
	}
	return false
}

// May tells whether the actor holds the permission over this committee, by a role in it or in the whole organization.
func (a Actor) May(needed Permission, committee uuid.UUID) bool {
	for held := range a.over(needed) {
		if held == nil || *held == committee {
			return true
		}
	}
	return false
}

// Require is May as an error: 403 naming the permission.
func (a Actor) Require(needed Permission, committee uuid.UUID) error {
	if !a.May(needed, committee) {
		return fault.Forbidden(string(needed))
	}
	return nil
}

// Is tells whether the actor holds the role, over anything.
func (a Actor) Is(role contract.Role) bool {
	for _, held := range a.Roles {
		if held.Role == role {
			return true
		}
	}
	return false
}

// OnlyAdviser tells that what the actor may read is limited to the audits given to them.
func (a Actor) OnlyAdviser() bool { return a.Is(contract.RoleAdviser) && !a.Is(contract.RoleAuditor) }

// over gives each committee over which the actor holds the permission; nil is the whole organization.
func (a Actor) over(needed Permission) iter.Seq[*uuid.UUID] {
	return func(yield func(*uuid.UUID) bool) {
		for _, held := range a.Roles {
			if slices.Contains(roles[held.Role].permissions, needed) && a.keeps(held, needed) && !yield(held.CommitteeID) {
				return
			}
		}
	}
}

// keeps tells whether a role's permission holds as the role is held: some only over one committee, some only over the whole
// organization, and what is confidential not by whoever asks for it masked.
func (a Actor) keeps(held contract.RoleGrant, permission Permission) bool {
	switch {
	case permission.belongsToCommittee():
		return held.CommitteeID != nil
	case permission.belongsToOrganization():
		return held.CommitteeID == nil
	}
	return permission != ConfidentialRead || !a.Masked
}

// Grants lists what the roles give and over what; CommitteeID is nil for the whole organization.
func (a Actor) Grants() []contract.Grant {
	grants := []contract.Grant{}
	for _, held := range a.Roles {
		for _, permission := range roles[held.Role].permissions {
			if a.keeps(held, permission) {
				grants = append(grants, contract.Grant{Permission: string(permission), CommitteeID: held.CommitteeID})
			}
		}
	}
	return grants
}

// CommitteesWhere lists the committees over which the actor holds the permission by a role scoped to the committee.
func (a Actor) CommitteesWhere(needed Permission) []uuid.UUID {
	committees := []uuid.UUID{}
	for held := range a.over(needed) {
		if held != nil {
			committees = append(committees, *held)
		}
	}
	return committees
}

// SeesConfidential is the committees about which the actor may read what is confidential, or nil for all. Advisers are limited to
// the audits given to them by other means.
func (a Actor) SeesConfidential() *[]uuid.UUID {
	committees := []uuid.UUID{}
	for held := range a.over(ConfidentialRead) {
		if held == nil {
			return nil
		}
		committees = append(committees, *held)
	}
	return &committees
}

type actorKey struct{}

// WithActor puts the actor into a request's context; package web does it once.
func WithActor(ctx context.Context, actor Actor) context.Context {
	return context.WithValue(ctx, actorKey{}, actor)
}

// ActorOf is read once by an operation's handler; nothing below it reads the context's values.
func ActorOf(ctx context.Context) Actor {
	actor, _ := ctx.Value(actorKey{}).(Actor)
	return actor
}
