package app_test

import (
	"fmt"
	"net/http"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
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

	{operation: "GetYearWheel", may: members, prepare: func(w *world) call {
		w.duty(&w.here)
		return w.wheelCall(w.here, 2030)
	}},
	{operation: "AddDuty", may: setDuties, prepare: func(w *world) call {
		return w.call("AddDuty", 0, nil, newDuty(&w.here))
	}},
	{operation: "AddDuty", when: "of every committee", may: setCommonDuties, abroad: http.StatusCreated, prepare: func(w *world) call {
		return w.call("AddDuty", 0, nil, newDuty(nil))
	}},
	{operation: "WriteDuty", may: setDuties, prepare: func(w *world) call {
		duty := w.duty(&w.here)
		return w.call("WriteDuty", duty.Version, []any{duty.ID}, duty.Content)
	}},
	{operation: "WriteDuty", when: "of every committee", may: setCommonDuties, prepare: func(w *world) call {
		duty := w.duty(nil)
		return w.call("WriteDuty", duty.Version, []any{duty.ID}, duty.Content)
	}},
	{operation: "DeleteDuty", may: setDuties, prepare: func(w *world) call {
		duty := w.duty(&w.here)
		return w.call("DeleteDuty", duty.Version, []any{duty.ID}, nil)
	}},
	{operation: "AddCalendarFeed", may: members, prepare: func(w *world) call {
		return w.call("AddCalendarFeed", 0, nil, contract.NewCalendarFeed{ID: uuid.New(), CommitteeID: &w.here})
	}},
	{operation: "AddCalendarFeed", when: "of what waits for oneself", may: members, abroad: http.StatusCreated, prepare: func(w *world) call {
		return w.call("AddCalendarFeed", 0, nil, contract.NewCalendarFeed{ID: uuid.New()})
	}},
	{operation: "ListCalendarFeeds", may: members, abroad: http.StatusOK, prepare: func(w *world) call {
		w.feed("reader", &w.here)
		return w.call("ListCalendarFeeds", 0, nil, nil)
	}},
	{operation: "RevokeCalendarFeed", may: members, abroad: http.StatusNoContent, own: func(w *world, p *party) call {
		if !p.actor.Has(authz.Member) {
			return w.call("RevokeCalendarFeed", 0, []any{uuid.New()}, nil)
		}
		return w.call("RevokeCalendarFeed", 0, []any{w.feed(p.name, nil).Feed.ID}, nil)
	}},
	{operation: "RevokeCalendarFeed", when: "of somebody else", except: all(without(members, "reader"), http.StatusNotFound), may: []string{"reader"}, prepare: func(w *world) call {
		return w.call("RevokeCalendarFeed", 0, []any{w.feed("reader", nil).Feed.ID}, nil)
	}},
	{operation: "GetCalendar", may: signedIn, except: map[string]int{"stranger": http.StatusOK}, prepare: func(w *world) call {
		return call{method: http.MethodGet, path: w.feed("reader", nil).Path}
	}},
}

var (
	setDuties       = []string{"secretary", "controller", "controller everywhere", "administrator"}
	setCommonDuties = []string{"controller everywhere", "administrator"}
)

func newDuty(committee *uuid.UUID) contract.NewDuty {
	return contract.NewDuty{ID: uuid.New(), CommitteeID: committee, Content: contract.DutyContent{Kind: contract.DutyKindInternalControl, Title: "Årsrapport för internkontroll",
		Who: "Controller", StartsOn: calendar.New(2030, 1, 8), EndsOn: calendar.New(2030, 2, 14), Yearly: true}}
}

func (w *world) duty(committee *uuid.UUID) contract.Duty {
	w.t.Helper()
	var duty contract.Duty
	w.must("administrator", "AddDuty", nil, newDuty(committee), &duty)
	return duty
}

func (w *world) feed(who string, committee *uuid.UUID) contract.MadeCalendarFeed {
	w.t.Helper()
	var made contract.MadeCalendarFeed
	w.must(who, "AddCalendarFeed", nil, contract.NewCalendarFeed{ID: uuid.New(), CommitteeID: committee}, &made)
	return made
}

func (w *world) wheelCall(committee uuid.UUID, year int) call {
	c := w.call("GetYearWheel", 0, nil, nil)
	c.path += fmt.Sprintf("?committeeId=%s&year=%d", committee, year)
	return c
}

// deadMail is one that could not be sent to the contributor.
func (w *world) deadMail() uuid.UUID {
	w.t.Helper()
	id := uuid.New()
	w.db.Owner.MustExec(`insert into outbox (id, organization_id, account_id, kind, key, subject, body, made_at, next_attempt_at, attempts, dead_at, last_error)
		values ($1, $2, $3, 'digest', gen_random_uuid()::text, '', '', now(), now(), 16, now(), '550 no such mailbox')`, id, w.organization, w.byName["contributor"].actor.Account)
	return id
}
