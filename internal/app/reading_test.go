package app_test

import (
	"bytes"
	"context"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"uppsikt/internal/contract"
)

func TestReadingWithItsSource(t *testing.T) {
	w := newWorld(t)
	const text = "Granskning av rutiner\n\nVi rekommenderar nämnden att:\n• införa en rutin.\n"
	plain := w.handOver("ReadReport", "rapport.txt", text)
	var without, with contract.Reading
	w.mustCall("officer", plain, &without)
	asked := w.handOver("ReadReport", "rapport.txt", text)
	asked.path += "?source=true"
	w.mustCall("officer", asked, &with)
	if without.Source != nil || with.Source == nil {
		t.Fatalf("sources: %v without asking, %v with", without.Source, with.Source)
	}
	if len(with.Source.Files) != 1 || with.Source.Files[0].Name != "rapport.txt" || with.Source.Files[0].Lines[3].Text != "• införa en rutin." {
		t.Errorf("files: %+v", with.Source.Files)
	}
	for _, place := range with.Source.Places {
		if place.Pointer == "/recommendations/0" && place.File == 0 && place.Line == 3 && place.Lines == 1 {
			return
		}
	}
	t.Errorf("the recommendation has no place: %+v", with.Source.Places)
}

func TestReadingOfResponse(t *testing.T) {
	w := newWorld(t)
	var got contract.ResponseReading
	w.mustCall("secretary", w.handOver("ReadResponse", "svar.txt", "Svar på granskning av rutiner\n\nSocialnämnden\n\n2024-03-05\n\nRekommendation 1: Inför en rutin.\n\nSvar: Nämnden instämmer delvis.\n"), &got)
	if got.Title == nil || *got.Title != "Granskning av rutiner" || got.Committee == nil || *got.Committee != "Socialnämnden" || got.Date == nil || got.Date.String() != "2024-03-05" {
		t.Errorf("%+v", got)
	}
	if got.RegistryNumber != nil || got.DecidedOn != nil || got.Paragraph != nil || len(got.Warnings) == 0 {
		t.Errorf("more was read than stands there, or it was not told: %+v", got)
	}
	if len(got.Answers) != 1 || *got.Answers[0].Stance != contract.StancePartlyAccepts || *got.Answers[0].Recommendation != "Inför en rutin." {
		t.Errorf("answers: %+v", got.Answers)
	}
}

// slowReport is a file that takes long to read: of some thousand pages.
func slowReport(t *testing.T) (body *bytes.Buffer, contentType string) {
	t.Helper()
	body = &bytes.Buffer{}
	form := multipart.NewWriter(body)
	part, err := form.CreateFormFile("file", "rapport.txt")
	if err == nil {
		_, err = part.Write([]byte(strings.Repeat("Granskningen visar att nämnden delvis har beslutat om rutiner.\n", 200_000)))
	}
	if err == nil {
		err = form.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return body, form.FormDataContentType()
}

func TestOthersAreAnsweredWhileAReportIsRead(t *testing.T) {
	w := newWorld(t)
	server := httptest.NewServer(w.handler)
	defer server.Close()
	ctx, leave := context.WithCancel(t.Context())
	body, contentType := slowReport(t)
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, server.URL+"/api/v1/readings", body)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Content-Type", contentType)
	request.AddCookie(w.byName["officer"].cookie)
	read := make(chan struct{})
	go func() {
		defer close(read)
		if answer, err := server.Client().Do(request); err == nil {
			answer.Body.Close()
		}
	}()
	for range 10 {
		time.Sleep(50 * time.Millisecond)
		if got := get(t, server.URL+"/readyz"); got != http.StatusOK {
			t.Errorf("readyz: %d", got)
		}
	}
	select {
	case <-read:
		t.Error("the reading was over before others had asked")
	default:
	}
	leave()
	<-read
}
