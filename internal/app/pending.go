package app

import (
	"context"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// waitingPending stands in until the operations exist.
type waitingPending struct{}

func (waitingPending) ListWaiting(context.Context, contract.ListWaitingRequestObject) (contract.ListWaitingResponseObject, error) {
	return nil, fault.NotFound("waiting")
}

func (waitingPending) GetStatusSheet(context.Context, contract.GetStatusSheetRequestObject) (contract.GetStatusSheetResponseObject, error) {
	return nil, fault.NotFound("waiting")
}

func (waitingPending) RenewInitialPassword(context.Context, contract.RenewInitialPasswordRequestObject) (contract.RenewInitialPasswordResponseObject, error) {
	return nil, fault.NotFound("waiting")
}
