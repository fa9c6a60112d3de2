package response

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/measure"
)

// transition is a change of state and whatever else it writes.
type transition struct {
	action  contract.TransitionAction
	to      contract.ResponseState
	comment *string
	may     func(authz.Actor, contract.Response) error
	apply   func(context.Context, *sqlx.Tx, contract.Response) error // nil when the state is all
	stored  *rendered                                                // the edition to keep, or nil
}

// Submit hands the draft over for approval.
func (s *Service) Submit(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.Response, error) {
	return s.transit(ctx, actor, id, version, transition{action: contract.TransitionActionSubmit, to: contract.ResponseStateSubmitted, may: maySubmit})
}

// Withdraw takes a submitted response back.
func (s *Service) Withdraw(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.Response, error) {
	return s.transit(ctx, actor, id, version, transition{action: contract.TransitionActionWithdraw, to: contract.ResponseStateDraft, may: mayWithdraw})
}

// Return sends the response back with a comment.
func (s *Service) Return(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, comment string) (contract.Response, error) {
	return s.transit(ctx, actor, id, version, transition{
		action: contract.TransitionActionReturn, to: contract.ResponseStateDraft, comment: &comment, may: mayReturn,
	})
}

// Approve keeps the very document that the committee will be shown.
func (s *Service) Approve(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.Response, error) {
	var edition rendered
	err := s.render(ctx, actor, id, version, mayApprove, func(_ context.Context, _ *sqlx.Tx, response contract.Response) (contract.Response, error) {
		step := s.step(actor, contract.TransitionActionApprove, contract.ResponseStateApproved, nil)
		response.State, response.History = step.To, append(response.History, step) // the memorandum is dated and signed by it
		return response, nil
	}, contract.EditionApproved, &edition)
	if err != nil {
		return contract.Response{}, err
	}
	return s.transit(ctx, actor, id, version, transition{
		action: contract.TransitionActionApprove, to: contract.ResponseStateApproved, may: mayApprove, stored: &edition,
	})
}

// Decide registers the committee's decision and keeps the adopted document. A decision that refers the response back, or
// rejects it, makes it a draft again: a new round, with the decision kept.
func (s *Service) Decide(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, command contract.NewDecision) (contract.Response, error) {
	if err := decision.Check(command); err != nil {
		return contract.Response{}, err
	}
	if decision.SendsBack(command.Outcome) {
		return s.referBack(ctx, actor, id, version, command)
	}
	var edition rendered
	err := s.render(ctx, actor, id, version, mayDecide, func(ctx context.Context, tx *sqlx.Tx, response contract.Response) (contract.Response, error) {
		adopted, err := adopt(response, command)
		if err != nil {
			return adopted, err
		}
		adopted.Decision, err = s.taken(ctx, tx, actor, response.CommitteeID, command)
		return adopted, err
	}, contract.EditionDecided, &edition)
	if err != nil {
		return contract.Response{}, err
	}
	return s.transit(ctx, actor, id, version, transition{
		action: contract.TransitionActionDecide, to: contract.ResponseStateDecided, may: mayDecide, stored: &edition,
		apply: func(ctx context.Context, tx *sqlx.Tx, before contract.Response) error {
			if command.Adopted != nil {
				if err := writeAdopted(ctx, tx, actor.Organization, before, edition.response); err != nil {
					return err
				}
			}
			return s.register(ctx, tx, actor, before, command)
		},
	})
}

func (s *Service) referBack(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, command contract.NewDecision) (contract.Response, error) {
	return s.transit(ctx, actor, id, version, transition{
		action: contract.TransitionActionReferBack, to: contract.ResponseStateDraft, comment: command.Comment, may: mayDecide,
		apply: func(ctx context.Context, tx *sqlx.Tx, before contract.Response) error {
			return s.register(ctx, tx, actor, before, command)
		},
	})
}

// taken is the decision as it will read, for the document.
func (s *Service) taken(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, committee uuid.UUID, command contract.NewDecision) (*contract.Decision, error) {
	date, err := decision.TakenOn(ctx, tx, actor.Organization, committee, command)
	return &contract.Decision{
		ID: command.ID, Outcome: command.Outcome, MeetingID: command.MeetingID, Date: date, Delegation: command.Delegation,
		Paragraph: command.Paragraph, Comment: command.Comment, RegisteredAt: s.Now(),
		RegisteredBy: contract.Actor{ID: actor.Account, Name: actor.Name},
	}, err
}

func (s *Service) register(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, response contract.Response, command contract.NewDecision) error {
	date, err := decision.TakenOn(ctx, tx, actor.Organization, response.CommitteeID, command)
	if err != nil {
		return err
	}
	about := decision.Subject{Committee: response.CommitteeID, Response: &response.ID}
	return decision.Register(ctx, tx, actor.Organization, about, command, date, actor.Account, s.Now())
}

// writeAdopted stores what the committee changed: one statement for each section or answer that differs.
func writeAdopted(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, before, adopted contract.Response) error {
	for i, section := range adopted.Sections {
		if section.Content == before.Sections[i].Content {
			continue
		}
		if err := writeSection(ctx, tx, organization, before.ID, section.Kind, section.Content.Text); err != nil {
			return err
		}
	}
	for i, answer := range adopted.Answers {
		if err := writeAdoptedAnswer(ctx, tx, organization, before, before.Answers[i], answer); err != nil {
			return err
		}
	}
	return nil
}

func writeAdoptedAnswer(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, response contract.Response, before, adopted contract.Answer) error {
	if adopted.Content != before.Content {
		if err := writeAnswer(ctx, tx, organization, adopted.ID, adopted.Content); err != nil {
			return err
		}
	}
	commands := make([]contract.NewMeasure, len(adopted.Measures))
	for i, m := range adopted.Measures {
		commands[i] = contract.NewMeasure{ID: m.ID, Content: m.Content}
	}
	return measure.Replace(ctx, tx, organization, response.CommitteeID, adopted.ID, commands)
}

// Dispatch notes that the response was sent. Sent to the auditors, it is delivered.
func (s *Service) Dispatch(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, command contract.NewDispatch) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		before, err := s.open(ctx, tx, actor, id, mayDispatch)
		if err != nil {
			return contract.Response{}, err
		}
		if before.Version != version {
			return contract.Response{}, fault.Stale()
		}
		if err := decision.Send(ctx, tx, actor.Organization, before.Decision.ID, command); err != nil {
			return contract.Response{}, err
		}
		if command.RecipientKind == contract.RecipientKindAuditors && before.State == contract.ResponseStateDecided {
			step := s.step(actor, contract.TransitionActionDeliver, contract.ResponseStateDelivered, nil)
			if err := move(ctx, tx, actor.Organization, id, step); err != nil {
				return contract.Response{}, err
			}
		}
		return s.close(ctx, tx, actor, before, s.entry(actor, uuid.Nil, "dispatch", command.ID, "add", nil, command))
	})
}

// transit changes the state of the response that was last read.
func (s *Service) transit(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, t transition) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		before, err := s.open(ctx, tx, actor, id, t.may)
		if err != nil {
			return contract.Response{}, err
		}
		if before.Version != version {
			return contract.Response{}, fault.Stale()
		}
		if t.apply != nil {
			if err := t.apply(ctx, tx, before); err != nil {
				return contract.Response{}, err
			}
		}
		if err := move(ctx, tx, actor.Organization, id, s.step(actor, t.action, t.to, t.comment)); err != nil {
			return contract.Response{}, err
		}
		if t.stored != nil {
			if err := storeEdition(ctx, tx, actor.Organization, id, *t.stored); err != nil {
				return contract.Response{}, err
			}
		}
		after, err := load(ctx, tx, actor.Organization, id)
		if err != nil {
			return contract.Response{}, err
		}
		if err := s.handOn(ctx, tx, actor, after, t.action); err != nil {
			return contract.Response{}, err
		}
		return after, s.settle(ctx, tx, actor, before, after, t)
	})
}

// settle closes what was being written and journals the change of state.
func (s *Service) settle(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, before, after contract.Response, t transition) error {
	if err := journal.Settle(ctx, tx, actor.Organization, written(before)); err != nil {
		return err
	}
	return journal.Write(ctx, tx, s.entry(actor, after.CommitteeID, "response", after.ID, string(t.action),
		map[string]any{"state": before.State}, map[string]any{"state": after.State, "comment": t.comment, "decision": after.Decision}))
}

func (s *Service) step(actor authz.Actor, action contract.TransitionAction, to contract.ResponseState, comment *string) contract.Transition {
	return contract.Transition{Action: action, To: to, At: s.Now(), By: contract.Actor{ID: actor.Account, Name: actor.Name}, Comment: comment}
}
