package authz_test

import (
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

var ours, theirs = uuid.New(), uuid.New()

func actor(grants ...contract.RoleGrant) authz.Actor {
	return authz.Actor{Account: uuid.New(), Organization: uuid.New(), Roles: grants}
}

func in(role contract.Role, committee *uuid.UUID) contract.RoleGrant {
	return contract.RoleGrant{Role: role, CommitteeID: committee}
}

func TestADraftBelongsToItsCommittee(t *testing.T) {
	sees := actor(in(contract.RoleOfficer, &ours))
	if !sees.May(authz.ResponseSeeDraft, ours) || sees.May(authz.ResponseSeeDraft, theirs) {
		t.Error("an officer sees the drafts of their own committee alone")
	}
	for _, role := range []contract.Role{contract.RoleController, contract.RoleAuditor, contract.RoleOverseer, contract.RoleAdministrator, contract.RoleReader, contract.RoleAdviser} {
		if actor(in(role, nil)).Has(authz.ResponseSeeDraft) {
			t.Errorf("%s for the whole organization sees drafts", role)
		}
	}
	if !actor(in(contract.RoleController, &ours)).May(authz.ResponseSeeDraft, ours) {
		t.Error("a committee's own controller sees its drafts")
	}
}

func TestAuditorsAndAdvisersAreIndependent(t *testing.T) {
	cases := []struct {
		name  string
		held  []contract.RoleGrant
		valid bool
	}{
		{"auditor alone", []contract.RoleGrant{in(contract.RoleAuditor, nil)}, true},
		{"auditor and reader", []contract.RoleGrant{in(contract.RoleAuditor, nil), in(contract.RoleReader, nil)}, false},
		{"auditor and adviser", []contract.RoleGrant{in(contract.RoleAuditor, nil), in(contract.RoleAdviser, nil)}, false},
		{"officer and controller", []contract.RoleGrant{in(contract.RoleOfficer, &ours), in(contract.RoleController, nil)}, true},
		{"officer of everything", []contract.RoleGrant{in(contract.RoleOfficer, nil)}, false},
		{"auditor of a committee", []contract.RoleGrant{in(contract.RoleAuditor, &ours)}, false},
	}
	for _, c := range cases {
		if err := authz.CheckRoles(c.held); (err == nil) != c.valid {
			t.Errorf("%s: %v", c.name, err)
		}
	}
}

func TestOnlyAnAuditorGrantsAuditorAndAdviser(t *testing.T) {
	administrator, auditor := actor(in(contract.RoleAdministrator, nil)), actor(in(contract.RoleAuditor, nil))
	adviser, officer := []contract.RoleGrant{in(contract.RoleAdviser, nil)}, []contract.RoleGrant{in(contract.RoleOfficer, &ours)}
	cases := []struct {
		name     string
		by       authz.Actor
		from, to []contract.RoleGrant
		allowed  bool
	}{
		{"administrator makes an adviser", administrator, nil, adviser, false},
		{"administrator takes an adviser away", administrator, adviser, nil, false},
		{"administrator makes an officer", administrator, nil, officer, true},
		{"auditor makes an adviser", auditor, nil, adviser, true},
		{"auditor makes an officer", auditor, nil, officer, false},
		{"nothing changes", auditor, officer, officer, true},
	}
	for _, c := range cases {
		if err := authz.CheckGrant(c.by, uuid.New(), c.from, c.to); (err == nil) != c.allowed {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	if err := authz.CheckGrant(administrator, administrator.Account, nil, officer); !fault.Is(err, "own_roles") {
		t.Errorf("somebody changed their own roles: %v", err)
	}
}

func TestEveryRoleOfTheContractIsInTheTable(t *testing.T) {
	for _, role := range []contract.Role{contract.RoleOfficer, contract.RoleManager, contract.RoleSecretary, contract.RoleController,
		contract.RoleAuditor, contract.RoleAdviser, contract.RoleOverseer, contract.RoleReader, contract.RoleAdministrator} {
		if len(actor(in(role, &ours)).Grants()) == 0 {
			t.Errorf("%s gives nothing", role)
		}
	}
	if grants := actor(in(contract.RoleContributor, nil)).Grants(); len(grants) != 0 {
		t.Errorf("a contributor sees only what is given to them, not %v", grants)
	}
}
