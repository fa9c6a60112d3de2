package document

import (
	"bytes"
	"compress/zlib"
	"crypto/sha256"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strconv"
)

// pdfFile is a PDF's objects by their number. It reads the one dialect that maroto's library writes: a plain table of references,
// lengths in place, the page tree as object 1, information and catalogue last.
type pdfFile struct {
	objects   [][]byte // what stands between "obj" and "endobj"; number 0 is none
	pages     []int
	info      int
	catalogue int
}

var errDialect = errors.New("the PDF library writes otherwise than expected")

var (
	referenceTable = regexp.MustCompile(`startxref\n(\d+)\n%%EOF`)
	objectStart    = regexp.MustCompile(`^\d+ 0 obj\n`)
	streamLength   = regexp.MustCompile(`/Length (\d+)`)
	pageTreeKids   = regexp.MustCompile(`/Kids \[([^\]]*)\]`)
	reference      = regexp.MustCompile(`(\d+) 0 R`)
)

func readPDF(raw []byte) (*pdfFile, error) {
	table := referenceTable.FindSubmatch(raw)
	if table == nil {
		return nil, errDialect
	}
	lines := bytes.Split(raw[number(table[1]):], []byte("\n"))
	fields := bytes.Fields(lines[1])
	if len(fields) != 2 {
		return nil, errDialect
	}
	count := number(fields[1])
	f := &pdfFile{objects: make([][]byte, count), info: count - 2, catalogue: count - 1}
	for i := 1; i < count; i++ {
		body, err := objectAt(raw, number(lines[2+i][:10]))
		if err != nil {
			return nil, err
		}
		f.objects[i] = body
	}
	kids := pageTreeKids.FindSubmatch(f.objects[1])
	if kids == nil {
		return nil, errDialect
	}
	for _, kid := range reference.FindAllSubmatch(kids[1], -1) {
		f.pages = append(f.pages, number(kid[1]))
	}
	return f, nil
}

func objectAt(raw []byte, offset int) ([]byte, error) {
	start := objectStart.Find(raw[offset:min(len(raw), offset+20)])
	if start == nil {
		return nil, errDialect
	}
	body := raw[offset+len(start):]
	end := bytes.Index(body, []byte("endobj"))
	if s := bytes.Index(body, []byte("stream\n")); s >= 0 && s < end {
		data, err := streamData(body)
		if err != nil {
			return nil, err
		}
		s += len("stream\n") + len(data)
		end = s + bytes.Index(body[s:], []byte("endobj"))
	}
	return slices.Clone(bytes.TrimSpace(body[:end])), nil
}

// streamData is a stream object's data as it stands.
func streamData(object []byte) ([]byte, error) {
	s := bytes.Index(object, []byte("stream\n"))
	if s < 0 {
		return nil, errDialect
	}
	length := streamLength.FindSubmatch(object[:s])
	if length == nil {
		return nil, errDialect
	}
	s += len("stream\n")
	return object[s : s+number(length[1])], nil
}

// number reads digits that a pattern has found.
func number(digits []byte) int {
	n, _ := strconv.Atoi(string(digits))
	return n
}

// add appends an object and returns its number.
func (f *pdfFile) add(body string) int {
	f.objects = append(f.objects, []byte(body))
	return len(f.objects) - 1
}

func (f *pdfFile) set(number int, body string) { f.objects[number] = []byte(body) }

// deflated is the body of a compressed stream object.
func deflated(dictionary string, data []byte) string {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	_, _ = w.Write(data) // a buffer takes all
	_ = w.Close()
	return plainStream(dictionary+"/Filter/FlateDecode", z.Bytes())
}

func plainStream(dictionary string, data []byte) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dictionary, len(data), data)
}

// bytes writes the file. Its identifier is the hash of its content.
func (f *pdfFile) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(f.objects))
	for i, body := range f.objects[1:] {
		offsets[i+1] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, body)
	}
	start, hash := b.Len(), sha256.Sum256(b.Bytes())
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects))
	for _, offset := range offsets[1:] {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer\n<</Size %d/Root %d 0 R/Info %d 0 R/ID[<%X><%X>]>>\nstartxref\n%d\n%%%%EOF\n",
		len(f.objects), f.catalogue, f.info, hash[:16], hash[:16], start)
	return b.Bytes()
}
