package app_test

import (
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/outbox/mailtest"
	"uppsikt/internal/postgres/pgtest"
)

// TestEveryMailArrivesThoughTheProgramIsKilled kills the real program again and again while it sends: half of the times before
// the mail server has the mail, half of the times when it has it and has not yet said so. Only the latter can come twice.
func TestEveryMailArrivesThoughTheProgramIsKilled(t *testing.T) {
	const mails, kills = 80, 8
	db, sink, program := pgtest.New(t), mailtest.NewSink(t), &mortal{most: kills}
	binary := built(t)
	fillOutbox(t, db, mails)
	sink.Asked = func(string) error {
		program.killEachTenth(&program.asked, 7)
		return nil
	}
	sink.Taken = func() { program.killEachTenth(&program.taken, 3) }
	for deadline := time.Now().Add(time.Minute); isWaiting(t, db) && time.Now().Before(deadline); {
		db.Owner.MustExec(`update outbox set claimed_until = now(), next_attempt_at = now() where sent_at is null`) // as time would
		ended := program.begin(t, binary, db, sink)
		for isWaiting(t, db) && time.Now().Before(deadline) && !isOver(ended) {
		}
		program.kill()
		<-ended
	}
	again := 0
	for _, copies := range sink.Got() {
		again += len(copies) - 1
	}
	if len(sink.Got()) != mails || program.kills != kills || again == 0 || again > kills {
		t.Errorf("%d of %d mails came, %d kills, %d came again", len(sink.Got()), mails, program.kills, again)
	}
}

// mortal is a program that is killed while it sends.
type mortal struct {
	mutex        sync.Mutex
	running      *os.Process
	most, kills  int
	asked, taken int
}

func (m *mortal) begin(t *testing.T, binary string, db *pgtest.DB, sink *mailtest.Sink) <-chan struct{} {
	t.Helper()
	m.mutex.Lock()
	defer m.mutex.Unlock()
	command := started(t, binary, db, sink)
	m.running = command.Process
	ended := make(chan struct{})
	go func() {
		_ = command.Wait() // killed
		close(ended)
	}()
	return ended
}

func (m *mortal) killEachTenth(counter *int, at int) {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	if *counter++; *counter%10 == at && m.kills < m.most {
		m.kills++
		_ = m.running.Kill()
	}
}

func (m *mortal) kill() {
	m.mutex.Lock()
	defer m.mutex.Unlock()
	_ = m.running.Kill() // or it has ended by itself
}

func isOver(ended <-chan struct{}) bool {
	select {
	case <-ended:
		return true
	case <-time.After(50 * time.Millisecond):
		return false
	}
}

// built is the real program.
func built(t *testing.T) string {
	t.Helper()
	binary := filepath.Join(t.TempDir(), "uppsikt")
	if said, err := exec.CommandContext(t.Context(), "go", "build", "-o", binary, "uppsikt/api").CombinedOutput(); err != nil {
		t.Fatalf("build: %v\n%s", err, said)
	}
	return binary
}

func started(t *testing.T, binary string, db *pgtest.DB, sink *mailtest.Sink) *exec.Cmd {
	t.Helper()
	program := exec.CommandContext(t.Context(), binary, "serve", "--addr", "127.0.0.1:0")
	program.Env = append(os.Environ(), "UPPSIKT_DATABASE_URL="+db.ServerURL, "UPPSIKT_OWNER_URL=",
		"UPPSIKT_SMTP_URL=smtp://"+sink.Address, "UPPSIKT_MAIL_FROM=uppsikt@storan.example", "UPPSIKT_BASE_URL=https://uppsikt.storan.example")
	program.Stdout, program.Stderr = io.Discard, os.Stderr
	if err := program.Start(); err != nil {
		t.Fatal(err)
	}
	return program
}

func fillOutbox(t *testing.T, db *pgtest.DB, mails int) {
	t.Helper()
	organization, account := uuid.New(), uuid.New()
	db.Owner.MustExec(`insert into organization (organization_id, name, auditors_name) values ($1, 'Storåns kommun', 'Revisorerna')`, organization)
	db.Owner.MustExec(`insert into account (id, email, name, created_at) values ($1, 'anna@storan.example', 'Anna', now())`, account)
	for i := range mails {
		db.Owner.MustExec(`insert into outbox (id, organization_id, account_id, kind, key, subject, body, made_at, next_attempt_at)
			values ($1, $2, $3, 'digest', $4, 'Det här väntar på dig', 'Öppna: {adress}/', now(), now())`, uuid.New(), organization, account, fmt.Sprint(i))
	}
}

func isWaiting(t *testing.T, db *pgtest.DB) bool {
	t.Helper()
	var waiting bool
	if err := db.Owner.Get(&waiting, `select exists (select from outbox where sent_at is null)`); err != nil {
		t.Fatal(err)
	}
	return waiting
}
