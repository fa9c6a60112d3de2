package document

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// markup is XML whose words are escaped.
type markup string

// attributes are names, each followed by its value.
type attributes []string

func xmlElement(name string, a attributes, content ...markup) markup {
	var b strings.Builder
	b.WriteString("<" + name)
	for i := 0; i < len(a); i += 2 {
		b.WriteString(" " + a[i] + `="` + escapeXML(a[i+1]) + `"`)
	}
	b.WriteByte('>')
	empty := b.Len()
	for _, c := range content {
		b.WriteString(string(c))
	}
	if b.Len() == empty {
		return markup(b.String()[:empty-1] + "/>")
	}
	b.WriteString("</" + name + ">")
	return markup(b.String())
}

func words(text string) markup { return markup(escapeXML(text)) }

// word is an element of WordprocessingML without attributes.
func word(name string, content ...markup) markup { return xmlElement("w:"+name, nil, content...) }

// setting is an element that only has a value.
func setting(name, value string) markup { return xmlElement("w:"+name, attributes{"w:val", value}) }

// onlyIf is the markup where it is wanted, else nothing.
func onlyIf(wanted bool, m markup) markup {
	if wanted {
		return m
	}
	return ""
}

// twips are twentieths of a point, in which WordprocessingML measures lengths.
func twips(millimetres float64) string {
	return strconv.Itoa(int(math.Round(millimetres / millimetresPerPoint * 20)))
}

func halfPoints(size float64) string { return strconv.Itoa(int(math.Round(size * 2))) }

// border is a line in eighths of a point, that far from the words in points.
func border(side string, thickness float64, colour ink, distance float64) markup {
	eighths := int(math.Round(thickness / millimetresPerPoint * 8))
	return xmlElement("w:"+side, attributes{
		"w:val", "single", "w:sz", strconv.Itoa(eighths), "w:space", strconv.Itoa(int(distance / millimetresPerPoint)), "w:color", colour.hex(),
	})
}

func (i ink) hex() string { return fmt.Sprintf("%02X%02X%02X", i.red, i.green, i.blue) }
