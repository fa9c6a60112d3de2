package private

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"
)

const (
	startTime = 60 * time.Second // recovery after a crash reads up to a gigabyte of log
	stopTime  = 30 * time.Second
	pollTime  = 10 * time.Millisecond
)

// process is one run of the postgres program.
type process struct {
	command *exec.Cmd
	exited  chan struct{} // closed when it has ended; err is then set
	err     error
}

func launch(command *exec.Cmd) (*process, error) {
	output, err := command.StderrPipe()
	if err != nil {
		return nil, err
	}
	last := &lastWords{}
	read := make(chan struct{})
	p := &process{command: command, exited: make(chan struct{})}
	err = startBoundToUs(command, func() {
		p.err = p.wait(read, last)
		close(p.exited)
	})
	if err != nil {
		return nil, fmt.Errorf("start postgres: %w", err)
	}
	go last.follow(output, read)
	return p, nil
}

// wait first gives the output a moment to end: backends that outlive their postmaster hold it open.
func (p *process) wait(read <-chan struct{}, last *lastWords) error {
	state, err := p.command.Process.Wait()
	select {
	case <-read:
	case <-time.After(time.Second):
	}
	if err != nil {
		return err
	}
	if state.Success() {
		return nil
	}
	return fmt.Errorf("postgres: %s: %s", state, last)
}

// waitUntilReady waits for the last line of PostgreSQL's pid file, as pg_ctl does: a connection would only log refusals.
func (p *process) waitUntilReady(ctx context.Context, pidFile string) error {
	ctx, cancel := context.WithTimeout(ctx, startTime)
	defer cancel()
	for {
		if file, ok := readPidFile(pidFile); ok && file.pid == p.command.Process.Pid && file.ready {
			return nil
		}
		select {
		case <-p.exited:
			return errors.Join(errors.New("postgres ended while it started"), p.err)
		case <-ctx.Done():
			return errors.Join(fmt.Errorf("postgres does not get ready: %w", ctx.Err()), p.shutDown())
		case <-time.After(pollTime):
		}
	}
}

// shutDown asks for PostgreSQL's fast shutdown, and after half a minute for the immediate one, which loses nothing
// either but leaves the next start to recover.
func (p *process) shutDown() error {
	for _, signal := range []os.Signal{syscall.SIGINT, syscall.SIGQUIT, os.Kill} {
		if err := p.command.Process.Signal(signal); err != nil && !errors.Is(err, os.ErrProcessDone) {
			return fmt.Errorf("stop postgres: %w", err)
		}
		select {
		case <-p.exited:
			return p.err
		case <-time.After(stopTime):
			slog.Warn("PostgreSQL does not stop", "after", stopTime, "signal", signal)
		}
	}
	return errors.New("postgres does not stop")
}

// pidFile is what PostgreSQL writes of itself in postmaster.pid.
type pidFile struct {
	pid   int
	ready bool
}

func readPidFile(path string) (pidFile, bool) {
	content, err := os.ReadFile(path)
	if err != nil {
		return pidFile{}, false
	}
	lines := strings.Split(string(content), "\n")
	pid, err := strconv.Atoi(strings.TrimSpace(lines[0]))
	if err != nil || pid <= 1 {
		return pidFile{}, false
	}
	const status = 7
	return pidFile{pid: pid, ready: len(lines) > status && strings.TrimSpace(lines[status]) == "ready"}, true
}

// lastWords hands PostgreSQL's log on to the program's and keeps its end, which says why PostgreSQL stopped.
type lastWords struct {
	mutex sync.Mutex
	lines []string
}

func (l *lastWords) follow(output io.Reader, done chan<- struct{}) {
	defer close(done)
	for lines := bufio.NewScanner(output); lines.Scan(); {
		slog.Debug("PostgreSQL: " + lines.Text())
		l.add(lines.Text())
	}
}

func (l *lastWords) add(line string) {
	const kept = 4
	l.mutex.Lock()
	defer l.mutex.Unlock()
	l.lines = append(l.lines, line)
	l.lines = l.lines[max(0, len(l.lines)-kept):]
}

func (l *lastWords) String() string {
	l.mutex.Lock()
	defer l.mutex.Unlock()
	return strings.Join(l.lines, "; ")
}
