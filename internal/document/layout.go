package document

import (
	"fmt"
	"slices"
)

// page is what is drawn on one page, in millimetres from its upper left corner.
type page struct {
	top, bottom float64 // of the text area
	last        float64 // lower end of the last strip in it
	fragments   []fragment
	rules       []rule
}

// layout sets the document in pages, and says of which structure its fragments are.
func layout(d Document) ([]page, *element) {
	m, root := newMeasurer(), &element{role: roleDocument}
	head := composeLetterhead(d, m, root)
	c := newComposer(m, root)
	c.document(d)

	sheets := paginate(c.strips, textBottom-head.bottom, textBottom-textTop)
	if len(sheets) == 0 {
		sheets = [][]strip{nil}
	}
	pages := make([]page, len(sheets))
	for i, strips := range sheets {
		p := &pages[i]
		if i == 0 {
			*p = head.page()
		} else {
			*p = runningHead(d, m)
			strips = withTableHead(strips)
		}
		p.place(strips)
		p.foot(d, m, fmt.Sprintf("Sida %d av %d", i+1, len(pages)))
		p.underlineLinks()
	}
	return pages, root
}

// withTableHead repeats the head row where a page begins inside a table.
func withTableHead(strips []strip) []strip {
	return slices.Concat(strips[0].head, strips)
}

func (p *page) place(strips []strip) {
	y := p.top
	for i, s := range strips {
		if i > 0 {
			y += s.gap
		}
		for _, f := range s.fragments {
			f.baseline += y
			p.fragments = append(p.fragments, f)
		}
		for _, r := range s.rules {
			r.y1 += y
			r.y2 += y
			p.rules = append(p.rules, r)
		}
		y += s.height
	}
	p.last = y
}

// underlineLinks shows them without colour too.
func (p *page) underlineLinks() {
	for _, f := range p.fragments {
		if f.look.link != "" {
			y := f.baseline + linkOffset
			p.rules = append(p.rules, rule{f.x, y, f.x + f.width, y, hairline, accent})
		}
	}
}
