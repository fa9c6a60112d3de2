package controlplan_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

func (h *house) document(actor authz.Actor, plan uuid.UUID, part contract.PlanDocumentPart, format contract.PlanDocumentFormat, decided *uuid.UUID) []byte {
	h.t.Helper()
	return must[[]byte](h.t)(h.plans.Document(h.t.Context(), actor, plan, part, format, decided))
}

func TestWhatIsDecidedIsKeptAsItWasRendered(t *testing.T) {
	h := build(t)
	draft := h.control(h.add(h.begin(2025, false), theft()), logs(contract.FrequencyQuarterly, 3))
	if proposal := h.document(h.officer, draft.ID, contract.PlanDocumentPartPlan, contract.PlanDocumentFormatPdf, nil); !bytes.HasPrefix(proposal, []byte("%PDF")) {
		t.Errorf("got %.20q", proposal)
	}
	if _, err := h.plans.Document(t.Context(), h.everywhere, draft.ID, contract.PlanDocumentPartPlan, contract.PlanDocumentFormatPdf, nil); !fault.Is(err, "forbidden") {
		t.Errorf("a draft is its committee's own: %v", err)
	}
	plan := h.adopt(draft, calendar.New(2024, 12, 20))
	kept := h.document(h.everywhere, plan.ID, contract.PlanDocumentPartPlan, contract.PlanDocumentFormatPdf, nil)
	sum := sha256.Sum256(kept)
	if len(plan.Editions) != 1 || plan.Editions[0].DecisionID != plan.Adoption.ID || plan.Editions[0].Sha256 != hex.EncodeToString(sum[:]) {
		t.Errorf("got %+v", plan.Editions)
	}
	if _, err := h.plans.Document(t.Context(), h.everywhere, plan.ID, contract.PlanDocumentPartReport, contract.PlanDocumentFormatPdf, nil); !fault.Is(err, "forbidden") {
		t.Errorf("the report is a draft: %v", err)
	}
	plan = h.amend(plan, change(plan.Controls[0], func(c *contract.ControlContent) { c.Title = "Loggar granskas oftare" }))
	if _, err := h.plans.Document(t.Context(), h.everywhere, plan.ID, contract.PlanDocumentPartAmendment, contract.PlanDocumentFormatPdf, nil); !fault.Is(err, "forbidden") {
		t.Errorf("the amendment is a draft: %v", err)
	}
	plan = h.decideAmendment(plan, chairDecides(calendar.New(2025, 2, 15)))
	if again := h.document(h.officer, plan.ID, contract.PlanDocumentPartPlan, contract.PlanDocumentFormatPdf, &plan.Adoption.ID); !bytes.Equal(again, kept) {
		t.Error("what was adopted is served as it was")
	}
	judgement := contract.JudgementSufficient
	plan = must[contract.ControlPlan](t)(h.plans.WriteReport(t.Context(), h.controller, plan.ID, 0, contract.PlanReportContent{Judgement: &judgement, Text: "Nämndens ord"}))
	plan = must[contract.ControlPlan](t)(h.plans.DecideReport(t.Context(), h.secretary, plan.ID, plan.Version, chairDecides(calendar.New(2026, 2, 1))))
	if len(plan.Editions) != 3 {
		t.Errorf("got %+v", plan.Editions)
	}
	for _, part := range []contract.PlanDocumentPart{contract.PlanDocumentPartPlan, contract.PlanDocumentPartAmendment, contract.PlanDocumentPartReport} {
		for format, head := range map[contract.PlanDocumentFormat]string{
			contract.PlanDocumentFormatPdf: "%PDF", contract.PlanDocumentFormatDocx: "PK", contract.PlanDocumentFormatXlsx: "PK",
		} {
			if got := h.document(h.everywhere, plan.ID, part, format, nil); !strings.HasPrefix(string(got), head) {
				t.Errorf("%s as %s: %.20q", part, format, got)
			}
		}
	}
}
