// Package followup keeps what became of every recommendation. For each assignment, a recommendation as it concerns one
// committee, three tracks never overwrite one another: the stance in the committee's decided response, the progress that
// the committee reports, and the auditors' verdict.
package followup

import (
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/measure"
)

// mayReport: the committee, or its successor, speaks for itself, and no auditor for it (GLOSSARY's third law).
func mayReport(actor authz.Actor, summary contract.AssignmentSummary) error {
	return actor.Require(authz.ProgressReport, summary.HolderID)
}

// mayJudge: the door has asked.
func mayJudge(authz.Actor, contract.AssignmentSummary) error { return nil }

// seesProposals: what an adviser has proposed is among the auditors and their advisers until it is confirmed.
func seesProposals(actor authz.Actor) bool { return actor.Has(authz.VerdictPropose) }

// isHidden: what is confidential is for the committees concerned, the auditors and the audit's advisers.
func isHidden(actor authz.Actor, summary contract.AssignmentSummary) bool {
	return summary.ConfidentialGround != nil && !confidentiality.Sees(actor, summary.CommitteeID, summary.HolderID)
}

// mayConfirm: an auditor, of a proposal.
func mayConfirm(verdict contract.GivenVerdict) error {
	if verdict.ConfirmedBy != nil {
		return fault.Conflict("verdict_confirmed", "the verdict is confirmed already")
	}
	return nil
}

// mayWithdraw: a proposal, by whoever made it or an auditor; a confirmed verdict is followed by another, not taken away.
func mayWithdraw(actor authz.Actor, verdict contract.GivenVerdict) error {
	if err := mayConfirm(verdict); err != nil {
		return err
	}
	if verdict.By.ID != actor.Account && !actor.Has(authz.VerdictConfirm) {
		return fault.Forbidden("a proposal is taken back by whoever made it")
	}
	return nil
}

func checkProgress(report contract.NewProgressReport, today calendar.Date) error {
	if today.Before(report.On) {
		return fault.InvalidField("/on", "future_date", "")
	}
	if report.Progress == contract.ProgressCancelled && strings.TrimSpace(report.Comment) == "" {
		return fault.InvalidField("/comment", "required", "what is ended without measure has its reason")
	}
	return nil
}

func checkVerdict(verdict contract.NewVerdict, today calendar.Date) error {
	if today.Before(verdict.On) {
		return fault.InvalidField("/on", "future_date", "")
	}
	return nil
}

// complete adds to an assignment as it is stored what depends on the day and on who reads it.
func complete(actor authz.Actor, assignment contract.Assignment, today calendar.Date) contract.Assignment {
	var progresses []contract.Progress
	for i := range assignment.Measures {
		if !assignment.Measures[i].Hidden {
			progresses = append(progresses, assignment.Measures[i].Progress)
		}
		assignment.Measures[i] = completeMeasure(actor, assignment.Measures[i], assignment.Summary.HolderID, today)
	}
	assignment.SuggestedProgress = measure.SuggestProgress(progresses)
	assignment.May = actions(actor, assignment)
	return assignment
}

func completeMeasure(actor authz.Actor, followed contract.FollowedMeasure, committee uuid.UUID, today calendar.Date) contract.FollowedMeasure {
	followed.Overdue = measure.IsOverdue(followed.Progress, followed.Ready, today)
	followed.May = []contract.MeasureAction{}
	if mayReportMeasure(actor, followed, committee) == nil {
		followed.May = append(followed.May, contract.MeasureActionReport)
	}
	if actor.May(authz.ProgressReport, committee) {
		followed.May = append(followed.May, contract.MeasureActionGive)
	}
	if confidentiality.MayMark(actor, committee) {
		followed.May = append(followed.May, contract.MeasureActionMarkConfidential)
	}
	return followed
}

// mayReportMeasure: the committee, or the person it has given the measure to.
func mayReportMeasure(actor authz.Actor, followed contract.FollowedMeasure, committee uuid.UUID) error {
	if followed.Person != nil && followed.Person.ID == actor.Account {
		return nil
	}
	return actor.Require(authz.ProgressReport, committee)
}

func actions(actor authz.Actor, assignment contract.Assignment) []contract.AssignmentAction {
	may := []contract.AssignmentAction{}
	if mayReport(actor, assignment.Summary) == nil {
		may = append(may, contract.AssignmentActionReport)
	}
	switch {
	case actor.Has(authz.VerdictConfirm):
		may = append(may, contract.AssignmentActionGiveVerdict)
	case actor.Has(authz.VerdictPropose):
		may = append(may, contract.AssignmentActionProposeVerdict)
	}
	return may
}

func verdictWith(assignment contract.Assignment, id uuid.UUID) (contract.GivenVerdict, error) {
	for _, verdict := range assignment.Verdicts {
		if verdict.ID == id {
			return verdict, nil
		}
	}
	return contract.GivenVerdict{}, fault.NotFound("verdict")
}
