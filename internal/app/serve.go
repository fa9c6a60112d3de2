package app

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"os"
	"time"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/app/demo"
	"uppsikt/internal/outbox"
)

// grace is how long requests may take to end when the program is told to stop.
const grace = 15 * time.Second

// Serve is the command that serves until ctx ends.
type Serve struct {
	Addr string `help:"Address to listen on; port 0 takes a free one." default:"127.0.0.1:8080" env:"UPPSIKT_ADDR"`
	Demo bool   `help:"Serve a made-up municipality: on the private database and a loopback address only."`
}

// Run prints the address when requests are answered, and with Demo the accounts.
func (s Serve) Run(ctx context.Context, stdout io.Writer) (err error) {
	if err := s.check(); err != nil {
		return err
	}
	post, err := outbox.NewPost(os.Getenv)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", s.Addr)
	if err != nil {
		return fmt.Errorf("%w; choose another with --addr", err)
	}
	defer listener.Close()
	database, err := openDatabase(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, database.close()) }()
	db, err := database.serve(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if s.Demo {
		if err := seed(ctx, db); err != nil {
			return fmt.Errorf("the demo: %w", err)
		}
	}
	config := Config{Now: SystemClock, SecureCookies: !isLoopback(s.Addr), MailIsOn: post != nil}
	handler, err := New(config, db) //nolint:contextcheck // requests bring their own
	if err != nil {
		return err
	}
	defer begin(ctx, db, config, post)()
	s.announce(stdout, listener.Addr())
	return serveUntil(ctx, listener, handler, database.failed())
}

func (s Serve) check() error {
	switch {
	case !s.Demo:
		return nil
	case os.Getenv("UPPSIKT_DATABASE_URL") != "" || os.Getenv("UPPSIKT_OWNER_URL") != "":
		return errors.New("--demo is for the private database: unset UPPSIKT_DATABASE_URL and UPPSIKT_OWNER_URL, or leave out --demo")
	case !isLoopback(s.Addr):
		return fmt.Errorf("--demo has well-known passwords and is served on a loopback address only, not on %s: use --addr 127.0.0.1:8080", s.Addr)
	}
	return nil
}

func isLoopback(address string) bool {
	host, _, err := net.SplitHostPort(address)
	return err == nil && (host == "localhost" || net.ParseIP(host).IsLoopback())
}

func seed(ctx context.Context, db *sqlx.DB) error {
	return demo.Seed(ctx, func(clock func() time.Time) demo.Capabilities {
		c := newCapabilities(db, Config{Now: clock})
		return demo.Capabilities{
			Identity: c.identity, Organization: c.organization, Audit: c.audit, Response: c.response, Followup: c.followup, ControlPlan: c.controlPlan,
			Check: c.check, OperationalPlan: c.operational, Indicator: c.indicator, Notice: c.notice, Attachment: c.attachment, Confidentiality: c.confidentiality, PublicPage: c.publicPage,
		}
	}, SystemClock())
}

// announce writes a first line that scripts may rely on: "Uppsikt: http://127.0.0.1:8080".
func (s Serve) announce(stdout io.Writer, address net.Addr) {
	fmt.Fprintf(stdout, "Uppsikt: http://%s\n", address)
	if s.Demo {
		fmt.Fprint(stdout, demo.Accounts())
	}
}

// serveUntil serves until ctx ends or the database fails, and then lets what has begun come to its end.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler, failed <-chan error) error {
	server := &http.Server{
		Handler:           handler,
		ReadHeaderTimeout: 10 * time.Second,
		ReadTimeout:       5 * time.Minute, // a large upload over a slow line
		WriteTimeout:      5 * time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    64 << 10,
		ErrorLog:          slog.NewLogLogger(slog.Default().Handler(), slog.LevelWarn),
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	var cause error
	select {
	case <-ctx.Done():
		slog.InfoContext(ctx, "stopping")
	case cause = <-failed:
	case cause = <-ended:
		return cause
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := server.Shutdown(grace); err != nil {
		return errors.Join(cause, fmt.Errorf("requests were cut off: %w", err), server.Close())
	}
	return cause
}
