package document

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
	link     string
	ordered  bool // of a list
	children []*element
}

func (e *element) add(r role) *element {
	child := &element{role: r}
	e.children = append(e.children, child)
	return child
}

// headingRole of the document's title, level 0, is H1.
func headingRole(level int) role { return role("H" + string(rune('1'+level))) }
