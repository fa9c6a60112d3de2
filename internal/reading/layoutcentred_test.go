package reading

import (
	"slices"
	"strings"
	"testing"
)

// placedLines makes lines of words that stand at places: "40:Ja" begins 40 letters from the left.
func placedLines(tops []float64, texts ...string) []printedLine {
	var lines []printedLine
	for i, text := range texts {
		var words []pdfWord
		at := 0.0
		for _, field := range strings.Fields(text) {
			if place, word, found := strings.Cut(field, ":"); found {
				at, field = 0, word
				for _, digit := range place {
					at = at*10 + float64(digit-'0')
				}
			}
			width := float64(len([]rune(field)))
			words = append(words, pdfWord{box: box{at * 5, tops[i], (at + width) * 5, tops[i] + 10}, text: field, size: 10})
			at += width + 0.5
		}
		lines = append(lines, printedLineOf(words))
	}
	return lines
}

func TestCentredTable(t *testing.T) {
	head := "5:Fråga 40:KS 50:SN"
	for name, c := range map[string]struct {
		tops  []float64
		texts []string
		rows  []string
	}{
		"beside the middle of two lines": {
			[]float64{0, 20, 26, 32, 50},
			[]string{head, "0:Finns en plan som", "39:Ja 49:Delvis", "0:är beslutad?", "0:Är roller kända? 39:Nej 50:Ja"},
			[]string{"Fråga|KS|SN", "Finns en plan som är beslutad?|Ja|Delvis", "Är roller kända?|Nej|Ja"},
		},
		"beside the first of two lines": {
			[]float64{0, 20, 32, 50},
			[]string{head, "0:Finns en plan som 39:Ja 49:Delvis", "0:är beslutad?", "0:Är roller kända? 39:Nej 50:Ja"}, nil,
		},
		"a grade is missing": {
			[]float64{0, 20, 26, 32, 50},
			[]string{head, "0:Finns en plan som", "39:Ja", "0:är beslutad?", "0:Är roller kända? 39:Nej 50:Ja"}, nil,
		},
		"no head": {
			[]float64{0, 20, 26, 32, 50},
			[]string{"5:Kapitel 40:KS 50:SN", "0:Finns en plan som", "39:Ja 49:Delvis", "0:är beslutad?", "0:Är roller kända? 39:Nej 50:Ja"}, nil,
		},
	} {
		rows, _ := centredTable(placedLines(c.tops, c.texts...))
		var got []string
		for _, cells := range rows {
			got = append(got, strings.Join(cells, "|"))
		}
		if !slices.Equal(got, c.rows) {
			t.Errorf("%s: want %q, got %q", name, c.rows, got)
		}
	}
}
