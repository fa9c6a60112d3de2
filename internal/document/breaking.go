package document

import "unicode"

// look is how a fragment's words are drawn.
type look struct {
	face face
	size float64 // points
	ink  ink
	link string
}

// fragment is words of one look on one line.
type fragment struct {
	x, baseline float64 // millimetres
	width       float64
	words       string
	look        look
	element     *element // nil for what is no part of the text: running heads, page numbers
}

// glyph is a rune about to be set.
type glyph struct {
	r       rune
	width   float64
	look    look
	element *element
}

// breakLines sets the text in lines no wider than width; x is measured from the lines' left end. An empty text has no lines.
func (m *measurer) breakLines(t Text, s style, width float64, parent *element) [][]fragment {
	b := lineBreaker{measurer: m, width: width}
	for _, chunk := range chunks(m.glyphs(t, s, parent)) {
		b.add(chunk)
	}
	b.flush()
	return b.lines
}

func (m *measurer) glyphs(t Text, s style, parent *element) []glyph {
	var glyphs []glyph
	for _, r := range t {
		l, e := s.look(r), parent
		if l.link != "" && parent != nil {
			e = parent.add(roleLink)
		}
		for _, c := range m.drawable(r.Text, l.face) {
			a, _ := m.advance(l.face, c)
			glyphs = append(glyphs, glyph{c, a * l.size * millimetresPerPoint, l, e})
		}
	}
	return glyphs
}

func (s style) look(r Run) look {
	l := look{face: face{s.family, s.bold || r.Bold, r.Italic}, size: s.size, ink: s.ink, link: r.address()}
	if l.link != "" {
		l.ink = accent
	}
	return l
}

// chunks divides the glyphs at the places where a line may end; each chunk has the spaces after it.
func chunks(glyphs []glyph) [][]glyph {
	var all [][]glyph
	start := 0
	for i := range glyphs {
		if endsChunk(glyphs, i) {
			all = append(all, glyphs[start:i+1])
			start = i + 1
		}
	}
	if start < len(glyphs) {
		all = append(all, glyphs[start:])
	}
	return all
}

func endsChunk(glyphs []glyph, i int) bool {
	switch glyphs[i].r {
	case '\n', softHyphen:
		return true
	case ' ':
		return i+1 == len(glyphs) || glyphs[i+1].r != ' ' && glyphs[i+1].r != '\n' && !bindsNumber(glyphs, i)
	case '-', '\u2010', '/':
		return i >= 2 && i+2 < len(glyphs) && unicode.IsLetter(glyphs[i-2].r) && unicode.IsLetter(glyphs[i-1].r) &&
			unicode.IsLetter(glyphs[i+1].r) && unicode.IsLetter(glyphs[i+2].r)
	}
	return false
}

// bindsNumber tells whether the space at index i stands inside a quantity or a reference: 12 000, 10 %, § 31. People seldom
// write the no-break space there.
func bindsNumber(glyphs []glyph, i int) bool {
	if i == 0 {
		return false
	}
	before, after := glyphs[i-1].r, glyphs[i+1].r
	return before == '§' || unicode.IsDigit(before) && (unicode.IsDigit(after) || after == '%')
}

type lineBreaker struct {
	measurer *measurer
	width    float64
	lines    [][]fragment
	line     []glyph
	used     float64
}

// add sets a chunk on the line, or on the next if it does not fit.
func (b *lineBreaker) add(chunk []glyph) {
	last := chunk[len(chunk)-1].r
	need := width(trimmed(chunk))
	if len(b.line) > 0 && b.used+need > b.width {
		b.endLine()
	}
	for need > b.width && len(trimmed(chunk)) > 1 {
		chunk = b.divide(chunk)
		need = width(trimmed(chunk))
	}
	b.line = append(b.line, chunk...)
	b.used += width(chunk)
	if last == softHyphen {
		b.used -= chunk[len(chunk)-1].width // it shows at the line's end alone
	}
	if last == '\n' {
		b.flush()
	}
}

// divide sets as much as fits of a chunk wider than the line, and returns the rest.
func (b *lineBreaker) divide(chunk []glyph) []glyph {
	n, used := 1, chunk[0].width
	hyphen := b.hyphen(chunk[0])
	for n < len(chunk)-1 && used+chunk[n].width+hyphen.width <= b.width {
		used += chunk[n].width
		n++
	}
	b.line = append(b.line, chunk[:n]...)
	if unicode.IsLetter(chunk[n-1].r) && unicode.IsLetter(chunk[n].r) && used+hyphen.width <= b.width {
		b.line = append(b.line, b.hyphen(chunk[n-1]))
	}
	b.endLine()
	return chunk[n:]
}

func (b *lineBreaker) hyphen(after glyph) glyph {
	a, _ := b.measurer.advance(after.look.face, softHyphen)
	after.r, after.width = softHyphen, a*after.look.size*millimetresPerPoint
	return after
}

// flush ends the last line of a paragraph or of a part of it.
func (b *lineBreaker) flush() {
	if len(b.line) > 0 {
		b.endLine()
	}
}

func (b *lineBreaker) endLine() {
	b.lines = append(b.lines, fragments(b.line))
	b.line, b.used = nil, 0
}

// trimmed is the glyphs without the white space at their end, which may stand beyond the line.
func trimmed(glyphs []glyph) []glyph {
	n := len(glyphs)
	for n > 0 && (glyphs[n-1].r == ' ' || glyphs[n-1].r == '\n') {
		n--
	}
	return glyphs[:n]
}

func width(glyphs []glyph) float64 {
	sum := 0.0
	for _, g := range glyphs {
		if g.r != '\n' {
			sum += g.width
		}
	}
	return sum
}

// fragments joins a line's glyphs of the same look. Soft hyphens vanish but for the one that ends the line.
func fragments(line []glyph) []fragment {
	var joined []fragment
	x := 0.0
	for i, g := range line {
		if g.r == '\n' || g.r == softHyphen && i < len(line)-1 {
			continue
		}
		n := len(joined)
		if n == 0 || joined[n-1].look != g.look || joined[n-1].element != g.element {
			joined = append(joined, fragment{x: x, look: g.look, element: g.element})
			n++
		}
		joined[n-1].words += string(g.r)
		joined[n-1].width += g.width
		x += g.width
	}
	return joined
}
