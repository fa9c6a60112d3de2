package reading

import "slices"

const (
	panelHeight    = 0.7 // of the page's height, at least
	narrowestPanel = 0.08
	widestPanel    = 0.4
	panelInset     = 0.03 // of the page's width, from its edge
)

// sidePanel finds the coloured panel along a page's side in which slides set their heading, and reports what they sum up.
func sidePanel(page pdfPage) (box, bool) {
	at := slices.IndexFunc(page.rules, func(r box) bool {
		atEdge := r.left < page.width*panelInset || r.right > page.width*(1-panelInset)
		return atEdge && r.height() > page.height*panelHeight && r.width() > page.width*narrowestPanel && r.width() < page.width*widestPanel
	})
	if at < 0 {
		return box{}, false
	}
	return page.rules[at], true
}

func (b box) holdsCentre(other box) bool {
	return other.centre() > b.left && other.centre() < b.right && other.middle() > b.top && other.middle() < b.bottom
}

// beside divides a page's lines into those on a panel and those beside it, and takes the panel away from the page.
func (page pdfPage) beside(panel box, printed []printedLine) (rest pdfPage, on, off []printedLine) {
	isOn := func(w pdfWord) bool { return panel.holdsCentre(w.box) }
	isOff := func(w pdfWord) bool { return !isOn(w) }
	for _, l := range printed {
		var within, without []strip
		for _, p := range l.strips {
			within, without = append(within, p.without(isOff)...), append(without, p.without(isOn)...)
		}
		if len(within) > 0 {
			on = append(on, lineOfStrips(within))
		}
		if len(without) > 0 {
			off = append(off, lineOfStrips(without))
		}
	}
	rest = page
	rest.words = slices.DeleteFunc(slices.Clone(page.words), isOn)
	rest.rules = slices.DeleteFunc(slices.Clone(page.rules), func(r box) bool { return panel.holdsCentre(r) })
	return rest, on, off
}
