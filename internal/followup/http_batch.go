package followup

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
)

// The operations on many assignments at once.

func (h HTTP) ReportProgressOfMany(ctx context.Context, request contract.ReportProgressOfManyRequestObject) (contract.ReportProgressOfManyResponseObject, error) {
	result, err := h.Service.ReportProgressOfMany(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.ReportProgressOfMany200JSONResponse(result), err
}

func (h HTTP) GiveVerdictOnMany(ctx context.Context, request contract.GiveVerdictOnManyRequestObject) (contract.GiveVerdictOnManyResponseObject, error) {
	result, err := h.Service.GiveVerdictOnMany(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.GiveVerdictOnMany200JSONResponse(result), err
}

func (h HTTP) ConfirmVerdictOnMany(ctx context.Context, request contract.ConfirmVerdictOnManyRequestObject) (contract.ConfirmVerdictOnManyResponseObject, error) {
	result, err := h.Service.ConfirmVerdictOnMany(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.ConfirmVerdictOnMany200JSONResponse(result), err
}
