package followup

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime/multipart"
	"net/http"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/spreadsheet"
)

func (h HTTP) ImportFollowup(ctx context.Context, request contract.ImportFollowupRequestObject) (contract.ImportFollowupResponseObject, error) {
	given, err := readImport(request.Body)
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

// longestColumns is of the form's field that says what the columns hold.
const longestColumns = 256 << 10

// readImport takes the form apart; the fields stand before the file.
func readImport(form *multipart.Reader) (Import, error) {
	given := Import{Preview: true}
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return given, fault.InvalidField("/file", "required", "the file is the form's last part")
		}
		if err != nil {
			return given, uploadFault(err)
		}
		content, err := io.ReadAll(io.LimitReader(part, spreadsheet.LargestFile+1))
		if err != nil {
			return given, uploadFault(err)
		}
		switch part.FormName() {
		case "file":
			given.Name, given.Content = part.FileName(), content
			return given, nil
		case "preview":
			given.Preview = string(content) != "false"
		case "columns":
			if len(content) > longestColumns || json.Unmarshal(content, &given.Columns) != nil {
				return given, fault.InvalidField("/columns", "format", "a JSON object from heads to fields")
			}
		}
	}
}

func uploadFault(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return fault.Invalid("import_too_large", "").Because(err)
	}
	return fault.Malformed("the file could not be received").Because(err)
}
