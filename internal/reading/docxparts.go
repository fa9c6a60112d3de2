package reading

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"path"
	"strings"
)

// A DOCX is a zip of XML parts. What its directory says of their sizes is not trusted: they are read to a limit together.
const (
	maxPartBytes = 64 << 20
	maxParts     = 10_000
)

// docxParts are the parts of a DOCX that say what its text is; those that it has not are empty.
type docxParts struct {
	document, styles, numbering []byte
}

// partsOf opens a file that begins as a zip does. Faults: unreadable where it is no DOCX, encrypted, too_large.
func partsOf(file File) (docxParts, error) {
	archive, err := zip.NewReader(bytes.NewReader(file.Content), int64(len(file.Content)))
	if err != nil {
		return docxParts{}, errUnreadable(file.Name, "it begins as a DOCX but is damaged or cut off")
	}
	if len(archive.File) > maxParts {
		return docxParts{}, errTooLarge(file.Name)
	}
	named := map[string]*zip.File{}
	for _, part := range archive.File {
		named[strings.TrimPrefix(part.Name, "/")] = part
	}
	main := mainPart(named)
	if named[main] == nil || strings.HasPrefix(main, "xl/") || strings.HasPrefix(main, "ppt/") {
		return docxParts{}, errUnreadable(file.Name, "this is a zipped format, but no DOCX")
	}
	var parts docxParts
	folder, room := path.Dir(main), maxPartBytes
	for _, wanted := range []struct {
		name string
		into *[]byte
	}{{main, &parts.document}, {path.Join(folder, "styles.xml"), &parts.styles}, {path.Join(folder, "numbering.xml"), &parts.numbering}} {
		if *wanted.into, err = partContent(file, named[wanted.name], room); err != nil {
			return docxParts{}, err
		}
		room -= len(*wanted.into)
	}
	return parts, nil
}

const usualMainPart = "word/document.xml"

// mainPart is the name of the part that the package's relations call its document.
func mainPart(named map[string]*zip.File) string {
	content, err := partContent(File{}, named["_rels/.rels"], maxPartBytes)
	if err != nil || named[usualMainPart] != nil {
		return usualMainPart
	}
	var relations struct {
		All []struct {
			Type   string `xml:"Type,attr"`
			Target string `xml:"Target,attr"`
		} `xml:"Relationship"`
	}
	if xml.Unmarshal(content, &relations) != nil {
		return usualMainPart
	}
	for _, relation := range relations.All {
		if strings.HasSuffix(relation.Type, "/officeDocument") && strings.HasSuffix(relation.Target, ".xml") {
			return strings.TrimPrefix(relation.Target, "/")
		}
	}
	return usualMainPart
}

func partContent(file File, part *zip.File, limit int) ([]byte, error) {
	if part == nil {
		return nil, nil
	}
	const encryptedFlag = 1
	if part.Flags&encryptedFlag != 0 {
		return nil, errEncrypted(file.Name)
	}
	reader, err := part.Open()
	if err != nil {
		return nil, errUnreadable(file.Name, "its parts cannot be opened")
	}
	defer reader.Close()
	content, err := io.ReadAll(io.LimitReader(reader, int64(limit)+1))
	if err != nil {
		return nil, errUnreadable(file.Name, "one of its parts is damaged or cut off")
	}
	if len(content) > limit {
		return nil, errTooLarge(file.Name)
	}
	return content, nil
}
