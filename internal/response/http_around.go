package response

import (
	"bytes"
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/web"
)

// The operations around the writing: planning, read-through, input, and what follows the decision.

func (h HTTP) GetResponsePlan(ctx context.Context, request contract.GetResponsePlanRequestObject) (contract.GetResponsePlanResponseObject, error) {
	result, err := h.Service.Plan(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetResponsePlan200JSONResponse(result), err
}

func (h HTTP) GetStatusSheet(ctx context.Context, request contract.GetStatusSheetRequestObject) (contract.GetStatusSheetResponseObject, error) {
	sheet, err := h.Service.StatusSheet(ctx, authz.ActorOf(ctx), request.ID)
	if err != nil {
		return nil, err
	}
	if request.Params.Format != nil && *request.Params.Format == contract.DocumentFormatDocx {
		content, err := document.DOCX(sheet)
		disposition := `attachment; filename="lagesblad.docx"`
		return contract.GetStatusSheet200ApplicationVndOpenxmlformatsOfficedocumentWordprocessingmlDocumentResponse{
			Body: bytes.NewReader(content), ContentLength: int64(len(content)), Headers: contract.GetStatusSheet200ResponseHeaders{ContentDisposition: &disposition},
		}, err
	}
	content, err := document.PDF(sheet)
	disposition := `inline; filename="lagesblad.pdf"`
	return contract.GetStatusSheet200ApplicationPdfResponse{
		Body: bytes.NewReader(content), ContentLength: int64(len(content)), Headers: contract.GetStatusSheet200ResponseHeaders{ContentDisposition: &disposition},
	}, err
}

func (h HTTP) NotePresence(ctx context.Context, request contract.NotePresenceRequestObject) (contract.NotePresenceResponseObject, error) {
	result, err := h.Service.NotePresence(ctx, authz.ActorOf(ctx), request.ID, request.Body.Part)
	return contract.NotePresence200JSONResponse(result), err
}

func (h HTTP) AddComment(ctx context.Context, request contract.AddCommentRequestObject) (contract.AddCommentResponseObject, error) {
	result, err := h.Service.Comment(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.AddComment201JSONResponse(result), err
}

func (h HTTP) ResolveComment(ctx context.Context, request contract.ResolveCommentRequestObject) (contract.ResolveCommentResponseObject, error) {
	result, err := h.Service.Resolve(ctx, authz.ActorOf(ctx), request.ID, true)
	return contract.ResolveComment200JSONResponse(result), err
}

func (h HTTP) ReopenComment(ctx context.Context, request contract.ReopenCommentRequestObject) (contract.ReopenCommentResponseObject, error) {
	result, err := h.Service.Resolve(ctx, authz.ActorOf(ctx), request.ID, false)
	return contract.ReopenComment200JSONResponse(result), err
}

func (h HTTP) GetPartHistory(ctx context.Context, request contract.GetPartHistoryRequestObject) (contract.GetPartHistoryResponseObject, error) {
	result, err := h.Service.History(ctx, authz.ActorOf(ctx), request.ID, request.Part)
	return contract.GetPartHistory200JSONResponse(result), err
}

func (h HTTP) VerifyDecision(ctx context.Context, request contract.VerifyDecisionRequestObject) (contract.VerifyDecisionResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Verify(ctx, authz.ActorOf(ctx), request.ID, version, request.Body.VerifiedOn)
	return contract.VerifyDecision200JSONResponse(result), err
}

func (h HTTP) ReceiveResponse(ctx context.Context, request contract.ReceiveResponseRequestObject) (contract.ReceiveResponseResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Receive(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.ReceiveResponse200JSONResponse(result), err
}

func (h HTTP) StartSupplement(ctx context.Context, request contract.StartSupplementRequestObject) (contract.StartSupplementResponseObject, error) {
	result, err := h.Service.Supplement(ctx, authz.ActorOf(ctx), request.ID, request.Body.ID)
	return contract.StartSupplement201JSONResponse(result), err
}

func (h HTTP) AskForInput(ctx context.Context, request contract.AskForInputRequestObject) (contract.AskForInputResponseObject, error) {
	result, err := h.Service.AskForInput(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.AskForInput201JSONResponse(result), err
}

func (h HTTP) ListOwnInputRequests(ctx context.Context, request contract.ListOwnInputRequestsRequestObject) (contract.ListOwnInputRequestsResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.GivenInput(ctx, authz.ActorOf(ctx), limit, offset)
	return contract.ListOwnInputRequests200JSONResponse(page), err
}

func (h HTTP) WithdrawInputRequest(ctx context.Context, request contract.WithdrawInputRequestRequestObject) (contract.WithdrawInputRequestResponseObject, error) {
	return contract.WithdrawInputRequest204Response{}, h.Service.WithdrawInput(ctx, authz.ActorOf(ctx), request.ID)
}

func (h HTTP) ReplyToInputRequest(ctx context.Context, request contract.ReplyToInputRequestRequestObject) (contract.ReplyToInputRequestResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Reply(ctx, authz.ActorOf(ctx), request.ID, version, request.Body.Text)
	return contract.ReplyToInputRequest200JSONResponse(result), err
}

func (h HTTP) TakeInInput(ctx context.Context, request contract.TakeInInputRequestObject) (contract.TakeInInputResponseObject, error) {
	result, err := h.Service.TakeIn(ctx, authz.ActorOf(ctx), request.ID)
	return contract.TakeInInput200JSONResponse(result), err
}
