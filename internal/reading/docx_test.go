package reading

import (
	"archive/zip"
	"bytes"
	"slices"
	"strings"
	"testing"

	"uppsikt/internal/fault"
)

// zipped makes a zip of parts, named and then their content.
func zipped(t testing.TB, parts ...string) []byte {
	t.Helper()
	var content bytes.Buffer
	archive := zip.NewWriter(&content)
	for i := 0; i < len(parts); i += 2 {
		part, err := archive.Create(parts[i])
		if err == nil {
			_, err = part.Write([]byte(parts[i+1]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := archive.Close(); err != nil {
		t.Fatal(err)
	}
	return content.Bytes()
}

const wordNamespaces = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"`

const (
	testStyles = `<w:styles` + wordNamespaces + `>
<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="heading 2"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Egen"><w:name w:val="Egen rubrik"/><w:basedOn w:val="Rubrik2"/></w:style>
<w:style w:type="paragraph" w:styleId="Innehll1"><w:name w:val="toc 1"/></w:style></w:styles>`
	testNumbering = `<w:numbering` + wordNamespaces + `>
<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="-"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`
)

func docxOf(t testing.TB, body string) []byte {
	t.Helper()
	return zipped(t, "word/document.xml", `<w:document`+wordNamespaces+`><w:body>`+body+`</w:body></w:document>`, "word/styles.xml", testStyles, "word/numbering.xml", testNumbering)
}

func textOf(lines []line) string {
	var texts []string
	for _, l := range lines {
		texts = append(texts, l.text)
	}
	return strings.Join(texts, "\n")
}

func TestDocxParagraphs(t *testing.T) {
	for name, c := range map[string][2]string{
		"headings are numbered": {
			`<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr><w:r><w:t>Inledning</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Egen"/></w:pPr><w:r><w:t>Syfte</w:t></w:r></w:p>
			<w:p><w:pPr><w:pStyle w:val="Rubrik1"/></w:pPr><w:r><w:t>Resultat</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Rubrik2"/></w:pPr><w:r><w:t>Ansvar</w:t></w:r></w:p>`,
			"1. Inledning\n\n1.1 Syfte\n\n2. Resultat\n\n2.1 Ansvar\n",
		},
		"lists have bullets by their depth": {
			`<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>ett</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>två</w:t></w:r></w:p>`,
			"• ett\n\n◦ två\n",
		},
		"deletions are left out, insertions read": {
			`<w:p><w:r><w:t xml:space="preserve">Nämnden har </w:t></w:r><w:del><w:r><w:delText>inte </w:delText></w:r></w:del><w:ins><w:r><w:t>nu </w:t></w:r></w:ins><w:r><w:t>beslutat.</w:t></w:r></w:p>
			<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">Två stycken </w:t></w:r></w:p><w:p><w:r><w:t>är ett.</w:t></w:r></w:p>`,
			"Nämnden har nu beslutat.\n\nTvå stycken är ett.\n",
		},
		"a text box is read once, after its paragraph": {
			`<w:p><w:r><w:t>Utanför.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><a:graphic><wps:txbx><w:txbxContent><w:p><w:r><w:t>I rutan.</w:t></w:r></w:p></w:txbxContent></wps:txbx></a:graphic></mc:Choice><mc:Fallback><v:textbox><w:txbxContent><w:p><w:r><w:t>I rutan.</w:t></w:r></w:p></w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
			"Utanför.\n\nI rutan.\n",
		},
		"a table's rows have cells between tabs": {
			`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Fråga</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:p><w:r><w:t>Bedömning</w:t></w:r></w:p></w:tc></w:tr>
			<w:tr><w:tc><w:p><w:r><w:t>Finns</w:t></w:r></w:p><w:p><w:r><w:t>en plan?</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Ja</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr>
			<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:r><w:t>struken</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>`,
			"Fråga\tBedömning\t\nFinns en plan?\tJa\t\n",
		},
		"a grade and a committee in a cell over several rows are each row's": {
			`<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Socialnämnden</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Finns mål?</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>Ja</w:t></w:r></w:p></w:tc></w:tr>
			<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>Finns en plan?</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge w:val="continue"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>`,
			"Socialnämnden\tFinns mål?\tJa\nSocialnämnden\tFinns en plan?\tJa\n",
		},
		"a table of one column is a frame": {
			`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Ett.</w:t></w:r></w:p><w:p><w:r><w:t>Två.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
			"Ett.\n\nTvå.\n\n",
		},
		"hidden text, notes and fields' instructions are left out": {
			`<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>dold</w:t></w:r><w:r><w:t xml:space="preserve">Se </w:t></w:r><w:r><w:instrText>PAGEREF _Toc</w:instrText></w:r><w:r><w:t>avsnittet</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:noBreakHyphen/><w:t>.</w:t></w:r></w:p>`,
			"Se avsnittet-.\n",
		},
		"a table of contents keeps its leaders": {
			`<w:p><w:pPr><w:pStyle w:val="Innehll1"/></w:pPr><w:r><w:t>1 Inledning</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>3</w:t></w:r></w:p>`,
			"1 Inledning ........ 3\n",
		},
	} {
		got, err := docxLines(File{"rapport.docx", docxOf(t, c[0])})
		if err != nil {
			t.Fatal(name, err)
		}
		if text := textOf(got.lines); text != c[1] {
			t.Errorf("%s: %q, want %q", name, text, c[1])
		}
	}
}

func TestDocxOfAnotherKind(t *testing.T) {
	t.Parallel()
	whole := docxOf(t, `<w:p><w:r><w:t>Granskning av något</w:t></w:r></w:p>`)
	for name, c := range map[string]struct {
		content []byte
		code    string
	}{
		"cut off":           {whole[:len(whole)/2], CodeUnreadable},
		"a workbook":        {zipped(t, "xl/workbook.xml", "<workbook/>"), CodeUnreadable},
		"no XML":            {zipped(t, "word/document.xml", "plain"), CodeNoText},
		"an own entity":     {zipped(t, "word/document.xml", `<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>`), CodeUnreadable},
		"a bomb":            {zipped(t, "word/document.xml", "<a>"+strings.Repeat(" ", maxPartBytes)+"</a>"), CodeTooLarge},
		"many bombs":        {zipped(t, bombs()...), CodeTooLarge},
		"an external file":  {zipped(t, "word/document.xml", `<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>`), CodeUnreadable},
		"laughing XML":      {zipped(t, "word/document.xml", `<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;">]><a>&d;</a>`), CodeUnreadable},
		"with a password":   {append([]byte(officeSignature), encryptedPackage...), CodeEncrypted},
		"nested too deeply": {zipped(t, "word/document.xml", strings.Repeat("<a>", 5000)), CodeUnreadable},
	} {
		if _, err := Read([]File{{"rapport.docx", c.content}}); !fault.Is(err, c.code) {
			t.Errorf("%s: %v, want %s", name, err, c.code)
		}
	}
}

// bombs are parts that each stay within what one may hold, and together do not.
func bombs() []string {
	var parts []string
	text := `<w:document` + wordNamespaces + `><w:body>` + strings.Repeat(" ", maxPartBytes/2) + `</w:body></w:document>`
	for _, name := range []string{"word/document.xml", "word/styles.xml"} {
		parts = append(parts, name, text)
	}
	return parts
}

func TestDocxThatBreaksOffIsReadSoFar(t *testing.T) {
	broken := zipped(t, "word/document.xml", `<w:document`+wordNamespaces+`><w:p><w:r><w:t>Granskning av vägunderhåll</w:t></w:r></w:p><w:p><w:r>`)
	got, err := Read([]File{{"rapport.docx", broken}})
	if err != nil {
		t.Fatal(err)
	}
	if got.Title == nil || *got.Title != "Granskning av vägunderhåll" || !warned(got, warnTruncated) {
		t.Errorf("%s", asJSON(t, got))
	}
}

func warned(reading Reading, code string) bool {
	return slices.ContainsFunc(reading.Warnings, func(w Warning) bool { return w.Code == code })
}
