package document

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"
)

var (
	fontName   = regexp.MustCompile(`/utf8[a-z]+(?:BI|B|I)?`)
	fontObject = regexp.MustCompile(`^<</Type /Font`) // also the descriptor's
	glyphMap   = regexp.MustCompile(`/CIDToGIDMap (\d+) 0 R`)
	unicodeMap = regexp.MustCompile(`/ToUnicode (\d+) 0 R`)
	descendant = regexp.MustCompile(`/DescendantFonts \[(\d+) 0 R\]`)
)

// nameFonts gives the embedded subsets the fonts' own names, with the six letters that ISO 32000-1, 9.6.4 asks of a subset.
func nameFonts(f *pdfFile) {
	names := map[string]string{}
	for _, face := range faces() {
		names["/utf8"+strings.ToLower(face.family.name())+string(face.style())] = face.postScriptName()
	}
	for i, object := range f.objects {
		if fontObject.Match(object) {
			f.objects[i] = fontName.ReplaceAllFunc(object, func(key []byte) []byte {
				return []byte("/" + subsetPrefix(key) + "+" + names[string(key)])
			})
		}
	}
}

func (f face) postScriptName() string {
	suffix := map[face]string{
		{bold: true}: "-Bold", {italic: true}: "-Italic", {bold: true, italic: true}: "-BoldItalic",
	}[face{bold: f.bold, italic: f.italic}]
	return f.family.name() + suffix
}

func subsetPrefix(key []byte) string {
	hash := sha256.Sum256(key)
	prefix := hash[:6]
	for i := range prefix {
		prefix[i] = 'A' + prefix[i]%26
	}
	return string(prefix)
}

// mapToUnicode says of every glyph that a font has which rune it is. The library says it of all 65 536 alike, which many readers
// do not understand.
func mapToUnicode(f *pdfFile) error {
	for _, object := range slices.Clone(f.objects) {
		if !fontObject.Match(object) {
			continue
		}
		child, unicode := descendant.FindSubmatch(object), unicodeMap.FindSubmatch(object)
		if child == nil || unicode == nil { // a descendant itself, or a descriptor
			continue
		}
		glyphs := glyphMap.FindSubmatch(f.objects[number(child[1])])
		if glyphs == nil {
			return errDialect
		}
		runes, err := mappedRunes(f.objects[number(glyphs[1])])
		if err != nil {
			return err
		}
		f.set(number(unicode[1]), deflated("", unicodeCMap(runes)))
	}
	return nil
}

// mappedRunes are the runes that a font's map, two bytes for each, gives a glyph.
func mappedRunes(object []byte) ([]int, error) {
	data, err := streamData(object)
	if err != nil {
		return nil, err
	}
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil, errDialect
	}
	glyphs, err := io.ReadAll(r)
	if err != nil {
		return nil, errDialect
	}
	var runes []int
	for i := 0; i+1 < len(glyphs); i += 2 {
		if glyphs[i] != 0 || glyphs[i+1] != 0 {
			runes = append(runes, i/2)
		}
	}
	return runes, nil
}

func unicodeCMap(runes []int) []byte {
	var b bytes.Buffer
	b.WriteString("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n" +
		"/CIDSystemInfo <</Registry(Adobe)/Ordering(UCS)/Supplement 0>> def /CMapName /Adobe-Identity-UCS def /CMapType 2 def\n" +
		"1 begincodespacerange <0000> <FFFF> endcodespacerange\n")
	const mostInABlock = 100
	for block := range slices.Chunk(runes, mostInABlock) {
		fmt.Fprintf(&b, "%d beginbfchar\n", len(block))
		for _, r := range block {
			fmt.Fprintf(&b, "<%04X> <%04X>\n", r, r)
		}
		b.WriteString("endbfchar\n")
	}
	b.WriteString("endcmap CMapName currentdict /CMap defineresource pop end end")
	return b.Bytes()
}
