package audit

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations on audits.
type HTTP struct{ Service *Service }

func (h HTTP) ListAudits(ctx context.Context, request contract.ListAuditsRequestObject) (contract.ListAuditsResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	filter := Filter{Words: request.Params.Q, Committee: request.Params.CommitteeID, Confirmed: request.Params.Confirmed, Limit: limit, Offset: offset}
	if request.Params.Sort != nil {
		filter.Sort = *request.Params.Sort
	}
	page, err := h.Service.List(ctx, authz.ActorOf(ctx), filter)
	return contract.ListAudits200JSONResponse(page), err
}

func (h HTTP) FindAuditMatches(ctx context.Context, request contract.FindAuditMatchesRequestObject) (contract.FindAuditMatchesResponseObject, error) {
	sought := Sought{Title: request.Params.Title, RegistryNumber: request.Params.RegistryNumber, ReportDate: request.Params.ReportDate}
	found, err := h.Service.Match(ctx, authz.ActorOf(ctx), sought)
	return contract.FindAuditMatches200JSONResponse(found), err
}

func (h HTTP) RegisterAudit(ctx context.Context, request contract.RegisterAuditRequestObject) (contract.RegisterAuditResponseObject, error) {
	audit, err := h.Service.Register(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.RegisterAudit201JSONResponse(audit), err
}

func (h HTTP) GetAudit(ctx context.Context, request contract.GetAuditRequestObject) (contract.GetAuditResponseObject, error) {
	audit, err := h.Service.Get(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetAudit200JSONResponse(audit), err
}

func (h HTTP) CorrectAudit(ctx context.Context, request contract.CorrectAuditRequestObject) (contract.CorrectAuditResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	audit, err := h.Service.Correct(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.CorrectAudit200JSONResponse(audit), err
}

func (h HTTP) DeleteAudit(ctx context.Context, request contract.DeleteAuditRequestObject) (contract.DeleteAuditResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteAudit204Response{}, h.Service.Delete(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) ConfirmAudit(ctx context.Context, request contract.ConfirmAuditRequestObject) (contract.ConfirmAuditResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	audit, err := h.Service.Confirm(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.ConfirmAudit200JSONResponse(audit), err
}

func (h HTTP) PublishAudit(ctx context.Context, request contract.PublishAuditRequestObject) (contract.PublishAuditResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	audit, err := h.Service.Publish(ctx, authz.ActorOf(ctx), request.ID, version, request.Body.Published)
	return contract.PublishAudit200JSONResponse(audit), err
}

func (h HTTP) SetAdvisers(ctx context.Context, request contract.SetAdvisersRequestObject) (contract.SetAdvisersResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	audit, err := h.Service.SetAdvisers(ctx, authz.ActorOf(ctx), request.ID, version, request.Body.AccountIds)
	return contract.SetAdvisers200JSONResponse(audit), err
}

func (h HTTP) UpdateAddressee(ctx context.Context, request contract.UpdateAddresseeRequestObject) (contract.UpdateAddresseeResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	audit, err := h.Service.UpdateAddressee(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.UpdateAddressee200JSONResponse(audit), err
}
