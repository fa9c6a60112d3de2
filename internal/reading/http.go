package reading

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime/multipart"
	"net/http"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// HTTP has the contract's operations that read reports and responses.
type HTTP struct {
	Room *Room
}

func (h HTTP) ReadReport(ctx context.Context, request contract.ReadReportRequestObject) (contract.ReadReportResponseObject, error) {
	files, err := UploadedFiles(request.Body)
	if err != nil {
		return nil, err
	}
	read := h.Room.Read
	if asked := request.Params.Source; asked != nil && *asked {
		read = h.Room.ReadWithSource
	}
	reading, err := read(ctx, files)
	if err != nil {
		return nil, err
	}
	answer, err := inContract[contract.Reading](reading)
	return contract.ReadReport200JSONResponse(answer), err
}

func (h HTTP) ReadResponse(ctx context.Context, request contract.ReadResponseRequestObject) (contract.ReadResponseResponseObject, error) {
	files, err := UploadedFiles(request.Body)
	if err != nil {
		return nil, err
	}
	reading, err := h.Room.ReadResponse(ctx, files)
	if err != nil {
		return nil, err
	}
	answer, err := inContract[contract.ResponseReading](reading)
	return contract.ReadResponse200JSONResponse(answer), err
}

// UploadedFiles takes the parts named "file" out of a multipart body, in their order.
func UploadedFiles(body *multipart.Reader) ([]File, error) {
	var files []File
	for {
		part, err := body.NextPart()
		switch {
		case errors.Is(err, io.EOF) && len(files) == 0:
			return nil, fault.InvalidField("/file", "required", "at least one file")
		case errors.Is(err, io.EOF):
			return files, nil
		case err != nil:
			return nil, uploadFault(err)
		case part.FormName() != "file":
			continue
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return nil, uploadFault(err)
		}
		files = append(files, File{Name: part.FileName(), Content: content})
	}
}

func uploadFault(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return fault.TooLarge(fmt.Sprintf("at most %d MB together", tooLarge.Limit>>20)).Because(err)
	}
	return fault.Malformed("the files could not be received").Because(err)
}

// inContract: a reading has the contract's shape already, under names of its own.
func inContract[T any](reading any) (T, error) {
	var answer T
	written, err := json.Marshal(reading)
	if err == nil {
		err = json.Unmarshal(written, &answer)
	}
	if err != nil {
		return answer, fmt.Errorf("give the reading: %w", err)
	}
	return answer, nil
}
