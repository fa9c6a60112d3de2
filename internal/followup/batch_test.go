package followup_test

import (
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/followup"
	"uppsikt/internal/journal"
)

// followed is the house a while after its decision.
func followed(t *testing.T) *house {
	t.Helper()
	h := build(t)
	h.decide()
	h.clock = time.Date(2024, 9, 2, 9, 0, 0, 0, time.UTC)
	return h
}

func (h *house) own() []contract.AssignmentSummary {
	return h.list(h.auditor, followup.Filter{Committees: &[]uuid.UUID{h.committee}}).Items
}

func (h *house) all() []contract.AssignmentSummary { return h.list(h.auditor, followup.Filter{}).Items }

func reports(of []contract.AssignmentSummary, progress contract.Progress, on calendar.Date) (batch contract.ProgressBatch) {
	for _, summary := range of {
		batch.Items = append(batch.Items, struct {
			AssignmentID uuid.UUID                  `json:"assignmentId"`
			Report       contract.NewProgressReport `json:"report"`
			Version      contract.Version           `json:"version"`
		}{summary.ID, contract.NewProgressReport{ID: uuid.New(), Progress: progress, Comment: "Beslutat i maj.", On: on}, summary.Version})
	}
	return batch
}

func verdictsOn(of []contract.AssignmentSummary, verdict contract.Verdict) (batch contract.VerdictBatch) {
	for _, summary := range of {
		batch.Items = append(batch.Items, struct {
			AssignmentID uuid.UUID           `json:"assignmentId"`
			Verdict      contract.NewVerdict `json:"verdict"`
			Version      contract.Version    `json:"version"`
		}{summary.ID, contract.NewVerdict{ID: uuid.New(), Verdict: verdict, On: calendar.New(2024, 9, 1)}, summary.Version})
	}
	return batch
}

func confirmations(of []contract.AssignmentSummary) (batch contract.ConfirmationBatch) {
	for _, summary := range of {
		batch.Items = append(batch.Items, struct {
			AssignmentID uuid.UUID        `json:"assignmentId"`
			Version      contract.Version `json:"version"`
		}{summary.ID, summary.Version})
	}
	return batch
}

func (h *house) entries(action string) (count int) {
	h.t.Helper()
	if err := h.Owner.Get(&count, `select count(*) from journal_entry where action = $1`, action); err != nil {
		h.t.Fatal(err)
	}
	return count
}

func TestProgressOfManyStandsAsOfEach(t *testing.T) {
	h := followed(t)
	h.report(contract.ProgressOngoing, calendar.New(2024, 7, 1))
	result, err := h.followup.ReportProgressOfMany(t.Context(), h.officer, reports(h.own(), contract.ProgressDone, calendar.New(2024, 6, 10)))
	if err != nil || result.Changed != 2 {
		t.Fatalf("got %v, %v", result, err)
	}
	after := h.own()
	if *after[0].Progress != contract.ProgressOngoing || *after[1].Progress != contract.ProgressDone {
		t.Errorf("the latest day's word stands in each: %v, %v", *after[0].Progress, *after[1].Progress)
	}
	if after[1].Difference != contract.DifferenceUnexamined {
		t.Errorf("done since then: %s", after[1].Difference)
	}
	if h.entries("report_progress") != 3 {
		t.Errorf("each has an entry in the journal, got %d", h.entries("report_progress"))
	}
	if _, err := journal.Verify(t.Context(), h.Owner, nil); err != nil {
		t.Error(err)
	}
}

func TestOfManyAllOrNone(t *testing.T) {
	h := followed(t)
	batch := reports(h.own(), contract.ProgressDone, calendar.New(2024, 6, 10))
	batch.Items[1].Version--
	_, err := h.followup.ReportProgressOfMany(t.Context(), h.officer, batch)
	var problem *fault.Error
	if !errors.As(err, &problem) || problem.Kind != fault.KindStale || len(problem.Fields) != 1 || problem.Fields[0].Pointer != "/items/1/version" {
		t.Fatalf("got %v", err)
	}
	for _, summary := range h.own() {
		if summary.Progress != nil {
			t.Errorf("%s was reported", summary.Number)
		}
	}
}

func TestARepeatedBatchChangesNothing(t *testing.T) {
	h := followed(t)
	batch := reports(h.own(), contract.ProgressDone, calendar.New(2024, 6, 10))
	first := must[contract.BatchResult](t)(h.followup.ReportProgressOfMany(t.Context(), h.officer, batch))
	again := must[contract.BatchResult](t)(h.followup.ReportProgressOfMany(t.Context(), h.officer, batch))
	if first != again || h.entries("report_progress") != 2 {
		t.Errorf("got %v, then %v, with %d entries", first, again, h.entries("report_progress"))
	}
}

func TestWhatHoldsOfOneHoldsOfMany(t *testing.T) {
	h := followed(t)
	day := calendar.New(2024, 6, 10)
	future := reports(h.own(), contract.ProgressDone, calendar.New(2024, 9, 3))
	twice := reports(append(h.own()[:1], h.own()[0]), contract.ProgressDone, day)
	unknown := reports([]contract.AssignmentSummary{{ID: uuid.New()}}, contract.ProgressDone, day)
	for name, tried := range map[string]struct {
		actor authz.Actor
		batch contract.ProgressBatch
		kind  fault.Kind
	}{
		"another committee's among them": {h.officer, reports(h.all(), contract.ProgressDone, day), fault.KindForbidden},
		"the auditor":                    {h.auditor, reports(h.own(), contract.ProgressDone, day), fault.KindForbidden},
		"a day to come":                  {h.officer, future, fault.KindInvalid},
		"one twice":                      {h.officer, twice, fault.KindInvalid},
		"one that is not there":          {h.officer, unknown, fault.KindNotFound},
	} {
		if _, err := h.followup.ReportProgressOfMany(t.Context(), tried.actor, tried.batch); fault.KindOf(err) != tried.kind {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := h.followup.GiveVerdictOnMany(t.Context(), h.otherAdviser, verdictsOn(h.own(), contract.VerdictAddressed)); fault.KindOf(err) != fault.KindForbidden {
		t.Errorf("an adviser of other audits: %v", err)
	}
}

func TestProposalsOnManyAreConfirmedTogether(t *testing.T) {
	h := followed(t)
	must[contract.BatchResult](t)(h.followup.GiveVerdictOnMany(t.Context(), h.adviser, verdictsOn(h.own(), contract.VerdictPartlyAddressed)))
	proposed := h.own()
	if proposed[0].Verdict != contract.VerdictNotFollowedUp || *proposed[1].ProposedVerdict != contract.VerdictPartlyAddressed {
		t.Fatalf("an adviser's are proposals: %+v", proposed)
	}
	if _, err := h.followup.ConfirmVerdictOnMany(t.Context(), h.auditor, confirmations(h.all())); !fault.Is(err, "no_proposal") {
		t.Errorf("one of them has no proposal: %v", err)
	}
	h.clock = h.clock.Add(time.Hour)
	must[contract.BatchResult](t)(h.followup.ConfirmVerdictOnMany(t.Context(), h.auditor, confirmations(proposed)))
	for _, summary := range h.own() {
		if summary.Verdict != contract.VerdictPartlyAddressed || summary.ProposedVerdict != nil {
			t.Errorf("confirmed: %+v", summary)
		}
	}
	if h.entries("propose_verdict") != 2 || h.entries("confirm_verdict") != 2 {
		t.Errorf("got %d proposed, %d confirmed", h.entries("propose_verdict"), h.entries("confirm_verdict"))
	}
}

func TestAnAuditorsVerdictOnManyCountsAtOnce(t *testing.T) {
	h := followed(t)
	must[contract.BatchResult](t)(h.followup.GiveVerdictOnMany(t.Context(), h.auditor, verdictsOn(h.all(), contract.VerdictNoLongerRelevant)))
	for _, summary := range h.all() {
		if summary.Verdict != contract.VerdictNoLongerRelevant {
			t.Errorf("%s of %s: %s", summary.Number, summary.CommitteeID, summary.Verdict)
		}
	}
}
