package report

import (
	"bytes"
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/followup"
	"uppsikt/internal/spreadsheet"
)

// HTTP has the contract's operations that give papers.
type HTTP struct{ Service *Service }

func (h HTTP) GetStatusReport(ctx context.Context, request contract.GetStatusReportRequestObject) (contract.GetStatusReportResponseObject, error) {
	paper, err := h.Service.StatusPaper(ctx, reader(ctx, request.Params.Masked), request.Params.CommitteeID)
	if err != nil {
		return nil, err
	}
	if request.Params.Format != nil && *request.Params.Format == contract.DocumentFormatDocx {
		content, err := document.DOCX(paper)
		disposition := `attachment; filename="uppfoljning.docx"`
		return contract.GetStatusReport200ApplicationVndOpenxmlformatsOfficedocumentWordprocessingmlDocumentResponse{
			Body: bytes.NewReader(content), ContentLength: int64(len(content)),
			Headers: contract.GetStatusReport200ResponseHeaders{ContentDisposition: &disposition},
		}, err
	}
	content, err := document.PDF(paper)
	disposition := `inline; filename="uppfoljning.pdf"`
	return contract.GetStatusReport200ApplicationPdfResponse{
		Body: bytes.NewReader(content), ContentLength: int64(len(content)),
		Headers: contract.GetStatusReport200ResponseHeaders{ContentDisposition: &disposition},
	}, err
}

func (h HTTP) ExportAssignments(ctx context.Context, request contract.ExportAssignmentsRequestObject) (contract.ExportAssignmentsResponseObject, error) {
	p := request.Params
	filter := followup.Filter{
		Words: p.Q, Committees: p.CommitteeID, Audit: p.AuditID, Firm: p.Firm, Year: p.Year, Stances: p.Stance, Progresses: p.Progress,
		Verdicts: p.Verdict, Differences: p.Difference, Overdue: p.Overdue, Criticisms: p.Criticism,
	}
	if p.Sort != nil {
		filter.Sort = *p.Sort
	}
	columns := []contract.AssignmentColumn{}
	if p.Column != nil {
		columns = *p.Column
	}
	sheet, err := h.Service.Assignments(ctx, reader(ctx, p.Masked), filter, columns)
	if err != nil {
		return nil, err
	}
	if p.Format == contract.SpreadsheetFormatCsv {
		content, err := written(spreadsheet.CSV, sheet)
		disposition := `attachment; filename="rekommendationer.csv"`
		return contract.ExportAssignments200TextCsvResponse{
			Body: bytes.NewReader(content), ContentLength: int64(len(content)), Headers: contract.ExportAssignments200ResponseHeaders{ContentDisposition: &disposition},
		}, err
	}
	content, err := written(spreadsheet.XLSX, sheet)
	disposition := `attachment; filename="rekommendationer.xlsx"`
	return contract.ExportAssignments200ApplicationVndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: bytes.NewReader(content), ContentLength: int64(len(content)), Headers: contract.ExportAssignments200ResponseHeaders{ContentDisposition: &disposition},
	}, err
}

func (h HTTP) GetRoundMatrix(ctx context.Context, request contract.GetRoundMatrixRequestObject) (contract.GetRoundMatrixResponseObject, error) {
	paper, sheet, err := h.Service.Matrix(ctx, reader(ctx, request.Params.Masked), request.ID)
	if err != nil {
		return nil, err
	}
	disposition := `attachment; filename="statusmatris.` + string(request.Params.Format) + `"`
	headers := contract.GetRoundMatrix200ResponseHeaders{ContentDisposition: &disposition}
	switch request.Params.Format {
	case contract.MatrixFormatXlsx:
		content, err := written(spreadsheet.XLSX, sheet)
		return contract.GetRoundMatrix200ApplicationVndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
			Body: bytes.NewReader(content), ContentLength: int64(len(content)), Headers: headers,
		}, err
	case contract.MatrixFormatDocx:
		content, err := document.DOCX(paper)
		return contract.GetRoundMatrix200ApplicationVndOpenxmlformatsOfficedocumentWordprocessingmlDocumentResponse{
			Body: bytes.NewReader(content), ContentLength: int64(len(content)), Headers: headers,
		}, err
	default:
		content, err := document.PDF(paper)
		return contract.GetRoundMatrix200ApplicationPdfResponse{Body: bytes.NewReader(content), ContentLength: int64(len(content)), Headers: headers}, err
	}
}

// reader is who asks, as one who sees nothing confidential where a masked paper is asked for.
func reader(ctx context.Context, masked *bool) authz.Actor {
	actor := authz.ActorOf(ctx)
	actor.Masked = masked != nil && *masked
	return actor
}

func written(format spreadsheet.Format, sheet spreadsheet.Sheet) ([]byte, error) {
	var content bytes.Buffer
	err := spreadsheet.Write(&content, format, sheet)
	return content.Bytes(), err
}

func (h HTTP) ExportControlSummary(ctx context.Context, request contract.ExportControlSummaryRequestObject) (contract.ExportControlSummaryResponseObject, error) {
	paper, sheet, err := h.Service.ControlSummary(ctx, authz.ActorOf(ctx), request.Params.Year)
	if err != nil {
		return nil, err
	}
	disposition := `attachment; filename="intern-kontroll.` + string(request.Params.Format) + `"`
	headers := contract.ExportControlSummary200ResponseHeaders{ContentDisposition: &disposition}
	switch request.Params.Format {
	case contract.PlanDocumentFormatXlsx:
		content, err := written(spreadsheet.XLSX, sheet)
		return contract.ExportControlSummary200ApplicationVndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
			Body: bytes.NewReader(content), ContentLength: int64(len(content)), Headers: headers,
		}, err
	case contract.PlanDocumentFormatDocx:
		content, err := document.DOCX(paper)
		return contract.ExportControlSummary200ApplicationVndOpenxmlformatsOfficedocumentWordprocessingmlDocumentResponse{
			Body: bytes.NewReader(content), ContentLength: int64(len(content)), Headers: headers,
		}, err
	default:
		content, err := document.PDF(paper)
		return contract.ExportControlSummary200ApplicationPdfResponse{Body: bytes.NewReader(content), ContentLength: int64(len(content)), Headers: headers}, err
	}
}
