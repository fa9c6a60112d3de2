package response

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/web"
)

// The operations of the memorandum.

func (h HTTP) StartMemorandum(ctx context.Context, request contract.StartMemorandumRequestObject) (contract.StartMemorandumResponseObject, error) {
	result, err := h.Service.StartMemorandum(ctx, authz.ActorOf(ctx), request.ID)
	return contract.StartMemorandum201JSONResponse(result), err
}

func (h HTTP) DeleteMemorandum(ctx context.Context, request contract.DeleteMemorandumRequestObject) (contract.DeleteMemorandumResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.DeleteMemorandum(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.DeleteMemorandum200JSONResponse(result), err
}

func (h HTTP) WriteMemorandumSection(ctx context.Context, request contract.WriteMemorandumSectionRequestObject) (contract.WriteMemorandumSectionResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.WriteMemorandumSection(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteMemorandumSection200JSONResponse(result), err
}

func (h HTTP) GetReadThrough(ctx context.Context, request contract.GetReadThroughRequestObject) (contract.GetReadThroughResponseObject, error) {
	result, err := h.Service.ReadThrough(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetReadThrough200JSONResponse(result), err
}
