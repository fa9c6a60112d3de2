package private

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/jmoiron/sqlx"

	"uppsikt/internal/postgres"
)

const (
	helperVariable = "UPPSIKT_TEST_SERVE" // tells this test binary to serve the data of this folder until it is killed
	patience       = 3 * time.Minute      // bounds every wait; nothing is measured against it
)

func TestMain(m *testing.M) {
	if folder := os.Getenv(helperVariable); folder != "" {
		server, err := Start(context.Background(), folder)
		if err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println(server.OwnerURL())
		select {}
	}
	os.Exit(m.Run())
}

// folder is one that PostgreSQL's user may reach, as t.TempDir is not.
func folder(t *testing.T) string {
	t.Helper()
	path, err := os.MkdirTemp("", "uppsikt-private-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(path) })
	if err := os.Chmod(path, 0o711); err != nil {
		t.Fatal(err)
	}
	return path
}

func start(t *testing.T, folder string) *Server {
	t.Helper()
	server, err := Start(t.Context(), folder)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := server.Stop(); err != nil {
			t.Error(err)
		}
	})
	return server
}

func connect(t *testing.T, url string) *sqlx.DB {
	t.Helper()
	db, err := postgres.OpenOwner(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	return db
}

// eventually tries until it succeeds.
func eventually(t *testing.T, what string, try func() error) {
	t.Helper()
	var err error
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		if err = try(); err == nil {
			return
		}
	}
	t.Fatalf("%s: %v", what, err)
}

func expectCount(t *testing.T, db *sqlx.DB, want int) {
	t.Helper()
	var got int
	if err := db.Get(&got, `select count(*) from kept`); err != nil || got != want {
		t.Errorf("%d rows of %d, %v", got, want, err)
	}
}

func TestDataOutliveAStop(t *testing.T) {
	t.Parallel()
	path := folder(t)
	first := start(t, path)
	connect(t, first.OwnerURL()).MustExec(`create table kept as select 1`)
	if err := first.Stop(); err != nil {
		t.Fatal(err)
	}
	expectCount(t, connect(t, start(t, path).OwnerURL()), 1)
}

func TestTheServingRoleMayServe(t *testing.T) {
	t.Parallel()
	db, err := postgres.Open(t.Context(), start(t, folder(t)).ServerURL())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec(`create table mine ()`); err == nil {
		t.Error("the serving role could make a table")
	}
	if err := db.Close(); err != nil {
		t.Error(err)
	}
}

func TestTheServerIsDurableAndOffTheNetwork(t *testing.T) {
	t.Parallel()
	db := connect(t, start(t, folder(t)).OwnerURL())
	for setting, want := range map[string]string{
		"fsync": "on", "synchronous_commit": "on", "full_page_writes": "on", "data_checksums": "on",
		"listen_addresses": "", "lc_ctype": "C.UTF-8",
	} {
		var got string
		query := `select coalesce(current_setting($1, true), (select datctype from pg_database where datname = 'uppsikt'))`
		if err := db.Get(&got, query, setting); err != nil || got != want {
			t.Errorf("%s is %q, %v", setting, got, err)
		}
	}
}

func TestASecondStartOnTheSameDataIsRefused(t *testing.T) {
	t.Parallel()
	path := folder(t)
	first := start(t, path)
	if second, err := Start(t.Context(), path); err == nil || !strings.Contains(err.Error(), "in use by another instance of Uppsikt") {
		t.Errorf("got %v, %v", second, err)
	}
	if err := connect(t, first.OwnerURL()).Ping(); err != nil {
		t.Errorf("the first was disturbed: %v", err)
	}
}

func TestAnotherMajorVersionIsRefusedAndLeftUntouched(t *testing.T) {
	t.Parallel()
	path := folder(t)
	data := filepath.Join(path, "pg")
	owner, err := serverUser(data)
	if err != nil {
		t.Fatal(err)
	}
	if err := owner.makeOwn(data); err != nil {
		t.Fatal(err)
	}
	version := filepath.Join(data, "PG_VERSION")
	if err := os.WriteFile(version, []byte("9\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	_, err = Start(t.Context(), path)
	if err == nil || !strings.Contains(err.Error(), "PostgreSQL 9 and has not been touched") {
		t.Errorf("got %v", err)
	}
	left, err := os.ReadDir(data)
	if err != nil || len(left) != 1 {
		t.Errorf("the data are now %v, %v", left, err)
	}
	if content, err := os.ReadFile(version); err != nil || string(content) != "9\n" {
		t.Errorf("PG_VERSION is now %q, %v", content, err)
	}
}

func TestAKilledPostgresIsStartedAgain(t *testing.T) {
	t.Parallel()
	server := start(t, folder(t))
	db := connect(t, server.OwnerURL())
	db.MustExec(`create table kept as select 1`)
	kill(t, server.cluster)
	eventually(t, "PostgreSQL does not come back", func() error {
		_, err := db.Exec(`insert into kept values (2)`)
		return err
	})
	expectCount(t, db, 2)
}

func kill(t *testing.T, c *cluster) {
	t.Helper()
	file, ok := readPidFile(c.pidPath())
	if !ok {
		t.Fatal("no postmaster.pid")
	}
	if err := syscall.Kill(file.pid, syscall.SIGKILL); err != nil {
		t.Fatal(err)
	}
	eventually(t, "postgres is still alive", func() error {
		if alive(file.pid) {
			return fmt.Errorf("pid %d", file.pid)
		}
		return nil
	})
}

func TestAPostgresThatCannotRunIsGivenUp(t *testing.T) {
	t.Parallel()
	server := start(t, folder(t))
	if err := os.Remove(filepath.Join(server.cluster.data, "global", "pg_control")); err != nil {
		t.Fatal(err)
	}
	kill(t, server.cluster)
	select {
	case err := <-server.Failed():
		if !strings.Contains(err.Error(), "in a row") {
			t.Error(err)
		}
	case <-time.After(patience):
		t.Error("it was never given up")
	}
}

func TestWhatIsAcknowledgedOutlivesAKilledProgram(t *testing.T) {
	t.Parallel()
	path := folder(t)
	program := exec.Command(os.Args[0])
	program.Env = append(os.Environ(), helperVariable+"="+path)
	output, err := program.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	var url string
	if _, err := fmt.Fscanln(output, &url); err != nil {
		t.Fatal(err)
	}
	db := connect(t, url)
	db.MustExec(`create table kept as select 1`)
	if err := program.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = program.Wait() // says that it was killed
	expectCount(t, connect(t, start(t, path).OwnerURL()), 1)
}

// On systems that do not tell PostgreSQL of the program's death, it lives on.
func TestAnOrphanIsStopped(t *testing.T) {
	t.Parallel()
	path := folder(t)
	c, err := openCluster(t.Context(), path, nil)
	if err != nil {
		t.Fatal(err)
	}
	orphan := &process{command: c.command(context.Background(), "postgres", c.settings()...), exited: make(chan struct{})}
	if err := orphan.command.Start(); err != nil {
		t.Fatal(err)
	}
	if err := orphan.waitUntilReady(t.Context(), c.pidPath()); err != nil {
		t.Fatal(err)
	}
	if err := c.close(); err != nil {
		t.Fatal(err)
	}
	start(t, path)
	if err := orphan.command.Wait(); err != nil {
		t.Errorf("the orphan was not stopped in good order: %v", err)
	}
}

func TestAPidOfAnotherProgramIsNoHindrance(t *testing.T) {
	t.Parallel()
	path := folder(t)
	server := start(t, path)
	content, err := os.ReadFile(server.cluster.pidPath())
	if err != nil {
		t.Fatal(err)
	}
	if err := server.Stop(); err != nil {
		t.Fatal(err)
	}
	stranger := exec.Command("sleep", "600")
	if err := stranger.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() { _, _ = stranger.Process.Kill(), stranger.Wait() }()
	_, rest, _ := strings.Cut(string(content), "\n")
	left := fmt.Sprintf("%d\n%s", stranger.Process.Pid, rest)
	if err := os.WriteFile(server.cluster.pidPath(), []byte(left), 0o600); err != nil {
		t.Fatal(err)
	}
	if owner := server.cluster.user; owner != nil {
		if err := os.Chown(server.cluster.pidPath(), int(owner.uid), int(owner.gid)); err != nil {
			t.Fatal(err)
		}
	}
	start(t, path)
	if !alive(stranger.Process.Pid) {
		t.Error("another program was stopped")
	}
}

func TestABrokenFirstStartIsBegunAnew(t *testing.T) {
	t.Parallel()
	path := folder(t)
	half := filepath.Join(path, "pg.new")
	if err := os.MkdirAll(filepath.Join(half, "base"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(half, "PG_VERSION"), []byte("15\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	start(t, path)
}

func TestAClosedFolderOnTheWayIsNamed(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("only root runs PostgreSQL as another user")
	}
	t.Parallel()
	closed := folder(t)
	if err := os.Chmod(closed, 0o700); err != nil {
		t.Fatal(err)
	}
	_, err := Start(t.Context(), filepath.Join(closed, "data"))
	if err == nil || !strings.Contains(err.Error(), "the folder "+closed+" is closed to the user") {
		t.Errorf("got %v", err)
	}
}

func TestBinariesThatAreNotThereAreNamed(t *testing.T) {
	t.Setenv("UPPSIKT_PG_BIN", "/nowhere")
	if _, err := Start(t.Context(), folder(t)); err == nil || !strings.Contains(err.Error(), "UPPSIKT_PG_BIN") {
		t.Errorf("got %v", err)
	}
}

// The data stay on the major version that made them, though a newer one comes to the machine.
func TestTheDatasMajorVersionIsChosen(t *testing.T) {
	path := folder(t)
	t.Setenv("UPPSIKT_DATA_DIR", path)
	if err := start(t, path).Stop(); err != nil {
		t.Fatal(err)
	}
	newer := filepath.Join(path, "postgresql", "99", "bin")
	if err := os.MkdirAll(newer, 0o755); err != nil {
		t.Fatal(err)
	}
	for _, program := range []string{"initdb", "postgres"} {
		if err := os.WriteFile(filepath.Join(newer, program), []byte("#!/bin/sh\necho 'postgres (PostgreSQL) 99.1'\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	server := start(t, path)
	found, err := server.cluster.findInstallations(t.Context())
	if err != nil || found[0].major != 99 {
		t.Fatalf("the newer version was not found: %v, %v", found, err)
	}
	if server.cluster.binaries.major == 99 {
		t.Error("it was chosen for data of another")
	}
}

// A socket's path may have 104 bytes at most.
func TestALongPathHasItsSocketElsewhere(t *testing.T) {
	t.Parallel()
	server := start(t, filepath.Join(folder(t), strings.Repeat("long-", 30)))
	if err := connect(t, server.OwnerURL()).Ping(); err != nil {
		t.Error(err)
	}
	if err := server.Stop(); err != nil {
		t.Error(err)
	}
	if _, err := os.Stat(server.cluster.socket); !os.IsNotExist(err) {
		t.Errorf("%s is left: %v", server.cluster.socket, err)
	}
}
