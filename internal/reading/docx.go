package reading

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"strconv"
	"strings"
)

// docxLines gives a DOCX's text as the lines a text file would have: blank lines between paragraphs, headings with their
// level, list items with bullet or number, table cells between tabs. Notes, headers, footers, hidden text and what tracked
// changes have deleted are left out.
func docxLines(file File) (extract, error) {
	parts, err := partsOf(file)
	if err != nil {
		return extract{}, err
	}
	w := &docxWriter{styles: stylesOf(parts.styles), numbering: numberingOf(parts.numbering)}
	if err := w.read(parts.document); err != nil {
		if len(w.lines) == 0 {
			return extract{}, errUnreadable(file.Name, "its text is no XML that can be read")
		}
		return extract{lines: w.lines, cut: "part: the document breaks off before its end", unlined: true}, nil
	}
	return extract{lines: w.lines, unlined: true}, nil
}

// docxWriter goes through the document from tag to tag. Paragraphs stand in cells, cells in tables, and text boxes in
// paragraphs: what is open is kept in stacks.
type docxWriter struct {
	styles    docxStyles
	numbering *numbering
	lines     []line

	paragraphs []*docxParagraph
	tables     []*docxTable
	ancestors  []string
	carried    string // of a paragraph whose mark is deleted: the next begins with it
	hidden     bool   // in the run that is open
}

type docxParagraph struct {
	properties paragraphProperties
	texts      []string // one, and one more after each break
	tables     int      // how many tables were open when it began
	boxed      []line   // what its text boxes hold, which follows it
}

// docxTable gathers rows. A cell's text is also kept as the lines it would be outside of a table.
type docxTable struct {
	rows       [][]gridCell
	deletedRow bool
}

// deepestNesting bounds how deep elements may stand in one another.
const deepestNesting = 1000

// left out: what was deleted or moved away, a second version of the same drawing, instructions of fields, formulas.
var leftOut = map[string]bool{
	"del": true, "moveFrom": true, "Fallback": true, "instrText": true, "delText": true, "oMath": true, "oMathPara": true,
	"sectPr": true, "tblPr": true, "tblGrid": true, "sdtPr": true, "sectPrChange": true, "pPrChange": true, "rPrChange": true,
}

func (w *docxWriter) read(content []byte) error {
	decoder := xml.NewDecoder(bytes.NewReader(content))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if err := w.start(decoder, t); err != nil {
				return err
			}
		case xml.EndElement:
			w.end(nameOf(t.Name))
		case xml.CharData:
			w.characters(string(t))
		}
	}
}

// nameOf tells Word's own elements by their name, and those of the other namespaces that bear the same by nothing.
func nameOf(name xml.Name) string {
	if strings.Contains(name.Space, "drawingml") && !strings.Contains(name.Space, "wordprocessing") {
		return ""
	}
	return name.Local
}

var errTooDeep = errors.New("elements stand too deep in one another")

func (w *docxWriter) start(decoder *xml.Decoder, element xml.StartElement) error {
	name := nameOf(element.Name)
	if name == "del" && w.parent() == "trPr" && len(w.tables) > 0 {
		w.table().deletedRow = true
	}
	if leftOut[name] {
		return decoder.Skip()
	}
	switch name {
	case "pPr":
		if p := w.paragraph(); p != nil {
			return decoder.DecodeElement(&p.properties, &element)
		}
	case "p":
		w.paragraphs = append(w.paragraphs, &docxParagraph{texts: []string{""}, tables: len(w.tables)})
	case "tbl":
		w.tables = append(w.tables, &docxTable{})
	case "tr":
		if len(w.tables) > 0 {
			w.table().rows = append(w.table().rows, nil)
		}
	case "tc":
		if t := w.openRow(); t != nil {
			last := len(t.rows) - 1
			t.rows[last] = append(t.rows[last], gridCell{spans: 1})
		}
	case "gridSpan":
		if c := w.openCell(); c != nil {
			c.spans = spanIn(attributeOf(element, "val"))
		}
	case "vMerge":
		if c := w.openCell(); c != nil {
			c.merged = attributeOf(element, "val") != "restart"
		}
	case "r":
		w.hidden = false
	case "vanish":
		w.hidden = attributeOf(element, "val") != "0" && attributeOf(element, "val") != "false" && w.parent() == "rPr"
	default:
		w.write(w.spelled(name, element))
	}
	w.ancestors = append(w.ancestors, name)
	if len(w.ancestors) > deepestNesting {
		return errTooDeep
	}
	return nil
}

// spelled is what an element within a run stands for.
func (w *docxWriter) spelled(name string, element xml.StartElement) string {
	switch name {
	case "tab":
		if w.parent() == "r" {
			return "  " // wide enough to divide a question from its grade
		}
	case "noBreakHyphen":
		return "-"
	case "br", "cr":
		return "\n"
	case "sym":
		if code, err := strconv.ParseUint(attributeOf(element, "char"), 16, 16); err == nil && code >= 0xE000 {
			return string(rune(code)) // one of a symbol font's, which letters use for bullets
		}
	}
	return ""
}

func attributeOf(element xml.StartElement, name string) string {
	for _, a := range element.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (w *docxWriter) end(name string) {
	if len(w.ancestors) > 0 {
		w.ancestors = w.ancestors[:len(w.ancestors)-1]
	}
	switch {
	case name == "p" && len(w.paragraphs) > 0:
		w.closeParagraph()
	case name == "tr" && len(w.tables) > 0:
		w.closeRow()
	case name == "tbl" && len(w.tables) > 0:
		w.closeTable()
	}
}

func (w *docxWriter) parent() string {
	if len(w.ancestors) == 0 {
		return ""
	}
	return w.ancestors[len(w.ancestors)-1]
}

func (w *docxWriter) paragraph() *docxParagraph {
	if len(w.paragraphs) == 0 {
		return nil
	}
	return w.paragraphs[len(w.paragraphs)-1]
}

func (w *docxWriter) table() *docxTable { return w.tables[len(w.tables)-1] }

func (w *docxWriter) openRow() *docxTable {
	if len(w.tables) == 0 || len(w.table().rows) == 0 {
		return nil
	}
	return w.table()
}

func (w *docxWriter) openCell() *gridCell {
	t := w.openRow()
	if t == nil || len(t.rows[len(t.rows)-1]) == 0 {
		return nil
	}
	cells := t.rows[len(t.rows)-1]
	return &cells[len(cells)-1]
}

func (w *docxWriter) characters(text string) {
	if w.parent() == "t" {
		w.write(strings.NewReplacer("\n", " ", "\t", " ", "\r", " ").Replace(text))
	}
}

func (w *docxWriter) write(text string) {
	p := w.paragraph()
	if p == nil || w.hidden || text == "" {
		return
	}
	if text == "\n" {
		p.texts = append(p.texts, "")
		return
	}
	p.texts[len(p.texts)-1] += text
}

// closeParagraph gives a paragraph's lines to the cell, text box or document that it stands in.
func (w *docxWriter) closeParagraph() {
	p := w.paragraph()
	w.paragraphs = w.paragraphs[:len(w.paragraphs)-1]
	p.texts[0] = w.carried + p.texts[0]
	w.carried = ""
	if p.properties.Mark.Deleted != nil {
		w.carried = strings.Join(p.texts, " ")
		w.place(p.boxed)
		return
	}
	lines := append(w.linesOfParagraph(p), p.boxed...)
	if outer := w.paragraph(); outer != nil && outer.tables == len(w.tables) {
		outer.boxed = append(outer.boxed, lines...)
		return
	}
	w.place(lines)
}

// place puts lines into the open cell, or into the document.
func (w *docxWriter) place(lines []line) {
	if cell := w.openCell(); cell != nil {
		cell.lines = append(cell.lines, lines...)
		return
	}
	for _, l := range lines {
		l.number = len(w.lines) + 1
		w.lines = append(w.lines, l)
	}
}

func (w *docxWriter) linesOfParagraph(p *docxParagraph) []line {
	level := w.styles.headingOf(p.properties)
	texts := p.texts
	if level > 0 {
		texts = []string{strings.Join(p.texts, " ")}
	}
	prefix := ""
	if id, at, ok := w.styles.listOf(p.properties); ok && strings.TrimSpace(strings.Join(texts, "")) != "" {
		prefix = w.numbering.next(id, at)
	}
	var lines []line
	for _, text := range texts {
		if strings.TrimSpace(text) == "" {
			continue
		}
		text = prefix + strings.TrimSpace(text)
		prefix = ""
		if w.styles.isContents(p.properties) {
			text = contentsLine(text)
		}
		lines = append(lines, line{text: text, heading: level})
	}
	return append(lines, line{})
}

// contentsLine writes an entry of a table of contents with the leaders that tell it from the heading it repeats.
func contentsLine(text string) string {
	if m := contentsEntry.FindStringSubmatch(text); m != nil {
		return m[1] + " ........ " + m[2]
	}
	return text + " ........ 1"
}

func (w *docxWriter) closeRow() {
	t := w.table()
	if t.deletedRow && len(t.rows) > 0 {
		t.rows = t.rows[:len(t.rows)-1]
	}
	t.deletedRow = false
}

// closeTable writes a table's rows. One with a single column is a frame around ordinary text, and so is one in a cell.
func (w *docxWriter) closeTable() {
	t := w.table()
	w.tables = w.tables[:len(w.tables)-1]
	var lines []line
	fillMerged(t.rows)
	begun := columnsBegun(t.rows)
	for _, cells := range t.rows {
		if t.isFrame() || w.openCell() != nil {
			for _, cell := range cells {
				lines = append(lines, cell.lines...)
			}
		} else {
			lines = append(lines, line{text: rowText(cells, begun)})
		}
	}
	lines = append(lines, line{})
	if p := w.paragraph(); p != nil && p.tables == len(w.tables) {
		p.boxed = append(p.boxed, lines...)
		return
	}
	w.place(lines)
}

func (t *docxTable) isFrame() bool {
	for _, cells := range t.rows {
		if len(cells) > 1 {
			return false
		}
	}
	return true
}
