package app

import (
	"context"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// memorandumPending and waitingPending stand in until the operations exist; each goes with the slice that builds them.
type memorandumPending struct{}

func (memorandumPending) StartMemorandum(context.Context, contract.StartMemorandumRequestObject) (contract.StartMemorandumResponseObject, error) {
	return nil, fault.NotFound("memorandum")
}

func (memorandumPending) DeleteMemorandum(context.Context, contract.DeleteMemorandumRequestObject) (contract.DeleteMemorandumResponseObject, error) {
	return nil, fault.NotFound("memorandum")
}

func (memorandumPending) WriteMemorandumSection(context.Context, contract.WriteMemorandumSectionRequestObject) (contract.WriteMemorandumSectionResponseObject, error) {
	return nil, fault.NotFound("memorandum")
}

func (memorandumPending) GetMemorandumTemplate(context.Context, contract.GetMemorandumTemplateRequestObject) (contract.GetMemorandumTemplateResponseObject, error) {
	return nil, fault.NotFound("memorandum")
}

func (memorandumPending) UpdateMemorandumTemplate(context.Context, contract.UpdateMemorandumTemplateRequestObject) (contract.UpdateMemorandumTemplateResponseObject, error) {
	return nil, fault.NotFound("memorandum")
}

func (memorandumPending) GetReadThrough(context.Context, contract.GetReadThroughRequestObject) (contract.GetReadThroughResponseObject, error) {
	return nil, fault.NotFound("memorandum")
}

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
