package reading

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
)

var (
	abbreviationWord = regexp.MustCompile(`^\p{Lu}[\p{Lu}\p{Ll}]{0,5}$`)
	shortForm        = regexp.MustCompile(`^\p{Lu}\p{L}?[ns]$`) // for a nämnd or a styrelse
	betweenCommas    = regexp.MustCompile(`^,\s+(\p{Lu}[\p{Lu}\p{Ll}]{0,5}),`)
	inParentheses    = regexp.MustCompile(`^\s*[,(]\s*(?:nedan\s+|förkortas?\s+|fortsättningsvis\s+)?["”“]?(\p{Lu}[\p{Lu}\p{Ll}]{0,5})["”“]?\s*\)`)
)

// capitalWord is a short word of a line in capitals.
var capitalWord = regexp.MustCompile(`^(?:OCH|SOM|PER|ATT|AV|FÖR|MED|DEN|DET|TILL|FRÅN|OVAN|DATUM|NÄMND|ANTAL|SIDA|DEL|ÅR|NR|DNR)$`)

// isAbbreviation tells "SCN" and "BoU" from words.
func isAbbreviation(text string) bool {
	if !abbreviationWord.MatchString(text) || capitalWord.MatchString(text) {
		return false
	}
	large := 0
	for _, r := range text {
		if unicode.IsUpper(r) {
			large++
		}
	}
	return large >= 2
}

// learnAbbreviations takes those that the text expands itself: "Socialnämnden (SN)".
func (r *register) learnAbbreviations(text string) {
	for _, span := range committeeSpans(text) {
		e := r.byKey[committeeKey(text[span[0]:span[1]])]
		short := abbreviationBeside(text[:span[0]], text[span[0]:span[1]], text[span[1]:])
		if e != nil && e.abbreviation == "" && (isAbbreviation(short) || isShortForm(short, e.name)) && r.abbreviated(short) == nil {
			e.abbreviate(short)
		}
	}
}

// expandedAfter is how a key to abbreviations sets one before what it stands for: "SN – socialnämnden", "SN = …".
var expandedAfter = regexp.MustCompile(`(?:^|[^\p{L}\d-])(\p{Lu}[\p{Lu}\p{Ll}]{0,5})\s*(?:[–—=:]|\s-\s)\s*$`)

// abbreviationBeside finds the abbreviation that a text sets after a committee's name or, in a key, before it.
func abbreviationBeside(before, name, after string) string {
	if m := inParentheses.FindStringSubmatch(after); m != nil {
		return m[1]
	}
	if m := betweenCommas.FindStringSubmatch(after); m != nil {
		return m[1]
	}
	if m := expandedAfter.FindStringSubmatch(before); m != nil && lettersFit(m[1], name) {
		return m[1]
	}
	return ""
}

// isShortForm tells "Ks" for kommunstyrelsen from a word, where the text sets it beside the name.
func isShortForm(text, name string) bool {
	return shortForm.MatchString(text) && lettersFit(text, name)
}

func (r *register) abbreviated(abbreviation string) *entry {
	for _, e := range r.entries {
		if e.abbreviation == abbreviation {
			return e
		}
	}
	return nil
}

// joinAbbreviations joins those that the report never expands to the named committees: when the letters stand in order in
// exactly one name, the first as its first, and no other abbreviation fits that name. The rest become committees of their
// own without a name.
func (r *register) joinAbbreviations(abbreviations []string, named []*entry, warn func(code, message string)) {
	var open []string
	for _, abbreviation := range abbreviations {
		if r.abbreviated(abbreviation) == nil {
			open = append(open, abbreviation)
		}
	}
	matches := map[string]*entry{}
	for _, abbreviation := range open {
		fitting := fittingNames(abbreviation, named)
		if len(fitting) == 1 && onlyFit(abbreviation, open, fitting[0]) {
			matches[abbreviation] = fitting[0]
		}
	}
	for _, abbreviation := range open {
		if e := matches[abbreviation]; e != nil {
			e.abbreviate(abbreviation)
			warn(warnAbbreviationMatched, fmt.Sprintf("%s is never expanded in the report; its letters fit %s alone", abbreviation, e.name))
			continue
		}
		unnamed := &entry{}
		unnamed.abbreviate(abbreviation)
		r.entries = append(r.entries, unnamed)
		warn(warnAbbreviationUnknown, fmt.Sprintf("%s is never expanded in the report and fits none of the named committees for certain", abbreviation))
	}
}

func fittingNames(abbreviation string, named []*entry) []*entry {
	var fitting []*entry
	for _, e := range named {
		if e.abbreviation == "" && e.name != "" && lettersFit(abbreviation, e.name) {
			fitting = append(fitting, e)
		}
	}
	return fitting
}

func onlyFit(abbreviation string, open []string, e *entry) bool {
	for _, other := range open {
		if other != abbreviation && lettersFit(other, e.name) {
			return false
		}
	}
	return true
}

// lettersFit tells whether an abbreviation's letters stand in order in the name, the first as its first.
func lettersFit(abbreviation, name string) bool {
	letters := []rune(strings.ToLower(abbreviation))
	position := 0
	for i, letter := range []rune(strings.ToLower(name)) {
		if position < len(letters) && letter == letters[position] {
			position++
		} else if i == 0 {
			return false
		}
	}
	return position == len(letters)
}
