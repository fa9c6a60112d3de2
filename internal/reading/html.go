package reading

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// furniture is what stands around a page's content: never read.
var furniture = map[atom.Atom]bool{
	atom.Script: true, atom.Style: true, atom.Noscript: true, atom.Template: true, atom.Nav: true, atom.Footer: true,
	atom.Aside: true, atom.Form: true, atom.Button: true, atom.Svg: true, atom.Iframe: true, atom.Dialog: true,
	atom.Head: true, atom.Select: true, atom.Object: true, atom.Video: true, atom.Audio: true,
}

var (
	furnitureRole = regexp.MustCompile(`^(navigation|banner|contentinfo|dialog|alertdialog|search|complementary|menu|menubar)$`)
	furnitureName = regexp.MustCompile(`(?i)(^|[\s_-])(cookies?|kakor|consent|gdpr|breadcrumbs?|brodsmulor|skip(-?link)?|share|social-media|menu|meny|navbar|nav|sidebar|site-?(footer|header)|footer|sidfot|sidhuvud)`)
)

// htmlLines gives a page's content as the lines a text file would have: blank lines between blocks, "• " before list
// items, table cells between tabs.
func htmlLines(text string) ([]line, error) {
	root, err := html.Parse(strings.NewReader(text))
	if err != nil {
		return nil, errUnreadable("page", "its HTML cannot be parsed")
	}
	writer := &htmlWriter{}
	if content := contentOf(root); content != nil {
		root = content
	}
	writer.walk(root)
	writer.flush()
	return writer.lines, nil
}

// contentOf finds the element that the page itself calls its content.
func contentOf(node *html.Node) *html.Node {
	if node.DataAtom == atom.Main || attribute(node, "role") == "main" {
		return node
	}
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		if found := contentOf(child); found != nil {
			return found
		}
	}
	return nil
}

func attribute(node *html.Node, key string) string {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func isFurniture(node *html.Node) bool {
	if node.Type != html.ElementNode {
		return node.Type == html.CommentNode
	}
	if node.DataAtom == atom.Body || node.DataAtom == atom.Html || node.DataAtom == atom.Main {
		return false
	}
	_, hidden := attributeSet(node, "hidden")
	return hidden || furniture[node.DataAtom] || attribute(node, "aria-hidden") == "true" ||
		furnitureRole.MatchString(attribute(node, "role")) ||
		furnitureName.MatchString(attribute(node, "class")) || furnitureName.MatchString(attribute(node, "id")) ||
		node.DataAtom == atom.Header && !holdsTitle(node)
}

func attributeSet(node *html.Node, key string) (string, bool) {
	for _, a := range node.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// holdsTitle tells an article's header from a site's: the first carries the page's main heading.
func holdsTitle(node *html.Node) bool {
	if node.DataAtom == atom.H1 {
		return true
	}
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		if holdsTitle(child) {
			return true
		}
	}
	return false
}

type htmlWriter struct {
	lines   []line
	pending strings.Builder
	prefix  string
	depth   int // of lists within one another
	heading int
	rows    map[*html.Node]string // the texts of the open table's
}

var blockElements = map[atom.Atom]bool{
	atom.P: true, atom.Div: true, atom.Section: true, atom.Article: true, atom.Ul: true, atom.Ol: true, atom.Table: true,
	atom.Blockquote: true, atom.Header: true, atom.Main: true, atom.Dl: true, atom.Dt: true, atom.Dd: true, atom.Figure: true,
	atom.Figcaption: true, atom.Pre: true, atom.Address: true, atom.Details: true, atom.Summary: true, atom.Body: true,
	atom.Tbody: true, atom.Thead: true, atom.Tfoot: true, atom.Caption: true,
}

var headingLevels = map[atom.Atom]int{atom.H1: 1, atom.H2: 2, atom.H3: 3, atom.H4: 4, atom.H5: 5, atom.H6: 6}

func (w *htmlWriter) walk(node *html.Node) {
	switch {
	case isFurniture(node):
		return
	case node.Type == html.TextNode:
		w.pending.WriteString(spaced(node.Data))
		return
	case node.DataAtom == atom.Br:
		w.flush()
		return
	case node.DataAtom == atom.Tr:
		w.row(node)
		return
	case node.DataAtom == atom.Li:
		w.item(node)
		return
	case headingLevels[node.DataAtom] > 0:
		w.flush()
		w.heading = headingLevels[node.DataAtom]
		w.children(node)
		w.flush()
		w.heading = 0
		w.blank()
		return
	}
	if node.DataAtom == atom.Table {
		w.rows = tableTexts(node)
	}
	block := blockElements[node.DataAtom]
	if block {
		w.flush()
	}
	w.children(node)
	if block {
		w.flush()
		w.blank()
	}
}

func (w *htmlWriter) children(node *html.Node) {
	for child := node.FirstChild; child != nil; child = child.NextSibling {
		w.walk(child)
	}
}

func (w *htmlWriter) item(node *html.Node) {
	w.flush()
	w.prefix = strings.Repeat("  ", w.depth) + bulletsByLevel[min(w.depth, len(bulletsByLevel)-1)]
	w.depth++
	w.children(node)
	w.depth--
	w.flush()
	w.prefix = ""
}

func (w *htmlWriter) row(node *html.Node) {
	w.flush()
	w.add(w.rows[node])
}

func joinedText(lines []line) string {
	var parts []string
	for _, l := range lines {
		parts = append(parts, l.text)
	}
	return strings.Join(strings.Fields(strings.Join(parts, " ")), " ")
}

func (w *htmlWriter) flush() {
	text := strings.Join(strings.Fields(w.pending.String()), " ")
	w.pending.Reset()
	if text != "" {
		w.add(w.prefix + text)
		w.prefix = ""
	}
}

func (w *htmlWriter) blank() {
	if len(w.lines) > 0 && w.lines[len(w.lines)-1].text != "" {
		w.add("")
	}
}

func (w *htmlWriter) add(text string) {
	w.lines = append(w.lines, line{number: len(w.lines) + 1, text: text, heading: w.heading})
}

// spaced keeps the words of neighbouring text nodes as far apart as the source has them.
func spaced(text string) string {
	return strings.NewReplacer("\n", " ", "\t", " ", "\r", " ").Replace(text)
}
