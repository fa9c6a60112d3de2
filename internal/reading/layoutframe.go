package reading

import "slices"

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
	return across > 1 && len(printedLines(words)) >= proseLines
}
