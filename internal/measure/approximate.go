// Package measure keeps what the committees do or will do: one identity from a response's draft through its decision to
// the progress reported.
package measure

import (
	"regexp"
	"strconv"
	"strings"
	"time"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// Suggest understands words such as "våren 2024", "andra kvartalet 2024" or "löpande" as an approximate date: how precise
// it is and its last day, for the person to confirm. Seasons as GLOSSARY.md has them. Words that are not understood
// come back with neither precision nor last day; nothing is guessed.
func Suggest(words string) contract.ApproximateDate {
	suggestion := contract.ApproximateDate{Words: strings.TrimSpace(words)}
	text := strings.ToLower(suggestion.Words)
	if unclear.MatchString(text) {
		return suggestion
	}
	for _, reading := range readings {
		found := reading.pattern.FindStringSubmatch(text)
		if found == nil {
			continue
		}
		last, understood := reading.lastDay(found[1:])
		if !understood {
			continue
		}
		precision := reading.precision
		suggestion.Precision = &precision
		if !last.IsZero() {
			suggestion.LastDay = &last
		}
		return suggestion
	}
	return suggestion
}

type reading struct {
	pattern   *regexp.Regexp
	precision contract.Precision
	lastDay   func(found []string) (calendar.Date, bool)
}

const (
	monthNames  = `januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december`
	seasonNames = `vår|sommar|höst|vinter|vintr`
)

// unclear are words beside a time that make its last day another than the time's own: nothing is guessed.
var unclear = regexp.MustCompile(`\b(före|innan|efter|halvårsskiftet|årsskiftet|mitten)\b`)

// readings are tried in turn: what goes on has no last day, whatever else is said; then from the most precise to the least.
var readings = []reading{
	{regexp.MustCompile(`(löpande|kontinuerligt|fortlöpande|tills vidare)`), contract.PrecisionContinuous, continuous},
	{regexp.MustCompile(`\b(\d{4}-\d{2}-\d{2})\b`), contract.PrecisionDay, isoDay},
	{regexp.MustCompile(`\b(\d{1,2})\s+(` + monthNames + `)\s+(\d{4})\b`), contract.PrecisionDay, writtenDay},
	{regexp.MustCompile(`(?:^|\s)(` + monthNames + `)\s+(\d{4})\b`), contract.PrecisionMonth, month},
	{regexp.MustCompile(`\b(?:kvartal|q)\s*([1-4])\s*,?\s*(\d{4})\b`), contract.PrecisionQuarter, quarter},
	{regexp.MustCompile(`(?:^|\s)(första|andra|tredje|fjärde)\s+kvartalet\s+(\d{4})\b`), contract.PrecisionQuarter, quarter},
	{regexp.MustCompile(`(?:^|\s)(` + seasonNames + `)e?n?\s+(\d{4})(?:[/–-](\d{2,4}))?(?:$|\D)`), contract.PrecisionSeason, season},
	{regexp.MustCompile(`^(\d{4})-(\d{2})$`), contract.PrecisionMonth, isoMonth},
	{regexp.MustCompile(`^[a-zåäö ]*\b(\d{4})$`), contract.PrecisionYear, year},
}

var monthNumbers = numbered(strings.Split(monthNames, "|"))
var ordinals = map[string]int{"första": 1, "andra": 2, "tredje": 3, "fjärde": 4, "1": 1, "2": 2, "3": 3, "4": 4}

// seasonEnds maps a season to its last month; winter ends in the year after it began.
var seasonEnds = map[string]time.Month{"vår": time.May, "sommar": time.August, "höst": time.November, "vinter": time.February, "vintr": time.February}

func numbered(names []string) map[string]time.Month {
	numbers := make(map[string]time.Month, len(names))
	for i, name := range names {
		numbers[name] = time.Month(i + 1)
	}
	return numbers
}

func isoDay(found []string) (calendar.Date, bool) {
	day, err := calendar.Parse(found[0])
	return day, err == nil
}

func writtenDay(found []string) (calendar.Date, bool) {
	number, _ := strconv.Atoi(found[0])
	day := calendar.New(yearOf(found[2]), monthNumbers[found[1]], number)
	return day, day.Day() == number
}

func isoMonth(found []string) (calendar.Date, bool) {
	number, _ := strconv.Atoi(found[1])
	return lastDayOf(yearOf(found[0]), time.Month(number)), number >= 1 && number <= 12
}

func month(found []string) (calendar.Date, bool) {
	return lastDayOf(yearOf(found[1]), monthNumbers[found[0]]), true
}

func quarter(found []string) (calendar.Date, bool) {
	return lastDayOf(yearOf(found[1]), time.Month(3*ordinals[found[0]])), true
}

func season(found []string) (calendar.Date, bool) {
	ends, in := seasonEnds[found[0]], yearOf(found[1])
	if ends == time.February {
		in++
	}
	return lastDayOf(in, ends), true
}

func year(found []string) (calendar.Date, bool) {
	return lastDayOf(yearOf(found[0]), time.December), true
}

func continuous([]string) (calendar.Date, bool) { return calendar.Date{}, true }

func lastDayOf(year int, month time.Month) calendar.Date { return calendar.New(year, month+1, 0) }

func yearOf(text string) int {
	number, _ := strconv.Atoi(text) // the patterns let four digits through
	return number
}
