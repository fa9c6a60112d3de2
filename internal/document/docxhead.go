package document

// letterhead stands in the text, not in the first page's header: those who listen to a document do not hear its headers.
func (w *docxWriter) letterhead(d Document) {
	sender, matter := docxSender(d.Letterhead), docxMatter(d)
	if sender == "" && matter == "" {
		return
	}
	row := docxRow([]docxCell{
		{letterheadLeft, columnGutter, sender + onlyIf(sender == "", docxParagraph("Unit"))},
		{letterheadRight, 0, matter + docxParagraph("Unit")},
	}, "")
	w.tableOf(docxTable{
		style: "TableNormal", borders: border("bottom", hairline, light, 0), widths: []float64{letterheadLeft, letterheadRight}, gutter: columnGutter,
	}, []markup{row})
	w.spaceBelowTable(letterheadBelow)
}

// docxSender says whose document it is.
func docxSender(l Letterhead) markup {
	sender := onlyIf(l.Organization != "", docxParagraph("Organization", docxRun(l.Organization)))
	for _, unit := range l.Unit {
		sender += onlyIf(unit != "", docxParagraph("Unit", docxRun(unit)))
	}
	return sender
}

// docxMatter says what kind of document it is, its mark and its fields.
func docxMatter(d Document) markup {
	var matter markup
	if d.Letterhead.Kind != "" || d.Mark != "" {
		matter = docxParagraph("Kind", docxRun(d.Letterhead.Kind), docxTab, docxRun(d.Mark, setting("rStyle", "Mark")))
	}
	for _, f := range d.Letterhead.filled() {
		matter += docxParagraph("Field", docxRun(f.Label, setting("rStyle", "FieldLabel")), docxTab, docxRun(f.Value))
	}
	return matter
}

const docxTab = markup("<w:r><w:tab/></w:r>")

// firstHeaderPart is empty: the first page has its letterhead.
func firstHeaderPart() markup {
	return xmlElement("w:hdr", wordNamespaces, word("p", word("pPr", thinSpacing)))
}

// thinSpacing makes a paragraph that the format asks for take no room.
var thinSpacing = xmlElement("w:spacing", attributes{"w:before", "0", "w:after", "0", "w:line", "20", "w:lineRule", "exact"})

// headerPart is the head of the pages after the first.
func headerPart(d Document) markup {
	about := d.Letterhead.running()
	if about == "" && d.Mark == "" {
		return firstHeaderPart()
	}
	return xmlElement("w:hdr", wordNamespaces,
		docxParagraph("Header", docxRun(about), docxTab, docxRun(d.Mark, setting("rStyle", "Mark"), word("b"))))
}

func footerPart(d Document) markup {
	return xmlElement("w:ftr", wordNamespaces, docxParagraph("Footer",
		docxRun(d.Letterhead.Organization), docxTab, docxRun("Sida "), docxField("PAGE"), docxRun(" av "), docxField("NUMPAGES")))
}

// docxField is what the word processor counts itself.
func docxField(instruction string) markup {
	return xmlElement("w:fldSimple", attributes{"w:instr", instruction}, docxRun("1"))
}
