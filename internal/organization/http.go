package organization

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations of the organization, its administrations, committees and meetings.
type HTTP struct{ Service *Service }

func (h HTTP) GetOrganization(ctx context.Context, _ contract.GetOrganizationRequestObject) (contract.GetOrganizationResponseObject, error) {
	organization, err := h.Service.Organization(ctx, authz.ActorOf(ctx))
	return contract.GetOrganization200JSONResponse(organization), err
}

func (h HTTP) UpdateOrganization(ctx context.Context, request contract.UpdateOrganizationRequestObject) (contract.UpdateOrganizationResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	organization, err := h.Service.UpdateOrganization(ctx, authz.ActorOf(ctx), version, *request.Body)
	return contract.UpdateOrganization200JSONResponse(organization), err
}

func (h HTTP) ListAdministrations(ctx context.Context, request contract.ListAdministrationsRequestObject) (contract.ListAdministrationsResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.Administrations(ctx, authz.ActorOf(ctx), limit, offset)
	return contract.ListAdministrations200JSONResponse(page), err
}

func (h HTTP) CreateAdministration(ctx context.Context, request contract.CreateAdministrationRequestObject) (contract.CreateAdministrationResponseObject, error) {
	administration, err := h.Service.CreateAdministration(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.CreateAdministration201JSONResponse(administration), err
}

func (h HTTP) UpdateAdministration(ctx context.Context, request contract.UpdateAdministrationRequestObject) (contract.UpdateAdministrationResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	administration, err := h.Service.UpdateAdministration(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.UpdateAdministration200JSONResponse(administration), err
}

func (h HTTP) DeleteAdministration(ctx context.Context, request contract.DeleteAdministrationRequestObject) (contract.DeleteAdministrationResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteAdministration204Response{}, h.Service.DeleteAdministration(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) ListCommittees(ctx context.Context, request contract.ListCommitteesRequestObject) (contract.ListCommitteesResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.Committees(ctx, authz.ActorOf(ctx), limit, offset)
	return contract.ListCommittees200JSONResponse(page), err
}

func (h HTTP) CreateCommittee(ctx context.Context, request contract.CreateCommitteeRequestObject) (contract.CreateCommitteeResponseObject, error) {
	committee, err := h.Service.CreateCommittee(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.CreateCommittee201JSONResponse(committee), err
}

func (h HTTP) GetCommittee(ctx context.Context, request contract.GetCommitteeRequestObject) (contract.GetCommitteeResponseObject, error) {
	committee, err := h.Service.Committee(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetCommittee200JSONResponse(committee), err
}

func (h HTTP) UpdateCommittee(ctx context.Context, request contract.UpdateCommitteeRequestObject) (contract.UpdateCommitteeResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	committee, err := h.Service.UpdateCommittee(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.UpdateCommittee200JSONResponse(committee), err
}

func (h HTTP) ListMeetings(ctx context.Context, request contract.ListMeetingsRequestObject) (contract.ListMeetingsResponseObject, error) {
	page, err := h.Service.Meetings(ctx, authz.ActorOf(ctx), request.Params)
	return contract.ListMeetings200JSONResponse(page), err
}

func (h HTTP) CreateMeeting(ctx context.Context, request contract.CreateMeetingRequestObject) (contract.CreateMeetingResponseObject, error) {
	meeting, err := h.Service.CreateMeeting(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.CreateMeeting201JSONResponse(meeting), err
}

func (h HTTP) UpdateMeeting(ctx context.Context, request contract.UpdateMeetingRequestObject) (contract.UpdateMeetingResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	meeting, err := h.Service.UpdateMeeting(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.UpdateMeeting200JSONResponse(meeting), err
}

func (h HTTP) DeleteMeeting(ctx context.Context, request contract.DeleteMeetingRequestObject) (contract.DeleteMeetingResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteMeeting204Response{}, h.Service.DeleteMeeting(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) ReadMeetings(_ context.Context, request contract.ReadMeetingsRequestObject) (contract.ReadMeetingsResponseObject, error) {
	read, err := ReadMeetings(request.Body.Text)
	return contract.ReadMeetings200JSONResponse(read), err
}

func (h HTTP) GetMemorandumTemplate(ctx context.Context, _ contract.GetMemorandumTemplateRequestObject) (contract.GetMemorandumTemplateResponseObject, error) {
	template, err := h.Service.MemorandumTemplate(ctx, authz.ActorOf(ctx))
	return contract.GetMemorandumTemplate200JSONResponse(template), err
}

func (h HTTP) UpdateMemorandumTemplate(ctx context.Context, request contract.UpdateMemorandumTemplateRequestObject) (contract.UpdateMemorandumTemplateResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	template, err := h.Service.UpdateMemorandumTemplate(ctx, authz.ActorOf(ctx), version, *request.Body)
	return contract.UpdateMemorandumTemplate200JSONResponse(template), err
}
