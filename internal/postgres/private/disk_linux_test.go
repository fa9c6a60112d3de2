package private

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"uppsikt/internal/fault"
	"uppsikt/internal/postgres"
)

// On a full disk a write is refused. When it is PostgreSQL's log that finds no room, PostgreSQL ends itself and cannot
// recover until there is: requests fail meanwhile, and it comes back by itself. Nothing that was acknowledged is lost.
func TestAFullDiskLosesNothingAcknowledged(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root can make a small disk")
	}
	t.Parallel()
	path := folder(t)
	if err := syscall.Mount("tmpfs", path, "tmpfs", 0, "size=200m,mode=0711"); err != nil {
		t.Skipf("no small disk can be made here: %v", err)
	}
	t.Cleanup(func() { _ = syscall.Unmount(path, syscall.MNT_DETACH) })
	server := start(t, path)
	db := connect(t, server.OwnerURL())
	db.MustExec(`create table kept (id int primary key, text text)`)
	db.MustExec(`alter table kept alter text set storage external`)
	ballast := filepath.Join(path, "ballast")
	fill(t, path, ballast)

	const insert = `insert into kept values ($1, $2)`
	text, acknowledged := strings.Repeat("å", 100_000), 0
	var refusal error
	for refusal == nil && acknowledged < 1000 {
		if _, refusal = db.Exec(insert, acknowledged, text); refusal == nil {
			acknowledged++
		}
	}
	if fault.KindOf(postgres.Translate(refusal, "row")) != fault.KindUnavailable {
		t.Fatalf("after %d rows: %v", acknowledged, refusal)
	}
	t.Logf("after %d rows: %v", acknowledged, refusal)
	for range 20 { // PostgreSQL now tries to recover, and cannot
		time.Sleep(100 * time.Millisecond)
		if _, err := db.Exec(insert, acknowledged, text); err == nil {
			acknowledged++
		}
	}
	if err := os.Remove(ballast); err != nil {
		t.Fatal(err)
	}
	eventually(t, "PostgreSQL does not come back", func() error {
		_, err := db.Exec(insert, -1, "room again")
		return err
	})
	expectCount(t, db, acknowledged+1)
}

// fill leaves ten megabytes of the disk, which is less than the log's next segment takes.
func fill(t *testing.T, path, ballast string) {
	t.Helper()
	var disk syscall.Statfs_t
	if err := syscall.Statfs(path, &disk); err != nil {
		t.Fatal(err)
	}
	const left = 10 << 20
	size := int(disk.Bavail)*int(disk.Bsize) - left
	if err := os.WriteFile(ballast, make([]byte, size), 0o600); err != nil {
		t.Fatal(err)
	}
}
