package publicpage

import (
	"encoding/csv"
	"io"
	"strings"

	"uppsikt/internal/calendar"
)

// writeCSV writes a row for each recommendation and committee, as Swedish spreadsheets read it: a byte-order mark, semicolons.
func writeCSV(w io.Writer, audit Audit) error {
	if _, err := io.WriteString(w, "\uFEFF"); err != nil {
		return err
	}
	rows := csv.NewWriter(w)
	rows.Comma, rows.UseCRLF = ';', true
	written := [][]string{{"Granskning", "Datum", "Nummer", "Rekommendation", "Nämnd", "Ställningstagande", "Beslutat", "Paragraf", "Svar", "Framdrift", "Framdrift datum", "Revisorernas bedömning", "Bedömning datum"}}
	for _, recommendation := range audit.Recommendations {
		for _, a := range recommendation.Assignments {
			written = append(written, []string{
				audit.Title, day(audit.ReportDate), recommendation.Number, recommendation.Text, a.Committee, a.StanceWords(), day(a.DecidedOn), a.Paragraph,
				a.Answer, a.ProgressWords(), day(a.ProgressOn), a.VerdictWords(), day(a.VerdictOn),
			})
		}
	}
	for _, row := range written {
		for i, cell := range row {
			row[i] = withoutFormula(cell)
		}
	}
	return rows.WriteAll(written)
}

// withoutFormula keeps a spreadsheet from reckoning with somebody's words.
func withoutFormula(cell string) string {
	if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
		return "'" + cell
	}
	return cell
}

func day(date *calendar.Date) string {
	if date == nil {
		return ""
	}
	return date.String()
}
