package organization

import (
	"context"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
	"uppsikt/internal/web"
)

// MeetingObject is the SQL that gives the row m of meeting as the contract's Meeting.
const MeetingObject = `jsonb_build_object('id', m.id, 'version', m.version, 'committeeId', m.committee_id,
	'content', jsonb_build_object('date', m.date, 'manuscriptStop', m.manuscript_stop, 'preparation', m.preparation, 'dispatch', m.dispatch))`

func meetingPage(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, which contract.ListMeetingsParams) (contract.MeetingPage, error) {
	limit, offset := web.Page(which.Page, which.PageSize)
	return postgres.GetJSON[contract.MeetingPage](ctx, tx, "meeting", `
		with matched as (
			select * from meeting where organization_id = $1 and ($2::uuid is null or committee_id = $2) and ($3::date is null or date >= $3)
		), page as (
			select * from matched order by date, committee_id limit $4 offset $5
		)
		select jsonb_build_object('total', (select count(*) from matched), 'items', coalesce(
			(select jsonb_agg(`+MeetingObject+` order by m.date, m.committee_id) from page m), '[]'))`,
		organization, which.CommitteeID, which.From, limit, offset)
}

func meeting(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.Meeting, error) {
	return postgres.GetJSON[contract.Meeting](ctx, tx, "meeting",
		`select `+MeetingObject+` from meeting m where m.organization_id = $1 and m.id = $2`, organization, id)
}

// meetingForUpdate also waits for whoever is registering a decision at the meeting.
func meetingForUpdate(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) (contract.Meeting, error) {
	return postgres.GetJSON[contract.Meeting](ctx, tx, "meeting",
		`select `+MeetingObject+` from meeting m where m.organization_id = $1 and m.id = $2 for update`, organization, id)
}

func insertMeeting(ctx context.Context, tx *sqlx.Tx, organization uuid.UUID, given contract.NewMeeting) (bool, error) {
	content := given.Content
	isNew, err := inserted(tx.ExecContext(ctx, `
		insert into meeting (organization_id, id, committee_id, date, manuscript_stop, preparation, dispatch)
		values ($1, $2, $3, $4, $5, $6, $7) on conflict (organization_id, id) do nothing`,
		organization, given.ID, given.CommitteeID, content.Date, content.ManuscriptStop, content.Preparation, content.Dispatch))
	return isNew, refusal(err)
}

func updateMeeting(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID, content contract.MeetingContent) (contract.Meeting, error) {
	after, err := postgres.GetJSON[contract.Meeting](ctx, tx, "meeting", `
		update meeting m set date = $3, manuscript_stop = $4, preparation = $5, dispatch = $6, version = version + 1
		where m.organization_id = $1 and m.id = $2 returning `+MeetingObject,
		organization, id, content.Date, content.ManuscriptStop, content.Preparation, content.Dispatch)
	return after, refusal(err)
}

func deleteMeeting(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	_, err := tx.ExecContext(ctx, `delete from meeting where organization_id = $1 and id = $2`, organization, id)
	if postgres.Constraint(err) == "decision_organization_id_committee_id_meeting_id_fkey" {
		return meetingHasDecisions(err)
	}
	return err
}

func checkUndecided(ctx context.Context, tx *sqlx.Tx, organization, id uuid.UUID) error {
	var decided bool
	err := tx.GetContext(ctx, &decided, `
		select exists (select from decision where organization_id = $1 and meeting_id = $2)`, organization, id)
	if err == nil && decided {
		return meetingHasDecisions(nil)
	}
	return err
}

func meetingHasDecisions(cause error) error {
	return fault.Conflict("meeting_has_decisions", "something was decided at the meeting").Because(cause)
}
