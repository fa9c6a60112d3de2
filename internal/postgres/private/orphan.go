package private

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// stopOrphan stops a postgres that outlived the program which ran it: we hold the lock on the data, so it is nobody's.
func (c *cluster) stopOrphan(ctx context.Context) error {
	orphan, ok := readPidFile(c.pidPath())
	if !ok || !alive(orphan.pid) {
		return nil // PostgreSQL sees to it, and waits for what remains of the earlier server
	}
	if !c.isPostgres(ctx, orphan.pid) {
		return c.disownPid()
	}
	slog.WarnContext(ctx, "PostgreSQL is still running from an earlier run; it is stopped", "pid", orphan.pid)
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGQUIT} {
		if err := syscall.Kill(orphan.pid, signal); err != nil && !errors.Is(err, syscall.ESRCH) {
			return fmt.Errorf("stop the PostgreSQL of an earlier run, pid %d: %w", orphan.pid, err)
		}
		if waitGone(ctx, orphan.pid) {
			return nil
		}
	}
	return fmt.Errorf("the PostgreSQL of an earlier run, pid %d, does not stop", orphan.pid)
}

// disownPid is for a pid that another program has got since. Our own pid in its place is one that PostgreSQL takes for no
// rival, since we start it; so it still looks at the shared memory that the file names, which removing the file would
// prevent, and with it two servers on the same data.
func (c *cluster) disownPid() error {
	content, err := os.ReadFile(c.pidPath())
	if err != nil {
		return err
	}
	_, rest, _ := strings.Cut(string(content), "\n")
	return os.WriteFile(c.pidPath(), []byte(strconv.Itoa(os.Getpid())+"\n"+rest), 0o600)
}

func (c *cluster) isPostgres(ctx context.Context, pid int) bool {
	arguments, err := os.ReadFile(fmt.Sprintf("/proc/%d/cmdline", pid))
	if err != nil {
		arguments, _ = exec.CommandContext(ctx, "ps", "-o", "command=", "-p", strconv.Itoa(pid)).Output()
	}
	return bytes.Contains(arguments, []byte(c.data)) && bytes.Contains(arguments, []byte("postgres"))
}

func waitGone(ctx context.Context, pid int) bool {
	ctx, cancel := context.WithTimeout(ctx, stopTime)
	defer cancel()
	for alive(pid) {
		select {
		case <-ctx.Done():
			return false
		case <-time.After(pollTime):
		}
	}
	return true
}

// alive is false for a zombie too: in many containers nobody ever reaps it.
func alive(pid int) bool {
	if err := syscall.Kill(pid, 0); err != nil && !errors.Is(err, syscall.EPERM) {
		return false
	}
	stat, _ := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	_, state, known := strings.Cut(string(stat), ") ")
	return !known || !strings.HasPrefix(state, "Z")
}
