package pgtest

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"sync"
	"syscall"
	"time"

	"github.com/jmoiron/sqlx"
)

// server is the PostgreSQL that the test processes of one user share. Each holds a shared lock on the folder's "users"
// file as long as it lives; the keeper, a process of its own, stops PostgreSQL when nobody has held it for a while.
type server struct {
	using        *os.File
	address      *url.URL
	admin        *sqlx.DB
	templateOnce sync.Once
	templateErr  error
}

const (
	keeperVariable = "UPPSIKT_TEST_KEEPER" // tells a test binary to be the keeper of this folder
	startTime      = time.Minute
)

var shared = struct {
	once   sync.Once
	server *server
	err    error
}{}

func sharedServer(ctx context.Context) (*server, error) {
	shared.once.Do(func() { shared.server, shared.err = joinServer(context.WithoutCancel(ctx)) })
	return shared.server, shared.err
}

func joinServer(ctx context.Context) (*server, error) {
	folder, err := sharedFolder()
	if err != nil {
		return nil, err
	}
	using, err := lock(filepath.Join(folder, "users"), syscall.LOCK_SH)
	if err != nil {
		return nil, err
	}
	starting, err := lock(filepath.Join(folder, "starting"), syscall.LOCK_EX)
	if err != nil {
		return nil, err
	}
	defer starting.Close() // gives the lock back
	s, err := connect(ctx, folder)
	if err != nil {
		if err := startKeeper(folder); err != nil {
			return nil, err
		}
		if s, err = connect(ctx, folder); err != nil {
			return nil, err
		}
	}
	s.using = using // kept, and with it the lock, until this process ends
	return s, nil
}

// sharedFolder is in memory where there is room for it: three times as fast as a disk.
func sharedFolder() (string, error) {
	const room = 1 << 30
	base := "/tmp"
	var memory syscall.Statfs_t
	if err := syscall.Statfs("/dev/shm", &memory); err == nil && memory.Bavail*uint64(memory.Bsize) > room {
		base = "/dev/shm"
	}
	folder := filepath.Join(base, "uppsikt-test-"+strconv.Itoa(os.Getuid()))
	if err := os.Mkdir(folder, 0o711); err != nil && !errors.Is(err, os.ErrExist) {
		return "", err
	}
	info, err := os.Lstat(folder)
	if err != nil {
		return "", err
	}
	if !info.IsDir() || info.Sys().(*syscall.Stat_t).Uid != uint32(os.Getuid()) {
		return "", fmt.Errorf("%s belongs to somebody else", folder)
	}
	return folder, nil
}

func lock(path string, how int) (*os.File, error) {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, err
	}
	if err := syscall.Flock(int(file.Fd()), how); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return file, nil
}

// connect fails when no keeper has written its server's address, or the server is gone.
func connect(ctx context.Context, folder string) (*server, error) {
	text, err := os.ReadFile(addressFile(folder))
	if err != nil {
		return nil, err
	}
	address, err := url.Parse(string(text))
	if err != nil {
		return nil, err
	}
	admin, err := sqlx.ConnectContext(ctx, "postgres", string(text))
	return &server{address: address, admin: admin}, err
}

func addressFile(folder string) string { return filepath.Join(folder, "address") }

// startKeeper runs this test binary once more, as the keeper, and waits until it has written its address.
func startKeeper(folder string) error {
	if err := os.Remove(addressFile(folder)); err != nil && !errors.Is(err, os.ErrNotExist) {
		return err
	}
	executable, err := os.Executable()
	if err != nil {
		return err
	}
	log, err := os.Create(filepath.Join(folder, "keeper.log"))
	if err != nil {
		return err
	}
	defer log.Close() // the keeper has its own
	keeper := exec.Command(executable)
	keeper.Dir = "/"
	keeper.Env = append(os.Environ(), keeperVariable+"="+folder)
	keeper.Stdout, keeper.Stderr = log, log
	keeper.SysProcAttr = &syscall.SysProcAttr{Setsid: true} // an interrupt in the terminal is for the tests
	if err := keeper.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- keeper.Wait() }()
	deadline := time.After(startTime)
	for {
		if _, err := os.Stat(addressFile(folder)); err == nil {
			return nil
		}
		select {
		case err := <-ended:
			said, _ := os.ReadFile(log.Name())
			return fmt.Errorf("the test server did not start: %w: %s", err, said)
		case <-deadline:
			return errors.New("the test server did not start within a minute")
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// url is the shared server's, for another role and database.
func (s *server) url(role, database string) string {
	address := s.address
	query := address.Query()
	query.Set("user", role)
	return (&url.URL{Scheme: address.Scheme, Path: "/" + database, RawQuery: query.Encode()}).String()
}
