package document

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strings"
	"sync"
	"testing"
)

// laidOut are many generated documents, set once for all tests of the layout.
var laidOut = sync.OnceValue(func() []laidOutDocument {
	var all []laidOutDocument
	for seed := range uint64(50) {
		d := generated(seed)
		pages, root := layout(d)
		all = append(all, laidOutDocument{d, newReader(pages, root)})
	}
	return all
})

type laidOutDocument struct {
	document Document
	*layoutReader
}

func TestLayoutLosesNoText(t *testing.T) {
	for seed, r := range laidOut() {
		if got, want := r.text(), bare(PlainText(r.document)); got != want {
			t.Fatalf("seed %d: %s", seed, firstDifference(got, want))
		}
	}
}

func TestPagesAreFilled(t *testing.T) {
	for seed, r := range laidOut() {
		for i, p := range r.pages[:len(r.pages)-1] {
			if filled := (p.last - p.top) / (p.bottom - p.top); filled < 0.6 {
				if next := r.first(i + 1); !r.unbreakable(next) {
					t.Errorf("seed %d: page %d is filled to %.0f %%, and a %s follows", seed, i+1, 100*filled, next.role)
				}
			}
			if p.last > p.bottom+0.001 {
				t.Errorf("seed %d: page %d overflows by %.1f mm", seed, i+1, p.last-p.bottom)
			}
		}
	}
}

func TestHeadingsStandAboveTwoLines(t *testing.T) {
	for seed, r := range laidOut() {
		for i, e := range r.root.children {
			if !strings.HasPrefix(string(e.role), "H") || i+1 == len(r.root.children) {
				continue
			}
			heading, below := r.lines(e), r.lines(r.root.children[i+1])
			if heading[0].page != heading[len(heading)-1].page {
				t.Errorf("seed %d: a heading is divided", seed)
			}
			for _, line := range below[:min(2, len(below))] {
				if line.page != heading[0].page {
					t.Errorf("seed %d: a heading parts from what follows it on page %d", seed, heading[0].page+1)
				}
			}
		}
	}
}

func TestRowsAndSignaturesAreNotDivided(t *testing.T) {
	for seed, r := range laidOut() {
		for _, e := range r.all(roleRow, roleSignatures) {
			lines := r.lines(e)
			if lines[0].page != lines[len(lines)-1].page && !r.beginsItsPage(e) && !r.higherThanAPage(e) {
				t.Errorf("seed %d: a %s is divided on page %d", seed, e.role, lines[0].page+1)
			}
		}
		for _, e := range r.all(roleSignatures) {
			at := slices.Index(r.root.children, e)
			if at == 0 {
				continue
			}
			before := r.lines(r.root.children[at-1])
			if len(before) > 0 && before[len(before)-1].page != r.lines(e)[0].page {
				t.Errorf("seed %d: signatures stand alone", seed)
			}
		}
	}
}

func TestParagraphsAndListsLeaveNoLineAlone(t *testing.T) {
	for seed, r := range laidOut() {
		for _, e := range r.all(roleParagraph, roleList) {
			lines := r.lines(e)
			onPage := map[int]int{}
			for _, line := range lines {
				onPage[line.page]++
			}
			if first, last := lines[0].page, lines[len(lines)-1].page; first != last && (onPage[first] < 2 || onPage[last] < 2) {
				t.Errorf("seed %d: a line of a %s stands alone on page %d or %d", seed, e.role, first+1, last+1)
			}
		}
	}
}

func TestWordsStayInTheirColumn(t *testing.T) {
	m := newMeasurer()
	for seed, r := range laidOut() {
		for i, p := range r.pages {
			for _, f := range p.fragments {
				words := strings.TrimRight(f.words, " ")
				if words != "" && (f.x < marginLeft-0.001 || f.x+m.width(words, f.look) > pageWidth-marginRight+0.001) {
					t.Errorf("seed %d: %q stands outside the margins of page %d", seed, f.words, i+1)
				}
			}
		}
	}
}

func TestATableRepeatsItsHeadOnEveryPage(t *testing.T) {
	table := Table{Columns: []Column{{Title: "Åtgärd"}, {Title: "Klar"}}}
	for i := range 120 {
		table.Rows = append(table.Rows, []Text{Plain(fmt.Sprintf("Åtgärd nummer %d", i)), Plain("2024-12-31")})
	}
	pages, _ := layout(Document{Blocks: []Block{table}})
	if len(pages) < 3 {
		t.Fatalf("the table takes %d pages", len(pages))
	}
	for i, p := range pages {
		heads := 0
		for _, f := range p.fragments {
			if f.words == "Klar" {
				heads++
			}
		}
		if heads != 1 {
			t.Errorf("page %d has %d head rows", i+1, heads)
		}
	}
}

func TestARowHigherThanAPageIsDividedRatherThanLost(t *testing.T) {
	long := strings.Repeat("Nämnden har beslutat om åtgärden. ", 600)
	d := Document{Blocks: []Block{Paragraph{Plain("Nämnden redovisar följande.")}, Table{Columns: []Column{{Title: "Beskrivning"}, {Title: "Klar"}}, Rows: [][]Text{{Plain(long), Plain("2024")}}}}}
	pages, root := layout(d)
	if got, want := newReader(pages, root).text(), bare(PlainText(d)); got != want {
		t.Error(firstDifference(got, want))
	}
	for i, p := range pages[:len(pages)-1] {
		if (p.last-p.top)/(p.bottom-p.top) < 0.9 {
			t.Errorf("page %d is not filled", i+1)
		}
	}
}

func TestListsInListsStayInsideTheMargins(t *testing.T) {
	d := Document{Blocks: ParseMarkdown(strings.Repeat("- ", 60) + "till sist")}
	pages, root := layout(d)
	if got, want := newReader(pages, root).text(), bare(PlainText(d)); got != want {
		t.Error(firstDifference(got, want))
	}
	for _, p := range pages {
		for _, f := range p.fragments {
			if f.x+f.width > pageWidth-marginRight {
				t.Errorf("%q stands at %.0f mm", f.words, f.x)
			}
		}
	}
}

// layoutReader reads a layout as somebody who listens to the document would: in the structure's order.
type layoutReader struct {
	root  *element
	words map[*element][]placedWords
	pages []page
}

type placedWords struct {
	page     int
	sequence int
	fragment
}

func newReader(pages []page, root *element) *layoutReader {
	r := &layoutReader{root: root, words: map[*element][]placedWords{}, pages: pages}
	sequence := 0
	for i, p := range pages {
		for _, f := range p.fragments {
			if f.element != nil {
				sequence++
				r.words[f.element] = append(r.words[f.element], placedWords{i, sequence, f})
			}
		}
	}
	return r
}

// text is all words of the structure without white space and soft hyphens.
func (r *layoutReader) text() string {
	var b strings.Builder
	r.write(&b, r.root)
	return bare(b.String())
}

func (r *layoutReader) write(b *strings.Builder, e *element) {
	if len(r.words[e]) == 0 {
		for _, child := range e.children {
			r.write(b, child)
		}
		return
	}
	for _, w := range r.below(e) { // words with links between them
		b.WriteString(w.words)
	}
}

// below is all words of the element and its children, as they were drawn.
func (r *layoutReader) below(e *element) []placedWords {
	words := slices.Clone(r.words[e])
	for _, child := range e.children {
		words = append(words, r.below(child)...)
	}
	slices.SortFunc(words, func(a, b placedWords) int { return cmp.Compare(a.sequence, b.sequence) })
	return words
}

type placedLine struct {
	page     int
	baseline float64
}

func (r *layoutReader) lines(e *element) []placedLine {
	var lines []placedLine
	for _, w := range r.below(e) {
		if line := (placedLine{w.page, w.baseline}); !slices.Contains(lines, line) {
			lines = append(lines, line)
		}
	}
	return lines
}

func (r *layoutReader) all(roles ...role) []*element {
	var found []*element
	var visit func(e *element)
	visit = func(e *element) {
		if slices.Contains(roles, e.role) && len(r.below(e)) > 0 {
			found = append(found, e)
		}
		for _, child := range e.children {
			visit(child)
		}
	}
	visit(r.root)
	return found
}

// first is the block that a page begins with, or the table's row.
func (r *layoutReader) first(page int) *element {
	var first *element
	top := math.MaxFloat64
	candidates := r.all(roleRow)
	for _, e := range r.root.children {
		if e.role != roleTable {
			candidates = append(candidates, e)
		}
	}
	for _, e := range append(candidates, r.all(roleCaption)...) {
		for _, line := range r.lines(e) {
			if line.page == page && line.baseline < top {
				first, top = e, line.baseline
			}
		}
	}
	return first
}

// unbreakable tells whether a page may be left short because of the block at the head of the next.
func (r *layoutReader) unbreakable(e *element) bool {
	if e.role == roleCaption || e.role == roleRow || e.role == roleSignatures || strings.HasPrefix(string(e.role), "H") {
		return true
	}
	next := slices.Index(r.root.children, e) + 1
	return next < len(r.root.children) && r.root.children[next].role == roleSignatures
}

// beginsItsPage tells whether nothing but headings stands above the element on the page where it begins: if it is divided
// even so, it is higher than a page.
func (r *layoutReader) beginsItsPage(e *element) bool {
	start := r.lines(e)[0]
	for _, other := range append(r.all(roleParagraph, roleCell), r.root.children...) {
		if strings.HasPrefix(string(other.role), "H") || other.role == roleTable {
			continue
		}
		for _, line := range r.lines(other) {
			if line.page == start.page && line.baseline < start.baseline && line.baseline > r.pages[start.page].top {
				return false
			}
		}
	}
	return true
}

func (r *layoutReader) higherThanAPage(row *element) bool {
	height := func(e *element, s style) float64 { return float64(len(r.lines(e)))*s.leading + 2*cellPadding }
	for _, table := range r.all(roleTable) {
		if slices.Contains(table.children, row) {
			head := table.children[0]
			if head.role == roleCaption {
				head = table.children[1]
			}
			return height(row, cellStyle)+height(head, columnStyle) > textBottom-textTop
		}
	}
	return false
}

func bare(s string) string {
	return strings.NewReplacer(" ", "", "\n", "", "\t", "", "\u00a0", "", "\u00ad", "").Replace(s)
}

func firstDifference(got, want string) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	around := func(s string) string { return strings.ToValidUTF8(s[max(0, i-30):min(len(s), i+30)], "") }
	return fmt.Sprintf("at byte %d: got …%s…, want …%s…", i, around(got), around(want))
}
