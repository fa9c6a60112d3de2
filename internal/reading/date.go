package reading

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"
)

var months = map[string]time.Month{
	"januari": 1, "februari": 2, "mars": 3, "april": 4, "maj": 5, "juni": 6, "juli": 7, "augusti": 8, "september": 9,
	"oktober": 10, "november": 11, "december": 12,
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12,
}

const (
	monthNames = `januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|okt|nov|dec`
	isoDate    = `(\d{4})\s?[-–/.]\s?(\d{2})\s?[-–/.]\s?(\d{2})`
	wordDate   = `(\d{1,2})(?::?e)?\s*(` + monthNames + `)\.?\s*(\d{4})`
)

var (
	fullDate   = regexp.MustCompile(`(?i)(?:^|[^\d-])(?:` + isoDate + `|` + wordDate + `)(?:[^\d-]|$)`)
	gluedDate  = regexp.MustCompile(`(?i)\d(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)|(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\d{4}`)
	yearless   = regexp.MustCompile(`(?i)(?:^|\D)\d{1,2}\s*(?:` + monthNames + `)(?:[^\p{L}\d]|$)`)
	dateOnly   = regexp.MustCompile(`^(?i:datum:?\s*|daterad:?\s*|utfärda[dt]:?\s*)?(?:\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+|\s(?:hus|kommun|stad))?,?\s+)?(?i:den\s+|d\.\s*)?(?i:` + isoDate + `|` + wordDate + `)\.?$`)
	datedMonth = regexp.MustCompile(`(?i)^(?:` + monthNames + `)\s+\d{4}$`)
)

// firstDate gives the first full calendar day in a text as ISO, or nil: a month alone is no date.
func firstDate(text string) *string {
	m := fullDate.FindStringSubmatch(text)
	if m == nil {
		return nil
	}
	if m[1] != "" {
		return isoDay(m[1], m[2], m[3])
	}
	return isoDay(m[6], strconv.Itoa(int(months[strings.ToLower(m[5])])), m[4])
}

// isoDay is nil for a day that the calendar does not have.
func isoDay(year, month, day string) *string {
	y, _ := strconv.Atoi(year)
	m, _ := strconv.Atoi(month)
	d, _ := strconv.Atoi(day)
	date := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	if date.Day() != d || int(date.Month()) != m || y < 1950 || y > 2100 {
		return nil
	}
	text := fmt.Sprintf("%04d-%02d-%02d", y, m, d)
	return &text
}

// otherDate is when something else was done than the report: a page's publishing, a decision.
var otherDate = regexp.MustCompile(`(?i)^(publicera|uppdatera|senast|ändra|granska|beslut|antag|fastställ|skapa|inkom|ankom|giltig|reviderad|sida|pressmeddelande|nyhet|version|utskri|hämta)`)

func isDateOnly(text string) bool {
	text = strings.TrimSpace(text)
	return dateOnly.MatchString(text) && !otherDate.MatchString(text) && firstDate(text) != nil
}
