package identity

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations of sessions and people.
type HTTP struct {
	Service       *Service
	SecureCookies bool // off only where there is no TLS: on a loopback address
}

func (h HTTP) SignIn(ctx context.Context, request contract.SignInRequestObject) (contract.SignInResponseObject, error) {
	secret, session, err := h.Service.SignIn(ctx, web.ClientOf(ctx), authz.ActorOf(ctx), *request.Body)
	if err != nil {
		return nil, err
	}
	cookie := web.Cookie(secret, Lifetime, h.SecureCookies)
	return contract.SignIn201JSONResponse{Body: session, Headers: contract.SignIn201ResponseHeaders{SetCookie: &cookie}}, nil
}

func (h HTTP) GetSession(ctx context.Context, _ contract.GetSessionRequestObject) (contract.GetSessionResponseObject, error) {
	session, err := h.Service.Session(ctx, authz.ActorOf(ctx))
	return contract.GetSession200JSONResponse(session), err
}

func (h HTTP) ChooseOrganization(ctx context.Context, request contract.ChooseOrganizationRequestObject) (contract.ChooseOrganizationResponseObject, error) {
	session, err := h.Service.ChooseOrganization(ctx, authz.ActorOf(ctx), request.Body.OrganizationID)
	return contract.ChooseOrganization200JSONResponse(session), err
}

func (h HTTP) SignOut(ctx context.Context, _ contract.SignOutRequestObject) (contract.SignOutResponseObject, error) {
	actor := authz.ActorOf(ctx)
	cookie := web.Cookie("", 0, h.SecureCookies)
	return contract.SignOut204Response{Headers: contract.SignOut204ResponseHeaders{SetCookie: &cookie}},
		h.Service.EndSession(ctx, actor, actor.Session)
}

func (h HTTP) ListOwnSessions(ctx context.Context, _ contract.ListOwnSessionsRequestObject) (contract.ListOwnSessionsResponseObject, error) {
	sessions, err := h.Service.OwnSessions(ctx, authz.ActorOf(ctx))
	return contract.ListOwnSessions200JSONResponse(sessions), err
}

func (h HTTP) RevokeSession(ctx context.Context, request contract.RevokeSessionRequestObject) (contract.RevokeSessionResponseObject, error) {
	return contract.RevokeSession204Response{}, h.Service.EndSession(ctx, authz.ActorOf(ctx), request.ID)
}

func (h HTTP) ChangePassword(ctx context.Context, request contract.ChangePasswordRequestObject) (contract.ChangePasswordResponseObject, error) {
	return contract.ChangePassword204Response{}, h.Service.ChangePassword(ctx, web.ClientOf(ctx), authz.ActorOf(ctx), *request.Body)
}

func (h HTTP) ListColleagues(ctx context.Context, request contract.ListColleaguesRequestObject) (contract.ListColleaguesResponseObject, error) {
	page, err := h.Service.Colleagues(ctx, authz.ActorOf(ctx), request.Params)
	return contract.ListColleagues200JSONResponse(page), err
}

func (h HTTP) ListMemberships(ctx context.Context, request contract.ListMembershipsRequestObject) (contract.ListMembershipsResponseObject, error) {
	page, err := h.Service.Memberships(ctx, authz.ActorOf(ctx), request.Params)
	return contract.ListMemberships200JSONResponse(page), err
}

func (h HTTP) CreateMembership(ctx context.Context, request contract.CreateMembershipRequestObject) (contract.CreateMembershipResponseObject, error) {
	created, err := h.Service.CreateMembership(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.CreateMembership201JSONResponse(created), err
}

func (h HTTP) UpdateMembership(ctx context.Context, request contract.UpdateMembershipRequestObject) (contract.UpdateMembershipResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	membership, err := h.Service.UpdateMembership(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.UpdateMembership200JSONResponse(membership), err
}

func (h HTTP) DeleteMembership(ctx context.Context, request contract.DeleteMembershipRequestObject) (contract.DeleteMembershipResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteMembership204Response{}, h.Service.DeleteMembership(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) RenewInitialPassword(ctx context.Context, request contract.RenewInitialPasswordRequestObject) (contract.RenewInitialPasswordResponseObject, error) {
	renewed, err := h.Service.RenewInitialPassword(ctx, authz.ActorOf(ctx), request.ID)
	return contract.RenewInitialPassword200JSONResponse(renewed), err
}
