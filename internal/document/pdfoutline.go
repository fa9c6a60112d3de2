package document

import (
	"fmt"
	"strings"
)

// entry is a heading as a reader's list of headings shows it: ISO 32000-1, 12.3.3.
type entry struct {
	number   int // of its object
	depth    int
	title    string
	page     int // object number
	top      float64
	children []*entry
}

// outline lists the headings, each leading to its place, and returns the object number of the list.
func outline(f *pdfFile, pages []page, root *element) int {
	list := &entry{number: f.add("")}
	path := []*entry{list}
	for _, e := range headings(f, pages, root) {
		for path[len(path)-1].depth >= e.depth {
			path = path[:len(path)-1]
		}
		above := path[len(path)-1]
		e.number = f.add("")
		above.children = append(above.children, e)
		path = append(path, e)
	}
	f.set(list.number, "<</Type/Outlines"+list.links(f)+">>")
	return list.number
}

func headings(f *pdfFile, pages []page, root *element) []*entry {
	found := map[*element]*entry{}
	for i, p := range pages {
		for _, fragment := range p.fragments {
			switch e := fragment.element; {
			case e == nil || e.depth == 0:
			case found[e] == nil:
				top := fragment.baseline - fragment.look.size*millimetresPerPoint
				found[e] = &entry{depth: e.depth, title: fragment.words, page: f.pages[i], top: (pageHeight - top) / millimetresPerPoint}
			default:
				found[e].title = strings.TrimSuffix(found[e].title, string(softHyphen)) + fragment.words
			}
		}
	}
	var inOrder []*entry
	for _, e := range root.children {
		if found[e] != nil {
			inOrder = append(inOrder, found[e])
		}
	}
	return inOrder
}

// links writes the entries below this one, and returns how this one refers to them. All stand open.
func (e *entry) links(f *pdfFile) string {
	if len(e.children) == 0 {
		return ""
	}
	for i, child := range e.children {
		beside := ""
		if i > 0 {
			beside += fmt.Sprintf("/Prev %d 0 R", e.children[i-1].number)
		}
		if i < len(e.children)-1 {
			beside += fmt.Sprintf("/Next %d 0 R", e.children[i+1].number)
		}
		f.set(child.number, fmt.Sprintf("<</Title%s/Parent %d 0 R%s%s/Dest[%d 0 R/XYZ null %.2f null]>>",
			textString(strings.TrimSpace(child.title)), e.number, beside, child.links(f), child.page, child.top))
	}
	return fmt.Sprintf("/First %d 0 R/Last %d 0 R/Count %d", e.children[0].number, e.children[len(e.children)-1].number, e.below())
}

func (e *entry) below() int {
	count := len(e.children)
	for _, child := range e.children {
		count += child.below()
	}
	return count
}
