package document

import "fmt"

// role is what an element is to somebody who listens to the document: a standard structure type of PDF.
type role string

const (
	roleDocument   role = "Document"
	roleParagraph  role = "P"
	roleQuotation  role = "BlockQuote"
	roleList       role = "L"
	roleItem       role = "LI"
	roleLabel      role = "Lbl"
	roleItemBody   role = "LBody"
	roleTable      role = "Table"
	roleCaption    role = "Caption"
	roleRow        role = "TR"
	roleHeadCell   role = "TH"
	roleCell       role = "TD"
	roleLink       role = "Link"
	roleSignatures role = "Sect"
)

// element is a node of the document's structure. Every fragment knows the one it belongs to.
type element struct {
	role     role
	ordered  bool // of a list
	depth    int  // of a heading: 1 for H1
	children []*element
}

func (e *element) add(r role) *element {
	child := &element{role: r}
	e.children = append(e.children, child)
	return child
}

// headingElement adds a heading. Its tag's level is how many headings it stands below, so that no level is left out on the way
// down, whatever its words look like; the document's title is H1.
func (c *composer) headingElement(level int) *element {
	for len(c.above) > 0 && c.above[len(c.above)-1] >= level {
		c.above = c.above[:len(c.above)-1]
	}
	c.above = append(c.above, level)
	e := c.parent.add(role(fmt.Sprintf("H%d", len(c.above))))
	e.depth = len(c.above)
	return e
}
