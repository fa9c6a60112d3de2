package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
)

// span is some lines of a file: from the first up to but not including the last.
type span struct {
	file, from, to int
}

func (s span) holds(other span) bool {
	return s.file == other.file && s.from <= other.from && other.to <= s.to
}

// letters is a text without all that a page, a conversion or a hyphen may change: letters and digits alone, and where its
// words begin.
type letters struct {
	text   string
	starts []int
}

func lettersOf(text string) letters {
	var found letters
	var kept strings.Builder
	inside := false
	for _, r := range boldMarks.Replace(plain(text)) {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			inside = false
			continue
		}
		if !inside {
			found.starts = append(found.starts, kept.Len())
		}
		inside = true
		kept.WriteRune(unicode.ToLower(r))
	}
	found.text = kept.String()
	return found
}

func (l letters) endsWord(at int) bool {
	_, begins := slices.BinarySearch(l.starts, at)
	return begins || at == len(l.text)
}

// searched is a file's text prepared for finding words again. A line is divided where a gap, a tab or a bar may part the
// columns of a table.
type searched struct {
	file  int
	lines [][]letters
	below map[int][]int      // lines of the same column that stand farther down than the next, where columns were set apart
	steps int                // left
	turns int                // left
	dead  map[crossroad]bool // of the words that are looked for: from here they do not go on
}

type crossroad struct {
	rest, line, piece int
}

const (
	mostSteps = 100_000_000 // at how many words a file is compared; a long report's take a tenth
	mostTurns = 500_000     // how often words are followed from one piece to the next
	mostGap   = 14          // lines without text of the report's own that words may go on across: the end of a page
)

var betweenCells = regexp.MustCompile(`\t+|\||\s{2,}`)

// searchedText leaves out the lines that the printed page added and the table of contents, as the reader does.
func searchedText(file int, text extract) *searched {
	own, below := map[int]bool{}, map[int][]int{}
	tidied, _ := withoutContents(withoutScars(withoutNotices(withoutLibraryHead(tidy(withColumnsApart(inPlainLetters(text.lines)))))))
	above := 0
	for _, l := range tidied {
		if strings.TrimSpace(l.text) == "" {
			continue
		}
		if own[l.number] = true; l.width > 0 && above > 0 && l.number > above+1 {
			below[indexOf(above)] = append(below[indexOf(above)], indexOf(l.number))
		}
		above = l.number
	}
	belowInTables(tidied, below)
	s := &searched{file: file, below: below, lines: make([][]letters, len(text.lines)), steps: mostSteps, turns: mostTurns}
	for i, l := range text.lines {
		if !own[l.number] {
			continue
		}
		for _, piece := range betweenCells.Split(withoutLetterBullet(l.text), -1) {
			if found := lettersOf(piece); found.text != "" {
				s.lines[i] = append(s.lines[i], found)
			}
		}
	}
	return s
}

// withoutLetterBullet is a line without the "o" that an item begins with, which is no word of it.
func withoutLetterBullet(text string) string {
	if m := bulletLine.FindStringSubmatch(text); m != nil && m[3] != "" {
		return m[4]
	}
	return text
}

// mostBetween is how many lines of other columns may stand between two of one cell, where cells are centred.
const mostBetween = 2

// belowInTables adds, for each line of a laid out table, those some way below it.
func belowInTables(lines []line, below map[int][]int) {
	for i := 0; i < len(lines); i++ {
		length := tableLength(lines[i:])
		for k := range length {
			for next := k + 2; next <= k+1+mostBetween && next < length; next++ {
				at := indexOf(lines[i+k].number)
				below[at] = append(below[at], indexOf(lines[i+next].number))
			}
		}
		i += max(0, length-1)
	}
}

func (s *searched) all() span { return span{s.file, 0, len(s.lines)} }

// find gives where words begin within some lines, and how far they go.
func (s *searched) find(words string, within span) []span {
	wanted := lettersOf(words).text
	s.dead = map[crossroad]bool{}
	var found []span
	if wanted == "" {
		return nil
	}
	for line := within.from; line < within.to; line++ {
		for piece, held := range s.lines[line] {
			for _, start := range held.starts {
				if s.steps--; s.steps < 0 {
					return found
				}
				if last, ok := s.follow(wanted, line, piece, start); ok && last < within.to {
					found = append(found, span{s.file, line, last + 1})
				}
			}
		}
	}
	return found
}

// follow tells whether the wanted letters stand from here on, and the line in which they end. At the end of a piece they
// may go on in the next of the same line, or in any of the next line, or of one below it: that of the same column.
func (s *searched) follow(wanted string, line, piece, start int) (int, bool) {
	held := s.lines[line][piece]
	rest := held.text[start:]
	if len(wanted) <= len(rest) {
		return line, strings.HasPrefix(rest, wanted) && held.endsWord(start+len(wanted))
	}
	if !strings.HasPrefix(wanted, rest) {
		return 0, false
	}
	wanted = wanted[len(rest):]
	here := crossroad{len(wanted), line, piece}
	if s.turns--; s.turns < 0 || s.dead[here] {
		return 0, false
	}
	if piece+1 < len(s.lines[line]) {
		if last, ok := s.follow(wanted, line, piece+1, 0); ok {
			return last, true
		}
	}
	for _, next := range append([]int{s.nextWritten(line)}, s.below[line]...) {
		for piece := 0; next > 0 && piece < len(s.lines[next]); piece++ {
			if last, ok := s.follow(wanted, next, piece, 0); ok {
				return last, true
			}
		}
	}
	s.dead[here] = true
	return 0, false
}

// nextWritten is 0 where nothing follows for long.
func (s *searched) nextWritten(line int) int {
	for next := line + 1; next < len(s.lines) && next <= line+1+mostGap; next++ {
		if len(s.lines[next]) > 0 {
			return next
		}
	}
	return 0
}
