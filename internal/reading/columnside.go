package reading

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// sideLine is a line of a column and its place on the sheet.
type sideLine struct {
	at int
	line
}

func (l sideLine) isBlank() bool { return l.text == "" }

// side is one side of a stretch.
type side []sideLine

func (c side) isWritten() bool {
	return slices.ContainsFunc(c, func(l sideLine) bool { return !l.isBlank() })
}

// withoutSteps takes away the lines that are blank only since the other side's stand a little higher or lower.
func (c side) withoutSteps(other side) side {
	var kept side
	for i, l := range c {
		isStep := i > 0 && i+1 < len(c) && i < len(other) && l.isBlank() && !other[i].isBlank() && !c[i-1].isBlank() && !c[i+1].isBlank() &&
			(other[i-1].isBlank() || other[i+1].isBlank()) && !endsSentence(c[i-1].text)
		if !isStep {
			kept = append(kept, l)
		}
	}
	return kept
}

// trimmed leaves out the blank lines at both ends.
func (c side) trimmed() side {
	for len(c) > 0 && c[0].isBlank() {
		c = c[1:]
	}
	for len(c) > 0 && c[len(c)-1].isBlank() {
		c = c[:len(c)-1]
	}
	return c
}

func (c side) width() int {
	widest, margin := 0, longestSheet
	for _, l := range c {
		if !l.isBlank() {
			length := utf8.RuneCountInString(l.text)
			widest, margin = max(widest, length), min(margin, length-utf8.RuneCountInString(strings.TrimLeft(l.text, " ")))
		}
	}
	return widest - margin
}

// flows tells running text: lines close to one another, many of which a sentence goes on from.
func (c side) flows() bool {
	c = c.trimmed()
	written, on := 0, 0
	for i, l := range c {
		if !l.isBlank() {
			written++
		}
		if i > 0 && goesOn(c[i-1], l) {
			on++
		}
	}
	return on >= leastFlow && on*4 >= written && written*10 >= len(c)*6
}

func goesOn(l, next sideLine) bool {
	return !l.isBlank() && !endsSentence(l.text) && startsWithLower(strings.TrimSpace(next.text))
}

// beginnings are where paragraphs begin, but for the first, and how many blank lines are above each.
func (c side) beginnings() map[int]int {
	found := map[int]int{}
	above, blank := "", 0
	for _, l := range c.trimmed() {
		if l.isBlank() {
			blank++
			continue
		}
		ends := blank > 0 || endsSentence(above) && startsWithUpper(strings.TrimSpace(l.text))
		if above != "" && ends && !opensList(above) && !bulletLine.MatchString(l.text) {
			found[l.at] = blank
		}
		above, blank = l.text, 0
	}
	return found
}

// isList tells items with bullets, several or after a line that announces them.
func (c side) isList() bool {
	bullets, announced := 0, 0
	for _, l := range c {
		if bulletLine.MatchString(l.text) {
			bullets++
		} else if opensList(l.text) {
			announced++
		}
	}
	return bullets > 0 && bullets+announced > 1
}

// numbers are those of its items.
func (c side) numbers() []int {
	var found []int
	for _, l := range c {
		if m := numberedLine.FindStringSubmatch(l.text); m != nil && m[2] != "" {
			number, _ := strconv.Atoi(m[2])
			found = append(found, number)
		}
	}
	return found
}

// paragraphs divides a column at its blank lines.
func (c side) paragraphs() []side {
	var found []side
	for i, l := range c {
		if l.isBlank() {
			continue
		}
		if i == 0 || c[i-1].isBlank() {
			found = append(found, nil)
		}
		found[len(found)-1] = append(found[len(found)-1], l)
	}
	return found
}

// isLeftBy tells a line that stands apart from those above it.
func (c side) isLeftBy(l sideLine) bool {
	return len(c) > 0 && !l.isBlank() && l.at > c[len(c)-1].at+1
}

// breaksOff tells a last line that leaves a sentence open at the end of a full line.
func (c side) breaksOff() bool {
	paragraphs := c.paragraphs()
	if len(paragraphs) == 0 {
		return false
	}
	last := paragraphs[len(paragraphs)-1]
	inList := slices.ContainsFunc(last, func(l sideLine) bool { return isItemText(l.text) })
	return !inList && len(last) > 1 && last.isOpen(c.width())
}

// isOpen tells a full last line that ends no sentence.
func (c side) isOpen(width int) bool {
	if len(c) == 0 {
		return false
	}
	last := c[len(c)-1].text
	return !endsSentence(last) && utf8.RuneCountInString(last)*100 >= width*70
}

// above is the lines above a place.
func (c side) above(at int) side {
	n := 0
	for n < len(c) && c[n].at < at {
		n++
	}
	return c[:n]
}

func (c side) standsAt(at int) bool {
	return slices.ContainsFunc(c, func(l sideLine) bool { return l.at == at && !l.isBlank() })
}

// areNotes tells whole sentences, each over several lines.
func (c side) areNotes() bool {
	return !slices.ContainsFunc(c.paragraphs(), func(p side) bool {
		on := slices.ContainsFunc(p[1:], func(l sideLine) bool { return startsWithLower(strings.TrimSpace(l.text)) })
		return !on || !startsWithUpper(strings.TrimSpace(p[0].text)) || lastRune(p[len(p)-1].text) != '.'
	})
}

// set gives a column's own lines, in which there may be columns again.
func (c side) set() []line {
	var lines []line
	for _, l := range c.trimmed() {
		lines = append(lines, l.line)
	}
	lines = newSheet(lines).apart(0, len(lines))
	for i := range lines {
		lines[i].width = cmp.Or(lines[i].width, c.width())
	}
	return lines
}

// withNotes gives a column's lines with each note where the paragraph beside it has ended.
func (c side) withNotes(notes side) []line {
	var lines []line
	waiting := notes.paragraphs()
	put := func(before int) {
		for len(waiting) > 0 && waiting[0][0].at < before {
			lines = append(append(lines, line{number: waiting[0][0].number}), waiting[0].set()...)
			waiting = waiting[1:]
		}
	}
	for i, l := range c {
		switch {
		case !l.isBlank() || i == 0:
		case endsSentence(c[i-1].text):
			put(l.at)
		case c[:i].trimmed().isOpen(c.width()) && notes.standsAt(l.at):
			continue // blank only since the note's lines stand closer
		}
		lines = append(lines, l.line)
	}
	put(longestSheet)
	return lines
}
