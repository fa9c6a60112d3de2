package operationalplan

import (
	"bytes"
	"context"
	"fmt"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations of the operational plan.
type HTTP struct{ Service *Service }

func (h HTTP) ListOperationalPlans(ctx context.Context, request contract.ListOperationalPlansRequestObject) (contract.ListOperationalPlansResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.Plans(ctx, authz.ActorOf(ctx), request.Params.CommitteeID, request.Params.Year, limit, offset)
	return contract.ListOperationalPlans200JSONResponse(page), err
}

func (h HTTP) BeginOperationalPlan(ctx context.Context, request contract.BeginOperationalPlanRequestObject) (contract.BeginOperationalPlanResponseObject, error) {
	plan, err := h.Service.Begin(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.BeginOperationalPlan201JSONResponse(plan), err
}

func (h HTTP) GetOperationalPlan(ctx context.Context, request contract.GetOperationalPlanRequestObject) (contract.GetOperationalPlanResponseObject, error) {
	plan, err := h.Service.Plan(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetOperationalPlan200JSONResponse(plan), err
}

func (h HTTP) WriteOperationalPlan(ctx context.Context, request contract.WriteOperationalPlanRequestObject) (contract.WriteOperationalPlanResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.Write(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteOperationalPlan200JSONResponse(plan), err
}

func (h HTTP) DeleteOperationalPlan(ctx context.Context, request contract.DeleteOperationalPlanRequestObject) (contract.DeleteOperationalPlanResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteOperationalPlan204Response{}, h.Service.Delete(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) AddPlanAction(ctx context.Context, request contract.AddPlanActionRequestObject) (contract.AddPlanActionResponseObject, error) {
	plan, err := h.Service.AddAction(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.AddPlanAction201JSONResponse(plan), err
}

func (h HTTP) WritePlanAction(ctx context.Context, request contract.WritePlanActionRequestObject) (contract.WritePlanActionResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.WriteAction(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WritePlanAction200JSONResponse(plan), err
}

func (h HTTP) DeletePlanAction(ctx context.Context, request contract.DeletePlanActionRequestObject) (contract.DeletePlanActionResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.DeleteAction(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.DeletePlanAction200JSONResponse(plan), err
}

func (h HTTP) ReportPlanAction(ctx context.Context, request contract.ReportPlanActionRequestObject) (contract.ReportPlanActionResponseObject, error) {
	action, err := h.Service.Report(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.ReportPlanAction201JSONResponse(action), err
}

func (h HTTP) DecideOperationalPlan(ctx context.Context, request contract.DecideOperationalPlanRequestObject) (contract.DecideOperationalPlanResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.Decide(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.DecideOperationalPlan200JSONResponse(plan), err
}

func (h HTTP) ImportOperationalPlan(ctx context.Context, request contract.ImportOperationalPlanRequestObject) (contract.ImportOperationalPlanResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	file, err := sheetimport.ReadForm(request.Body)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Import(ctx, authz.ActorOf(ctx), request.ID, version, file)
	return contract.ImportOperationalPlan200JSONResponse(result), err
}

func (h HTTP) ExportOperationalPlan(ctx context.Context, request contract.ExportOperationalPlanRequestObject) (contract.ExportOperationalPlanResponseObject, error) {
	var content bytes.Buffer
	plan, err := h.Service.Export(ctx, authz.ActorOf(ctx), request.ID, &content)
	disposition := fmt.Sprintf(`attachment; filename="verksamhetsplan-%d.xlsx"`, plan.Year)
	return contract.ExportOperationalPlan200ApplicationVndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: &content, ContentLength: int64(content.Len()), Headers: contract.ExportOperationalPlan200ResponseHeaders{ContentDisposition: &disposition},
	}, err
}
