package app_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
)

var publicPageExpectations = []expectation{
	{operation: "GetPublicPage", may: members, abroad: http.StatusOK, prepare: func(w *world) call { return w.call("GetPublicPage", 0, nil, nil) }},
	{operation: "SetPublicPage", may: []string{"administrator"}, abroad: http.StatusPreconditionFailed, prepare: func(w *world) call {
		return w.call("SetPublicPage", w.publicPage().Version, nil, contract.PublicPageContent{})
	}},
	{operation: "PublishAudit", may: []string{"auditor"}, prepare: func(w *world) call {
		audit := w.confirmed()
		return w.call("PublishAudit", audit.Version, []any{audit.ID}, contract.Publication{Published: true})
	}},
}

func (w *world) publicPage() contract.PublicPage {
	w.t.Helper()
	var page contract.PublicPage
	w.must("administrator", "GetPublicPage", nil, nil, &page)
	if page.Version == 1 { // so that another organization's is another
		w.mustWith("administrator", "SetPublicPage", page.Version, nil, contract.PublicPageContent{}, &page)
	}
	return page
}

func (w *world) turnOn(address string) {
	w.t.Helper()
	w.mustWith("administrator", "SetPublicPage", w.publicPage().Version, nil, contract.PublicPageContent{Address: &address}, nil)
}

func (w *world) publish(id uuid.UUID) {
	w.t.Helper()
	var audit contract.Audit
	w.must("auditor", "GetAudit", []any{id}, nil, &audit)
	if audit.Confirmation == nil {
		w.mustWith("auditor", "ConfirmAudit", audit.Version, []any{id}, nil, &audit)
	}
	w.mustWith("auditor", "PublishAudit", audit.Version, []any{id}, contract.Publication{Published: true}, nil)
}

// read is what a stranger gets at an address of the public pages.
func (w *world) read(path string) (int, string) {
	answer := httptest.NewRecorder()
	w.handler.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
	return answer.Code, answer.Body.String()
}

func TestThePublicReadsWhatIsPublished(t *testing.T) {
	w := newWorld(t)
	decided := w.decided()
	if status, _ := w.read("/offentligt/storan"); status != http.StatusNotFound {
		t.Fatalf("the page is off: %d", status)
	}
	w.turnOn("storan")
	page := "/offentligt/storan/granskningar/" + decided.AuditID.String()
	if status, _ := w.read(page); status != http.StatusNotFound {
		t.Fatalf("an audit that nobody has published: %d", status)
	}
	w.publish(decided.AuditID)
	if status, body := w.read("/offentligt/storan"); status != http.StatusOK || !strings.Contains(body, page) {
		t.Fatalf("%d %s", status, body)
	}
	for _, path := range []string{page, page + "/data.json", page + "/data.csv"} {
		status, body := w.read(path)
		if status != http.StatusOK || !strings.Contains(body, "Inför en rutin.") || !strings.Contains(body, "Rutinen införs.") || !strings.Contains(body, "31") {
			t.Errorf("%s: %d %s", path, status, body)
		}
		for _, p := range w.parties {
			if len(p.name) > 8 && strings.Contains(body, p.name) { // shorter ones are English words that stand in markup
				t.Errorf("%s names %s", path, p.name)
			}
		}
		if strings.Contains(body, "<script") || strings.Contains(body, "style=") {
			t.Errorf("%s holds script or style", path)
		}
	}
}

func TestADraftAndWhatIsConfidentialAreNotPublic(t *testing.T) {
	w := newWorld(t)
	w.turnOn("storan")
	draft := w.markedAndApproved()
	w.publish(draft.AuditID)
	page := "/offentligt/storan/granskningar/" + draft.AuditID.String()
	if _, body := w.read(page); strings.Contains(body, marker) {
		t.Errorf("a draft is public: %s", body)
	}
	decided, ground := w.decided(), "OSL 18 kap. 8 §"
	w.publish(decided.AuditID)
	page = "/offentligt/storan/granskningar/" + decided.AuditID.String()
	answer := decided.Answers[0]
	w.must("officer", "MarkConfidential", []any{"answer", answer.ID}, contract.ConfidentialMark{Ground: &ground}, nil)
	w.must("officer", "MarkConfidential", []any{"recommendation", decided.Answers[1].Recommendations[0].ID}, contract.ConfidentialMark{Ground: &ground}, nil)
	_, body := w.read(page)
	if strings.Contains(body, "Rutinen införs.") || strings.Contains(body, "Följ upp rutinen.") || !strings.Contains(body, "Uppgifter med sekretess är utelämnade: 2.") {
		t.Errorf("what is confidential shows, or is not said to be left out: %s", body)
	}
	w.must("officer", "MarkConfidential", []any{"audit", decided.AuditID}, contract.ConfidentialMark{Ground: &ground}, nil)
	if status, _ := w.read(page); status != http.StatusNotFound {
		t.Errorf("a confidential audit: %d", status)
	}
}
