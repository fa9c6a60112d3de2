package demo

import (
	"context"
	"fmt"
	"time"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/measure"
)

// responseStory is the labour market committee's to one of the demo's audits, as far as it has come.
type responseStory struct {
	audit    string
	common   contract.Stance // empty where each answer has its own
	sections map[contract.SectionKind]string
	answers  []answerStory // the first recommendations'; the others are left empty
	steps    []step
	// memorandum is what is written in place of the template's text; one is begun when the response has been submitted.
	memorandum map[contract.MemorandumSectionKind]string
}

type answerStory struct {
	stance   contract.Stance
	already  bool
	text     string
	measures []contract.MeasureContent
}

// step is a change of state on a day, which is before the seeding's by so many days, or a day of its own.
type step struct {
	action contract.TransitionAction
	on     func(today calendar.Date) calendar.Date
	words  string // a return's comment, a decision's paragraph
}

const respondent = "AMN"

func daysAgo(days int) func(calendar.Date) calendar.Date {
	return func(today calendar.Date) calendar.Date { return today.AddDays(-days) }
}

func exactly(year int, month time.Month, day int) func(calendar.Date) calendar.Date {
	return func(calendar.Date) calendar.Date { return calendar.New(year, month, day) }
}

func lastMeeting(today calendar.Date) calendar.Date {
	for month := 0; ; month-- {
		first := calendar.New(today.Year(), today.Month()+time.Month(month), 1)
		if day := committeeOf(respondent).meets.in(first); first.Month() != time.July && day.Before(today) {
			return day
		}
	}
}

// todo is a measure whose days are read out of the words as the program suggests them.
func todo(what, function, start, ready string) contract.MeasureContent {
	begins, ends := measure.Suggest(start), measure.Suggest(ready)
	return contract.MeasureContent{What: what, Function: function, Start: &begins, Ready: &ends}
}

func (s *seeder) responses(ctx context.Context) error {
	for _, r := range responsesAt(s.today()) {
		if err := s.respond(ctx, r); err != nil {
			return fmt.Errorf("response to %s: %w", r.audit, err)
		}
	}
	return nil
}

func (s *seeder) respond(ctx context.Context, story responseStory) error {
	begun := s.today().AddDays(-15)
	if len(story.steps) > 0 {
		begun = story.steps[0].on(s.today()).AddDays(-5)
	}
	written, err := s.on(begun).Response.Start(ctx, s.as("officer"), contract.NewResponse{
		ID: id("response/" + story.audit), AddresseeID: addresseeID(story.audit, respondent)})
	if err != nil {
		return err
	}
	if len(written.History) == 1 {
		if written, err = s.write(ctx, s.on(begun.AddDays(2)), written, story); err != nil {
			return err
		}
		if len(story.steps) > 0 {
			if written, err = s.propose(ctx, s.on(begun.AddDays(3)), written, story); err != nil {
				return fmt.Errorf("memorandum: %w", err)
			}
		}
	}
	for _, next := range story.steps[len(written.History)-1:] { // the first in the history is the start itself
		if written, err = s.take(ctx, next, written); err != nil {
			return fmt.Errorf("%s: %w", next.action, err)
		}
	}
	return nil
}

// propose writes the memorandum.
func (s *seeder) propose(ctx context.Context, at Capabilities, draft contract.Response, story responseStory) (contract.Response, error) {
	draft, err := at.Response.StartMemorandum(ctx, s.as("officer"), draft.ID)
	if err != nil {
		return draft, err
	}
	for _, section := range draft.Memorandum.Sections {
		text, told := story.memorandum[section.Kind]
		if !told || section.Content.Text == text {
			continue
		}
		content := contract.MemorandumSectionContent{Text: text, Includes: section.Content.Includes}
		if _, err := at.Response.WriteMemorandumSection(ctx, s.as("officer"), section.ID, section.Version, content); err != nil {
			return draft, err
		}
	}
	return at.Response.Get(ctx, s.as("officer"), draft.ID)
}

// write fills in what is empty yet.
func (s *seeder) write(ctx context.Context, at Capabilities, draft contract.Response, story responseStory) (contract.Response, error) {
	officer := s.as("officer")
	for _, section := range draft.Sections {
		text, told := story.sections[section.Kind]
		if !told || section.Content.Text != "" {
			continue
		}
		if _, err := at.Response.WriteSection(ctx, officer, draft.ID, section.Kind, section.Version, contract.SectionContent{Text: text}); err != nil {
			return draft, err
		}
	}
	for i, told := range story.answers {
		if err := s.answer(ctx, at, draft.Answers[i], told, fmt.Sprintf("%s/%d", story.audit, i)); err != nil {
			return draft, err
		}
	}
	draft, err := at.Response.Get(ctx, officer, draft.ID)
	if err != nil || story.common == "" || draft.Content.CommonStance != nil {
		return draft, err
	}
	return at.Response.Update(ctx, officer, draft.ID, draft.Version, contract.ResponseContent{Title: draft.Content.Title, CommonStance: &story.common})
}

func (s *seeder) answer(ctx context.Context, at Capabilities, empty contract.Answer, told answerStory, name string) error {
	officer := s.as("officer")
	for i, content := range told.measures {
		if _, err := at.Response.AddMeasure(ctx, officer, empty.ID, contract.NewMeasure{ID: id(fmt.Sprintf("measure/%s/%d", name, i)), Content: content}); err != nil {
			return err
		}
	}
	if empty.Content.Text != "" {
		return nil
	}
	content := contract.AnswerContent{AlreadyAddressed: told.already, Text: told.text}
	if told.stance != "" {
		content.Stance = &told.stance
	}
	_, err := at.Response.WriteAnswer(ctx, officer, empty.ID, empty.Version, content)
	return err
}

// take makes one change of state, by whoever may.
func (s *seeder) take(ctx context.Context, next step, r contract.Response) (contract.Response, error) {
	day := next.on(s.today())
	responses := s.on(day).Response
	switch next.action {
	case contract.TransitionActionSubmit:
		return responses.Submit(ctx, s.as("officer"), r.ID, r.Version)
	case contract.TransitionActionReturn:
		return responses.Return(ctx, s.as("manager"), r.ID, r.Version, next.words)
	case contract.TransitionActionApprove:
		return responses.Approve(ctx, s.as("manager"), r.ID, r.Version)
	case contract.TransitionActionDecide:
		return s.decide(ctx, next, r)
	case contract.TransitionActionDeliver:
		return responses.Dispatch(ctx, s.as("secretary"), r.ID, r.Version, contract.NewDispatch{
			ID: id("dispatch/" + r.ID.String()), RecipientKind: contract.RecipientKindAuditors, Recipient: "Storåns kommuns revisorer", SentOn: day})
	}
	return r, fmt.Errorf("the demo cannot %s", next.action)
}

// decide registers the decision, and the meeting too where the calendar does not reach back to it.
func (s *seeder) decide(ctx context.Context, next step, r contract.Response) (contract.Response, error) {
	day := next.on(s.today())
	if err := s.meetingOn(ctx, committeeOf(respondent), day); err != nil {
		return r, err
	}
	meeting := meetingID(respondent, day)
	return s.on(day).Response.Decide(ctx, s.as("secretary"), r.ID, r.Version, contract.NewDecision{
		ID: id("decision/" + r.ID.String()), Outcome: contract.DecisionOutcomeAdopted, MeetingID: &meeting, Paragraph: next.words})
}
