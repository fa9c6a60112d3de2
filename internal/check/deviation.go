package check

import (
	"strings"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// foundDeviation is a deviation as it is stored, with what decides who may do what.
type foundDeviation struct {
	Deviation contract.Deviation `json:"deviation"`
	Standing  Standing           `json:"standing"`
	HasDraft  bool               `json:"hasDraft"` // the reader enters risks in a later year's draft
}

func (f foundDeviation) isClosed() bool {
	return f.Deviation.Summary.State == contract.DeviationStateClosed
}

func (f foundDeviation) mayEdit(actor authz.Actor) error {
	if err := f.Standing.mustWork(actor); err != nil {
		return err
	}
	return f.mustBeOpen()
}

func (f foundDeviation) mustBeOpen() error {
	if f.isClosed() {
		return fault.Conflict("deviation_closed", "it has been looked at again and is remedied")
	}
	return nil
}

// mayReport: what is done about it goes on after the plan has been reported.
func (f foundDeviation) mayReport(actor authz.Actor) error {
	if !f.Standing.MayRemedy(actor) {
		return fault.Forbidden(string(authz.CheckPerform))
	}
	return f.mustBeOpen()
}

func completeDeviation(actor authz.Actor, f foundDeviation) contract.Deviation {
	may := []contract.DeviationAction{}
	add := func(action contract.DeviationAction, is bool) {
		if is {
			may = append(may, action)
		}
	}
	add(contract.DeviationActionEdit, f.mayEdit(actor) == nil)
	add(contract.DeviationActionDelete, f.Standing.mayChange(actor) == nil)
	add(contract.DeviationActionReport, f.mayReport(actor) == nil)
	add(contract.DeviationActionRecheck, f.Standing.MayWork(actor))
	add(contract.DeviationActionMakeRisk, f.HasDraft)
	f.Deviation.May = may
	return f.Deviation
}

func checkDeviation(content contract.DeviationContent, pointer string) error {
	if strings.TrimSpace(content.What) == "" {
		return fault.InvalidField(pointer+"/what", "required", "")
	}
	return nil
}

// checkProgress: what has been done is said of a day that has come; what is ended without has its reason.
func checkProgress(report contract.DeviationProgress, today calendar.Date) error {
	var fields []fault.Field
	if today.Before(report.On) {
		fields = append(fields, fault.Field{Pointer: "/on", Code: "future_date"})
	}
	if report.Progress == contract.ProgressCancelled && strings.TrimSpace(report.Note) == "" {
		fields = append(fields, fault.Field{Pointer: "/note", Code: "required"})
	}
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

func checkRecheck(recheck contract.NewRecheck, today calendar.Date) error {
	if today.Before(recheck.On) {
		return fault.InvalidField("/on", "future_date", "")
	}
	return nil
}
