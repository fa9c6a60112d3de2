package response

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/measure"
	"uppsikt/internal/postgres"
)

// recommendedTo are the recommendations of an audit to a committee.
func recommendedTo(ctx context.Context, tx *sqlx.Tx, organization, audit, committee uuid.UUID) ([]uuid.UUID, error) {
	recommendations := []uuid.UUID{}
	err := tx.SelectContext(ctx, &recommendations, `select recommendation_id from assignment
		where organization_id = $1 and audit_id = $2 and committee_id = $3`, organization, audit, committee)
	return recommendations, wrap("read recommendations", err)
}

// registered is a registration as the statements below read it: a decision and a dispatch have ids of their own.
type registered struct {
	contract.NewRegisteredResponse
	State      contract.ResponseState `json:"state"`
	DecisionID uuid.UUID              `json:"decisionId"`
	DispatchID uuid.UUID              `json:"dispatchId"`
}

// storeRegistrations writes each kind of part of all the registrations with one statement.
func storeRegistrations(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, registrations []Registration, by uuid.UUID, at time.Time) error {
	given, err := registeredAs(registrations)
	if err != nil {
		return err
	}
	for _, part := range registeredParts {
		if _, err := tx.ExecContext(ctx, part.statement, append([]any{organization, given}, part.more(by, at)...)...); err != nil {
			return registrationFault(part.name, err)
		}
	}
	return measure.AddToAnswers(ctx, tx, organization, measuresOfAll(registrations))
}

func registeredAs(registrations []Registration) (string, error) {
	given := make([]registered, len(registrations))
	for i, registration := range registrations {
		decision, err := uuid.NewV7()
		if err != nil {
			return "", fmt.Errorf("make an id: %w", err)
		}
		dispatch, err := uuid.NewV7()
		if err != nil {
			return "", fmt.Errorf("make an id: %w", err)
		}
		given[i] = registered{registration.Command, stateOf(registration.Command), decision, dispatch}
	}
	written, err := json.Marshal(given)
	return string(written), wrap("register responses", err)
}

func measuresOfAll(registrations []Registration) []measure.OfAnswer {
	var all []measure.OfAnswer
	for _, registration := range registrations {
		for _, answer := range registration.Command.Answers {
			for _, added := range answer.Measures {
				all = append(all, measure.OfAnswer{Committee: registration.Committee, Answer: answer.ID, Measure: added})
			}
		}
	}
	return all
}

// registrationFault says in the command's terms what the keys refused.
func registrationFault(part string, err error) error {
	switch postgres.Constraint(err) {
	case "response_first":
		return fault.Conflict("response_exists", "the committee has a response already").Because(err)
	case "answer_pkey":
		return fault.InvalidField("/answers", "already_used", "").Because(err)
	case "answer_organization_id_depends_on_committee_id_fkey":
		return fault.InvalidField("/answers", "unknown_committee", "").Because(err)
	}
	return fmt.Errorf("register %s: %w", part, err)
}

func nothingMore(uuid.UUID, time.Time) []any         { return nil }
func byWhomAndWhen(by uuid.UUID, at time.Time) []any { return []any{by, at} }

// registeredParts are the statements that store what was decided; each takes the organization and all the registrations.
var registeredParts = []struct {
	name      string
	more      func(by uuid.UUID, at time.Time) []any
	statement string
}{
	{"responses", byWhomAndWhen, `
		insert into response (organization_id, id, audit_id, addressee_id, committee_id, state, title, common_stance, officer_id, started_at)
		select $1, (value->>'id')::uuid, d.audit_id, d.id, d.committee_id, value->>'state', value->>'title', value->>'commonStance', $3, $4
		from jsonb_array_elements($2) join addressee d on d.organization_id = $1 and d.id = (value->>'addresseeId')::uuid`},
	{"sections", nothingMore, `
		insert into response_section (organization_id, response_id, kind, text)
		select $1, (value->>'id')::uuid, kind, ''
		from jsonb_array_elements($2), unnest(array['introduction', 'other_measures', 'control_plan', 'operational_plan', 'closing']) as kind`},
	{"answers", nothingMore, `
		insert into answer (organization_id, id, response_id, audit_id, position, statement, stance, already_addressed, depends_on_committee_id, text)
		select $1, (w->>'id')::uuid, r.id, r.audit_id,
			coalesce((select min(c.position) from recommendation c, jsonb_array_elements_text(w->'recommendationIds') as x (id)
				where c.organization_id = $1 and c.id = x.id::uuid), 100000),
			w#>>'{content,statement}', w#>>'{content,stance}', (w#>>'{content,alreadyAddressed}')::boolean,
			(w#>>'{content,dependsOnCommitteeId}')::uuid, w#>>'{content,text}'
		from jsonb_array_elements($2) join response r on r.organization_id = $1 and r.id = (value->>'id')::uuid,
			jsonb_array_elements(value->'answers') as w`},
	{"answered recommendations", nothingMore, `
		insert into answered_recommendation (organization_id, response_id, audit_id, answer_id, recommendation_id)
		select $1, r.id, r.audit_id, (w->>'id')::uuid, x.id::uuid
		from jsonb_array_elements($2) join response r on r.organization_id = $1 and r.id = (value->>'id')::uuid,
			jsonb_array_elements(value->'answers') as w, jsonb_array_elements_text(w->'recommendationIds') as x (id)`},
	{"decisions", byWhomAndWhen, `
		insert into decision (organization_id, id, committee_id, response_id, outcome, date, delegation, paragraph, registered_by, registered_at)
		select $1, (value->>'decisionId')::uuid, r.committee_id, r.id, value#>>'{decision,outcome}', (value#>>'{decision,date}')::date,
			nullif(value#>>'{decision,delegation}', ''), value#>>'{decision,paragraph}', $3, $4
		from jsonb_array_elements($2) join response r on r.organization_id = $1 and r.id = (value->>'id')::uuid`},
	{"dispatches", nothingMore, `
		insert into dispatch (organization_id, id, decision_id, recipient_kind, recipient, sent_on)
		select $1, (value->>'dispatchId')::uuid, (value->>'decisionId')::uuid, 'auditors', o.auditors_name, (value->>'deliveredOn')::date
		from jsonb_array_elements($2) join organization o on o.organization_id = $1
		where value->>'deliveredOn' is not null`},
	{"transitions", byWhomAndWhen, `
		insert into response_transition (organization_id, response_id, response_version, action, to_state, at, by)
		select $1, (value->>'id')::uuid, 1, 'register', value->>'state', $4, $3 from jsonb_array_elements($2)`},
}
