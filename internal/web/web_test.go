package web

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// meetings answers two operations; the others are not called.
type meetings struct{ contract.StrictServerInterface }

func (meetings) UpdateMeeting(_ context.Context, request contract.UpdateMeetingRequestObject) (contract.UpdateMeetingResponseObject, error) {
	version, err := Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.UpdateMeeting200JSONResponse{ID: request.ID, Version: version + 1, Content: *request.Body}, nil
}

func (meetings) GetOrganization(context.Context, contract.GetOrganizationRequestObject) (contract.GetOrganizationResponseObject, error) {
	return nil, errors.New("the password of the database is hunter2")
}

type visitors map[string]authz.Actor

func (v visitors) Actor(_ context.Context, secret string) (authz.Actor, error) { return v[secret], nil }

func serve(t *testing.T) *httptest.Server {
	t.Helper()
	committee := uuid.New()
	role := func(role contract.Role, of *uuid.UUID) authz.Actor {
		return authz.Actor{Account: uuid.New(), Organization: uuid.New(), Roles: []contract.RoleGrant{{Role: role, CommitteeID: of}}}
	}
	handler, err := New(Parts{
		Operations: meetings{},
		Sessions:   visitors{"secretary": role(contract.RoleSecretary, &committee), "reader": role(contract.RoleReader, nil)},
		SPA:        fstest.MapFS{"index.html": {Data: []byte("<title>Uppsikt</title>")}, "assets/app-1a2b.js": {Data: []byte("1")}},
		Ready:      func(context.Context) error { return errors.New("no") },
	})
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}

type request struct{ method, path, as, ifMatch, body string }

type answer struct {
	status  int
	header  http.Header
	problem contract.Problem // zero where the answer is none
}

func (r request) send(t *testing.T, server *httptest.Server) answer {
	t.Helper()
	sent, err := http.NewRequestWithContext(t.Context(), r.method, server.URL+r.path, strings.NewReader(r.body))
	if err != nil {
		t.Fatal(err)
	}
	sent.Header.Set("Content-Type", "application/json")
	if r.as != "" {
		sent.Header.Set("Cookie", CookieName+"="+r.as)
	}
	if r.ifMatch != "" {
		sent.Header.Set("If-Match", r.ifMatch)
	}
	response, err := server.Client().Do(sent)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	received := answer{status: response.StatusCode, header: response.Header}
	if response.Header.Get("Content-Type") == "application/problem+json" {
		if err := json.NewDecoder(response.Body).Decode(&received.problem); err != nil {
			t.Fatal(err)
		}
	}
	return received
}

var meeting = "/api/v1/meetings/" + uuid.NewString()

const dates = `{"date":"2024-02-15","manuscriptStop":"2024-02-01","preparation":null,"dispatch":null}`

func TestTheDoor(t *testing.T) {
	server := serve(t)
	cases := []struct {
		name    string
		request request
		status  int
		code    string
	}{
		{"a stranger learns nothing of shapes", request{"PUT", meeting, "", "", `{"no":`}, 401, "not_signed_in"},
		{"a role without the right", request{"PUT", meeting, "reader", `"1"`, dates}, 403, "forbidden"},
		{"not JSON", request{"PUT", meeting, "secretary", `"1"`, `{"no":`}, 400, "malformed"},
		{"without If-Match", request{"PUT", meeting, "secretary", "", dates}, 428, "precondition_required"},
		{"an If-Match of somebody else", request{"PUT", meeting, "secretary", `"abc"`, dates}, 412, "stale"},
		{"no such operation", request{"GET", "/api/v1/nothing", "secretary", "", ""}, 404, "not_found"},
		{"no such method", request{"PATCH", meeting, "secretary", "", ""}, 405, "method_not_allowed"},
		{"an unknown error is neutral", request{"GET", "/api/v1/organization", "secretary", "", ""}, 500, "internal"},
		{"not ready", request{"GET", "/readyz", "", "", ""}, 503, "unavailable"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := c.request.send(t, server)
			if got.status != c.status || got.problem.Code != c.code {
				t.Errorf("got %d %s, want %d %s", got.status, got.problem.Code, c.status, c.code)
			}
			if detail := got.problem.Detail; detail != nil && strings.Contains(*detail, "hunter2") {
				t.Error("the client learned the cause")
			}
		})
	}
}

func TestFaultsPointAtFields(t *testing.T) {
	server := serve(t)
	cases := []struct{ name, body, pointer, code string }{
		{"missing", `{"date":"2024-02-15","manuscriptStop":null,"preparation":null}`, "/dispatch", "required"},
		{"no such day", `{"date":"2023-02-29","manuscriptStop":null,"preparation":null,"dispatch":null}`, "/date", "format"},
		{"fields against each other", `{"date":"2024-02-15","manuscriptStop":"2024-02-16","preparation":null,"dispatch":null}`, "/manuscriptStop", "ltefield"},
		{"unknown", `{"date":"2024-02-15","manuscriptStop":null,"preparation":null,"dispatch":null,"room":"1"}`, "", "unknown_property"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			got := request{"PUT", meeting, "secretary", `"1"`, c.body}.send(t, server)
			if got.status != 422 || got.problem.Errors == nil {
				t.Fatalf("got %d %+v", got.status, got.problem)
			}
			if first := (*got.problem.Errors)[0]; first.Pointer != c.pointer || first.Code != c.code {
				t.Errorf("got %+v, want %s %s", *got.problem.Errors, c.pointer, c.code)
			}
		})
	}
}

func TestAWrongMethodIsToldTheRightOnes(t *testing.T) {
	got := request{"PATCH", meeting, "", "", ""}.send(t, serve(t))
	if allowed := got.header.Get("Allow"); !strings.Contains(allowed, "PUT") || !strings.Contains(allowed, "DELETE") {
		t.Errorf("Allow: %q", allowed)
	}
}

func TestARepresentationHasItsEntityTag(t *testing.T) {
	got := request{"PUT", meeting, "secretary", `"7"`, dates}.send(t, serve(t))
	if got.status != 200 || got.header.Get("ETag") != `"8"` {
		t.Errorf("got %d, ETag %s", got.status, got.header.Get("ETag"))
	}
}

func TestTheFrontEnd(t *testing.T) {
	server := serve(t)
	for path, want := range map[string]struct {
		status int
		cache  string
	}{
		"/":                    {200, "no-cache"},
		"/granskningar":        {200, "no-cache"},
		"/assets/app-1a2b.js":  {200, "public, max-age=31536000, immutable"},
		"/assets/old-0000.js":  {404, "no-store"},
		"/api/v2/granskningar": {404, "no-store"},
	} {
		got := request{"GET", path, "", "", ""}.send(t, server)
		if got.status != want.status || got.header.Get("Cache-Control") != want.cache {
			t.Errorf("%s: %d %q", path, got.status, got.header.Get("Cache-Control"))
		}
		if policy := got.header.Get("Content-Security-Policy"); !strings.Contains(policy, "script-src 'self'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", path, policy)
		}
	}
}

func TestAnotherSitesRequestIsRefused(t *testing.T) {
	server := serve(t)
	sent, err := http.NewRequestWithContext(t.Context(), "POST", server.URL+"/api/v1/session", strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	sent.Header.Set("Sec-Fetch-Site", "cross-site")
	answer, err := server.Client().Do(sent)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusForbidden {
		t.Errorf("got %d", answer.StatusCode)
	}
}

func TestACookieIsHiddenFromScripts(t *testing.T) {
	for _, attribute := range []string{"HttpOnly", "Secure", "SameSite=Lax", "Path=/"} {
		if cookie := Cookie("secret", time.Hour, true); !strings.Contains(cookie, attribute) {
			t.Errorf("%s lacks %s", cookie, attribute)
		}
	}
}

func TestEveryKindOfFaultHasAStatus(t *testing.T) {
	for kind := fault.KindInvalid; kind <= fault.KindMethodNotAllowed; kind++ {
		if statuses[kind] == 0 {
			t.Errorf("kind %d has no status", kind)
		}
	}
}

func TestDatesAreComparedAsDays(t *testing.T) {
	later := calendar.New(2024, 3, 1)
	err := commands.Struct(contract.MeetingContent{Date: calendar.New(2024, 2, 29), Dispatch: &later})
	if err == nil {
		t.Error("papers go out before the meeting")
	}
}
