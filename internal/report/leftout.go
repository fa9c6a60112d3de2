package report

import (
	"strings"

	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/spreadsheet"
)

// secrecy is the act by which something is left out, where no one ground speaks for all of it.
const secrecy = "Sekretess enligt offentlighets- och sekretesslagen (OSL)."

// leftOut is how many things a paper leaves out because they are confidential to the reader.
type leftOut struct {
	Assignments int
	Answers     int // assignments whose answer, or a measure, is confidential
}

func (l leftOut) inWords() string {
	var left []string
	if l.Assignments > 0 {
		left = append(left, counted(l.Assignments, "en rekommendation", "rekommendationer"))
	}
	if l.Answers > 0 {
		left = append(left, "svar eller åtgärder för "+counted(l.Answers, "en rekommendation", "rekommendationer"))
	}
	if len(left) == 0 {
		return ""
	}
	return "Uppgifter är utelämnade: " + strings.Join(left, " samt ") + ". " + secrecy
}

func (l leftOut) saidIn(paper document.Document) document.Document {
	if words := l.inWords(); words != "" {
		paper.Mark = "Maskerad handling"
		paper.Blocks = append(paper.Blocks, document.Note{Text: document.Plain(words)})
	}
	return paper
}

// saidInSheet says it in a row of its own, last.
func (l leftOut) saidInSheet(sheet spreadsheet.Sheet) spreadsheet.Sheet {
	if words := l.inWords(); words != "" {
		last := make([]string, len(sheet.Columns))
		last[0] = words
		sheet.Rows = append(sheet.Rows, last)
	}
	return sheet
}

func hiddenAnswers(assignments []contract.AssignmentSummary) int {
	hidden := 0
	for _, assignment := range assignments {
		if assignment.AnswerHidden {
			hidden++
		}
	}
	return hidden
}
