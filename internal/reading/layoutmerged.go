package reading

// mergedColumns are a row's own columns: where it is ruled at all, those that nothing divides are one.
func mergedColumns(columns [][2]float64, down []box, top, bottom float64) [][2]float64 {
	merged := [][2]float64{columns[0]}
	for _, c := range columns[1:] {
		if ruledLength(down, c[0], top, bottom) > (bottom-top)/2 {
			merged = append(merged, c)
		} else {
			merged[len(merged)-1][1] = c[1]
		}
	}
	if len(merged) == 1 {
		return columns
	}
	return merged
}

// overColumns sets a row's cells under the table's columns. A grade in a cell over several is that of each.
func overColumns(cells []string, merged, columns [][2]float64) []string {
	spread := make([]string, len(columns))
	at := 0
	for i, c := range columns {
		if at+1 < len(merged) && merged[at+1][0] <= c[0] {
			at++
		}
		if merged[at][0] == c[0] || isGradeOnly(cells[at]) {
			spread[i] = cells[at]
		}
	}
	return spread
}
