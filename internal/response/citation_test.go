package response_test

import (
	"bytes"
	"os/exec"
	"strings"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// planned is a committee's plans for 2024: a risk, a control and an action of each state.
type planned struct{ risk, control, removed, action uuid.UUID }

func (h *house) plans(committee uuid.UUID, state string) planned {
	p, plan, operational := planned{uuid.New(), uuid.New(), uuid.New(), uuid.New()}, uuid.New(), uuid.New()
	h.Owner.MustExec(`insert into control_plan (organization_id, id, committee_id, year, scale, begun_by, begun_at, state, in_force_from)
		values ($1, $2, $3, 2024, '{}', $4, now(), $5, case when $5 <> 'draft' then date '2024-01-01' end)`, h.organization, plan, committee, h.officer.Account, state)
	h.Owner.MustExec(`insert into risk (organization_id, id, plan_id, number, title, category, cause, consequence)
		values ($1, $2, $3, 3, 'Behörigheter ligger kvar', 'Informationssäkerhet', 'Besked saknas', 'Obehöriga läser')`, h.organization, p.risk, plan)
	for number, control := range map[int]uuid.UUID{4: p.control, 5: p.removed} {
		h.Owner.MustExec(`insert into control (organization_id, id, plan_id, number, area, title, what, method, frequency, first_month, planned_offset, last_offset, function, removed)
			values ($1, $2, $3, $4, 'Åtkomst', 'Avslutade behörigheter', 'Konton stängs sista dagen', '', 'monthly', 1, 0, 14, 'Systemförvaltare', $5)`,
			h.organization, control, plan, number, control == p.removed)
	}
	h.Owner.MustExec(`insert into operational_plan (organization_id, id, committee_id, year, title, registry_number, begun_by, begun_at, state)
		values ($1, $2, $3, 2024, 'Verksamhetsplan', '', $4, now(), $5)`, h.organization, operational, committee, h.officer.Account, state)
	h.Owner.MustExec(`insert into plan_action (organization_id, id, plan_id, number, position, area, what, function)
		values ($1, $2, $3, '19', 1, '', 'Gemensam plan för loggkontroll', 'Säkerhetschef')`, h.organization, p.action, operational)
	return p
}

func (h *house) cite(t *testing.T, r contract.Response, answer *uuid.UUID, thing contract.CitedThing, id uuid.UUID) (contract.Response, error) {
	t.Helper()
	return h.responses.Cite(t.Context(), h.officer, r.ID, contract.NewCitation{ID: uuid.New(), AnswerID: answer, Thing: thing, ThingID: id})
}

func TestWhatMayBeCited(t *testing.T) {
	h := build(t)
	ours, theirs := h.plans(h.committee, "adopted"), h.plans(h.other, "adopted")
	found := func(words *string, things ...contract.CitedThing) []string {
		filter := contract.ListCitableParams{CommitteeID: h.committee, Q: words}
		if len(things) > 0 {
			filter.Thing = &things
		}
		page := must[contract.CitablePage](t)(h.responses.Citable(t.Context(), h.officer, filter, 50, 0))
		if page.Total != len(page.Items) {
			t.Errorf("%d of %d", len(page.Items), page.Total)
		}
		numbers := []string{}
		for _, item := range page.Items {
			numbers = append(numbers, item.Wording.Number)
		}
		return numbers
	}
	if got := strings.Join(found(nil), " "); got != "R3 K4 19" {
		t.Errorf("found %s", got)
	}
	if words := "LOGGKONTROLL"; strings.Join(found(&words), " ") != "19" {
		t.Errorf("searched and found %s", found(&words))
	}
	if got := strings.Join(found(nil, contract.CitedThingAction, contract.CitedThingRisk), " "); got != "R3 19" {
		t.Errorf("of risks and actions found %s", got)
	}
	r := h.written(t)
	for thing, id := range map[contract.CitedThing]uuid.UUID{contract.CitedThingControl: ours.removed, contract.CitedThingAction: theirs.action, contract.CitedThingRisk: ours.control} {
		if _, err := h.cite(t, r, nil, thing, id); fault.KindOf(err) != fault.KindInvalid {
			t.Errorf("cited a %s: %v", thing, err)
		}
	}
	h.Owner.MustExec(`insert into action_committee (organization_id, action_id, committee_id) values ($1, $2, $3)`, h.organization, theirs.action, h.committee)
	must[contract.Response](t)(h.cite(t, r, nil, contract.CitedThingAction, theirs.action))
	h.Owner.MustExec(`update control_plan set state = 'draft', in_force_from = null where committee_id = $1`, h.committee)
	if got := strings.Join(found(nil), " "); got != "19 19" {
		t.Errorf("of a draft found %s", got)
	}
	if _, err := h.responses.Citable(t.Context(), h.otherReader, contract.ListCitableParams{CommitteeID: h.committee}, 50, 0); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("somebody else listed: %v", err)
	}
}

func TestACitationKeepsItsWording(t *testing.T) {
	h := build(t)
	p, r := h.plans(h.committee, "adopted"), h.written(t)
	version := r.Version
	r = must[contract.Response](t)(h.cite(t, r, &r.Answers[0].ID, contract.CitedThingControl, p.control))
	if len(r.Citations) != 1 || r.Version == version || r.Citations[0].Now != nil || r.Citations[0].Wording.Number != "K4" || r.Citations[0].Wording.Year != 2024 {
		t.Fatalf("version %d after %d, %+v", r.Version, version, r.Citations)
	}
	if _, err := h.cite(t, r, &r.Answers[0].ID, contract.CitedThingControl, p.control); !fault.Is(err, "already_cited") {
		t.Errorf("cited twice: %v", err)
	}
	h.Owner.MustExec(`update control set title = 'Stängda konton' where id = $1`, p.control)
	r = must[contract.Response](t)(h.responses.Get(t.Context(), h.officer, r.ID))
	if old := r.Citations[0]; old.Wording.Title != "Avslutade behörigheter" || old.Now == nil || old.Now.Title != "Stängda konton" || len(r.Missing) != 0 {
		t.Fatalf("amended since: %+v, missing %v", old, r.Missing)
	}
	if _, err := h.responses.RenewCitation(t.Context(), h.officer, r.Citations[0].ID, 7); fault.KindOf(err) != fault.KindStale {
		t.Errorf("renewed an old version: %v", err)
	}
	r = must[contract.Response](t)(h.responses.RenewCitation(t.Context(), h.officer, r.Citations[0].ID, 1))
	if now := r.Citations[0]; now.Wording.Title != "Stängda konton" || now.Now != nil || now.Version != 2 {
		t.Errorf("renewed: %+v", now)
	}
	h.Owner.MustExec(`update control set removed = true where id = $1`, p.control)
	r = must[contract.Response](t)(h.responses.Get(t.Context(), h.officer, r.ID))
	if old := r.Citations[0]; !old.Removed || old.Now != nil {
		t.Errorf("taken out of the plan: %+v", old)
	}
	r = must[contract.Response](t)(h.responses.DeleteCitation(t.Context(), h.officer, r.Citations[0].ID, 2))
	if len(r.Citations) != 0 {
		t.Errorf("left: %+v", r.Citations)
	}
}

func TestTheDecidedDocumentSaysWhatIsCited(t *testing.T) {
	h := build(t)
	p, r := h.plans(h.committee, "adopted"), h.written(t)
	must[contract.Response](t)(h.cite(t, r, &r.Answers[0].ID, contract.CitedThingControl, p.control))
	must[contract.Response](t)(h.cite(t, r, nil, contract.CitedThingRisk, p.risk))
	r = must[contract.Response](t)(h.cite(t, r, nil, contract.CitedThingAction, p.action))
	r = must[contract.Response](t)(h.responses.Submit(t.Context(), h.officer, r.ID, r.Version))
	if _, err := h.responses.DeleteCitation(t.Context(), h.officer, r.Citations[0].ID, 1); !fault.Is(err, "wrong_state") {
		t.Errorf("taken out of what is submitted: %v", err)
	}
	r = must[contract.Response](t)(h.responses.Approve(t.Context(), h.manager, r.ID, r.Version))
	adopted := contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &h.meeting, Paragraph: "31"}
	r = must[contract.Response](t)(h.responses.Decide(t.Context(), h.secretary, r.ID, r.Version, adopted))
	h.Owner.MustExec(`update control set title = 'Stängda konton' where id = $1`, p.control)
	file, err := h.responses.Document(t.Context(), h.otherReader, r.ID, wanted(contract.DocumentPartResponse, contract.DocumentFormatPdf))
	if err != nil {
		t.Fatal(err)
	}
	text := textOf(t, file.Content)
	for _, words := range []string{
		"Internkontrollplan 2024, K4 Avslutade behörigheter. Konton stängs sista dagen.", "Åtgärder i internkontrollplanen",
		"Internkontrollplan 2024, R3 Behörigheter ligger kvar. Besked saknas. Obehöriga läser.", "Åtgärder i verksamhetsplanen",
		"Verksamhetsplan 2024, åtgärd 19 Gemensam plan för loggkontroll. Säkerhetschef.",
	} {
		if !strings.Contains(text, words) {
			t.Errorf("%q is not in %s", words, text)
		}
	}
}

func TestAHiddenAnswersCitationsAreHidden(t *testing.T) {
	h := build(t)
	p, r := h.plans(h.committee, "adopted"), h.decided(t)
	for _, answer := range []any{r.Answers[0].ID, r.Answers[1].ID, nil} {
		h.Owner.MustExec(`insert into citation (organization_id, id, response_id, answer_id, control_id, wording, cited_by, cited_at)
			values ($1, $2, $3, $4, $5, '{"year": 2024, "number": "K4", "title": "Avslutade", "text": ""}', $6, now())`,
			h.organization, uuid.New(), r.ID, answer, p.control, h.officer.Account)
	}
	h.Owner.MustExec(`update answer set confidential_ground = '18 kap. 8 § OSL' where id = $1`, r.Answers[0].ID)
	if seen := must[contract.Response](t)(h.responses.Get(t.Context(), h.otherReader, r.ID)); len(seen.Citations) != 2 {
		t.Errorf("another committee sees %+v", seen.Citations)
	}
	if seen := must[contract.Response](t)(h.responses.Get(t.Context(), h.officer, r.ID)); len(seen.Citations) != 3 {
		t.Errorf("the committee sees %+v", seen.Citations)
	}
}

func TestACitationGoesWithItsAnswer(t *testing.T) {
	h := build(t)
	p := h.plans(h.committee, "adopted")
	r := must[contract.Response](t)(h.responses.Start(t.Context(), h.officer, contract.NewResponse{ID: uuid.New(), AddresseeID: h.addressee}))
	r = must[contract.Response](t)(h.cite(t, r, &r.Answers[0].ID, contract.CitedThingControl, p.control))
	both := contract.NewAnswer{ID: uuid.New(), RecommendationIds: []uuid.UUID{r.Answers[0].Recommendations[0].ID, r.Answers[1].Recommendations[0].ID}}
	if _, err := h.responses.AddAnswer(t.Context(), h.officer, r.ID, both); !fault.Is(err, "answer_not_empty") {
		t.Errorf("an answer that cites was thrown away: %v", err)
	}
	r = must[contract.Response](t)(h.responses.DeleteAnswer(t.Context(), h.officer, r.Answers[0].ID, r.Answers[0].Version))
	if len(r.Citations) != 0 {
		t.Errorf("left without an answer: %+v", r.Citations)
	}
}

func textOf(t *testing.T, pdf []byte) string {
	t.Helper()
	command := exec.Command("pdftotext", "-", "-")
	command.Stdin = bytes.NewReader(pdf)
	text, err := command.Output()
	if err != nil {
		t.Skipf("pdftotext: %v", err)
	}
	return strings.Join(strings.Fields(string(text)), " ")
}
