package followup

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/identity"
	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
)

// Service has the use cases of the follow-up, one transaction each. Measures are in service_measure.go, the auditors'
// notes in service_note.go, what is said of many assignments at once in service_batch.go.
type Service struct {
	DB     *sqlx.DB
	Now    func() time.Time
	People *identity.Service // who invites those whom measures are given to
}

func (s *Service) today() calendar.Date { return calendar.DayOf(s.Now()) }

// List reads a page of assignments; an adviser sees those of the audits given to them.
func (s *Service) List(ctx context.Context, actor authz.Actor, filter Filter) (page contract.AssignmentPage, err error) {
	filter = within(actor, filter)
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		page, err = list(ctx, tx, actor.Organization, s.today(), filter)
		return err
	})
	return page, err
}

// Overview counts what List lists.
func (s *Service) Overview(ctx context.Context, actor authz.Actor, filter Filter) (figures contract.FollowupOverview, err error) {
	filter = within(actor, filter)
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		figures, err = overview(ctx, tx, actor.Organization, s.today(), filter)
		return err
	})
	return figures, err
}

// Statuses tells how the assignments of a committee stand, or of all where it is nil, for the papers about them.
func (s *Service) Statuses(ctx context.Context, actor authz.Actor, committee *uuid.UUID) (found []Status, err error) {
	err = postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) error {
		found, err = statuses(ctx, tx, actor, s.today(), committee)
		return err
	})
	for _, status := range found {
		for i, followed := range status.Measures {
			status.Measures[i] = completeMeasure(actor, followed, status.Summary.HolderID, s.today())
		}
	}
	return found, err
}

// within limits a filter to what the actor may see.
func within(actor authz.Actor, filter Filter) Filter {
	filter.SeeProposals = seesProposals(actor)
	filter.GivenTo = onlyGivenTo(actor)
	filter.Confidential, filter.Reader = actor.SeesConfidential(), confidentiality.ByAccount(actor)
	return filter
}

// Get reads one assignment with its tracks.
func (s *Service) Get(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.Assignment, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Assignment, error) {
		return load(ctx, tx, actor, id, s.today())
	})
}

// ReportProgress adds the committee's word. A repeated id changes nothing.
func (s *Service) ReportProgress(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, report contract.NewProgressReport) (contract.Assignment, error) {
	if err := checkProgress(report, s.today()); err != nil {
		return contract.Assignment{}, err
	}
	return s.add(ctx, actor, id, version, addition{
		table: progressReports, id: report.ID, may: mayReport, thing: "assignment", action: "report_progress", content: report,
		store: func(ctx context.Context, tx *sqlx.Tx) error {
			return addProgress(ctx, tx, actor.Organization, []word{{Assignment: id, Content: report}}, actor.Account, s.Now())
		},
	})
}

// GiveVerdict adds the auditors' word: an auditor's counts at once, an adviser's is a proposal. A repeated id changes nothing.
func (s *Service) GiveVerdict(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, verdict contract.NewVerdict) (contract.Assignment, error) {
	if err := checkVerdict(verdict, s.today()); err != nil {
		return contract.Assignment{}, err
	}
	action, confirmedBy := judging(actor)
	return s.add(ctx, actor, id, version, addition{
		table: verdicts, id: verdict.ID, may: mayJudge, thing: "assignment", action: action, content: verdict,
		store: func(ctx context.Context, tx *sqlx.Tx) error {
			return addVerdicts(ctx, tx, actor.Organization, []word{{Assignment: id, Content: verdict}}, actor.Account, confirmedBy, s.Now())
		},
	})
}

// judging is what an auditor does by giving a verdict, and an adviser.
func judging(actor authz.Actor) (action string, confirmedBy *uuid.UUID) {
	action = "propose_verdict"
	if actor.Has(authz.VerdictConfirm) {
		action, confirmedBy = "give_verdict", &actor.Account
	}
	return action, confirmedBy
}

// addition is something that is added to an assignment and never changed.
type addition struct {
	table         knownTable
	id            uuid.UUID
	may           func(authz.Actor, contract.AssignmentSummary) error
	thing, action string
	content       any
	store         func(context.Context, *sqlx.Tx) error
}

func (s *Service) add(ctx context.Context, actor authz.Actor, id uuid.UUID, version int64, added addition) (contract.Assignment, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Assignment, error) {
		before, err := lock(ctx, tx, actor, id, s.today())
		if err != nil {
			return before, err
		}
		if err := added.may(actor, before.Summary); err != nil {
			return before, err
		}
		if known, err := isKnown(ctx, tx, added.table, actor.Organization, added.id); err != nil || known {
			return before, err
		}
		if err := stale(before.Version, version); err != nil {
			return before, err
		}
		if err := added.store(ctx, tx); err != nil {
			return before, err
		}
		return s.after(ctx, tx, actor, id, added.action, nil, added.content)
	})
}

// Confirm makes an adviser's proposal the auditors' verdict.
func (s *Service) Confirm(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.Assignment, error) {
	return s.onVerdict(ctx, actor, id, func(ctx context.Context, tx *sqlx.Tx, assignment contract.Assignment, verdict contract.GivenVerdict) (contract.Assignment, error) {
		if err := mayConfirm(verdict); err != nil {
			return assignment, err
		}
		if err := confirmVerdicts(ctx, tx, actor.Organization, []uuid.UUID{assignment.ID}, []uuid.UUID{id}, actor.Account, s.Now()); err != nil {
			return assignment, err
		}
		return s.after(ctx, tx, actor, assignment.ID, "confirm_verdict", nil, verdict)
	})
}

// Withdraw takes a proposal away.
func (s *Service) Withdraw(ctx context.Context, actor authz.Actor, id uuid.UUID) (contract.Assignment, error) {
	return s.onVerdict(ctx, actor, id, func(ctx context.Context, tx *sqlx.Tx, assignment contract.Assignment, verdict contract.GivenVerdict) (contract.Assignment, error) {
		if err := mayWithdraw(actor, verdict); err != nil {
			return assignment, err
		}
		if err := deleteVerdict(ctx, tx, actor.Organization, assignment.ID, id); err != nil {
			return assignment, err
		}
		return s.after(ctx, tx, actor, assignment.ID, "withdraw_verdict", verdict, nil)
	})
}

func (s *Service) onVerdict(ctx context.Context, actor authz.Actor, id uuid.UUID,
	fn func(context.Context, *sqlx.Tx, contract.Assignment, contract.GivenVerdict) (contract.Assignment, error),
) (contract.Assignment, error) {
	return s.give(ctx, actor, func(ctx context.Context, tx *sqlx.Tx) (contract.Assignment, error) {
		of, err := assignmentOfVerdict(ctx, tx, actor.Organization, id)
		if err != nil {
			return contract.Assignment{}, err
		}
		assignment, err := lock(ctx, tx, actor, of, s.today())
		if err != nil {
			return assignment, err
		}
		verdict, err := verdictWith(assignment, id)
		if err != nil {
			return assignment, err
		}
		return fn(ctx, tx, assignment, verdict)
	})
}

// after reads the assignment as it has become and writes the journal.
func (s *Service) after(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, id uuid.UUID, action string, before, after any) (contract.Assignment, error) {
	assignment, err := load(ctx, tx, actor, id, s.today())
	if err != nil {
		return assignment, err
	}
	return assignment, s.journal(ctx, tx, actor, "assignment", id, action, before, after)
}

// give runs a use case and gives its assignment as the actor may see it.
func (s *Service) give(ctx context.Context, actor authz.Actor, fn func(context.Context, *sqlx.Tx) (contract.Assignment, error)) (contract.Assignment, error) {
	var assignment contract.Assignment
	err := postgres.InOrganization(ctx, s.DB, actor.Organization, func(ctx context.Context, tx *sqlx.Tx) (err error) {
		if assignment, err = fn(ctx, tx); err != nil {
			return err
		}
		if isHidden(actor, assignment.Summary) {
			return fault.Confidential()
		}
		return s.mayRead(ctx, tx, actor, assignment.Summary.AuditID)
	})
	if err != nil {
		return contract.Assignment{}, err
	}
	return complete(actor, assignment, s.today()), nil
}

// mayRead: whoever follows up; advisers what is given to them.
func (s *Service) mayRead(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, audit uuid.UUID) error {
	if !actor.OnlyAdviser() {
		return nil
	}
	given, err := isGivenTo(ctx, tx, actor.Organization, audit, actor.Account)
	if err == nil && !given {
		return fault.Forbidden("the audit is not given to this adviser")
	}
	return err
}

func (s *Service) journal(ctx context.Context, tx *sqlx.Tx, actor authz.Actor, thing string, id uuid.UUID, action string, before, after any) error {
	return journal.Write(ctx, tx, s.entry(actor, thing, id, action, before, after))
}

func (s *Service) entry(actor authz.Actor, thing string, id uuid.UUID, action string, before, after any) journal.Entry {
	return journal.Entry{
		Organization: actor.Organization, At: s.Now(), Actor: actor.Account, Thing: thing, ThingID: id, Action: action, Before: before, After: after,
	}
}
