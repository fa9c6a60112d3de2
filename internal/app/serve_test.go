package app_test

import (
	"bufio"
	"context"
	"errors"
	"io"
	"net/http"
	"os"
	"strings"
	"testing"

	"uppsikt/internal/app"
	"uppsikt/internal/postgres"
	"uppsikt/internal/postgres/pgtest"
)

// serving is a started server, until stop.
type serving struct {
	url   string
	lines []string // what it said when it was ready
	stop  func() error
}

func serve(t *testing.T, command app.Serve, lines int) (serving, error) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(cancel)
	reader, writer := io.Pipe()
	ended := make(chan error, 1)
	go func() {
		err := command.Run(ctx, writer)
		ended <- errors.Join(err, writer.CloseWithError(io.EOF))
	}()
	s := serving{stop: func() error {
		cancel()
		return <-ended
	}}
	said := bufio.NewScanner(reader)
	for range lines {
		if !said.Scan() {
			return s, <-ended
		}
		s.lines = append(s.lines, said.Text())
	}
	go func() { _, _ = io.Copy(io.Discard, reader) }()
	s.url = strings.TrimPrefix(s.lines[0], "Uppsikt: ")
	return s, nil
}

func get(t *testing.T, url string) int {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, url, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	return answer.StatusCode
}

func environment(t *testing.T, servingURL, ownerURL string) {
	t.Helper()
	t.Setenv("UPPSIKT_DATABASE_URL", servingURL)
	t.Setenv("UPPSIKT_OWNER_URL", ownerURL)
}

func TestTheDemoIsServedFromItsOwnDatabaseAndStops(t *testing.T) {
	folder, err := os.MkdirTemp("", "uppsikt-serve-") // not t.TempDir: PostgreSQL may run as another user
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	if err := os.Chmod(folder, 0o755); err != nil { //nolint:gosec // the same reason
		t.Fatal(err)
	}
	environment(t, "", "")
	t.Setenv("UPPSIKT_DATA_DIR", folder)
	for range 2 {
		s, err := serve(t, app.Serve{Addr: "127.0.0.1:0", Demo: true}, 13)
		if err != nil {
			t.Fatal(err)
		}
		if !strings.Contains(s.lines[12], "admin@storan.example") {
			t.Errorf("said %q", s.lines)
		}
		if got := get(t, s.url+"/readyz"); got != http.StatusOK {
			t.Errorf("readyz: %d", got)
		}
		if got := get(t, s.url+"/api/v1/session"); got != http.StatusUnauthorized {
			t.Errorf("session: %d", got)
		}
		if err := s.stop(); err != nil {
			t.Errorf("stopped: %v", err)
		}
	}
}

func TestServingRefusesASchemaThatOnlyTheOwnerCanMigrate(t *testing.T) {
	db := pgtest.New(t)
	environment(t, db.ServerURL, "")
	s, err := serve(t, app.Serve{Addr: "127.0.0.1:0"}, 1)
	if err != nil {
		t.Fatal(err)
	}
	if got := get(t, s.url+"/healthz"); got != http.StatusOK {
		t.Errorf("healthz: %d", got)
	}
	if err := s.stop(); err != nil {
		t.Error(err)
	}
	db.Owner.MustExec(`delete from goose_db_version where version_id = (select max(version_id) from goose_db_version)`)
	if _, err := serve(t, app.Serve{Addr: "127.0.0.1:0"}, 1); !errors.Is(err, postgres.ErrNotMigrated) {
		t.Errorf("got %v", err)
	}
}

func TestWhatServingRefusesToBegin(t *testing.T) {
	for name, c := range map[string]struct {
		command           app.Serve
		serving, owner    string
		address, contains string
	}{
		"the demo to the world":          {command: app.Serve{Addr: "0.0.0.0:0", Demo: true}, contains: "loopback"},
		"the demo on a real database":    {command: app.Serve{Addr: "127.0.0.1:0", Demo: true}, serving: "postgres:///x", contains: "UPPSIKT_DATABASE_URL"},
		"an owner without a serving one": {command: app.Serve{Addr: "127.0.0.1:0"}, owner: "postgres:///x", contains: "UPPSIKT_DATABASE_URL"},
		"a bad address":                  {command: app.Serve{Addr: "127.0.0.1:99999"}, contains: "--addr"},
	} {
		t.Run(name, func(t *testing.T) {
			environment(t, c.serving, c.owner)
			if err := c.command.Run(t.Context(), io.Discard); err == nil || !strings.Contains(err.Error(), c.contains) {
				t.Errorf("got %v", err)
			}
		})
	}
}
