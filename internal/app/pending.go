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

func (pendingOperations) ReadResponse(context.Context, contract.ReadResponseRequestObject) (contract.ReadResponseResponseObject, error) {
	return nil, errPending
}

func (pendingOperations) FindAuditMatches(context.Context, contract.FindAuditMatchesRequestObject) (contract.FindAuditMatchesResponseObject, error) {
	return nil, errPending
}

func (pendingOperations) RegisterResponse(context.Context, contract.RegisterResponseRequestObject) (contract.RegisterResponseResponseObject, error) {
	return nil, errPending
}

func (pendingOperations) SetResponseOriginal(context.Context, contract.SetResponseOriginalRequestObject) (contract.SetResponseOriginalResponseObject, error) {
	return nil, errPending
}

func (pendingOperations) ReadVerdicts(context.Context, contract.ReadVerdictsRequestObject) (contract.ReadVerdictsResponseObject, error) {
	return nil, errPending
}

func (pendingOperations) ImportFollowup(context.Context, contract.ImportFollowupRequestObject) (contract.ImportFollowupResponseObject, error) {
	return nil, errPending
}

func (pendingOperations) GetFollowupImportTemplate(context.Context, contract.GetFollowupImportTemplateRequestObject) (contract.GetFollowupImportTemplateResponseObject, error) {
	return nil, errPending
}
