package document

import (
	"bytes"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
)

// tagger joins what is drawn to the structure, so that a reader can be told what each line is: ISO 32000-1, 14.7 and 14.8.
type tagger struct {
	file     *pdfFile
	kids     map[*element][]kid // drawn words and links' areas, in the order drawn
	numbers  map[*element]int   // of the structure elements' objects
	parents  [][]*element       // for each page, the element of each piece of marked content
	links    []*element         // of each link's area in the file
	sequence int
}

// kid is a piece of marked content or an annotation, as a structure element refers to it.
type kid struct {
	sequence  int
	reference string
}

// tag marks all content of the pages and returns the object number of the structure tree.
func tag(file *pdfFile, pages []page, root *element) (int, error) {
	t := tagger{file: file, kids: map[*element][]kid{}, numbers: map[*element]int{}, parents: make([][]*element, len(pages))}
	if len(file.pages) != len(pages) {
		return 0, errDialect
	}
	for i := range pages {
		if err := t.page(i, pages[i]); err != nil {
			return 0, err
		}
	}
	return t.tree(root), nil
}

var contentReference = regexp.MustCompile(`/Contents (\d+) 0 R`)

func (t *tagger) page(index int, p page) error {
	object := t.file.pages[index]
	contents := contentReference.FindSubmatch(t.file.objects[object])
	if contents == nil {
		return errDialect
	}
	content := number(contents[1])
	data, err := streamData(t.file.objects[content])
	if err != nil {
		return err
	}
	marked, err := t.markContent(index, p, data)
	if err != nil {
		return err
	}
	t.file.set(content, deflated("", marked))
	if err := t.moveAnnotations(index, p); err != nil {
		return err
	}
	keys := fmt.Sprintf("/StructParents %d/Tabs/S\n/Contents", index)
	t.file.objects[object] = bytes.Replace(t.file.objects[object], []byte("/Contents"), []byte(keys), 1)
	return nil
}

// markContent says of every fragment which element it belongs to, and of all else that is painted that it is none of the text.
// The fragments were drawn in their order, one operation each.
func (t *tagger) markContent(index int, p page, content []byte) ([]byte, error) {
	var out bytes.Buffer
	next := 0
	for operation := range operations(content) {
		switch {
		case bytes.Contains(operation, []byte(" Td (")):
			if next == len(p.fragments) {
				return nil, errDialect
			}
			f := p.fragments[next]
			next++
			colour, words, _ := bytes.Cut(operation, []byte("BT "))
			fmt.Fprintf(&out, "%s BDC\n%sBT %s\nEMC\n", t.tagOf(index, f), colourOf(f, colour), words)
		case bytes.HasSuffix(operation, []byte(" l S")):
			fmt.Fprintf(&out, "/Artifact <</Type/Layout>> BDC\n%s\nEMC\n", operation)
		default:
			fmt.Fprintf(&out, "%s\n", operation)
		}
	}
	if next != len(p.fragments) {
		return nil, errDialect
	}
	return out.Bytes(), nil
}

// operations are the lines of a page's content. A line feed inside a string, which ends at the first bracket without a backslash
// before it, ends no line.
func operations(content []byte) iter.Seq[[]byte] {
	return func(yield func([]byte) bool) {
		start, inString := 0, false
		for i := 0; i < len(content); i++ {
			switch c := content[i]; {
			case inString && c == '\\':
				i++
			case inString:
				inString = c != ')'
			case c == '(':
				inString = true
			case c == '\n':
				if !yield(content[start:i]) {
					return
				}
				start = i + 1
			}
		}
		if start < len(content) {
			yield(content[start:])
		}
	}
}

// colourOf is the colour that the fragment's words are drawn in: maroto has its own for links.
func colourOf(f fragment, drawn []byte) []byte {
	if f.look.link == "" {
		return drawn
	}
	c := f.look.ink
	return fmt.Appendf(nil, "q %.3f %.3f %.3f rg ", float64(c.red)/255, float64(c.green)/255, float64(c.blue)/255)
}

// tagOf is the tag of a fragment's marked content.
func (t *tagger) tagOf(index int, f fragment) string {
	if f.element == nil {
		return "/Artifact <</Type/Pagination>>"
	}
	id := len(t.parents[index])
	t.parents[index] = append(t.parents[index], f.element)
	t.append(f.element, fmt.Sprintf("<</Type/MCR/Pg %d 0 R/MCID %d>>", t.file.pages[index], id))
	return fmt.Sprintf("/%s <</MCID %d>>", f.element.role, id)
}

func (t *tagger) append(e *element, reference string) {
	t.sequence++
	t.kids[e] = append(t.kids[e], kid{t.sequence, reference})
}

var (
	annotations = []byte("/Annots [")
	annotation  = regexp.MustCompile(`(?s)^<</Type /Annot .*?/URI \((?:\\.|[^\\)])*\)>>>>`)
)

// moveAnnotations makes each link's area, which stands inside the page, an object of its own that a Link element can refer to.
// The areas stand in the order their words were drawn.
func (t *tagger) moveAnnotations(index int, p page) error {
	object := t.file.objects[t.file.pages[index]]
	start := bytes.Index(object, annotations)
	if start < 0 {
		return nil
	}
	rest := object[start+len(annotations):]
	var references []string
	for _, f := range p.fragments {
		if f.look.link == "" {
			continue
		}
		area := annotation.Find(rest)
		if area == nil {
			return errDialect
		}
		references = append(references, t.link(f, string(area)))
		rest = rest[len(area):]
	}
	t.file.objects[t.file.pages[index]] = slices.Concat(object[:start+len(annotations)], []byte(strings.Join(references, " ")), rest)
	return nil
}

// link keeps a link's area and returns the reference to it.
func (t *tagger) link(f fragment, area string) string {
	if f.element != nil {
		keys := fmt.Sprintf("/F 4/Contents %s/StructParent %d /Border", textString(f.look.link), len(t.parents)+len(t.links))
		area = strings.Replace(area, "/Border", keys, 1)
	}
	reference := fmt.Sprintf("%d 0 R", t.file.add(area))
	t.links = append(t.links, f.element)
	if f.element != nil {
		t.append(f.element, "<</Type/OBJR/Obj "+reference+">>")
	}
	return reference
}

// tree writes the structure elements, and how to find one from a page's content or a link's area.
func (t *tagger) tree(root *element) int {
	tree := t.file.add("")
	t.reserve(root)
	t.write(root, tree)
	var nums strings.Builder
	for i, elements := range t.parents {
		fmt.Fprintf(&nums, "%d[", i)
		for _, e := range elements {
			fmt.Fprintf(&nums, "%d 0 R ", t.numbers[e])
		}
		nums.WriteString("]")
	}
	for i, e := range t.links {
		fmt.Fprintf(&nums, "%d %d 0 R ", len(t.parents)+i, t.numbers[e])
	}
	t.file.set(tree, fmt.Sprintf("<</Type/StructTreeRoot/K %d 0 R/ParentTree<</Nums[%s]>>/ParentTreeNextKey %d>>",
		t.numbers[root], nums.String(), len(t.parents)+len(t.links)))
	return tree
}

// reserve gives an object number to every element that has something to say; the root always has one.
func (t *tagger) reserve(e *element) {
	t.numbers[e] = t.file.add("")
	for _, child := range e.children {
		if t.says(child) {
			t.reserve(child)
		}
	}
}

// says tells whether there is anything in the element. A table's empty cells count: without them its columns would shift.
func (t *tagger) says(e *element) bool {
	return len(t.kids[e]) > 0 || e.role == roleCell || e.role == roleHeadCell || slices.ContainsFunc(e.children, t.says)
}

func (t *tagger) write(e *element, parent int) {
	var kids []string
	for _, k := range t.inOrder(e) {
		kids = append(kids, k.reference)
	}
	for _, child := range e.children {
		if t.numbers[child] > 0 {
			t.write(child, t.numbers[e])
		}
	}
	t.file.set(t.numbers[e], fmt.Sprintf("<</Type/StructElem/S/%s/P %d 0 R/K[%s]%s>>", e.role, parent, strings.Join(kids, " "), e.attributes()))
}

// inOrder is the element's own words and its children in reading order: among words, a child stands where its own begin.
func (t *tagger) inOrder(e *element) []kid {
	kids := slices.Clone(t.kids[e])
	for _, child := range e.children {
		if n := t.numbers[child]; n > 0 {
			k := kid{reference: fmt.Sprintf("%d 0 R", n)}
			if own := t.kids[child]; len(own) > 0 {
				k.sequence = own[0].sequence
			}
			kids = append(kids, k)
		}
	}
	if len(t.kids[e]) > 0 {
		slices.SortStableFunc(kids, func(a, b kid) int { return a.sequence - b.sequence })
	}
	return kids
}

func (e *element) attributes() string {
	switch {
	case e.role == roleList && e.ordered:
		return "/A<</O/List/ListNumbering/Decimal>>"
	case e.role == roleList:
		return "/A<</O/List/ListNumbering/Disc>>"
	case e.role == roleHeadCell:
		return "/A<</O/Table/Scope/Column>>"
	}
	return ""
}
