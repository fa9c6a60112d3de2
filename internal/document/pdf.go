package document

import (
	"bytes"
	"fmt"

	"github.com/johnfercher/go-tree/node"
	"github.com/johnfercher/maroto/v2"
	"github.com/johnfercher/maroto/v2/pkg/components/col"
	marotopage "github.com/johnfercher/maroto/v2/pkg/components/page"
	"github.com/johnfercher/maroto/v2/pkg/components/row"
	"github.com/johnfercher/maroto/v2/pkg/config"
	"github.com/johnfercher/maroto/v2/pkg/consts/fontstyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/linestyle"
	"github.com/johnfercher/maroto/v2/pkg/consts/orientation"
	"github.com/johnfercher/maroto/v2/pkg/core"
	"github.com/johnfercher/maroto/v2/pkg/core/entity"
	"github.com/johnfercher/maroto/v2/pkg/props"
	"github.com/phpdave11/gofpdf"
)

func init() {
	// Without it the fonts stand in the file in a map's order. The library offers the switch for all documents alone.
	gofpdf.SetDefaultCatalogSort(true)
}

// PDF sets the document on A4 pages, with its structure for those who listen to it. The same document always gives the same bytes.
// It may be called from several goroutines.
func PDF(d Document) ([]byte, error) {
	pages, root := layout(d)
	drawn, err := draw(pages)
	if err != nil {
		return nil, fmt.Errorf("draw document %q: %w", d.Title, err)
	}
	finished, err := finish(drawn, d, pages, root)
	if err != nil {
		return nil, fmt.Errorf("tag document %q: %w", d.Title, err)
	}
	return finished, nil
}

func draw(pages []page) ([]byte, error) {
	m := maroto.New(settings(pages))
	for i := range pages {
		m.AddPages(marotopage.New().Add(row.New(pageHeight - pageSlack).Add(col.New().Add(canvas{&pages[i]}))))
	}
	made, err := m.Generate()
	if err != nil {
		return nil, err
	}
	return made.GetBytes(), nil
}

// finish adds to the drawn file what maroto cannot say.
func finish(drawn []byte, d Document, pages []page, root *element) ([]byte, error) {
	file, err := readPDF(drawn)
	if err != nil {
		return nil, err
	}
	structure, err := tag(file, pages, root)
	if err != nil {
		return nil, err
	}
	if err := mapToUnicode(file); err != nil {
		return nil, err
	}
	nameFonts(file)
	describe(file, d, structure, outline(file, pages, root))
	return file.bytes(), nil
}

// pageSlack keeps maroto, which measures rows against the page, from finding a page too full by a rounding error.
const pageSlack = 1.0

func settings(pages []page) *entity.Config {
	return config.NewBuilder().
		WithDimensions(pageWidth, pageHeight).
		WithLeftMargin(0).WithTopMargin(0).WithRightMargin(0).WithBottomMargin(0).
		WithCustomFonts(usedFonts(pages)).
		WithDefaultFont(&props.Font{Family: sans.name(), Size: runningStyle.size}).
		WithCompression(false). // so that the content can be tagged; it is compressed then
		Build()
}

// usedFonts are the faces that the pages are drawn with: each costs time and bytes. The library writes into the files it is given,
// so each document has its own copy.
func usedFonts(pages []page) []*entity.CustomFont {
	used := map[face]bool{{family: sans}: true}
	for _, p := range pages {
		for _, f := range p.fragments {
			used[f.look.face] = true
		}
	}
	var fonts []*entity.CustomFont
	for _, f := range faces() {
		if used[f] {
			fonts = append(fonts, &entity.CustomFont{Family: f.family.name(), Style: f.style(), Bytes: bytes.Clone(files[f])})
		}
	}
	return fonts
}

func (f family) name() string { return [...]string{"LiberationSans", "LiberationSerif"}[f] }

func (f face) style() fontstyle.Type {
	switch {
	case f.bold && f.italic:
		return fontstyle.BoldItalic
	case f.bold:
		return fontstyle.Bold
	case f.italic:
		return fontstyle.Italic
	}
	return fontstyle.Normal
}

// faces are all of them in a fixed order.
func faces() []face {
	var all []face
	for _, f := range []family{sans, serif} {
		all = append(all, face{f, false, false}, face{f, true, false}, face{f, false, true}, face{f, true, true})
	}
	return all
}

// canvas is a page as maroto's component: the layout has decided where everything stands, maroto draws it.
type canvas struct{ page *page }

func (canvas) SetConfig(*entity.Config) {}

func (canvas) GetHeight(core.Provider, *entity.Cell) float64 { return pageHeight - pageSlack }

func (canvas) GetStructure() *node.Node[core.Structure] {
	return node.New(core.Structure{Type: "canvas"})
}

func (c canvas) Render(provider core.Provider, _ *entity.Cell) {
	for _, r := range c.page.rules {
		drawRule(provider, r)
	}
	for _, f := range c.page.fragments {
		drawWords(provider, f)
	}
}

func drawWords(provider core.Provider, f fragment) {
	text := &props.Text{Family: f.look.face.family.name(), Style: f.look.face.style(), Size: f.look.size, Color: f.look.ink.color()}
	text.MakeValid(&props.Font{})
	if f.look.link != "" {
		text.Hyperlink = &f.look.link
	}
	// The library sets the baseline one type size below the cell's top.
	top := f.baseline - f.look.size*millimetresPerPoint
	provider.AddText(f.words, &entity.Cell{X: f.x, Y: top, Width: 10 * pageWidth, Height: pageHeight}, text)
}

func drawRule(provider core.Provider, r rule) {
	line := &props.Line{Color: r.ink.color(), Style: linestyle.Solid, Thickness: r.thickness, SizePercent: 100, Orientation: orientation.Horizontal}
	if r.x1 == r.x2 {
		line.Orientation = orientation.Vertical
	}
	provider.AddLine(&entity.Cell{X: r.x1, Y: r.y1, Width: r.x2 - r.x1, Height: r.y2 - r.y1}, line)
}

func (i ink) color() *props.Color { return &props.Color{Red: i.red, Green: i.green, Blue: i.blue} }
