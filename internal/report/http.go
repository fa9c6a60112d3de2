package report

import (
	"bytes"
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

// HTTP has the contract's operations that give papers.
type HTTP struct{ Service *Service }

func (h HTTP) GetStatusReport(ctx context.Context, request contract.GetStatusReportRequestObject) (contract.GetStatusReportResponseObject, error) {
	paper, err := h.Service.StatusPaper(ctx, authz.ActorOf(ctx), request.Params.CommitteeID)
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
