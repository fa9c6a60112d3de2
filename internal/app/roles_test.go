package app_test

import (
	"fmt"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
)

// operation is what the contract says of one.
type operation struct {
	method, path string
	permission   authz.Permission
	success      int
	queries      []string // the names of its query parameters
	givesJSON    bool     // and not a document or a file
}

func (o operation) fill(values []any) string {
	path := o.path
	for _, value := range values {
		open, end := strings.Index(path, "{"), strings.Index(path, "}")
		path = path[:open] + url.PathEscape(fmt.Sprint(value)) + path[end+1:]
	}
	return path
}

func operations(t *testing.T) map[string]operation {
	t.Helper()
	spec, err := contract.GetSpec()
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]operation{}
	for path, item := range spec.Paths.Map() {
		for method, described := range item.Operations() {
			permission, _ := described.Extensions["x-permission"].(string)
			o := operation{method: method, path: path, permission: authz.Permission(permission)}
			for status := range described.Responses.Map() {
				if code, err := strconv.Atoi(status); err == nil {
					o.success = code
				}
			}
			o.givesJSON = described.Responses.Status(o.success).Value.Content.Get("application/json") != nil
			for _, parameter := range described.Parameters {
				if parameter.Value.In == "query" {
					o.queries = append(o.queries, parameter.Value.Name)
				}
			}
			found[described.OperationID] = o
		}
	}
	return found
}

// expectation is who may do an operation, and how it is tried. Whoever is not named and signed in is forbidden it.
type expectation struct {
	operation string
	when      string
	may       []string
	abroad    int            // what somebody from another organization gets who holds the right there; 0 is 404
	except    map[string]int // other answers, by party
	prepare   func(w *world) call
	own       func(w *world, p *party) call // in place of prepare, where the request depends on who asks
}

// Groups of parties, as GLOSSARY.md's table of roles gives them rights.
var (
	drafting    = []string{"officer", "manager"}
	seeingDraft = join(drafting, "secretary", "controller")
	registering = join(seeingDraft, "officer elsewhere", "manager elsewhere", "secretary elsewhere", "controller everywhere", "auditor", "adviser", "other adviser")
	readers     = join(registering, "overseer", "reader", "reader everywhere")
	members     = join(readers, "contributor", "administrator")
	signedIn    = join(members, "unchosen", "foreign official", "foreign auditor", "foreign administrator")
)

func join(names []string, more ...string) []string { return append(slices.Clone(names), more...) }

func without(names []string, left string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { return name == left })
}

func TestEveryOperationAsEveryRole(t *testing.T) {
	w := newWorld(t)
	expectations := slices.Concat(
		identityExpectations,
		auditExpectations,
		responseExpectations,
		aroundExpectations,
		followupExpectations,
		attachmentExpectations,
		roundExpectations,
		confidentialityExpectations,
		publicPageExpectations,
		waitingExpectations,
		memorandumExpectations,
		controlPlanExpectations,
		operationalPlanExpectations,
		indicatorExpectations,
		noticeExpectations,
		checkExpectations,
		loopExpectations,
	)
	named := map[string]bool{}
	for _, e := range expectations {
		named[e.operation] = true
	}
	for name := range w.operationsByName {
		if !named[name] {
			t.Errorf("%s: nobody has said who may do it", name)
		}
	}
	for i, e := range expectations {
		if i%20 == 0 {
			w.db.Owner.MustExec(`analyze`) // the tests' servers do not by themselves, and the world grows
		}
		t.Run(strings.TrimSpace(e.operation+" "+e.when), func(t *testing.T) {
			w.t = t
			w.try(e)
		})
	}
}

// try lets every party ask. What is refused must leave things as they are: the same request is made until one is taken.
func (w *world) try(e expectation) {
	var prepared *call
	for _, p := range w.parties {
		if e.own != nil && p.cookie == nil {
			continue // a stranger has nothing of their own
		}
		if e.own != nil {
			c := e.own(w, p)
			prepared = &c
		} else if prepared == nil {
			c := e.prepare(w)
			prepared = &c
		}
		answer := w.do(p.cookie, *prepared)
		if want := w.expected(e, p); answer.Code != want {
			w.t.Errorf("%s: %d, want %d: %s", p.name, answer.Code, want, answer.Body)
		}
		switch {
		case answer.Code >= http.StatusBadRequest && answer.Header().Get("Content-Type") != "application/problem+json":
			w.t.Errorf("%s: an error of type %q", p.name, answer.Header().Get("Content-Type"))
		case answer.Code < http.StatusBadRequest && p.isAbroad:
			w.checkNothingOfOurs(p, answer.Body.String())
		}
		if answer.Code < http.StatusBadRequest && prepared.method != http.MethodGet {
			prepared = nil
		}
	}
}

func (w *world) expected(e expectation, p *party) int {
	o := w.operationsByName[e.operation]
	switch status, excepted := e.except[p.name]; {
	case excepted:
		return status
	case p.cookie == nil:
		return http.StatusUnauthorized
	case slices.Contains(e.may, p.name):
		return o.success
	case p.isAbroad && p.actor.Has(o.permission) && e.abroad == 0:
		return http.StatusNotFound
	case p.isAbroad && p.actor.Has(o.permission):
		return e.abroad
	}
	return http.StatusForbidden
}

func (w *world) checkNothingOfOurs(p *party, body string) {
	for _, id := range []uuid.UUID{w.organization, w.here, w.elsewhere, w.administration, w.byName["officer"].actor.Account} {
		if strings.Contains(body, id.String()) {
			w.t.Errorf("%s sees something of ours: %s", p.name, body)
		}
	}
}

var identityExpectations = []expectation{
	{operation: "SignIn", own: func(w *world, p *party) call {
		p.cookie = w.cookieOfAnotherSession(p) // the operation ends the session that it is called in
		return w.call("SignIn", 0, nil, credentials(p))
	}, may: signedIn},
	{operation: "GetSession", may: signedIn, own: func(w *world, p *party) call {
		w.signIn(p)
		return w.call("GetSession", 0, nil, nil)
	}},
	{operation: "ChooseOrganization", may: members, except: map[string]int{"unchosen": http.StatusNotFound}, prepare: func(w *world) call {
		return w.call("ChooseOrganization", 0, nil, contract.OrganizationChoice{OrganizationID: w.organization})
	}},
	{operation: "ListOwnSessions", may: signedIn, prepare: func(w *world) call { return w.call("ListOwnSessions", 0, nil, nil) }},
	{operation: "RevokeSession", may: signedIn, own: func(w *world, p *party) call {
		w.cookieOfAnotherSession(p)
		var own contract.OwnSessions
		w.must(p.name, "ListOwnSessions", nil, nil, &own)
		other := slices.IndexFunc(own.Items, func(s contract.OwnSession) bool { return !s.Current })
		return w.call("RevokeSession", 0, []any{own.Items[other].ID}, nil)
	}},
	{operation: "RevokeSession", when: "of somebody else", except: all(signedIn, http.StatusNotFound), prepare: func(w *world) call {
		var own contract.OwnSessions
		w.must("reader", "ListOwnSessions", nil, nil, &own)
		p := w.join(w.organization, "p"+uuid.NewString(), contract.RoleGrant{Role: contract.RoleReader})
		w.parties = w.parties[:len(w.parties)-1]
		w.must(p.name, "ListOwnSessions", nil, nil, &own)
		return w.call("RevokeSession", 0, []any{own.Items[0].ID}, nil)
	}},
	{operation: "ChangePassword", may: signedIn, own: func(w *world, p *party) call {
		change := contract.PasswordChange{Current: p.password, New: p.password + "-nytt"}
		p.password = change.New
		return w.call("ChangePassword", 0, nil, change)
	}},
	{operation: "SignOut", may: signedIn, own: func(w *world, p *party) call {
		return w.call("SignOut", 0, nil, nil)
	}},
	{operation: "GetSession", when: "after signing out", except: all(signedIn, http.StatusUnauthorized), own: func(w *world, p *party) call {
		return w.call("GetSession", 0, nil, nil)
	}},
	{operation: "GetSession", when: "signed in again", may: signedIn, own: func(w *world, p *party) call {
		w.signIn(p)
		return w.call("GetSession", 0, nil, nil)
	}},

	{operation: "GetOrganization", may: members, abroad: http.StatusOK, prepare: func(w *world) call { return w.call("GetOrganization", 0, nil, nil) }},
	{operation: "UpdateOrganization", may: []string{"administrator"}, abroad: http.StatusOK, own: func(w *world, p *party) call {
		own := contract.Organization{Version: 1}
		if p.actor.Organization != uuid.Nil {
			w.must(p.name, "GetOrganization", nil, nil, &own)
		}
		return w.call("UpdateOrganization", own.Version, nil, contract.OrganizationContent{Name: "Storåns kommun", AuditorsName: "Revisorerna"})
	}},
	{operation: "ListAdministrations", may: members, abroad: http.StatusOK, prepare: func(w *world) call { return w.call("ListAdministrations", 0, nil, nil) }},
	{operation: "CreateAdministration", may: []string{"administrator"}, abroad: http.StatusCreated, prepare: func(w *world) call {
		return w.call("CreateAdministration", 0, nil, contract.NewAdministration{ID: uuid.New(), Content: contract.AdministrationContent{Name: uuid.NewString()}})
	}},
	{operation: "UpdateAdministration", may: []string{"administrator"}, prepare: func(w *world) call {
		return w.call("UpdateAdministration", 1, []any{w.newAdministration()}, contract.AdministrationContent{Name: uuid.NewString()})
	}},
	{operation: "DeleteAdministration", may: []string{"administrator"}, prepare: func(w *world) call {
		return w.call("DeleteAdministration", 1, []any{w.newAdministration()}, nil)
	}},
	{operation: "ListCommittees", may: members, abroad: http.StatusOK, prepare: func(w *world) call { return w.call("ListCommittees", 0, nil, nil) }},
	{operation: "CreateCommittee", may: []string{"administrator"}, abroad: http.StatusCreated, prepare: func(w *world) call {
		return w.call("CreateCommittee", 0, nil, contract.NewCommittee{ID: uuid.New(), Content: committeeContent(uuid.NewString())})
	}},
	{operation: "GetCommittee", may: members, prepare: func(w *world) call { return w.call("GetCommittee", 0, []any{w.here}, nil) }},
	{operation: "UpdateCommittee", may: []string{"administrator"}, prepare: func(w *world) call {
		var read contract.Committee
		w.must("reader", "GetCommittee", []any{w.here}, nil, &read)
		return w.call("UpdateCommittee", read.Version, []any{w.here}, committeeContent("Nämnd här"))
	}},
	{operation: "ListMeetings", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		w.newMeeting()
		return w.call("ListMeetings", 0, nil, nil)
	}},
	{operation: "CreateMeeting", may: []string{"secretary", "administrator"}, prepare: func(w *world) call {
		return w.call("CreateMeeting", 0, nil, contract.NewMeeting{ID: uuid.New(), CommitteeID: w.here, Content: contract.MeetingContent{Date: w.nextDay()}})
	}},
	{operation: "UpdateMeeting", may: []string{"secretary", "administrator"}, prepare: func(w *world) call {
		return w.call("UpdateMeeting", 1, []any{w.newMeeting().ID}, contract.MeetingContent{Date: w.nextDay()})
	}},
	{operation: "DeleteMeeting", may: []string{"secretary", "administrator"}, prepare: func(w *world) call {
		return w.call("DeleteMeeting", 1, []any{w.newMeeting().ID}, nil)
	}},

	{operation: "ListMemberships", may: []string{"administrator", "auditor"}, abroad: http.StatusOK, prepare: func(w *world) call {
		return w.call("ListMemberships", 0, nil, nil)
	}},
	{operation: "CreateMembership", when: "of a reader", may: []string{"administrator"}, abroad: http.StatusCreated,
		except: map[string]int{"foreign auditor": http.StatusForbidden}, prepare: func(w *world) call {
			return w.call("CreateMembership", 0, nil, newMembership(contract.RoleReader))
		}},
	{operation: "CreateMembership", when: "of an adviser", may: []string{"auditor"}, abroad: http.StatusForbidden,
		except: map[string]int{"foreign auditor": http.StatusCreated}, prepare: func(w *world) call {
			return w.call("CreateMembership", 0, nil, newMembership(contract.RoleAdviser))
		}},
	{operation: "UpdateMembership", may: []string{"administrator"}, prepare: func(w *world) call {
		return w.call("UpdateMembership", 1, []any{w.newReader().ID}, contract.MembershipContent{Roles: []contract.RoleGrant{{Role: contract.RoleOverseer}}})
	}},
	{operation: "UpdateMembership", when: "of oneself", may: []string{}, except: all([]string{"administrator", "auditor"}, http.StatusConflict), own: func(w *world, p *party) call {
		mine := uuid.New()
		if p.actor.Has(authz.PeopleRead) {
			var page contract.MembershipPage
			w.must(p.name, "ListMemberships", nil, nil, &page)
			own := slices.IndexFunc(page.Items, func(m contract.Membership) bool { return m.Account.ID == p.actor.Account })
			mine = page.Items[own].ID
		}
		return w.call("UpdateMembership", 1, []any{mine}, contract.MembershipContent{Roles: []contract.RoleGrant{{Role: contract.RoleOverseer}}})
	}, abroad: http.StatusConflict},
	{operation: "RenewInitialPassword", may: []string{"administrator"}, prepare: func(w *world) call {
		return w.call("RenewInitialPassword", 0, []any{w.newReader().ID}, nil)
	}},
	{operation: "DeleteMembership", may: []string{"administrator"}, prepare: func(w *world) call {
		return w.call("DeleteMembership", 1, []any{w.newReader().ID}, nil)
	}},
}

func all(names []string, status int) map[string]int {
	same := map[string]int{}
	for _, name := range names {
		same[name] = status
	}
	return same
}
