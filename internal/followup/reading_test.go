package followup_test

import (
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/reading"
)

// quoted is a follow-up audit's results of these texts, each of the committee if it is named.
func quoted(committee *string, texts ...string) reading.VerdictReading {
	read := reading.VerdictReading{Warnings: []reading.Warning{}}
	verdict := reading.Addressed
	for _, text := range texts {
		read.Results = append(read.Results, reading.VerdictResult{Text: text, Committee: committee, Verdict: &verdict, Verbatim: "Åtgärdad"})
	}
	return read
}

func (h *house) match(actor authz.Actor, read reading.VerdictReading) contract.VerdictReading {
	h.t.Helper()
	return must[contract.VerdictReading](h.t)(h.followup.MatchVerdicts(h.t.Context(), actor, read))
}

func TestResultsAreSetBesideTheAssignmentsThatTheyMayMean(t *testing.T) {
	h := build(t)
	matched := h.match(h.auditor, quoted(pointer("ånämnden"), "införa åtgärd mot otillbörliga påverkan", "Följa upp rutiner varje år", "Bygg en bro"))
	first, second, third := matched.Results[0], matched.Results[1], matched.Results[2]
	if len(first.Candidates) != 2 || first.Candidates[0].Assignment.CommitteeID != h.other || first.Candidates[0].Likeness < 0.9 {
		t.Errorf("whose it is counts: %+v", first.Candidates)
	}
	if first.Candidates[1].Likeness != first.Candidates[0].Likeness/2 {
		t.Errorf("another committee's is less likely: %+v", first.Candidates)
	}
	if len(second.Candidates) != 1 || second.Candidates[0].Assignment.Number != "2" || *second.Verdict != contract.VerdictAddressed || second.Verbatim != "Åtgärdad" {
		t.Errorf("got %+v", second)
	}
	if third.Candidates == nil || len(third.Candidates) != 0 {
		t.Errorf("what is like nothing has none: %+v", third.Candidates)
	}
	if got := h.match(h.auditor, quoted(nil, "Inför åtgärder mot otillbörlig påverkan")).Results[0].Candidates; len(got) != 2 || got[0].Likeness != 1 || got[1].Likeness != 1 {
		t.Errorf("without a committee both are as likely: %+v", got)
	}
}

func TestAtMostFiveAssignmentsAreSetBesideAResult(t *testing.T) {
	h := build(t)
	for range 3 {
		h.audit, h.addressee = uuid.New(), uuid.New()
		h.register()
	}
	if got := h.match(h.auditor, quoted(nil, "Inför åtgärder mot otillbörlig påverkan")).Results[0].Candidates; len(got) != 5 {
		t.Errorf("got %d", len(got))
	}
}

func TestResultsAreMatchedWithinWhatTheActorMaySee(t *testing.T) {
	h := build(t)
	read := quoted(nil, "Följ upp rutinen årligen")
	if got := h.match(h.adviser, read).Results[0].Candidates; len(got) != 1 {
		t.Errorf("an adviser of the audit: %+v", got)
	}
	if got := h.match(h.otherAdviser, read).Results[0].Candidates; len(got) != 0 {
		t.Errorf("an adviser of others: %+v", got)
	}
	h.Owner.MustExec(`update recommendation set confidential_ground = '18 kap. 8 § OSL'`)
	if got := h.match(h.auditor, read).Results[0].Candidates; len(got) != 1 {
		t.Errorf("auditors see what is confidential: %+v", got)
	}
	if got := h.match(h.reader, read).Results[0].Candidates; len(got) != 0 {
		t.Errorf("a reader does not: %+v", got)
	}
	elsewhere := h.auditor
	elsewhere.Organization = uuid.New()
	if got := h.match(elsewhere, read).Results[0].Candidates; len(got) != 0 {
		t.Errorf("another organization: %+v", got)
	}
}
