package reading

import (
	"cmp"
	"regexp"
	"strings"
	"unicode/utf8"
)

// coverText is how long a page may be, in letters, and still be a cover or a letter.
const coverText = 900

var (
	inlineTitle   = regexp.MustCompile(`(?:^|\s)((?:(?:Fördjupad|Uppföljande|Översiktlig|Grundläggande)\s+granskning|Granskning|Uppföljning|Förstudie|Revision)\s+(?:av|gällande|avseende|rörande|kring|om)\s\S)`)
	kindTitle     = regexp.MustCompile(`^(?:.{0,40}\s)?(?:Revisionsrapport|Granskningsrapport)\.?\s+(\p{Lu})`)
	nextName      = regexp.MustCompile(`\s(\p{Lu})`)
	personOpening = regexp.MustCompile(`^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\p{Ll}+`)
	placeOpening  = regexp.MustCompile(`^(?:\p{Lu}[\p{L}-]+\s(?:\p{Lu}[\p{L}-]+\s)?(?i:kommuns?|stads?|landstings?)\b|Region\s\p{Lu}\p{L}+|Landstinget\s)`)
	otherOpening  = regexp.MustCompile(`^(?i)(?:(?:` + monthNames + `)\s\d|(?:revisions|gransknings)?rapport|(?:dnr|diarienr|diarienummer)(?:\s|:|$)|(?:på|genomförd på) (?:vårt )?uppdrag|(?:kommun|lekmanna|stads|region)?revis(?:orerna|ionen)\s|sammanfattning(?:\s|$)|revisionskontoret(?:\s|$)|building a better)`)
)

// shortestTitle is how many letters a title has at least.
const shortestTitle = 10

// cover sets the title of a cover on a line of its own, where it ends for certain: before a place's or person's name, a
// month, a firm or the cover's next label.
func (d *pageDivider) cover(text string) string {
	for _, pattern := range []*regexp.Regexp{inlineTitle, kindTitle} {
		m := pattern.FindStringSubmatchIndex(text)
		if m == nil {
			continue
		}
		title := titleUntilName(text[m[2]:])
		if len(title) < shortestTitle || firmUnit.MatchString(title) || firstDate(title) != nil {
			continue
		}
		return d.titleApart(text, m[2], title, 0)
	}
	if begin := titleBegin(text); begin >= 0 && utf8.RuneCountInString(text) < bareCover && !sentenceEnd.MatchString(text) && !strings.HasSuffix(text, ".") {
		if title := titleUntilName(text[begin:]); len(title) >= shortestTitle && isTitleLine(title) {
			return d.titleApart(text, begin, title, titleHeading)
		}
	}
	return text
}

// titleApart puts the title on a line of its own, and what stands before it on another.
func (d *pageDivider) titleApart(text string, at int, title string, heading int) (rest string) {
	d.put(text[:at], 0)
	d.put(title, heading)
	d.titled = true
	return text[at+len(title):]
}

// bareCover is how long a page may be, in letters, that holds no more than a title and who has made the report for whom.
const bareCover = 300

var (
	coverMark   = regexp.MustCompile(`^(?:www\.\S+|ABCD|(?:Revisions|Gransknings)rapport\*?(?:\s\d{4})?)\s+`)
	coverPerson = regexp.MustCompile(`^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s\p{Lu}\p{Ll}+,?\s+(?:och\s+)?(?:(?i:cert(?:ifierad|\.)?\s+kommunal\s+(?:yrkes)?revisor|(?:verksamhets|yrkes)?revisor|revisionskonsult|(?:projekt|uppdrags)ledare|projektmedarbetare|kundansvarig),?\s+)?`)
)

// titleBegin is where a cover's title begins after its marks, its authors and the place, or -1 where that is not certain.
func titleBegin(text string) int {
	at, persons := 0, false
	for {
		rest := text[at:]
		skipped := coverMark.FindString(rest)
		if place := placeOpening.FindString(rest); skipped == "" && place != "" {
			skipped = rest[:len(rest)-len(strings.TrimLeft(rest[len(place):], " "))]
		} else if person := coverPerson.FindString(rest); skipped == "" && person != "" {
			skipped, persons = person, true
		}
		if skipped == "" {
			break
		}
		at += len(skipped)
	}
	words := strings.Fields(text[at:])
	if len(words) < 2 || questionOpening.MatchString(text[at:]) || !startsWithUpper(words[0]) || persons && !startsWithLower(words[1]) {
		return -1 // a third name may be left
	}
	return at
}

var (
	datedCover = regexp.MustCompile(`(?i)(?:^|\s)(` + isoDate + `|` + wordDate + `)(?:\s+antal\s+sid|$)`)
	anyDate    = regexp.MustCompile(`(?i)(?:^|\s)(` + isoDate + `|` + wordDate + `)(?:\s|$)`)
	ofOtherDay = regexp.MustCompile(`(?i)(?:^|\s)(?:per|den|senast|till|från|och|med)$`)
)

// withoutCoverDate takes out the day that ends a cover, that stands before its number of pages, or that is the only one of a
// page with no sentences.
func withoutCoverDate(text string) (rest, date string) {
	m := datedCover.FindStringSubmatchIndex(text)
	if days := anyDate.FindAllStringSubmatchIndex(text, 2); m == nil && len(days) == 1 && utf8.RuneCountInString(text) < bareCover {
		m = days[0]
	}
	if m == nil || sentenceEnd.MatchString(text) || ofOtherDay.MatchString(strings.TrimSpace(text[:m[2]])) {
		return text, ""
	}
	return text[:m[2]] + text[m[3]:], text[m[2]:m[3]]
}

var labelledNumber = regexp.MustCompile(`\s((?i:diarienummer|diarienr|dnr)\s?[.:]?\s*(?:\p{Lu}{2,6}\s)?[\p{Lu}\d./:-]*\d)(?:\s|$)`)

// withoutCoverNumber takes out the number that a cover is registered by, where the page has no sentences.
func withoutCoverNumber(text string) (rest, labelled string) {
	m := labelledNumber.FindStringSubmatchIndex(text)
	if m == nil || sentenceEnd.MatchString(text) {
		return text, ""
	}
	return text[:m[2]] + text[m[3]:], text[m[2]:m[3]]
}

// titleUntilName is what a text says before the name that ends it, or nothing where no such name does for certain.
func titleUntilName(text string) string {
	if personOpening.MatchString(text) && !placeOpening.MatchString(text) {
		return ""
	}
	if m := titleStop.FindStringIndex(text); m != nil {
		text = text[:m[0]]
	}
	nameEnd := 0 // of a name within the title
	certain := true
	for _, m := range nextName.FindAllStringSubmatchIndex(text, -1) {
		before, rest := text[:m[0]], text[m[2]:]
		switch name := nameAt(rest); {
		case m[2] < nameEnd:
			continue
		case name == "":
			certain = false // a word that may begin something else, where no name comes after it
			continue
		case titleGoesOn.MatchString(before):
			nameEnd = m[2] + len(name)
			continue
		case genitive.MatchString(before):
			return ""
		}
		return shortEnough(before)
	}
	if !certain {
		return ""
	}
	return shortEnough(text)
}

func shortEnough(title string) string {
	if titleGoesOn.MatchString(title) || utf8.RuneCountInString(title) > longestCoverTitle {
		return ""
	}
	return title
}

var (
	genitive  = regexp.MustCompile(`(?:ens|ets|nas)$`)
	titleStop = regexp.MustCompile(`\s\S+\.(?:se|com|nu|org)(?:/|\s|$)|[.:;]|(?i)\s(?:\d{1,2}\s)?(?:` + monthNames + `)\s\d`)
)

// afterPerson is what may come after a person's name on a cover, and not after two nouns that have capitals.
var afterPerson = regexp.MustCompile(`^(?:,|\s*$|\s(?i:cert|och\s|(?:yrkes)?revisor|(?:projekt|uppdrags)ledare|revisionskonsult|kundansvarig|den\s)|\s\p{Lu}|\s\d)`)

// nameAt is the name that a text begins with: of a place, a person, a month, a firm or the cover's next label.
func nameAt(text string) string {
	if at := firms.FindStringIndex(text); at != nil && at[0] == 0 {
		return text[:at[1]]
	}
	if person := personOpening.FindString(text); person != "" && afterPerson.MatchString(text[len(person):]) {
		return person
	}
	return cmp.Or(placeOpening.FindString(text), otherOpening.FindString(text))
}
