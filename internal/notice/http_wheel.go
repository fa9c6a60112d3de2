package notice

import (
	"context"
	"net/http"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/web"
)

func (h HTTP) GetYearWheel(ctx context.Context, request contract.GetYearWheelRequestObject) (contract.GetYearWheelResponseObject, error) {
	wheel, err := h.Service.Wheel(ctx, authz.ActorOf(ctx), request.Params.CommitteeID, request.Params.Year)
	return contract.GetYearWheel200JSONResponse(wheel), err
}

func (h HTTP) AddDuty(ctx context.Context, request contract.AddDutyRequestObject) (contract.AddDutyResponseObject, error) {
	duty, err := h.Service.AddDuty(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.AddDuty201JSONResponse(duty), err
}

func (h HTTP) WriteDuty(ctx context.Context, request contract.WriteDutyRequestObject) (contract.WriteDutyResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	duty, err := h.Service.WriteDuty(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteDuty200JSONResponse(duty), err
}

func (h HTTP) DeleteDuty(ctx context.Context, request contract.DeleteDutyRequestObject) (contract.DeleteDutyResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteDuty204Response{}, h.Service.DeleteDuty(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) ListCalendarFeeds(ctx context.Context, _ contract.ListCalendarFeedsRequestObject) (contract.ListCalendarFeedsResponseObject, error) {
	feeds, err := h.Service.Feeds(ctx, authz.ActorOf(ctx))
	return contract.ListCalendarFeeds200JSONResponse(feeds), err
}

func (h HTTP) AddCalendarFeed(ctx context.Context, request contract.AddCalendarFeedRequestObject) (contract.AddCalendarFeedResponseObject, error) {
	made, err := h.Service.AddFeed(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.AddCalendarFeed201JSONResponse(made), err
}

func (h HTTP) RevokeCalendarFeed(ctx context.Context, request contract.RevokeCalendarFeedRequestObject) (contract.RevokeCalendarFeedResponseObject, error) {
	return contract.RevokeCalendarFeed204Response{}, h.Service.RevokeFeed(ctx, authz.ActorOf(ctx), request.ID)
}

func (h HTTP) GetCalendar(ctx context.Context, request contract.GetCalendarRequestObject) (contract.GetCalendarResponseObject, error) {
	written, err := h.Service.Calendar(ctx, request.Token)
	return calendarFile(written), err
}

// calendarFile is answered with headers of its own: the reader's program may keep it, and nobody on the way.
type calendarFile []byte

func (f calendarFile) VisitGetCalendarResponse(w http.ResponseWriter) error {
	w.Header().Set("Content-Type", "text/calendar; charset=utf-8")
	w.Header().Set("Content-Disposition", `inline; filename="uppsikt.ics"`)
	w.Header().Set("Cache-Control", "private")
	w.WriteHeader(http.StatusOK)
	_, err := w.Write(f)
	return err
}
