package document

import "testing"

func TestHTMLEscapesEveryWordAndLinksOnlyToWhereAReaderMayBeSent(t *testing.T) {
	blocks := []Block{
		Heading{1, "A & <b>"},
		Paragraph{Text{
			{Text: "<img>", Bold: true}, {Text: "x", Link: "javascript:alert(1)"},
			{Text: "y\nz", Link: `https://storan.example/?a="ö&b=1`, Italic: true}, {Text: "m", Link: "mailto:a@storan.example"},
		}},
		Quotation{Plain("Att nämnden")},
		List{Ordered: true, Start: 3, Items: []Item{{Paragraph{Plain("tre")}}, {Paragraph{Plain("fyra")}, List{Items: []Item{{Paragraph{Plain("inre")}}}}}}},
		Table{Caption: "Åtgärder", Columns: []Column{{Title: "Vad"}, {Title: "När"}}, Rows: [][]Text{{Plain("Utbildning")}, {Plain("a"), Plain("b"), Plain("c")}}},
	}
	want := `<h2>A &amp; &lt;b&gt;</h2>
<p><strong>&lt;img&gt;</strong>x<a href="https://storan.example/?a=%22%C3%B6&amp;b=1" rel="noopener"><em>y<br>z</em></a><a href="mailto:a@storan.example" rel="noopener">m</a></p>
<blockquote><p>Att nämnden</p></blockquote>
<ol start="3">
<li>tre</li>
<li>
<p>fyra</p>
<ul>
<li>inre</li>
</ul>
</li>
</ol>
<table>
<caption>Åtgärder</caption>
<thead><tr><th scope="col">Vad</th><th scope="col">När</th></tr></thead>
<tbody>
<tr><td>Utbildning</td><td></td></tr>
<tr><td>a</td><td>b<br>c</td></tr>
</tbody>
</table>
`
	if got := HTML(blocks); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestTheHeadSaysWhoseDocumentItIs(t *testing.T) {
	d := sample()
	want := `<header>
<p><strong>Storåns kommun</strong><br>Arbetsmarknadsnämnden<br>Arbetsmarknadsförvaltningen</p><p><strong>Yttrande</strong> <em>Förslag</em><br>Datum 2024-02-01<br>Diarienummer AMN 2024/0031<br>Handläggare Karin Österlund<br>Mottagare Storåns kommuns revisorer</p></header>
<h2>Yttrande över granskningen av stödet till långtidsarbetslösa</h2>`
	if got := HTMLHead(d); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

func TestNothingPastedBreaksAFormat(t *testing.T) {
	d := hostile()
	if HTML(d.Blocks) == "" || PlainText(d) == "" {
		t.Error("a format gives nothing")
	}
}
