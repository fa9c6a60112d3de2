package reading

import (
	"math"
	"slices"
)

// proseLines is how many lines of text above or below a table make what encloses both a frame.
const proseLines = 3

// withoutFrame leaves out the rules of a frame around a table and the text that stands above and below it.
func withoutFrame(across []box, columns [][2]float64, down []box, words []pdfWord) []box {
	for len(across) > 1 && runsAcross(columns, down, wordsBetween(words, across[0].top, across[1].top), across[0].top, across[1].top) {
		across = across[1:]
	}
	for last := len(across) - 1; last > 0 && runsAcross(columns, down, wordsBetween(words, across[last-1].top, across[last].top), across[last-1].top, across[last].top); last-- {
		across = across[:last]
	}
	return across
}

func wordsBetween(words []pdfWord, top, bottom float64) []pdfWord {
	return slices.DeleteFunc(slices.Clone(words), func(w pdfWord) bool { return w.middle() <= top || w.middle() > bottom })
}

// runsAcross tells running text, whose words stand across the columns' edges, from a row of cells.
func runsAcross(columns [][2]float64, down []box, words []pdfWord, top, bottom float64) bool {
	across := 0
	lines := printedLines(words)
	for _, c := range columns[min(1, len(columns)):] {
		if ruledLength(down, c[0], top, bottom) > (bottom-top)/2 {
			return false
		}
		for _, w := range words {
			if w.left < c[0]-1 && w.right > c[0]+1 {
				across++
			}
		}
	}
	return across > 1 && len(lines) >= proseLines || len(lines) == 1 && slices.ContainsFunc(columns[min(1, len(columns)):], func(c [2]float64) bool { return goesOnOver(lines[0], c[0]) })
}

// wordGap is how far apart, in letter heights, the words of one sentence stand at most.
const wordGap = 0.5

// goesOnOver tells a line whose words stand across a column's edge, or as near one another on both sides of it as a sentence's.
func goesOnOver(l printedLine, edge float64) bool {
	before, after := 0.0, math.Inf(1)
	for _, s := range l.strips {
		for _, w := range s.words {
			switch {
			case w.left < edge-1 && w.right > edge+1:
				return true
			case w.centre() < edge:
				before = max(before, w.right)
			default:
				after = min(after, w.left)
			}
		}
	}
	return before > 0 && after-before < wordGap*l.height()
}
