package notice

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"strings"
	"time"
	"unicode"

	ics "github.com/arran4/golang-ical"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// feedPath is where calendars are read, before their secret.
const feedPath = "/api/v1/calendars/"

// newSecret is what makes a calendar's address; only its hash is stored.
func newSecret() string {
	random := make([]byte, 32)
	rand.Read(random) // never fails: it ends the program instead
	return base64.RawURLEncoding.EncodeToString(random)
}

func hashOf(secret string) []byte {
	sum := sha256.Sum256([]byte(secret))
	return sum[:]
}

// event is a day, or some, in somebody's calendar.
type event struct {
	uid      string // the same each time that it is read
	from, to calendar.Date
	summary  string
	who      string
}

// eventsOfWheel are a committee's days.
func eventsOfWheel(wheel contract.YearWheel, committee string) []event {
	var events []event
	for _, item := range wheel.Items {
		e := event{uid: uidOf(item), from: item.StartsOn, to: item.EndsOn, summary: summaryOf(item) + ", " + committee, who: item.Who}
		if item.Kind == contract.WheelKindChecksDue {
			e.from = e.to // a day on which something is to be ready, not a month of it
		}
		events = append(events, e)
	}
	return events
}

func uidOf(item contract.WheelItem) string {
	if item.ID == nil {
		return fmt.Sprintf("%s-%04d-%02d", item.Kind, item.EndsOn.Year(), item.EndsOn.Month())
	}
	return fmt.Sprintf("%s-%s-%d", item.Kind, item.ID, item.StartsOn.Year())
}

func summaryOf(item contract.WheelItem) string {
	switch item.Kind {
	case contract.WheelKindMeeting:
		return "Sammanträde"
	case contract.WheelKindManuscriptStop:
		return "Manusstopp"
	case contract.WheelKindPapersSent:
		return "Utskick"
	case contract.WheelKindResponseDue:
		return "Yttrande senast: " + item.Title
	case contract.WheelKindChecksDue:
		return fmt.Sprintf("Månadens kontroller klara senast (%d)", *item.Count)
	case contract.WheelKindPlanAdoption:
		return "Internkontrollplan " + item.Title + " antagen"
	case contract.WheelKindPlanReport:
		return "Internkontrollplan " + item.Title + " avrapporteras senast"
	}
	return item.Title
}

// eventsOfWaiting are what somebody has to do and what comes near, by kind and committee: the calendar's keeper is often another program,
// which is told no titles.
func eventsOfWaiting(waiting contract.Waiting, in places) []event {
	var events []event
	for _, list := range []contract.WaitingList{waiting.Mine, waiting.Near} {
		for _, item := range list.Items {
			if item.Date == nil {
				continue
			}
			e := event{uid: fmt.Sprintf("%s-%s", item.Kind, item.ID), from: *item.Date, to: *item.Date, summary: asSaid[item.Kind]}
			if item.CommitteeID != nil {
				e.uid += "-" + item.CommitteeID.String()
				e.summary += ", " + in.Committees[*item.CommitteeID]
			}
			events = append(events, e)
		}
	}
	return events
}

// written is the calendar as RFC 5545 has it.
func written(name, feed string, events []event, now time.Time) []byte {
	out := ics.NewCalendar()
	out.SetProductId("-//Uppsikt//Uppsikt//SV")
	out.SetMethod(ics.MethodPublish)
	out.SetXWRCalName(name)
	out.SetRefreshInterval("PT12H")
	for _, e := range events {
		added := out.AddEvent(e.uid + "-" + feed + "@uppsikt")
		added.SetDtStampTime(now)
		added.SetAllDayStartAt(e.from.Time())
		added.SetAllDayEndAt(e.to.AddDays(1).Time()) // the end is the first day that is not with it
		added.SetSummary(printable(e.summary))
		added.SetTimeTransparency(ics.TransparencyTransparent)
		if e.who != "" {
			added.SetDescription(printable(e.who))
		}
	}
	return []byte(out.Serialize(ics.WithNewLineWindows))
}

// printable leaves out what a line of a calendar cannot hold: a lone carriage return ends it for some programs.
func printable(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return -1
		}
		return r
	}, text)
}
