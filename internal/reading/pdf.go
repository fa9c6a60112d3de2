package reading

import (
	"bytes"
	"context"
	"fmt"
	"time"
)

const (
	pdfSignature = "%PDF-"
	// signatureWithin is how far into a file readers look for the signature: some put a line of their own before it.
	signatureWithin = 1024
)

func isPDF(content []byte) bool {
	return bytes.Contains(content[:min(len(content), signatureWithin)], []byte(pdfSignature))
}

const (
	maxPages   = 1_000
	pdfSeconds = 35 // for taking pages out of PDFium; what is left of the child's minute is for reading them
)

// pdfWord is what stands between two spaces.
type pdfWord struct {
	box
	text string
	bold bool
	size float64 // of its letters
}

// pdfPage is a page as it is shown.
type pdfPage struct {
	width, height float64
	words         []pdfWord
	rules         []box // lines, and filled boxes
	broken        bool
}

// pdfLines gives a PDF's text as the lines a text file would have. Faults: unreadable, encrypted, no_text.
func pdfLines(file File, cacheFolder string) (extract, error) {
	engine, err := startPDF(cacheFolder)
	if err != nil {
		return extract{}, err
	}
	defer engine.stop()
	ctx, cancel := context.WithTimeout(context.Background(), pdfSeconds*time.Second)
	defer cancel()
	pages, total, err := engine.pages(ctx, file)
	if err != nil {
		return extract{}, err
	}
	text := extract{lines: linesOfPages(pages), unlined: true}
	if len(text.lines) == 0 {
		return extract{}, errNoText()
	}
	if len(pages) < total {
		text.cut = fmt.Sprintf("part: only the first %d of %d pages are read", len(pages), total)
	}
	for i, page := range pages {
		if page.broken {
			text.cut = fmt.Sprintf("part: page %d is damaged and is not read", i+1)
			break
		}
	}
	return text, nil
}
