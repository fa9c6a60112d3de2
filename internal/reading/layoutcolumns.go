package reading

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// minColumnLines is how many lines a column must have, of minColumnWidth letters on the average, to be one. On a slide, whose
// full lines are long, fewer are enough.
const (
	minColumnLines = 5
	minColumnWidth = 22
	minWideLines   = 3
	minWideWidth   = 50
)

// columnsIn finds the first run of lines that one empty strip of the page divides into two columns of running text.
func columnsIn(lines []printedLine) (begin, end int, gutter float64) {
	for begin := range lines {
		for _, gutter := range guttersAt(lines[begin:]) {
			first := begin
			for first > 0 && clearOf(lines[first-1], gutter) && besideColumns(lines[first-1], lines[begin]) {
				first--
			}
			last := begin
			for last < len(lines) && clearOf(lines[last], gutter) {
				last++
			}
			last = endOfColumns(lines[:last], gutter)
			if areColumns(lines[first:last], gutter) {
				return first, last, gutter
			}
		}
	}
	return 0, 0, 0
}

// endOfColumns leaves out what stands below both columns: from the first heading or wide gap after the right one has ended.
func endOfColumns(lines []printedLine, gutter float64) int {
	end := len(lines)
	for end > 0 && lines[end-1].right < gutter {
		end--
	}
	for end > 0 && end < len(lines) && besideColumns(lines[end], lines[end-1]) && lines[end].top-lines[end-1].bottom < lines[end].height() {
		end++
	}
	return end
}

func clearOf(l printedLine, gutter float64) bool {
	return !slices.ContainsFunc(l.strips, func(p strip) bool { return p.left < gutter && gutter < p.right })
}

// besideColumns tells a line that may belong to a column from a heading that stands above both.
func besideColumns(l, column printedLine) bool {
	return len(l.strips) == 1 && l.strips[0].size() <= column.strips[0].size()*1.05 && !l.strips[0].bold && column.top-l.bottom < 2*l.height()
}

func areColumns(lines []printedLine, gutter float64) bool {
	if len(lines) == 0 || headsTable(lines[0]) {
		return false
	}
	left, right := divided(lines, gutter)
	return isColumn(left) && isColumn(right)
}

// headsTable tells the heads of a table's columns from those of a chapter's parts that stand beside one another.
func headsTable(l printedLine) bool {
	heads := stripTexts(l)
	isTablesOwn := func(head string) bool { return !innerHeading.MatchString(headingKey(head)) }
	return (headCells(l.text()) != nil || isHeaderRow(heads)) && slices.ContainsFunc(heads, isTablesOwn)
}

func stripTexts(l printedLine) []string {
	var texts []string
	for _, p := range l.strips {
		texts = append(texts, p.text())
	}
	return texts
}

// isColumn tells running text from a table's cells: long enough lines, without the gaps that rows have between them.
func isColumn(lines []printedLine) bool {
	if len(lines) < minWideLines {
		return false
	}
	letters, longest := 0, 0
	for _, l := range lines {
		length := utf8.RuneCountInString(l.text())
		letters, longest = letters+length, max(longest, length)
	}
	return longest >= minWideWidth || letters/len(lines) >= minColumnWidth && len(lines) >= minColumnLines
}

// divided gives the strips on both sides of a gutter, as lines.
func divided(lines []printedLine, gutter float64) (left, right []printedLine) {
	for _, l := range lines {
		var before, after []strip
		for _, p := range l.strips {
			if p.centre() < gutter {
				before = append(before, p)
			} else {
				after = append(after, p)
			}
		}
		if len(before) > 0 {
			left = append(left, lineOfStrips(before))
		}
		if len(after) > 0 {
			right = append(right, lineOfStrips(after))
		}
	}
	return left, right
}

// guttersAt are the middles of the gaps that begin in the first of some lines, each as wide as the lines below leave it;
// where the first has no gap, that between it and the next, if they stand in columns whose lines are not level.
func guttersAt(lines []printedLine) []float64 {
	strips := lines[0].strips
	if len(strips) == 1 && len(lines) > 1 && len(lines[1].strips) == 1 && lines[0].bottom > lines[1].top {
		strips = []strip{strips[0], lines[1].strips[0]}
		slices.SortFunc(strips, func(a, b strip) int { return cmp.Compare(a.left, b.left) })
	}
	var gutters []float64
	for i := range strips[1:] {
		if strips[i].right < strips[i+1].left {
			gutters = append(gutters, gutterWithin(strips[i].right, strips[i+1].left, lines))
		}
	}
	return gutters
}

// narrowestGutter is the least that a gap between columns is, in points.
const narrowestGutter = 8

// gutterWithin follows a gap downwards: a line that is longer than the first, or that begins farther out, narrows it.
func gutterWithin(left, right float64, lines []printedLine) float64 {
	for _, l := range lines {
		from, to := left, right
		for _, p := range l.strips {
			switch {
			case p.right <= from || p.left >= to:
			case p.left < from:
				from = p.right
			case p.right > to:
				to = p.left
			}
		}
		if to-from < narrowestGutter {
			break
		}
		left, right = from, to
	}
	return (left + right) / 2
}
