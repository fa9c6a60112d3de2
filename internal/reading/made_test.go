package reading

import (
	"encoding/xml"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

var makeFiles = flag.Bool("make", false, "make the fixtures' PDF and DOCX files from testdata/sources with LibreOffice and Chromium; look at what they made")

// TestMakeFiles makes the files that stand in testdata from their sources, when asked to. A source is plain text, of which
// each line is a paragraph; what begins a line says what it is:
//
//	@format pdf        what to make, first of all; docx is the other
//	@header, @footer   what stands on every page, # for its number
//	@entry             an entry of the table of contents, its page after |
//	@columns 2         from here in so many columns
//	@page              from here on a new page
//	@box               a text box, with the rest of the line in it
//	! # ## ###         the title, and headings
//	- 1) *             an item of a bulleted list, of a numbered one, a paragraph in bold
//	|                  a table's row, its cells between bars
//	_                  a line in small letters
//
// A source that is HTML is printed by Chromium instead. In a line of the others, ~ is where a word may be hyphenated, and {…} is what a tracked change has deleted.
func TestMakeFiles(t *testing.T) {
	if !*makeFiles {
		t.Skip("made only with -make")
	}
	sources, err := filepath.Glob("testdata/sources/*.txt")
	nested, _ := filepath.Glob("testdata/sources/*/*.txt")
	sources = append(sources, nested...)
	if err != nil || len(sources) == 0 {
		t.Fatalf("no sources (%v)", err)
	}
	for _, source := range sources {
		name := strings.TrimSuffix(strings.TrimPrefix(source, "testdata/sources/"), ".txt")
		content, err := os.ReadFile(source)
		if err != nil {
			t.Fatal(err)
		}
		s := &setter{format: "pdf", columns: 1}
		for _, l := range strings.Split(strings.TrimSpace(string(content)), "\n") {
			s.set(l)
		}
		flat := filepath.Join(t.TempDir(), "report.fodt")
		if err := os.WriteFile(flat, []byte(s.document()), 0o644); err != nil {
			t.Fatal(err)
		}
		format := s.format
		if format == "docx" {
			format = "docx:MS Word 2007 XML"
		}
		folder := filepath.Join("testdata", name)
		if output, err := exec.Command("soffice", "--headless", "--convert-to", format, "--outdir", folder, flat).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, output)
		}
	}
	printPages(t)
}

// printPages lets Chromium print the sources that are HTML.
func printPages(t *testing.T) {
	sources, err := filepath.Glob("testdata/sources/*.html")
	if err != nil || len(sources) == 0 {
		t.Fatalf("no pages (%v)", err)
	}
	for _, source := range sources {
		page, err := filepath.Abs(source)
		if err != nil {
			t.Fatal(err)
		}
		folder := filepath.Join("testdata", strings.TrimSuffix(filepath.Base(source), ".html"))
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		if output, err := exec.Command("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer", "--print-to-pdf="+filepath.Join(folder, "report.pdf"), "file://"+page).CombinedOutput(); err != nil {
			t.Fatalf("%v: %s", err, output)
		}
	}
}

// setter writes a source as a flat OpenDocument text.
type setter struct {
	format, header, footer string
	body                   strings.Builder
	columns                int
	sections               int
	deleted                []string
	open                   string // the element that the lines before have left open
}

func (s *setter) set(l string) {
	word, rest, _ := strings.Cut(l, " ")
	list := map[string]string{"-": "bullets", "1)": "numbers"}[word]
	switch {
	case word == "|":
		s.enter("table:table", "")
		s.row(strings.Split(strings.TrimSuffix(rest, "|"), "|"))
		return
	case list != "":
		s.enter("text:list", fmt.Sprintf(` text:style-name=%q text:continue-numbering="true"`, list))
		s.put("<text:list-item><text:p text:style-name=\"item\">%s</text:p></text:list-item>", spelled(rest))
		return
	}
	s.enter("", "")
	switch word {
	case "@format":
		s.format = rest
	case "@header":
		s.header = rest
	case "@footer":
		s.footer = rest
	case "@entry":
		title, page, _ := strings.Cut(rest, "|")
		s.put(`<text:p text:style-name="Contents_20_1">%s<text:tab/>%s</text:p>`, spelled(title), page)
	case "@columns":
		s.endSection()
		s.columns, _ = strconv.Atoi(strings.TrimSpace(rest))
		s.sections++
		s.put(`<text:section text:style-name="columns%d" text:name="s%d">`, s.columns, s.sections)
	case "@page":
		s.put(`<text:p text:style-name="page"/>`)
	case "@box":
		s.put(`<text:p text:style-name="body"><draw:frame draw:style-name="box" text:anchor-type="paragraph" svg:width="15cm" style:rel-width="100%%"><draw:text-box fo:min-height="1cm"><text:p text:style-name="body">%s</text:p></draw:text-box></draw:frame></text:p>`, spelled(rest))
	case "!":
		s.put(`<text:p text:style-name="Title">%s</text:p>`, spelled(rest))
	case "#", "##", "###":
		s.put(`<text:h text:style-name="Heading_20_%d" text:outline-level="%d">%s</text:h>`, len(word), len(word), spelled(rest))
	case "*":
		s.put(`<text:p text:style-name="strong">%s</text:p>`, spelled(rest))
	case "_":
		s.put(`<text:p text:style-name="small">%s</text:p>`, spelled(rest))
	default:
		s.put(`<text:p text:style-name="body">%s</text:p>`, s.withDeletions(spelled(l)))
	}
}

func (s *setter) put(format string, values ...any) { fmt.Fprintf(&s.body, format+"\n", values...) }

// enter closes the list or table that stands open, unless the line belongs to it, and opens its own.
func (s *setter) enter(element, attributes string) {
	if s.open == element+attributes {
		return
	}
	if s.open != "" {
		s.put("</%s>", strings.Fields(s.open)[0])
	}
	if s.open = element + attributes; element != "" {
		s.put("<%s%s>", element, attributes)
	}
}

func (s *setter) row(cells []string) {
	if strings.HasSuffix(strings.TrimSpace(s.body.String()), "<table:table>") {
		s.put(`<table:table-column table:style-name="wide"/><table:table-column table:style-name="narrow" table:number-columns-repeated="%d"/>`, len(cells)-1)
	}
	s.put("<table:table-row>")
	for _, cell := range cells {
		s.put(`<table:table-cell table:style-name="cell" office:value-type="string"><text:p text:style-name="item">%s</text:p></table:table-cell>`, spelled(strings.TrimSpace(cell)))
	}
	s.put("</table:table-row>")
}

func (s *setter) endSection() {
	if s.sections > 0 {
		s.put("</text:section>")
	}
}

func spelled(text string) string {
	var escaped strings.Builder
	_ = xml.EscapeText(&escaped, []byte(text))
	return strings.NewReplacer("~", "\u00ad", "\\n", "<text:line-break/>", "\\t", "<text:tab/>").Replace(escaped.String())
}

func onPage(text string) string {
	return strings.ReplaceAll(spelled(text), "#", "<text:page-number>1</text:page-number>")
}

var deletion = regexp.MustCompile(`\{([^}]*)\}`)

func (s *setter) withDeletions(text string) string {
	return deletion.ReplaceAllStringFunc(text, func(marked string) string {
		s.deleted = append(s.deleted, strings.Trim(marked, "{}"))
		return fmt.Sprintf(`<text:change text:change-id="c%d"/>`, len(s.deleted))
	})
}

func (s *setter) document() string {
	s.enter("", "")
	s.endSection()
	var changes strings.Builder
	for i, text := range s.deleted {
		fmt.Fprintf(&changes, `<text:changed-region text:id="c%d"><text:deletion><office:change-info><dc:creator>A</dc:creator><dc:date>2024-01-01T10:00:00</dc:date></office:change-info><text:p>%s</text:p></text:deletion></text:changed-region>`, i+1, text)
	}
	return fmt.Sprintf(flatDocument, onPage(s.header), onPage(s.footer), "<text:tracked-changes>"+changes.String()+"</text:tracked-changes>"+s.body.String())
}

const flatDocument = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties fo:margin-bottom="0.25cm"/><style:text-properties style:font-name="Liberation Sans" fo:font-family="Liberation Sans" fo:font-size="10.5pt" fo:language="sv" fo:country="SE"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard" style:class="chapter"><style:paragraph-properties fo:margin-top="4cm"/><style:text-properties fo:font-size="26pt"/></style:style>
<style:style style:name="Heading_20_1" style:display-name="Heading 1" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="1"><style:paragraph-properties fo:margin-top="0.5cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="17pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_2" style:display-name="Heading 2" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="2"><style:paragraph-properties fo:margin-top="0.4cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_20_3" style:display-name="Heading 3" style:family="paragraph" style:parent-style-name="Standard" style:default-outline-level="3"><style:paragraph-properties fo:margin-top="0.3cm" fo:keep-with-next="always"/><style:text-properties fo:font-style="italic" fo:font-size="11pt"/></style:style>
<style:style style:name="Contents_20_1" style:display-name="Contents 1" style:family="paragraph" style:parent-style-name="Standard" style:class="index"><style:paragraph-properties><style:tab-stops><style:tab-stop style:position="16cm" style:type="right" style:leader-style="dotted" style:leader-text="."/></style:tab-stops></style:paragraph-properties></style:style>
<text:list-style style:name="bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="1.2cm" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
<text:list-style style:name="numbers"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" text:list-tab-stop-position="1.2cm" fo:text-indent="-0.6cm" fo:margin-left="1.2cm"/></style:list-level-properties></text:list-level-style-number></text:list-style>
</office:styles>
<office:automatic-styles>
<style:style style:name="body" style:family="paragraph" style:parent-style-name="Standard"/>
<style:style style:name="item" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:margin-bottom="0.1cm"/></style:style>
<style:style style:name="strong" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="small" style:family="paragraph" style:parent-style-name="Standard"><style:text-properties fo:font-size="8pt"/></style:style>
<style:style style:name="page" style:family="paragraph" style:parent-style-name="Standard"><style:paragraph-properties fo:break-before="page"/></style:style>
<style:style style:name="columns1" style:family="section"><style:section-properties><style:columns fo:column-count="1"/></style:section-properties></style:style>
<style:style style:name="columns2" style:family="section"><style:section-properties text:dont-balance-text-columns="false"><style:columns fo:column-count="2" fo:column-gap="0.8cm"/></style:section-properties></style:style>
<style:style style:name="wide" style:family="table-column"><style:table-column-properties style:rel-column-width="3*"/></style:style>
<style:style style:name="narrow" style:family="table-column"><style:table-column-properties style:rel-column-width="2*"/></style:style>
<style:style style:name="cell" style:family="table-cell"><style:table-cell-properties fo:padding="0.1cm" fo:border="0.5pt solid #000000"/></style:style>
<style:style style:name="box" style:family="graphic"><style:graphic-properties fo:border="1pt solid #000000" fo:padding="0.2cm" style:wrap="none"/></style:style>
<style:page-layout style:name="a4"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin-top="2cm" fo:margin-bottom="2cm" fo:margin-left="2.5cm" fo:margin-right="2.5cm"/><style:header-style><style:header-footer-properties fo:min-height="1cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:min-height="1cm"/></style:footer-style></style:page-layout>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="a4"><style:header><text:p>%s</text:p></style:header><style:footer><text:p>%s</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>
%s
</office:text></office:body>
</office:document>
`
