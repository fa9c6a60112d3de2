package attachment

import (
	"context"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/web"
)

// HTTP has the contract's operations on attachments.
type HTTP struct{ Service *Service }

func (h HTTP) ListAttachments(ctx context.Context, request contract.ListAttachmentsRequestObject) (contract.ListAttachmentsResponseObject, error) {
	limit, offset := web.Page(request.Params.Page, request.Params.PageSize)
	to := To{request.Params.Thing, request.Params.ThingID}
	page, err := h.Service.List(ctx, authz.ActorOf(ctx), to, limit, offset)
	return contract.ListAttachments200JSONResponse(page), err
}

func (h HTTP) Attach(ctx context.Context, request contract.AttachRequestObject) (contract.AttachResponseObject, error) {
	upload, err := readForm(request.Body)
	if err != nil {
		return nil, err
	}
	attached, err := h.Service.Attach(ctx, authz.ActorOf(ctx), upload)
	drain(upload.Content)
	return contract.Attach201JSONResponse(attached), err
}

func (h HTTP) DeleteAttachment(ctx context.Context, request contract.DeleteAttachmentRequestObject) (contract.DeleteAttachmentResponseObject, error) {
	return contract.DeleteAttachment204Response{}, h.Service.Delete(ctx, authz.ActorOf(ctx), request.ID)
}

func (h HTTP) DownloadAttachment(ctx context.Context, request contract.DownloadAttachmentRequestObject) (contract.DownloadAttachmentResponseObject, error) {
	return download(func(w http.ResponseWriter) error {
		return h.Service.Download(ctx, authz.ActorOf(ctx), request.ID, func(a contract.Attachment) io.Writer { return asFile(w, a) })
	}), nil
}

// download is an answer that is written while it is read from the database.
type download func(http.ResponseWriter) error

func (d download) VisitDownloadAttachmentResponse(w http.ResponseWriter) error { return d(w) }

// asFile says that what follows is to be saved, and what it is to be compared with.
func asFile(w http.ResponseWriter, a contract.Attachment) io.Writer {
	sum, _ := hex.DecodeString(a.Sha256) // it was written by inContract
	header := w.Header()
	header.Set("Content-Type", "application/octet-stream")
	header.Set("Content-Length", fmt.Sprint(a.Size))
	header.Set("Content-Disposition", mime.FormatMediaType("attachment", map[string]string{"filename": a.Name}))
	header.Set("Digest", "sha-256="+base64.StdEncoding.EncodeToString(sum))
	header.Set("X-Content-Type-Options", "nosniff")
	w.WriteHeader(http.StatusOK)
	return w
}

// readForm reads the fields up to the file, which stays to be read.
func readForm(form *multipart.Reader) (Upload, error) {
	fields := map[string]string{}
	for {
		part, err := form.NextPart()
		switch {
		case errors.Is(err, io.EOF):
			return Upload{}, fault.InvalidField("/file", "required", "the file is the form's last part")
		case err != nil:
			return Upload{}, uploadFault(err)
		case part.FormName() == "file":
			return uploadOf(fields, part)
		}
		if fields[part.FormName()], err = readField(part); err != nil {
			return Upload{}, uploadFault(err)
		}
	}
}

// ReadFile reads the form's one file into memory: for a file that is kept otherwise than as a paper.
func ReadFile(form *multipart.Reader) ([]byte, error) {
	for {
		part, err := form.NextPart()
		switch {
		case errors.Is(err, io.EOF):
			return nil, fault.InvalidField("/file", "required", "")
		case err != nil:
			return nil, uploadFault(err)
		case part.FormName() != "file":
			continue
		}
		content, err := io.ReadAll(part)
		if err != nil {
			return nil, uploadFault(err)
		}
		return content, nil
	}
}

// readField: no field of the form is longer than this.
func readField(part io.Reader) (string, error) {
	text, err := io.ReadAll(io.LimitReader(part, 100))
	return string(text), err
}

// uploadOf: the fields stand before the file in the form, so that they are known before it is read.
func uploadOf(fields map[string]string, file *multipart.Part) (Upload, error) {
	f := &fieldReader{given: fields}
	upload := Upload{
		ID: f.uuid("id"), To: To{f.thing("thing"), f.uuid("thingId")}, PaperDate: f.date("paperDate"),
		Name: file.FileName(), Content: received{file},
	}
	if f.faults != nil {
		drain(file)
		return Upload{}, fault.Invalid("invalid", "", f.faults...)
	}
	return upload, nil
}

type fieldReader struct {
	given  map[string]string
	faults []fault.Field
}

func (f *fieldReader) refuse(name, code string) {
	f.faults = append(f.faults, fault.Field{Pointer: "/" + name, Code: code})
}

func (f *fieldReader) uuid(name string) uuid.UUID {
	if f.given[name] == "" {
		f.refuse(name, "required")
		return uuid.Nil
	}
	id, err := uuid.Parse(f.given[name])
	if err != nil {
		f.refuse(name, "format")
	}
	return id
}

func (f *fieldReader) thing(name string) contract.AttachedThing {
	thing := contract.AttachedThing(f.given[name])
	switch {
	case thing == "":
		f.refuse(name, "required")
	case !thing.Valid():
		f.refuse(name, "enum")
	}
	return thing
}

func (f *fieldReader) date(name string) *calendar.Date {
	if strings.TrimSpace(f.given[name]) == "" {
		return nil
	}
	date, err := calendar.Parse(f.given[name])
	if err != nil {
		f.refuse(name, "format")
	}
	return &date
}

// received gives faults for what goes wrong on the way from the client, so that nobody takes it for the database's.
type received struct{ file io.Reader }

func (r received) Read(into []byte) (int, error) {
	read, err := r.file.Read(into)
	if err != nil && !errors.Is(err, io.EOF) {
		err = uploadFault(err)
	}
	return read, err
}

// drain takes what is left of a file that is refused, so that the answer reaches whoever is still sending it.
func drain(file io.Reader) { _, _ = io.Copy(io.Discard, file) }

func uploadFault(err error) error {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		return fault.TooLarge(fmt.Sprintf("at most %d MB", Largest>>20)).Because(err)
	}
	return fault.Malformed("the file could not be received").Because(err)
}
