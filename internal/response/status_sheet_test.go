package response

import (
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

// TestTheStatusSheetSaysWhatIsLeftInEachState asks for words of each state and none of another's.
func TestTheStatusSheetSaysWhatIsLeftInEachState(t *testing.T) {
	answer, due := uuid.New(), calendar.New(2024, 2, 29)
	meeting := contract.Meeting{Content: contract.MeetingContent{Date: calendar.New(2024, 2, 15)}}
	base := contract.Response{
		AuditTitle: "Granskning av loggkontroll", RegistryNumber: "AMN-2024-00012", Officer: contract.Actor{Name: "Britt Alm"},
		Answers:       []contract.Answer{{ID: answer, Recommendations: []contract.AnsweredRecommendation{{Number: "2"}}}},
		Missing:       []contract.Missing{{Code: contract.MissingCodeAnswerWithoutText, AnswerID: &answer}},
		InputRequests: []contract.InputRequest{{Person: contract.Actor{Name: "Nils Ek"}, Due: calendar.New(2024, 2, 1)}},
		Comments:      []contract.PlacedComment{{}},
		History:       []contract.Transition{{Action: contract.TransitionActionSubmit, At: time.Date(2024, 1, 30, 9, 0, 0, 0, time.UTC), By: contract.Actor{Name: "Britt Alm"}}},
		Decision:      &contract.Decision{MeetingID: &answer},
	}
	plan := contract.ResponsePlan{Today: calendar.New(2024, 1, 31), Due: &due, LastMeeting: &meeting, Steps: []contract.PlanStep{{Kind: contract.PlanStepKindMeeting, Date: meeting.Content.Date}}}
	for state, words := range map[contract.ResponseState][]string{
		contract.ResponseStateDraft:     {"Rekommendation 2: svaret är inte skrivet.", "Underlag väntas från Nils Ek senast 2024-02-01.", "Kommentarer som inte är åtgärdade: 1.", "Manusstopp 2024-02-01"},
		contract.ResponseStateSubmitted: {"Förvaltningschefen läser och godkänner", "Inlämnad 2024-01-30 av Britt Alm."},
		contract.ResponseStateApproved:  {"Handlingarna skickas ut senast 2024-02-08.", "Nämnden beslutar senast 2024-02-15."},
		contract.ResponseStateDecided:   {"Ange när protokollet justerades.", "Överlämna yttrandet till revisionen"},
		contract.ResponseStateDelivered: {"Revisorerna har inte tagit emot yttrandet ännu."},
	} {
		response := base
		response.State = state
		text := document.PlainText(composeStatusSheet(response, plan, sender{Organization: "Storåns kommun", Committee: "Arbetsmarknadsnämnden"}, time.Date(2024, 1, 31, 9, 0, 0, 0, time.UTC)))
		for _, said := range append(words, stateNames[state], "Sammanträde", "återstår") {
			if !strings.Contains(text, said) {
				t.Errorf("%s: does not say %q:\n%s", state, said, text)
			}
		}
	}
}
