package document

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

func TestDOCXSaysWhatThePlainTextSays(t *testing.T) {
	unsayable := strings.NewReplacer("\x00", "\ufffd", "\xff", "\ufffd")
	for _, d := range []Document{sample(), generated(3), generated(5), hostile(), {}, lists()} {
		got := strings.Fields(openDOCX(t, d).words(t))
		want := strings.Fields(unsayable.Replace(printable(PlainText(d))))
		if !slices.Equal(got, want) {
			t.Errorf("%q: %s", d.Title, firstDifference(strings.Join(got, " "), strings.Join(want, " ")))
		}
	}
}

// lists count in every way that they can be written to.
func lists() Document {
	return Document{Title: "Listor", Blocks: slices.Concat(
		ParseMarkdown("7. sju\n   - inre\n\n     mer\n8. åtta\n\n   mer\n\nMellan\n\n1) ett\n\n40000. fyrtiotusen\n40001. och ett"),
		ParseMarkdown(strings.Repeat("- ", 12)+"djupast"))}
}

func TestDOCXKeepsToTheSchema(t *testing.T) {
	for _, d := range []Document{sample(), generated(3), generated(5), hostile(), {}} {
		for name, root := range openDOCX(t, d) {
			root.walk(func(n *xmlNode) {
				order, last := schemaOrder[n.name], 0
				for _, child := range n.children {
					at := slices.Index(order, child.name)
					if order != nil && at < last {
						t.Fatalf("%q, %s: %s stands wrongly in %s", d.Title, name, child.name, n.name)
					}
					last = at
				}
			})
		}
	}
}

// schemaOrder is the order that ISO/IEC 29500-1, annex A, demands of those elements that we use. Word calls a document broken
// that has another.
var schemaOrder = map[string][]string{
	"pPr":       {"pStyle", "keepNext", "keepLines", "widowControl", "numPr", "pBdr", "tabs", "spacing", "ind", "outlineLvl"},
	"rPr":       {"rStyle", "rFonts", "b", "i", "color", "sz", "u", "lang"},
	"numPr":     {"ilvl", "numId"},
	"tbl":       {"tblPr", "tblGrid", "tr"},
	"tblPr":     {"tblStyle", "tblW", "tblInd", "tblBorders", "tblLayout", "tblCellMar", "tblLook", "tblCaption"},
	"tr":        {"trPr", "tc"},
	"tc":        {"tcPr", "p"},
	"tcPr":      {"tcW", "tcBorders", "tcMar"},
	"style":     {"name", "basedOn", "next", "qFormat", "pPr", "rPr", "tblPr", "tblStylePr"},
	"styles":    {"docDefaults", "style"},
	"numbering": {"abstractNum", "num"},
	"lvl":       {"start", "numFmt", "lvlText", "lvlJc", "pPr"},
	"num":       {"abstractNumId", "lvlOverride"},
	"settings":  {"compat", "themeFontLang"},
	"sectPr":    {"headerReference", "footerReference", "pgSz", "pgMar", "titlePg"},
}

func TestDOCXRefersOnlyToWhatItHas(t *testing.T) {
	for _, d := range []Document{sample(), generated(3), hostile()} {
		parts := openDOCX(t, d)
		styles := parts["word/styles.xml"].values("style", "styleId")
		numbers := parts["word/numbering.xml"].values("num", "numId")
		links := parts["word/_rels/document.xml.rels"].values("Relationship", "Id")
		for _, use := range []struct {
			name, attribute string
			known           []string
		}{
			{"pStyle", "val", styles}, {"rStyle", "val", styles}, {"tblStyle", "val", styles}, {"numId", "val", numbers},
			{"hyperlink", "id", links}, {"headerReference", "id", links}, {"footerReference", "id", links},
		} {
			for part, root := range parts {
				for _, value := range root.values(use.name, use.attribute) {
					if !slices.Contains(use.known, value) {
						t.Errorf("%q, %s: %s %q is not there", d.Title, part, use.name, value)
					}
				}
			}
		}
		for _, target := range slices.Concat(parts["_rels/.rels"].values("Relationship", "Target"), parts["[Content_Types].xml"].values("Override", "PartName")) {
			if parts[strings.TrimPrefix(target, "/")] == nil {
				t.Errorf("%q: %s is not there", d.Title, target)
			}
		}
		for name := range parts {
			if path.Dir(name) == "word" && !slices.Contains(parts["[Content_Types].xml"].values("Override", "PartName"), "/"+name) {
				t.Errorf("%q: what %s is is not said", d.Title, name)
			}
		}
	}
}

func TestDOCXIsMarkedUpForThoseWhoListenAndNavigate(t *testing.T) {
	parts := openDOCX(t, sample())
	body := parts["word/document.xml"]
	styles := body.values("pStyle", "val")
	for _, want := range []string{"Title", "Heading1", "Heading2", "Heading3", "Normal", "Quote", "ListNumber", "ListBullet", "Note", "Caption"} {
		if !slices.Contains(styles, want) {
			t.Errorf("no paragraph has the style %s", want)
		}
	}
	if rows, heads := len(body.all("tr")), len(body.all("tblHeader")); heads != 1 || rows <= heads {
		t.Errorf("%d of %d rows are head rows", heads, rows)
	}
	if whole := len(body.all("cantSplit")); whole != len(body.all("tr")) {
		t.Errorf("only %d rows stay whole", whole)
	}
	if language := parts["word/styles.xml"].values("lang", "val"); !slices.Equal(language, []string{"sv-SE"}) {
		t.Errorf("the language is %q", language)
	}
	if fields := parts["word/footer.xml"].values("fldSimple", "instr"); !slices.Equal(fields, []string{"PAGE", "NUMPAGES"}) {
		t.Errorf("the footer counts %q", fields)
	}
	core := parts["docProps/core.xml"]
	for name, want := range map[string]string{
		"title": sample().Title, "subject": sample().Subject, "creator": sample().Author, "language": "sv-SE", "created": "2024-02-01T09:30:00Z",
	} {
		if got := core.all(name); len(got) != 1 || got[0].text != want {
			t.Errorf("the property %s is not %q", name, want)
		}
	}
}

func TestDOCXIsRepeatable(t *testing.T) {
	first := mustDOCX(t, sample())
	time.Sleep(2100 * time.Millisecond) // the archive's clock counts two seconds at a time
	if !bytes.Equal(first, mustDOCX(t, sample())) {
		t.Error("the same document gave other bytes")
	}
}

func mustDOCX(t *testing.T, d Document) []byte {
	t.Helper()
	docx, err := DOCX(d)
	if err != nil {
		t.Fatal(err)
	}
	return docx
}

// wordFile is the parts of a DOCX by their names.
type wordFile map[string]*xmlNode

type xmlNode struct {
	name       string
	attributes map[string]string
	text       string
	children   []*xmlNode
}

// openDOCX reads every part, so that all are known to be well-formed.
func openDOCX(t *testing.T, d Document) wordFile {
	t.Helper()
	docx := mustDOCX(t, d)
	archive, err := zip.NewReader(bytes.NewReader(docx), int64(len(docx)))
	if err != nil {
		t.Fatal(err)
	}
	parts := wordFile{}
	for _, f := range archive.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = readXML(t, content)
	}
	return parts
}

func readXML(t *testing.T, content io.Reader) *xmlNode {
	t.Helper()
	open := []*xmlNode{{}}
	for decoder := xml.NewDecoder(content); ; {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return open[0].children[0]
		}
		if err != nil {
			t.Fatal(err)
		}
		top := open[len(open)-1]
		switch token := token.(type) {
		case xml.StartElement:
			n := &xmlNode{name: token.Name.Local, attributes: map[string]string{}}
			for _, a := range token.Attr {
				n.attributes[a.Name.Local] = a.Value
			}
			top.children = append(top.children, n)
			open = append(open, n)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.text += string(token)
		}
	}
}

func (n *xmlNode) walk(visit func(*xmlNode)) {
	visit(n)
	for _, child := range n.children {
		child.walk(visit)
	}
}

func (n *xmlNode) all(name string) []*xmlNode {
	var found []*xmlNode
	n.walk(func(n *xmlNode) {
		if n.name == name {
			found = append(found, n)
		}
	})
	return found
}

func (n *xmlNode) values(name, attribute string) []string {
	var values []string
	for _, n := range n.all(name) {
		values = append(values, n.attributes[attribute])
	}
	return values
}

// words is what stands in the document as its reader sees it, with the numbers that its lists' definitions give.
func (f wordFile) words(t *testing.T) string {
	t.Helper()
	var b strings.Builder
	counted := map[string]int{}
	f["word/document.xml"].walk(func(n *xmlNode) {
		switch n.name {
		case "numId":
			b.WriteString(f.label(t, n.attributes["val"], counted) + " ")
		case "t":
			b.WriteString(n.text)
		case "br", "tab":
			b.WriteString("\n")
		case "softHyphen":
			b.WriteRune(softHyphen)
		case "p":
			b.WriteString("\n")
		}
	})
	return b.String()
}

// label is the next label of a list.
func (f wordFile) label(t *testing.T, id string, counted map[string]int) string {
	t.Helper()
	numbering := f["word/numbering.xml"]
	list := numbering.with("num", "numId", id)
	level := list.values("lvlOverride", "ilvl")[0]
	definition := numbering.with("abstractNum", "abstractNumId", list.values("abstractNumId", "val")[0]).with("lvl", "ilvl", level)
	start, err := strconv.Atoi(list.values("startOverride", "val")[0])
	if err != nil {
		t.Fatal(err)
	}
	number := start + counted[id]
	counted[id]++
	depth, _ := strconv.Atoi(level)
	return strings.ReplaceAll(definition.values("lvlText", "val")[0], fmt.Sprintf("%%%d", depth+1), strconv.Itoa(number))
}

func (n *xmlNode) with(name, attribute, value string) *xmlNode {
	for _, found := range n.all(name) {
		if found.attributes[attribute] == value {
			return found
		}
	}
	return &xmlNode{}
}
