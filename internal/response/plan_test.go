package response

import (
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

func day(text string) calendar.Date {
	parsed, err := calendar.Parse(text)
	if err != nil {
		panic(err)
	}
	return parsed
}

func at(text string) *calendar.Date {
	parsed := day(text)
	return &parsed
}

func meetingOn(date, stop string) contract.Meeting {
	content := contract.MeetingContent{Date: day(date)}
	if stop != "" {
		content.ManuscriptStop = at(stop)
	}
	return contract.Meeting{ID: uuid.New(), Content: content}
}

func TestThePlanIsMadeFromTheLastMeetingThatServes(t *testing.T) {
	january, february, march := meetingOn("2024-01-25", ""), meetingOn("2024-02-15", "2024-02-01"), meetingOn("2024-03-21", "")
	none := contract.PlanWarning("")
	cases := []struct {
		name    string
		today   string
		due     *calendar.Date
		state   contract.ResponseState
		last    string
		warning contract.PlanWarning
	}{
		{"in good time", "2024-01-05", at("2024-02-29"), contract.ResponseStateDraft, "2024-02-15", none},
		{"on the day of the manuscript stop", "2024-02-01", at("2024-02-29"), contract.ResponseStateDraft, "2024-02-15", none},
		{"after the manuscript stop", "2024-02-02", at("2024-02-29"), contract.ResponseStateDraft, "", contract.PlanWarningNoMeetingLeft},
		{"approved waits for its meeting", "2024-02-10", at("2024-02-29"), contract.ResponseStateApproved, "2024-02-15", none},
		{"the date before any meeting", "2024-01-05", at("2024-01-20"), contract.ResponseStateDraft, "", contract.PlanWarningNoMeetingLeft},
		{"the date has passed", "2024-01-05", at("2024-01-04"), contract.ResponseStateDraft, "", contract.PlanWarningDuePassed},
		{"no date", "2024-01-05", nil, contract.ResponseStateDraft, "", contract.PlanWarningNoDueDate},
		{"decided", "2024-02-20", at("2024-02-29"), contract.ResponseStateDecided, "", none},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			made := plan(planning{today: day(c.today), due: c.due, state: c.state, meetings: []contract.Meeting{january, february, march}})
			last, warning := "", none
			if made.LastMeeting != nil {
				last = made.LastMeeting.Content.Date.String()
			}
			if made.Warning != nil {
				warning = *made.Warning
			}
			if last != c.last || warning != c.warning {
				t.Errorf("last meeting %q, warning %q", last, warning)
			}
		})
	}
}

func TestTheOfficersOwnDatesComeBeforeTheManuscriptStop(t *testing.T) {
	made := plan(planning{today: day("2024-01-05"), received: at("2023-12-18"), due: at("2024-02-29"),
		state: contract.ResponseStateSubmitted, meetings: []contract.Meeting{meetingOn("2024-02-15", "2024-02-01")}})
	want := []contract.PlanStep{
		{Kind: contract.PlanStepKindReceived, Date: day("2023-12-18"), Done: true},
		{Kind: contract.PlanStepKindDraftReady, Date: day("2024-01-25"), Done: true},
		{Kind: contract.PlanStepKindApproved, Date: day("2024-01-30")},
		{Kind: contract.PlanStepKindManuscriptStop, Date: day("2024-02-01")},
		{Kind: contract.PlanStepKindPapersSent, Date: day("2024-02-08")},
		{Kind: contract.PlanStepKindMeeting, Date: day("2024-02-15")},
		{Kind: contract.PlanStepKindDue, Date: day("2024-02-29")},
	}
	if len(made.Steps) != len(want) {
		t.Fatalf("got %+v", made.Steps)
	}
	for i := range want {
		if made.Steps[i] != want[i] {
			t.Errorf("step %d: got %+v, want %+v", i, made.Steps[i], want[i])
		}
	}
}

func TestWithoutMeetingsThePlanSaysSo(t *testing.T) {
	made := plan(planning{today: day("2024-01-05"), due: at("2024-02-29"), state: contract.ResponseStateDraft})
	if made.Warning == nil || *made.Warning != contract.PlanWarningNoMeetings {
		t.Errorf("got %v", made.Warning)
	}
}
