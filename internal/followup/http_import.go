package followup

import (
	"bytes"
	"context"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/sheetimport"
	"uppsikt/internal/spreadsheet"
)

func (h HTTP) ImportFollowup(ctx context.Context, request contract.ImportFollowupRequestObject) (contract.ImportFollowupResponseObject, error) {
	given, err := sheetimport.ReadForm(request.Body)
	if err != nil {
		return nil, err
	}
	result, err := h.Service.Import(ctx, authz.ActorOf(ctx), given)
	return contract.ImportFollowup200JSONResponse(result), err
}

func (h HTTP) GetFollowupImportTemplate(context.Context, contract.GetFollowupImportTemplateRequestObject) (contract.GetFollowupImportTemplateResponseObject, error) {
	var content bytes.Buffer
	err := spreadsheet.WriteWorkbook(&content, templateSheets(h.Service.Now()))
	disposition := `attachment; filename="uppfoljning-mall.xlsx"`
	return contract.GetFollowupImportTemplate200ApplicationVndOpenxmlformatsOfficedocumentSpreadsheetmlSheetResponse{
		Body: &content, ContentLength: int64(content.Len()), Headers: contract.GetFollowupImportTemplate200ResponseHeaders{ContentDisposition: &disposition},
	}, err
}
