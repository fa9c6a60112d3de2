// Package document sets block documents as they leave a Swedish authority: as PDF, as DOCX, as HTML for previews and as plain text.
// It knows no domain: who writes a response or a memorandum builds a Document of blocks, and every format follows from that.
package document

import (
	"cmp"
	"slices"
	"time"
)

// Document is what is set: a letterhead, a title and blocks below it.
type Document struct {
	Title    string // drawn above the blocks, and the file's title
	Language string // BCP 47; sv-SE when empty
	Author   string
	Subject  string
	Created  time.Time // any zone; the file says it in UTC

	Letterhead Letterhead
	Mark       string // drawn at the top right of every page, such as "Förslag"; nothing when empty
	Blocks     []Block
	Appendices []Document // what is enclosed
}

// parts are the document and what is enclosed with it. Each begins on a new page with its own title, letterhead and mark; pages
// are counted, and the file is described, as one.
func (d Document) parts() []Document {
	parts := []Document{d}
	for _, appendix := range d.Appendices {
		parts = append(parts, appendix.parts()...)
	}
	return parts
}

// Letterhead is the head of the first page. Its kind, mark and registry number return in small on the pages after it.
type Letterhead struct {
	Organization string   // "Storåns kommun"
	Unit         []string // lines below the organization: committee, administration
	Kind         string   // "Yttrande"
	Fields       []Field  // "Datum", "Diarienummer", "Handläggare", "§", in the order they are to stand
}

// Field is a line of the letterhead. It is left out when its value is empty.
type Field struct {
	Label, Value string
	Running      bool // also stands in the head of the later pages
}

// Text is words in a row, in runs of one look each.
type Text []Run

// Run is words of one look. A line feed in them ends the line; U+00AD says where a word may be divided.
type Run struct {
	Text   string
	Bold   bool
	Italic bool
	Link   string // an http, https or mailto address; any other is drawn as plain words
}

// Plain is a text of one look.
func Plain(words string) Text { return Text{{Text: words}} }

// Block is one of the kinds below; no other package can add one.
type Block interface{ block() }

// Heading stands over what follows it and never parts from it. Level is 1 to 3, below the document's title.
type Heading struct {
	Level int
	Text  string
}

// Paragraph is running text.
type Paragraph struct{ Text Text }

// Quotation is somebody else's words, set apart from the sender's own: a recommendation as the auditors wrote it.
type Quotation struct{ Text Text }

// List is items with a bullet or, where ordered, a number counted from Start (1 when zero).
type List struct {
	Ordered bool
	Start   int
	Items   []Item
}

// Item is a list's item: paragraphs and lists, usually one paragraph.
type Item []Block

// Table has at least one column; without any it is left out. Its head row returns on every page it reaches. A row shorter than
// Columns is filled with empty cells, and no column becomes narrower than its longest word while there is room.
type Table struct {
	Caption string
	Columns []Column
	Rows    [][]Text
}

// Column is a table's column; Width is its share of the table's width compared with the others', 1 when zero.
type Column struct {
	Title string
	Width float64
}

// Signatures are lines to sign on, two beside each other, never parted from each other nor from the line before.
type Signatures []Signatory

// Signatory is who signs and as what.
type Signatory struct{ Name, Title string }

// Note is a remark in small type: what is enclosed, who receives a copy.
type Note struct{ Text Text }

func (Heading) block()    {}
func (Paragraph) block()  {}
func (Quotation) block()  {}
func (List) block()       {}
func (Table) block()      {}
func (Signatures) block() {}
func (Note) block()       {}

func (d Document) language() string { return cmp.Or(d.Language, "sv-SE") }

func (h Heading) level() int { return min(max(h.Level, 1), 3) }

func (l List) first() int { return max(l.Start, 1) }

func (i Item) onlyParagraph() (Paragraph, bool) {
	if len(i) != 1 {
		return Paragraph{}, false
	}
	p, ok := i[0].(Paragraph)
	return p, ok
}

// cells is a row of a table that has columns, with a cell for each; cells beyond the last column are joined to it, so that no words are lost.
func (t Table) cells(row []Text) []Text {
	cells := make([]Text, len(t.Columns))
	last := copy(cells, row) - 1
	for _, beyond := range row[last+1:] {
		cells[last] = slices.Concat(cells[last], Plain("\n"), beyond)
	}
	return cells
}

func (h Letterhead) filled() []Field {
	var fields []Field
	for _, f := range h.Fields {
		if f.Value != "" {
			fields = append(fields, f)
		}
	}
	return fields
}
