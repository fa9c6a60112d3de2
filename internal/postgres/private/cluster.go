package private

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"uppsikt/internal/postgres"
)

// longestSocketFolder leaves room for PostgreSQL's file name within the 104 bytes that a socket's path may have.
const longestSocketFolder = 80

// cluster is the data of one server, the binaries that fit them and the user that they belong to.
type cluster struct {
	data       string // PostgreSQL's data folder
	socket     string // the folder of its unix socket
	lock       *os.File
	user       *user
	binaries   installation
	disposable bool
}

// openCluster takes the lock on the data and finds the binaries for them, and makes the data when there are none.
func openCluster(ctx context.Context, dataDir string, options []Option) (_ *cluster, err error) {
	if dataDir, err = filepath.Abs(dataDir); err != nil {
		return nil, err
	}
	c := &cluster{data: filepath.Join(dataDir, "pg"), socket: filepath.Join(dataDir, "socket")}
	for _, option := range options {
		option(c)
	}
	if c.user, err = serverUser(c.data); err != nil {
		return nil, err
	}
	if err := c.user.makeParent(dataDir); err != nil {
		return nil, err
	}
	if c.lock, err = lockFile(filepath.Join(dataDir, "pg.lock"), dataDir); err != nil {
		return nil, err
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, c.close())
		}
	}()
	if err := c.makeSocketFolder(); err != nil {
		return nil, err
	}
	return c, c.prepareData(ctx)
}

func (c *cluster) close() error {
	return errors.Join(os.RemoveAll(c.socket), c.lock.Close())
}

// lockFile holds the path as long as this process lives, also when it is killed.
func lockFile(path, dataDir string) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		err = fmt.Errorf("%s is in use by another instance of Uppsikt; stop it, or choose another UPPSIKT_DATA_DIR", dataDir)
	}
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

func (c *cluster) makeSocketFolder() error {
	if len(c.socket) > longestSocketFolder {
		folder, err := os.MkdirTemp("/tmp", "uppsikt-")
		if err != nil {
			return err
		}
		c.socket = folder
	}
	return c.user.makeOwn(c.socket)
}

// prepareData finds the binaries of the data's major version, or makes the data with the newest binaries there are.
func (c *cluster) prepareData(ctx context.Context) error {
	found, err := c.findInstallations(ctx)
	if err != nil {
		return err
	}
	major, err := c.major()
	switch {
	case errors.Is(err, os.ErrNotExist):
		c.binaries = found[0]
		return c.initialize(ctx)
	case err != nil:
		return err
	}
	for _, installation := range found {
		if installation.major == major {
			c.binaries = installation
			return nil
		}
	}
	return otherMajor(c.data, major, found)
}

func (c *cluster) major() (int, error) {
	content, err := os.ReadFile(filepath.Join(c.data, "PG_VERSION"))
	if err != nil {
		return 0, err
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(content)))
	if err != nil {
		return 0, fmt.Errorf("%s does not look like PostgreSQL's data: PG_VERSION is %q", c.data, content)
	}
	return major, nil
}

// initialize makes the data in a folder beside, renamed when it is whole: a start that was killed leaves no half data.
// With a locale of plain C, lower('Å') and ILIKE would fail without a word.
func (c *cluster) initialize(ctx context.Context) error {
	unfinished := c.data + ".new"
	if err := os.RemoveAll(unfinished); err != nil {
		return err
	}
	if err := c.user.makeOwn(unfinished); err != nil {
		return err
	}
	arguments := []string{
		"--pgdata=" + unfinished, "--username=" + superuser, "--auth=trust",
		"--encoding=UTF8", "--locale=C.UTF-8", "--data-checksums", "--no-instructions",
	}
	if c.disposable {
		arguments = append(arguments, "--no-sync")
	}
	if out, err := c.command(ctx, "initdb", arguments...).CombinedOutput(); err != nil {
		return fmt.Errorf("make a database in %s: %w: %s", c.data, err, out)
	}
	return os.Rename(unfinished, c.data)
}

// start stops what is left of an earlier run and runs postgres until it answers.
func (c *cluster) start(ctx context.Context) (*process, error) {
	if err := c.stopOrphan(ctx); err != nil {
		return nil, err
	}
	process, err := launch(c.command(context.WithoutCancel(ctx), "postgres", c.settings()...))
	if err != nil {
		return nil, err
	}
	if err := process.waitUntilReady(ctx, c.pidPath()); err != nil {
		return nil, err
	}
	return process, nil
}

// settings overrule postgresql.conf, so that this program decides what durable means. The program logs its own
// statements' errors; PostgreSQL's log tells of the server alone.
func (c *cluster) settings() []string {
	settings := []string{
		"listen_addresses=", "unix_socket_directories=" + c.socket, "unix_socket_permissions=0700",
		"fsync=on", "synchronous_commit=on", "full_page_writes=on",
		"max_connections=" + strconv.Itoa(postgres.PoolSize()+40), "timezone=UTC", "jit=off",
		"logging_collector=off", "log_destination=stderr", "log_line_prefix=", "log_min_messages=log", "log_checkpoints=off",
	}
	if c.disposable {
		settings = append(settings, "fsync=off", "synchronous_commit=off", "full_page_writes=off",
			"wal_level=minimal", "max_wal_senders=0", "autovacuum=off", "max_connections=200")
	}
	arguments := []string{"-D", c.data}
	for _, setting := range settings {
		arguments = append(arguments, "-c", setting)
	}
	return arguments
}

// command is one of PostgreSQL's programs as the data's user, in a process group of its own: an interrupt in the
// terminal reaches this program alone, which then stops PostgreSQL in good order.
func (c *cluster) command(ctx context.Context, name string, arguments ...string) *exec.Cmd {
	command := exec.CommandContext(ctx, filepath.Join(c.binaries.folder, name), arguments...)
	command.Dir = "/"
	command.Env = append(os.Environ(), "LC_ALL=C")
	command.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Credential: c.user.credential()}
	return command
}

func (c *cluster) pidPath() string { return filepath.Join(c.data, "postmaster.pid") }
