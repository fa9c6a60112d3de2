package document

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"
	"unicode"
	"unicode/utf16"

	"github.com/pdfcpu/pdfcpu/pkg/api"
)

func TestPDFHoldsEveryWordOfTheLayout(t *testing.T) {
	for _, d := range []Document{sample(), generated(3), hostile()} {
		pdf := mustPDF(t, d)
		pages, _ := layout(d)
		drawn := drawnWords(t, pdf)
		if len(drawn) != len(pages) {
			t.Fatalf("%q has %d pages, not %d", d.Title, len(drawn), len(pages))
		}
		for i, p := range pages {
			want := ""
			for _, f := range p.fragments {
				want += f.words
			}
			if drawn[i] != want {
				t.Errorf("%q, page %d: %s", d.Title, i+1, firstDifference(drawn[i], want))
			}
		}
	}
}

func TestFontsTellReadersEveryRune(t *testing.T) {
	pdf := mustPDF(t, sample())
	told := map[rune]bool{}
	for _, stream := range streams.FindAllSubmatch(pdf, -1) {
		for _, m := range toldRune.FindAllSubmatch(inflated(stream[1]), -1) {
			if !bytes.Equal(m[1], m[2]) {
				t.Errorf("code %s is told to be %s", m[1], m[2])
			}
			r, err := strconv.ParseUint(string(m[1]), 16, 16)
			if err != nil {
				t.Fatal(err)
			}
			told[rune(r)] = true
		}
	}
	for _, r := range strings.Join(drawnWords(t, pdf), "") {
		if !told[r] {
			t.Errorf("no font tells what %q is", r)
		}
	}
}

// TestPDFIsValid leaves its documents among the artifacts, where scripts/conformance looks for them.
func TestPDFIsValid(t *testing.T) {
	documents := map[string]Document{"sample": sample(), "empty": {}, "hostile": hostile(), "lists": lists(), "memorandum": memorandum(), "appendix": withAppendix()}
	for seed := range uint64(8) {
		documents[fmt.Sprintf("generated-%d", seed)] = generated(seed)
	}
	for name, d := range documents {
		pdf := mustPDF(t, d)
		if err := api.Validate(bytes.NewReader(pdf), nil); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		write(t, filepath.Join(t.ArtifactDir(), name+".pdf"), pdf)
	}
}

func TestAnAppendixBeginsOnAPageOfItsOwnWithItsOwnHead(t *testing.T) {
	alone := len(drawnWords(t, mustPDF(t, memorandum())))
	drawn := drawnWords(t, mustPDF(t, withAppendix()))
	if rest := len(drawnWords(t, mustPDF(t, sample()))); len(drawn) != alone+rest {
		t.Fatalf("%d pages, of %d and %d", len(drawn), alone, rest)
	}
	for i, words := range drawn {
		mark, kind := "Utkast", "Tjänsteskrivelse"
		if i >= alone {
			mark, kind = "Förslag", "Yttrande"
		}
		for _, want := range []string{mark, kind, fmt.Sprintf("Sida %d av %d", i+1, len(drawn))} {
			if !strings.Contains(words, want) {
				t.Errorf("page %d does not say %q: %s", i+1, want, words)
			}
		}
	}
	if first := drawn[alone]; !strings.Contains(first, "Bilaga:") {
		t.Errorf("the appendix begins %q", first)
	}
}

func TestPDFIsRepeatable(t *testing.T) {
	first := mustPDF(t, sample())
	time.Sleep(1100 * time.Millisecond) // a clock's second that finds its way into the file would show
	var together sync.WaitGroup
	for range 4 {
		together.Go(func() {
			if again, err := PDF(sample()); err != nil || !bytes.Equal(first, again) {
				t.Errorf("the same document gave other bytes (%v)", err)
			}
		})
	}
	together.Wait()
}

func TestPDFOfThreeHundredPages(t *testing.T) {
	d := Document{Title: "Samlade yttranden"}
	for range 100 {
		d.Blocks = append(d.Blocks, sample().Blocks...)
	}
	if pages := len(drawnWords(t, mustPDF(t, d))); pages < 300 {
		t.Errorf("the document has %d pages", pages)
	}
}

func TestMarkAndFieldsStandInTheHead(t *testing.T) {
	drawn := drawnWords(t, mustPDF(t, sample()))
	for i, words := range drawn {
		if !strings.Contains(words, "Förslag") || !strings.Contains(words, "AMN 2024/0031") {
			t.Errorf("page %d lacks its mark or registry number", i+1)
		}
	}
	if strings.Contains(drawn[0], "Paragraf") {
		t.Error("a field without value is drawn")
	}
	decided := sample()
	decided.Mark = ""
	decided.Letterhead.Fields[4].Value = "§\u00a012"
	drawn = drawnWords(t, mustPDF(t, decided))
	if strings.Contains(strings.Join(drawn, ""), "Förslag") || !strings.Contains(drawn[0], "§\u00a012") {
		t.Error("the decided document keeps its mark or lacks its paragraph")
	}
}

// hostile is a document of what people paste.
func hostile() Document {
	return Document{
		Title:      "😀 " + strings.Repeat("ö", 300),
		Letterhead: Letterhead{Organization: strings.Repeat("Storåns kommun ", 8), Kind: strings.Repeat("x", 90), Fields: []Field{{Label: strings.Repeat("y", 60), Value: "漢", Running: true}}},
		Mark:       "Förslag (\\)",
		Blocks: []Block{
			Heading{9, ""}, Heading{-1, "\n"}, Paragraph{}, Paragraph{Plain("a\x00b\xff\U0001f600\u202e()\\\r\n")}, List{}, List{Items: []Item{{}, {Paragraph{}}, {List{Items: []Item{{}}}}}},
			Table{Rows: [][]Text{{Plain("x")}}}, Table{Columns: []Column{{}, {}}, Rows: [][]Text{nil, {Plain(""), Plain("\n\n\n"), Plain("z")}}}, Quotation{}, Note{}, Signatures{}, Signatures{{}},
			Paragraph{Text{{Text: "x", Link: "https://storan.example/(\\)ö"}, {Text: "y", Link: ":"}}},
		},
	}
}

func mustPDF(t *testing.T, d Document) []byte {
	t.Helper()
	pdf, err := PDF(d)
	if err != nil {
		t.Fatal(err)
	}
	return pdf
}

var (
	toldRune = regexp.MustCompile(`(?m)^<([0-9A-F]{4})> <([0-9A-F]{4})>$`)
	streams  = regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`)
	shown    = regexp.MustCompile(`(?s)\(((?:\\.|[^\\)])*)\) Tj`)
	escaped  = regexp.MustCompile(`(?s)\\(.)`)
)

// drawnWords are the words of each page's content, read from the file's bytes.
func drawnWords(t *testing.T, pdf []byte) []string {
	t.Helper()
	var pages []string
	for _, stream := range streams.FindAllSubmatch(pdf, -1) {
		content := inflated(stream[1])
		if !bytes.Contains(content, []byte("BT ")) {
			continue
		}
		words := ""
		for _, s := range shown.FindAllSubmatch(content, -1) {
			words += fromUTF16(unescaped(s[1]))
		}
		pages = append(pages, words)
	}
	return pages
}

func inflated(data []byte) []byte {
	r, err := zlib.NewReader(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	content, _ := io.ReadAll(r)
	return content
}

func unescaped(s []byte) []byte {
	return escaped.ReplaceAllFunc(s, func(b []byte) []byte {
		if b[1] == 'r' {
			return []byte{'\r'}
		}
		return b[1:]
	})
}

func fromUTF16(b []byte) string {
	var units []uint16
	for pair := range slices.Chunk(b, 2) {
		units = append(units, uint16(pair[0])<<8|uint16(pair[1]))
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return -1
		}
		return r
	}, string(utf16.Decode(units)))
}
