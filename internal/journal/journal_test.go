package journal_test

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/journal"
	"uppsikt/internal/postgres"
	"uppsikt/internal/postgres/pgtest"
)

var start = time.Date(2024, 2, 29, 10, 44, 0, 123456000, time.UTC)

type book struct {
	*pgtest.DB
	organization, committee uuid.UUID
}

func open(t *testing.T) book {
	t.Helper()
	b := book{pgtest.New(t), uuid.New(), uuid.New()}
	b.Owner.MustExec(`insert into organization (organization_id, name, auditors_name) values ($1, 'Storåns kommun', 'Revisorerna')`, b.organization)
	b.Owner.MustExec(`insert into committee (organization_id, id, name, abbreviation, kind, registry_number_pattern)
		values ($1, $2, 'Miljönämnden', 'MN', 'committee', '')`, b.organization, b.committee)
	return b
}

func (b book) in(t *testing.T, fn func(context.Context, *sqlx.Tx) error) {
	t.Helper()
	if err := postgres.InOrganization(t.Context(), b.Server, b.organization, fn); err != nil {
		t.Fatal(err)
	}
}

func (b book) entry(action string, after any) journal.Entry {
	return journal.Entry{Organization: b.organization, At: start, Actor: uuid.New(), Thing: "audit", ThingID: uuid.New(), Action: action, After: after}
}

func (b book) write(t *testing.T, entries ...journal.Entry) {
	t.Helper()
	b.in(t, func(ctx context.Context, tx *sqlx.Tx) error {
		for _, entry := range entries {
			if err := journal.Write(ctx, tx, entry); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestVerifyFindsTheFirstFault(t *testing.T) {
	faults := map[string]string{
		"changed":         `update journal_entry set action = 'confirm' where sequence = 2`,
		"missing":         `alter table journal_content drop constraint journal_content_organization_id_sequence_fkey; delete from journal_entry where sequence = 2`,
		"content changed": `update journal_content set content = '{"before":null,"after":"annat"}' where sequence = 2`,
		"content missing": `delete from journal_content where sequence = 2`,
	}
	for name, tamper := range faults {
		t.Run(name, func(t *testing.T) {
			b := open(t)
			b.write(t, b.entry("register", "ett"), b.entry("correct", "två"), b.entry("correct", "tre"))
			heads, err := journal.Verify(t.Context(), b.Owner, nil)
			if err != nil || len(heads) != 1 || heads[0].Sequence != 3 {
				t.Fatalf("an untouched journal: %v, %v", heads, err)
			}
			b.Owner.MustExec(tamper)
			var broken *journal.Broken
			if _, err := journal.Verify(t.Context(), b.Owner, nil); !errors.As(err, &broken) || broken.Sequence != 2 {
				t.Errorf("got %v, want entry 2", err)
			}
		})
	}
}

func TestManyAtOnceFollowTheChainInTheirOrder(t *testing.T) {
	b := open(t)
	b.write(t, b.entry("register", "ett"))
	many := []journal.Entry{b.entry("correct", "två"), b.entry("correct", "tre \\u0041 \"å\""), b.entry("correct", "fyra")}
	b.in(t, func(ctx context.Context, tx *sqlx.Tx) error {
		return journal.WriteMany(ctx, tx, b.organization, start, many)
	})
	b.write(t, b.entry("confirm", "fem"))
	if got := b.contents(t); len(got) != 5 || got[3] != `{"before":null,"after":"fyra"}` {
		t.Errorf("got %v", got)
	}
	heads, err := journal.Verify(t.Context(), b.Owner, nil)
	if err != nil || heads[0].Sequence != 5 {
		t.Errorf("the chain: %v, %v", heads, err)
	}
}

func TestManyAtOnceMayBeginAChain(t *testing.T) {
	b := open(t)
	b.in(t, func(ctx context.Context, tx *sqlx.Tx) error {
		return journal.WriteMany(ctx, tx, b.organization, start, []journal.Entry{b.entry("register", "ett"), b.entry("register", "två")})
	})
	if heads, err := journal.Verify(t.Context(), b.Owner, nil); err != nil || heads[0].Sequence != 2 {
		t.Errorf("the chain: %v, %v", heads, err)
	}
}

func TestACutTailIsFoundAgainstHeadsKeptElsewhere(t *testing.T) {
	b := open(t)
	b.write(t, b.entry("register", "ett"), b.entry("correct", "två"))
	kept, err := journal.Verify(t.Context(), b.Owner, nil)
	if err != nil {
		t.Fatal(err)
	}
	b.Owner.MustExec(`delete from journal_content where sequence = 2`)
	b.Owner.MustExec(`delete from journal_entry where sequence = 2`)
	b.Owner.MustExec(`update journal_head set sequence = 1, hash = (select hash from journal_entry)`)
	if _, err := journal.Verify(t.Context(), b.Owner, nil); err != nil {
		t.Fatalf("alone, the shorter chain is whole: %v", err)
	}
	if _, err := journal.Verify(t.Context(), b.Owner, kept); err == nil {
		t.Error("the cut tail was not found")
	}
}

func TestErasedContentLeavesTheChainWhole(t *testing.T) {
	b := open(t)
	b.write(t, b.entry("register", "en persons uppgift"))
	b.Owner.MustExec(`update journal_content set content = null, salt = null, erased_reason = 'rättelse enligt dataskyddsförordningen'`)
	if _, err := journal.Verify(t.Context(), b.Owner, nil); err != nil {
		t.Error(err)
	}
}

func TestAutosavesBecomeOneEntryAfterAPause(t *testing.T) {
	b := open(t)
	entry := b.entry("write", nil)
	entry.Committee = b.committee
	for i, text := range []string{"N", "Nä", "Nämnden"} {
		entry.At, entry.Before, entry.After = start.Add(time.Duration(i)*time.Second), text[:len(text)-1], text
		b.in(t, func(ctx context.Context, tx *sqlx.Tx) error { return journal.Autosave(ctx, tx, entry) })
	}
	if got := b.contents(t); len(got) != 0 {
		t.Fatalf("while somebody writes there is no entry yet, got %v", got)
	}
	later := b.entry("correct", "annat")
	later.At = start.Add(journal.Pause + time.Minute)
	b.write(t, later)
	got := b.contents(t)
	if len(got) != 2 || got[0] != `{"before":"","after":"Nämnden"}` {
		t.Errorf("got %v", got)
	}
}

func TestAChangeOfStateSettlesWhatWasWritten(t *testing.T) {
	b := open(t)
	entry := b.entry("write", "Nämnden")
	entry.Committee = b.committee
	b.in(t, func(ctx context.Context, tx *sqlx.Tx) error { return journal.Autosave(ctx, tx, entry) })
	b.in(t, func(ctx context.Context, tx *sqlx.Tx) error {
		return journal.Settle(ctx, tx, b.organization, []uuid.UUID{entry.ThingID})
	})
	if got := b.contents(t); len(got) != 1 {
		t.Errorf("got %v", got)
	}
	if _, err := journal.Verify(t.Context(), b.Owner, nil); err != nil {
		t.Error(err)
	}
}

func (b book) contents(t *testing.T) []string {
	t.Helper()
	var contents []string
	if err := b.Owner.Select(&contents, `select content::text from journal_content order by sequence`); err != nil {
		t.Fatal(err)
	}
	return contents
}
