package response

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/decision"
	"uppsikt/internal/document"
	"uppsikt/internal/fault"
	"uppsikt/internal/journal"
	"uppsikt/internal/measure"
	"uppsikt/internal/postgres"
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

// rendered is a document's bytes and what they were made of.
type rendered struct {
	edition  contract.Edition
	response contract.Response
	pdf      []byte
	at       time.Time
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
		return response, nil
	}, contract.EditionApproved, &edition)
	if err != nil {
		return contract.Response{}, err
	}
	return s.transit(ctx, actor, id, version, transition{
		action: contract.TransitionActionApprove, to: contract.ResponseStateApproved, may: mayApprove, stored: &edition,
	})
}

// Decide registers the committee's decision and keeps the adopted document.
func (s *Service) Decide(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, command contract.NewDecision) (contract.Response, error) {
	var edition rendered
	err := s.render(ctx, actor, id, version, mayDecide, func(ctx context.Context, tx *sqlx.Tx, response contract.Response) (contract.Response, error) {
		adopted, err := adopt(response, command)
		if err != nil {
			return adopted, err
		}
		date, err := decision.MeetingDate(ctx, tx, actor.Organization, response.CommitteeID, command.MeetingID)
		adopted.Decision = &contract.Decision{
			ID: command.ID, Outcome: contract.DecisionOutcome(command.Outcome), MeetingID: &command.MeetingID, Date: date,
			Paragraph: command.Paragraph, RegisteredAt: s.Now(), RegisteredBy: contract.Actor{ID: actor.Account, Name: actor.Name},
		}
		return adopted, err
	}, contract.EditionDecided, &edition)
	if err != nil {
		return contract.Response{}, err
	}
	return s.transit(ctx, actor, id, version, transition{
		action: contract.TransitionActionDecide, to: contract.ResponseStateDecided, may: mayDecide, stored: &edition,
		apply: func(ctx context.Context, tx *sqlx.Tx, before contract.Response) error {
			if err := writeAdopted(ctx, tx, actor.Organization, before, edition.response); err != nil {
				return err
			}
			taken := decision.OnResponse{Committee: before.CommitteeID, Response: id, Command: command}
			return decision.Register(ctx, tx, actor.Organization, taken, actor.Account, s.Now())
		},
	})
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

// render reads the response at a version, makes of it what is to be kept, and draws it. It stores nothing: the caller
// stores the bytes in a transaction of its own, only if the version still holds.
func (s *Service) render(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, may func(authz.Actor, contract.Response) error,
	prepare func(context.Context, *sqlx.Tx, contract.Response) (contract.Response, error), edition contract.Edition, into *rendered,
) error {
	var from sender
	var response contract.Response
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		if response, err = load(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		if err := may(actor, response); err != nil {
			return err
		}
		if response.Version != version {
			return fault.Stale()
		}
		if response, err = prepare(ctx, tx, response); err != nil {
			return err
		}
		from, err = loadSender(ctx, tx, actor.Organization, response.CommitteeID, signingDay(response, s.Now()))
		return err
	})
	if err != nil {
		return err
	}
	at := s.Now()
	pdf, err := document.PDF(compose(response, from, at))
	if err != nil {
		return fmt.Errorf("render response: %w", err)
	}
	*into = rendered{edition, response, pdf, at}
	return nil
}

// Document gives a response's PDF: the stored bytes of what is approved or decided, else the draft as it is now. Without
// an edition it is the one that the response's state calls for.
func (s *Service) Document(ctx context.Context, actor authz.Actor, id uuid.UUID, wanted *contract.Edition) (pdf []byte, edition contract.Edition, err error) {
	var response contract.Response
	var from sender
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if response, err = read(ctx, tx, actor, id); err != nil {
			return err
		}
		if edition, err = readableEdition(actor, response, wanted); err != nil {
			return err
		}
		if edition != contract.EditionDraft {
			pdf, err = loadEdition(ctx, tx, actor.Organization, id, edition)
			return err
		}
		from, err = loadSender(ctx, tx, actor.Organization, response.CommitteeID, signingDay(response, s.Now()))
		return err
	})
	if err != nil || edition != contract.EditionDraft {
		return pdf, edition, err
	}
	response.Decision = nil
	pdf, err = document.PDF(compose(response, from, s.Now()))
	return pdf, edition, err
}

// readableEdition: only what is decided leaves the committee; what was approved before it was working material.
func readableEdition(actor authz.Actor, response contract.Response, wanted *contract.Edition) (contract.Edition, error) {
	edition := contract.EditionDraft
	switch {
	case wanted != nil:
		edition = *wanted
	case isDecided(response):
		edition = contract.EditionDecided
	case response.State == contract.ResponseStateApproved:
		edition = contract.EditionApproved
	}
	if edition == contract.EditionDecided && isDecided(response) {
		return edition, nil
	}
	if edition == contract.EditionDraft && isDecided(response) {
		return edition, fault.NotFound("edition")
	}
	return edition, actor.Require(authz.ResponseSeeDraft, response.CommitteeID)
}
