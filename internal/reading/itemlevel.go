package reading

import (
	"strings"
	"unicode/utf8"
)

// deeperBy is how many spaces farther in an item stands that is part of the one above it.
const deeperBy = 2

// withPartsMarked gives the items within an item a bullet of their own where only their indentation tells them apart. A
// list ends at a blank line: below a page's end the same list may stand farther in.
func withPartsMarked(lines []line) []line {
	outer, bullet := 0, ""
	for i, l := range lines {
		indent := utf8.RuneCountInString(l.text) - utf8.RuneCountInString(strings.TrimLeft(l.text, " "))
		m := bulletLine.FindStringSubmatch(l.text)
		switch {
		case m == nil && (bullet == "" || strings.TrimSpace(l.text) == "" || indent <= outer):
			bullet = ""
		case m == nil: // a line that goes on
		case bullet == "":
			outer, bullet = indent, m[1]+m[2]+m[3]
		case m[1]+m[2]+m[3] == bullet && indent >= outer+deeperBy:
			lines[i].text = strings.Repeat(" ", indent) + bulletsByLevel[1] + m[4]
		}
	}
	return lines
}
