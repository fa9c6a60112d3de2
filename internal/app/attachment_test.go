package app_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"mime"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/attachment"
	"uppsikt/internal/contract"
)

// paperForm is a form in any order, as nobody's browser sends it.
func paperForm(t *testing.T, fields [][2]string, name, content string) (string, []byte) {
	t.Helper()
	var body bytes.Buffer
	form := multipart.NewWriter(&body)
	for _, field := range fields {
		var err error
		if field[0] == "file" {
			var part io.Writer
			if part, err = form.CreateFormFile("file", name); err == nil {
				_, err = io.WriteString(part, content)
			}
		} else {
			err = form.WriteField(field[0], field[1])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := form.Close(); err != nil {
		t.Fatal(err)
	}
	return form.FormDataContentType(), body.Bytes()
}

func (w *world) sendPaper(who, name, content string, fields ...[2]string) *httptest.ResponseRecorder {
	w.t.Helper()
	c := w.call("Attach", 0, nil, nil)
	c.contentType, c.body = paperForm(w.t, fields, name, content)
	return w.do(w.byName[who].cookie, c)
}

func TestAPaperIsSavedAndNeverShown(t *testing.T) {
	w := newWorld(t)
	audit, id := w.registered().ID, uuid.New()
	const content = "%PDF-1.7\nEn rutin."
	fields := [][2]string{{"id", id.String()}, {"thing", "audit"}, {"thingId", audit.String()}, {"paperDate", "2030-02-28"}, {"file", ""}}
	sent := w.sendPaper("officer", `mapp/Rutin för å "ä" ö.pdf`, content, fields...)
	if sent.Code != http.StatusCreated {
		t.Fatalf("%d %s", sent.Code, sent.Body)
	}
	var attached contract.Attachment
	decode(t, sent, &attached)
	sum := sha256.Sum256([]byte(content))
	if attached.Name != `Rutin för å "ä" ö.pdf` || attached.MediaType != "application/pdf" || attached.Size != int64(len(content)) ||
		attached.Sha256 != hex.EncodeToString(sum[:]) || attached.PaperDate.String() != "2030-02-28" || !attached.MayDelete {
		t.Errorf("attached %+v", attached)
	}

	again := w.sendPaper("officer", "annan.txt", "annat", fields...)
	var first contract.Attachment
	if decode(t, again, &first); first.Sha256 != attached.Sha256 || first.Name != attached.Name {
		t.Errorf("a repeated id gave %+v", first)
	}

	saved := w.do(w.byName["reader"].cookie, w.call("DownloadAttachment", 0, []any{id}, nil))
	header := saved.Header()
	disposition, parameters, err := mime.ParseMediaType(header.Get("Content-Disposition"))
	if err != nil || disposition != "attachment" || parameters["filename"] != attached.Name {
		t.Errorf("disposition %q: %v", header.Get("Content-Disposition"), err)
	}
	if saved.Body.String() != content || header.Get("Content-Type") != "application/octet-stream" || header.Get("X-Content-Type-Options") != "nosniff" ||
		header.Get("Digest") != "sha-256="+base64.StdEncoding.EncodeToString(sum[:]) || header.Get("Cache-Control") != "no-store" {
		t.Errorf("saved %q with %v", saved.Body, header)
	}

	elsewhere := w.sendPaper("officer", "rutin.pdf", content, [][2]string{{"id", id.String()}, {"thing", "audit"}, {"thingId", w.registered().ID.String()}, {"file", ""}}...)
	if elsewhere.Code != http.StatusConflict {
		t.Errorf("the id of another audit's paper: %d %s", elsewhere.Code, elsewhere.Body)
	}
}

func TestWhatIsWrongWithAnUploadIsSaid(t *testing.T) {
	w := newWorld(t)
	audit := w.registered().ID.String()
	id, thing, to, file := [2]string{"id", uuid.NewString()}, [2]string{"thing", "audit"}, [2]string{"thingId", audit}, [2]string{"file", ""}
	for _, c := range []struct {
		name    string
		fields  [][2]string
		content string
		status  int
		says    string
	}{
		{"no id", [][2]string{thing, to, file}, "text", 422, `"/id"`},
		{"the thing after the file", [][2]string{id, to, file, thing}, "text", 422, `"/thing"`},
		{"an unknown thing", [][2]string{id, {"thing", "meeting"}, to, file}, "text", 422, `"enum"`},
		{"no file", [][2]string{id, thing, to}, "", 422, `"/file"`},
		{"an empty file", [][2]string{id, thing, to, file}, "", 422, "empty_file"},
		{"a day that is not", [][2]string{id, thing, to, {"paperDate", "2023-02-29"}, file}, "text", 422, `"/paperDate"`},
		{"a web page", [][2]string{id, thing, to, file}, "<html><script>", 422, "file_type_not_allowed"},
		{"no such audit", [][2]string{id, thing, {"thingId", uuid.NewString()}, file}, "text", 404, "audit"},
		{"too large", [][2]string{id, thing, to, file}, strings.Repeat("a", attachment.Largest+1), 413, "50 MB"},
	} {
		answer := w.sendPaper("officer", "fil.txt", c.content, c.fields...)
		if answer.Code != c.status || !strings.Contains(answer.Body.String(), c.says) {
			t.Errorf("%s: %d %s", c.name, answer.Code, answer.Body)
		}
	}
	if papers := w.papersOf("officer", contract.AttachedThingAudit, audit); papers.Total != 0 {
		t.Errorf("kept %+v", papers.Items)
	}
}

func TestAnUploadThatBreaksOffLeavesNothing(t *testing.T) {
	w := newWorld(t)
	audit := w.registered().ID
	c := w.attaching(uuid.New(), contract.AttachedThingAudit, audit)
	c.body = c.body[:len(c.body)-40] // within the last boundary
	if answer := w.do(w.byName["officer"].cookie, c); answer.Code != http.StatusBadRequest {
		t.Errorf("%d %s", answer.Code, answer.Body)
	}
	if papers := w.papersOf("officer", contract.AttachedThingAudit, audit.String()); papers.Total != 0 {
		t.Errorf("kept %+v", papers.Items)
	}
}

func (w *world) papersOf(who string, thing contract.AttachedThing, id string) contract.AttachmentPage {
	w.t.Helper()
	c := w.call("ListAttachments", 0, nil, nil)
	c.path += "?thing=" + string(thing) + "&thingId=" + id
	var page contract.AttachmentPage
	w.mustCall(who, c, &page)
	return page
}

// A large file passes through the server a row at a time: what is alive in the heap does not grow with it.
func TestALargePaperPassesThroughALittleMemory(t *testing.T) {
	const size, room = 40 << 20, 12 << 20
	w := newWorld(t)
	server := httptest.NewServer(w.handler)
	defer server.Close()
	heap := &heapWatch{}
	heap.before()

	id, audit := uuid.New(), w.registered().ID
	sent, body := sha256.New(), &bytes.Buffer{}
	form := multipart.NewWriter(body)
	for _, field := range [][2]string{{"id", id.String()}, {"thing", "audit"}, {"thingId", audit.String()}} {
		_ = form.WriteField(field[0], field[1])
	}
	_, _ = form.CreateFormFile("file", "stor.pdf")
	paper := io.TeeReader(io.MultiReader(strings.NewReader("%PDF-1.7\n"), io.LimitReader(rand.NewChaCha8([32]byte{1}), size-9)), sent)
	request := w.served("officer", http.MethodPost, server.URL+"/api/v1/attachments",
		io.MultiReader(bytes.NewReader(body.Bytes()), heap.through(paper), strings.NewReader("\r\n--"+form.Boundary()+"--\r\n")))
	request.Header.Set("Content-Type", form.FormDataContentType())
	answer, err := server.Client().Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if said, _ := io.ReadAll(answer.Body); answer.StatusCode != http.StatusCreated {
		t.Fatalf("%d %s", answer.StatusCode, said)
	}

	answer, err = server.Client().Do(w.served("officer", http.MethodGet, fmt.Sprintf("%s/api/v1/attachments/%s/content", server.URL, id), nil))
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	got := sha256.New()
	read, err := io.Copy(got, heap.through(answer.Body))
	if err != nil || read != size || !bytes.Equal(got.Sum(nil), sent.Sum(nil)) {
		t.Errorf("%d bytes came back, %v", read, err)
	}
	if heap.grown() > room {
		t.Errorf("the heap grew by %d kB for a file of %d kB", heap.grown()>>10, size>>10)
	}
}

func (w *world) served(who, method, address string, body io.Reader) *http.Request {
	w.t.Helper()
	request, err := http.NewRequestWithContext(w.t.Context(), method, address, body)
	if err != nil {
		w.t.Fatal(err)
	}
	request.AddCookie(w.byName[who].cookie)
	return request
}

// heapWatch looks at what is alive in the heap while something passes.
type heapWatch struct{ start, most uint64 }

func alive() uint64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

func (h *heapWatch) before()       { h.start = alive() }
func (h *heapWatch) grown() uint64 { return h.most - min(h.start, h.most) }
func (h *heapWatch) through(reader io.Reader) io.Reader {
	return &watched{reader: reader, heap: h}
}

type watched struct {
	reader io.Reader
	heap   *heapWatch
	passed int
}

func (w *watched) Read(into []byte) (int, error) {
	read, err := w.reader.Read(into)
	if before := w.passed >> 20; (w.passed+read)>>20 != before {
		w.heap.most = max(w.heap.most, alive())
	}
	w.passed += read
	return read, err
}

func decode(t *testing.T, answer *httptest.ResponseRecorder, into any) {
	t.Helper()
	if err := json.Unmarshal(answer.Body.Bytes(), into); err != nil {
		t.Fatalf("%s: %v", answer.Body, err)
	}
}
