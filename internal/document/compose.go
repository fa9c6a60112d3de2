package document

import (
	"math"
	"strings"
)

// strip is a slice of the text as wide as the column and as high as a line: what page breaks stand between.
type strip struct {
	gap       float64    // space above, dropped at the head of a page
	height    float64    // millimetres, without the gap
	fragments []fragment // baseline measured from the strip's top, x from the page's left edge
	rules     []rule     // likewise
	joined    bool       // no page break may follow
	head      []strip    // returns above the strip where a page begins with it: a table's head row
}

// rule is a drawn line. Its thickness lies around the line through its ends.
type rule struct {
	x1, y1, x2, y2 float64
	thickness      float64
	ink            ink
}

// composer turns blocks into strips.
type composer struct {
	measurer    *measurer
	strips      []strip
	left, width float64  // of the column now set
	parent      *element // of the elements now set
	gap         float64  // owed above the next strip
	above       []int    // levels of the headings that the text stands below
	labels      []fragment
	bar         bool // a quotation's bar stands at the left
}

func newComposer(m *measurer, root *element) *composer {
	return &composer{measurer: m, left: marginLeft, width: textWidth, parent: root}
}

func (c *composer) document(d Document) {
	if d.Title != "" {
		c.heading(0, d.Title)
	}
	for i, b := range d.Blocks {
		c.block(b)
		if introduces(d.Blocks, i) {
			c.joinToLineBefore()
		}
	}
}

// introduces tells whether the block leads up to the next, and may not part from it.
func introduces(blocks []Block, i int) bool {
	p, ok := blocks[i].(Paragraph)
	if !ok || i+1 == len(blocks) || !strings.HasSuffix(strings.TrimSpace(p.Text.words()), ":") {
		return false
	}
	switch blocks[i+1].(type) {
	case List, Table, Quotation:
		return true
	}
	return false
}

func (c *composer) block(b Block) {
	switch b := b.(type) {
	case Heading:
		c.heading(b.level(), b.Text)
	case Paragraph:
		c.text(b.Text, bodyStyle, roleParagraph)
		c.space(paragraphGap)
	case Quotation:
		c.quotation(b)
	case List:
		c.list(b)
	case Table:
		c.table(b)
	case Signatures:
		c.signatures(b)
	case Note:
		c.space(noteGap)
		c.text(b.Text, noteStyle, roleParagraph)
		c.space(noteGap)
	}
}

// space owes the next strip at least this much above it: the greater of two neighbours' wishes is granted, not their sum.
func (c *composer) space(gap float64) { c.gap = math.Max(c.gap, gap) }

func (c *composer) joinToLineBefore() {
	if n := len(c.strips); n > 0 {
		c.strips[n-1].joined = true
	}
}

func (c *composer) add(s strip) {
	s.gap, c.gap = c.gap, 0
	if len(c.strips) == 0 {
		s.gap = 0
	}
	if c.bar {
		x := c.left - quotationIndent + quotationBar/2
		s.rules = append(s.rules, rule{x, 0, x, s.height, quotationBar, light})
	}
	c.strips = append(c.strips, s)
}

// heading is joined to what follows it: every block keeps its first two lines together, so that they stand below it.
func (c *composer) heading(level int, words string) {
	s := headingStyles[level]
	c.space(headingGaps[level].above)
	for _, line := range c.measurer.breakLines(Plain(words), s, c.width, c.headingElement(level)) {
		set := c.line(line, s)
		set.joined = true
		c.add(set)
	}
	c.space(headingGaps[level].below)
}

// text sets a paragraph. Neither its first nor its last line stands alone beside a page break.
func (c *composer) text(t Text, s style, r role) {
	lines := c.measurer.breakLines(t, s, c.width, c.parent.add(r))
	if len(lines) == 0 && len(c.labels) > 0 {
		lines = [][]fragment{nil}
	}
	for i, line := range lines {
		set := c.line(line, s)
		set.joined = i == 0 && len(lines) > 1 || i == len(lines)-2
		c.add(set)
	}
}

// line is a strip of one line, with the labels that wait for it.
func (c *composer) line(line []fragment, s style) strip {
	set := strip{height: s.leading, fragments: append(c.labels, placed(line, c.left, s.baseline())...)}
	c.labels = nil
	return set
}

func placed(line []fragment, x, baseline float64) []fragment {
	for i := range line {
		line[i].x += x
		line[i].baseline = baseline
	}
	return line
}

// baseline is where the words of a line stand, measured from its top: their capitals are in the line's middle.
func (s style) baseline() float64 {
	const capitalHeight = 0.68
	return s.leading/2 + capitalHeight/2*s.size*millimetresPerPoint
}

func (c *composer) quotation(q Quotation) {
	c.space(quotationGap)
	c.within(roleQuotation, quotationIndent, func() {
		c.bar = true
		c.text(q.Text, quoteStyle, roleParagraph)
		c.bar = false
	})
	c.space(quotationGap)
}

// within sets what compose sets in an element of its own, indented from the left.
func (c *composer) within(r role, indent float64, compose func()) {
	outer := *c
	c.parent = c.parent.add(r)
	c.left += indent
	c.width -= indent
	compose()
	c.parent, c.left, c.width = outer.parent, outer.left, outer.width
}

// list keeps two lines of a list together at both its ends, as a paragraph does, and a list in an item with the line above it.
func (c *composer) list(l List) {
	c.space(itemGap)
	indent, start := c.labelWidth(l), len(c.strips)
	if c.parent.role == roleItemBody {
		c.joinToLineBefore()
	}
	c.within(roleList, 0, func() {
		c.parent.ordered = l.Ordered
		for i, item := range l.Items {
			c.within(roleItem, 0, func() { c.item(item, l.label(i), indent) })
		}
	})
	if n := len(c.strips); n-start > 1 {
		c.strips[start].joined, c.strips[n-2].joined = true, true
	}
	c.space(paragraphGap)
}

func (c *composer) item(item Item, label string, indent float64) {
	c.space(itemGap)
	if c.width-indent < leastColumn {
		indent = 0
		c.text(Plain(label), bodyStyle, roleLabel)
	} else {
		c.label(label)
	}
	c.within(roleItemBody, indent, func() {
		for _, b := range item {
			c.block(b)
			c.gap = itemGap
		}
		if len(c.labels) > 0 {
			c.text(nil, bodyStyle, roleParagraph)
		}
	})
	c.gap = itemGap
}

// label waits for the line that it stands before.
func (c *composer) label(words string) {
	line := c.measurer.breakLines(Plain(words+" "), bodyStyle, c.width, c.parent.add(roleLabel))[0]
	c.labels = append(c.labels, placed(line, c.left, bodyStyle.baseline())...)
}

// labelWidth is how far a list's words stand in from its labels.
func (c *composer) labelWidth(l List) float64 {
	last := c.measurer.width(l.label(len(l.Items)-1), bodyStyle.look(Run{}))
	return math.Max(itemIndent, last+labelGap)
}
