package confidentiality

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
)

// HTTP has the contract's operation that marks.
type HTTP struct{ Service *Service }

func (h HTTP) MarkConfidential(ctx context.Context, request contract.MarkConfidentialRequestObject) (contract.MarkConfidentialResponseObject, error) {
	return contract.MarkConfidential204Response{}, h.Service.Mark(ctx, authz.ActorOf(ctx), request.Thing, request.ID, request.Body.Ground)
}
