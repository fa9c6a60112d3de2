package app

import (
	"context"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// pending stands in for operations that no capability has yet: one that has takes its place.
type pending struct{ deeper }
type deeper struct{ deepest }
type deepest struct{}

func notBuilt() error { return fault.Conflict("not_built", "not built yet") }

func (deepest) ListCitable(context.Context, contract.ListCitableRequestObject) (contract.ListCitableResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) DeleteCitation(context.Context, contract.DeleteCitationRequestObject) (contract.DeleteCitationResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) RenewCitation(context.Context, contract.RenewCitationRequestObject) (contract.RenewCitationResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) ImportControlPlan(context.Context, contract.ImportControlPlanRequestObject) (contract.ImportControlPlanResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) GetLoop(context.Context, contract.GetLoopRequestObject) (contract.GetLoopResponseObject, error) {
	return nil, notBuilt()
}
func (deepest) Cite(context.Context, contract.CiteRequestObject) (contract.CiteResponseObject, error) {
	return nil, notBuilt()
}
