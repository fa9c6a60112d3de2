package app_test

import (
	"net/http"
	"slices"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
)

var waitingExpectations = []expectation{
	{operation: "ListWaiting", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		w.askedAndSubmitted()
		return w.call("ListWaiting", 0, nil, nil)
	}},
}

func (w *world) askedAndSubmitted() {
	w.asked()
	w.submitted()
}

// kinds are what waits for somebody about a thing, in one of the lists.
func (w *world) kinds(who string, of func(contract.Waiting) contract.WaitingList, id uuid.UUID) []contract.WaitingKind {
	w.t.Helper()
	var found contract.Waiting
	w.must(who, "ListWaiting", nil, nil, &found)
	var kinds []contract.WaitingKind
	for _, item := range of(found).Items {
		if item.ID == id {
			kinds = append(kinds, item.Kind)
		}
	}
	return kinds
}

func mineOf(w contract.Waiting) contract.WaitingList   { return w.Mine }
func othersOf(w contract.Waiting) contract.WaitingList { return w.Others }

// TestEachStateWaitsForSomebody walks a response through its states: in each it waits for the one whose turn it is, and
// whoever handed it on waits for them.
func TestEachStateWaitsForSomebody(t *testing.T) {
	w := newWorld(t)
	waits := func(who string, of func(contract.Waiting) contract.WaitingList, id uuid.UUID, want ...contract.WaitingKind) {
		t.Helper()
		if got := w.kinds(who, of, id); !slices.Equal(got, want) {
			t.Errorf("%s: got %v, want %v", who, got, want)
		}
	}
	audit := w.registered()
	waits("officer", mineOf, audit.ID, contract.WaitingKindStartResponse)
	waits("officer elsewhere", mineOf, audit.ID)
	waits("auditor", mineOf, audit.ID, contract.WaitingKindConfirmAudit)
	waits("overseer", othersOf, audit.ID, contract.WaitingKindResponseAwaited)
	waits("reader", mineOf, audit.ID)

	draft := w.draft()
	waits("officer", mineOf, draft.ID, contract.WaitingKindFinishDraft)
	waits("manager", mineOf, draft.ID)

	submitted := w.submitted()
	waits("manager", mineOf, submitted.ID, contract.WaitingKindApproveResponse)
	waits("officer", othersOf, submitted.ID, contract.WaitingKindApprovalAwaited)
	w.mustWith("manager", "ReturnResponse", submitted.Version, []any{submitted.ID}, contract.Comment{Comment: "Skriv när."}, nil)
	waits("officer", mineOf, submitted.ID, contract.WaitingKindReviseReturned)

	approved := w.approved()
	waits("secretary", mineOf, approved.ID, contract.WaitingKindDecideResponse)
	waits("officer", othersOf, approved.ID, contract.WaitingKindDecisionAwaited)

	decided := w.decided()
	waits("secretary", mineOf, decided.ID, contract.WaitingKindVerifyDecision, contract.WaitingKindDispatchResponse)

	delivered := w.delivered()
	waits("auditor", mineOf, delivered.ID, contract.WaitingKindReceiveResponse)
	waits("officer", othersOf, delivered.ID, contract.WaitingKindReceptionAwaited)
	due := w.nextDay()
	w.mustWith("auditor", "ReceiveResponse", delivered.Version, []any{delivered.ID},
		contract.ReceptionContent{Reception: contract.ReceptionKindSupplementRequested, Comment: "När?", SupplementDue: &due}, nil)
	waits("officer", mineOf, delivered.ID, contract.WaitingKindStartSupplement)
	waits("auditor", othersOf, delivered.ID, contract.WaitingKindSupplementAwaited)
}

func TestQuestionsAndMeasuresWaitForThoseTheyAreGivenTo(t *testing.T) {
	w := newWorld(t)
	asked := w.asked()
	if got := w.kinds("contributor", mineOf, asked.ID); !slices.Equal(got, []contract.WaitingKind{contract.WaitingKindReplyInput}) {
		t.Errorf("got %v", got)
	}
	m := w.givenMeasure()
	if got := w.kinds("contributor", mineOf, m.ID); !slices.Equal(got, []contract.WaitingKind{contract.WaitingKindReportMeasure}) {
		t.Errorf("got %v", got)
	}
	round := w.round()
	if got := w.kinds("officer", mineOf, round.ID); !slices.Equal(got, []contract.WaitingKind{contract.WaitingKindAnswerRound}) {
		t.Errorf("got %v", got)
	}
	proposed := w.proposed()
	if got := w.kinds("auditor", mineOf, proposed.ID); !slices.Equal(got, []contract.WaitingKind{contract.WaitingKindConfirmVerdict}) {
		t.Errorf("got %v", got)
	}
}

func TestNothingConfidentialWaitsInSight(t *testing.T) {
	w := newWorld(t)
	audit := w.confidential()
	if got := w.kinds("overseer", othersOf, audit.ID); len(got) != 0 {
		t.Errorf("the overseer sees %v", got)
	}
	if got := w.kinds("officer", mineOf, audit.ID); len(got) != 1 {
		t.Errorf("the officer sees %v", got)
	}
}
