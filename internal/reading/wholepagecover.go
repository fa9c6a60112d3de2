package reading

import (
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
	placeOpening  = regexp.MustCompile(`^(?:\p{Lu}[\p{L}-]+\s(?:\p{Lu}[\p{L}-]+\s)?(?i:kommun|stad|landsting)|Region\s\p{Lu}\p{L}+|Landstinget\s)`)
	otherOpening  = regexp.MustCompile(`^(?i)(?:(?:` + monthNames + `)\s\d|(?:revisions|gransknings)?rapport|(?:dnr|diarienr|diarienummer)(?:\s|:|$)|(?:på|genomförd på) uppdrag)`)
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
		d.put(text[:m[2]], 0)
		d.put(title, 0)
		d.titled = true
		return text[m[2]+len(title):]
	}
	return text
}

var (
	datedCover = regexp.MustCompile(`(?i)(?:^|\s)(` + isoDate + `|` + wordDate + `)(?:\s+antal\s+sid|$)`)
	ofOtherDay = regexp.MustCompile(`(?i)(?:^|\s)(?:per|den|senast|till|från|och|med)$`)
)

// withoutCoverDate takes out the day that ends a cover or stands before its number of pages.
func withoutCoverDate(text string) (rest, date string) {
	m := datedCover.FindStringSubmatchIndex(text)
	if m == nil || sentenceEnd.MatchString(text) || ofOtherDay.MatchString(strings.TrimSpace(text[:m[2]])) {
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
	titleStop = regexp.MustCompile(`[.:;]`)
)

// nameAt is the name that a text begins with: of a place, a person, a month, a firm or the cover's next label.
func nameAt(text string) string {
	if at := firms.FindStringIndex(text); at != nil && at[0] == 0 {
		return text[:at[1]]
	}
	for _, opening := range []*regexp.Regexp{placeOpening, personOpening, otherOpening} {
		if name := opening.FindString(text); name != "" {
			return name
		}
	}
	return ""
}
