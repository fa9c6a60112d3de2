package document

import (
	"fmt"
	"regexp"
	"time"

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

// PDF sets the document on A4 pages. The same document always gives the same bytes. It may be called from several goroutines.
func PDF(d Document) ([]byte, error) {
	pages, _ := layout(d)
	m := maroto.New(settings(d, pages))
	for i := range pages {
		m.AddPages(marotopage.New().Add(row.New(pageHeight - pageSlack).Add(col.New().Add(canvas{&pages[i]}))))
	}
	made, err := m.Generate()
	if err != nil {
		return nil, fmt.Errorf("set document %q: %w", d.Title, err)
	}
	return withModificationDate(made.GetBytes(), d.Created), nil
}

// pageSlack keeps maroto, which measures rows against the page, from finding a page too full by a rounding error.
const pageSlack = 1.0

func settings(d Document, pages []page) *entity.Config {
	return config.NewBuilder().
		WithDimensions(pageWidth, pageHeight).
		WithLeftMargin(0).WithTopMargin(0).WithRightMargin(0).WithBottomMargin(0).
		WithCustomFonts(usedFonts(pages)).
		WithDefaultFont(&props.Font{Family: sans.name(), Size: runningStyle.size}).
		WithCompression(true).
		WithTitle(d.Title, true).WithAuthor(d.Author, true).WithSubject(d.Subject, true).WithCreator("Uppsikt", true).
		WithCreationDate(d.Created.UTC()).
		Build()
}

// usedFonts are the faces that the pages are drawn with: each costs time and bytes.
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
			fonts = append(fonts, &entity.CustomFont{Family: f.family.name(), Style: f.style(), Bytes: files[f]})
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

var modificationDate = regexp.MustCompile(`/ModDate \(D:\d{14}\)`)

// withModificationDate says that the file has not changed since it was created; maroto would write the present time.
func withModificationDate(pdf []byte, created time.Time) []byte {
	return modificationDate.ReplaceAll(pdf, []byte(created.UTC().Format("/ModDate (D:20060102150405)")))
}
