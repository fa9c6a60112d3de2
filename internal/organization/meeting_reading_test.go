package organization_test

import (
	"fmt"
	"strings"
	"testing"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/organization"
)

func written(meeting contract.MeetingContent) string {
	day := func(d *calendar.Date) string {
		if d == nil {
			return "-"
		}
		return d.String()
	}
	return fmt.Sprint(meeting.Date, " ", day(meeting.ManuscriptStop), " ", day(meeting.Preparation), " ", day(meeting.Dispatch))
}

func TestReadMeetings(t *testing.T) {
	calendarFile := "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Storan//SV\r\n" +
		"BEGIN:VEVENT\r\nUID:2\r\nDTSTAMP:20240101T000000Z\r\nDTSTART;VALUE=DATE:20240321\r\nSUMMARY:Nämnd\r\nEND:VEVENT\r\n" +
		"BEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20240101T000000Z\r\nDTSTART:20240214T233000Z\r\nSUMMARY:Nämnd\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
	cases := []struct {
		name, text string
		meetings   []string
		unread     []string
	}{
		{"ISO days", "2024-03-21\n2024-02-15\n2024-02-15\n", []string{"2024-02-15 - - -", "2024-03-21 - - -"}, nil},
		{"words and a year above", "Sammanträden 2024\n15 februari\ntorsdag 21 mars kl. 13\n", []string{"2024-02-15 - - -", "2024-03-21 - - -"}, nil},
		{"what each day is for", "15 februari 2024, manusstopp 1 februari, beredning 6 feb, utskick 8/2\n",
			[]string{"2024-02-15 2024-02-01 2024-02-06 2024-02-08"}, nil},
		{"columns", "Manusstopp 2024-02-01\tUtskick 2024-02-08\tNämnd 2024-02-15", []string{"2024-02-15 2024-02-01 - 2024-02-08"}, nil},
		{"no year anywhere", "15 februari\n", nil, []string{"15 februari"}},
		{"no such day", "30 februari 2024\nTrevlig sommar\n", nil, []string{"30 februari 2024", "Trevlig sommar"}},
		{"a calendar, on Stockholm's days", calendarFile, []string{"2024-02-15 - - -", "2024-03-21 - - -"}, nil},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			read, err := organization.ReadMeetings(c.text)
			if err != nil {
				t.Fatal(err)
			}
			var meetings []string
			for _, meeting := range read.Meetings {
				meetings = append(meetings, written(meeting))
			}
			if strings.Join(meetings, "; ") != strings.Join(c.meetings, "; ") || strings.Join(read.Unread, "; ") != strings.Join(c.unread, "; ") {
				t.Errorf("got %q, unread %q", meetings, read.Unread)
			}
		})
	}
}
