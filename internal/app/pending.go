package app

import (
	"context"
	"errors"

	"uppsikt/internal/contract"
)

// pendingHTTP answers for operations of the contract that no capability has yet.
type pendingHTTP struct{ pendingOperations }

type pendingOperations struct{}

var errPending = errors.New("not built yet")

func (pendingOperations) ReportProgressOfMany(context.Context, contract.ReportProgressOfManyRequestObject) (contract.ReportProgressOfManyResponseObject, error) {
	return nil, errPending
}

func (pendingOperations) GiveVerdictOnMany(context.Context, contract.GiveVerdictOnManyRequestObject) (contract.GiveVerdictOnManyResponseObject, error) {
	return nil, errPending
}

func (pendingOperations) ConfirmVerdictOnMany(context.Context, contract.ConfirmVerdictOnManyRequestObject) (contract.ConfirmVerdictOnManyResponseObject, error) {
	return nil, errPending
}
