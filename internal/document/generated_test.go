package document

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"time"
)

// generated is a document of the size and shape that the seed decides, as an authority could have written it.
func generated(seed uint64) Document {
	g := generator{rand.New(rand.NewPCG(seed, 1))}
	d := Document{
		Title:   g.sentence(3, 18),
		Created: time.Date(2024, 3, 1, 8, 0, 0, 0, time.UTC),
		Letterhead: Letterhead{
			Organization: "Storåns kommun", Unit: []string{g.sentence(1, 4), g.sentence(1, 9)}, Kind: "Yttrande",
			Fields: []Field{{Label: "Datum", Value: "2024-03-01"}, {Label: "Handläggare", Value: g.sentence(2, 12)}, {Label: "Paragraf"}},
		},
	}
	if g.IntN(2) == 0 {
		d.Mark = "Förslag"
	}
	for range 3 + g.IntN(40) {
		d.Blocks = append(d.Blocks, g.block()...)
	}
	if g.IntN(3) > 0 {
		d.Blocks = append(d.Blocks, g.signatures())
	}
	return d
}

type generator struct{ *rand.Rand }

func (g generator) block() []Block {
	switch g.IntN(10) {
	case 0:
		return []Block{Heading{1, g.sentence(1, 14)}}
	case 1:
		return []Block{Heading{2, g.sentence(1, 14)}, Heading{3, g.sentence(1, 9)}}
	case 2:
		return []Block{Heading{2, g.sentence(1, 5)}, Quotation{Plain(g.sentence(8, 60))}}
	case 3:
		return []Block{g.list(1)}
	case 4:
		return []Block{Paragraph{Plain(g.sentence(3, 9) + ":")}, g.list(0)}
	case 5:
		return []Block{g.table()}
	case 6:
		return []Block{Note{g.text(3, 30)}}
	default:
		return []Block{Paragraph{g.text(1, 160)}}
	}
}

func (g generator) list(deeper int) List {
	l := List{Ordered: g.IntN(2) == 0, Start: g.IntN(12)}
	for range 1 + g.IntN(9) {
		item := Item{Paragraph{g.text(1, 40)}}
		if g.IntN(4) == 0 {
			item = append(item, Paragraph{g.text(1, 40)})
		}
		if deeper > 0 && g.IntN(4) == 0 {
			item = append(item, g.list(deeper-1))
		}
		l.Items = append(l.Items, item)
	}
	return l
}

func (g generator) table() Table {
	t := Table{}
	if g.IntN(2) == 0 {
		t.Caption = g.sentence(2, 12)
	}
	for range 1 + g.IntN(5) {
		t.Columns = append(t.Columns, Column{g.sentence(1, 3), float64(g.IntN(5))})
	}
	longest := []int{6, 6, 30, 30, 30, 30, 120, 700}[g.IntN(8)]
	for range g.IntN(18) {
		row := make([]Text, 1+g.IntN(len(t.Columns)))
		for i := range row {
			row[i] = g.text(0, 1+longest/len(row))
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

func (g generator) signatures() Signatures {
	var s Signatures
	for range 1 + g.IntN(5) {
		s = append(s, Signatory{g.sentence(2, 3), g.sentence(1, 8)})
	}
	return s
}

func (g generator) text(least, most int) Text {
	t := Plain(g.sentence(least, most))
	for range g.IntN(4) {
		t = append(t, Run{Text: " " + g.sentence(least, 12), Bold: g.IntN(2) == 0, Italic: g.IntN(2) == 0})
	}
	if g.IntN(6) == 0 {
		t = append(t, Run{Text: g.sentence(1, 6), Link: "https://storan.example/handlingar"})
	}
	return t
}

var stems = strings.Fields("nämnd revision granskning risk kontroll åtgärd beslut uppföljning verksamhet förvaltning kommun ärende handling rutin ansvar mål plan å i och för att som är inte av den på med över från också säker\u00adställ\u00adande överenskommelse")

func (g generator) sentence(least, most int) string {
	var words []string
	for range least + g.IntN(most-least+1) {
		word := stems[g.IntN(len(stems))]
		for g.IntN(4) == 0 {
			word += "s" + stems[g.IntN(len(stems))]
		}
		if g.IntN(12) == 0 {
			word = fmt.Sprintf("%d %s", g.IntN(30000), word)
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}
