package response

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"uppsikt/internal/attachment"
	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/fault"
	"uppsikt/internal/measure"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations on responses.
type HTTP struct{ Service *Service }

func (h HTTP) ListResponses(ctx context.Context, request contract.ListResponsesRequestObject) (contract.ListResponsesResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	filter := Filter{Committee: request.Params.CommitteeID, States: request.Params.State, Limit: limit, Offset: offset}
	page, err := h.Service.List(ctx, authz.ActorOf(ctx), filter)
	return contract.ListResponses200JSONResponse(page), err
}

func (h HTTP) StartResponse(ctx context.Context, request contract.StartResponseRequestObject) (contract.StartResponseResponseObject, error) {
	result, err := h.Service.Start(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.StartResponse201JSONResponse(result), err
}

func (h HTTP) GetResponse(ctx context.Context, request contract.GetResponseRequestObject) (contract.GetResponseResponseObject, error) {
	result, err := h.Service.Get(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetResponse200JSONResponse(result), err
}

func (h HTTP) UpdateResponse(ctx context.Context, request contract.UpdateResponseRequestObject) (contract.UpdateResponseResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Update(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.UpdateResponse200JSONResponse(result), err
}

func (h HTTP) DeleteResponse(ctx context.Context, request contract.DeleteResponseRequestObject) (contract.DeleteResponseResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteResponse204Response{}, h.Service.Delete(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) WriteSection(ctx context.Context, request contract.WriteSectionRequestObject) (contract.WriteSectionResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.WriteSection(ctx, authz.ActorOf(ctx), request.ID, request.Section, version, *request.Body)
	return contract.WriteSection200JSONResponse(result), err
}

func (h HTTP) AddAnswer(ctx context.Context, request contract.AddAnswerRequestObject) (contract.AddAnswerResponseObject, error) {
	result, err := h.Service.AddAnswer(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.AddAnswer201JSONResponse(result), err
}

func (h HTTP) WriteAnswer(ctx context.Context, request contract.WriteAnswerRequestObject) (contract.WriteAnswerResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.WriteAnswer(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteAnswer200JSONResponse(result), err
}

func (h HTTP) DeleteAnswer(ctx context.Context, request contract.DeleteAnswerRequestObject) (contract.DeleteAnswerResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.DeleteAnswer(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.DeleteAnswer200JSONResponse(result), err
}

func (h HTTP) AddMeasure(ctx context.Context, request contract.AddMeasureRequestObject) (contract.AddMeasureResponseObject, error) {
	result, err := h.Service.AddMeasure(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.AddMeasure201JSONResponse(result), err
}

func (h HTTP) WriteMeasure(ctx context.Context, request contract.WriteMeasureRequestObject) (contract.WriteMeasureResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.WriteMeasure(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteMeasure200JSONResponse(result), err
}

func (h HTTP) DeleteMeasure(ctx context.Context, request contract.DeleteMeasureRequestObject) (contract.DeleteMeasureResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteMeasure204Response{}, h.Service.DeleteMeasure(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) SubmitResponse(ctx context.Context, request contract.SubmitResponseRequestObject) (contract.SubmitResponseResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Submit(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.SubmitResponse200JSONResponse(result), err
}

func (h HTTP) WithdrawResponse(ctx context.Context, request contract.WithdrawResponseRequestObject) (contract.WithdrawResponseResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Withdraw(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.WithdrawResponse200JSONResponse(result), err
}

func (h HTTP) ReturnResponse(ctx context.Context, request contract.ReturnResponseRequestObject) (contract.ReturnResponseResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Return(ctx, authz.ActorOf(ctx), request.ID, version, request.Body.Comment)
	return contract.ReturnResponse200JSONResponse(result), err
}

func (h HTTP) ApproveResponse(ctx context.Context, request contract.ApproveResponseRequestObject) (contract.ApproveResponseResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Approve(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.ApproveResponse200JSONResponse(result), err
}

func (h HTTP) DecideResponse(ctx context.Context, request contract.DecideResponseRequestObject) (contract.DecideResponseResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Decide(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.DecideResponse200JSONResponse(result), err
}

func (h HTTP) DispatchResponse(ctx context.Context, request contract.DispatchResponseRequestObject) (contract.DispatchResponseResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Dispatch(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.DispatchResponse200JSONResponse(result), err
}

func (h HTTP) GetResponseDocument(ctx context.Context, request contract.GetResponseDocumentRequestObject) (contract.GetResponseDocumentResponseObject, error) {
	actor := authz.ActorOf(ctx)
	actor.Masked = request.Params.Masked != nil && *request.Params.Masked
	file, err := h.Service.Document(ctx, actor, request.ID, wanted(request.Params))
	if file.Format == contract.DocumentFormatDocx {
		return docx(file), err
	}
	return pdf(file), err
}

func (h HTTP) RegisterResponse(ctx context.Context, request contract.RegisterResponseRequestObject) (contract.RegisterResponseResponseObject, error) {
	result, err := h.Service.RegisterDecided(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.RegisterResponse201JSONResponse(result), err
}

func (h HTTP) SetResponseOriginal(ctx context.Context, request contract.SetResponseOriginalRequestObject) (contract.SetResponseOriginalResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	content, err := attachment.ReadFile(request.Body)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.SetOriginal(ctx, authz.ActorOf(ctx), request.ID, version, content)
	return contract.SetResponseOriginal200JSONResponse(result), err
}

func wanted(given contract.GetResponseDocumentParams) Wanted {
	wanted := Wanted{Part: contract.DocumentPartResponse, Edition: given.Edition, Format: contract.DocumentFormatPdf}
	if given.Part != nil {
		wanted.Part = *given.Part
	}
	if given.Format != nil {
		wanted.Format = *given.Format
	}
	return wanted
}

func pdf(file File) contract.GetResponseDocumentResponseObject {
	disposition := fmt.Sprintf(`inline; filename="%s.pdf"`, file.name())
	return contract.GetResponseDocument200ApplicationPdfResponse{
		Body: bytes.NewReader(file.Content), ContentLength: int64(len(file.Content)),
		Headers: contract.GetResponseDocument200ResponseHeaders{ContentDisposition: &disposition},
	}
}

func docx(file File) contract.GetResponseDocumentResponseObject {
	disposition := fmt.Sprintf(`attachment; filename="%s.docx"`, file.name())
	return contract.GetResponseDocument200ApplicationVndOpenxmlformatsOfficedocumentWordprocessingmlDocumentResponse{
		Body: bytes.NewReader(file.Content), ContentLength: int64(len(file.Content)),
		Headers: contract.GetResponseDocument200ResponseHeaders{ContentDisposition: &disposition},
	}
}

func (f File) name() string { return partNames[f.Part] + "-" + editionNames[f.Edition] }

var partNames = map[contract.DocumentPart]string{
	contract.DocumentPartResponse: "yttrande", contract.DocumentPartMemorandum: "tjansteskrivelse", contract.DocumentPartBoth: "tjansteskrivelse-med-yttrande",
}

var editionNames = map[contract.Edition]string{
	contract.EditionDraft: "utkast", contract.EditionApproved: "forslag", contract.EditionDecided: "beslutat",
}

func (h HTTP) PreviewText(_ context.Context, request contract.PreviewTextRequestObject) (contract.PreviewTextResponseObject, error) {
	html := document.HTML(document.ParseMarkdown(request.Body.Text))
	return contract.PreviewText200JSONResponse{HTML: html}, nil
}

func (h HTTP) SuggestLastDay(_ context.Context, request contract.SuggestLastDayRequestObject) (contract.SuggestLastDayResponseObject, error) {
	if strings.TrimSpace(request.Params.Words) == "" {
		return nil, fault.InvalidField("/query/words", "minLength", "")
	}
	return contract.SuggestLastDay200JSONResponse(measure.Suggest(request.Params.Words)), nil
}
