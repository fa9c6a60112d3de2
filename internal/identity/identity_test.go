package identity_test

import (
	"errors"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/identity"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres/pgtest"
	"uppsikt/internal/web"
)

const right = "korrekt-hästbatteri-häftklammer"

var client = web.Client{Address: "192.0.2.7", UserAgent: "Provläsare/1.0"}

// town is an organization with an auditor and two administrators, who all have the right password.
type town struct {
	*pgtest.DB
	service      *identity.Service
	organization uuid.UUID
	members      []contract.CreatedMembership
	clock        time.Time
}

func open(t *testing.T) *town {
	t.Helper()
	w := &town{DB: pgtest.New(t), organization: uuid.New(), clock: time.Date(2024, 2, 29, 10, 0, 0, 0, time.UTC)}
	w.service = identity.NewService(w.Server, func() time.Time { return w.clock })
	w.members = w.establish(t, w.organization, "Storåns kommun")
	return w
}

func (w *town) establish(t *testing.T, id uuid.UUID, name string) []contract.CreatedMembership {
	t.Helper()
	return must[[]contract.CreatedMembership](t)(w.service.Establish(t.Context(), id, contract.OrganizationContent{Name: name, AuditorsName: "Revisorerna"},
		member("auditor", contract.RoleAuditor), member("admin", contract.RoleAdministrator), member("second", contract.RoleAdministrator)))
}

func member(mailbox string, role contract.Role) identity.NewMember {
	return identity.NewMember{Password: right, NewMembership: contract.NewMembership{
		ID: uuid.New(), Email: mailbox + "@storan.example", Name: strings.ToUpper(mailbox),
		Content: contract.MembershipContent{Roles: []contract.RoleGrant{{Role: role}}},
	}}
}

func (w *town) actor(n int) authz.Actor {
	m := w.members[n].Membership
	return authz.Actor{Account: m.Account.ID, Name: m.Account.Name, Email: m.Account.Email, Organization: w.organization, Roles: m.Content.Roles}
}

func (w *town) signIn(t *testing.T, mailbox string) (string, authz.Actor) {
	t.Helper()
	secret, _, err := w.service.SignIn(t.Context(), client, authz.Actor{}, contract.Credentials{Email: mailbox + "@storan.example", Password: right})
	if err != nil {
		t.Fatal(err)
	}
	return secret, must[authz.Actor](t)(w.service.Actor(t.Context(), secret))
}

func (w *town) try(t *testing.T, from web.Client, email, password string) error {
	t.Helper()
	_, _, err := w.service.SignIn(t.Context(), from, authz.Actor{}, contract.Credentials{Email: email, Password: password})
	return err
}

func must[T any](t *testing.T) func(T, error) T {
	return func(value T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return value
	}
}

func TestSignInGivesAnActorInTheOnlyOrganization(t *testing.T) {
	w := open(t)
	secret, session, err := w.service.SignIn(t.Context(), client, authz.Actor{}, contract.Credentials{Email: " Admin@Storan.example ", Password: right})
	if err != nil {
		t.Fatal(err)
	}
	if session.Organization == nil || session.Organization.ID != w.organization || session.Account.Name != "ADMIN" || len(session.Permissions) == 0 {
		t.Errorf("got %+v", session)
	}
	actor := must[authz.Actor](t)(w.service.Actor(t.Context(), secret))
	if actor.Organization != w.organization || !actor.Is(contract.RoleAdministrator) {
		t.Errorf("got %+v", actor)
	}
	var stored int
	if err := w.Owner.Get(&stored, `select count(*) from session where strpos(encode(token_hash, 'escape'), $1) > 0`, secret); err != nil || stored != 0 {
		t.Errorf("the secret is stored: %d %v", stored, err)
	}
	if unknown := must[authz.Actor](t)(w.service.Actor(t.Context(), secret+"x")); unknown.Account != uuid.Nil {
		t.Errorf("another secret gives %+v", unknown)
	}
}

func TestSignInRefusesAlikeWhateverIsWrong(t *testing.T) {
	w := open(t)
	for _, email := range []string{"admin@storan.example", "nobody@storan.example"} {
		if err := w.try(t, client, email, "fel"); !fault.Is(err, "wrong_credentials") || fault.KindOf(err) != fault.KindUnauthenticated {
			t.Errorf("%s: %v", email, err)
		}
	}
	w.Owner.MustExec(`update account set password_hash = null`)
	if err := w.try(t, client, "admin@storan.example", ""); !fault.Is(err, "wrong_credentials") {
		t.Errorf("an account without a password: %v", err)
	}
}

func TestTriesAtTheSameTimeDoNotPassTheLimitTogether(t *testing.T) {
	w := open(t)
	const tries = 16
	var group sync.WaitGroup
	refusals := make(chan error, tries)
	for range tries {
		group.Go(func() { refusals <- w.try(t, client, "admin@storan.example", "fel") })
	}
	group.Wait()
	close(refusals)
	counted := map[fault.Kind]int{}
	for err := range refusals {
		counted[fault.KindOf(err)]++
	}
	if counted[fault.KindUnauthenticated] != 10 || counted[fault.KindTooManyRequests] != tries-10 {
		t.Errorf("got %v", counted)
	}
	if err := w.try(t, web.Client{Address: "198.51.100.1"}, "admin@storan.example", right); !fault.Is(err, "too_many_requests") {
		t.Errorf("the right password passes the limit: %v", err)
	}
	if err := w.try(t, client, "auditor@storan.example", right); err != nil {
		t.Errorf("another account is held too: %v", err)
	}
	w.clock = w.clock.Add(15*time.Minute + time.Second)
	if err := w.try(t, client, "admin@storan.example", right); err != nil {
		t.Errorf("after the window: %v", err)
	}
}

func TestAnAddressIsLimitedOverManyAccounts(t *testing.T) {
	w := open(t)
	w.Owner.MustExec(`insert into sign_in_attempt (account, address, at, accepted)
		select n::text, '2001:db8:1:2::/64', $1, false from generate_series(1, 50) n`, w.clock)
	if err := w.try(t, web.Client{Address: "2001:db8:1:2::99"}, "admin@storan.example", right); !fault.Is(err, "too_many_requests") {
		t.Errorf("the same network: %v", err)
	}
	if err := w.try(t, web.Client{Address: "2001:db8:1:3::99"}, "admin@storan.example", right); err != nil {
		t.Errorf("the network beside: %v", err)
	}
}

func TestSuccessesDoNotCount(t *testing.T) {
	w := open(t)
	for range 11 {
		w.signIn(t, "admin")
	}
}

func TestASessionEndsWhenItIsIdleAndAfterAWeek(t *testing.T) {
	w := open(t)
	secret, actor := w.signIn(t, "admin")
	seen := func() time.Time {
		own := must[contract.OwnSessions](t)(w.service.OwnSessions(t.Context(), actor))
		return own.Items[0].LastSeenAt
	}
	began := w.clock
	w.clock = began.Add(59 * time.Second)
	must[authz.Actor](t)(w.service.Actor(t.Context(), secret))
	if !seen().Equal(began) {
		t.Errorf("written after less than a minute: %s", seen())
	}
	for w.clock.Before(began.Add(identity.Lifetime - 11*time.Hour)) {
		w.clock = w.clock.Add(11 * time.Hour)
		if a := must[authz.Actor](t)(w.service.Actor(t.Context(), secret)); a.Account == uuid.Nil || !seen().Equal(w.clock) {
			t.Fatalf("ended in use, after %s", w.clock.Sub(began))
		}
	}
	w.clock = began.Add(identity.Lifetime)
	if a := must[authz.Actor](t)(w.service.Actor(t.Context(), secret)); a.Account != uuid.Nil {
		t.Error("lives after a week")
	}
	secret, _ = w.signIn(t, "admin")
	w.clock = w.clock.Add(12 * time.Hour)
	if a := must[authz.Actor](t)(w.service.Actor(t.Context(), secret)); a.Account != uuid.Nil {
		t.Error("lives after twelve idle hours")
	}
}

func TestSigningInAgainEndsTheSessionBefore(t *testing.T) {
	w := open(t)
	first, former := w.signIn(t, "admin")
	if _, _, err := w.service.SignIn(t.Context(), client, former, contract.Credentials{Email: "auditor@storan.example", Password: right}); err != nil {
		t.Fatal(err)
	}
	if a := must[authz.Actor](t)(w.service.Actor(t.Context(), first)); a.Account != uuid.Nil {
		t.Error("the former session lives")
	}
}

func TestOnesSessionsAreListedAndEndedByOneselfAlone(t *testing.T) {
	w := open(t)
	elsewhere, other := w.signIn(t, "admin")
	w.clock = w.clock.Add(time.Minute)
	_, actor := w.signIn(t, "admin")
	_, auditor := w.signIn(t, "auditor")
	own := must[contract.OwnSessions](t)(w.service.OwnSessions(t.Context(), actor))
	if len(own.Items) != 2 || !own.Items[0].Current || own.Items[1].Current || own.Items[0].UserAgent != client.UserAgent {
		t.Errorf("got %+v", own)
	}
	if err := w.service.EndSession(t.Context(), auditor, other.Session); !fault.Is(err, "not_found") {
		t.Errorf("somebody else's: %v", err)
	}
	if err := w.service.EndSession(t.Context(), actor, other.Session); err != nil {
		t.Error(err)
	}
	if a := must[authz.Actor](t)(w.service.Actor(t.Context(), elsewhere)); a.Account != uuid.Nil {
		t.Error("the revoked session lives")
	}
}

func TestANewPasswordEndsTheOtherSessions(t *testing.T) {
	w := open(t)
	elsewhere, _ := w.signIn(t, "admin")
	here, actor := w.signIn(t, "admin")
	change := contract.PasswordChange{Current: "fel", New: "ett-nytt-och-långt"}
	if err := w.service.ChangePassword(t.Context(), client, actor, change); fault.KindOf(err) != fault.KindInvalid {
		t.Errorf("with the wrong current one: %v", err)
	}
	change.Current = right
	if err := w.service.ChangePassword(t.Context(), client, actor, change); err != nil {
		t.Fatal(err)
	}
	if a := must[authz.Actor](t)(w.service.Actor(t.Context(), elsewhere)); a.Account != uuid.Nil {
		t.Error("the other session lives")
	}
	if a := must[authz.Actor](t)(w.service.Actor(t.Context(), here)); a.Account == uuid.Nil {
		t.Error("the own session ended")
	}
	if err := w.try(t, client, "admin@storan.example", right); !fault.Is(err, "wrong_credentials") {
		t.Errorf("the old password: %v", err)
	}
	if err := w.try(t, client, "admin@storan.example", change.New); err != nil {
		t.Errorf("the new password: %v", err)
	}
}

func TestAnOrganizationIsChosenAmongOnesOwn(t *testing.T) {
	w := open(t)
	second := uuid.New()
	w.establish(t, second, "Ånäs kommun")
	foreign := uuid.New()
	must[[]contract.CreatedMembership](t)(w.service.Establish(t.Context(), foreign, contract.OrganizationContent{Name: "Annan", AuditorsName: "R"}, member("other", contract.RoleAuditor)))
	secret, actor := w.signIn(t, "admin")
	if actor.Organization != uuid.Nil || actor.Has(authz.Member) {
		t.Errorf("one of two was chosen: %+v", actor)
	}
	if _, err := w.service.ChooseOrganization(t.Context(), actor, foreign); !fault.Is(err, "not_found") {
		t.Errorf("another's: %v", err)
	}
	session := must[contract.Session](t)(w.service.ChooseOrganization(t.Context(), actor, second))
	if session.Organization == nil || session.Organization.Name != "Ånäs kommun" || len(session.Organizations) != 2 || len(session.Roles) != 1 {
		t.Errorf("got %+v", session)
	}
	if actor := must[authz.Actor](t)(w.service.Actor(t.Context(), secret)); actor.Organization != second {
		t.Errorf("got %+v", actor)
	}
}

func TestAMemberGetsAnAccountOnce(t *testing.T) {
	w := open(t)
	given := member("new", contract.RoleReader).NewMembership
	given.Email = "New@Storan.example"
	created := must[contract.CreatedMembership](t)(w.service.CreateMembership(t.Context(), w.actor(1), given))
	if created.InitialPassword == nil || created.Membership.Account.Email != "new@storan.example" {
		t.Fatalf("got %+v", created)
	}
	if err := w.try(t, client, given.Email, *created.InitialPassword); err != nil {
		t.Errorf("with the initial password: %v", err)
	}
	again := must[contract.CreatedMembership](t)(w.service.CreateMembership(t.Context(), w.actor(1), given))
	if again.InitialPassword != nil || again.Membership.ID != given.ID {
		t.Errorf("a create repeated: %+v", again)
	}
	given.ID = uuid.New()
	var known *fault.Error
	if _, err := w.service.CreateMembership(t.Context(), w.actor(1), given); !errors.As(err, &known) || known.Fields[0].Pointer != "/email" {
		t.Errorf("a second membership: %v", err)
	}
	other := uuid.New()
	must[[]contract.CreatedMembership](t)(w.service.Establish(t.Context(), other, contract.OrganizationContent{Name: "Annan", AuditorsName: "R"}, member("x", contract.RoleAuditor)))
	there := must[contract.CreatedMembership](t)(w.service.Enrol(t.Context(), other, identity.NewMember{NewMembership: given}))
	if there.InitialPassword != nil || there.Membership.Account.Name != "NEW" {
		t.Errorf("in another organization the account is the same: %+v", there)
	}
	if _, err := journal.Verify(t.Context(), w.Owner, nil); err != nil {
		t.Error(err)
	}
}

func TestWhoGrantsWhat(t *testing.T) {
	w := open(t)
	auditor, admin := w.actor(0), w.actor(1)
	committee := uuid.New()
	for _, c := range []struct {
		by   authz.Actor
		role contract.Role
		over *uuid.UUID
		want string
	}{
		{admin, contract.RoleAuditor, nil, "forbidden"},
		{admin, contract.RoleAdviser, nil, "forbidden"},
		{admin, contract.RoleOfficer, nil, "invalid"},
		{admin, contract.RoleOfficer, &committee, "invalid"}, // of no such committee
		{auditor, contract.RoleReader, nil, "forbidden"},
		{auditor, contract.RoleAdviser, nil, ""},
		{admin, contract.RoleReader, nil, ""},
	} {
		given := member("p"+uuid.NewString(), c.role).NewMembership
		given.Content.Roles[0].CommitteeID = c.over
		_, err := w.service.CreateMembership(t.Context(), c.by, given)
		if c.want == "" && err != nil || c.want != "" && !fault.Is(err, c.want) {
			t.Errorf("%s grants %s: %v, want %q", c.by.Name, c.role, err, c.want)
		}
	}
}

func TestAMembershipIsChangedAndDeleted(t *testing.T) {
	w := open(t)
	admin, second := w.actor(1), w.members[2].Membership
	content := contract.MembershipContent{Title: "Kanslichef", Roles: []contract.RoleGrant{{Role: contract.RoleAdministrator}, {Role: contract.RoleReader}, {Role: contract.RoleReader}}}
	changed := must[contract.Membership](t)(w.service.UpdateMembership(t.Context(), admin, second.ID, second.Version, content))
	if changed.Content.Title != "Kanslichef" || len(changed.Content.Roles) != 2 || changed.Version == second.Version {
		t.Errorf("got %+v", changed)
	}
	if err := w.service.DeleteMembership(t.Context(), admin, second.ID, second.Version); !fault.Is(err, "stale") {
		t.Errorf("an old version: %v", err)
	}
	own := w.members[1].Membership
	if _, err := w.service.UpdateMembership(t.Context(), admin, own.ID, own.Version, content); !fault.Is(err, "own_roles") {
		t.Errorf("own roles: %v", err)
	}
	secret, _ := w.signIn(t, "second")
	if err := w.service.DeleteMembership(t.Context(), admin, second.ID, changed.Version); err != nil {
		t.Fatal(err)
	}
	if actor := must[authz.Actor](t)(w.service.Actor(t.Context(), secret)); actor.Account == uuid.Nil || actor.Organization != uuid.Nil || actor.Has(authz.PeopleRead) {
		t.Errorf("a signed-in person who is no member any more: %+v", actor)
	}
}

func TestTwoAdministratorsDoNotTakeAwayEachOther(t *testing.T) {
	w := open(t)
	var group sync.WaitGroup
	results := make([]error, 2)
	for i := range results {
		by, of := w.actor(1+i), w.members[2-i].Membership
		group.Go(func() { results[i] = w.service.DeleteMembership(t.Context(), by, of.ID, of.Version) })
	}
	group.Wait()
	refused := 0
	for _, err := range results {
		if fault.Is(err, "last_administrator") {
			refused++
		} else if err != nil {
			t.Error(err)
		}
	}
	if refused != 1 {
		t.Errorf("got %v", results)
	}
}

func TestMembershipsAreFoundByNameAndAddress(t *testing.T) {
	w := open(t)
	person := member("asa", contract.RoleReader)
	person.Name = "Åsa Öberg"
	must[contract.CreatedMembership](t)(w.service.Enrol(t.Context(), w.organization, person))
	for q, want := range map[string]int{"åsa ö": 1, "STORAN.EX": 4, "%": 0, "": 4} {
		page := must[contract.MembershipPage](t)(w.service.Memberships(t.Context(), w.actor(1), contract.ListMembershipsParams{Q: &q}))
		if page.Total != want || len(page.Items) != want {
			t.Errorf("%q: %d, want %d", q, page.Total, want)
		}
	}
	size := 3
	page := must[contract.MembershipPage](t)(w.service.Memberships(t.Context(), w.actor(1), contract.ListMembershipsParams{PageSize: &size}))
	if page.Total != 4 || len(page.Items) != 3 || page.Items[0].Account.Name != "ADMIN" {
		t.Errorf("got %+v", page)
	}
}

func TestANewInitialPasswordEndsTheSessionsOfAnAccountOfThisOrganizationAlone(t *testing.T) {
	w := open(t)
	_, before := w.signIn(t, "second")
	auditor, admin, second := w.members[0].Membership, w.members[1].Membership, w.members[2].Membership

	if _, err := w.service.RenewInitialPassword(t.Context(), w.actor(1), admin.ID); !fault.Is(err, "own_roles") {
		t.Errorf("one's own: %v", err)
	}
	if _, err := w.service.RenewInitialPassword(t.Context(), w.actor(1), auditor.ID); !fault.Is(err, "forbidden") {
		t.Errorf("an auditor's, by an administrator: %v", err)
	}
	if _, err := w.service.RenewInitialPassword(t.Context(), w.actor(0), second.ID); !fault.Is(err, "forbidden") {
		t.Errorf("an administrator's, by an auditor: %v", err)
	}
	renewed := must[contract.InitialPassword](t)(w.service.RenewInitialPassword(t.Context(), w.actor(1), second.ID))
	if err := w.try(t, client, "second@storan.example", right); err == nil {
		t.Error("the lost password still signs in")
	}
	if err := w.try(t, client, "second@storan.example", renewed.InitialPassword); err != nil {
		t.Errorf("the new password does not sign in: %v", err)
	}
	sessions := must[contract.OwnSessions](t)(w.service.OwnSessions(t.Context(), before))
	for _, session := range sessions.Items {
		if session.ID == before.Session {
			t.Error("the session before the new password goes on")
		}
	}
	w.establish(t, uuid.New(), "Lillåns kommun")
	if _, err := w.service.RenewInitialPassword(t.Context(), w.actor(1), second.ID); !fault.Is(err, "account_is_shared") {
		t.Errorf("an account of two organizations: %v", err)
	}
}
