package document

import (
	"bytes"
	"regexp"
	"strconv"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// ParseMarkdown reads the subset of CommonMark that people write in: paragraphs, lists, bold, italic and links.
// Whatever else the text holds (headings, code, images, tables, HTML) stays in it as plain words: nothing is lost.
// Hostile text takes time in proportion to the square of its length (20 kB a tenth of a second): callers limit it.
func ParseMarkdown(source string) []Block {
	r := markdownReader{source: []byte(source)}
	return r.blocks(subset.Parse(text.NewReader(r.source)))
}

// subset knows only what may be written; what no parser claims becomes words of a paragraph.
var subset = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewListParser(), 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(indentedParagraphs{parser.NewParagraphParser()}, 1000),
	),
	parser.WithInlineParsers(
		util.Prioritized(imageAsWords{}, 100),
		util.Prioritized(parser.NewLinkParser(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewEmphasisParser(), 500),
	),
)

// indentedParagraphs also takes lines that CommonMark would call code.
type indentedParagraphs struct{ parser.BlockParser }

func (indentedParagraphs) CanAcceptIndentedLine() bool { return true }

// imageAsWords claims the opening of an image before the link parser does.
type imageAsWords struct{}

func (imageAsWords) Trigger() []byte { return []byte{'!'} }

func (imageAsWords) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) < 2 || line[1] != '[' {
		return nil
	}
	block.Advance(2)
	return ast.NewTextSegment(segment.WithStop(segment.Start + 2))
}

type markdownReader struct{ source []byte }

func (r markdownReader) blocks(parent ast.Node) []Block {
	var blocks []Block
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		if list, ok := n.(*ast.List); ok {
			blocks = append(blocks, r.lists(list)...)
		} else if t := r.text(n); len(t) > 0 {
			blocks = append(blocks, Paragraph{t})
		}
	}
	return blocks
}

// lists keeps the numbers as they were typed: actions 19, 20 and 48 of a plan are three lists for CommonMark's one, which
// would count 19, 20, 21. A number that only repeats the one before counts on, as writers of CommonMark expect.
func (r markdownReader) lists(n *ast.List) []Block {
	var blocks []Block
	var list List
	next, before := n.Start, 0
	for item := n.FirstChild(); item != nil; item = item.NextSibling() {
		typed, known := r.number(item)
		jumps := n.IsOrdered() && known && typed != next && typed != before
		if jumps && len(list.Items) > 0 {
			blocks = append(blocks, list)
		}
		if jumps || len(list.Items) == 0 {
			list = List{Ordered: n.IsOrdered(), Start: n.Start}
			if jumps {
				list.Start, next = typed, typed
			}
		}
		list.Items = append(list.Items, r.blocks(item))
		next, before = next+1, typed
	}
	return append(blocks, list)
}

var itemNumber = regexp.MustCompile(`(\d{1,9})[.)][ \t]*$`)

// number is what was typed before an item; CommonMark's tree has forgotten it.
func (r markdownReader) number(item ast.Node) (int, bool) {
	first := item.FirstChild()
	if first == nil || first.Type() != ast.TypeBlock || first.Lines().Len() == 0 {
		return 0, false
	}
	words := first.Lines().At(0).Start
	line := r.source[bytes.LastIndexByte(r.source[:words], '\n')+1 : words]
	found := itemNumber.FindSubmatch(line)
	if found == nil {
		return 0, false
	}
	typed, err := strconv.Atoi(string(found[1]))
	return typed, err == nil
}

func (r markdownReader) text(parent ast.Node) Text {
	var t Text
	r.inline(parent, Run{}, &t)
	return t
}

// inline appends the words below the node, in the look they inherit.
func (r markdownReader) inline(parent ast.Node, look Run, t *Text) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			t.append(look, r.words(n))
		case *ast.Emphasis:
			r.inline(n, emphasized(look, n.Level), t)
		case *ast.Link:
			r.link(n, look, t)
		case *ast.AutoLink:
			t.append(linked(look, r.autoAddress(n)), string(n.Label(r.source)))
		}
	}
}

func (r markdownReader) words(n *ast.Text) string {
	words := string(util.UnescapePunctuations(n.Segment.Value(r.source)))
	switch {
	case n.HardLineBreak():
		return words + "\n"
	case n.SoftLineBreak():
		return words + " "
	}
	return words
}

// link shows in brackets what would be lost otherwise: the link's title, and an address that nobody may be sent to.
func (r markdownReader) link(n *ast.Link, look Run, t *Text) {
	target := linked(look, string(n.Destination))
	r.inline(n, target, t)
	if target.Link == "" && len(n.Destination) > 0 {
		t.append(look, " ("+string(n.Destination)+")")
	}
	if len(n.Title) > 0 {
		t.append(look, " ("+string(n.Title)+")")
	}
}

func (r markdownReader) autoAddress(n *ast.AutoLink) string {
	if n.AutoLinkType == ast.AutoLinkEmail {
		return "mailto:" + string(n.URL(r.source))
	}
	return string(n.URL(r.source))
}

func emphasized(look Run, level int) Run {
	if level == 1 {
		look.Italic = true
	} else {
		look.Bold = true
	}
	return look
}

func linked(look Run, address string) Run {
	look.Link = Run{Link: address}.address()
	return look
}

// append adds words to the last run if they look the same.
func (t *Text) append(look Run, words string) {
	look.Text = ""
	if n := len(*t); n > 0 {
		last := (*t)[n-1]
		last.Text = ""
		if last == look {
			(*t)[n-1].Text += words
			return
		}
	}
	if words != "" {
		look.Text = words
		*t = append(*t, look)
	}
}
