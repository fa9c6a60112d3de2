package pgtest

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"syscall"
	"time"

	"uppsikt/internal/postgres/private"
)

const (
	lingerTime = 10 * time.Second // from the last user to the end: the next package may still be compiling
	lookTime   = 250 * time.Millisecond
)

// init makes any test binary the keeper when the variable says so, before its tests would run.
func init() {
	folder := os.Getenv(keeperVariable)
	if folder == "" {
		return
	}
	if err := keep(folder); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	os.Exit(0)
}

// keep runs PostgreSQL in the folder until nobody uses it.
func keep(folder string) error {
	data := filepath.Join(folder, "data")
	if err := os.RemoveAll(data); err != nil { // what a killed keeper left
		return err
	}
	users, err := os.OpenFile(filepath.Join(folder, "users"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return err
	}
	server, err := private.Start(context.Background(), data, private.Disposable())
	if err != nil {
		return err
	}
	// Written under another name first: the address is read as soon as it is there.
	address := addressFile(folder)
	err = errors.Join(
		os.WriteFile(address+".new", []byte(server.URL("uppsikt", "postgres")), 0o600),
		os.Rename(address+".new", address),
	)
	if err == nil {
		err = waitUnused(users, server.Failed())
	}
	return errors.Join(err, os.Remove(address), server.Stop(), os.RemoveAll(data), users.Close())
}

// waitUnused returns when there has been no user for a while, and then holds the lock, so that newcomers wait for the
// keeper's end.
func waitUnused(users *os.File, failed <-chan error) error {
	lastUsed := time.Now()
	for {
		select {
		case err := <-failed:
			return err
		case <-time.After(lookTime):
		}
		if err := syscall.Flock(int(users.Fd()), syscall.LOCK_EX|syscall.LOCK_NB); err != nil {
			lastUsed = time.Now()
			continue
		}
		if time.Since(lastUsed) > lingerTime {
			return nil
		}
		if err := syscall.Flock(int(users.Fd()), syscall.LOCK_UN); err != nil {
			return err
		}
	}
}
