package response

import (
	"slices"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// Days that a plan counts with where the meeting does not say.
const (
	papersBeforeMeeting = 7  // the notice with its papers goes out about a week before
	stopBeforeMeeting   = 14 // the manuscript stop stands two or three weeks before
	approvalBeforeStop  = 2  // the manager has approved
	draftBeforeStop     = 7  // the draft is with the manager
)

// planning is what a plan is made of.
type planning struct {
	today    calendar.Date
	received *calendar.Date
	due      *calendar.Date // with an extension, its date
	state    contract.ResponseState
	meetings []contract.Meeting // the committee's, from today on, by date
}

// plan works backwards from the last meeting that serves: on or before the date, with its manuscript stop still to come
// unless the response is already past it. Without one it says so: an extension or the chair's decision are the ways out.
func plan(p planning) contract.ResponsePlan {
	made := contract.ResponsePlan{Today: p.today, Received: p.received, Due: p.due, Steps: []contract.PlanStep{}}
	if len(p.meetings) > 0 {
		made.NextMeeting = &p.meetings[0]
	}
	made.LastMeeting = p.lastMeeting()
	made.Warning = p.warning(made.LastMeeting)
	made.Steps = p.steps(made.LastMeeting)
	return made
}

func (p planning) lastMeeting() *contract.Meeting {
	if p.due == nil {
		return nil
	}
	for i := len(p.meetings) - 1; i >= 0; i-- {
		meeting := &p.meetings[i]
		inTime := !p.due.Before(meeting.Content.Date)
		if inTime && (p.isWritten() || !stopOf(meeting.Content).Before(p.today)) {
			return meeting
		}
	}
	return nil
}

// isWritten: an approved response waits for its meeting, whatever the manuscript stop was.
func (p planning) isWritten() bool { return p.state == contract.ResponseStateApproved }

func (p planning) isDecided() bool {
	return p.state == contract.ResponseStateDecided || p.state == contract.ResponseStateDelivered
}

func (p planning) warning(last *contract.Meeting) *contract.PlanWarning {
	var warning contract.PlanWarning
	switch {
	case p.isDecided() || last != nil:
		return nil
	case p.due == nil:
		warning = contract.PlanWarningNoDueDate
	case p.due.Before(p.today):
		warning = contract.PlanWarningDuePassed
	case len(p.meetings) == 0:
		warning = contract.PlanWarningNoMeetings
	default:
		warning = contract.PlanWarningNoMeetingLeft
	}
	return &warning
}

func (p planning) steps(last *contract.Meeting) []contract.PlanStep {
	steps := []contract.PlanStep{}
	add := func(kind contract.PlanStepKind, date *calendar.Date, done bool) {
		if date != nil {
			steps = append(steps, contract.PlanStep{Kind: kind, Date: *date, Done: done})
		}
	}
	submitted := p.state != contract.ResponseStateDraft
	approved := submitted && p.state != contract.ResponseStateSubmitted
	add(contract.PlanStepKindReceived, p.received, true)
	if last != nil {
		meeting := last.Content
		stop, papers := stopOf(meeting), papersOf(meeting)
		draft, approval := stop.AddDays(-draftBeforeStop), stop.AddDays(-approvalBeforeStop)
		add(contract.PlanStepKindDraftReady, &draft, submitted)
		add(contract.PlanStepKindApproved, &approval, approved)
		add(contract.PlanStepKindManuscriptStop, &stop, approved)
		add(contract.PlanStepKindPreparation, meeting.Preparation, approved && isPast(meeting.Preparation, p.today))
		add(contract.PlanStepKindPapersSent, &papers, approved && isPast(&papers, p.today))
		add(contract.PlanStepKindMeeting, &meeting.Date, p.isDecided())
	}
	add(contract.PlanStepKindDue, p.due, p.state == contract.ResponseStateDelivered)
	slices.SortStableFunc(steps, func(a, b contract.PlanStep) int { return a.Date.Time().Compare(b.Date.Time()) })
	return steps
}

func isPast(day *calendar.Date, today calendar.Date) bool { return day != nil && day.Before(today) }

func stopOf(meeting contract.MeetingContent) calendar.Date {
	if meeting.ManuscriptStop != nil {
		return *meeting.ManuscriptStop
	}
	return meeting.Date.AddDays(-stopBeforeMeeting)
}

func papersOf(meeting contract.MeetingContent) calendar.Date {
	if meeting.Dispatch != nil {
		return *meeting.Dispatch
	}
	return meeting.Date.AddDays(-papersBeforeMeeting)
}
