package response_test

import (
	"bytes"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/response"
)

// withMemorandum is a draft with everything answered and a memorandum begun.
func (h *house) withMemorandum(t *testing.T) contract.Response {
	t.Helper()
	return must[contract.Response](t)(h.responses.StartMemorandum(t.Context(), h.officer, h.written(t).ID))
}

func TestAMemorandumIsBegunFromTheTemplateOnce(t *testing.T) {
	h := build(t)
	draft := h.written(t)
	first := must[contract.Response](t)(h.responses.StartMemorandum(t.Context(), h.officer, draft.ID))
	if first.Memorandum.DecisionLead != "att" || len(first.Memorandum.Sections) < 5 || first.Version <= draft.Version {
		t.Fatalf("got %+v", first.Memorandum)
	}
	proposal := first.Memorandum.Sections[0].Content.Text
	if want := "1. anta förvaltningens förslag till yttrande över granskningen ”Granskning av loggkontroll” som nämndens eget\n2. överlämna yttrandet till Storåns kommuns revisorer."; proposal != want {
		t.Errorf("got %q", proposal)
	}
	again := must[contract.Response](t)(h.responses.StartMemorandum(t.Context(), h.officer, draft.ID))
	if again.Version != first.Version || again.Memorandum.Sections[0].ID != first.Memorandum.Sections[0].ID {
		t.Error("begun again it changed")
	}
}

func TestASectionOfTheMemorandumIsSavedUnderItsOwnVersion(t *testing.T) {
	h := build(t)
	r := h.withMemorandum(t)
	section := r.Memorandum.Sections[2]
	content := contract.MemorandumSectionContent{Text: "Beredd med HR.", Includes: []contract.MemorandumInclusion{contract.MemorandumInclusionInput}}
	saved := must[contract.MemorandumSection](t)(h.responses.WriteMemorandumSection(t.Context(), h.officer, section.ID, section.Version, content))
	if _, err := h.responses.WriteMemorandumSection(t.Context(), h.manager, section.ID, section.Version, content); fault.KindOf(err) != fault.KindStale {
		t.Errorf("the second writer: %v", err)
	}
	read := must[contract.Response](t)(h.responses.Get(t.Context(), h.officer, r.ID))
	if got := read.Memorandum.Sections[2]; got.Content.Text != content.Text || got.Version != saved.Version || read.Version != r.Version+1 {
		t.Errorf("got %+v of version %d", got, read.Version)
	}
	history := must[contract.PartHistory](t)(h.responses.History(t.Context(), h.officer, r.ID, section.ID.String()))
	if len(history.Items) != 1 || history.Items[0].After != content.Text {
		t.Errorf("history: %+v", history.Items)
	}
}

func TestAMemorandumThrownAwayIsGoneAndTheResponseStays(t *testing.T) {
	h := build(t)
	r := h.withMemorandum(t)
	if _, err := h.responses.DeleteMemorandum(t.Context(), h.officer, r.ID, r.Version-1); fault.KindOf(err) != fault.KindStale {
		t.Errorf("an old version: %v", err)
	}
	r = must[contract.Response](t)(h.responses.DeleteMemorandum(t.Context(), h.officer, r.ID, r.Version))
	if r.Memorandum != nil || len(r.Answers) != 2 {
		t.Errorf("got %+v", r.Memorandum)
	}
	if _, err := h.responses.DeleteMemorandum(t.Context(), h.officer, r.ID, r.Version); fault.KindOf(err) != fault.KindNotFound {
		t.Errorf("once more: %v", err)
	}
	if _, err := journal.Verify(t.Context(), h.Owner, nil); err != nil {
		t.Error(err)
	}
}

func TestWithoutProposalTheMemorandumIsNotSubmitted(t *testing.T) {
	h := build(t)
	r := h.withMemorandum(t)
	proposal := r.Memorandum.Sections[0]
	must[contract.MemorandumSection](t)(h.responses.WriteMemorandumSection(t.Context(), h.officer, proposal.ID, proposal.Version, contract.MemorandumSectionContent{Includes: []contract.MemorandumInclusion{}}))
	r = must[contract.Response](t)(h.responses.Get(t.Context(), h.officer, r.ID))
	if _, err := h.responses.Submit(t.Context(), h.officer, r.ID, r.Version); !fault.Is(err, "response_incomplete") {
		t.Errorf("submitted: %v", err)
	}
	if len(r.Missing) != 1 || r.Missing[0].Code != contract.MissingCodeMemorandumWithoutProposal {
		t.Errorf("missing: %+v", r.Missing)
	}
}

func TestTheMemorandumApprovedIsKeptAndStaysInside(t *testing.T) {
	h := build(t)
	r := h.withMemorandum(t)
	r = must[contract.Response](t)(h.responses.Submit(t.Context(), h.officer, r.ID, r.Version))
	if _, err := h.responses.WriteMemorandumSection(t.Context(), h.officer, r.Memorandum.Sections[0].ID, 1, r.Memorandum.Sections[0].Content); !fault.Is(err, "wrong_state") {
		t.Errorf("written when submitted: %v", err)
	}
	r = must[contract.Response](t)(h.responses.Approve(t.Context(), h.manager, r.ID, r.Version))
	if len(r.Editions) != 3 {
		t.Fatalf("editions: %+v", r.Editions)
	}
	both := func(actor authz.Actor, part contract.DocumentPart) (response.File, error) {
		return h.responses.Document(t.Context(), actor, r.ID, wanted(part, contract.DocumentFormatPdf))
	}
	shown := must[response.File](t)(both(h.secretary, contract.DocumentPartBoth))
	if again := must[response.File](t)(both(h.officer, contract.DocumentPartBoth)); shown.Edition != contract.EditionApproved || !bytes.Equal(shown.Content, again.Content) {
		t.Errorf("%s, served anew as other bytes", shown.Edition)
	}
	decision := contract.NewDecision{ID: uuid.New(), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &h.meeting, Paragraph: "31"}
	r = must[contract.Response](t)(h.responses.Decide(t.Context(), h.secretary, r.ID, r.Version, decision))
	if after := must[response.File](t)(both(h.secretary, contract.DocumentPartMemorandum)); after.Edition != contract.EditionApproved || len(r.Editions) != 4 {
		t.Errorf("after the decision: %s, %d editions", after.Edition, len(r.Editions))
	}
	outside := must[contract.Response](t)(h.responses.Get(t.Context(), h.auditor, r.ID))
	if outside.Memorandum != nil || len(outside.Editions) != 1 {
		t.Errorf("an outsider sees %+v, %+v", outside.Memorandum, outside.Editions)
	}
	if _, err := both(h.auditor, contract.DocumentPartBoth); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("an outsider read the memorandum: %v", err)
	}
	if _, err := h.responses.ReadThrough(t.Context(), h.auditor, r.ID); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("an outsider read through: %v", err)
	}
}

func TestWhereThereIsNoMemorandumThereIsNoDocumentOfIt(t *testing.T) {
	h := build(t)
	r := h.written(t)
	for _, part := range []contract.DocumentPart{contract.DocumentPartMemorandum, contract.DocumentPartBoth} {
		if _, err := h.responses.Document(t.Context(), h.officer, r.ID, wanted(part, contract.DocumentFormatPdf)); fault.KindOf(err) != fault.KindNotFound {
			t.Errorf("%s of a draft: %v", part, err)
		}
	}
	r = must[contract.Response](t)(h.responses.Submit(t.Context(), h.officer, r.ID, r.Version))
	r = must[contract.Response](t)(h.responses.Approve(t.Context(), h.manager, r.ID, r.Version))
	if _, err := h.responses.Document(t.Context(), h.officer, r.ID, wanted(contract.DocumentPartBoth, contract.DocumentFormatPdf)); fault.KindOf(err) != fault.KindNotFound {
		t.Errorf("of what is approved: %v", err)
	}
}
