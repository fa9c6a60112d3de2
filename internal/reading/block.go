package reading

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"
)

type kind int

const (
	paragraph kind = iota
	item           // of a list: bulleted or numbered
	row            // of a table
	heading
)

// block is a paragraph, list item, table row or heading put together from the lines that a page broke it into.
type block struct {
	kind   kind
	text   string   // without bullet or number, except that a paragraph keeps all it has
	number string   // of a numbered item or heading: "2.1"
	bullet string   // of a bulleted item
	level  int      // of a heading: 1 is a chapter, subheading the lowest
	cells  []string // of a row
	lines  []line   // what it was made of
}

func (b block) line() int { return b.lines[0].number }

func (b block) lastLine() string { return b.lines[len(b.lines)-1].text }

// The signs that begin an item, each for certain or, a dash, where a space comes after it; \p{Co} are those of a font for
// symbols.
const (
	bullets = `•▪●◦■□➢➤►▶▸‣⁃∙✓✔\p{Co}`
	dashes  = `–—−‒‑‐-`
)

var (
	bulletLine    = regexp.MustCompile(`^\s*(?:([○·` + bullets + `])\s*|([*` + dashes + `])\s+|(o)\s+)(\S.*)$`)
	certainBullet = regexp.MustCompile(`^\s*[` + bullets + `]\s*$`)
	bulletAgain   = regexp.MustCompile(`^[` + bullets + `]\s+`) // the page's own, after the dash of a conversion
	loneBullet    = regexp.MustCompile(`^\s*[○·` + bullets + dashes + `]\s*$`)
	numberedLine  = regexp.MustCompile(`^\s*(?:(\d{1,2}(?:\.\d{1,2})+)\.?\)?|(\d{1,2})[.)])\s*(\p{L}.*|["“”(»].*)$`)
	bareNumbered  = regexp.MustCompile(`^\s*(\d{1,2})\s+(\p{Lu}.*)$`)
	codedLine     = regexp.MustCompile(`^\s*R(\d{1,2})(?:(?:\s*[.:)–-]\s*|\s{2,})(\S.*)|\s(\p{Lu}\p{Ll}.*))$`) // "R1. Besluta …"
	letteredLine  = regexp.MustCompile(`^\s*([a-h])[.)]\s+(\S.*)$`)
	numberInCell  = regexp.MustCompile(`^\s*(\d{1,2})\t+(\p{L}.*)$`)
	loneNumber    = regexp.MustCompile(`^\s*(\d{1,2}(?:\.\d{1,2})*)[.)]\s*$`)
)

func isItemText(text string) bool {
	return bulletLine.MatchString(text) || numberedLine.MatchString(text)
}

// newBlock reads what kind of block a line begins.
func newBlock(l line) block {
	b := block{kind: paragraph, text: strings.TrimSpace(l.text), lines: []line{l}}
	switch {
	case l.heading > 0:
		b.kind, b.level = heading, l.heading
		if m := numberedLine.FindStringSubmatch(l.text); m != nil {
			b.number, b.text = m[1]+m[2], strings.TrimSpace(m[3])
		} else if m := bareNumbered.FindStringSubmatch(l.text); m != nil {
			b.number, b.text = m[1], strings.TrimSpace(m[2])
		}
	case isRow(l.text):
		b.kind, b.cells = row, cellsOf(l.text)
	default:
		if m := bulletLine.FindStringSubmatch(l.text); m != nil {
			b.kind, b.bullet, b.text = item, m[1]+m[2]+m[3], strings.TrimSpace(bulletAgain.ReplaceAllString(m[4], ""))
		} else if m := numberedLine.FindStringSubmatch(l.text); m != nil {
			b.kind, b.number, b.text = item, m[1]+m[2], strings.TrimSpace(m[3])
		} else if m := codedLine.FindStringSubmatch(l.text); m != nil {
			b.kind, b.number, b.text = item, m[1], strings.TrimSpace(m[2]+m[3])
		} else if m := letteredLine.FindStringSubmatch(l.text); m != nil {
			b.kind, b.number, b.text = item, m[1], strings.TrimSpace(m[2])
		} else if m := numberInCell.FindStringSubmatch(l.text); m != nil && startsWithTask(m[2]) {
			b.kind, b.number, b.text = item, m[1], strings.TrimSpace(m[2])
		}
	}
	b.text = strings.Join(strings.Fields(b.text), " ")
	return b
}

// assembler puts lines together to blocks.
type assembler struct {
	blocks []block
	width  int // of a full line where the text is hard-wrapped, else 0
	gap    bool
	scar   bool
}

func assemble(lines []line) []block {
	a := &assembler{width: wrapWidth(lines)}
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if own := ownText(lines, i); own > 0 {
			l.text += " " + strings.TrimSpace(lines[own].text)
			i = own
		}
		a.add(l)
	}
	return a.blocks
}

// mostBlank is how many blank lines a conversion sets between two lines at most.
const mostBlank = 3

// ownText finds the line that holds the text of a bullet or number that stands alone, or 0: the next, or after a bullet the
// one below some blank lines.
func ownText(lines []line, i int) int {
	if !loneBullet.MatchString(lines[i].text) && !loneNumber.MatchString(lines[i].text) {
		return 0
	}
	next := i + 1
	for next < len(lines) && strings.TrimSpace(lines[next].text) == "" && certainBullet.MatchString(lines[i].text) && next-i <= mostBlank {
		next++
	}
	if next >= len(lines) || strings.TrimSpace(lines[next].text) == "" || next > i+1 && loneBullet.MatchString(lines[next].text) {
		return 0
	}
	return next
}

// longestWrap is the longest full line that a page gives; longer lines are whole paragraphs.
const longestWrap = 140

// wrapWidth is the length of a full line, or 0 where each line is a whole paragraph.
func wrapWidth(lines []line) int {
	var lengths []int
	column := 0 // a page is wider than its columns, however short the lines beside them are
	for _, l := range lines {
		column = max(column, l.width)
		if n := utf8.RuneCountInString(strings.TrimSpace(l.text)); n > 0 && l.width == 0 && !isRow(l.text) {
			lengths = append(lengths, n)
		}
	}
	if len(lengths) == 0 {
		return 0
	}
	slices.Sort(lengths)
	if width := lengths[len(lengths)*92/100]; width <= longestWrap {
		return max(width, column)
	}
	return 0
}

func (a *assembler) add(l line) {
	if strings.TrimSpace(l.text) == "" {
		a.gap = true
		a.scar = a.scar || l.scar
		return
	}
	a.scar = a.scar || l.scar
	next := newBlock(l)
	if len(a.blocks) > 0 && a.continues(&a.blocks[len(a.blocks)-1], next) {
		last := &a.blocks[len(a.blocks)-1]
		last.text = joinBroken(last.text, next.text)
		last.lines = append(last.lines, l)
	} else {
		a.blocks = append(a.blocks, next)
	}
	a.gap, a.scar = false, false
}

// continues tells whether next is the rest of what last began.
func (a *assembler) continues(last *block, next block) bool {
	ended := endsSentence(last.text)
	startsLower := startsWithLower(next.text)
	midSentence := startsLower && !ended && !a.gap
	if next.kind != paragraph || last.kind == row || last.kind == heading || isKnownHeading(next.text) && !midSentence {
		return false
	}
	nextTask := last.kind == paragraph && startsWithTask(next.text) && (strings.ContainsRune(",;:", lastRune(last.text)) || endsClause(last.text) && a.inList())
	switch {
	case isKnownHeading(last.text) || isFormLabel(last.text) || isLabel(next.text):
		return false
	case brokenWord.MatchString(last.text) && startsLower:
		return true
	case (a.gap || a.scar) && isChapterLine(next.text):
		return false
	case ended && (isBareQuestionLabel(next.text) || isChapterLine(next.text) || isDateOnly(next.text)):
		return false
	case isAnnouncement(next.text), announcesTasks(last.text) && a.gap && startsWithTask(next.text):
		return false
	case ended && (personLine.MatchString(next.text) || dutyOpening.MatchString(last.text) && dutyOpening.MatchString(next.text)):
		return false
	case leavesOpen(last.text) && len(last.text) >= 30 && !startsWithTask(next.text):
		return true
	case last.kind == item && a.gap && opensList(next.text), a.gap && beginsAtt.MatchString(strings.TrimSpace(last.lastLine())) && beginsAtt.MatchString(next.text):
		return false
	case last.kind == item && (closingItem.MatchString(next.text) || addressesNext(next.text) || a.leavesItem(last, next)):
		return false
	case startsWithUpper(next.text) && (isGradeOnly(next.text) || ended && isQuestion(next.text, false)):
		return false
	case endsRow(last.text) || endsRow(next.text) && !a.endsAsking(last, next) || isGradeOnly(next.text) && isAbbreviation(last.text):
		return false
	case a.gap && !a.scar:
		return !ended && startsLower && (len(last.text) >= 30 || last.kind == item && titleGoesOn.MatchString(last.text)) && !nextTask && !a.listsNext(last, next)
	case a.scar:
		return !ended && len(last.text) >= 40 && (startsLower || !looksLikeHeading(next.text) && a.isFull(last)) && !nextTask
	case a.widthOf(last) == 0 || lengthOfLast(last) > longestWrap:
		return !ended && startsLower && !nextTask && !(startsWithTask(next.text) && a.inList())
	default:
		return a.wraps(last, next)
	}
}

// leavesItem tells a line after a list's last item: one that stands farther out than the item's bullet, dates the document,
// or begins although its first word had room on the line before.
func (a *assembler) leavesItem(last *block, next block) bool {
	if !startsWithUpper(next.text) || leavesOpen(last.text) {
		return false
	}
	return indentOf(next) < indentOf(*last) || isDateOnly(next.text) || datedAbove.MatchString(next.text) || a.hadRoom(last, next)
}

// personLine is a name that stands alone, as above a signature.
var personLine = regexp.MustCompile(`^\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?){1,2}$`)

var datedAbove = regexp.MustCompile(`(?i)^(datum|dag) som ovan`)

func indentOf(b block) int {
	text := b.lines[0].text
	return utf8.RuneCountInString(text) - utf8.RuneCountInString(strings.TrimLeft(text, " "))
}

// widthOf is the length of a full line where a block ends.
func (a *assembler) widthOf(b *block) int {
	return cmp.Or(b.lines[len(b.lines)-1].width, a.width)
}

// hadRoom tells whether the line that ends a block was broken although the next word would have fitted well within it.
func (a *assembler) hadRoom(last *block, next block) bool {
	return withNextWord(last, next)*100 <= a.widthOf(last)*80
}

// couldHold is hadRoom where the text itself says that something may end there.
func (a *assembler) couldHold(last *block, next block) bool {
	return withNextWord(last, next) <= a.widthOf(last)
}

// withNextWord is how long a block's last line would be with the next one's first word.
func withNextWord(last *block, next block) int {
	word, _, _ := strings.Cut(next.text, " ")
	return lengthOfLast(last) + 1 + utf8.RuneCountInString(word)
}

// endsQuestions tells the last of several questions that stand below one another without bullets.
func (a *assembler) endsQuestions(text string) bool {
	before := len(a.blocks) - 2
	return before >= 0 && isQuestion(text, false) && isQuestion(a.blocks[before].text, false)
}

// isFull tells whether a block's last line reached the margin, so that its sentence may go on with a name on the next page.
func (a *assembler) isFull(b *block) bool {
	width := a.widthOf(b)
	if width == 0 {
		return b.kind != item
	}
	return lengthOfLast(b)*100 >= width*70
}

func lengthOfLast(b *block) int {
	return utf8.RuneCountInString(strings.TrimSpace(b.lines[len(b.lines)-1].text))
}

// isChapterLine tells "2 Inledning", which is no paragraph's rest.
func isChapterLine(text string) bool {
	m := bareNumbered.FindStringSubmatch(text)
	return m != nil && looksLikeHeading(m[2])
}

// opensList tells a line that a list comes after.
func opensList(text string) bool {
	return strings.HasSuffix(text, ":") || strings.HasSuffix(text, " att")
}

// closingItem is the line after a list that adds one more without a bullet: "samt att …".
var closingItem = regexp.MustCompile(`(?i)^(samt|och)\s+att\s`)

// wraps tells whether a hard-wrapped line goes on with next: a line that is not full ends its sentence or item.
func (a *assembler) wraps(last *block, next block) bool {
	length, width := lengthOfLast(last)*100, a.widthOf(last)
	ended, full := endsSentence(last.text), length >= width*85
	switch {
	case strings.HasSuffix(last.text, ":"):
		return false
	case last.kind == paragraph && startsWithTask(next.text) && (endsClause(last.text) && a.inList() || !full && (endsClause(last.text) || a.inList())):
		return false
	case last.kind == paragraph && endsClause(last.text) && a.inList() && a.couldHold(last, next):
		return false
	case last.kind == paragraph && sectionReferred.MatchString(last.text) && startsWithTask(next.text) && startsWithUpper(next.text) && a.inList():
		return false
	case startsWithUpper(next.text) && a.endsQuestions(last.text):
		return false
	case !full && ended && startsWithUpper(next.text):
		return false
	}
	return length >= width*60 || startsWithLower(next.text) && !ended
}

// sectionReferred ends a recommendation without a stop by where it is explained: "…, se avsnitt 3.1".
var sectionReferred = regexp.MustCompile(`(?i)[,(]\s*(?:se\s+)?(?:avsnitt|kapitel)\s\d{1,2}(?:\.\d{1,2}){0,2}\)?$`)

// endsRow tells a question that its grades already follow: a table's row, which neither continues nor is continued.
func endsRow(text string) bool {
	at := strings.LastIndex(text, "?")
	return at > 0 && (len(onlyGrades(text[at+1:])) > 0 || startsWithUpper(text) && isAnswer(strings.TrimSpace(text[at+1:])))
}

// endsAsking tells the rest of a question that a cell broke, with its grades after it: "… i den omfattning som", "planen
// anger? Delvis".
func (a *assembler) endsAsking(last *block, next block) bool {
	return !a.gap && startsWithLower(next.text) && !endsSentence(last.text) && (questionOpening.MatchString(last.text) || asksWhether.MatchString(last.text))
}

// inList tells whether the last block stands in a list of tasks without bullets, begun by a line that ends in a colon.
func (a *assembler) inList() bool {
	for i := len(a.blocks) - 1; i >= 0 && a.blocks[i].kind == paragraph; i-- {
		if text := a.blocks[i].text; strings.HasSuffix(text, ":") || announcesTasks(text) {
			return i < len(a.blocks)-1
		} else if !startsWithTask(text) {
			return false
		}
	}
	return false
}

// listsNext tells the next task of such a list below a blank line.
func (a *assembler) listsNext(last *block, next block) bool {
	return startsWithTask(next.text) && a.inList() && !strings.HasSuffix(last.text, " att")
}
