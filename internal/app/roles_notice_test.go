package app_test

import (
	"net/http"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
)

// noticeExpectations are of reminders, mail and the year.
var noticeExpectations = []expectation{
	{operation: "GetReminderChoice", may: signedIn, prepare: func(w *world) call { return w.call("GetReminderChoice", 0, nil, nil) }},
	{operation: "WriteReminderChoice", may: signedIn, own: func(w *world, p *party) call {
		c := w.call("WriteReminderChoice", 0, nil, contract.ReminderChoiceContent{Digest: contract.DigestDaily, AtOnce: true})
		c.upon0 = true
		return c
	}},
	{operation: "ListMail", may: []string{"administrator"}, abroad: http.StatusOK, prepare: func(w *world) call {
		w.asked()
		return w.call("ListMail", 0, nil, nil)
	}},
	{operation: "RetryMail", may: []string{"administrator"}, prepare: func(w *world) call {
		return w.call("RetryMail", 0, []any{w.deadMail()}, nil)
	}},
}

// deadMail is one that could not be sent to the contributor.
func (w *world) deadMail() uuid.UUID {
	w.t.Helper()
	id := uuid.New()
	w.db.Owner.MustExec(`insert into outbox (id, organization_id, account_id, kind, key, subject, body, made_at, next_attempt_at, attempts, dead_at, last_error)
		values ($1, $2, $3, 'digest', gen_random_uuid()::text, '', '', now(), now(), 16, now(), '550 no such mailbox')`, id, w.organization, w.byName["contributor"].actor.Account)
	return id
}
