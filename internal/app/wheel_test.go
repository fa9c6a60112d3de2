package app_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	ics "github.com/arran4/golang-ical"
	"github.com/google/uuid"

	"uppsikt/internal/app"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// daysOf are what of a kind stands in somebody's wheel for the committee here, as "start end title".
func (w *world) daysOf(who string, year int, kind contract.WheelKind) []string {
	w.t.Helper()
	var wheel contract.YearWheel
	w.mustCall(who, w.wheelCall(w.here, year), &wheel)
	var days []string
	for _, item := range wheel.Items {
		if item.Kind == kind {
			days = append(days, fmt.Sprintf("%s %s %s", item.StartsOn, item.EndsOn, item.Title))
		}
	}
	return days
}

func (w *world) addDuty(starts, ends calendar.Date, yearly bool) contract.Duty {
	w.t.Helper()
	command := newDuty(&w.here)
	command.Content = contract.DutyContent{Kind: contract.DutyKindOther, Title: "T", StartsOn: starts, EndsOn: ends, Yearly: yearly}
	var duty contract.Duty
	w.must("secretary", "AddDuty", nil, command, &duty)
	return duty
}

func TestDutiesComeAgainEachYear(t *testing.T) {
	w := newWorld(t)
	expect := func(year int, want ...string) {
		t.Helper()
		if got := w.daysOf("reader", year, contract.WheelKindDuty); !slices.Equal(got, want) {
			t.Errorf("%d: %v, want %v", year, got, want)
		}
	}
	leap := w.addDuty(calendar.New(2028, 2, 29), calendar.New(2028, 2, 29), true)
	expect(2027)
	expect(2028, "2028-02-29 2028-02-29 T")
	expect(2029, "2029-02-28 2029-02-28 T")
	expect(2032, "2032-02-29 2032-02-29 T")
	w.mustWith("secretary", "DeleteDuty", leap.Version, []any{leap.ID}, nil, nil)

	turn := w.addDuty(calendar.New(2028, 12, 15), calendar.New(2029, 1, 15), true)
	expect(2028, "2028-12-15 2029-01-15 T")
	expect(2030, "2029-12-15 2030-01-15 T", "2030-12-15 2031-01-15 T")
	w.mustWith("secretary", "DeleteDuty", turn.Version, []any{turn.ID}, nil, nil)

	w.addDuty(calendar.New(2028, 5, 1), calendar.New(2030, 5, 1), false)
	expect(2029, "2028-05-01 2030-05-01 T")
	expect(2031)
}

func TestADutyEndsAfterItStartsAndBeforeItComesAgain(t *testing.T) {
	w := newWorld(t)
	for code, ends := range map[string]calendar.Date{"ends_before_it_starts": calendar.New(2030, 1, 7), "longer_than_a_year": calendar.New(2031, 1, 8)} {
		command := newDuty(&w.here)
		command.Content.EndsOn = ends
		answer := w.do(w.byName["secretary"].cookie, w.call("AddDuty", 0, nil, command))
		if answer.Code != http.StatusUnprocessableEntity || !strings.Contains(answer.Body.String(), code) {
			t.Errorf("%s: %d %s", code, answer.Code, answer.Body)
		}
	}
}

func TestADutyOfEveryCommitteeStandsInEachAndIsChangedByWhoeverMay(t *testing.T) {
	w := newWorld(t)
	common, own := w.duty(nil), w.duty(&w.here)
	changeable := func(who string, committee uuid.UUID) (ids []uuid.UUID) {
		t.Helper()
		var wheel contract.YearWheel
		w.mustCall(who, w.wheelCall(committee, 2031), &wheel)
		for _, item := range wheel.Items {
			if item.Duty != nil {
				ids = append(ids, *item.ID)
			}
		}
		if wheel.MayAdd != (len(ids) > 0) {
			t.Errorf("%s may add: %v", who, wheel.MayAdd)
		}
		return ids
	}
	if got := changeable("secretary", w.here); !slices.Equal(got, []uuid.UUID{own.ID}) {
		t.Errorf("the secretary may change %v", got)
	}
	if got := changeable("administrator", w.elsewhere); !slices.Equal(got, []uuid.UUID{common.ID}) {
		t.Errorf("the administrator may change %v elsewhere", got)
	}
	if got := changeable("officer", w.here); got != nil {
		t.Errorf("an officer may change %v", got)
	}
}

func TestTheYearHasItsMeetingsAndDaysForResponses(t *testing.T) {
	w := newWorld(t)
	stop := calendar.New(2030, 12, 20)
	w.must("secretary", "CreateMeeting", nil, contract.NewMeeting{ID: uuid.New(), CommitteeID: w.here, Content: contract.MeetingContent{Date: calendar.New(2031, 1, 9), ManuscriptStop: &stop}}, nil)
	for kind, want := range map[contract.WheelKind]map[int]string{
		contract.WheelKindMeeting: {2031: "2031-01-09"}, contract.WheelKindManuscriptStop: {2030: "2030-12-20"}, contract.WheelKindPapersSent: {2031: "2031-01-02"},
	} {
		for _, year := range []int{2030, 2031} {
			got := w.daysOf("contributor", year, kind)
			if day, isDue := want[year]; isDue != (len(got) == 1) || isDue && !strings.HasPrefix(got[0], day) {
				t.Errorf("%s in %d: %v", kind, year, got)
			}
		}
	}
	due := w.dueAt(w.registered(), calendar.New(2031, 3, 1))
	if got := w.daysOf("reader", 2031, contract.WheelKindResponseDue); !slices.Equal(got, []string{"2031-03-01 2031-03-01 " + due.Content.Title}) {
		t.Errorf("responses: %v", got)
	}
	for who, want := range map[string]int{"contributor": 0, "adviser": 1, "other adviser": 0, "officer elsewhere": 1} {
		if got := w.daysOf(who, 2031, contract.WheelKindResponseDue); len(got) != want {
			t.Errorf("%s sees %v", who, got)
		}
	}
	w.dueAt(w.confidential(), calendar.New(2031, 3, 2))
	for who, want := range map[string]int{"reader": 1, "officer": 2, "officer elsewhere": 1, "auditor": 2} {
		if got := w.daysOf(who, 2031, contract.WheelKindResponseDue); len(got) != want {
			t.Errorf("with a confidential audit %s sees %v", who, got)
		}
	}
}

func (w *world) dueAt(audit contract.Audit, day calendar.Date) contract.Audit {
	w.db.Owner.MustExec(`update addressee set response_due = $3, extension_date = null where organization_id = $1 and audit_id = $2 and committee_id = $4`, w.organization, audit.ID, day, w.here)
	return audit
}

func TestTheYearHasThePlansChecksAdoptionAndReport(t *testing.T) {
	w := newWorld(t)
	plan, meeting := w.plan(), w.newMeeting()
	w.db.Owner.MustExec(`insert into control (organization_id, id, plan_id, number, area, title, what, method, frequency, first_month, planned_offset, last_offset, function)
		values ($1, $2, $2, 1, '', '', '', '', 'monthly', 1, 0, 0, '')`, w.organization, plan.ID)
	for _, day := range []string{"2031-01-20", "2031-01-31", "2031-02-28"} {
		w.db.Owner.MustExec(`insert into control_check (organization_id, id, plan_id, control_id, period_start, period_end, planned_on, last_on)
			values ($1, gen_random_uuid(), $2, $2, $3, $3, $3, $3)`, w.organization, plan.ID, day)
	}
	w.db.Owner.MustExec(`update control_plan set year = 2031, in_force_from = null where id = $1`, plan.ID)
	if got := w.daysOf("controller", 2031, contract.WheelKindChecksDue); got != nil {
		t.Errorf("of a draft: %v", got)
	}
	w.db.Owner.MustExec(`update control_plan set state = 'adopted', in_force_from = '2031-01-01' where id = $1`, plan.ID)
	w.db.Owner.MustExec(`insert into decision (organization_id, id, committee_id, meeting_id, outcome, date, paragraph, registered_by, registered_at, control_plan_id, control_plan_part)
		values ($1, gen_random_uuid(), $2, $3, 'adopted', '2031-02-13', '9', $4, now(), $5, 'plan')`, w.organization, w.here, meeting.ID, w.byName["secretary"].actor.Account, plan.ID)
	for kind, want := range map[contract.WheelKind][]string{
		contract.WheelKindChecksDue:    {"2031-01-20 2031-01-31 ", "2031-02-28 2031-02-28 "},
		contract.WheelKindPlanAdoption: {"2031-02-13 2031-02-13 2031"}, contract.WheelKindPlanReport: nil,
	} {
		if got := w.daysOf("reader", 2031, kind); !slices.Equal(got, want) {
			t.Errorf("%s: %v", kind, got)
		}
		if got := w.daysOf("contributor", 2031, kind); got != nil {
			t.Errorf("%s to somebody who reads no plans: %v", kind, got)
		}
	}
	if got := w.daysOf("reader", 2032, contract.WheelKindPlanReport); !slices.Equal(got, []string{"2032-03-01 2032-03-01 2031"}) {
		t.Errorf("the report: %v", got)
	}
}

// readCalendar is what stands at a secret address.
func (w *world) readCalendar(path string) *httptest.ResponseRecorder {
	return w.do(nil, call{method: http.MethodGet, path: path})
}

func TestACalendarIsWrittenAsProgramsReadIt(t *testing.T) {
	w := newWorld(t)
	command := newDuty(&w.here)
	year := calendar.DayOf(app.SystemClock()).Year()
	command.Content.Who = "Controller\r\noch\rfler"
	command.Content.Title = `Årsrapport; "tertial", åtgärder\uppföljning ` + strings.Repeat("åäö ", 30)
	command.Content.StartsOn, command.Content.EndsOn = calendar.New(year, 1, 8), calendar.New(year, 1, 31)
	w.must("secretary", "AddDuty", nil, command, nil)
	answer := w.readCalendar(w.feed("reader", &w.here).Path)
	for header, want := range map[string]string{"Content-Type": "text/calendar; charset=utf-8", "Cache-Control": "private"} {
		if got := answer.Header().Get(header); got != want {
			t.Errorf("%s: %q", header, got)
		}
	}
	text := answer.Body.String()
	for line := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		if len(line) > 75 || !utf8.ValidString(line) || strings.ContainsAny(line, "\r\n") {
			t.Errorf("a line of %d: %q", len(line), line)
		}
	}
	for _, part := range []string{`SUMMARY:Årsrapport\; "tertial"\, åtgärder\\uppföljning`, `DESCRIPTION:Controller\noch`, "\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n"} {
		if !strings.Contains(text, part) {
			t.Errorf("no %s in %s", part, text)
		}
	}
	parsed, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil || len(parsed.Events()) != 2 {
		t.Fatalf("%v in %s", err, text)
	}
	for i, event := range parsed.Events() {
		summary := event.GetProperty(ics.ComponentPropertySummary).Value
		if want := command.Content.Title + ", Nämnd 0"; summary != want {
			t.Errorf("%q, want %q", summary, want)
		}
		if got, want := event.GetProperty(ics.ComponentPropertyDtEnd).Value, fmt.Sprintf("%d0201", year+i); got != want {
			t.Errorf("ends before %s, want %s", got, want)
		}
		if event.GetProperty(ics.ComponentPropertyDtstamp) == nil || event.GetProperty(ics.ComponentPropertyDtStart).ICalParameters["VALUE"][0] != "DATE" {
			t.Errorf("%v", event)
		}
	}
	if first, again := uids(text), uids(w.readCalendar(w.feed("reader", &w.here).Path).Body.String()); len(first) != 2 || slices.Equal(first, again) {
		t.Errorf("two calendars have the same events: %v", first)
	}
}

func uids(text string) (found []string) {
	for line := range strings.SplitSeq(text, "\r\n") {
		if strings.HasPrefix(line, "UID:") {
			found = append(found, line)
		}
	}
	return found
}

func TestACalendarHasNothingConfidentialAndNoTitlesOfWhatWaits(t *testing.T) {
	w := newWorld(t)
	today := calendar.DayOf(app.SystemClock())
	open, hidden := w.dueAt(w.registered(), today), w.dueAt(w.confidential(), today)
	w.db.Owner.MustExec(`update audit set title = 'Öppen' where id = $1`, open.ID)
	w.db.Owner.MustExec(`update audit set title = 'Hemlig' where id = $1`, hidden.ID)
	if text := w.readCalendar(w.feed("officer", &w.here).Path).Body.String(); !strings.Contains(text, "Öppen") || strings.Contains(text, "Hemlig") {
		t.Errorf("the committee's: %s", text)
	}
	if text := w.readCalendar(w.feed("officer", nil).Path).Body.String(); strings.Count(text, "SUMMARY:Börja på ett yttrande\\, Nämnd 0") != 2 || strings.Contains(text, "Öppen") || strings.Contains(text, "Hemlig") {
		t.Errorf("one's own: %s", text)
	}
}

func TestASecretAddressIsShownOnceAndEnds(t *testing.T) {
	w := newWorld(t)
	lost := w.feed("reader", &w.here)
	var made contract.MadeCalendarFeed
	w.must("reader", "AddCalendarFeed", nil, contract.NewCalendarFeed{ID: lost.Feed.ID, CommitteeID: &w.here}, &made)
	for path, want := range map[string]int{made.Path: http.StatusOK, lost.Path: http.StatusNotFound} {
		if got := w.readCalendar(path).Code; got != want {
			t.Errorf("%s: %d", path, got)
		}
	}
	listed := w.do(w.byName["reader"].cookie, w.call("ListCalendarFeeds", 0, nil, nil)).Body.String()
	_, secret, _ := strings.Cut(made.Path, "calendars/")
	if !strings.Contains(listed, `"lastReadOn":"`+calendar.DayOf(app.SystemClock()).String()) || strings.Contains(listed, secret) {
		t.Errorf("listed: %s", listed)
	}
	var stored bool
	if err := w.db.Owner.Get(&stored, `select exists (select from calendar_feed f where f::text like '%' || $1 || '%') or exists (select from journal_content c where c.content::text like '%' || $1 || '%')`, secret); err != nil || stored {
		t.Errorf("the secret is stored: %v %v", stored, err)
	}
	w.must("reader", "RevokeCalendarFeed", []any{made.Feed.ID}, nil, nil)
	if got := w.readCalendar(made.Path).Code; got != http.StatusNotFound {
		t.Errorf("revoked: %d", got)
	}
}

func TestACalendarFollowsItsAccountsRoles(t *testing.T) {
	w := newWorld(t)
	w.dueAt(w.registered(), calendar.DayOf(app.SystemClock()))
	path := w.feed("reader", &w.here).Path
	if text := w.readCalendar(path).Body.String(); !strings.Contains(text, "Yttrande senast: Granskning") {
		t.Errorf("a reader's: %s", text)
	}
	m := w.membershipOf("reader")
	w.mustWith("administrator", "UpdateMembership", m.Version, []any{m.ID}, contract.MembershipContent{Roles: []contract.RoleGrant{{Role: contract.RoleContributor}}}, &m)
	if answer := w.readCalendar(path); answer.Code != http.StatusOK || strings.Contains(answer.Body.String(), "Granskning") {
		t.Errorf("a contributor's: %d %s", answer.Code, answer.Body)
	}
	w.mustWith("administrator", "DeleteMembership", m.Version, []any{m.ID}, nil, nil)
	if got := w.readCalendar(path).Code; got != http.StatusNotFound {
		t.Errorf("nobody's: %d", got)
	}
}

func (w *world) membershipOf(who string) contract.Membership {
	w.t.Helper()
	var page contract.MembershipPage
	w.must("administrator", "ListMemberships", nil, nil, &page)
	for _, m := range page.Items {
		if m.Account.ID == w.byName[who].actor.Account {
			return m
		}
	}
	w.t.Fatalf("%s is no member", who)
	return contract.Membership{}
}
