package app

import (
	"context"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// waitingPending stands in until the operations exist.
type waitingPending struct{}

func (waitingPending) GetStatusSheet(context.Context, contract.GetStatusSheetRequestObject) (contract.GetStatusSheetResponseObject, error) {
	return nil, fault.NotFound("waiting")
}

type roundPending struct{}

func (roundPending) RegisterResponse(context.Context, contract.RegisterResponseRequestObject) (contract.RegisterResponseResponseObject, error) {
	return nil, fault.NotFound("pending")
}

func (roundPending) ImportFollowup(context.Context, contract.ImportFollowupRequestObject) (contract.ImportFollowupResponseObject, error) {
	return nil, fault.NotFound("pending")
}

func (roundPending) GetImportTemplate(context.Context, contract.GetImportTemplateRequestObject) (contract.GetImportTemplateResponseObject, error) {
	return nil, fault.NotFound("pending")
}
