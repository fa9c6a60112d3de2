package reading

import (
	"math"
	"slices"
	"strings"
)

func boxOf(boxes []box) box {
	all := boxes[0]
	for _, b := range boxes {
		all = all.joined(b)
	}
	return all
}

// shortestRow is how tall, in points, what is left of a row on a page is at least.
const shortestRow = 8

// withOpenEnds adds the rules that a table lacks where a page's end has cut a row in two: its columns' rules go on beyond
// the last rule across, or begin before the first.
func withOpenEnds(across, down []box) []box {
	t := boxOf(across)
	var tops, bottoms []float64
	for _, d := range down {
		if d.left >= t.left-sameRule && d.left <= t.right+sameRule && d.top <= t.bottom+sameRule && d.bottom >= t.top-sameRule {
			tops, bottoms = append(tops, d.top), append(bottoms, d.bottom)
		}
	}
	if len(tops) < 3 {
		return across
	}
	if bottom := slices.Max(bottoms); bottom > t.bottom+shortestRow && agreed(bottoms, bottom) {
		across = append(slices.Clone(across), box{t.left, bottom, t.right, bottom})
	}
	if top := slices.Min(tops); top < t.top-shortestRow && agreed(tops, top) {
		across = slices.Insert(slices.Clone(across), 0, box{t.left, top, t.right, top})
	}
	return across
}

// agreed tells whether all rules end at one place.
func agreed(ends []float64, at float64) bool {
	return !slices.ContainsFunc(ends, func(end float64) bool { return math.Abs(end-at) > sameRule })
}

// withoutContinued joins the rest of a row that a page's end has cut in two to what the page before has of it, and gives
// the rows after it. The table's head may be repeated between.
func (s *pageSetter) withoutContinued(rows [][]string) [][]string {
	at := len(s.lines) - 1
	for at >= 0 && strings.Trim(s.lines[at].text, "\f") == "" {
		at--
	}
	if at < 0 || s.lines[at].page != s.page-1 || !strings.Contains(s.lines[at].text, "\t") {
		return rows
	}
	cut, first := strings.Split(s.lines[at].text, "\t"), 0
	if len(rows) > 1 && isRepeatedHead(s.lines[:at], rows[0]) {
		first = 1
	}
	if !isRestOf(cut, rows[first]) {
		return rows
	}
	for i, cell := range rows[first] {
		if cell != "" {
			cut[i] = joinBroken(cut[i], cell)
		}
	}
	s.lines[at].text = strings.Join(cut, "\t")
	return rows[first+1:]
}

func isRepeatedHead(lines []line, head []string) bool {
	return slices.ContainsFunc(lines, func(l line) bool { return l.text == strings.Join(head, "\t") })
}

// isRestOf tells whether a row is the rest of one that a page's end has cut in two: whatever it says goes on with a sentence.
func isRestOf(cut, rest []string) bool {
	if len(cut) != len(rest) || len(filled(rest)) == 0 {
		return false
	}
	for i, cell := range rest {
		if cell != "" && (cut[i] == "" || endsSentence(cut[i]) || !startsWithLower(cell)) {
			return false
		}
	}
	return true
}
