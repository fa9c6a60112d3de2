package reading

import (
	"math"
	"slices"
)

const (
	smallestBullet = 0.15 // of the letters beside it
	largestBullet  = 0.6
	roundest       = 1.3 // how much longer than wide, or the other way, a bullet may be
	bulletGap      = 3.5 // letter heights to its text, at most
	bulletMargin   = 2.0 // letter heights without words before it
)

// withDrawnBullets gives a page's words with a bullet where one is drawn, as some programs do, instead of written.
func withDrawnBullets(page pdfPage) []pdfWord {
	words := slices.Clone(page.words)
	var drawn []box
	for _, rule := range page.rules {
		isNew := !slices.ContainsFunc(drawn, func(known box) bool { return known.joined(rule).width() < 2*rule.width() && known.sameLine(rule) })
		if w, ok := bulletedWord(rule, page.words); ok && isNew {
			drawn = append(drawn, rule)
			words = append(words, pdfWord{box: box{rule.left, w.top, rule.right, w.bottom}, text: "•", size: w.size})
		}
	}
	return words
}

// bulletedWord finds the first word of the line that a small drawing stands before.
func bulletedWord(drawn box, words []pdfWord) (pdfWord, bool) {
	var first pdfWord
	for _, w := range words {
		if math.Abs(w.middle()-drawn.middle()) > w.height()/2 {
			continue
		}
		if w.left < drawn.right && w.right > drawn.left-bulletMargin*w.height() {
			return pdfWord{}, false
		}
		if gap := w.left - drawn.right; gap >= 0 && gap < bulletGap*w.height() && (first.text == "" || w.left < first.left) {
			first = w
		}
	}
	return first, first.text != "" && isBulletSized(drawn, first.size)
}

func isBulletSized(drawn box, letters float64) bool {
	long, short := max(drawn.width(), drawn.height()), min(drawn.width(), drawn.height())
	return short >= smallestBullet*letters && long <= largestBullet*letters && long <= roundest*short
}
