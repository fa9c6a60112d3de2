package document

import (
	"slices"
	"strconv"
	"strings"
)

// docxWriter turns blocks into the body of a word processor's document.
type docxWriter struct {
	strings.Builder
	measurer *measurer
	lists    []docxList
	links    []string // addresses, by the number of their relationship
	level    int      // how many lists the text stands in
	label    docxLabel
	keepNext bool // what is written may not part from what follows
	ended    int  // where the properties of the paragraph last written end
}

func (w *docxWriter) add(m markup) { w.WriteString(string(m)) }

func (w *docxWriter) document(d Document) {
	for i, part := range d.parts() {
		if i > 0 {
			w.endSection(i - 1)
		}
		w.part(part)
	}
}

// endSection keeps a part's heads and feet apart from the next's, which begins on a new page. The section stands in its last
// paragraph: one of its own could come to stand alone on a page.
func (w *docxWriter) endSection(index int) {
	if w.ended == 0 {
		w.addParagraph(word("pPr", thinSpacing))
	}
	written := w.String()
	w.Reset()
	w.WriteString(written[:w.ended] + string(sectionProperties(index)) + written[w.ended:])
	w.ended = 0
}

func (w *docxWriter) addParagraph(properties markup, content ...markup) {
	w.ended = w.Len() + len("<w:p>") + len(properties) - len("</w:pPr>")
	w.add(word("p", append([]markup{properties}, content...)...))
}

func (w *docxWriter) part(d Document) {
	w.keepNext = false
	w.letterhead(d)
	w.paragraph("Title", Plain(d.Title))
	for i, b := range d.Blocks {
		w.keepNext = introduces(d.Blocks, i) || standsAboveSignatures(d.Blocks, i)
		w.block(b)
	}
}

func standsAboveSignatures(blocks []Block, i int) bool {
	if i+1 == len(blocks) {
		return false
	}
	_, ok := blocks[i+1].(Signatures)
	return ok
}

func (w *docxWriter) blocks(blocks []Block) {
	for _, b := range blocks {
		w.block(b)
	}
}

func (w *docxWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		w.paragraph("Heading"+strconv.Itoa(b.level()), Plain(b.Text))
	case Paragraph:
		w.paragraph(w.paragraphStyle(), b.Text)
	case Quotation:
		w.paragraph("Quote", b.Text)
	case List:
		w.list(b)
	case Table:
		w.table(b)
	case Signatures:
		w.signatures(b)
	case Note:
		w.paragraph("Note", b.Text)
	}
}

func (w *docxWriter) paragraphStyle() string {
	switch {
	case w.level == 0:
		return "Normal"
	case w.label.style == "":
		return "ListContinue"
	}
	return w.label.style
}

// paragraph leaves out what has no words, unless it has a label.
func (w *docxWriter) paragraph(style string, t Text) {
	label := w.label
	if t.words() == "" && label.style == "" {
		return
	}
	w.label = docxLabel{}
	properties := word("pPr", setting("pStyle", style), onlyIf(w.keepNext, word("keepNext")), label.number,
		onlyIf(w.level > 0 && label.number == "", w.indented(style, label)))
	w.addParagraph(properties, onlyIf(label.words != "", docxRun(label.words)+docxTab), w.runs(t))
}

// indented stands a paragraph where the words of its list's items stand.
func (w *docxWriter) indented(style string, label docxLabel) markup {
	left, hanging := w.indentation(), 0.0
	if style == "Quote" {
		left += quotationIndent
	}
	if label.words != "" {
		hanging = itemIndent
	}
	return indent(left, hanging)
}

func (w *docxWriter) indentation() float64 { return float64(min(w.level, deepestLevel+1)) * itemIndent }

func (w *docxWriter) runs(t Text) markup {
	var b strings.Builder
	for _, r := range t {
		b.WriteString(string(w.run(r)))
	}
	return markup(b.String())
}

func (w *docxWriter) run(r Run) markup {
	address := r.address()
	run := docxRun(r.Text, onlyIf(address != "", setting("rStyle", "Hyperlink")), onlyIf(r.Bold, word("b")), onlyIf(r.Italic, word("i")))
	if address == "" {
		return run
	}
	return xmlElement("w:hyperlink", attributes{"r:id", w.linkTo(address)}, run)
}

// linkTo is the id of the relationship with an address.
func (w *docxWriter) linkTo(address string) string {
	i := slices.Index(w.links, address)
	if i < 0 {
		i = len(w.links)
		w.links = append(w.links, address)
	}
	return linkID(i)
}

func linkID(i int) string { return "link" + strconv.Itoa(i+1) }

// docxRun is words of one look.
func docxRun(text string, properties ...markup) markup {
	content := []markup{word("rPr", properties...)}
	for i, line := range strings.Split(printable(text), "\n") {
		content = append(content, onlyIf(i > 0, word("br")))
		for k, part := range strings.Split(line, string(softHyphen)) {
			content = append(content, onlyIf(k > 0, word("softHyphen")))
			content = append(content, onlyIf(part != "", xmlElement("w:t", attributes{"xml:space", "preserve"}, words(part))))
		}
	}
	return word("r", content...)
}
