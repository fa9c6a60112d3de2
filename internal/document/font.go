package document

import (
	"strings"
	"sync"
	"unicode"

	"github.com/go-fonts/liberation/liberationsansbold"
	"github.com/go-fonts/liberation/liberationsansbolditalic"
	"github.com/go-fonts/liberation/liberationsansitalic"
	"github.com/go-fonts/liberation/liberationsansregular"
	"github.com/go-fonts/liberation/liberationserifbold"
	"github.com/go-fonts/liberation/liberationserifbolditalic"
	"github.com/go-fonts/liberation/liberationserifitalic"
	"github.com/go-fonts/liberation/liberationserifregular"
	"golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
	"golang.org/x/text/unicode/norm"
)

type family int

const (
	sans family = iota
	serif
)

// face is a family in one weight and slope.
type face struct {
	family       family
	bold, italic bool
}

// files are the faces' TrueType files. They are embedded in every PDF, as far as it uses them.
var files = map[face][]byte{
	{sans, false, false}:  liberationsansregular.TTF,
	{sans, true, false}:   liberationsansbold.TTF,
	{sans, false, true}:   liberationsansitalic.TTF,
	{sans, true, true}:    liberationsansbolditalic.TTF,
	{serif, false, false}: liberationserifregular.TTF,
	{serif, true, false}:  liberationserifbold.TTF,
	{serif, false, true}:  liberationserifitalic.TTF,
	{serif, true, true}:   liberationserifbolditalic.TTF,
}

// parsedFonts are the files read once; they may be used by several goroutines at a time.
var parsedFonts = sync.OnceValue(func() map[face]*sfnt.Font {
	fonts := map[face]*sfnt.Font{}
	for f, file := range files {
		parsed, err := sfnt.Parse(file)
		if err != nil {
			panic("the embedded fonts are broken: " + err.Error())
		}
		fonts[f] = parsed
	}
	return fonts
})

// measurer knows how wide words become. It is not for several goroutines at a time.
type measurer struct {
	buffer   sfnt.Buffer
	advances map[face]map[rune]float64
}

func newMeasurer() *measurer { return &measurer{advances: map[face]map[rune]float64{}} }

// advance is the rune's width in ems, and whether the face has it.
func (m *measurer) advance(f face, r rune) (float64, bool) {
	known := m.advances[f]
	if known == nil {
		known = map[rune]float64{}
		m.advances[f] = known
	}
	a, ok := known[r]
	if !ok {
		a = m.readAdvance(f, r)
		known[r] = a
	}
	return a, a >= 0
}

const noGlyph = -1

func (m *measurer) readAdvance(f face, r rune) float64 {
	if r > 0xFFFF { // the PDF writer knows the basic plane alone
		return noGlyph
	}
	parsed := parsedFonts()[f]
	glyph, err := parsed.GlyphIndex(&m.buffer, r)
	if err != nil || glyph == 0 {
		return noGlyph
	}
	units := parsed.UnitsPerEm()
	advance, err := parsed.GlyphAdvance(&m.buffer, glyph, fixed.I(int(units)), font.HintingNone)
	if err != nil {
		return noGlyph
	}
	return float64(advance) / 64 / float64(units)
}

// width of words in millimetres.
func (m *measurer) width(words string, l look) float64 {
	sum := 0.0
	for _, r := range m.drawable(words, l.face) {
		a, _ := m.advance(l.face, r)
		sum += a
	}
	return sum * l.size * millimetresPerPoint
}

const (
	softHyphen  = '\u00ad'
	replacement = '□'
)

// drawable is the printable words as the face can draw them: with a replacement character for each rune that it lacks.
func (m *measurer) drawable(words string, f face) string {
	return strings.Map(func(r rune) rune {
		if _, ok := m.advance(f, r); !ok && r != '\n' {
			return replacement
		}
		return r
	}, printable(words))
}

// printable is words as every format takes them: composed, with line feeds for every kind of line end, spaces for tabs, and
// without what has no form of its own.
func printable(words string) string {
	return strings.Map(printableRune, norm.NFC.String(lineEnds.Replace(words)))
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

func printableRune(r rune) rune {
	switch {
	case r == '\t':
		return ' '
	case r != softHyphen && unicode.Is(unicode.Cf, r):
		return -1
	}
	return r
}
