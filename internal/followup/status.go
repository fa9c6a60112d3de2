package followup

import (
	"uppsikt/internal/contract"
	"uppsikt/internal/measure"
)

// Status is an assignment as a paper tells it: the summary, the committee's latest word and its measures.
type Status struct {
	Summary  contract.AssignmentSummary
	Latest   *contract.ProgressReport
	Measures []contract.FollowedMeasure
}

// IsOpen tells whether anything is left to follow: until the auditors say that the recommendation has been met or is no
// longer relevant, or the committee has settled it and the auditors do not say otherwise. A recommendation that the
// committee rejects has nothing to wait for.
func IsOpen(summary contract.AssignmentSummary) bool {
	switch {
	case summary.Verdict == contract.VerdictAddressed || summary.Verdict == contract.VerdictNoLongerRelevant:
		return false
	case summary.Difference == contract.DifferenceDiffers:
		return true
	case summary.Progress != nil:
		return !measure.IsSettled(*summary.Progress)
	}
	return summary.Stance == nil || *summary.Stance != contract.StanceRejects
}
