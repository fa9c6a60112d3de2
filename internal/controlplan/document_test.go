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

// TestTheSummaryAddsUp: whatever became of the checks, each is counted once and in one of the figures.
func TestTheSummaryAddsUp(t *testing.T) {
	h := build(t)
	h.setDay(calendar.New(2024, 1, 10))
	plan := h.begin(2024, false)
	for _, frequency := range []contract.Frequency{contract.FrequencyMonthly, contract.FrequencyQuarterly, contract.FrequencyYearly} {
		plan = h.control(plan, logs(frequency, 1))
	}
	h.adopt(plan, calendar.New(2024, 1, 10))
	h.setDay(calendar.New(2024, 9, 20))
	for seed := range 20 {
		h.Owner.MustExec(`select setseed($1)`, float64(seed)/20)
		h.Owner.MustExec(`update control_check set performed_by = null, performed_at = null, performed_on = null, control_then = null, outcome = null`)
		h.Owner.MustExec(`update control_check set performed_by = $1, performed_at = now(), performed_on = '2024-05-01', control_then = '{}', reason = 'Skäl',
			outcome = (array['no_deviation', 'minor_deviation', 'major_deviation', 'not_performed'])[1 + floor(random() * 4)::int] where random() < 0.6`, h.officer.Account)
		summary := must[contract.ControlSummary](t)(h.plans.Summary(t.Context(), h.everywhere, 2024))
		if len(summary.Committees) != 2 {
			t.Fatalf("got %+v", summary)
		}
		for _, c := range summary.Committees {
			if c.Checks != c.NoDeviation+c.MinorDeviation+c.MajorDeviation+c.NotPerformed+c.Missed+c.Ahead {
				t.Errorf("%d: %+v does not add up", seed, c)
			}
			// The next yearly period has begun, and counts where it is performed already.
			if c.CommitteeID == h.committee && (c.Checks < 17 || c.Checks > 18 || c.Controls != 3 || *c.AdoptedOn != calendar.New(2024, 1, 10) || !c.MayRead) {
				t.Errorf("%d: got %+v", seed, c)
			}
			if c.CommitteeID == h.other && (c.PlanID != nil || c.State != nil || c.Checks != 0) {
				t.Errorf("%d: got %+v", seed, c)
			}
		}
	}
}
