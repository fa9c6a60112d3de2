package notice

import (
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations of what waits, and of how people are reminded of it.
type HTTP struct{ Service *Service }

func (h HTTP) ListWaiting(ctx context.Context, _ contract.ListWaitingRequestObject) (contract.ListWaitingResponseObject, error) {
	found, err := h.Service.Waiting(ctx, authz.ActorOf(ctx))
	return contract.ListWaiting200JSONResponse(found), err
}

func (h HTTP) GetReminderChoice(ctx context.Context, _ contract.GetReminderChoiceRequestObject) (contract.GetReminderChoiceResponseObject, error) {
	choice, err := h.Service.Choice(ctx, authz.ActorOf(ctx))
	return contract.GetReminderChoice200JSONResponse(choice), err
}

func (h HTTP) WriteReminderChoice(ctx context.Context, request contract.WriteReminderChoiceRequestObject) (contract.WriteReminderChoiceResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	choice, err := h.Service.Choose(ctx, authz.ActorOf(ctx), version, *request.Body)
	return contract.WriteReminderChoice200JSONResponse(choice), err
}

func (h HTTP) ListMail(ctx context.Context, request contract.ListMailRequestObject) (contract.ListMailResponseObject, error) {
	page, err := h.Service.Mail(ctx, authz.ActorOf(ctx), request.Params)
	return contract.ListMail200JSONResponse(page), err
}

func (h HTTP) RetryMail(ctx context.Context, request contract.RetryMailRequestObject) (contract.RetryMailResponseObject, error) {
	mail, err := h.Service.RetryMail(ctx, authz.ActorOf(ctx), request.ID)
	return contract.RetryMail200JSONResponse(mail), err
}
