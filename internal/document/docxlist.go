package document

import (
	"math"
	"strconv"
)

// The two definitions that every list follows, each as deep as the format allows.
const (
	bulletDefinition = "0"
	numberDefinition = "1"
	deepestLevel     = 8
)

// docxList is a list as it is numbered: each counts by itself.
type docxList struct{ definition, level, start string }

// docxLabel waits for the paragraph that it stands before.
type docxLabel struct {
	style  string // of the paragraph
	number markup
	words  string // where there is no number
}

func (w *docxWriter) list(l List) {
	w.flushLabel()
	number := w.numbering(l)
	keepLast := w.keepNext
	w.level++
	for i, item := range l.Items {
		w.keepNext = keepLast && i == len(l.Items)-1
		w.label = l.docxLabel(i, number)
		w.blocks(item)
		w.flushLabel()
	}
	w.level--
}

// flushLabel writes a label that no words have come to.
func (w *docxWriter) flushLabel() {
	if w.label.style != "" {
		w.paragraph(w.label.style, nil)
	}
}

// numbering has the word processor count the list's items, if it can count so far.
func (w *docxWriter) numbering(l List) markup {
	const highest = math.MaxInt16
	if l.Ordered && l.first()+len(l.Items) > highest {
		return ""
	}
	definition, level := bulletDefinition, strconv.Itoa(min(w.level, deepestLevel))
	if l.Ordered {
		definition = numberDefinition
	}
	w.lists = append(w.lists, docxList{definition, level, strconv.Itoa(l.first())})
	return word("numPr", setting("ilvl", level), setting("numId", strconv.Itoa(len(w.lists))))
}

func (l List) docxLabel(i int, number markup) docxLabel {
	label := docxLabel{style: "ListBullet", number: number}
	if l.Ordered {
		label.style = "ListNumber"
	}
	if number == "" {
		label.words = l.label(i)
	}
	return label
}

func numberingPart(lists []docxList) markup {
	parts := []markup{
		definition(bulletDefinition, "bullet", func(int) string { return List{}.label(0) }),
		definition(numberDefinition, "decimal", func(level int) string { return "%" + strconv.Itoa(level+1) + "." }),
	}
	for i, l := range lists {
		restart := xmlElement("w:lvlOverride", attributes{"w:ilvl", l.level}, setting("startOverride", l.start))
		parts = append(parts, xmlElement("w:num", attributes{"w:numId", strconv.Itoa(i + 1)}, setting("abstractNumId", l.definition), restart))
	}
	return xmlElement("w:numbering", wordNamespaces, parts...)
}

func definition(id, format string, label func(level int) string) markup {
	content := []markup{setting("multiLevelType", "multilevel")}
	for level := range deepestLevel + 1 {
		content = append(content, xmlElement("w:lvl", attributes{"w:ilvl", strconv.Itoa(level)},
			setting("start", "1"), setting("numFmt", format), setting("lvlText", label(level)), setting("lvlJc", "left"),
			word("pPr", indent(float64(level+1)*itemIndent, itemIndent))))
	}
	return xmlElement("w:abstractNum", attributes{"w:abstractNumId", id}, content...)
}
