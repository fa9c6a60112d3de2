package identity

import (
	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// NewMember is a person to be enrolled. Where the account is new its password is Password, or a random one when that is
// empty.
type NewMember struct {
	contract.NewMembership
	Password string
}

// recorded is what the journal keeps of a membership: what was granted to whom, without name and address.
type recorded struct {
	Account uuid.UUID                  `json:"accountId"`
	Content contract.MembershipContent `json:"content"`
}

func record(membership contract.Membership) recorded {
	return recorded{membership.Account.ID, membership.Content}
}

// checkAdministrators keeps an organization from locking itself out: its last administrator stays.
func checkAdministrators(before contract.Membership, left int) error {
	for _, grant := range before.Content.Roles {
		if grant.Role == contract.RoleAdministrator && left == 0 {
			return fault.Conflict("last_administrator", "an organization keeps at least one administrator")
		}
	}
	return nil
}
