package response

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/identity"
	"uppsikt/internal/journal"
	"uppsikt/internal/measure"
	"uppsikt/internal/postgres"
)

// Service has the use cases of responses, one transaction each. Writing is here, changes of state in service_transition.go.
type Service struct {
	DB     *sqlx.DB
	Now    func() time.Time
	People *identity.Service // who invites those who are asked for input
}

// Start begins a committee's response: an empty answer for each recommendation to it and a first wording of the
// introduction. A repeated id gives the response first begun.
func (s *Service) Start(ctx context.Context, actor authz.Actor, command contract.NewResponse) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		from, err := loadAsked(ctx, tx, actor.Organization, command.AddresseeID)
		if err != nil {
			return contract.Response{}, err
		}
		if err := actor.Require(authz.ResponseDraft, from.Committee); err != nil {
			return contract.Response{}, err
		}
		isNew, err := insert(ctx, tx, actor.Organization, command, from, nil, TitleOver(from.AuditTitle), introduction(from), actor.Account, s.Now())
		if err != nil {
			return contract.Response{}, err
		}
		if !isNew {
			return read(ctx, tx, actor, command.ID) // the id may be of another committee's draft
		}
		return s.begin(ctx, tx, actor, command.ID)
	})
}

func (s *Service) begin(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (contract.Response, error) {
	if err := answerTheUnanswered(ctx, tx, actor.Organization, id); err != nil {
		return contract.Response{}, err
	}
	return s.begun(ctx, tx, actor, id)
}

// begun notes that the response is begun.
func (s *Service) begun(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (contract.Response, error) {
	if err := move(ctx, tx, actor.Organization, id, s.step(actor, contract.TransitionActionStart, contract.ResponseStateDraft, nil)); err != nil {
		return contract.Response{}, err
	}
	response, err := load(ctx, tx, actor.Organization, id)
	if err != nil {
		return contract.Response{}, err
	}
	return response, journal.Write(ctx, tx, s.entry(actor, response.CommitteeID, "response", id, "start", nil, response.Content))
}

func answerTheUnanswered(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	recommendations, err := unanswered(ctx, tx, organization, id)
	if err != nil {
		return err
	}
	ids := make([]uuid.UUID, len(recommendations))
	for i := range ids {
		if ids[i], err = uuid.NewV7(); err != nil {
			return fmt.Errorf("make an id: %w", err)
		}
	}
	return addEmptyAnswers(ctx, tx, organization, id, ids, recommendations)
}

// introduction is a first wording for the officer to go on from.
func introduction(from asked) string {
	text := from.AuditorsName + " har granskat " + from.Name + " i granskningen ”" + from.AuditTitle + "”."
	if from.Firm != "" {
		text = from.Firm + " har på uppdrag av " + from.AuditorsName + " genomfört granskningen ”" + from.AuditTitle + "”."
	}
	if from.Due != nil {
		text += " Revisorerna har begärt ett yttrande från " + lowerFirst(from.Name) + " senast " + from.Due.String() + "."
	}
	return text
}

// Get reads one response.
func (s *Service) Get(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		return read(ctx, tx, actor, id)
	})
}

// read loads the response for somebody who may read it.
func read(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (contract.Response, error) {
	response, err := load(ctx, tx, actor.Organization, id)
	if err != nil {
		return contract.Response{}, err
	}
	return response, firstFault(mayFollow(ctx, tx, actor, response.ID), mayRead(actor, response))
}

// asReadBy leaves out what is confidential to the actor: all of it where the audit as a whole is.
func asReadBy(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, response contract.Response, instead func(ground string) string) (contract.Response, error) {
	if confidentiality.Sees(actor, response.CommitteeID) {
		return response, nil
	}
	marks, err := loadMarks(ctx, tx, actor.Organization, response.ID, confidentiality.ByAccount(actor))
	if err != nil || marks.seenBy(actor, response.CommitteeID) {
		return response, err
	}
	if marks.Audit != nil {
		return contract.Response{}, fault.Confidential()
	}
	response, _ = masked(response, marks, instead)
	return response, nil
}

// Standing tells, in the caller's transaction, whose a response is and whether it is decided: 404 where there is none, 403 where it is
// all confidential to the actor.
func Standing(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) (committee uuid.UUID, decided bool, err error) {
	response, err := load(ctx, tx, actor.Organization, id)
	if err == nil {
		response, err = asReadBy(ctx, tx, actor, response, nothing)
	}
	return response.CommitteeID, isDecided(response), err
}

// mayFollow: states and dates are known to all who may follow, but an adviser follows the audits given to them.
func mayFollow(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID) error {
	if !actor.OnlyAdviser() {
		return nil
	}
	given, err := isGivenTo(ctx, tx, actor.Organization, id, actor.Account)
	if err == nil && !given {
		return fault.Forbidden("the audit is not given to this adviser")
	}
	return err
}

// List reads a page of states and dates; an adviser's are of the audits given to them.
func (s *Service) List(ctx context.Context, actor authz.Actor, filter Filter) (page contract.ResponsePage, err error) {
	filter.Confidential = actor.SeesConfidential()
	if actor.OnlyAdviser() {
		filter.GivenTo = &actor.Account
	}
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = list(ctx, tx, actor.Organization, filter)
		return err
	})
	return page, err
}

// Update changes the title and the common stance; version is the response's.
func (s *Service) Update(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.ResponseContent) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		before, err := s.open(ctx, tx, actor, id, mayEdit)
		if err != nil {
			return contract.Response{}, err
		}
		if before.Version != version {
			return contract.Response{}, fault.Stale()
		}
		if err := writeContent(ctx, tx, actor.Organization, id, content); err != nil {
			return contract.Response{}, err
		}
		return s.close(ctx, tx, actor, before, s.entry(actor, before.CommitteeID, "response", id, "write", before.Content, content))
	})
}

// Delete throws away a draft that was never submitted.
func (s *Service) Delete(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		before, err := s.open(ctx, tx, actor, id, mayDelete)
		if err != nil {
			return err
		}
		if before.Version != version {
			return fault.Stale()
		}
		if err := journal.Settle(ctx, tx, actor.Organization, written(before)); err != nil {
			return err
		}
		if err := remove(ctx, tx, actor.Organization, id); err != nil {
			return err
		}
		return journal.Write(ctx, tx, s.entry(actor, before.CommitteeID, "response", id, "delete", before, nil))
	})
}

// WriteSection saves a section as it is typed; version is the section's own.
func (s *Service) WriteSection(ctx context.Context, actor authz.Actor, id uuid.UUID, kind contract.SectionKind, version int64, content contract.SectionContent) (section contract.Section, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		response, err := s.open(ctx, tx, actor, id, mayEdit)
		if err != nil {
			return err
		}
		before, err := sectionOf(response, kind)
		if err != nil {
			return err
		}
		if before.Version != version {
			return fault.Stale()
		}
		if err := writeSection(ctx, tx, actor.Organization, id, kind, content.Text); err != nil {
			return err
		}
		section = contract.Section{Kind: kind, Version: version + 1, Content: content}
		return s.autosaved(ctx, tx, actor, response, "response_section", sectionID(id, kind), before.Content, content)
	})
	return section, err
}

// WriteAnswer saves an answer as it is typed; version is the answer's own.
func (s *Service) WriteAnswer(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.AnswerContent) (answer contract.Answer, err error) {
	err = s.inResponseOf(ctx, actor, responseOfAnswer, id, func(ctx context.Context, tx *sqlx.Tx, response contract.Response) error {
		before, err := answerWith(response, id)
		if err != nil {
			return err
		}
		if before.Version != version {
			return fault.Stale()
		}
		if err := writeAnswer(ctx, tx, actor.Organization, id, content); err != nil {
			return err
		}
		answer = *before
		answer.Version, answer.Content = version+1, content
		return s.autosaved(ctx, tx, actor, response, "answer", id, before.Content, content)
	})
	return answer, err
}

// AddAnswer adds an answer to several recommendations at once, or to a statement without recommendation.
func (s *Service) AddAnswer(ctx context.Context, actor authz.Actor, id uuid.UUID, command contract.NewAnswer) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		before, err := s.open(ctx, tx, actor, id, mayEdit)
		if err != nil {
			return contract.Response{}, err
		}
		if _, err := answerWith(before, command.ID); err == nil {
			return before, nil // a create repeated after a lost answer
		}
		gone, err := roomFor(ctx, tx, actor.Organization, before, command)
		if err != nil {
			return contract.Response{}, err
		}
		if err := addAnswer(ctx, tx, actor.Organization, id, command, gone); err != nil {
			return contract.Response{}, err
		}
		return s.close(ctx, tx, actor, before, s.entry(actor, before.CommitteeID, "answer", command.ID, "add", nil, command))
	})
}

func roomFor(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, response contract.Response, command contract.NewAnswer) ([]uuid.UUID, error) {
	if hasStatement := command.Statement != nil && *command.Statement != ""; hasStatement == (len(command.RecommendationIds) > 0) {
		return nil, fault.InvalidField("/recommendationIds", "recommendation_or_statement", "an answer is to recommendations or to a statement")
	}
	late, err := unanswered(ctx, tx, organization, response.ID)
	if err != nil {
		return nil, err
	}
	return replacedBy(response, command.RecommendationIds, late)
}

// DeleteAnswer takes an answer away; its recommendations get an empty answer each.
func (s *Service) DeleteAnswer(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) (contract.Response, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Response, error) {
		response, err := responseOfAnswer(ctx, tx, actor.Organization, id)
		if err != nil {
			return contract.Response{}, err
		}
		before, err := s.open(ctx, tx, actor, response, mayEdit)
		if err != nil {
			return contract.Response{}, err
		}
		answer, err := answerWith(before, id)
		if err != nil {
			return contract.Response{}, err
		}
		if answer.Version != version {
			return contract.Response{}, fault.Stale()
		}
		if err := deleteAnswer(ctx, tx, actor.Organization, id); err != nil {
			return contract.Response{}, err
		}
		if err := answerTheUnanswered(ctx, tx, actor.Organization, response); err != nil {
			return contract.Response{}, err
		}
		return s.close(ctx, tx, actor, before, s.entry(actor, before.CommitteeID, "answer", id, "delete", answer, nil))
	})
}

// AddMeasure adds a measure last in an answer.
func (s *Service) AddMeasure(ctx context.Context, actor authz.Actor, answer uuid.UUID, command contract.NewMeasure) (added contract.Measure, err error) {
	err = s.inResponseOf(ctx, actor, responseOfAnswer, answer, func(ctx context.Context, tx *sqlx.Tx, response contract.Response) error {
		if existing, err := measureWith(response, command.ID); err == nil {
			added = *existing
			return nil
		}
		if err := measure.Add(ctx, tx, actor.Organization, response.CommitteeID, answer, []contract.NewMeasure{command}); err != nil {
			return err
		}
		within, err := answerWith(response, answer)
		if err != nil {
			return err
		}
		added = contract.Measure{ID: command.ID, Version: 1, Content: command.Content, ConfidentialGround: within.ConfidentialGround}
		return s.autosaved(ctx, tx, actor, response, "measure", command.ID, nil, command.Content)
	})
	return added, err
}

// WriteMeasure saves a measure as it is typed; version is the measure's own.
func (s *Service) WriteMeasure(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, content contract.MeasureContent) (saved contract.Measure, err error) {
	err = s.inResponseOf(ctx, actor, responseOfMeasure, id, func(ctx context.Context, tx *sqlx.Tx, response contract.Response) error {
		before, err := measureWith(response, id)
		if err != nil {
			return err
		}
		raised, err := measure.Write(ctx, tx, actor.Organization, id, version, content)
		if err != nil {
			return err
		}
		saved = *before
		saved.Version, saved.Content = raised, content
		return s.autosaved(ctx, tx, actor, response, "measure", id, before.Content, content)
	})
	return saved, err
}

// DeleteMeasure takes a measure out of the draft.
func (s *Service) DeleteMeasure(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64) error {
	return s.inResponseOf(ctx, actor, responseOfMeasure, id, func(ctx context.Context, tx *sqlx.Tx, response contract.Response) error {
		before, err := measureWith(response, id)
		if err != nil {
			return err
		}
		if err := measure.Delete(ctx, tx, actor.Organization, id, version); err != nil {
			return err
		}
		if err := raiseVersion(ctx, tx, actor.Organization, response.ID); err != nil {
			return err
		}
		return journal.Write(ctx, tx, s.entry(actor, response.CommitteeID, "measure", id, "delete", before, nil))
	})
}

// open locks the response for a change that a rule allows.
func (s *Service) open(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, may func(authz.Actor, contract.Response) error) (contract.Response, error) {
	response, err := lock(ctx, tx, actor.Organization, id)
	if err != nil {
		return response, err
	}
	return response, may(actor, response)
}

// close raises the response's version after a change, journals it and reads the response anew.
func (s *Service) close(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, before contract.Response, entry journal.Entry) (contract.Response, error) {
	if err := raiseVersion(ctx, tx, actor.Organization, before.ID); err != nil {
		return contract.Response{}, err
	}
	after, err := load(ctx, tx, actor.Organization, before.ID)
	if err != nil {
		return contract.Response{}, err
	}
	return after, journal.Write(ctx, tx, entry)
}

// autosaved is close for what is saved as it is typed.
func (s *Service) autosaved(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, response contract.Response, thing string, id uuid.UUID, before, after any) error {
	if err := raiseVersion(ctx, tx, actor.Organization, response.ID); err != nil {
		return err
	}
	return journal.Autosave(ctx, tx, s.entry(actor, response.CommitteeID, thing, id, "write", before, after))
}

// inResponseOf changes a part of a draft, found by the part's id.
func (s *Service) inResponseOf(ctx context.Context, actor authz.Actor,
	find func(context.Context, *sqlx.Tx, uuid.UUID, uuid.UUID) (uuid.UUID, error), part uuid.UUID,
	fn func(context.Context, *sqlx.Tx, contract.Response) error,
) error {
	return postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		id, err := find(ctx, tx, actor.Organization, part)
		if err != nil {
			return err
		}
		response, err := s.open(ctx, tx, actor, id, mayEdit)
		if err != nil {
			return err
		}
		return fn(ctx, tx, response)
	})
}

// give runs a use case that gives a response, and says what the actor may do with it next.
func (s *Service) give(ctx context.Context, actor authz.Actor, fn func(context.Context, *sqlx.Tx) (contract.Response, error)) (contract.Response, error) {
	var response contract.Response
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		if response, err = fn(ctx, tx); err != nil {
			return err
		}
		response, err = asReadBy(ctx, tx, actor, response, nothing)
		return err
	})
	response.May = actions(actor, response)
	return keepInside(actor, response), err
}

func (s *Service) entry(actor authz.Actor, committee uuid.UUID, thing string, id uuid.UUID, action string, before, after any) journal.Entry {
	return journal.Entry{
		Organization: actor.Organization, At: s.Now(), Actor: actor.Account, Committee: committee,
		Thing: thing, ThingID: id, Action: action, Before: before, After: after,
	}
}
