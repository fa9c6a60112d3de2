package followup

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/reading"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations of the follow-up.
type HTTP struct {
	Service *Service
	Room    *reading.Room // where follow-up audits are read
}

func (h HTTP) ListAssignments(ctx context.Context, request contract.ListAssignmentsRequestObject) (contract.ListAssignmentsResponseObject, error) {
	p := request.Params
	filter := Filter{
		Words: p.Q, Committees: p.CommitteeID, Audit: p.AuditID, Firm: p.Firm, Year: p.Year, Stances: p.Stance, Progresses: p.Progress,
		Verdicts: p.Verdict, Differences: p.Difference, Overdue: p.Overdue, Criticisms: p.Criticism,
	}
	if p.Sort != nil {
		filter.Sort = *p.Sort
	}
	filter.Limit, filter.Offset = web.Page(p.Page, p.PageSize)
	page, err := h.Service.List(ctx, authz.ActorOf(ctx), filter)
	return contract.ListAssignments200JSONResponse(page), err
}

func (h HTTP) GetAssignment(ctx context.Context, request contract.GetAssignmentRequestObject) (contract.GetAssignmentResponseObject, error) {
	assignment, err := h.Service.Get(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetAssignment200JSONResponse(assignment), err
}

func (h HTTP) ReportProgress(ctx context.Context, request contract.ReportProgressRequestObject) (contract.ReportProgressResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	assignment, err := h.Service.ReportProgress(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.ReportProgress201JSONResponse(assignment), err
}

func (h HTTP) GiveVerdict(ctx context.Context, request contract.GiveVerdictRequestObject) (contract.GiveVerdictResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	assignment, err := h.Service.GiveVerdict(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.GiveVerdict201JSONResponse(assignment), err
}

func (h HTTP) ConfirmVerdict(ctx context.Context, request contract.ConfirmVerdictRequestObject) (contract.ConfirmVerdictResponseObject, error) {
	assignment, err := h.Service.Confirm(ctx, authz.ActorOf(ctx), request.ID)
	return contract.ConfirmVerdict200JSONResponse(assignment), err
}

func (h HTTP) WithdrawVerdict(ctx context.Context, request contract.WithdrawVerdictRequestObject) (contract.WithdrawVerdictResponseObject, error) {
	assignment, err := h.Service.Withdraw(ctx, authz.ActorOf(ctx), request.ID)
	return contract.WithdrawVerdict200JSONResponse(assignment), err
}

func (h HTTP) GetFollowupOverview(ctx context.Context, request contract.GetFollowupOverviewRequestObject) (contract.GetFollowupOverviewResponseObject, error) {
	filter := Filter{Committees: request.Params.CommitteeID, Firm: request.Params.Firm, Year: request.Params.Year}
	figures, err := h.Service.Overview(ctx, authz.ActorOf(ctx), filter)
	return contract.GetFollowupOverview200JSONResponse(figures), err
}

func (h HTTP) ReportMeasure(ctx context.Context, request contract.ReportMeasureRequestObject) (contract.ReportMeasureResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	followed, err := h.Service.ReportMeasure(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.ReportMeasure201JSONResponse(followed), err
}

func (h HTTP) GiveMeasure(ctx context.Context, request contract.GiveMeasureRequestObject) (contract.GiveMeasureResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	given, err := h.Service.GiveMeasure(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.GiveMeasure200JSONResponse(given), err
}

func (h HTTP) TakeMeasureBack(ctx context.Context, request contract.TakeMeasureBackRequestObject) (contract.TakeMeasureBackResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	followed, err := h.Service.TakeMeasureBack(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.TakeMeasureBack200JSONResponse(followed), err
}

func (h HTTP) ListGivenMeasures(ctx context.Context, request contract.ListGivenMeasuresRequestObject) (contract.ListGivenMeasuresResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.Given(ctx, authz.ActorOf(ctx), limit, offset)
	return contract.ListGivenMeasures200JSONResponse(page), err
}

func (h HTTP) ListWorkingNotes(ctx context.Context, request contract.ListWorkingNotesRequestObject) (contract.ListWorkingNotesResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.Notes(ctx, authz.ActorOf(ctx), request.ID, limit, offset)
	return contract.ListWorkingNotes200JSONResponse(page), err
}

func (h HTTP) AddWorkingNote(ctx context.Context, request contract.AddWorkingNoteRequestObject) (contract.AddWorkingNoteResponseObject, error) {
	note, err := h.Service.AddNote(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.AddWorkingNote201JSONResponse(note), err
}

func (h HTTP) WriteWorkingNote(ctx context.Context, request contract.WriteWorkingNoteRequestObject) (contract.WriteWorkingNoteResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	note, err := h.Service.WriteNote(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteWorkingNote200JSONResponse(note), err
}

func (h HTTP) DeleteWorkingNote(ctx context.Context, request contract.DeleteWorkingNoteRequestObject) (contract.DeleteWorkingNoteResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteWorkingNote204Response{}, h.Service.DeleteNote(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) ReadVerdicts(ctx context.Context, request contract.ReadVerdictsRequestObject) (contract.ReadVerdictsResponseObject, error) {
	files, err := reading.UploadedFiles(request.Body)
	if err != nil {
		return nil, err
	}
	read, err := h.Room.ReadVerdicts(ctx, files)
	if err != nil {
		return nil, err
	}
	matched, err := h.Service.MatchVerdicts(ctx, authz.ActorOf(ctx), read)
	return contract.ReadVerdicts200JSONResponse(matched), err
}
