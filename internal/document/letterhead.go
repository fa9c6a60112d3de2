package document

import (
	"math"
	"strings"
)

// letterhead is the head of the first page as it is drawn; the text begins at its bottom.
type letterhead struct {
	measurer  *measurer
	root      *element
	fragments []fragment
	rules     []rule
	bottom    float64
}

const (
	letterheadLeft  = letterheadSplit - marginLeft - columnGutter
	letterheadRight = pageWidth - marginRight - letterheadSplit
)

func composeLetterhead(d Document, m *measurer, root *element) letterhead {
	h := letterhead{measurer: m, root: root}
	sender, matter := h.sender(d.Letterhead), h.matter(d)
	h.bottom = textTopWithoutLetterhead
	if len(h.fragments) > 0 {
		h.bottom = math.Max(sender, matter) + letterheadGap
		h.rules = append(h.rules, rule{marginLeft, h.bottom, pageWidth - marginRight, h.bottom, hairline, light})
		h.bottom += letterheadBelow
	}
	return h
}

// sender says in the left column whose document it is, and returns how far down.
func (h *letterhead) sender(l Letterhead) float64 {
	y := h.paragraph(l.Organization, organizationStyle, marginLeft, letterheadLeft, headTop) + senderGap
	for _, unit := range l.Unit {
		y = h.paragraph(unit, unitStyle, marginLeft, letterheadLeft, y)
	}
	return y
}

// matter says in the right column what kind of document it is, its mark and its fields, and returns how far down. The mark
// stands beside the kind, or below it where a word of the kind would have to be broken.
func (h *letterhead) matter(d Document) float64 {
	marked := h.measurer.width(d.Mark, markStyle.look(Run{}))
	width, beside := letterheadRight-marked-columnGutter, true
	if h.measurer.width(d.Letterhead.Kind, kindStyle.look(Run{})) > width {
		width, beside = letterheadRight, false
	}
	kind := h.paragraph(d.Letterhead.Kind, kindStyle, letterheadSplit, width, headTop)
	top := kind
	if beside {
		top = headTop
	}
	y := math.Max(kind, h.paragraph(d.Mark, markStyle, pageWidth-marginRight-marked, letterheadRight, top)) + senderGap
	for _, f := range d.Letterhead.filled() {
		y = h.field(f, y)
	}
	return y
}

func (h *letterhead) field(f Field, y float64) float64 {
	e := h.root.add(roleParagraph)
	label := h.lines(f.Label+" ", labelStyle, letterheadSplit, letterheadLabels-labelGap, y, e)
	value := h.lines(f.Value, valueStyle, letterheadSplit+letterheadLabels, letterheadRight-letterheadLabels, y, e)
	return math.Max(label, value)
}

// paragraph sets words as an element of their own.
func (h *letterhead) paragraph(words string, s style, x, width, y float64) float64 {
	if words == "" {
		return y
	}
	return h.lines(words, s, x, width, y, h.root.add(roleParagraph))
}

// lines sets words below y, and returns where they end. Sizes that stand beside each other have the same baseline.
func (h *letterhead) lines(words string, s style, x, width, y float64, e *element) float64 {
	for _, line := range h.measurer.breakLines(Plain(words), s, width, e) {
		h.fragments = append(h.fragments, placed(line, x, y+letterheadBaseline*s.leading)...)
		y += s.leading
	}
	return y
}

func (h letterhead) page() page {
	return page{top: h.bottom, bottom: textBottom, fragments: h.fragments, rules: h.rules}
}

const runningSeparator = "  ·  "

// runningHead begins a page after the first.
func runningHead(d Document, m *measurer) page {
	p := page{top: textTop, bottom: textBottom}
	about := d.Letterhead.running()
	if about == "" && d.Mark == "" {
		return p
	}
	p.artifact(m, about, runningStyle, marginLeft, headBaseline)
	p.artifact(m, d.Mark, runningMarkStyle, pageWidth-marginRight-m.width(d.Mark, runningMarkStyle.look(Run{})), headBaseline)
	p.rules = append(p.rules, rule{marginLeft, runningRule, pageWidth - marginRight, runningRule, hairline, light})
	return p
}

// running is what the letterhead says on the pages after the first.
func (h Letterhead) running() string {
	var about []string
	if h.Kind != "" {
		about = append(about, h.Kind)
	}
	for _, f := range h.filled() {
		if f.Running {
			about = append(about, f.Value)
		}
	}
	return strings.Join(about, runningSeparator)
}

// foot ends every page.
func (p *page) foot(d Document, m *measurer, number string) {
	p.artifact(m, d.Letterhead.Organization, runningStyle, marginLeft, footerBaseline)
	p.artifact(m, number, runningStyle, pageWidth-marginRight-m.width(number, runningStyle.look(Run{})), footerBaseline)
}

// artifact draws a line of words that are no part of the text.
func (p *page) artifact(m *measurer, words string, s style, x, baseline float64) {
	for i, line := range m.breakLines(Plain(words), s, textWidth*0.75, nil) {
		p.fragments = append(p.fragments, placed(line, x, baseline+float64(i)*s.leading)...)
	}
}
