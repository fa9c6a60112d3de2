package app

import (
	"context"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// pending stands in for operations that no capability has yet: one that has takes its place.
type pending struct{ deeper }
type deeper struct{ deepest }
type deepest struct{}

func notBuilt() error { return fault.Conflict("not_built", "not built yet") }

func (deepest) DeleteAmendment(context.Context, contract.DeleteAmendmentRequestObject) (contract.DeleteAmendmentResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) WriteAmendment(context.Context, contract.WriteAmendmentRequestObject) (contract.WriteAmendmentResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) DecideAmendment(context.Context, contract.DecideAmendmentRequestObject) (contract.DecideAmendmentResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) ListCalendarFeeds(context.Context, contract.ListCalendarFeedsRequestObject) (contract.ListCalendarFeedsResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) AddCalendarFeed(context.Context, contract.AddCalendarFeedRequestObject) (contract.AddCalendarFeedResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) RevokeCalendarFeed(context.Context, contract.RevokeCalendarFeedRequestObject) (contract.RevokeCalendarFeedResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) GetCalendar(context.Context, contract.GetCalendarRequestObject) (contract.GetCalendarResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) ListChecks(context.Context, contract.ListChecksRequestObject) (contract.ListChecksResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) DeleteCheck(context.Context, contract.DeleteCheckRequestObject) (contract.DeleteCheckResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) GetCheck(context.Context, contract.GetCheckRequestObject) (contract.GetCheckResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) WriteCheck(context.Context, contract.WriteCheckRequestObject) (contract.WriteCheckResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) CompleteCheck(context.Context, contract.CompleteCheckRequestObject) (contract.CompleteCheckResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) NoteDeviation(context.Context, contract.NoteDeviationRequestObject) (contract.NoteDeviationResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) DrawSample(context.Context, contract.DrawSampleRequestObject) (contract.DrawSampleResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) GiveCheck(context.Context, contract.GiveCheckRequestObject) (contract.GiveCheckResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) ReopenCheck(context.Context, contract.ReopenCheckRequestObject) (contract.ReopenCheckResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) ListCitable(context.Context, contract.ListCitableRequestObject) (contract.ListCitableResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) DeleteCitation(context.Context, contract.DeleteCitationRequestObject) (contract.DeleteCitationResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) RenewCitation(context.Context, contract.RenewCitationRequestObject) (contract.RenewCitationResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) BeginAmendment(context.Context, contract.BeginAmendmentRequestObject) (contract.BeginAmendmentResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) GetControlPlanDocument(context.Context, contract.GetControlPlanDocumentRequestObject) (contract.GetControlPlanDocumentResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) ImportControlPlan(context.Context, contract.ImportControlPlanRequestObject) (contract.ImportControlPlanResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) WritePlanReport(context.Context, contract.WritePlanReportRequestObject) (contract.WritePlanReportResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) DecidePlanReport(context.Context, contract.DecidePlanReportRequestObject) (contract.DecidePlanReportResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) GetControlSummary(context.Context, contract.GetControlSummaryRequestObject) (contract.GetControlSummaryResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) ExportControlSummary(context.Context, contract.ExportControlSummaryRequestObject) (contract.ExportControlSummaryResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) AddCheck(context.Context, contract.AddCheckRequestObject) (contract.AddCheckResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) ListDeviations(context.Context, contract.ListDeviationsRequestObject) (contract.ListDeviationsResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) DeleteDeviation(context.Context, contract.DeleteDeviationRequestObject) (contract.DeleteDeviationResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) GetDeviation(context.Context, contract.GetDeviationRequestObject) (contract.GetDeviationResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) WriteDeviation(context.Context, contract.WriteDeviationRequestObject) (contract.WriteDeviationResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) ReportDeviation(context.Context, contract.ReportDeviationRequestObject) (contract.ReportDeviationResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) RecheckDeviation(context.Context, contract.RecheckDeviationRequestObject) (contract.RecheckDeviationResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) AddDuty(context.Context, contract.AddDutyRequestObject) (contract.AddDutyResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) DeleteDuty(context.Context, contract.DeleteDutyRequestObject) (contract.DeleteDutyResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) WriteDuty(context.Context, contract.WriteDutyRequestObject) (contract.WriteDutyResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) GetLoop(context.Context, contract.GetLoopRequestObject) (contract.GetLoopResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) Cite(context.Context, contract.CiteRequestObject) (contract.CiteResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) GetYearWheel(context.Context, contract.GetYearWheelRequestObject) (contract.GetYearWheelResponseObject, error) {
	return nil, notBuilt()
}
