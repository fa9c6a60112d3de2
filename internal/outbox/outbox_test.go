package outbox

import (
	"context"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/quotedprintable"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/emersion/go-smtp"
	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/outbox/mailtest"
	"uppsikt/internal/postgres"
	"uppsikt/internal/postgres/pgtest"
)

// town is an organization with a committee and three members, and somebody who is none.
type town struct {
	t                            *testing.T
	db                           *pgtest.DB
	organization, committee      uuid.UUID
	anna, bo, cecilia, elsewhere uuid.UUID
	now                          time.Time
}

func newTown(t *testing.T) *town {
	t.Helper()
	town := &town{t: t, db: pgtest.New(t), organization: uuid.New(), committee: uuid.New(), now: time.Date(2031, 3, 4, 9, 0, 0, 0, time.UTC)}
	town.db.Owner.MustExec(`insert into organization (organization_id, name, auditors_name) values ($1, 'Storåns kommun', 'Revisorerna')`, town.organization)
	town.db.Owner.MustExec(`insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
		values ($1, $2, 'Kulturnämnden', 'KN', 'committee', '')`, town.organization, town.committee)
	town.anna, town.bo, town.cecilia, town.elsewhere = town.account("anna"), town.account("bo"), town.account("cecilia"), town.account("elsewhere")
	town.db.Owner.MustExec(`insert into membership (organization_id, id, account_id, title)
		select $1, gen_random_uuid(), id, '' from account where email <> 'elsewhere@storan.example'`, town.organization)
	return town
}

func (town *town) account(name string) uuid.UUID {
	id := uuid.New()
	town.db.Owner.MustExec(`insert into account (id, email, name, created_at) values ($1, $2, $2, $3)`, id, name+"@storan.example", town.now)
	return id
}

func (town *town) inside(fn func(ctx context.Context, tx *sqlx.Tx) error) error {
	return postgres.InOrganization(town.t.Context(), town.db.Server, town.organization, fn)
}

// write puts a mail to Anna into the outbox.
func (town *town) write(keys ...string) {
	town.t.Helper()
	err := town.inside(func(ctx context.Context, tx *sqlx.Tx) error {
		for _, key := range keys {
			if err := Add(ctx, tx, town.now, Mail{Organization: town.organization, Account: town.anna, Kind: "digest", Key: key, Subject: "Åtta saker väntar", Body: "Öppna: " + Address + "/"}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		town.t.Fatal(err)
	}
}

func postTo(t *testing.T, sink *mailtest.Sink) Post {
	t.Helper()
	settings := map[string]string{smtpVariable: "smtp://" + sink.Address, fromVariable: "Uppsikt <uppsikt@storan.example>", baseVariable: "https://uppsikt.storan.example/"}
	post, err := NewPost(func(name string) string { return settings[name] })
	if err != nil {
		t.Fatal(err)
	}
	return *post
}

func (town *town) worker(post Post) Worker {
	return Worker{DB: town.db.Server, Now: func() time.Time { return town.now }, Post: post}
}

// send lets a worker try what waits now.
func (town *town) send(post Post) {
	town.t.Helper()
	if _, err := town.worker(post).sendNext(town.t.Context()); err != nil {
		town.t.Fatal(err)
	}
}

type row struct {
	ID        uuid.UUID
	State     string
	Attempts  int
	Next      time.Time
	LastError string `db:"last_error"`
}

func (town *town) rows() []row {
	town.t.Helper()
	var rows []row
	err := town.db.Owner.Select(&rows, `select o.id, `+mailState+` as state, attempts, next_attempt_at as next, last_error from outbox o order by key`)
	if err != nil {
		town.t.Fatal(err)
	}
	return rows
}

func TestAMailIsSentAsItIsWritten(t *testing.T) {
	town, sink := newTown(t), mailtest.NewSink(t)
	town.write("a")
	town.send(postTo(t, sink))
	sent := town.rows()[0]
	got := sink.Got()["<"+sent.ID.String()+"@storan.example>"]
	if sent.State != "sent" || len(got) != 1 {
		t.Fatalf("%+v, the server has %v", sent, sink.Got())
	}
	subject, err := new(mime.WordDecoder).DecodeHeader(got[0].Header.Get("Subject"))
	if err != nil || subject != "Åtta saker väntar" {
		t.Errorf("subject %q, %v", subject, err)
	}
	for header, want := range map[string]string{"To": "<anna@storan.example>", "From": `"Uppsikt" <uppsikt@storan.example>`, "Auto-Submitted": "auto-generated", "Content-Type": "text/plain; charset=UTF-8"} {
		if value := got[0].Header.Get(header); value != want {
			t.Errorf("%s: %q, want %q", header, value, want)
		}
	}
	body, err := io.ReadAll(quotedprintable.NewReader(got[0].Body))
	if err != nil || strings.TrimSpace(string(body)) != "Öppna: https://uppsikt.storan.example/" {
		t.Errorf("body %q, %v", body, err)
	}
}

func TestManyWorkersSendEachMailOnce(t *testing.T) {
	town, sink := newTown(t), mailtest.NewSink(t)
	const mails = 40
	for i := range mails {
		town.write(fmt.Sprint(i))
	}
	ctx, cancel := context.WithCancel(t.Context())
	var workers sync.WaitGroup
	for range 4 {
		workers.Go(func() { town.worker(postTo(t, sink)).Run(ctx) })
	}
	for deadline := time.Now().Add(20 * time.Second); ; time.Sleep(20 * time.Millisecond) {
		var waiting int
		if err := town.db.Owner.Get(&waiting, `select count(*) from outbox where sent_at is null`); err != nil || time.Now().After(deadline) {
			t.Fatalf("%d wait still: %v", waiting, err)
		}
		if waiting == 0 {
			break
		}
	}
	cancel()
	workers.Wait()
	if len(sink.Got()) != mails {
		t.Errorf("the server has %d", len(sink.Got()))
	}
	for id, copies := range sink.Got() {
		if len(copies) != 1 {
			t.Errorf("%s came %d times", id, len(copies))
		}
	}
}

func TestWhatTheServerCannotTakeNowIsTriedLater(t *testing.T) {
	town, sink := newTown(t), mailtest.NewSink(t)
	sink.Asked = func(to string) error {
		return &smtp.SMTPError{Code: 451, Message: "try later, " + to}
	}
	town.write("a")
	for attempt := 1; attempt < attempts; attempt++ {
		town.send(postTo(t, sink))
		waiting := town.rows()[0]
		if waiting.State != "waiting" || waiting.Attempts != attempt || !waiting.Next.Equal(town.now.Add(pauseAfter(attempt))) {
			t.Fatalf("after %d attempts: %+v", attempt, waiting)
		}
		if !strings.Contains(waiting.LastError, "451") || strings.Contains(waiting.LastError, "anna") {
			t.Errorf("kept %q", waiting.LastError)
		}
		town.send(postTo(t, sink)) // not yet
		if again := town.rows()[0]; again.Attempts != attempt {
			t.Fatalf("tried before its time: %+v", again)
		}
		town.now = waiting.Next
	}
	town.send(postTo(t, sink))
	if dead := town.rows()[0]; dead.State != "dead" {
		t.Errorf("after the last attempt: %+v", dead)
	}
}

func TestARecipientWhoIsRefusedForGoodIsNotTriedAgain(t *testing.T) {
	town, sink := newTown(t), mailtest.NewSink(t)
	sink.Asked = func(string) error { return &smtp.SMTPError{Code: 550, Message: "no such mailbox"} }
	town.write("a")
	town.send(postTo(t, sink))
	if dead := town.rows()[0]; dead.State != "dead" || dead.Attempts != 1 || !strings.Contains(dead.LastError, "no such mailbox") {
		t.Fatalf("%+v", dead)
	}
	sink.Asked = func(string) error { return nil }
	err := town.inside(func(ctx context.Context, tx *sqlx.Tx) error {
		_, err := Retry(ctx, tx, town.organization, town.rows()[0].ID, town.now)
		return err
	})
	town.send(postTo(t, sink))
	if revived := town.rows()[0]; err != nil || revived.State != "sent" {
		t.Errorf("tried again: %+v, %v", revived, err)
	}
}

func TestWhatAKilledProgramHeldIsFreeWhenItsLeaseIsOut(t *testing.T) {
	town, sink := newTown(t), mailtest.NewSink(t)
	town.write("a")
	if held, err := claim(t.Context(), town.db.Server, town.now); err != nil || held == nil {
		t.Fatalf("%+v, %v", held, err)
	}
	town.now = town.now.Add(lease - time.Second)
	town.send(postTo(t, sink))
	if held := town.rows()[0]; held.State != "waiting" || held.Attempts != 1 {
		t.Fatalf("while it is held: %+v", held)
	}
	town.now = town.now.Add(time.Second)
	town.send(postTo(t, sink))
	if freed := town.rows()[0]; freed.State != "sent" {
		t.Errorf("afterwards: %+v", freed)
	}
}

func TestAMailOnItsWayIsLetThrough(t *testing.T) {
	town, sink := newTown(t), mailtest.NewSink(t)
	ctx, stop := context.WithCancel(t.Context())
	sink.Asked = func(string) error {
		stop()
		return nil
	}
	town.write("a", "b")
	town.worker(postTo(t, sink)).Run(ctx)
	if rows := town.rows(); rows[0].State == rows[1].State || len(sink.Got()) != 1 {
		t.Errorf("%+v", rows)
	}
}

func TestNobodyIsToldWhatIsNoNewsAnyMore(t *testing.T) {
	town, sink := newTown(t), mailtest.NewSink(t)
	town.write("a")
	town.now = town.now.Add(patience + time.Second)
	town.write("b")
	town.db.Owner.MustExec(`update outbox set claimed_until = $1 where key = 'a'`, town.now.Add(-time.Second)) // then free again
	if err := bury(t.Context(), town.db.Server, town.now, town.now.Add(-patience)); err != nil {
		t.Fatal(err)
	}
	town.send(postTo(t, sink))
	if rows := town.rows(); rows[0].State != "dead" || rows[1].State != "sent" {
		t.Errorf("%+v", rows)
	}
}

func TestWrittenTwiceItIsSentOnceAndWithItsTransactionAlone(t *testing.T) {
	town := newTown(t)
	town.write("a", "a")
	town.write("a")
	failed := errors.New("the business went wrong")
	err := town.inside(func(ctx context.Context, tx *sqlx.Tx) error {
		err := Add(ctx, tx, town.now, Mail{Organization: town.organization, Account: town.anna, Key: "b"})
		return errors.Join(err, failed)
	})
	if rows := town.rows(); len(rows) != 1 || !errors.Is(err, failed) {
		t.Errorf("%+v, %v", rows, err)
	}
}

func TestWhatIsHandedOverIsToldToThoseWhoWantItAndNotToOneself(t *testing.T) {
	town := newTown(t)
	town.db.Owner.MustExec(`insert into reminder_choice (account_id, digest, at_once) values ($1, 'daily', false)`, town.cecilia)
	due, thing := calendar.New(2032, 2, 29), uuid.New()
	handed := Handed{Kind: ResponseReturned, By: authz.Actor{Account: town.bo, Organization: town.organization, Name: "Bo Åkesson"},
		To: []uuid.UUID{town.anna, town.bo, town.cecilia, town.elsewhere}, Committee: town.committee, Thing: thing, Version: 7, Due: &due}
	for range 2 {
		if err := town.inside(func(ctx context.Context, tx *sqlx.Tx) error { return Hand(ctx, tx, town.now, handed) }); err != nil {
			t.Fatal(err)
		}
	}
	var told []Mail
	if err := town.db.Owner.Select(&told, `select organization_id as organization, account_id as account, kind, key, subject, body from outbox`); err != nil {
		t.Fatal(err)
	}
	want := Mail{Organization: town.organization, Account: town.anna, Kind: "response_returned", Key: "response_returned " + thing.String() + " 7",
		Subject: "Ett yttrande är återlämnat till dig, Kulturnämnden",
		Body: "Bo Åkesson har återlämnat ett yttrande som du arbetar med.\n\nNämnd: Kulturnämnden, Storåns kommun\nSenast: 2032-02-29\n" +
			"Öppna: {adress}/yttranden/" + thing.String() + "\n\n" + Footer}
	if len(told) != 1 || told[0] != want {
		t.Errorf("got %+v", told)
	}
}

func TestEveryKindHasItsWords(t *testing.T) {
	for _, kind := range []Kind{InputAsked, ResponseSubmitted, ResponseApproved, ResponseReturned, ResponseSentBack, SupplementRequested, MeasureGiven, CheckGiven, DeviationGiven} {
		if say := sayings[kind]; say.subject == "" || say.happened == "" || !strings.HasPrefix(say.path, "/") {
			t.Errorf("%s: %+v", kind, say)
		}
	}
}

func TestSettingsThatCannotBeUsedAreToldWithoutTheirPassword(t *testing.T) {
	whole := map[string]string{smtpVariable: "smtps://u:hemligt@mail.example", fromVariable: "uppsikt@storan.example", baseVariable: "https://uppsikt.storan.example"}
	for name, value := range map[string]string{smtpVariable: "http://u:hemligt@mail.example", fromVariable: "uppsikt", baseVariable: "uppsikt.storan.example"} {
		_, err := NewPost(func(asked string) string {
			if asked == name {
				return value
			}
			return whole[asked]
		})
		if err == nil || !strings.Contains(err.Error(), name) || strings.Contains(err.Error(), "hemligt") {
			t.Errorf("%s: %v", name, err)
		}
	}
	if post, err := NewPost(func(asked string) string { return whole[asked] }); err != nil || post == nil {
		t.Errorf("%v, %v", post, err)
	}
	if post, err := NewPost(func(string) string { return "" }); err != nil || post != nil {
		t.Errorf("nothing set: %v, %v", post, err)
	}
}

func TestPausesGrowToSixHours(t *testing.T) {
	for attempts, want := range map[int]time.Duration{1: time.Minute, 2: 2 * time.Minute, 9: 256 * time.Minute, 10: 6 * time.Hour, 400: 6 * time.Hour} {
		if got := pauseAfter(attempts); got != want {
			t.Errorf("after %d: %s", attempts, got)
		}
	}
}
