package response

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/journal"
	"uppsikt/internal/outbox"
	"uppsikt/internal/postgres"
)

// AskForInput asks a person a question by a date. The person is made a contributor, with an account, where they are not
// known; then the initial password comes back, this once.
func (s *Service) AskForInput(ctx context.Context, actor authz.Actor, id uuid.UUID, command contract.NewInputRequest) (contract.AskedInput, error) {
	if _, err := s.editable(ctx, actor, id); err != nil {
		return contract.AskedInput{}, err // before anybody is invited
	}
	invited, err := s.People.Invite(ctx, actor, command.Email, command.Name)
	if err != nil {
		return contract.AskedInput{}, err
	}
	asked := contract.AskedInput{InitialPassword: invited.InitialPassword}
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := s.open(ctx, tx, actor, id, mayEdit)
		if err != nil {
			return err
		}
		if command.AnswerID != nil {
			if _, err := answerWith(before, *command.AnswerID); err != nil {
				return err
			}
		}
		if err := insertInput(ctx, tx, actor.Organization, id, command, invited.Account, actor.Account, s.Now()); err != nil {
			return err
		}
		err = outbox.Hand(ctx, tx, s.Now(), outbox.Handed{Kind: outbox.InputAsked, By: actor, To: []uuid.UUID{invited.Account},
			Committee: before.CommitteeID, Thing: command.ID, Due: &command.Due})
		if err != nil {
			return err
		}
		after, err := s.close(ctx, tx, actor, before, s.entry(actor, before.CommitteeID, "input_request", command.ID, "ask", nil, command))
		if err != nil {
			return err
		}
		request, err := inputWith(after, command.ID)
		if err != nil {
			return err
		}
		asked.Request = *request
		return nil
	})
	return asked, err
}

func (s *Service) editable(ctx context.Context, actor authz.Actor, id uuid.UUID) (response contract.Response, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		if response, err = load(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return mayEdit(actor, response)
	})
	return response, err
}

// WithdrawInput takes back a question that nobody has answered.
func (s *Service) WithdrawInput(ctx context.Context, actor authz.Actor, id uuid.UUID) error {
	return s.inResponseOf(ctx, actor, responseOfInput, id, func(ctx context.Context, tx *sqlx.Tx, response contract.Response) error {
		request, err := inputWith(response, id)
		if err != nil {
			return err
		}
		if err := mayWithdrawInput(*request); err != nil {
			return err
		}
		if err := deleteInput(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		_, err = s.close(ctx, tx, actor, response, s.entry(actor, response.CommitteeID, "input_request", id, "withdraw", request, nil))
		return err
	})
}

// TakeIn notes that a reply stands in the answer now. Repeated, it changes nothing.
func (s *Service) TakeIn(ctx context.Context, actor authz.Actor, id uuid.UUID) (taken contract.InputRequest, err error) {
	err = s.inResponseOf(ctx, actor, responseOfInput, id, func(ctx context.Context, tx *sqlx.Tx, response contract.Response) error {
		request, err := inputWith(response, id)
		if err != nil {
			return err
		}
		if err := mayTakeIn(*request); err != nil {
			return err
		}
		if err := takeIn(ctx, tx, actor.Organization, id, s.Now()); err != nil {
			return err
		}
		after, err := s.close(ctx, tx, actor, response, s.entry(actor, response.CommitteeID, "input_request", id, "take_in", nil, nil))
		if err != nil {
			return err
		}
		request, err = inputWith(after, id)
		if err == nil {
			taken = *request
		}
		return err
	})
	return taken, err
}

// GivenInput lists what the actor has been asked, unanswered first.
func (s *Service) GivenInput(ctx context.Context, actor authz.Actor, limit, offset int) (page contract.GivenInputRequestPage, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = listGiven(ctx, tx, actor.Organization, actor.Account, limit, offset)
		return err
	})
	return page, err
}

// Reply saves what the person asked writes; nobody else's question is found.
func (s *Service) Reply(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, text string) (given contract.GivenInputRequest, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, committee, err := lockGiven(ctx, tx, actor.Organization, actor.Account, id)
		if err != nil {
			return err
		}
		if err := mayReply(before, version); err != nil {
			return err
		}
		if err := reply(ctx, tx, actor.Organization, id, text, s.Now()); err != nil {
			return err
		}
		if given, err = loadGiven(ctx, tx, actor.Organization, actor.Account, id); err != nil {
			return err
		}
		return journal.Autosave(ctx, tx, s.entry(actor, committee, "input_request", id, "write", before.Reply, text))
	})
	return given, err
}
