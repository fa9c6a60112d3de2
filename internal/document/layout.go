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
	var pages []page
	var about []Document // for each page
	for _, part := range d.parts() {
		set := layoutPart(part, m, root)
		pages = append(pages, set...)
		about = append(about, slices.Repeat([]Document{part}, len(set))...)
	}
	for i := range pages {
		pages[i].foot(about[i], m, fmt.Sprintf("Sida %d av %d", i+1, len(pages)))
		pages[i].underlineLinks()
	}
	return pages, root
}

// layoutPart sets one part in pages that have no foot yet.
func layoutPart(d Document, m *measurer, root *element) []page {
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
	}
	return pages
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
