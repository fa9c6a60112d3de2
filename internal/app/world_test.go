package app_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/app"
	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/identity"
	"uppsikt/internal/postgres/pgtest"
	"uppsikt/internal/reading"
	"uppsikt/internal/web"
)

// TestMain answers when the program calls itself to read a report.
func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == reading.ChildCommand {
		if err := reading.ChildMain(os.Stdin, os.Stdout); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

// party is somebody who asks. The stranger has no session.
type party struct {
	name     string
	password string
	cookie   *http.Cookie
	actor    authz.Actor // what the rights are reckoned by
	isAbroad bool        // of another organization
}

// world is the whole program with an organization of two committees, here and elsewhere, and another organization.
type world struct {
	t                *testing.T
	handler          http.Handler
	db               *pgtest.DB
	identity         *identity.Service
	organization     uuid.UUID
	here, elsewhere  uuid.UUID
	administration   uuid.UUID
	parties          []*party
	byName           map[string]*party
	days, years      int
	operationsByName map[string]operation
}

// firstWorld is made once, for its passwords take seconds; each test's world is a copy of it.
var firstWorld struct {
	database pgtest.Filled
	world    *world
}

func newWorld(t *testing.T) *world {
	t.Helper()
	db := firstWorld.database.New(t, func(db *pgtest.DB) { firstWorld.world = settledWorld(t, db) })
	w := *firstWorld.world
	w.t = t
	w.serveFrom(db)
	w.parties, w.byName = nil, map[string]*party{}
	for _, p := range firstWorld.world.parties {
		own := *p
		w.add(&own)
	}
	return &w
}

func (w *world) serveFrom(db *pgtest.DB) {
	w.t.Helper()
	handler, err := app.New(app.Config{Now: app.SystemClock}, db.Server)
	if err != nil {
		w.t.Fatal(err)
	}
	w.db, w.handler, w.identity = db, handler, identity.NewService(db.Server, app.SystemClock)
}

func settledWorld(t *testing.T, db *pgtest.DB) *world {
	t.Helper()
	w := &world{
		t: t, organization: uuid.New(), here: uuid.New(), elsewhere: uuid.New(), byName: map[string]*party{}, operationsByName: operations(t),
	}
	w.serveFrom(db)
	w.settle(w.organization, "", w.here, w.elsewhere)
	w.peopleOfTheOrganization()
	abroad, theirs := uuid.New(), uuid.New()
	w.settle(abroad, "foreign ", theirs)
	over := func(role contract.Role) contract.RoleGrant {
		return contract.RoleGrant{Role: role, CommitteeID: &theirs}
	}
	w.join(abroad, "foreign official", over(contract.RoleOfficer), over(contract.RoleManager), over(contract.RoleSecretary), over(contract.RoleController),
		contract.RoleGrant{Role: contract.RoleAdministrator}).isAbroad = true
	w.byName["foreign auditor"].isAbroad = true
	w.unemployed("unchosen")
	w.add(&party{name: "stranger"})
	return w
}

// settle makes an organization with an auditor and an administrator, who makes its committees.
func (w *world) settle(organization uuid.UUID, prefix string, committees ...uuid.UUID) {
	w.t.Helper()
	content := contract.OrganizationContent{Name: prefix + "Storåns kommun", AuditorsName: "Revisorerna"}
	if _, err := w.identity.Establish(w.t.Context(), organization, content); err != nil {
		w.t.Fatal(err)
	}
	w.join(organization, prefix+"auditor", contract.RoleGrant{Role: contract.RoleAuditor})
	administrator := prefix + "administrator"
	w.join(organization, administrator, contract.RoleGrant{Role: contract.RoleAdministrator})
	w.byName[administrator].isAbroad = prefix != ""
	for i, committee := range committees {
		w.must(administrator, "CreateCommittee", nil, contract.NewCommittee{ID: committee, Content: committeeContent(fmt.Sprintf("Nämnd %d", i))}, nil)
	}
}

func (w *world) peopleOfTheOrganization() {
	w.t.Helper()
	w.administration = w.newAdministration()
	for _, role := range []contract.Role{contract.RoleOfficer, contract.RoleManager, contract.RoleSecretary, contract.RoleController, contract.RoleContributor, contract.RoleReader} {
		w.join(w.organization, string(role), contract.RoleGrant{Role: role, CommitteeID: &w.here})
	}
	for _, role := range []contract.Role{contract.RoleOfficer, contract.RoleManager, contract.RoleSecretary} {
		w.join(w.organization, string(role)+" elsewhere", contract.RoleGrant{Role: role, CommitteeID: &w.elsewhere})
	}
	for _, role := range []contract.Role{contract.RoleController, contract.RoleReader} {
		w.join(w.organization, string(role)+" everywhere", contract.RoleGrant{Role: role})
	}
	w.join(w.organization, "overseer", contract.RoleGrant{Role: contract.RoleOverseer})
	w.join(w.organization, "adviser", contract.RoleGrant{Role: contract.RoleAdviser})
	w.join(w.organization, "other adviser", contract.RoleGrant{Role: contract.RoleAdviser})
}

// join makes a person a member and signs them in.
func (w *world) join(organization uuid.UUID, name string, roles ...contract.RoleGrant) *party {
	w.t.Helper()
	p := &party{name: name, password: "lösenordet-för-" + name}
	created, err := w.identity.Enrol(w.t.Context(), organization, identity.NewMember{Password: p.password, NewMembership: contract.NewMembership{
		ID: uuid.New(), Email: address(name), Name: name, Content: contract.MembershipContent{Roles: roles},
	}})
	if err != nil {
		w.t.Fatal(err)
	}
	p.actor = authz.Actor{Account: created.Membership.Account.ID, Organization: organization, Roles: roles}
	w.signIn(p)
	return w.add(p)
}

// unemployed has an account and no organization.
func (w *world) unemployed(name string) {
	w.t.Helper()
	p := w.join(w.organization, name, contract.RoleGrant{Role: contract.RoleReader})
	var page contract.MembershipPage
	w.must("administrator", "ListMemberships", nil, nil, &page)
	for _, m := range page.Items {
		if m.Account.ID == p.actor.Account {
			w.mustWith("administrator", "DeleteMembership", m.Version, []any{m.ID}, nil, nil)
		}
	}
	p.actor = authz.Actor{Account: p.actor.Account}
}

func (w *world) add(p *party) *party {
	w.parties = append(w.parties, p)
	w.byName[p.name] = p
	return p
}

func address(name string) string { return strings.ReplaceAll(name, " ", ".") + "@storan.example" }

func (w *world) signIn(p *party) {
	w.t.Helper()
	answer := w.do(nil, w.call("SignIn", 0, nil, credentials(p)))
	if answer.Code != http.StatusCreated {
		w.t.Fatalf("%s signs in: %d %s", p.name, answer.Code, answer.Body)
	}
	p.cookie = answer.Result().Cookies()[0]
}

func credentials(p *party) contract.Credentials {
	return contract.Credentials{Email: address(p.name), Password: p.password}
}

// call is a request for an operation of the contract.
type call struct {
	method, path, contentType string
	version                   int64 // sent in If-Match when it is not 0
	body                      []byte
	upon0                     bool // version 0 is sent too: of what is not set yet
}

// call fills the operation's path with values in order.
func (w *world) call(operation string, version int64, values []any, body any) call {
	w.t.Helper()
	known, ok := w.operationsByName[operation]
	if !ok {
		w.t.Fatalf("the contract has no operation %s", operation)
	}
	c := call{method: known.method, path: "/api/v1" + known.fill(values), version: version}
	if body != nil {
		written, err := json.Marshal(body)
		if err != nil {
			w.t.Fatal(err)
		}
		c.body, c.contentType = written, "application/json"
	}
	return c
}

func (w *world) do(cookie *http.Cookie, c call) *httptest.ResponseRecorder {
	request := httptest.NewRequest(c.method, c.path, bytes.NewReader(c.body))
	if c.contentType != "" {
		request.Header.Set("Content-Type", c.contentType)
	}
	if c.version != 0 || c.upon0 {
		request.Header.Set("If-Match", fmt.Sprintf("%q", fmt.Sprint(c.version)))
	}
	if cookie != nil {
		request.AddCookie(cookie)
	}
	answer := httptest.NewRecorder()
	w.handler.ServeHTTP(answer, request)
	return answer
}

// must does what cannot fail, on the way to what is tested.
func (w *world) must(who, operation string, values []any, body, into any) {
	w.t.Helper()
	w.mustWith(who, operation, 0, values, body, into)
}

func (w *world) mustWith(who, operation string, version int64, values []any, body, into any) {
	w.t.Helper()
	w.mustCall(who, w.call(operation, version, values, body), into)
}

func (w *world) mustCall(who string, c call, into any) {
	w.t.Helper()
	answer := w.do(w.byName[who].cookie, c)
	if answer.Code >= http.StatusMultipleChoices {
		w.t.Fatalf("%s does %s %s: %d %s", who, c.method, c.path, answer.Code, answer.Body)
	}
	if into == nil {
		return
	}
	if err := json.NewDecoder(io.TeeReader(answer.Body, io.Discard)).Decode(into); err != nil {
		w.t.Fatalf("%s: %v", c.path, err)
	}
}

// nextDay gives another day each time.
func (w *world) nextDay() calendar.Date {
	w.days++
	return calendar.New(2030, 1, 1).AddDays(w.days)
}

func (w *world) cookieOfAnotherSession(p *party) *http.Cookie {
	w.t.Helper()
	first := p.cookie
	defer func() { p.cookie = first }()
	w.signIn(p)
	if p.cookie.Name != web.CookieName {
		w.t.Fatalf("got the cookie %s", p.cookie.Name)
	}
	return p.cookie
}
