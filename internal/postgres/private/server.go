// Package private runs a PostgreSQL server that belongs to this program alone: its own data folder, no network, durable,
// and as an unprivileged user when the program runs as root. It is started with the program and stopped with it.
package private

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"path/filepath"
	"sync"
)

const (
	superuser   = "uppsikt"
	ownerRole   = "uppsikt_owner"
	servingRole = "uppsikt_server"
	database    = "uppsikt"
)

// Server is a running PostgreSQL. Between a crash of it and its restart, connections fail.
type Server struct {
	cluster  *cluster
	stopping chan struct{}
	stopped  chan struct{}
	stopOnce sync.Once
	failed   chan error
	stopErr  error
}

// Option changes how a server is run.
type Option func(*cluster)

// Disposable is for tests: faster, because nothing outlives a crash.
func Disposable() Option { return func(c *cluster) { c.disposable = true } }

// DataDir is where the private database and caches live: UPPSIKT_DATA_DIR, else XDG's data home, else for root
// /var/lib/uppsikt, since root's home is closed to the user that PostgreSQL then runs as.
func DataDir() (string, error) {
	if dir := os.Getenv("UPPSIKT_DATA_DIR"); dir != "" {
		return filepath.Abs(dir)
	}
	if os.Geteuid() == 0 {
		return "/var/lib/uppsikt", nil
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return filepath.Join(dir, "uppsikt"), nil
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return "", fmt.Errorf("no place for the database: %w; set UPPSIKT_DATA_DIR", err)
	}
	return filepath.Join(home, ".local", "share", "uppsikt"), nil
}

// Start runs the server whose data is in dataDir/pg, made when there is none, and returns when it answers. It refuses
// data in use by another instance and, leaving them untouched, data of a major version that this machine does not have.
// ctx bounds the start alone; stop with Stop.
func Start(ctx context.Context, dataDir string, options ...Option) (*Server, error) {
	cluster, err := openCluster(ctx, dataDir, options)
	if err != nil {
		return nil, err
	}
	process, err := cluster.start(ctx)
	if err != nil {
		return nil, errors.Join(err, cluster.close())
	}
	server := &Server{
		cluster:  cluster,
		stopping: make(chan struct{}),
		stopped:  make(chan struct{}),
		failed:   make(chan error, 1),
	}
	if err := server.makeRoles(ctx); err != nil {
		return nil, errors.Join(err, process.shutDown(), cluster.close())
	}
	go server.supervise(context.WithoutCancel(ctx), process)
	slog.InfoContext(ctx, "PostgreSQL answers", "version", cluster.binaries.major, "data", cluster.data)
	return server, nil
}

// OwnerURL connects the schema's owner: migrations, backup, verification.
func (s *Server) OwnerURL() string { return s.URL(ownerRole, database) }

// ServerURL connects the role that serves, which row-level security binds.
func (s *Server) ServerURL() string { return s.URL(servingRole, database) }

// URL connects any role to any database. The socket's folder is closed to other users, and that is the only lock.
func (s *Server) URL(role, database string) string {
	query := url.Values{"user": {role}, "host": {s.cluster.socket}, "sslmode": {"disable"}}
	return "postgres:///" + database + "?" + query.Encode()
}

// Failed delivers the reason, once, when PostgreSQL cannot be kept running: the program should then stop.
func (s *Server) Failed() <-chan error { return s.failed }

// Stop ends the server: running transactions are rolled back, everything committed is on disk. It may be repeated.
func (s *Server) Stop() error {
	s.stopOnce.Do(func() {
		close(s.stopping)
		<-s.stopped
		s.stopErr = errors.Join(s.stopErr, s.cluster.close())
	})
	return s.stopErr
}
