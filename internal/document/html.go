package document

import (
	"fmt"
	"html"
	"strings"
)

// HTML is the blocks as an HTML fragment for previews. All words are escaped, so that no block can bring markup of its own;
// headings begin at h2, below the page's title.
func HTML(blocks []Block) string {
	var w htmlWriter
	w.blocks(blocks)
	return w.String()
}

// HTMLHead is the document's letterhead, mark and title as an HTML fragment, to stand above its blocks.
func HTMLHead(d Document) string {
	var w htmlWriter
	w.WriteString("<header>\n")
	sender := Text{{Text: d.Letterhead.Organization, Bold: true}}
	for _, unit := range d.Letterhead.Unit {
		sender = append(sender, Run{Text: "\n" + unit})
	}
	w.element("p", sender)
	matter := Text{{Text: d.Letterhead.Kind, Bold: true}}
	if d.Mark != "" {
		matter = append(matter, Run{Text: " "}, Run{Text: d.Mark, Italic: true})
	}
	for _, f := range d.Letterhead.filled() {
		matter = append(matter, Run{Text: "\n" + f.Label + " " + f.Value})
	}
	w.element("p", matter)
	w.WriteString("</header>\n")
	w.element("h2", Plain(d.Title))
	return w.String()
}

type htmlWriter struct{ strings.Builder }

func (w *htmlWriter) blocks(blocks []Block) {
	for _, b := range blocks {
		w.block(b)
		w.WriteByte('\n')
	}
}

func (w *htmlWriter) block(b Block) {
	switch b := b.(type) {
	case Heading:
		w.element(fmt.Sprintf("h%d", b.level()+1), Plain(b.Text))
	case Paragraph:
		w.element("p", b.Text)
	case Quotation:
		w.WriteString("<blockquote>")
		w.element("p", b.Text)
		w.WriteString("</blockquote>")
	case List:
		w.list(b)
	case Table:
		w.table(b)
	case Signatures:
		w.signatures(b)
	case Note:
		w.WriteString("<p><small>")
		w.text(b.Text)
		w.WriteString("</small></p>")
	}
}

func (w *htmlWriter) element(name string, t Text) {
	w.WriteString("<" + name + ">")
	w.text(t)
	w.WriteString("</" + name + ">")
}

func (w *htmlWriter) list(l List) {
	name, start := "ul", ""
	if l.Ordered {
		name = "ol"
		if l.first() != 1 {
			start = fmt.Sprintf(` start="%d"`, l.first())
		}
	}
	w.WriteString("<" + name + start + ">\n")
	for _, item := range l.Items {
		w.WriteString("<li>")
		if p, ok := item.onlyParagraph(); ok {
			w.text(p.Text)
		} else {
			w.WriteByte('\n')
			w.blocks(item)
		}
		w.WriteString("</li>\n")
	}
	w.WriteString("</" + name + ">")
}

func (w *htmlWriter) table(t Table) {
	if len(t.Columns) == 0 {
		return
	}
	w.WriteString("<table>\n")
	if t.Caption != "" {
		w.element("caption", Plain(t.Caption))
		w.WriteByte('\n')
	}
	w.WriteString("<thead><tr>")
	for _, c := range t.Columns {
		w.WriteString(`<th scope="col">` + html.EscapeString(c.Title) + "</th>")
	}
	w.WriteString("</tr></thead>\n<tbody>\n")
	for _, row := range t.Rows {
		w.WriteString("<tr>")
		for _, cell := range t.cells(row) {
			w.element("td", cell)
		}
		w.WriteString("</tr>\n")
	}
	w.WriteString("</tbody>\n</table>")
}

func (w *htmlWriter) signatures(s Signatures) {
	for _, who := range s {
		w.element("p", Text{{Text: who.Name, Bold: true}, {Text: "\n" + who.Title}})
	}
}

func (w *htmlWriter) text(t Text) {
	for _, r := range t {
		w.run(r)
	}
}

func (w *htmlWriter) run(r Run) {
	words := strings.ReplaceAll(html.EscapeString(r.Text), "\n", "<br>")
	if r.Italic {
		words = "<em>" + words + "</em>"
	}
	if r.Bold {
		words = "<strong>" + words + "</strong>"
	}
	if address := r.address(); address != "" {
		words = `<a href="` + html.EscapeString(address) + `" rel="noopener">` + words + "</a>"
	}
	w.WriteString(words)
}
