package private

import (
	"context"
	"fmt"
	"log/slog"
	"syscall"
	"time"
)

const (
	mostFailures = 5               // in a row, before giving up
	longEnough   = time.Minute     // a run of this length begins a new row
	roomPause    = 2 * time.Second // between two looks for room on the disk
	neededRoom   = 32 << 20        // bytes: two WAL segments, without which PostgreSQL cannot recover
)

// supervise keeps a process running until Stop. A crash is followed by a restart, and PostgreSQL recovers from its log.
// It gives up after five failures in a row, but waits as long as it takes for a full disk to get room.
func (s *Server) supervise(ctx context.Context, process *process) {
	defer close(s.stopped)
	failures := 0
	for {
		began := time.Now()
		select {
		case <-s.stopping:
			s.stopErr = process.shutDown()
			return
		case <-process.exited:
		}
		if time.Since(began) > longEnough {
			failures = 0
		}
		slog.Error("PostgreSQL stopped unexpectedly; it is started again", "reason", process.err)
		if process, failures = s.restart(ctx, failures+1); process == nil {
			return
		}
	}
}

// restart tries until PostgreSQL answers, and gives nil when it was given up or Stop was called.
func (s *Server) restart(ctx context.Context, failures int) (*process, int) {
	for ; failures <= mostFailures; failures++ {
		if !s.pause(time.Duration(failures-1) * time.Second) {
			return nil, failures
		}
		process, err := s.cluster.start(ctx)
		if err == nil {
			slog.Info("PostgreSQL answers again")
			return process, failures
		}
		slog.Error("PostgreSQL does not start", "reason", err)
		if s.cluster.full() {
			slog.Error("the disk is full; PostgreSQL waits for room", "folder", s.cluster.data)
			failures = 0
		}
		for s.cluster.full() {
			if !s.pause(roomPause) {
				return nil, failures
			}
		}
	}
	s.failed <- fmt.Errorf("PostgreSQL failed %d times in a row; its last words are in the log above", mostFailures)
	return nil, failures
}

// pause reports false when Stop was called meanwhile.
func (s *Server) pause(length time.Duration) bool {
	select {
	case <-s.stopping:
		return false
	case <-time.After(length):
		return true
	}
}

// full tells whether the disk that holds the data has no room for PostgreSQL to recover in.
func (c *cluster) full() bool {
	var disk syscall.Statfs_t
	if err := syscall.Statfs(c.data, &disk); err != nil {
		return false
	}
	return disk.Bavail*uint64(disk.Bsize) < neededRoom
}
