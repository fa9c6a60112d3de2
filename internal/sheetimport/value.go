package sheetimport

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"uppsikt/internal/calendar"
)

// Barely is a text for comparison: in small letters, with single spaces and no closing mark.
func Barely(text string) string {
	return strings.TrimRight(strings.ToLower(strings.Join(strings.Fields(text), " ")), ".:; ")
}

// Code is a value of the contract.
type Code interface {
	~string
	Valid() bool
}

// ValueOf understands a word or a code; nil for none. A word for "" is a word for there being none.
func ValueOf[T Code](text string, words map[string]T) (value *T, isKnown bool) {
	bare := Barely(text)
	if found, isWord := words[bare]; isWord && found == "" || bare == "" {
		return nil, true
	} else if isWord {
		return &found, true
	}
	code := T(bare)
	return &code, code.Valid()
}

var (
	digitsDate  = regexp.MustCompile(`^(\d{4})-?(\d{2})-?(\d{2})$`)
	swedishDate = regexp.MustCompile(`^(?:den )?(\d{1,2})(?::?e)? (jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-zåäö]*\.? (\d{4})$`)
	slashDate   = regexp.MustCompile(`^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$`) // 14/12/2023: the day first, as in Swedish
)

var monthsByStart = map[string]int{
	"jan": 1, "feb": 2, "mar": 3, "apr": 4, "maj": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "okt": 10, "nov": 11, "dec": 12,
}

// DateOf understands a day written in one of the Swedish ways; nil for none.
func DateOf(text string) (date *calendar.Date, isDate bool) {
	text = Barely(text)
	if text == "" || text == "-" {
		return nil, true
	}
	year, month, day := "", 0, ""
	if found := digitsDate.FindStringSubmatch(text); found != nil {
		year, day = found[1], found[3]
		month, _ = strconv.Atoi(found[2])
	} else if found := swedishDate.FindStringSubmatch(text); found != nil {
		year, month, day = found[3], monthsByStart[found[2]], found[1]
	} else if found := slashDate.FindStringSubmatch(text); found != nil {
		year, day = found[3], found[1]
		month, _ = strconv.Atoi(found[2])
	} else {
		return nil, false
	}
	y, _ := strconv.Atoi(year) // the patterns let digits through
	d, _ := strconv.Atoi(day)
	made := calendar.New(y, time.Month(month), d)
	return &made, made.Day() == d && int(made.Month()) == month && y >= 1950 && y <= 2100
}

var writtenNumber = regexp.MustCompile(`^[-−]?\d+(?:[.,]\d+)?(?:e[-+]?\d{1,2})?$`)

// DecimalOf understands 1 234,5 and 1.234,5, a spreadsheet's own 1234.5, and 45 % as 45; rounded to two decimals, since a
// spreadsheet may keep 0.1 as 0.1000000000000001. Nil for none.
func DecimalOf(text string) (number *float64, isNumber bool) {
	text = strings.Map(withoutSpace, strings.TrimRight(strings.ToLower(text), "% \u00a0"))
	if text == "" || text == "-" {
		return nil, true
	}
	if strings.Contains(text, ",") {
		text = strings.ReplaceAll(text, ".", "")
	}
	if !writtenNumber.MatchString(text) {
		return nil, false
	}
	parsed, err := strconv.ParseFloat(strings.NewReplacer(",", ".", "−", "-").Replace(text), 64)
	rounded := math.Round(parsed*100) / 100
	return &rounded, err == nil && math.Abs(rounded) <= 1e9
}

func withoutSpace(letter rune) rune {
	if unicode.IsSpace(letter) {
		return -1
	}
	return letter
}

// Names finds things by what they are called; the keys are as Barely has them.
type Names[T any] map[string]T

var between = regexp.MustCompile(`[,;/\n]`)

// In finds the things that a cell names, one or several; unknown is the first that is none.
func (names Names[T]) In(cell string) (found []T, unknown string) {
	if thing, isThere := names[Barely(cell)]; isThere {
		return []T{thing}, ""
	}
	for _, part := range between.Split(cell, -1) {
		if Barely(part) == "" {
			continue
		}
		thing, isThere := names[Barely(part)]
		if !isThere {
			return nil, strings.TrimSpace(part)
		}
		found = append(found, thing)
	}
	return found, ""
}
