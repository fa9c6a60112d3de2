package document

import "slices"

// docxCell is a cell of a given width in millimetres, with the empty space at its right that belongs to it.
type docxCell struct {
	width, gutter float64
	content       markup
}

func (w *docxWriter) table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	w.flushLabel()
	w.paragraph("Caption", Plain(t.Caption))
	columns := &composer{measurer: w.measurer, width: textWidth - w.indentation()}
	widths := columns.grid(t).widths
	rows := []markup{w.row("TableHead", titles(t), widths, word("tblHeader"))}
	for _, row := range t.Rows {
		rows = append(rows, w.row("TableText", t.cells(row), widths, ""))
	}
	w.tableOf(docxTable{style: "DataTable", caption: t.Caption, widths: widths, gutter: columnGutter}, rows)
	w.spaceBelowTable(tableGap)
}

func (w *docxWriter) row(style string, cells []Text, widths []float64, properties markup) markup {
	var row []docxCell
	for i, cell := range cells {
		row = append(row, docxCell{widths[i], columnGutter, docxParagraph(style, w.runs(cell))})
	}
	return docxRow(row, properties)
}

// docxRow is a row that no page break divides. The last cell has no gutter.
func docxRow(cells []docxCell, properties markup) markup {
	content := []markup{word("trPr", word("cantSplit"), properties)}
	for i, c := range cells {
		if i == len(cells)-1 {
			c.gutter = 0
		}
		size := xmlElement("w:tcW", attributes{"w:w", twips(c.width + c.gutter), "w:type", "dxa"})
		content = append(content, word("tc", word("tcPr", size, word("tcMar", margin("right", c.gutter))), c.content))
	}
	return word("tr", content...)
}

// docxTable is what is said of a table as a whole.
type docxTable struct {
	style   string
	caption string // for those who listen
	borders markup
	widths  []float64
	gutter  float64
}

func (w *docxWriter) tableOf(t docxTable, rows []markup) {
	var columns []markup
	for i, width := range t.widths {
		if i < len(t.widths)-1 {
			width += t.gutter
		}
		columns = append(columns, xmlElement("w:gridCol", attributes{"w:w", twips(width)}))
	}
	total := sum(t.widths) + t.gutter*float64(len(t.widths)-1)
	hasHead := map[bool]string{true: "1", false: "0"}[t.style == "DataTable"]
	properties := word("tblPr", setting("tblStyle", t.style),
		xmlElement("w:tblW", attributes{"w:w", twips(total), "w:type", "dxa"}),
		onlyIf(w.level > 0, xmlElement("w:tblInd", attributes{"w:w", twips(w.indentation()), "w:type", "dxa"})),
		onlyIf(t.borders != "", word("tblBorders", t.borders)),
		xmlElement("w:tblLayout", attributes{"w:type", "fixed"}),
		xmlElement("w:tblLook", attributes{"w:firstRow", hasHead, "w:lastRow", "0", "w:firstColumn", "0", "w:lastColumn", "0", "w:noHBand", "1", "w:noVBand", "1"}),
		onlyIf(t.caption != "", setting("tblCaption", t.caption)))
	w.add(word("tbl", slices.Concat([]markup{properties, word("tblGrid", columns...)}, rows)...))
}

// spaceBelowTable is also what keeps two tables from becoming one, and what a document has to end with.
func (w *docxWriter) spaceBelowTable(height float64) {
	spacing := xmlElement("w:spacing", attributes{"w:before", "0", "w:after", twips(height), "w:line", "20", "w:lineRule", "exact"})
	w.addParagraph(word("pPr", onlyIf(w.keepNext, word("keepNext")), spacing))
}

func docxParagraph(style string, content ...markup) markup {
	return word("p", slices.Concat([]markup{word("pPr", setting("pStyle", style))}, content)...)
}

// signatures sets two beside each other, each below a line to sign on; no page break divides them.
func (w *docxWriter) signatures(s Signatures) {
	var rows []markup
	for pair := range slices.Chunk(s, 2) {
		var cells []docxCell
		for _, who := range pair {
			cells = append(cells, signatory(who, len(rows) < (len(s)-1)/2))
		}
		if len(cells) == 1 {
			cells = append(cells, docxCell{width: signatureWidth, content: docxParagraph("SignatureTitle")})
		}
		rows = append(rows, docxRow(cells, ""))
	}
	if len(rows) > 0 {
		w.tableOf(docxTable{style: "TableNormal", widths: []float64{signatureWidth, signatureWidth}, gutter: signatureGutter}, rows)
		w.spaceBelowTable(noteGap)
	}
}

// signatory keeps to the next row where there is one.
func signatory(who Signatory, keepNext bool) docxCell {
	title := word("p", word("pPr", setting("pStyle", "SignatureTitle"), onlyIf(keepNext, word("keepNext"))), docxRun(who.Title))
	return docxCell{signatureWidth, signatureGutter, docxParagraph("Signature", docxRun(who.Name)) + title}
}
