package controlplan

import (
	"bytes"
	"context"
	"fmt"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations of the control plan.
type HTTP struct{ Service *Service }

func (h HTTP) GetRiskScale(ctx context.Context, _ contract.GetRiskScaleRequestObject) (contract.GetRiskScaleResponseObject, error) {
	scale, err := h.Service.Scale(ctx, authz.ActorOf(ctx))
	return contract.GetRiskScale200JSONResponse(scale), err
}

func (h HTTP) UpdateRiskScale(ctx context.Context, request contract.UpdateRiskScaleRequestObject) (contract.UpdateRiskScaleResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	scale, err := h.Service.UpdateScale(ctx, authz.ActorOf(ctx), version, *request.Body)
	return contract.UpdateRiskScale200JSONResponse(scale), err
}

func (h HTTP) ListCommonRisks(ctx context.Context, request contract.ListCommonRisksRequestObject) (contract.ListCommonRisksResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.CommonRisks(ctx, authz.ActorOf(ctx), request.Params.Year, limit, offset)
	return contract.ListCommonRisks200JSONResponse(page), err
}

func (h HTTP) AddCommonRisk(ctx context.Context, request contract.AddCommonRiskRequestObject) (contract.AddCommonRiskResponseObject, error) {
	risk, err := h.Service.AddCommonRisk(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.AddCommonRisk201JSONResponse(risk), err
}

func (h HTTP) UpdateCommonRisk(ctx context.Context, request contract.UpdateCommonRiskRequestObject) (contract.UpdateCommonRiskResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	risk, err := h.Service.UpdateCommonRisk(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.UpdateCommonRisk200JSONResponse(risk), err
}

func (h HTTP) DeleteCommonRisk(ctx context.Context, request contract.DeleteCommonRiskRequestObject) (contract.DeleteCommonRiskResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteCommonRisk204Response{}, h.Service.DeleteCommonRisk(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) ListControlPlans(ctx context.Context, request contract.ListControlPlansRequestObject) (contract.ListControlPlansResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.Plans(ctx, authz.ActorOf(ctx), request.Params.CommitteeID, request.Params.Year, limit, offset)
	return contract.ListControlPlans200JSONResponse(page), err
}

func (h HTTP) BeginControlPlan(ctx context.Context, request contract.BeginControlPlanRequestObject) (contract.BeginControlPlanResponseObject, error) {
	plan, err := h.Service.Begin(ctx, authz.ActorOf(ctx), *request.Body)
	return contract.BeginControlPlan201JSONResponse(plan), err
}

func (h HTTP) GetControlPlan(ctx context.Context, request contract.GetControlPlanRequestObject) (contract.GetControlPlanResponseObject, error) {
	plan, err := h.Service.Plan(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetControlPlan200JSONResponse(plan), err
}

func (h HTTP) DeleteControlPlan(ctx context.Context, request contract.DeleteControlPlanRequestObject) (contract.DeleteControlPlanResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteControlPlan204Response{}, h.Service.DeletePlan(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) AddRisk(ctx context.Context, request contract.AddRiskRequestObject) (contract.AddRiskResponseObject, error) {
	plan, err := h.Service.AddRisk(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.AddRisk201JSONResponse(plan), err
}

func (h HTTP) WriteRisk(ctx context.Context, request contract.WriteRiskRequestObject) (contract.WriteRiskResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.WriteRisk(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteRisk200JSONResponse(plan), err
}

func (h HTTP) DeleteRisk(ctx context.Context, request contract.DeleteRiskRequestObject) (contract.DeleteRiskResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.DeleteRisk(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.DeleteRisk200JSONResponse(plan), err
}

func (h HTTP) WriteControlPlan(ctx context.Context, request contract.WriteControlPlanRequestObject) (contract.WriteControlPlanResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.Write(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteControlPlan200JSONResponse(plan), err
}

func (h HTTP) AddControl(ctx context.Context, request contract.AddControlRequestObject) (contract.AddControlResponseObject, error) {
	plan, err := h.Service.AddControl(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.AddControl201JSONResponse(plan), err
}

func (h HTTP) WriteControl(ctx context.Context, request contract.WriteControlRequestObject) (contract.WriteControlResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.WriteControl(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteControl200JSONResponse(plan), err
}

func (h HTTP) DeleteControl(ctx context.Context, request contract.DeleteControlRequestObject) (contract.DeleteControlResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.DeleteControl(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.DeleteControl200JSONResponse(plan), err
}

func (h HTTP) DecideControlPlan(ctx context.Context, request contract.DecideControlPlanRequestObject) (contract.DecideControlPlanResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.Decide(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.DecideControlPlan200JSONResponse(plan), err
}

func (h HTTP) BeginAmendment(ctx context.Context, request contract.BeginAmendmentRequestObject) (contract.BeginAmendmentResponseObject, error) {
	plan, err := h.Service.BeginAmendment(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.BeginAmendment201JSONResponse(plan), err
}

func (h HTTP) WriteAmendment(ctx context.Context, request contract.WriteAmendmentRequestObject) (contract.WriteAmendmentResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.WriteAmendment(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteAmendment200JSONResponse(plan), err
}

func (h HTTP) DeleteAmendment(ctx context.Context, request contract.DeleteAmendmentRequestObject) (contract.DeleteAmendmentResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.DeleteAmendment(ctx, authz.ActorOf(ctx), request.ID, version)
	return contract.DeleteAmendment200JSONResponse(plan), err
}

func (h HTTP) DecideAmendment(ctx context.Context, request contract.DecideAmendmentRequestObject) (contract.DecideAmendmentResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.DecideAmendment(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.DecideAmendment200JSONResponse(plan), err
}

func (h HTTP) WritePlanReport(ctx context.Context, request contract.WritePlanReportRequestObject) (contract.WritePlanReportResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.WriteReport(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WritePlanReport200JSONResponse(plan), err
}

func (h HTTP) DecidePlanReport(ctx context.Context, request contract.DecidePlanReportRequestObject) (contract.DecidePlanReportResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	plan, err := h.Service.DecideReport(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.DecidePlanReport200JSONResponse(plan), err
}

func (h HTTP) GetControlPlanDocument(ctx context.Context, request contract.GetControlPlanDocumentRequestObject) (contract.GetControlPlanDocumentResponseObject, error) {
	p := request.Params
	content, err := h.Service.Document(ctx, authz.ActorOf(ctx), request.ID, p.Part, p.Format, p.DecisionID)
	if err != nil {
		return nil, err
	}
	kind := "attachment"
	if p.Format == contract.PlanDocumentFormatPdf {
		kind = "inline"
	}
	disposition := fmt.Sprintf(`%s; filename="%s.%s"`, kind, fileNames[p.Part], p.Format)
	headers := contract.GetControlPlanDocument200ResponseHeaders{ContentDisposition: &disposition}
	body, length := bytes.NewReader(content), int64(len(content))
	switch p.Format {
	case contract.PlanDocumentFormatXlsx:
		return contract.GetControlPlanDocument200ApplicationVndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{Body: body, ContentLength: length, Headers: headers}, nil
	case contract.PlanDocumentFormatDocx:
		return contract.GetControlPlanDocument200ApplicationVndOpenxmlformatsOfficedocumentWordprocessingmlDocumentResponse{Body: body, ContentLength: length, Headers: headers}, nil
	}
	return contract.GetControlPlanDocument200ApplicationPdfResponse{Body: body, ContentLength: length, Headers: headers}, nil
}

var fileNames = map[contract.PlanDocumentPart]string{
	contract.PlanDocumentPartPlan: "internkontrollplan", contract.PlanDocumentPartAmendment: "andring-av-internkontrollplan",
	contract.PlanDocumentPartReport: "uppfoljning-av-internkontroll",
}

func (h HTTP) GetControlSummary(ctx context.Context, request contract.GetControlSummaryRequestObject) (contract.GetControlSummaryResponseObject, error) {
	summary, err := h.Service.Summary(ctx, authz.ActorOf(ctx), request.Params.Year)
	return contract.GetControlSummary200JSONResponse(summary), err
}
