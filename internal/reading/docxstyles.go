package reading

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// valued is an element of which only its attribute val counts.
type valued struct {
	Val string `xml:"val,attr"`
}

func (v *valued) number() (int, bool) {
	if v == nil {
		return 0, false
	}
	n, err := strconv.Atoi(v.Val)
	return n, err == nil
}

// paragraphProperties are what of a paragraph's or its style's properties tells what it is.
type paragraphProperties struct {
	Style   *valued `xml:"pStyle"`
	Outline *valued `xml:"outlineLvl"`
	List    *struct {
		Level *valued `xml:"ilvl"`
		ID    *valued `xml:"numId"`
	} `xml:"numPr"`
	Mark struct {
		Deleted *struct{} `xml:"del"`
	} `xml:"rPr"`
}

type docxStyle struct {
	ID         string              `xml:"styleId,attr"`
	Type       string              `xml:"type,attr"`
	Name       valued              `xml:"name"`
	BasedOn    *valued             `xml:"basedOn"`
	Properties paragraphProperties `xml:"pPr"`
}

// docxStyles knows what a paragraph's style makes of it.
type docxStyles map[string]docxStyle

func stylesOf(content []byte) docxStyles {
	var read struct {
		Styles []docxStyle `xml:"style"`
	}
	styles := docxStyles{}
	if xml.Unmarshal(content, &read) != nil {
		return styles // a text without its styles is still a text
	}
	for _, style := range read.Styles {
		styles[style.ID] = style
	}
	return styles
}

// longestInheritance is how many styles may be based on one another.
const longestInheritance = 20

// lineage gives a style and those it is based on, itself first.
func (styles docxStyles) lineage(id string) []docxStyle {
	var found []docxStyle
	for len(found) < longestInheritance {
		style, known := styles[id]
		if !known {
			break
		}
		found = append(found, style)
		if style.BasedOn == nil {
			break
		}
		id = style.BasedOn.Val
	}
	return found
}

var (
	headingStyle  = regexp.MustCompile(`(?i)^(?:heading|rubrik)\s*([1-9])$`)
	titleStyle    = regexp.MustCompile(`(?i)^(?:title|rubrik|titel|dokumenttitel|rapporttitel)$`)
	contentsStyle = regexp.MustCompile(`(?i)^(?:toc|innehåll|innehållsförteckning)\s*[1-9]$`)
	contentsHead  = regexp.MustCompile(`(?i)^(?:toc heading|innehållsförteckningsrubrik)$`)
)

// A title is what HTML calls h1: the document's chapters begin one below.
const titleHeading = 1

// headingOf is the level of a paragraph's heading, 0 for none, by its outline level, else by the names of its styles.
func (styles docxStyles) headingOf(properties paragraphProperties) int {
	if level, ok := properties.Outline.number(); ok {
		return outlineHeading(level)
	}
	for _, style := range styles.lineage(styleOf(properties)) {
		level, ok := style.Properties.Outline.number()
		named := headingStyle.FindStringSubmatch(style.Name.Val)
		switch {
		case contentsHead.MatchString(style.Name.Val):
			return 0
		case ok:
			return outlineHeading(level)
		case named != nil:
			level, _ := strconv.Atoi(named[1])
			return titleHeading + level
		case titleStyle.MatchString(style.Name.Val):
			return titleHeading
		}
	}
	return 0
}

const bodyOutline = 9

func outlineHeading(level int) int {
	if level < 0 || level >= bodyOutline {
		return 0
	}
	return min(titleHeading+1+level, subheading)
}

func (styles docxStyles) isContents(properties paragraphProperties) bool {
	for _, style := range styles.lineage(styleOf(properties)) {
		if contentsStyle.MatchString(style.Name.Val) {
			return true
		}
	}
	return false
}

func styleOf(properties paragraphProperties) string {
	if properties.Style == nil {
		return ""
	}
	return properties.Style.Val
}

// listOf is the list and its level that a paragraph, else its style, belongs to. A list of number 0 is none.
func (styles docxStyles) listOf(properties paragraphProperties) (id string, level int, ok bool) {
	all := []paragraphProperties{properties}
	for _, style := range styles.lineage(styleOf(properties)) {
		all = append(all, style.Properties)
	}
	for _, p := range all {
		if p.List == nil {
			continue
		}
		if at, known := p.List.Level.number(); known && level == 0 {
			level = at
		}
		if p.List.ID != nil {
			id = strings.TrimSpace(p.List.ID.Val)
			return id, level, id != "0" && id != ""
		}
	}
	return "", 0, false
}
