package app_test

import (
	"context"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/notice"
)

// letter is what stands in the outbox for somebody.
type letter struct{ Kind, Subject, Body string }

// letters are the mails to somebody that speak of a thing, in the order they were written; all of them when it is "".
func (w *world) letters(who, of string) []letter {
	w.t.Helper()
	var found []letter
	err := w.db.Owner.Select(&found, `select kind, subject, body from outbox where account_id = $1 and key like '%' || $2 || '%' order by id`, w.byName[who].actor.Account, of)
	if err != nil {
		w.t.Fatal(err)
	}
	return found
}

// TestWhatIsHandedOnIsToldAtOnce walks a response through its states: whoever's turn it becomes has a mail of it, with nothing of what is
// written, and nobody else.
func TestWhatIsHandedOnIsToldAtOnce(t *testing.T) {
	w := newWorld(t)
	told := func(who string, id uuid.UUID, want ...string) {
		t.Helper()
		var kinds []string
		for _, l := range w.letters(who, id.String()) {
			kinds = append(kinds, l.Kind)
			if !strings.Contains(l.Body, "Nämnd 0, Storåns kommun") || strings.Contains(l.Body, marker) {
				t.Errorf("%s: %q", l.Kind, l.Body)
			}
		}
		if !slices.Equal(kinds, want) {
			t.Errorf("%s is told %v, want %v", who, kinds, want)
		}
	}
	submitted := w.markedAndSubmitted()
	told("manager", submitted.ID, "response_submitted")
	told("manager elsewhere", submitted.ID)
	told("officer", submitted.ID)
	w.mustWith("manager", "ReturnResponse", submitted.Version, []any{submitted.ID}, contract.Comment{Comment: marker}, &submitted)
	told("officer", submitted.ID, "response_returned")
	w.mustWith("officer", "SubmitResponse", submitted.Version, []any{submitted.ID}, nil, nil)
	told("manager", submitted.ID, "response_submitted", "response_submitted")

	sentBack := w.markedAndReferredBack()
	told("officer", sentBack.ID, "response_sent_back")

	delivered := w.delivered()
	due := w.nextDay()
	w.mustWith("auditor", "ReceiveResponse", delivered.Version, []any{delivered.ID},
		contract.ReceptionContent{Reception: contract.ReceptionKindSupplementRequested, Comment: marker, SupplementDue: &due}, nil)
	told("officer", delivered.ID, "supplement_requested")
	told("auditor", delivered.ID)
	told("secretary", delivered.ID, "response_approved")
	if got := w.letters("officer", delivered.ID.String()); len(got) == 1 && !strings.Contains(got[0].Body, "Senast: "+due.String()) {
		t.Errorf("by when: %q", got[0].Body)
	}
	told("contributor", w.asked().ID, "input_asked")
	told("contributor", w.givenMeasure().ID, "measure_given")
}

func TestWhoDoesNotWantToBeToldIsNot(t *testing.T) {
	w := newWorld(t)
	w.choose("contributor", contract.ReminderChoiceContent{Digest: contract.DigestNever})
	if asked := w.asked(); len(w.letters("contributor", asked.ID.String())) != 0 {
		t.Error("told nevertheless")
	}
}

func (w *world) choose(who string, content contract.ReminderChoiceContent) contract.ReminderChoice {
	w.t.Helper()
	var choice contract.ReminderChoice
	w.must(who, "GetReminderChoice", nil, nil, &choice)
	c := w.call("WriteReminderChoice", choice.Version, nil, content)
	c.upon0 = true
	w.mustCall(who, c, &choice)
	return choice
}

func TestTheChoiceOfRemindersIsOnesOwnAndVersioned(t *testing.T) {
	w := newWorld(t)
	var first contract.ReminderChoice
	w.must("officer", "GetReminderChoice", nil, nil, &first)
	if first.Version != 0 || first.Content != (contract.ReminderChoiceContent{Digest: contract.DigestWeekly, AtOnce: true}) || first.MailIsOn {
		t.Errorf("at first %+v", first)
	}
	daily := contract.ReminderChoiceContent{Digest: contract.DigestDaily}
	if got := w.choose("officer", daily); got.Version != 1 || got.Content != daily {
		t.Errorf("then %+v", got)
	}
	stale := w.call("WriteReminderChoice", 0, nil, daily)
	stale.upon0 = true
	if answer := w.do(w.byName["officer"].cookie, stale); answer.Code != 412 {
		t.Errorf("upon an old one: %d", answer.Code)
	}
	w.must("manager", "GetReminderChoice", nil, nil, &first)
	if first.Version != 0 {
		t.Errorf("somebody else's: %+v", first)
	}
}

// round is the program's at a moment.
func (w *world) dayRound(now *time.Time, turn func(context.Context, uuid.UUID, calendar.Date) error) *notice.Round {
	return &notice.Round{Turn: turn, Notices: &notice.Service{DB: w.db.Server, Now: func() time.Time { return *now }, MailIsOn: true}}
}

func noTurn(context.Context, uuid.UUID, calendar.Date) error { return nil }

func TestWhatWaitsIsToldOnTheMorningsThatOneChose(t *testing.T) {
	w := newWorld(t)
	w.askedAndSubmitted()
	w.choose("manager", contract.ReminderChoiceContent{Digest: contract.DigestDaily})
	w.choose("officer", contract.ReminderChoiceContent{Digest: contract.DigestNever})
	at := func(day, clock string) int {
		t.Helper()
		now, err := time.ParseInLocation(time.DateTime, day+" "+clock, calendar.Stockholm)
		if err != nil {
			t.Fatal(err)
		}
		for range 2 { // two instances, or one started again
			if err := w.dayRound(&now, noTurn).Look(t.Context()); err != nil {
				t.Fatal(err)
			}
		}
		return len(w.letters("manager", "digest")) + 100*len(w.letters("contributor", "digest")) + 10000*len(w.letters("officer", "digest"))
	}
	for _, step := range []struct {
		day, clock string
		want       int
	}{
		{"2026-11-26", "06:59:59", 0}, // a Thursday
		{"2026-11-26", "07:00:00", 1},
		{"2026-11-26", "15:00:00", 1},
		{"2026-11-28", "09:00:00", 1}, // Saturday
		{"2026-11-30", "07:00:00", 102},
		{"2026-12-01", "07:00:00", 103},
	} {
		if got := at(step.day, step.clock); got != step.want {
			t.Errorf("%s %s: %d, want %d", step.day, step.clock, got, step.want)
		}
	}
	if got := w.letters("reader", "digest"); len(got) != 0 {
		t.Errorf("told a reader for whom nothing waits: %v", got)
	}
	body := w.letters("manager", "digest")[0].Body
	for _, part := range []string{"Väntar på dig (", "– Läs och godkänn ett yttrande, Nämnd 0", "Öppna: {adress}/\n"} {
		if !strings.Contains(body, part) {
			t.Errorf("no %q in %q", part, body)
		}
	}
}

// TestADigestHasNoTitles: what somebody called an audit, a measure or a question may be confidential or a draft.
func TestADigestHasNoTitles(t *testing.T) {
	w := newWorld(t)
	w.markedAndSubmitted()
	w.askMarked(w.draft().ID)
	now := time.Date(2026, 11, 30, 9, 0, 0, 0, time.UTC)
	if err := w.dayRound(&now, noTurn).Look(t.Context()); err != nil {
		t.Fatal(err)
	}
	var told, telling int
	err := w.db.Owner.QueryRow(`select count(*), count(*) filter (where body || subject like '%' || $1 || '%' or exists (select from audit a where strpos(body || subject, a.title) > 0))
		from outbox where kind = 'digest'`, marker).Scan(&told, &telling)
	if err != nil || told == 0 || telling > 0 {
		t.Errorf("%d of %d tell something, %v", telling, told, err)
	}
}

func TestANewDayTurnsInEachOrganizationOnce(t *testing.T) {
	w := newWorld(t)
	turned := map[uuid.UUID][]calendar.Date{}
	broken := w.organization
	now := time.Date(2026, 12, 31, 23, 30, 0, 0, time.UTC) // the new year has begun in Stockholm
	round := w.dayRound(&now, func(_ context.Context, organization uuid.UUID, today calendar.Date) error {
		if organization == broken {
			return fault.Unavailable("for now")
		}
		turned[organization] = append(turned[organization], today)
		return nil
	})
	if err := round.Look(t.Context()); err == nil || len(turned) != 1 {
		t.Errorf("one fails: %v, %v", turned, err)
	}
	broken = uuid.Nil
	for range 2 {
		if err := round.Look(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if got := turned[w.organization]; len(turned) != 2 || !slices.Equal(got, []calendar.Date{calendar.New(2027, 1, 1)}) {
		t.Errorf("%v", turned)
	}
}

func TestAdministratorsSeeWhatCouldNotBeSentAndNeverItsText(t *testing.T) {
	w := newWorld(t)
	dead := w.deadMail()
	w.asked()
	c := w.call("ListMail", 0, nil, nil)
	c.path += "?state=dead"
	var page contract.MailPage
	w.mustCall("administrator", c, &page)
	if page.Total != 1 || page.Dead != 1 || page.Items[0].ID != dead || page.Items[0].Person.Name != "contributor" || page.Items[0].LastError != "550 no such mailbox" {
		t.Errorf("%+v", page)
	}
	var retried contract.Mail
	w.must("administrator", "RetryMail", []any{dead}, nil, &retried)
	if retried.State != contract.MailStateWaiting || retried.Attempts != 0 {
		t.Errorf("%+v", retried)
	}
	if answer := w.do(w.byName["administrator"].cookie, w.call("RetryMail", 0, []any{dead}, nil)); answer.Code != 409 || !strings.Contains(answer.Body.String(), "mail_not_dead") {
		t.Errorf("again: %d %s", answer.Code, answer.Body)
	}
	w.must("administrator", "ListMail", nil, nil, &page)
	if page.Total != 2 || page.Dead != 0 {
		t.Errorf("all: %+v", page)
	}
	if text := w.do(w.byName["administrator"].cookie, w.call("ListMail", 0, nil, nil)).Body.String(); strings.Contains(text, "ber dig om underlag") || strings.Contains(text, "@") {
		t.Errorf("tells %s", text)
	}
}
