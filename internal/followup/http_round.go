package followup

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/web"
)

// The operations of rounds, criticism, repetitions and successors.

func (h HTTP) ListRounds(ctx context.Context, request contract.ListRoundsRequestObject) (contract.ListRoundsResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.Rounds(ctx, authz.ActorOf(ctx), limit, offset)
	return contract.ListRounds200JSONResponse(page), err
}

func (h HTTP) StartRound(ctx context.Context, request contract.StartRoundRequestObject) (contract.StartRoundResponseObject, error) {
	round, err := h.Service.StartRound(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.StartRound201JSONResponse(round), err
}

func (h HTTP) GetRound(ctx context.Context, request contract.GetRoundRequestObject) (contract.GetRoundResponseObject, error) {
	round, err := h.Service.Round(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetRound200JSONResponse(round), err
}

func (h HTTP) UpdateRound(ctx context.Context, request contract.UpdateRoundRequestObject) (contract.UpdateRoundResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	round, err := h.Service.UpdateRound(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.UpdateRound200JSONResponse(round), err
}

func (h HTTP) CloseRound(ctx context.Context, request contract.CloseRoundRequestObject) (contract.CloseRoundResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	round, err := h.Service.CloseRound(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.CloseRound200JSONResponse(round), err
}

func (h HTTP) ReopenRound(ctx context.Context, request contract.ReopenRoundRequestObject) (contract.ReopenRoundResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	round, err := h.Service.ReopenRound(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.ReopenRound200JSONResponse(round), err
}

func (h HTTP) ListCriticisms(ctx context.Context, request contract.ListCriticismsRequestObject) (contract.ListCriticismsResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.Criticisms(ctx, authz.ActorOf(ctx), request.Params.CommitteeID, request.Params.Year, limit, offset)
	return contract.ListCriticisms200JSONResponse(page), err
}

func (h HTTP) RegisterCriticism(ctx context.Context, request contract.RegisterCriticismRequestObject) (contract.RegisterCriticismResponseObject, error) {
	criticism, err := h.Service.RegisterCriticism(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.RegisterCriticism201JSONResponse(criticism), err
}

func (h HTTP) UpdateCriticism(ctx context.Context, request contract.UpdateCriticismRequestObject) (contract.UpdateCriticismResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	criticism, err := h.Service.UpdateCriticism(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.UpdateCriticism200JSONResponse(criticism), err
}

func (h HTTP) DeleteCriticism(ctx context.Context, request contract.DeleteCriticismRequestObject) (contract.DeleteCriticismResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteCriticism204Response{}, h.Service.DeleteCriticism(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) ListRepetitions(ctx context.Context, request contract.ListRepetitionsRequestObject) (contract.ListRepetitionsResponseObject, error) {
	found, err := h.Service.Repetitions(ctx, authz.ActorOf(ctx), request.ID)
	return contract.ListRepetitions200JSONResponse(found), err
}

func (h HTTP) LinkRepetition(ctx context.Context, request contract.LinkRepetitionRequestObject) (contract.LinkRepetitionResponseObject, error) {
	found, err := h.Service.LinkRepetition(ctx, authz.ActorOf(ctx), request.ID, request.Body.EarlierIds)
	return contract.LinkRepetition200JSONResponse(found), err
}

func (h HTTP) HandOverToSuccessor(ctx context.Context, request contract.HandOverToSuccessorRequestObject) (contract.HandOverToSuccessorResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	committee, err := h.Service.HandOver(ctx, authz.ActorOf(ctx), request.ID, version, request.Body.SuccessorID)
	return contract.HandOverToSuccessor200JSONResponse(committee), err
}
