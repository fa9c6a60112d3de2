package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

func (s *seeder) pastResponses(ctx context.Context) error {
	err := atOnce(ctx, decisions, func(ctx context.Context, d decided) error {
		if err := s.pastResponse(ctx, d); err != nil {
			return fmt.Errorf("response of %s to %s: %w", d.committee, d.audit, err)
		}
		return nil
	})
	if err != nil {
		return err
	}
	first, err := s.Response.Get(ctx, s.as("auditor"), responsesAt(s.today())[0].id())
	if err != nil {
		return err
	}
	if err := s.conclude(ctx, "AMN", first, contract.ReceptionContent{Reception: contract.ReceptionKindSufficient}); err != nil {
		return fmt.Errorf("the first response: %w", err)
	}
	return s.supplement(ctx)
}

func (s *seeder) pastResponse(ctx context.Context, d decided) error {
	meeting, err := calendar.Parse(d.on)
	if err != nil {
		return err
	}
	story := responseStory{
		audit: d.audit, committee: d.committee, answers: answersOf(d), steps: decidedAt(meeting, d.paragraph), withoutMemorandum: true,
	}
	if d.audit == "competence" && d.committee == "AMN" {
		story.steps = append(referredBackAt(calendar.New(2025, time.May, 15)), decidedAt(meeting, d.paragraph)...)
		story.memorandum, story.withoutMemorandum = competenceMemorandum, false
	}
	written, err := s.respond(ctx, story)
	if err != nil {
		return err
	}
	reception := contract.ReceptionContent{Reception: contract.ReceptionKindSufficient}
	if d.audit == "violence" && d.committee == "SN" {
		due := calendar.New(2025, time.March, 31)
		reception = contract.ReceptionContent{Reception: contract.ReceptionKindSupplementRequested, SupplementDue: &due,
			Comment: "Vi behöver ett svar på rekommendation 2 som anger om nämnden avser att teckna en överenskommelse, och när."}
	}
	return s.conclude(ctx, d.committee, written, reception)
}

// conclude has the minutes verified and the response received, some days after the decision.
func (s *seeder) conclude(ctx context.Context, committee string, r contract.Response, reception contract.ReceptionContent) (err error) {
	decided := r.Decision.Date
	if r.Decision.VerifiedOn == nil {
		verified := decided.AddDays(6)
		if r, err = s.on(verified).Response.Verify(ctx, s.as(desks[committee].secretary), r.ID, r.Version, verified); err != nil {
			return fmt.Errorf("verify: %w", err)
		}
	}
	if r.Reception == nil {
		if _, err := s.on(decided.AddDays(20)).Response.Receive(ctx, s.as("auditor"), r.ID, r.Version, reception); err != nil {
			return fmt.Errorf("receive: %w", err)
		}
	}
	return nil
}

// answersOf are a response's, in the order of the recommendations to its committee.
func answersOf(d decided) []answerStory {
	var answers []answerStory
	for _, f := range fates {
		if f.audit != d.audit || f.committee != d.committee {
			continue
		}
		told := wordings[f.key()]
		answer := answerStory{stance: f.stance, already: f.key() == key("report", 1, "SN"), text: told.answer}
		if f.ready != "" {
			answer.measures = []contract.MeasureContent{todo(told.measure, told.function, d.on, f.ready)}
		}
		answers = append(answers, answer)
	}
	return answers
}

func decidedAt(meeting calendar.Date, paragraph string) []step {
	return []step{
		{contract.TransitionActionSubmit, exactly(meeting.AddDays(-24)), "", ""},
		{contract.TransitionActionApprove, exactly(meeting.AddDays(-18)), "", ""},
		{contract.TransitionActionDecide, exactly(meeting), paragraph, ""},
		{contract.TransitionActionDeliver, exactly(meeting.AddDays(8)), "", ""},
	}
}

func referredBackAt(meeting calendar.Date) []step {
	return []step{
		{contract.TransitionActionSubmit, exactly(meeting.AddDays(-24)), "", ""},
		{contract.TransitionActionApprove, exactly(meeting.AddDays(-18)), "", ""},
		{contract.TransitionActionReferBack, exactly(meeting), "49", "Svaret ska ange hur målen följs upp under året."},
	}
}

// supplement is the social welfare committee's, which the auditors asked for: it now accepts the second recommendation.
func (s *seeder) supplement(ctx context.Context) error {
	first := responseStory{audit: "violence", committee: "SN"}
	story := responseStory{audit: "violence/supplement", committee: "SN", steps: decidedAt(calendar.New(2025, time.March, 26), "34")}
	officer, at := s.as(desks["SN"].officer), s.on(calendar.New(2025, time.February, 12))
	written, err := at.Response.Supplement(ctx, officer, first.id(), story.id())
	if err != nil {
		return fmt.Errorf("supplement: %w", err)
	}
	if len(written.History) == 1 {
		if written, err = s.writeSupplement(ctx, at, written); err != nil {
			return fmt.Errorf("supplement: %w", err)
		}
	}
	if written, err = s.takeAll(ctx, story, written); err != nil {
		return fmt.Errorf("supplement: %w", err)
	}
	return s.conclude(ctx, "SN", written, contract.ReceptionContent{Reception: contract.ReceptionKindSufficient})
}

func (s *seeder) writeSupplement(ctx context.Context, at Capabilities, draft contract.Response) (contract.Response, error) {
	officer := s.as(desks["SN"].officer)
	draft, err := at.Response.AddAnswer(ctx, officer, draft.ID, contract.NewAnswer{
		ID: id("answer/violence/supplement"), RecommendationIds: []uuid.UUID{recommendationID("violence", 1)}})
	if err != nil {
		return draft, err
	}
	told := answerStory{stance: accepts, text: "Nämnden avser att teckna överenskommelsen under 2025 oavsett hur kostnaden fördelas."}
	if err := s.answer(ctx, at, officer, draft.Answers[0], told, "violence/supplement"); err != nil {
		return draft, err
	}
	return at.Response.Get(ctx, officer, draft.ID)
}
