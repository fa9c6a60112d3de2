package indicator

import (
	"bytes"
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations of indicators.
type HTTP struct{ Service *Service }

func (h HTTP) ListIndicators(ctx context.Context, request contract.ListIndicatorsRequestObject) (contract.ListIndicatorsResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	filter, err := filterOf(request.Params)
	if err != nil {
		return nil, err
	}
	page, err := h.Service.List(ctx, authz.ActorOf(ctx), filter, limit, offset)
	return contract.ListIndicators200JSONResponse(page), err
}

// filterOf: a subject is a thing and its id.
func filterOf(asked contract.ListIndicatorsParams) (Filter, error) {
	filter := Filter{Committee: asked.CommitteeID}
	switch {
	case asked.Subject != nil && asked.SubjectID != nil:
		filter.Subject = &contract.IndicatorSubject{Thing: *asked.Subject, ID: *asked.SubjectID}
	case asked.Subject != nil:
		return filter, fault.InvalidField("/subjectId", "required", "")
	case asked.SubjectID != nil:
		return filter, fault.InvalidField("/subject", "required", "")
	}
	return filter, nil
}

func (h HTTP) AddIndicator(ctx context.Context, request contract.AddIndicatorRequestObject) (contract.AddIndicatorResponseObject, error) {
	indicator, err := h.Service.Add(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.AddIndicator201JSONResponse(indicator), err
}

func (h HTTP) GetIndicator(ctx context.Context, request contract.GetIndicatorRequestObject) (contract.GetIndicatorResponseObject, error) {
	indicator, err := h.Service.Indicator(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetIndicator200JSONResponse(indicator), err
}

func (h HTTP) WriteIndicator(ctx context.Context, request contract.WriteIndicatorRequestObject) (contract.WriteIndicatorResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	indicator, err := h.Service.Write(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteIndicator200JSONResponse(indicator), err
}

func (h HTTP) DeleteIndicator(ctx context.Context, request contract.DeleteIndicatorRequestObject) (contract.DeleteIndicatorResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteIndicator204Response{}, h.Service.Delete(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) WriteFigures(ctx context.Context, request contract.WriteFiguresRequestObject) (contract.WriteFiguresResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	indicator, err := h.Service.WriteFigures(ctx, authz.ActorOf(ctx), request.ID, version, request.Body.Figures)
	return contract.WriteFigures200JSONResponse(indicator), err
}

func (h HTTP) ImportIndicators(ctx context.Context, request contract.ImportIndicatorsRequestObject) (contract.ImportIndicatorsResponseObject, error) {
	file, err := sheetimport.ReadForm(request.Body)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Import(ctx, authz.ActorOf(ctx), request.ID, file)
	return contract.ImportIndicators200JSONResponse(result), err
}

func (h HTTP) ExportIndicators(ctx context.Context, request contract.ExportIndicatorsRequestObject) (contract.ExportIndicatorsResponseObject, error) {
	var content bytes.Buffer
	err := h.Service.Export(ctx, authz.ActorOf(ctx), request.ID, &content)
	disposition := `attachment; filename="nyckeltal.xlsx"`
	return contract.ExportIndicators200ApplicationVndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: &content, ContentLength: int64(content.Len()), Headers: contract.ExportIndicators200ResponseHeaders{ContentDisposition: &disposition},
	}, err
}
