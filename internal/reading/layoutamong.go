package reading

// mostRules is how many rules are looked through for tables among other frames.
const mostRules = 80

// tablesAmong finds tables between rules that are not all of one: a heading's background or a box around text may be as
// wide as the table it stands above or below.
func tablesAmong(across, down []box, words []pdfWord) []drawnTable {
	var found []drawnTable
	across = across[:min(len(across), mostRules)]
	for from := 0; from < len(across)-2; from++ {
		for to := len(across); to-from > 2; to-- {
			if t, ok := tableWithin(across[from:to], down, words); ok && t.isFull() {
				found = append(found, t)
				from = to - 2
				break
			}
		}
	}
	return found
}

// isFull tells a table whose first and last row have cells beside one another: a line of text above or below has not.
func (t drawnTable) isFull() bool {
	last := len(t.rows) - 1
	return last > 0 && len(filled(t.rows[0])) > 1 && len(filled(t.rows[last])) > 1
}
