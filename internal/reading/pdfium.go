package reading

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"path/filepath"
	"strings"
	"time"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
)

// pdfMemory is how much PDFium itself may use, in WebAssembly's pages of 64 kB: what it takes for pages of text is far
// less, and what a malicious file makes it take ends here.
const pdfMemory = (256 << 20) / (64 << 10)

// pdfEngine is PDFium, run as WebAssembly: it sees no files, and a fault of its own cannot reach this process's memory.
type pdfEngine struct {
	pool   pdfium.Pool
	pdfium pdfium.Pdfium
	cache  wazero.CompilationCache
}

// startPDF compiles PDFium, or takes it compiled from a folder, which saves seconds. Without a folder that can be used it
// compiles each time.
func startPDF(cacheFolder string) (*pdfEngine, error) {
	if cache := openCache(cacheFolder); cache != nil {
		if e, err := startPDFWith(cache); err == nil {
			return e, nil
		}
	}
	e, err := startPDFWith(nil)
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	return e, nil
}

func openCache(folder string) wazero.CompilationCache {
	if folder == "" || os.MkdirAll(filepath.Dir(folder), 0o711) != nil { // the database's own user passes through it
		return nil
	}
	cache, err := wazero.NewCompilationCacheWithDir(folder)
	if err != nil {
		return nil
	}
	return cache
}

func startPDFWith(cache wazero.CompilationCache) (*pdfEngine, error) {
	settings := wazero.NewRuntimeConfig().WithMemoryLimitPages(pdfMemory)
	if cache != nil {
		settings = settings.WithCompilationCache(cache)
	}
	pool, err := webassembly.Init(webassembly.Config{
		MinIdle: 1, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: settings, FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard,
	})
	if err != nil {
		return nil, err
	}
	e := &pdfEngine{pool: pool, cache: cache}
	if e.pdfium, err = pool.GetInstance(time.Minute); err != nil {
		e.stop()
		return nil, err
	}
	return e, nil
}

func (e *pdfEngine) stop() {
	if e.pdfium != nil {
		_ = e.pdfium.Close()
	}
	_ = e.pool.Close()
	if e.cache != nil {
		_ = e.cache.Close(context.Background())
	}
}

// pages reads a PDF's words and ruled lines page by page, until the context ends or the limit of pages. It tells how many pages
// the file has. Faults: unreadable, encrypted.
func (e *pdfEngine) pages(ctx context.Context, file File) (read []pdfPage, total int, err error) {
	defer func() { // WebAssembly that has run out of memory ends in a panic
		if broken := recover(); broken != nil {
			read, err = nil, errUnreadable(file.Name, "the PDF is damaged").Because(fmt.Errorf("%v", broken))
		}
	}()
	content := file.Content
	opened, err := e.pdfium.OpenDocument(&requests.OpenDocument{File: &content})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return nil, 0, errEncrypted(file.Name)
	case err != nil:
		return nil, 0, errUnreadable(file.Name, "the PDF is damaged or cut off").Because(err)
	}
	count, err := e.pdfium.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: opened.Document})
	if err != nil {
		return nil, 0, errUnreadable(file.Name, "the PDF's pages cannot be counted").Because(err)
	}
	for i := 0; i < min(count.PageCount, maxPages) && ctx.Err() == nil; i++ {
		page, err := e.page(opened.Document, i)
		if err != nil {
			page = pdfPage{broken: true}
		}
		read = append(read, page)
	}
	return read, count.PageCount, nil
}

// page reads one page; what is wrong with one leaves the others as they are.
func (e *pdfEngine) page(document references.FPDF_DOCUMENT, index int) (pdfPage, error) {
	loaded, err := e.pdfium.FPDF_LoadPage(&requests.FPDF_LoadPage{Document: document, Index: index})
	if err != nil {
		return pdfPage{}, err
	}
	defer func() { _, _ = e.pdfium.FPDF_ClosePage(&requests.FPDF_ClosePage{Page: loaded.Page}) }()
	p := &pageReader{engine: e.pdfium, page: requests.Page{ByReference: &loaded.Page}}
	if err := p.measure(); err != nil {
		return pdfPage{}, err
	}
	if err := p.readWords(); err != nil {
		return pdfPage{}, err
	}
	p.readRules()
	return p.read, nil
}

// pageReader takes a page out of PDFium, turned as it is shown and measured downwards from its top.
type pageReader struct {
	engine        pdfium.Pdfium
	page          requests.Page
	text          references.FPDF_TEXTPAGE
	width, height float64 // before it is turned
	turned        enums.FPDF_PAGE_ROTATION
	read          pdfPage
}

func (p *pageReader) measure() error {
	width, err := p.engine.FPDF_GetPageWidth(&requests.FPDF_GetPageWidth{Page: p.page})
	if err != nil {
		return err
	}
	height, err := p.engine.FPDF_GetPageHeight(&requests.FPDF_GetPageHeight{Page: p.page})
	if err != nil {
		return err
	}
	rotation, err := p.engine.FPDFPage_GetRotation(&requests.FPDFPage_GetRotation{Page: p.page})
	if err != nil {
		return err
	}
	p.read.width, p.read.height, p.turned = width.Width, height.Height, rotation.PageRotation
	p.width, p.height = p.read.width, p.read.height
	if p.turned == enums.FPDF_PAGE_ROTATION_90_CW || p.turned == enums.FPDF_PAGE_ROTATION_270_CW {
		p.width, p.height = p.height, p.width
	}
	return nil
}

// placed turns a box of the page's own coordinates, which go upwards, into one as it is shown.
func (p *pageReader) placed(left, bottom, right, top float64) box {
	switch p.turned {
	case enums.FPDF_PAGE_ROTATION_90_CW:
		return box{bottom, left, top, right}
	case enums.FPDF_PAGE_ROTATION_180_CW:
		return box{p.width - right, bottom, p.width - left, top}
	case enums.FPDF_PAGE_ROTATION_270_CW:
		return box{p.height - top, p.width - right, p.height - bottom, p.width - left}
	}
	return box{left, p.height - top, right, p.height - bottom}
}

// maxCharacters is how many characters of one page are read: a page of small print has ten thousand.
const maxCharacters = 60_000

func (p *pageReader) readWords() error {
	loaded, err := p.engine.FPDFText_LoadPage(&requests.FPDFText_LoadPage{Page: p.page})
	if err != nil {
		return err
	}
	p.text = loaded.TextPage
	defer func() {
		_, _ = p.engine.FPDFText_ClosePage(&requests.FPDFText_ClosePage{TextPage: p.text})
	}()
	count, err := p.engine.FPDFText_CountChars(&requests.FPDFText_CountChars{TextPage: p.text})
	if err != nil {
		return err
	}
	var word []rune
	begin := 0
	for i := 0; i < min(count.Count, maxCharacters); i++ {
		letter, err := p.letter(i)
		if err != nil {
			return err
		}
		if !isSpace(letter) {
			if len(word) == 0 {
				begin = i
			}
			word = append(word, letter)
		}
		if isSpace(letter) || letter == lineHyphen {
			p.addWord(word, begin)
			word = word[:0]
		}
	}
	p.addWord(word, begin)
	return nil
}

// lineHyphen is what PDFium gives for the hyphen that ends a line.
const lineHyphen = '\x02'

func isSpace(letter rune) bool {
	return letter == 0 || letter != lineHyphen && (unicode.IsSpace(letter) || unicode.IsControl(letter))
}

func (p *pageReader) letter(i int) (rune, error) {
	found, err := p.engine.FPDFText_GetUnicode(&requests.FPDFText_GetUnicode{TextPage: p.text, Index: i})
	if err != nil {
		return 0, err
	}
	if found.Unicode > unicode.MaxRune {
		return unicode.ReplacementChar, nil
	}
	return rune(found.Unicode), nil
}

// addWord measures a word by its first and last letter. One whose letters do not stand on one line is divided into those
// that do; letters that stand on end are left out.
func (p *pageReader) addWord(letters []rune, begin int) {
	if len(letters) == 0 {
		return
	}
	first, ok := p.letterBox(begin)
	last, known := p.letterBox(begin + len(letters) - 1)
	if !ok || !known {
		return
	}
	if !first.sameLine(last) && len(letters) > 1 {
		half := len(letters) / 2
		p.addWord(letters[:half], begin)
		p.addWord(letters[half:], begin+half)
		return
	}
	if !p.stands(begin) {
		return
	}
	letters, last = p.withoutReference(letters, begin, last)
	text := strings.NewReplacer(string(lineHyphen), "-", "\u00ad", "-", "\ufffe", "-").Replace(string(letters))
	p.read.words = append(p.read.words, pdfWord{box: p.onBaseline(begin, first.joined(last)), text: text, bold: p.isBold(begin), size: p.size(begin)})
}

// withoutReference takes away the raised number of a note after a word.
func (p *pageReader) withoutReference(letters []rune, begin int, last box) ([]rune, box) {
	end := len(letters)
	if end < 2 || !unicode.IsDigit(letters[end-1]) || unicode.IsDigit(letters[0]) {
		return letters, last
	}
	for size := p.size(begin); end > 1 && unicode.IsDigit(letters[end-1]) && p.size(begin+end-1) < size*smallLetter; {
		end--
		last, _ = p.letterBox(begin + end - 1)
	}
	return letters[:end], last
}

// letterBox is the place that a letter takes of its line.
func (p *pageReader) letterBox(i int) (box, bool) {
	found, err := p.engine.FPDFText_GetLooseCharBox(&requests.FPDFText_GetLooseCharBox{TextPage: p.text, Index: i})
	if err != nil {
		return box{}, false
	}
	r := found.Rect
	b := p.placed(float64(r.Left), float64(r.Bottom), float64(r.Right), float64(r.Top))
	return b, b.isFinite()
}

// onBaseline gives a word the height of its letters' size, since fonts differ in what they say of their own.
func (p *pageReader) onBaseline(i int, b box) box {
	size := p.size(i)
	found, err := p.engine.FPDFText_GetCharOrigin(&requests.FPDFText_GetCharOrigin{TextPage: p.text, Index: i})
	if err != nil || size == 0 {
		return b
	}
	baseline := p.placed(found.X, found.Y, found.X, found.Y).top
	aligned := box{b.left, baseline - size*(1-belowBaseline), b.right, baseline + size*belowBaseline}
	if !aligned.isFinite() {
		return b
	}
	return aligned
}

const belowBaseline = 0.2 // of a letter's size

// size is how large a letter is shown.
func (p *pageReader) size(i int) float64 {
	set, err := p.engine.FPDFText_GetFontSize(&requests.FPDFText_GetFontSize{TextPage: p.text, Index: i})
	if err != nil {
		return 0
	}
	found, err := p.engine.FPDFText_GetMatrix(&requests.FPDFText_GetMatrix{TextPage: p.text, Index: i})
	if err != nil {
		return set.FontSize
	}
	return set.FontSize * math.Hypot(float64(found.Matrix.C), float64(found.Matrix.D))
}

// stands tells letters that are read from left to right from those on end, such as along the page's side.
func (p *pageReader) stands(i int) bool {
	found, err := p.engine.FPDFText_GetCharAngle(&requests.FPDFText_GetCharAngle{TextPage: p.text, Index: i})
	if err != nil {
		return true
	}
	angle, turned := float64(found.CharAngle), float64(p.turned)*math.Pi/2
	return math.Cos(angle+turned) > upright || math.Cos(angle-turned) > upright
}

const upright = 0.9 // the cosine of some 25 degrees

func (p *pageReader) isBold(i int) bool {
	found, err := p.engine.FPDFText_GetFontInfo(&requests.FPDFText_GetFontInfo{TextPage: p.text, Index: i})
	if err != nil {
		return false
	}
	name := strings.ToLower(found.FontName)
	return strings.Contains(name, "bold") || strings.Contains(name, "black") || strings.Contains(name, "heavy") || strings.Contains(name, "semibd") || strings.HasSuffix(name, "-bd")
}

// maxObjects is how many of a page's objects are looked at for ruled lines.
const maxObjects = 5_000

// readRules finds the lines and filled boxes that tables are drawn with. A page without them is read all the same.
func (p *pageReader) readRules() {
	count, err := p.engine.FPDFPage_CountObjects(&requests.FPDFPage_CountObjects{Page: p.page})
	if err != nil {
		return
	}
	for i := 0; i < min(count.Count, maxObjects); i++ {
		object, err := p.engine.FPDFPage_GetObject(&requests.FPDFPage_GetObject{Page: p.page, Index: i})
		if err != nil {
			return
		}
		kind, err := p.engine.FPDFPageObj_GetType(&requests.FPDFPageObj_GetType{PageObject: object.PageObject})
		if err != nil || kind.Type != enums.FPDF_PAGEOBJ_PATH {
			continue
		}
		b, err := p.engine.FPDFPageObj_GetBounds(&requests.FPDFPageObj_GetBounds{PageObject: object.PageObject})
		if err != nil {
			continue
		}
		if drawn := p.placed(float64(b.Left), float64(b.Bottom), float64(b.Right), float64(b.Top)); drawn.isFinite() {
			p.read.rules = append(p.read.rules, drawn)
		}
	}
}
