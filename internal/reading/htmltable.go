package reading

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mostHanging bounds in how many columns of a row cells from above may go on.
const mostHanging = 100

// hangingCell goes on in the rows below its own.
type hangingCell struct {
	gridCell
	left int // how many rows
}

// tableTexts gives the text of each of a table's rows, with its cells under the columns that they stand in.
func tableTexts(table *html.Node) map[*html.Node]string {
	rows := rowsOf(table)
	grid := make([][]gridCell, len(rows))
	hanging := map[int]hangingCell{}
	for i, row := range rows {
		grid[i] = gridRow(row, hanging)
	}
	texts := map[*html.Node]string{}
	begun := columnsBegun(grid)
	for i, row := range rows {
		if texts[row] = rowText(grid[i], begun); len(grid[i]) == 1 && endsSentence(grid[i][0].text()) {
			texts[row] = grid[i][0].text() // prose across the whole table
		}
	}
	return texts
}

// rowsOf are a table's own rows, not those of tables in its cells.
func rowsOf(node *html.Node) []*html.Node {
	var rows []*html.Node
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		switch child.DataAtom {
		case atom.Tr:
			rows = append(rows, child)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			rows = append(rows, rowsOf(child)...)
		}
	}
	return rows
}

// gridRow gives a row's cells, and between them those from above that go on in it.
func gridRow(row *html.Node, hanging map[int]hangingCell) []gridCell {
	var cells []gridCell
	column := 0
	var below []hangingCell // that begin here, and where
	var places []int
	fromAbove := func() {
		for hanging[column].left > 0 {
			h := hanging[column]
			cells = append(cells, h.gridCell)
			h.left--
			hanging[column] = h
			column += h.spans
		}
	}
	for child := row.FirstChild; child != nil; child = child.NextSibling {
		if child.DataAtom != atom.Td && child.DataAtom != atom.Th {
			continue
		}
		fromAbove()
		cell := htmlCell(child)
		if rows := spanIn(attribute(child, "rowspan")); rows > 1 && column < mostHanging {
			below, places = append(below, hangingCell{cell.inRowsBelow(), rows - 1}), append(places, column)
		}
		cells = append(cells, cell)
		column += cell.spans
	}
	fromAbove()
	for i, at := range places {
		hanging[at] = below[i]
	}
	return cells
}

func htmlCell(node *html.Node) gridCell {
	inner := &htmlWriter{}
	inner.children(node)
	inner.flush()
	return gridCell{lines: inner.lines, spans: spanIn(attribute(node, "colspan"))}
}

// inRowsBelow is a cell as it stands in the further rows that it spans.
func (c gridCell) inRowsBelow() gridCell {
	if !goesForEachRow(c.text()) {
		c.lines = nil
	}
	return c
}
