package spreadsheet

import (
	"strings"
	"unicode"
)

// Expected is a column that a reader looks for in a table's header, by any of its names.
type Expected struct {
	Key      string
	Title    string
	Synonyms []string
	Optional bool
}

// Match is where the expected columns stand.
type Match struct {
	At      map[string]int // key → place in the row, from 0
	Missing []string       // titles of those that are expected and not there
	Unknown []string       // titles that nothing is expected under
}

// MatchHeader finds the expected columns in a header row, whatever the case and the punctuation. Of two columns of one
// name the first is taken and the second unknown.
func MatchHeader(header []Cell, expected []Expected) Match {
	keys := map[string]string{}
	for _, column := range expected {
		for _, name := range append([]string{column.Title}, column.Synonyms...) {
			keys[bare(name)] = column.Key
		}
	}
	match := Match{At: map[string]int{}}
	for place, cell := range header {
		key, isKnown := keys[bare(cell.Text)]
		if _, isTaken := match.At[key]; isKnown && !isTaken {
			match.At[key] = place
		} else if bare(cell.Text) != "" {
			match.Unknown = append(match.Unknown, cell.Text)
		}
	}
	for _, column := range expected {
		if _, isThere := match.At[column.Key]; !isThere && !column.Optional {
			match.Missing = append(match.Missing, column.Title)
		}
	}
	return match
}

// Of gives the row's cell under a key; the zero Cell where the row or the table has none.
func (m Match) Of(row []Cell, key string) Cell {
	place, isThere := m.At[key]
	if !isThere || place >= len(row) {
		return Cell{}
	}
	return row[place]
}

// bare leaves letters and digits.
func bare(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}
