package publicpage

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations that turn the page on and off; what the public reads is Site.
type HTTP struct{ Service *Service }

func (h HTTP) GetPublicPage(ctx context.Context, _ contract.GetPublicPageRequestObject) (contract.GetPublicPageResponseObject, error) {
	page, err := h.Service.Page(ctx, authz.ActorOf(ctx))
	return contract.GetPublicPage200JSONResponse(page), err
}

func (h HTTP) SetPublicPage(ctx context.Context, request contract.SetPublicPageRequestObject) (contract.SetPublicPageResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	page, err := h.Service.Set(ctx, authz.ActorOf(ctx), version, *request.Body)
	return contract.SetPublicPage200JSONResponse(page), err
}
