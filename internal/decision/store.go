package decision

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// Object is the SQL that gives the row n of decision as the contract's Decision.
const Object = `jsonb_build_object('id', n.id, 'outcome', n.outcome, 'meetingId', n.meeting_id, 'date', n.date, 'delegation', n.delegation,
	'paragraph', n.paragraph, 'comment', n.comment, 'verifiedOn', n.verified_on,
	'registeredBy', (select jsonb_build_object('id', p.id, 'name', p.name) from account p where p.id = n.registered_by),
	'registeredAt', n.registered_at)`

// MeetingDate is the day of a committee's meeting; another committee's meeting is unknown.
func MeetingDate(ctx context.Context, tx *sqlx.Tx, organization, committee, meeting uuid.UUID) (calendar.Date, error) {
	var date calendar.Date
	err := tx.GetContext(ctx, &date, `select date from meeting where organization_id = $1 and committee_id = $2 and id = $3`,
		organization, committee, meeting)
	if err = postgres.Translate(err, "meeting"); fault.Is(err, "not_found") {
		return date, fault.InvalidField("/meetingId", "unknown_meeting", "").Because(err)
	}
	return date, err
}

// TakenOn is the meeting's day, or the day of the chair's decision.
func TakenOn(ctx context.Context, tx *sqlx.Tx, organization, committee uuid.UUID, command contract.NewDecision) (calendar.Date, error) {
	if command.MeetingID == nil {
		return *command.Date, nil
	}
	return MeetingDate(ctx, tx, organization, committee, *command.MeetingID)
}

// Register stores a decision, taken on date.
func Register(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, about Subject, command contract.NewDecision, date calendar.Date, by uuid.UUID, at time.Time) error {
	_, err := tx.ExecContext(ctx, `
		insert into decision (organization_id, id, committee_id, meeting_id, response_id, outcome, date, delegation, paragraph, comment,
			registered_by, registered_at, control_plan_id, control_plan_part, amendment_id, operational_plan_id, operational_plan_part)
		values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
		organization, command.ID, about.Committee, command.MeetingID, about.Response, command.Outcome, date, command.Delegation,
		command.Paragraph, command.Comment, by, at,
		about.ControlPlan, about.ControlPlanPart, about.Amendment, about.OperationalPlan, about.OperationalPart)
	if err != nil {
		return fmt.Errorf("register decision: %w", err)
	}
	return nil
}

// Verify notes the day on which the minutes with the decision were verified (justerade).
func Verify(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, on calendar.Date) error {
	_, err := tx.ExecContext(ctx, `update decision set verified_on = $3 where organization_id = $1 and id = $2`, organization, id, on)
	if err != nil {
		return fmt.Errorf("verify decision: %w", err)
	}
	return nil
}

// Send notes that what was decided was sent to a recipient. A repeated id changes nothing.
func Send(ctx context.Context, tx *sqlx.Tx, organization, decision uuid.UUID, dispatch contract.NewDispatch) error {
	_, err := tx.ExecContext(ctx, `
		insert into dispatch (organization_id, id, decision_id, recipient_kind, recipient, sent_on)
		values ($1, $2, $3, $4, $5, $6)
		on conflict (organization_id, id) do nothing`,
		organization, dispatch.ID, decision, dispatch.RecipientKind, dispatch.Recipient, dispatch.SentOn)
	if err != nil {
		return fmt.Errorf("register dispatch: %w", err)
	}
	return nil
}
