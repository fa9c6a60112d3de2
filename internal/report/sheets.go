package report

import (
	"strconv"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/spreadsheet"
)

// assignmentsSheet is the list of assignments as it was filtered and sorted, a row each.
func assignmentsSheet(s sender, assignments []contract.AssignmentSummary) spreadsheet.Sheet {
	sheet := spreadsheet.Sheet{Name: "Rekommendationer", Created: s.at, Columns: []spreadsheet.Column{
		{Title: "Granskning", Width: 40}, {Title: "Granskningens datum", Kind: spreadsheet.Date, Width: 14}, {Title: "Biträde", Width: 24},
		{Title: "Nämnd", Width: 28}, {Title: "Nr", Width: 6}, {Title: "Rekommendation", Width: 70}, {Title: "Ställningstagande", Width: 18},
		{Title: "Status", Width: 18}, {Title: "Revisionens bedömning", Width: 18}, {Title: "Skillnad", Width: 12},
		{Title: "Åtgärder", Kind: spreadsheet.Integer, Width: 10}, {Title: "Genomförda åtgärder", Kind: spreadsheet.Integer, Width: 12},
		{Title: "Klart senast", Kind: spreadsheet.Date, Width: 14}, {Title: "Försenad", Width: 10}, {Title: "Sekretess", Width: 20},
	}}
	for _, a := range assignments {
		sheet.Rows = append(sheet.Rows, []string{
			a.AuditTitle, day(a.ReportDate), a.Firm, s.committees[a.HolderID], a.Number, a.Text, stanceIn(a), progressOf(a.Progress),
			verdicts[a.Verdict], differences[a.Difference], strconv.Itoa(a.Measures), strconv.Itoa(a.MeasuresDone), day(a.LastDay), yes(a.Overdue), words(a.ConfidentialGround),
		})
	}
	return sheet
}

// matrixSheet is a round's status matrix, a row for each recommendation and committee.
func matrixSheet(s sender, round contract.Round) spreadsheet.Sheet {
	sheet := spreadsheet.Sheet{Name: "Statusmatris", Created: s.at, Columns: []spreadsheet.Column{
		{Title: "Nämnd", Width: 28}, {Title: "Granskning", Width: 40}, {Title: "Nr", Width: 6}, {Title: "Rekommendation", Width: 60},
		{Title: "Status", Width: 18}, {Title: "Statuskommentar", Width: 40}, {Title: "Statusdatum", Kind: spreadsheet.Date, Width: 14},
		{Title: "Revisionens bedömning", Width: 18}, {Title: "Bedömningskommentar", Width: 40}, {Title: "Bedömningsdatum", Kind: spreadsheet.Date, Width: 14},
	}}
	for _, item := range round.Items {
		row := []string{s.committees[item.Assignment.HolderID], item.Assignment.AuditTitle, item.Assignment.Number, item.Assignment.Text, "", "", "", "", "", ""}
		if item.Report != nil {
			row[4], row[5], row[6] = progresses[item.Report.Progress], item.Report.Comment, item.Report.On.String()
		}
		if item.Verdict != nil {
			row[7], row[8], row[9] = verdicts[item.Verdict.Verdict], item.Verdict.Comment, item.Verdict.On.String()
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	return sheet
}

func day(date *calendar.Date) string {
	if date == nil {
		return ""
	}
	return date.String()
}

func yes(is bool) string {
	if is {
		return "ja"
	}
	return ""
}

func words(text *string) string {
	if text == nil {
		return ""
	}
	return *text
}
