package measure

import (
	"strings"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// IsOverdue tells whether a measure's last day has passed while something is left to do. Only the last day that a person
// has confirmed counts; words alone make nothing late.
func IsOverdue(progress contract.Progress, ready *contract.ApproximateDate, today calendar.Date) bool {
	return !IsSettled(progress) && ready != nil && ready.LastDay != nil && ready.LastDay.Before(today)
}

// IsSettled tells that nothing is left to wait for: done, in the ordinary work, or ended without.
func IsSettled(progress contract.Progress) bool {
	switch progress {
	case contract.ProgressDone, contract.ProgressContinuous, contract.ProgressCancelled:
		return true
	}
	return false
}

// SuggestProgress is what the progress of measures says of the recommendation that they answer to; a person decides. Nil where
// there are none.
func SuggestProgress(measures []contract.Progress) *contract.Progress {
	if len(measures) == 0 {
		return nil
	}
	count := map[contract.Progress]int{}
	for _, progress := range measures {
		count[progress]++
	}
	suggested := contract.ProgressOngoing
	settled := count[contract.ProgressDone] + count[contract.ProgressContinuous] + count[contract.ProgressCancelled]
	switch {
	case count[contract.ProgressNotStarted] == len(measures):
		suggested = contract.ProgressNotStarted
	case count[contract.ProgressCancelled] == len(measures):
		suggested = contract.ProgressCancelled
	case settled == len(measures) && count[contract.ProgressContinuous] > 0:
		suggested = contract.ProgressContinuous
	case settled == len(measures):
		suggested = contract.ProgressDone
	}
	return &suggested
}

// CheckReport: what has been done is said of a day that has come; an ended measure and a new date have their reason.
func CheckReport(report contract.NewMeasureReport, today calendar.Date) error {
	var fields []fault.Field
	if today.Before(report.On) {
		fields = append(fields, fault.Field{Pointer: "/on", Code: "future_date"})
	}
	needsReason := report.NewReady != nil || report.Progress == contract.ProgressCancelled
	if needsReason && strings.TrimSpace(report.Reason) == "" {
		fields = append(fields, fault.Field{Pointer: "/reason", Code: "required"})
	}
	if report.NewReady != nil && IsSettled(report.Progress) {
		fields = append(fields, fault.Field{Pointer: "/newReady", Code: "date_of_settled_measure"})
	}
	if len(fields) > 0 {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}
