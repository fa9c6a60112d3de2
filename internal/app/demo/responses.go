package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/measure"
)

// responseStory is a committee's to one of the demo's audits, as far as it has come.
type responseStory struct {
	audit     string
	committee string
	common    contract.Stance // empty where each answer has its own
	sections  map[contract.SectionKind]string
	answers   []answerStory // the first recommendations'; the others are left empty
	steps     []step
	// memorandum is what is written in place of the template's text; one is begun when the response has been submitted.
	memorandum        map[contract.MemorandumSectionKind]string
	withoutMemorandum bool
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
	why    string // a decision's comment
}

func (r responseStory) id() uuid.UUID { return id("response/" + r.audit + "/" + r.committee) }

func daysAgo(days int) func(calendar.Date) calendar.Date {
	return func(today calendar.Date) calendar.Date { return today.AddDays(-days) }
}

func exactly(day calendar.Date) func(calendar.Date) calendar.Date {
	return func(calendar.Date) calendar.Date { return day }
}

// lastMeeting is the labour market committee's latest.
func lastMeeting(today calendar.Date) calendar.Date {
	for month := 0; ; month-- {
		first := calendar.New(today.Year(), today.Month()+time.Month(month), 1)
		if day := committeeOf("AMN").meets.in(first); first.Month() != time.July && day.Before(today) {
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
	return atOnce(ctx, responsesAt(s.today()), func(ctx context.Context, r responseStory) error {
		if _, err := s.respond(ctx, r); err != nil {
			return fmt.Errorf("response of %s to %s: %w", r.committee, r.audit, err)
		}
		return nil
	})
}

func (s *seeder) respond(ctx context.Context, story responseStory) (contract.Response, error) {
	begun := s.today().AddDays(-15)
	if len(story.steps) > 0 {
		begun = story.steps[0].on(s.today()).AddDays(-5)
	}
	written, err := s.on(begun).Response.Start(ctx, s.as(desks[story.committee].officer), contract.NewResponse{
		ID: story.id(), AddresseeID: addresseeID(story.audit, story.committee)})
	if err != nil {
		return written, err
	}
	if len(written.History) == 1 {
		if written, err = s.write(ctx, s.on(begun.AddDays(2)), written, story); err != nil {
			return written, err
		}
		if len(story.steps) > 0 && !story.withoutMemorandum {
			if written, err = s.propose(ctx, s.on(begun.AddDays(3)), written, story); err != nil {
				return written, fmt.Errorf("memorandum: %w", err)
			}
		}
	}
	return s.takeAll(ctx, story, written)
}

func (s *seeder) takeAll(ctx context.Context, story responseStory, r contract.Response) (_ contract.Response, err error) {
	for _, next := range story.steps[len(r.History)-1:] { // the first in the history is the start itself
		if r, err = s.take(ctx, next, story.committee, r); err != nil {
			return r, fmt.Errorf("%s: %w", next.action, err)
		}
	}
	return r, nil
}

// propose writes the memorandum.
func (s *seeder) propose(ctx context.Context, at Capabilities, draft contract.Response, story responseStory) (contract.Response, error) {
	officer := s.as(desks[story.committee].officer)
	draft, err := at.Response.StartMemorandum(ctx, officer, draft.ID)
	if err != nil {
		return draft, err
	}
	for _, section := range draft.Memorandum.Sections {
		text, told := story.memorandum[section.Kind]
		if !told || section.Content.Text == text {
			continue
		}
		content := contract.MemorandumSectionContent{Text: text, Includes: section.Content.Includes}
		if _, err := at.Response.WriteMemorandumSection(ctx, officer, section.ID, section.Version, content); err != nil {
			return draft, err
		}
	}
	return at.Response.Get(ctx, officer, draft.ID)
}

// write fills in what is empty yet.
func (s *seeder) write(ctx context.Context, at Capabilities, draft contract.Response, story responseStory) (contract.Response, error) {
	officer := s.as(desks[story.committee].officer)
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
		if err := s.answer(ctx, at, officer, draft.Answers[i], told, fmt.Sprintf("%s/%s/%d", story.audit, story.committee, i)); err != nil {
			return draft, err
		}
	}
	draft, err := at.Response.Get(ctx, officer, draft.ID)
	if err != nil || story.common == "" || draft.Content.CommonStance != nil {
		return draft, err
	}
	return at.Response.Update(ctx, officer, draft.ID, draft.Version, contract.ResponseContent{Title: draft.Content.Title, CommonStance: &story.common})
}

func (s *seeder) answer(ctx context.Context, at Capabilities, officer authz.Actor, empty contract.Answer, told answerStory, name string) error {
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
func (s *seeder) take(ctx context.Context, next step, committee string, r contract.Response) (contract.Response, error) {
	day, by := next.on(s.today()), desks[committee]
	responses := s.on(day).Response
	switch next.action {
	case contract.TransitionActionSubmit:
		return responses.Submit(ctx, s.as(by.officer), r.ID, r.Version)
	case contract.TransitionActionReturn:
		return responses.Return(ctx, s.as(by.manager), r.ID, r.Version, next.words)
	case contract.TransitionActionApprove:
		return responses.Approve(ctx, s.as(by.manager), r.ID, r.Version)
	case contract.TransitionActionDecide:
		return s.decide(ctx, next, contract.DecisionOutcomeAdopted, committee, r)
	case contract.TransitionActionReferBack:
		return s.decide(ctx, next, contract.DecisionOutcomeReferredBack, committee, r)
	case contract.TransitionActionDeliver:
		return responses.Dispatch(ctx, s.as(by.secretary), r.ID, r.Version, contract.NewDispatch{
			ID: id("dispatch/" + r.ID.String()), RecipientKind: contract.RecipientKindAuditors, Recipient: "Storåns kommuns revisorer", SentOn: day})
	}
	return r, fmt.Errorf("the demo cannot %s", next.action)
}

// decide registers the decision, and the meeting too where the calendar does not reach back to it.
func (s *seeder) decide(ctx context.Context, next step, outcome contract.DecisionOutcome, committee string, r contract.Response) (contract.Response, error) {
	day := next.on(s.today())
	if err := s.meetingOn(ctx, committeeOf(committee), day); err != nil {
		return r, err
	}
	meeting := meetingID(committee, day)
	decision := contract.NewDecision{ID: id("decision/" + r.ID.String() + "/" + day.String()), Outcome: outcome, MeetingID: &meeting, Paragraph: next.words}
	if next.why != "" {
		decision.Comment = &next.why
	}
	return s.on(day).Response.Decide(ctx, s.as(desks[committee].secretary), r.ID, r.Version, decision)
}
