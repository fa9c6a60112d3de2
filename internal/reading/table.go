package reading

import (
	"regexp"
	"strings"
)

var (
	pipeRow    = regexp.MustCompile(`^\s*\|.*\|\s*$`)
	pipeRule   = regexp.MustCompile(`^\s*\|?[\s:|-]*-{3,}[\s:|-]*\|?\s*$`)
	wideGap    = regexp.MustCompile(`\s{2,}`)
	tabbedItem = regexp.MustCompile(`^\s*(?:\d{1,2}(?:\.\d{1,2})*[.)]?|[•▪●○■–—−o-]|[a-h]\))\t+[^\t]+$`)
)

// isRow tells a table's row: cells between tabs or bars, or between wide gaps where all but the first are grades or
// committees' abbreviations.
func isRow(text string) bool {
	switch {
	case pipeRow.MatchString(text):
		return true
	case tabbedItem.MatchString(text):
		return false
	case strings.Contains(strings.Trim(text, " "), "\t"):
		return len(filled(cellsOf(text))) > 0
	}
	cells := wideGap.Split(strings.TrimSpace(text), -1)
	if len(cells) < 2 {
		return false
	}
	for i, cell := range cells {
		if i == 0 && len(cells) > 2 && isAbbreviation(cell) {
			continue
		}
		if i > 0 && !isGradeOnly(cell) && !isAbbreviation(cell) {
			return false
		}
	}
	return true
}

func cellsOf(text string) []string {
	if pipeRule.MatchString(text) {
		return nil
	}
	var cells []string
	switch {
	case pipeRow.MatchString(text):
		cells = strings.Split(strings.Trim(strings.TrimSpace(text), "|"), "|")
	case strings.Contains(text, "\t"):
		cells = strings.Split(text, "\t")
	default:
		cells = wideGap.Split(strings.TrimRight(text, " "), -1)
	}
	for i := range cells {
		cells[i] = strings.Join(strings.Fields(cells[i]), " ")
	}
	return cells
}

func filled(cells []string) []string {
	var found []string
	for _, cell := range cells {
		if cell != "" {
			found = append(found, cell)
		}
	}
	return found
}

// table is rows that follow one another.
type table struct {
	rows []block
}

// tablesIn gathers the tables of a document; a paragraph, heading or item between ends a table.
func tablesIn(blocks []block) []table {
	var tables []table
	inside := false
	for _, b := range blocks {
		if b.kind != row {
			inside = false
			continue
		}
		if !inside {
			tables = append(tables, table{})
			inside = true
		}
		if len(b.cells) > 0 {
			last := &tables[len(tables)-1]
			last.rows = append(last.rows, b)
		}
	}
	return tables
}
