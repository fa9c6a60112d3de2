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
)

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
	const asked, longest = 10, 2 * time.Second
	for range asked {
		time.Sleep(50 * time.Millisecond)
		began := time.Now()
		if got := get(t, server.URL+"/readyz"); got != http.StatusOK || time.Since(began) > longest {
			t.Errorf("readyz: %d after %v", got, time.Since(began))
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
