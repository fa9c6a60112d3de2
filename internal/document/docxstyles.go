package document

import "strconv"

// docxStyle is a paragraph style that people find in their word processor's list, under the name that it knows it by.
type docxStyle struct {
	id, name string
	look     style
	format   docxFormat
}

// docxFormat is how a paragraph stands, in millimetres.
type docxFormat struct {
	keepNext, keepLines    bool
	before, after          float64
	left, hanging          float64
	borders, tabs, outline markup
}

func docxStyles() []docxStyle {
	styles := []docxStyle{
		{"Title", "Title", headingStyles[0], headingFormat(0)},
		{"Quote", "Quote", quoteStyle, docxFormat{before: quotationGap, after: quotationGap, left: quotationIndent, borders: border("left", quotationBar, light, quotationIndent-quotationBar)}},
		{"ListBullet", "List Bullet", bodyStyle, docxFormat{after: itemGap}},
		{"ListNumber", "List Number", bodyStyle, docxFormat{after: itemGap}},
		{"ListContinue", "List Continue", bodyStyle, docxFormat{after: itemGap}},
		{"Note", "Note", noteStyle, docxFormat{before: noteGap, after: noteGap}},
		{"Caption", "caption", captionStyle, docxFormat{keepNext: true, keepLines: true, before: tableGap, after: captionGap}},
		{"TableHead", "Table Head", columnStyle, docxFormat{keepNext: true, before: cellPadding, after: cellPadding}},
		{"TableText", "Table Text", cellStyle, docxFormat{before: cellPadding, after: cellPadding}},
		{"Organization", "Organization", organizationStyle, docxFormat{after: senderGap}},
		{"Unit", "Unit", unitStyle, docxFormat{}},
		{"Kind", "Kind", kindStyle, docxFormat{after: senderGap, tabs: tabStop("right", letterheadRight)}},
		{"Field", "Field", valueStyle, docxFormat{left: letterheadLabels, hanging: letterheadLabels, tabs: tabStop("left", letterheadLabels)}},
		{"Signature", "Signature", signStyle, docxFormat{keepNext: true, before: signatureSpace, borders: border("top", headRule, dark, signaturePadding)}},
		{"SignatureTitle", "Signature Title", roleStyle, docxFormat{}},
		{"Header", "header", runningStyle, docxFormat{after: textTop - runningRule, borders: border("bottom", hairline, light, runningRule-headBaseline), tabs: tabStop("right", textWidth)}},
		{"Footer", "footer", runningStyle, docxFormat{tabs: tabStop("right", textWidth)}},
	}
	for level := 1; level < len(headingStyles); level++ {
		format := headingFormat(level)
		format.outline = setting("outlineLvl", strconv.Itoa(level-1))
		number := strconv.Itoa(level)
		styles = append(styles, docxStyle{"Heading" + number, "heading " + number, headingStyles[level], format})
	}
	return styles
}

func headingFormat(level int) docxFormat {
	return docxFormat{keepNext: true, keepLines: true, before: headingGaps[level].above, after: headingGaps[level].below}
}

func tabStop(kind string, position float64) markup {
	return word("tabs", xmlElement("w:tab", attributes{"w:val", kind, "w:pos", twips(position)}))
}

func stylesPart(language string) markup {
	defaults := word("docDefaults",
		word("rPrDefault", word("rPr", bodyStyle.fonts(), setting("sz", halfPoints(bodyStyle.size)), xmlElement("w:lang", attributes{"w:val", language}))),
		word("pPrDefault"))
	parts := []markup{defaults, normalStyle()}
	for _, s := range docxStyles() {
		parts = append(parts, s.xml())
	}
	parts = append(parts, characterStyle("Hyperlink", "Hyperlink", setting("color", accent.hex()), setting("u", "single")),
		characterStyle("Mark", "Mark", setting("color", markStyle.ink.hex())),
		characterStyle("FieldLabel", "Field Label", setting("color", labelStyle.ink.hex()), setting("sz", halfPoints(labelStyle.size))),
		plainTableStyle(), dataTableStyle())
	return xmlElement("w:styles", wordNamespaces, parts...)
}

// normalStyle is what all others are based on.
func normalStyle() markup {
	return xmlElement("w:style", attributes{"w:type", "paragraph", "w:default", "1", "w:styleId", "Normal"},
		setting("name", "Normal"), word("qFormat"), docxFormat{after: paragraphGap}.properties(bodyStyle.leading), bodyStyle.properties())
}

func (s docxStyle) xml() markup {
	return xmlElement("w:style", attributes{"w:type", "paragraph", "w:styleId", s.id},
		setting("name", s.name), setting("basedOn", "Normal"), onlyIf(s.format.keepNext, setting("next", "Normal")), word("qFormat"),
		s.format.properties(s.look.leading), s.look.properties())
}

func (f docxFormat) properties(leading float64) markup {
	return word("pPr",
		onlyIf(f.keepNext, word("keepNext")), onlyIf(f.keepLines, word("keepLines")), word("widowControl"),
		onlyIf(f.borders != "", word("pBdr", f.borders)), f.tabs,
		xmlElement("w:spacing", attributes{"w:before", twips(f.before), "w:after", twips(f.after), "w:line", twips(leading), "w:lineRule", "atLeast"}),
		onlyIf(f.left != 0, indent(f.left, f.hanging)), f.outline)
}

func indent(left, hanging float64) markup {
	return xmlElement("w:ind", attributes{"w:left", twips(left), "w:hanging", twips(hanging)})
}

func (s style) properties() markup {
	return word("rPr", s.fonts(), onlyIf(s.bold, word("b")), setting("color", s.ink.hex()), setting("sz", halfPoints(s.size)))
}

// fonts are those that every word processor has, or a substitute of the same widths for; Liberation is one.
func (s style) fonts() markup {
	name := [...]string{sans: "Arial", serif: "Times New Roman"}[s.family]
	return xmlElement("w:rFonts", attributes{"w:ascii", name, "w:hAnsi", name, "w:cs", name})
}

func characterStyle(id, name string, properties ...markup) markup {
	return xmlElement("w:style", attributes{"w:type", "character", "w:styleId", id}, setting("name", name), word("rPr", properties...))
}

func plainTableStyle() markup {
	return xmlElement("w:style", attributes{"w:type", "table", "w:default", "1", "w:styleId", "TableNormal"}, setting("name", "Normal Table"),
		word("tblPr", word("tblCellMar", margin("left", 0), margin("right", 0))))
}

func dataTableStyle() markup {
	return xmlElement("w:style", attributes{"w:type", "table", "w:styleId", "DataTable"},
		setting("name", "Data Table"), setting("basedOn", "TableNormal"),
		word("tblPr", word("tblBorders", border("bottom", hairline, light, 0), border("insideH", hairline, light, 0))),
		xmlElement("w:tblStylePr", attributes{"w:type", "firstRow"}, word("tcPr", word("tcBorders", border("bottom", headRule, dark, 0)))))
}

func margin(side string, width float64) markup {
	return xmlElement("w:"+side, attributes{"w:w", twips(width), "w:type", "dxa"})
}
