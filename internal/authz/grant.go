package authz

import (
	"fmt"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// independent are the roles that nobody holds together with any other: GLOSSARY's fourth law.
var independent = []contract.Role{contract.RoleAuditor, contract.RoleAdviser}

// CheckRoles says whether somebody may hold these roles at once in one organization: each over what it is held over, and
// auditors and advisers apart from all else. The faults point at /content/roles.
func CheckRoles(held []contract.RoleGrant) error {
	var fields []fault.Field
	for i, grant := range held {
		if code := scopeFault(grant); code != "" {
			fields = append(fields, fault.Field{Pointer: fmt.Sprintf("/content/roles/%d/committeeId", i), Code: code})
		}
	}
	if mixesIndependent(held) {
		fields = append(fields, fault.Field{Pointer: "/content/roles", Code: "auditor_must_be_independent",
			Detail: "an auditor or adviser holds no other role in the organization"})
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

func scopeFault(grant contract.RoleGrant) string {
	allowed := roles[grant.Role].scope
	switch {
	case grant.CommitteeID == nil && allowed&ofOrganization == 0:
		return "committee_required"
	case grant.CommitteeID != nil && allowed&ofCommittee == 0:
		return "committee_not_allowed"
	}
	return ""
}

func mixesIndependent(held []contract.RoleGrant) bool {
	for _, role := range independent {
		with, without := 0, 0
		for _, grant := range held {
			if grant.Role == role {
				with++
			} else {
				without++
			}
		}
		if with > 0 && without > 0 {
			return true
		}
	}
	return false
}

// CheckGrant says whether actor may change somebody's roles from one set to another: only an auditor grants or takes
// auditor and adviser, and only an administrator the others. A person's roles are never changed by themselves.
func CheckGrant(actor Actor, person uuid.UUID, from, to []contract.RoleGrant) error {
	if actor.Account == person {
		return fault.Conflict("own_roles", "nobody changes their own roles")
	}
	for _, grant := range append(difference(from, to), difference(to, from)...) {
		grantedBy := contract.RoleAdministrator
		if isIndependent(grant.Role) {
			grantedBy = contract.RoleAuditor
		}
		if !actor.Is(grantedBy) {
			return fault.Forbidden(fmt.Sprintf("%s is granted by the role %s", grant.Role, grantedBy))
		}
	}
	return nil
}

func isIndependent(role contract.Role) bool {
	for _, r := range independent {
		if r == role {
			return true
		}
	}
	return false
}

func difference(a, b []contract.RoleGrant) []contract.RoleGrant {
	var only []contract.RoleGrant
	for _, grant := range a {
		if !holds(b, grant) {
			only = append(only, grant)
		}
	}
	return only
}

func holds(grants []contract.RoleGrant, wanted contract.RoleGrant) bool {
	for _, grant := range grants {
		if grant.Role == wanted.Role && sameCommittee(grant.CommitteeID, wanted.CommitteeID) {
			return true
		}
	}
	return false
}

func sameCommittee(a, b *uuid.UUID) bool { return a == b || a != nil && b != nil && *a == *b }
