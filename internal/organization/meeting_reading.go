package organization

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"time"

	ics "github.com/arran4/golang-ical"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// ReadMeetings understands a pasted list, one meeting a line, or an iCalendar file (RFC 5545). A line's first day is the
// meeting's, unless a word before it says what it is; days without a year have the year last named. What holds no day
// comes back unread. The meetings come by date, each day once.
func ReadMeetings(text string) (contract.MeetingReading, error) {
	read := contract.MeetingReading{Meetings: []contract.MeetingContent{}, Unread: []string{}}
	if strings.Contains(text, "BEGIN:VCALENDAR") {
		events, err := meetingsOfCalendar(text)
		read.Meetings = events
		return sorted(read), err
	}
	year := 0
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		meeting, found := meetingOfLine(line, &year)
		switch {
		case found:
			read.Meetings = append(read.Meetings, meeting)
		case line != "" && !onlyYear.MatchString(line):
			read.Unread = append(read.Unread, line)
		}
	}
	return sorted(read), nil
}

func sorted(read contract.MeetingReading) contract.MeetingReading {
	slices.SortStableFunc(read.Meetings, func(a, b contract.MeetingContent) int { return a.Date.Time().Compare(b.Date.Time()) })
	read.Meetings = slices.CompactFunc(read.Meetings, func(a, b contract.MeetingContent) bool { return a.Date == b.Date })
	return read
}

func meetingsOfCalendar(text string) ([]contract.MeetingContent, error) {
	meetings := []contract.MeetingContent{}
	parsed, err := ics.ParseCalendar(strings.NewReader(text))
	if err != nil {
		return meetings, fault.InvalidField("/text", "not_a_calendar", "the iCalendar file cannot be read").Because(err)
	}
	for _, event := range parsed.Events() {
		start, err := event.GetStartAt()
		if err != nil {
			if start, err = event.GetAllDayStartAt(); err != nil {
				continue // an event without a day is no meeting
			}
		}
		meetings = append(meetings, contract.MeetingContent{Date: calendar.DayOf(start)})
	}
	return meetings, nil
}

const months = `januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december`

var (
	onlyYear = regexp.MustCompile(`^\D*(20\d\d)\D*$`)
	aDay     = regexp.MustCompile(`(?i)(20\d\d)-(\d\d)-(\d\d)|(\d{1,2})\s*(` + months + `|jan|feb|mar|apr|jun|jul|aug|sep|sept|okt|nov|dec)\.?(?:\s+(20\d\d))?|(\d{1,2})/(\d{1,2})(?:[ -]+(20\d\d))?`)
	purposes = []struct {
		words *regexp.Regexp
		of    func(*contract.MeetingContent) **calendar.Date
	}{
		{regexp.MustCompile(`(?i)manus|inlämning|deadline`), func(m *contract.MeetingContent) **calendar.Date { return &m.ManuscriptStop }},
		{regexp.MustCompile(`(?i)bered|presidi|arbetsutskott`), func(m *contract.MeetingContent) **calendar.Date { return &m.Preparation }},
		{regexp.MustCompile(`(?i)utskick|kallelse|expedier`), func(m *contract.MeetingContent) **calendar.Date { return &m.Dispatch }},
	}
)

// meetingOfLine reads "15 februari 2024, manusstopp 1 februari, utskick 8 februari". year is the year last named.
func meetingOfLine(line string, year *int) (contract.MeetingContent, bool) {
	var meeting contract.MeetingContent
	if named := onlyYear.FindStringSubmatch(line); named != nil {
		*year = number(named[1])
		return meeting, false
	}
	before := 0
	for _, at := range aDay.FindAllStringSubmatchIndex(line, -1) {
		day, ok := dayOf(line, at, year)
		if !ok {
			continue
		}
		place(&meeting, line[before:at[0]], day)
		before = at[1]
	}
	for _, purpose := range purposes { // a day after the meeting is not what the word before it says
		if given := purpose.of(&meeting); *given != nil && meeting.Date.Before(**given) {
			*given = nil
		}
	}
	return meeting, !meeting.Date.IsZero()
}

// place puts a day where the words before it say; the first without words is the meeting's own.
func place(meeting *contract.MeetingContent, words string, day calendar.Date) {
	for _, purpose := range purposes {
		if purpose.words.MatchString(words) {
			*purpose.of(meeting) = &day
			return
		}
	}
	if meeting.Date.IsZero() {
		meeting.Date = day
	}
}

func dayOf(line string, at []int, year *int) (calendar.Date, bool) {
	group := func(i int) string {
		if at[2*i] < 0 {
			return ""
		}
		return line[at[2*i]:at[2*i+1]]
	}
	var day, month int
	switch {
	case group(1) != "":
		*year, month, day = number(group(1)), number(group(2)), number(group(3))
	case group(5) != "":
		day, month = number(group(4)), monthNumber(group(5))
		nameYear(group(6), year)
	default:
		day, month = number(group(7)), number(group(8))
		nameYear(group(9), year)
	}
	read := calendar.New(*year, time.Month(month), day)
	return read, *year > 0 && read.Day() == day && int(read.Month()) == month
}

func nameYear(named string, year *int) {
	if named != "" {
		*year = number(named)
	}
}

func monthNumber(name string) int {
	for i, full := range strings.Split(months, "|") {
		if strings.HasPrefix(full, strings.ToLower(name)[:3]) {
			return i + 1
		}
	}
	return 0
}

func number(digits string) int {
	value, _ := strconv.Atoi(digits) // the pattern lets digits through alone
	return value
}
