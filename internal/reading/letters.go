package reading

import (
	"regexp"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// plainLetters writes what looks alike with the same letters: ligatures as the letters they join, spaces of any width as
// spaces, and nothing for what takes no place on the page.
var plainLetters = strings.NewReplacer(
	"ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "ft", "ﬆ", "st",
	"\u00a0", " ", "\u2002", " ", "\u2003", " ", "\u2004", " ", "\u2005", " ", "\u2006", " ", "\u2007", " ", "\u2008", " ",
	"\u2009", " ", "\u200a", " ", "\u202f", " ", "\u205f", " ", "\u3000", " ",
	"\u00ad", "", "\u200b", "", "\u200c", "", "\u200d", "", "\u200e", "", "\u200f", "", "\u2060", "", "\ufeff", "",
)

// softBreak is the hyphen that a word was broken with at a line's end. Some programs write U+FFFE for it, or a control sign.
var softBreak = regexp.MustCompile(`[\x{00AD}\x{FFFE}\x02][\s\x{200B}]*$`)

// plain is a line in letters that can be compared and counted.
func plain(text string) string {
	return plainLetters.Replace(norm.NFC.String(softBreak.ReplaceAllString(text, "-")))
}

// inPlainLetters comes before all else: where text stands on its line tells columns and tables apart, so that what takes no
// place on the page must be gone. The lines that were read stay as they are.
func inPlainLetters(lines []line) []line {
	plained := slices.Clone(lines)
	for i, l := range lines {
		plained[i].text = plain(l.text)
	}
	marks, loose := lostMarks(plained), isLooselySpaced(plained)
	for i, l := range plained {
		if loose {
			l.text = closelySpaced(l.text)
		}
		plained[i].text = withBullet(l.text, marks)
	}
	return plained
}

var spaces = regexp.MustCompile(` +`)

// looselySpaced is how many times as many double spaces as single ones a text has whose every space is a double one.
const looselySpaced = 5

// isLooselySpaced tells such a text, as some conversions give it. Two spaces are no gap between columns then.
func isLooselySpaced(lines []line) bool {
	count := [3]int{}
	for _, l := range lines {
		for _, gap := range spaces.FindAllString(strings.TrimSpace(l.text), -1) {
			if len(gap) <= 2 {
				count[len(gap)]++
			}
		}
	}
	return count[2] > looselySpaced*count[1] && count[2] > len(lines)
}

func closelySpaced(text string) string {
	written := strings.TrimLeft(text, " ")
	indent := text[:len(text)-len(written)]
	return indent + spaces.ReplaceAllStringFunc(written, func(gap string) string {
		if len(gap) == 2 {
			return " "
		}
		return gap
	})
}

// lostMark is what a bullet of a font for symbols becomes where the font is lost: its letter of the ordinary alphabet, or a
// sign for what cannot be shown.
var lostMark = regexp.MustCompile(`^([ \t]*)([?\x{FFFD}§ØüvqnàèðÆ])([ \t]+)(\p{L}\p{L}.*)$`)

// minLostMarks is how many items of a list are to begin so: one alone may be something else, unless it stands for nothing in
// Swedish.
const minLostMarks = 2

const foreignMarks = "§Ø\uFFFD"

func lostMarks(lines []line) map[string]bool {
	times, marks := map[string]int{}, map[string]bool{}
	for _, l := range lines {
		if m := lostMark.FindStringSubmatch(l.text); m != nil && !isGradeOnly(m[4]) {
			times[m[2]]++
			marks[m[2]] = times[m[2]] >= minLostMarks || strings.Contains(foreignMarks, m[2])
		}
	}
	return marks
}

func withBullet(text string, marks map[string]bool) string {
	m := lostMark.FindStringSubmatch(text)
	if m == nil || !marks[m[2]] || isGradeOnly(m[4]) {
		return text
	}
	return m[1] + "•" + m[3] + m[4]
}

// partedWord is a word that a line's end broke, where the lines were joined with a space: "utbild- ningsnämnden". The first
// of several compounds ("plan- och byggnadsnämnden", "kort- till medellång sikt") is none.
var (
	partedWord  = regexp.MustCompile(`(\p{L}{2,})- (\p{Ll}+)([^\p{L}-]|$)`)
	endedWord   = regexp.MustCompile(`(?:heten|ingen|[aeo]rna)$`) // a dash stands after it, with its space lost
	joinsHalves = regexp.MustCompile(`^(?:och|eller|samt|respektive|alternativt|men|inte|till|som|i|av|på|för|med|att)$`)
)

// withWholeWords joins the halves of such words; an abbreviation keeps its hyphen.
func withWholeWords(text string) string {
	return partedWord.ReplaceAllStringFunc(text, func(found string) string {
		halves := partedWord.FindStringSubmatch(found)
		if joinsHalves.MatchString(halves[2]) || endedWord.MatchString(halves[1]) {
			return found
		}
		return joinBroken(halves[1]+"-", halves[2]) + halves[3]
	})
}
