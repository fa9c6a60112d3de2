package reading

import (
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

// A conversion that keeps the page's look sets the columns of a page beside one another, line by line. columnsInOrder sets
// each column's lines below the one's before, and tells whether there were any. What may be a table is left as it is.
func columnsInOrder(lines []line) ([]line, bool) {
	r := columnReader{lines: lines, retry: map[int]int{}}
	ordered := r.inOrder()
	return ordered, len(r.gutters) > 0
}

// columnReader knows where it has found gutters: a page of a few lines only is divided there too. Where there was none it
// looks again after some lines, for a table of thousands of rows has something like one at each.
type columnReader struct {
	lines   []line
	gutters []int
	retry   map[int]int
}

func (r *columnReader) inOrder() []line {
	var ordered []line
	lines := r.lines
	for i := 0; i < len(lines); {
		if table := tableLines(lines[i:]); table > 0 {
			ordered = append(ordered, lines[i:i+table]...)
			i += table
			continue
		}
		s, ok := r.stretchAt(i)
		if !ok {
			ordered = append(ordered, lines[i])
			i++
			continue
		}
		right, _ := columnsInOrder(s.side(s.right))
		ordered = slices.Concat(ordered, toNextColumn(s.side(s.left)), right, []line{{}})
		i += len(s.left)
	}
	return ordered
}

// tableLines is how many lines a table has whose head is the first, or 0: until its page ends or empty lines part it from
// what follows.
func tableLines(lines []line) int {
	if _, named := namedHead(lines); headColumns(lines[0].text) == nil && named == 0 {
		return 0
	}
	blanks := 0
	for i, l := range lines {
		if blanks++; strings.TrimSpace(l.text) != "" {
			blanks = 0
		}
		if i > 0 && strings.HasPrefix(l.text, "\f") || blanks >= mostBlanks {
			return i
		}
	}
	return len(lines)
}

// toNextColumn ends a column where a sentence does: else the next column goes on with it.
func toNextColumn(column []line) []line {
	end := len(column)
	for end > 0 && strings.TrimSpace(column[end-1].text) == "" {
		end--
	}
	if end == 0 || !endsSentence(column[end-1].text) {
		return column[:end]
	}
	return append(column[:end], line{})
}

const (
	leastColumnLines = 6   // that both columns have beside one another
	leastOfKnown     = 2   // that they have where a page before had columns too
	leastColumnWidth = 24  // letters in a column's line, on the average
	mostStretch      = 200 // lines of a page
	mostIndent       = 6   // letters that a column's line may be set in
	mostColumnGap    = 3   // empty lines between the paragraphs of a column
	mostPieces       = 4
	gutterWidth      = 2 // spaces that divide columns at least
)

// stretchAt finds columns that begin with the line at an index: where running text stands on both sides of a gutter, for as
// long as that goes on.
func (r *columnReader) stretchAt(index int) (stretch, bool) {
	pieces := piecesOf(r.lines[index].text)
	if len(pieces) > mostPieces || strings.ContainsAny(r.lines[index].text, "\t|") {
		return stretch{}, false
	}
	for _, p := range pieces {
		if p.at < leastColumnWidth || index < r.retry[p.at] {
			continue
		}
		least := leastColumnLines
		if slices.ContainsFunc(r.gutters, func(at int) bool { return max(at-p.at, p.at-at) <= mostIndent }) {
			least = leastOfKnown
		}
		s := stretchFrom(r.lines[index:], p.at)
		if s.isProse(least) {
			r.gutters = append(r.gutters, p.at)
			return s, true
		}
		r.retry[p.at] = index + len(s.lines)/8
	}
	return stretch{}, false
}

// stretch is some lines that a gutter divides, each column with as many, empty where it has nothing.
type stretch struct {
	lines       []line
	left, right []string
}

// stretchFrom takes lines for as long as nothing stands in the gutter before the right column.
func stretchFrom(lines []line, at int) stretch {
	s, crossed := stretch{}, false
	for i, l := range lines[:min(len(lines), mostStretch)] {
		if i > 0 && strings.HasPrefix(l.text, "\f") {
			break
		}
		left, right, ok := atGutter(l.text, at)
		if !ok {
			crossed = true
			break
		}
		s.lines, s.left, s.right = append(s.lines, l), append(s.left, left), append(s.right, right)
	}
	s.dropBelow(crossed)
	return s
}

// atGutter gives what stands before a place in a line, and from there on; not, where there is text in the gutter.
func atGutter(text string, at int) (left, right string, ok bool) {
	letters := []rune(text)
	if len(letters) <= at-gutterWidth {
		return strings.TrimSpace(text), "", true
	}
	if strings.TrimSpace(string(letters[at-gutterWidth:min(at, len(letters))])) != "" {
		return "", "", false
	}
	left, right = strings.TrimSpace(string(letters[:at-gutterWidth])), strings.TrimRight(string(letters[min(at, len(letters)):]), " ")
	return left, right, len(right)-len(strings.TrimLeft(right, " ")) <= mostIndent
}

// dropBelow takes away what stands below the columns: empty lines, the page's number, and a heading over text that crosses
// the gutter.
func (s *stretch) dropBelow(crossed bool) {
	end := s.writtenEnd(len(s.left))
	start := end
	for start > 0 && s.left[start-1] != "" && s.right[start-1] == "" {
		start--
	}
	below := strings.Join(s.left[start:end], " ")
	isNumber := digits.MatchString(below) && utf8.RuneCountInString(below) < leastColumnWidth
	if start > 0 && start < end && s.isEmpty(start-1) && (crossed || isNumber) {
		end = s.writtenEnd(start)
	}
	s.lines, s.left, s.right = s.lines[:end], s.left[:end], s.right[:end]
}

func (s *stretch) writtenEnd(end int) int {
	for end > 0 && s.isEmpty(end-1) {
		end--
	}
	return end
}

func (s *stretch) isEmpty(i int) bool { return s.left[i] == "" && s.right[i] == "" }

// side is one column as lines of their own.
func (s *stretch) side(column []string) []line {
	lines := slices.Clone(s.lines)
	for i, text := range column {
		lines[i].text = text
	}
	return lines
}

// isProse tells columns of running text from a table's cells: they are wide enough, and do not begin anew together, as
// rows do.
func (s *stretch) isProse(least int) bool {
	both, widthLeft, widthRight := 0, 0, 0
	beginsLeft, beginsRight, rows := 0, 0, 0
	for i := range s.left {
		if s.left[i] != "" && s.right[i] != "" {
			both++
			widthLeft += utf8.RuneCountInString(s.left[i])
			widthRight += utf8.RuneCountInString(s.right[i])
		}
		left, right := beginsInColumn(s.left, i), beginsInColumn(s.right, i)
		beginsLeft, beginsRight, rows = beginsLeft+count(left), beginsRight+count(right), rows+count(left && right)
	}
	return both >= least && min(widthLeft, widthRight) >= leastColumnWidth*both && rows*2 <= min(beginsLeft, beginsRight) &&
		isRunning(s.left) && isRunning(s.right) && !hasGaps(s.left) && (!hasGaps(s.right) || isDivided(s.side(s.right)))
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

func isDivided(lines []line) bool {
	_, divided := columnsInOrder(lines)
	return divided
}

var beginsPart = regexp.MustCompile(`^\s*[\p{Lu}\d•▪●■–-]`)

// beginsInColumn tells a line that begins a sentence where the column's line above it ends one, or is empty.
func beginsInColumn(column []string, i int) bool {
	return beginsPart.MatchString(column[i]) && (i == 0 || column[i-1] == "" || endsSentence(column[i-1]) || strings.HasSuffix(column[i-1], "?"))
}

// isRunning tells running text with its headings and lists: without large gaps, and with many lines that begin within a
// sentence.
func isRunning(column []string) bool {
	within, all, gap := 0, 0, 0
	for i, text := range column {
		if text == "" {
			gap++
			continue
		}
		if gap > mostColumnGap && all > 0 {
			return false
		}
		gap = 0
		all++
		within += count(i > 0 && column[i-1] != "" && startsWithLower(strings.TrimSpace(text)))
	}
	return within*4 >= all
}

var innerGap = regexp.MustCompile(`\S {3,}\S`)

// hasGaps tells a column that is itself divided, as a table is.
func hasGaps(column []string) bool {
	gaps := 0
	for _, text := range column {
		gaps += count(innerGap.MatchString(text))
	}
	return gaps*10 > len(column)
}
