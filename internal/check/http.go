package check

import (
	"context"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"strconv"
	"strings"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/spreadsheet"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations of checks and control deviations.
type HTTP struct{ Service *Service }

func (h HTTP) ListChecks(ctx context.Context, request contract.ListChecksRequestObject) (contract.ListChecksResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.List(ctx, authz.ActorOf(ctx), request.Params, limit, offset)
	return contract.ListChecks200JSONResponse(page), err
}

func (h HTTP) GetCheck(ctx context.Context, request contract.GetCheckRequestObject) (contract.GetCheckResponseObject, error) {
	check, err := h.Service.Check(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetCheck200JSONResponse(check), err
}

func (h HTTP) AddCheck(ctx context.Context, request contract.AddCheckRequestObject) (contract.AddCheckResponseObject, error) {
	check, err := h.Service.Add(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.AddCheck201JSONResponse(check), err
}

func (h HTTP) DeleteCheck(ctx context.Context, request contract.DeleteCheckRequestObject) (contract.DeleteCheckResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteCheck204Response{}, h.Service.Delete(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) WriteCheck(ctx context.Context, request contract.WriteCheckRequestObject) (contract.WriteCheckResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	check, err := h.Service.Write(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteCheck200JSONResponse(check), err
}

func (h HTTP) CompleteCheck(ctx context.Context, request contract.CompleteCheckRequestObject) (contract.CompleteCheckResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	check, err := h.Service.Complete(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.CompleteCheck200JSONResponse(check), err
}

func (h HTTP) ReopenCheck(ctx context.Context, request contract.ReopenCheckRequestObject) (contract.ReopenCheckResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	check, err := h.Service.Reopen(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.ReopenCheck200JSONResponse(check), err
}

func (h HTTP) GiveCheck(ctx context.Context, request contract.GiveCheckRequestObject) (contract.GiveCheckResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	check, err := h.Service.Give(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.GiveCheck200JSONResponse(check), err
}

func (h HTTP) DrawSample(ctx context.Context, request contract.DrawSampleRequestObject) (contract.DrawSampleResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	drawing, err := readForm(request.Body)
	if err != nil {
		return nil, err
	}
	check, err := h.Service.Draw(ctx, authz.ActorOf(ctx), request.ID, version, drawing)
	return contract.DrawSample200JSONResponse(check), err
}

func (h HTTP) NoteDeviation(ctx context.Context, request contract.NoteDeviationRequestObject) (contract.NoteDeviationResponseObject, error) {
	deviation, err := h.Service.Note(ctx, authz.ActorOf(ctx), request.ID, *request.Body)
	return contract.NoteDeviation201JSONResponse(deviation), err
}

func (h HTTP) ListDeviations(ctx context.Context, request contract.ListDeviationsRequestObject) (contract.ListDeviationsResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	page, err := h.Service.Deviations(ctx, authz.ActorOf(ctx), request.Params, limit, offset)
	return contract.ListDeviations200JSONResponse(page), err
}

func (h HTTP) GetDeviation(ctx context.Context, request contract.GetDeviationRequestObject) (contract.GetDeviationResponseObject, error) {
	deviation, err := h.Service.Deviation(ctx, authz.ActorOf(ctx), request.ID)
	return contract.GetDeviation200JSONResponse(deviation), err
}

func (h HTTP) WriteDeviation(ctx context.Context, request contract.WriteDeviationRequestObject) (contract.WriteDeviationResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	deviation, err := h.Service.WriteDeviation(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.WriteDeviation200JSONResponse(deviation), err
}

func (h HTTP) DeleteDeviation(ctx context.Context, request contract.DeleteDeviationRequestObject) (contract.DeleteDeviationResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	return contract.DeleteDeviation204Response{}, h.Service.DeleteDeviation(ctx, authz.ActorOf(ctx), request.ID, version)
}

func (h HTTP) ReportDeviation(ctx context.Context, request contract.ReportDeviationRequestObject) (contract.ReportDeviationResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	deviation, err := h.Service.ReportDeviation(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.ReportDeviation200JSONResponse(deviation), err
}

func (h HTTP) RecheckDeviation(ctx context.Context, request contract.RecheckDeviationRequestObject) (contract.RecheckDeviationResponseObject, error) {
	version, err := web.Version(request.Params.IfMatch)
	if err != nil {
		return nil, err
	}
	deviation, err := h.Service.Recheck(ctx, authz.ActorOf(ctx), request.ID, version, *request.Body)
	return contract.RecheckDeviation200JSONResponse(deviation), err
}

// What the form of a draw may say.
const (
	longestSeed = 100
	longestName = 200
	mostDrawn   = 1000
)

// readForm takes the form of a draw apart; its fields stand before its file.
func readForm(form *multipart.Reader) (Drawing, error) {
	fields := map[string]string{}
	for {
		part, err := form.NextPart()
		if errors.Is(err, io.EOF) {
			return Drawing{}, fault.InvalidField("/file", "required", "the file is the form's last part")
		}
		if err != nil {
			return Drawing{}, uploadFault(err)
		}
		content, err := io.ReadAll(io.LimitReader(part, spreadsheet.LargestFile+1))
		if err != nil {
			return Drawing{}, uploadFault(err)
		}
		if part.FormName() == "file" {
			return drawingOf(fields, part.FileName(), content)
		}
		fields[part.FormName()] = string(content)
	}
}

func drawingOf(fields map[string]string, name string, list []byte) (Drawing, error) {
	var faults []fault.Field
	refuse := func(is bool, at, code string) {
		if is {
			faults = append(faults, fault.Field{Pointer: at, Code: code})
		}
	}
	seed, heads := strings.TrimSpace(fields["seed"]), fields["heads"]
	size, err := strconv.Atoi(fields["size"])
	refuse(seed == "", "/seed", "required")
	refuse(len([]rune(seed)) > longestSeed, "/seed", "too_long")
	refuse(err != nil, "/size", "format")
	refuse(err == nil && (size < 1 || size > mostDrawn), "/size", "outside_what_is_drawn")
	refuse(heads != "true" && heads != "false", "/heads", "format")
	if len(list) > spreadsheet.LargestFile {
		return Drawing{}, fault.TooLarge("at most 10 MB")
	}
	if faults != nil {
		return Drawing{}, fault.Invalid("invalid", "", faults...)
	}
	letters := []rune(name)
	return Drawing{Seed: seed, Size: size, HasHeads: heads == "true", Name: string(letters[:min(len(letters), longestName)]), List: list}, nil
}

func uploadFault(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return fault.TooLarge("").Because(err)
	}
	return fault.Malformed("the file could not be received").Because(err)
}
