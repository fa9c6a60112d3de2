package document

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strconv"
	"time"
)

// DOCX is the document for a word processor (Office Open XML, ISO/IEC 29500 transitional): its paragraphs have real styles, its
// lists real numbers, its tables real head rows. The same document always gives the same bytes.
func DOCX(d Document) ([]byte, error) {
	var file bytes.Buffer
	archive := zip.NewWriter(&file)
	for _, p := range docxParts(d) {
		entry, err := archive.CreateHeader(&zip.FileHeader{Name: p.name, Method: zip.Deflate, Modified: docxTime})
		if err == nil {
			_, err = entry.Write([]byte(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n" + p.content))
		}
		if err != nil {
			return nil, fmt.Errorf("write %s of document %q: %w", p.name, d.Title, err)
		}
	}
	if err := archive.Close(); err != nil {
		return nil, fmt.Errorf("write document %q: %w", d.Title, err)
	}
	return file.Bytes(), nil
}

// docxTime is what the file's parts are dated: the first day that the archive's format knows. The document's own date stands in
// its properties.
var docxTime = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)

var wordNamespaces = attributes{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main", "xmlns:r", officeRelationships}

const (
	officeRelationships  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
	wordContentType      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	coreContentType      = "application/vnd.openxmlformats-package.core-properties+xml"
)

// docxPart is a part of the package (ISO/IEC 29500-2).
type docxPart struct {
	name    string
	content markup
}

// docxReferred is a part that the document refers to by its id.
type docxReferred struct {
	id, kind string // of the kind that both its relationship and its content type are named by
	content  markup
}

func docxParts(d Document) []docxPart {
	w := docxWriter{measurer: newMeasurer()}
	w.document(d)
	referred := []docxReferred{
		{"styles", "styles", stylesPart(d.language())},
		{"numbering", "numbering", numberingPart(w.lists)},
		{"settings", "settings", settingsPart(d.language())},
	}
	sections := d.parts()
	for i, part := range sections {
		referred = append(referred, headsAndFeet(part, i)...)
	}
	parts := []docxPart{
		{"[Content_Types].xml", contentTypes(referred)},
		{"_rels/.rels", relationships(
			relationship("document", officeRelationships+"/officeDocument", "word/document.xml"),
			relationship("core", packageRelationships+"/metadata/core-properties", "docProps/core.xml"))},
		{"docProps/core.xml", corePart(d)},
		{"word/document.xml", documentPart(markup(w.String()), len(sections)-1)},
		{"word/_rels/document.xml.rels", documentRelationships(referred, w.links)},
	}
	for _, r := range referred {
		parts = append(parts, docxPart{"word/" + r.id + ".xml", r.content})
	}
	return parts
}

func contentTypes(referred []docxReferred) markup {
	override := func(name, contentType string) markup {
		return xmlElement("Override", attributes{"PartName", name, "ContentType", contentType})
	}
	types := []markup{
		xmlElement("Default", attributes{"Extension", "rels", "ContentType", "application/vnd.openxmlformats-package.relationships+xml"}),
		xmlElement("Default", attributes{"Extension", "xml", "ContentType", "application/xml"}),
		override("/word/document.xml", wordContentType+"document.main+xml"),
		override("/docProps/core.xml", coreContentType),
	}
	for _, r := range referred {
		types = append(types, override("/word/"+r.id+".xml", wordContentType+r.kind+"+xml"))
	}
	return xmlElement("Types", attributes{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}, types...)
}

func relationships(content ...markup) markup {
	return xmlElement("Relationships", attributes{"xmlns", packageRelationships}, content...)
}

func relationship(id, kind, target string) markup {
	return xmlElement("Relationship", attributes{"Id", id, "Type", kind, "Target", target})
}

func documentRelationships(referred []docxReferred, links []string) markup {
	var content []markup
	for _, r := range referred {
		content = append(content, relationship(r.id, officeRelationships+"/"+r.kind, r.id+".xml"))
	}
	for i, address := range links {
		content = append(content, xmlElement("Relationship",
			attributes{"Id", linkID(i), "Type", officeRelationships + "/hyperlink", "Target", address, "TargetMode", "External"}))
	}
	return relationships(content...)
}

func corePart(d Document) markup {
	created := xmlElement("dcterms:created", attributes{"xsi:type", "dcterms:W3CDTF"}, markup(d.Created.UTC().Format(time.RFC3339)))
	return xmlElement("cp:coreProperties", attributes{
		"xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties", "xmlns:dc", "http://purl.org/dc/elements/1.1/",
		"xmlns:dcterms", "http://purl.org/dc/terms/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance",
	},
		xmlElement("dc:title", nil, words(d.Title)), xmlElement("dc:subject", nil, words(d.Subject)),
		xmlElement("dc:creator", nil, words(d.Author)), xmlElement("dc:language", nil, words(d.language())),
		onlyIf(!d.Created.IsZero(), created))
}

func settingsPart(language string) markup {
	const newestLayout = "15" // an older one, or none, makes Word open the document in its compatibility mode
	return xmlElement("w:settings", wordNamespaces,
		word("compat", xmlElement("w:compatSetting", attributes{
			"w:name", "compatibilityMode", "w:uri", "http://schemas.microsoft.com/office/word", "w:val", newestLayout,
		})),
		xmlElement("w:themeFontLang", attributes{"w:val", language}))
}

// headsAndFeet are what stands above and below the text in the section with this index.
func headsAndFeet(d Document, index int) []docxReferred {
	return []docxReferred{
		{inSection("headerFirst", index), "header", firstHeaderPart()},
		{inSection("header", index), "header", headerPart(d)},
		{inSection("footerFirst", index), "footer", footerPart(d)},
		{inSection("footer", index), "footer", footerPart(d)},
	}
}

// inSection is the id of what the first section has under this name.
func inSection(name string, index int) string {
	if index == 0 {
		return name
	}
	return name + strconv.Itoa(index+1)
}

func documentPart(body markup, lastSection int) markup {
	return xmlElement("w:document", wordNamespaces, word("body", body, sectionProperties(lastSection)))
}

func sectionProperties(index int) markup {
	reference := func(kind, occasion, name string) markup {
		return xmlElement("w:"+kind+"Reference", attributes{"w:type", occasion, "r:id", inSection(name, index)})
	}
	return word("sectPr",
		reference("header", "first", "headerFirst"), reference("header", "default", "header"),
		reference("footer", "first", "footerFirst"), reference("footer", "default", "footer"),
		xmlElement("w:pgSz", attributes{"w:w", twips(pageWidth), "w:h", twips(pageHeight)}),
		xmlElement("w:pgMar", attributes{
			"w:top", twips(headTop), "w:right", twips(marginRight), "w:bottom", twips(pageHeight - textBottom), "w:left", twips(marginLeft),
			"w:header", twips(headTop), "w:footer", twips(pageHeight - footerBaseline), "w:gutter", "0",
		}),
		word("titlePg"))
}
