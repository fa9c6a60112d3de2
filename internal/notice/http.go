package notice

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
)

// HTTP has the contract's operation of what waits.
type HTTP struct{ Service *Service }

func (h HTTP) ListWaiting(ctx context.Context, _ contract.ListWaitingRequestObject) (contract.ListWaitingResponseObject, error) {
	found, err := h.Service.Waiting(ctx, authz.ActorOf(ctx))
	return contract.ListWaiting200JSONResponse(found), err
}
