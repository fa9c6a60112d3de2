package document

import (
	"fmt"
	"strings"
)

// PlainText is all words of the document in reading order, a line for each paragraph, item and table row: for comparing two
// versions and for counting words. A table's cells are parted by tabs; items carry their number or bullet.
func PlainText(d Document) string {
	var w textWriter
	for _, part := range d.parts() {
		w.letterhead(part)
		w.line(part.Title)
		w.blocks(part.Blocks)
	}
	return w.String()
}

type textWriter struct{ strings.Builder }

func (w *textWriter) line(words string) {
	if words != "" {
		w.WriteString(words + "\n")
	}
}

func (w *textWriter) letterhead(d Document) {
	w.line(d.Letterhead.Organization)
	for _, unit := range d.Letterhead.Unit {
		w.line(unit)
	}
	w.line(d.Letterhead.Kind)
	w.line(d.Mark)
	for _, f := range d.Letterhead.filled() {
		w.line(f.Label + " " + f.Value)
	}
}

func (w *textWriter) blocks(blocks []Block) {
	for _, b := range blocks {
		w.block(b)
	}
}

func (w *textWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		w.line(b.Text)
	case Paragraph:
		w.line(b.Text.words())
	case Quotation:
		w.line(b.Text.words())
	case List:
		for i, item := range b.Items {
			w.WriteString(b.label(i) + " ")
			w.blocks(item)
		}
	case Table:
		w.table(b)
	case Signatures:
		for _, who := range b {
			w.line(who.Name)
			w.line(who.Title)
		}
	case Note:
		w.line(b.Text.words())
	}
}

func (w *textWriter) table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	w.line(t.Caption)
	titles := make([]string, len(t.Columns))
	for i, c := range t.Columns {
		titles[i] = c.Title
	}
	w.line(strings.Join(titles, "\t"))
	for _, row := range t.Rows {
		words := make([]string, 0, len(t.Columns))
		for _, cell := range t.cells(row) {
			words = append(words, cell.words())
		}
		w.line(strings.Join(words, "\t"))
	}
}

func (t Text) words() string {
	var b strings.Builder
	for _, r := range t {
		b.WriteString(r.Text)
	}
	return b.String()
}

// label is what stands before the item at index i.
func (l List) label(i int) string {
	if l.Ordered {
		return fmt.Sprintf("%d.", l.first()+i)
	}
	return "•"
}
