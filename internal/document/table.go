package document

import (
	"math"
	"slices"
)

// grid is where a table's columns stand.
type grid struct {
	left   []float64 // from the page's left edge
	widths []float64 // of the words in them, without the gutter
}

func (c *composer) table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	c.space(tableGap)
	g := c.grid(t)
	c.within(roleTable, 0, func() {
		c.caption(t.Caption)
		head := c.row(titles(t), g, columnStyle, roleHeadCell)
		joinAll(head)
		last := len(head) - 1
		head[last].rules = []rule{c.ruleBelow(head[last], headRule, dark)}
		c.addAll(head)
		c.rows(t, g, head)
	})
	c.space(tableGap)
}

func (c *composer) caption(words string) {
	if words == "" {
		return
	}
	start := len(c.strips)
	c.text(Plain(words), captionStyle, roleCaption)
	joinAll(c.strips[start:])
	c.space(captionGap)
}

func titles(t Table) []Text {
	var all []Text
	for _, column := range t.Columns {
		all = append(all, Plain(column.Title))
	}
	return all
}

// rows sets the table's rows below its head. The last is not left alone on a page if it and the one before it are short.
func (c *composer) rows(t Table, g grid, head []strip) {
	before := math.Inf(1)
	for i, cells := range t.Rows {
		row := c.tableRow(t.cells(cells), g, head)
		if i == len(t.Rows)-1 && before+height(row) <= shortRows {
			c.joinToLineBefore()
		}
		before = height(row)
		c.addAll(row)
	}
}

// tableRow sets a row that no page break divides, unless it is higher than a page.
func (c *composer) tableRow(cells []Text, g grid, head []strip) []strip {
	row := c.row(cells, g, cellStyle, roleCell)
	last := len(row) - 1
	if height(head)+height(row) <= textBottom-textTop {
		joinAll(row[:last])
	}
	row[last].rules = []rule{c.ruleBelow(row[last], hairline, light)}
	if height(head) <= highestRepeatedHead {
		for i := range row {
			row[i].head = repeated(head)
		}
	}
	return row
}

// row sets cells beside each other, in strips of a line from each.
func (c *composer) row(cells []Text, g grid, s style, r role) []strip {
	element := c.parent.add(roleRow)
	var columns [][][]fragment
	count := 1
	for i, cell := range cells {
		lines := c.measurer.breakLines(cell, s, g.widths[i], element.add(r))
		columns = append(columns, lines)
		count = max(count, len(lines))
	}
	row := make([]strip, count)
	for k := range row {
		row[k] = rowStrip(columns, k, g, s, k == 0, k == count-1)
	}
	return row
}

// rowStrip sets the line at index k of every column.
func rowStrip(columns [][][]fragment, k int, g grid, s style, first, last bool) strip {
	set, baseline := strip{height: s.leading}, s.baseline()
	if first {
		set.height += cellPadding
		baseline += cellPadding
	}
	if last {
		set.height += cellPadding
	}
	for i, lines := range columns {
		if k < len(lines) {
			set.fragments = append(set.fragments, placed(lines[k], g.left[i], baseline)...)
		}
	}
	return set
}

func (c *composer) ruleBelow(s strip, thickness float64, colour ink) rule {
	return rule{c.left, s.height, c.left + c.width, s.height, thickness, colour}
}

func (c *composer) addAll(strips []strip) {
	for _, s := range strips {
		c.add(s)
	}
}

func joinAll(strips []strip) {
	for i := range strips {
		strips[i].joined = true
	}
}

func height(strips []strip) float64 {
	sum := 0.0
	for _, s := range strips {
		sum += s.gap + s.height
	}
	return sum
}

// repeated is the head row as it returns on later pages: not a second time part of the text.
func repeated(head []strip) []strip {
	again := make([]strip, len(head))
	for i, s := range head {
		again[i] = s
		again[i].gap = 0
		again[i].fragments = slices.Clone(s.fragments)
		for k := range again[i].fragments {
			again[i].fragments[k].element = nil
		}
	}
	return again
}

// grid shares the width among the columns as they wish, but gives each its longest word as far as there is room.
func (c *composer) grid(t Table) grid {
	free := c.width - columnGutter*float64(len(t.Columns)-1)
	g := grid{left: make([]float64, len(t.Columns)), widths: shares(c.wishes(t), c.longestWords(t), free)}
	x := c.left
	for i, w := range g.widths {
		g.left[i] = x
		x += w + columnGutter
	}
	return g
}

func (c *composer) wishes(t Table) []float64 {
	wishes := make([]float64, len(t.Columns))
	for i, column := range t.Columns {
		wishes[i] = column.Width
		if column.Width <= 0 {
			wishes[i] = 1
		}
	}
	return wishes
}

// longestWords is the width below which a column would have to divide a word.
func (c *composer) longestWords(t Table) []float64 {
	widest := make([]float64, len(t.Columns))
	note := func(i int, t Text, s style) {
		for _, chunk := range chunks(c.measurer.glyphs(t, s, nil)) {
			widest[i] = math.Max(widest[i], width(trimmed(chunk)))
		}
	}
	for i, column := range t.Columns {
		note(i, Plain(column.Title), columnStyle)
	}
	for _, row := range t.Rows {
		for i, cell := range t.cells(row) {
			note(i, cell, cellStyle)
		}
	}
	return widest
}

// shares divides what is free in proportion to the wishes. Columns whose share is less than their least get the least, and the
// others divide what remains; where even the leasts do not fit, they are shrunk alike.
func shares(wishes, least []float64, free float64) []float64 {
	if total := sum(least); total >= free {
		return scaled(least, free/total)
	}
	given := make([]float64, len(wishes))
	fixed := make([]bool, len(wishes))
	for {
		rest, wished := free, 0.0
		for i := range wishes {
			if fixed[i] {
				rest -= least[i]
			} else {
				wished += wishes[i]
			}
		}
		settled := true
		for i := range wishes {
			if fixed[i] {
				given[i] = least[i]
				continue
			}
			given[i] = rest * wishes[i] / wished
			if given[i] < least[i] {
				fixed[i], settled = true, false
			}
		}
		if settled {
			return given
		}
	}
}

func sum(values []float64) float64 {
	total := 0.0
	for _, v := range values {
		total += v
	}
	return total
}

func scaled(values []float64, factor float64) []float64 {
	out := make([]float64, len(values))
	for i, v := range values {
		out[i] = v * factor
	}
	return out
}
