package document

import (
	"slices"
	"strings"
)

// signatures sets two beside each other, each below a line to sign on.
func (c *composer) signatures(s Signatures) {
	if len(s) == 0 {
		return
	}
	c.joinToLineBefore()
	g := grid{
		left:   []float64{c.left, c.left + signatureWidth + signatureGutter},
		widths: []float64{signatureWidth, signatureWidth},
	}
	var strips []strip
	c.within(roleSignatures, 0, func() {
		for pair := range slices.Chunk(s, 2) {
			strips = append(strips, c.signaturePair(pair, g)...)
		}
	})
	joinAll(strips[:len(strips)-1])
	c.addAll(strips)
	c.space(noteGap)
}

func (c *composer) signaturePair(pair []Signatory, g grid) []strip {
	space := strip{height: signatureSpace + signaturePadding}
	var names, titles [][][]fragment
	for i, who := range pair {
		space.rules = append(space.rules, rule{g.left[i], signatureSpace, g.left[i] + signatureWidth, signatureSpace, hairline, dark})
		e := c.parent.add(roleParagraph)
		names = append(names, c.measurer.breakLines(Plain(strings.TrimSpace(who.Name)+" "), signStyle, signatureWidth, e))
		titles = append(titles, c.measurer.breakLines(Plain(who.Title), roleStyle, signatureWidth, e))
	}
	strips := append([]strip{space}, stacked(names, g, signStyle)...)
	return append(strips, stacked(titles, g, roleStyle)...)
}

// stacked sets columns of lines beside each other without padding.
func stacked(columns [][][]fragment, g grid, s style) []strip {
	count := 0
	for _, lines := range columns {
		count = max(count, len(lines))
	}
	strips := make([]strip, count)
	for k := range strips {
		strips[k] = rowStrip(columns, k, g, s, false, false)
	}
	return strips
}
