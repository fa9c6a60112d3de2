package reading

import (
	"cmp"
	"regexp"
	"strings"
)

// part is a heading, or the text between two.
type part struct {
	text    string
	heading int
}

// midwayHeading is a heading that no sentence has ended before: these nouns have a capital nowhere else.
var midwayHeading = regexp.MustCompile(`^(?:Sammanfattning|Bakgrund|Inledning|Metod|Avgränsning|Revisionskriterier|Kontrollmål|Revisionsfrågor|Rekommendationer|(?:Sammanfattande|Samlad|Revisionell) bedömning|SAMMANFATTNING|INLEDNING|BAKGRUND|REKOMMENDATIONER)\s\p{Lu}`)

var headingPlace = regexp.MustCompile(`(?:^|\s)(?:(\d{1,2}(?:\.\d{1,2}){0,3})\.?\s+)?(\p{Lu})`)

// headingsApart divides a text at its headings: numbered ones that the table of contents lists or that reports share,
// and those without number that reports share, where a sentence has ended before them.
func (d *pageDivider) headingsApart(text string) []part {
	var parts []part
	start := 0
	for _, m := range headingPlace.FindAllStringSubmatchIndex(text, -1) {
		if m[4] < start {
			continue
		}
		begin := m[4]
		numbered := m[2] >= start // else the number ends the heading before: "Bilaga 1 Källor"
		if numbered {
			begin = m[2]
		}
		before := strings.TrimSpace(text[start:begin])
		if labelled.MatchString(text[m[4]:]) {
			parts = append(parts, part{text: text[start:begin]})
			start = begin
			continue
		}
		if !numbered && before != "" && !endsSentence(before) && !midwayHeading.MatchString(text[m[4]:]) {
			continue
		}
		title := d.titleAt(text[m[4]:], numbered)
		if title == "" {
			continue
		}
		level := titleHeading + 1
		if numbered {
			level += strings.Count(text[m[2]:m[3]], ".")
		} else if !chapterWords.MatchString(headingKey(title)) {
			level = sectionLevel
		}
		if numbered {
			parts = append(parts, withChapterAbove(text[start:begin], text[m[2]:m[3]], level)...)
		} else {
			parts = append(parts, part{text: text[start:begin]})
		}
		parts = append(parts, part{text[begin:m[4]] + title, level})
		start = m[4] + len(title)
	}
	return append(parts, part{text: text[start:]})
}

// labelled is what a label begins, which has a line of its own: a question's number, an answer, a committee's grade.
var labelled = regexp.MustCompile(`^(?:(?:Svar på )?(?i:revisionsfråga|delfråga|kontrollfråga|fråga|kontrollmål)\s\d{1,2}\s?[.:]|(?:Svar|Bedömning|Vår bedömning)\s?:|\p{Lu}\p{L}*(?:-\soch\s\p{L}+)?(?:nämnden|styrelsen):)\s`)

var chapterAtEnd = regexp.MustCompile(`(?:^|\s)((\d{1,2}(?:\.\d{1,2}){0,2})\.?\s+\p{Lu}[^.!?:]{2,100})$`)

// withChapterAbove takes the heading of a chapter from the end of a text that the chapter's first section comes after:
// what stands between "4" and "4.1 Iakttagelser".
func withChapterAbove(text, section string, level int) []part {
	chapter, first := strings.CutSuffix(section, ".1")
	text = strings.TrimSpace(text)
	m := chapterAtEnd.FindStringSubmatchIndex(text)
	if !first || m == nil || text[m[4]:m[5]] != chapter || m[2] > 0 && !endsSentence(strings.TrimSpace(text[:m[2]])) {
		return []part{{text: text}}
	}
	return []part{{text: text[:m[2]]}, {text[m[2]:], level - 1}}
}

// longestTitle is of how many words a heading may be.
const longestTitle = 12

// titleAt gives the beginning of a text that is a heading, with another sentence or heading after it: the longest that the
// table of contents lists, else the shortest that reports share.
func (d *pageDivider) titleAt(text string, numbered bool) string {
	listed, known := "", ""
	words := strings.SplitN(text, " ", longestTitle+2)
	for n := 1; n <= min(longestTitle, len(words)); n++ {
		title := strings.Join(words[:n], " ")
		if n > 1 && endsSentence(words[n-2]) {
			break
		}
		if n < len(words) && !numbered && digitFirst.MatchString(words[n]) {
			continue // "Bedömning av revisionsfråga 2"
		}
		if n < len(words) && startsWithLower(words[n]) && !(numbered && words[n] == "har") { // "har" where the firm's name was a picture
			continue
		}
		if numbered && d.contents != "" && containsTitle(d.contents, title) {
			listed = title
		}
		if known == "" && isKnownHeading(title) && !titleGoesOn.MatchString(title) {
			known = title
		}
	}
	return strings.TrimRight(cmp.Or(listed, known), ":")
}

func containsTitle(contents, title string) bool {
	at := strings.Index(contents, strings.ToLower(title))
	if at < 0 {
		return false
	}
	end := at + len(title)
	return end >= len(contents) || strings.ContainsRune(" .…0123456789", rune(contents[end]))
}
