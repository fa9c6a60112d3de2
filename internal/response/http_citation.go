package response

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/web"
)

func (h HTTP) ListCitable(ctx context.Context, request contract.ListCitableRequestObject) (contract.ListCitableResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.Citable(ctx, authz.ActorOf(ctx), request.Params, limit, offset)
	return contract.ListCitable200JSONResponse(page), err
}

func (h HTTP) Cite(ctx context.Context, request contract.CiteRequestObject) (contract.CiteResponseObject, error) {
	result, err := h.Service.Cite(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.Cite201JSONResponse(result), err
}

func (h HTTP) RenewCitation(ctx context.Context, request contract.RenewCitationRequestObject) (contract.RenewCitationResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.RenewCitation(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.RenewCitation200JSONResponse(result), err
}

func (h HTTP) DeleteCitation(ctx context.Context, request contract.DeleteCitationRequestObject) (contract.DeleteCitationResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.DeleteCitation(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.DeleteCitation200JSONResponse(result), err
}
