package report

import (
	"slices"
	"strconv"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/spreadsheet"
)

// assignmentColumn is a column of the list of assignments, with what stands in it of one.
type assignmentColumn struct {
	id   contract.AssignmentColumn
	head spreadsheet.Column
	cell func(sender, contract.AssignmentSummary) string
}

var assignmentColumns = []assignmentColumn{
	{contract.AssignmentColumnAudit, spreadsheet.Column{Title: "Granskning", Width: 40},
		func(_ sender, a contract.AssignmentSummary) string { return a.AuditTitle }},
	{contract.AssignmentColumnReportDate, spreadsheet.Column{Title: "Granskningens datum", Kind: spreadsheet.Date, Width: 14},
		func(_ sender, a contract.AssignmentSummary) string { return day(a.ReportDate) }},
	{contract.AssignmentColumnFirm, spreadsheet.Column{Title: "Biträde", Width: 24},
		func(_ sender, a contract.AssignmentSummary) string { return a.Firm }},
	{contract.AssignmentColumnCommittee, spreadsheet.Column{Title: "Nämnd", Width: 28},
		func(s sender, a contract.AssignmentSummary) string { return s.committees[a.HolderID] }},
	{contract.AssignmentColumnNumber, spreadsheet.Column{Title: "Nr", Width: 6},
		func(_ sender, a contract.AssignmentSummary) string { return a.Number }},
	{contract.AssignmentColumnRecommendation, spreadsheet.Column{Title: "Rekommendation", Width: 70},
		func(_ sender, a contract.AssignmentSummary) string { return a.Text }},
	{contract.AssignmentColumnStance, spreadsheet.Column{Title: "Ställningstagande", Width: 18},
		func(_ sender, a contract.AssignmentSummary) string { return stanceIn(a) }},
	{contract.AssignmentColumnProgress, spreadsheet.Column{Title: "Status", Width: 18},
		func(_ sender, a contract.AssignmentSummary) string { return progressOf(a.Progress) }},
	{contract.AssignmentColumnVerdict, spreadsheet.Column{Title: "Revisionens bedömning", Width: 18},
		func(_ sender, a contract.AssignmentSummary) string { return verdicts[a.Verdict] }},
	{contract.AssignmentColumnDifference, spreadsheet.Column{Title: "Skillnad", Width: 12},
		func(_ sender, a contract.AssignmentSummary) string { return differences[a.Difference] }},
	{contract.AssignmentColumnMeasures, spreadsheet.Column{Title: "Åtgärder", Kind: spreadsheet.Integer, Width: 10},
		func(_ sender, a contract.AssignmentSummary) string { return strconv.Itoa(a.Measures) }},
	{contract.AssignmentColumnMeasuresDone, spreadsheet.Column{Title: "Genomförda åtgärder", Kind: spreadsheet.Integer, Width: 12},
		func(_ sender, a contract.AssignmentSummary) string { return strconv.Itoa(a.MeasuresDone) }},
	{contract.AssignmentColumnLastDay, spreadsheet.Column{Title: "Klart senast", Kind: spreadsheet.Date, Width: 14},
		func(_ sender, a contract.AssignmentSummary) string { return day(a.LastDay) }},
	{contract.AssignmentColumnOverdue, spreadsheet.Column{Title: "Försenad", Width: 10},
		func(_ sender, a contract.AssignmentSummary) string { return yes(a.Overdue) }},
	{contract.AssignmentColumnConfidentiality, spreadsheet.Column{Title: "Sekretess", Width: 20},
		func(_ sender, a contract.AssignmentSummary) string { return words(a.ConfidentialGround) }},
}

// assignmentsSheet is the list of assignments as it was filtered and sorted, a row each, with the chosen columns in their
// order; all where none is chosen.
func assignmentsSheet(s sender, assignments []contract.AssignmentSummary, chosen []contract.AssignmentColumn) spreadsheet.Sheet {
	columns := columnsOf(chosen)
	sheet := spreadsheet.Sheet{Name: "Rekommendationer", Created: s.at}
	for _, column := range columns {
		sheet.Columns = append(sheet.Columns, column.head)
	}
	for _, a := range assignments {
		row := make([]string, len(columns))
		for i, column := range columns {
			row[i] = column.cell(s, a)
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	return sheet
}

func columnsOf(chosen []contract.AssignmentColumn) []assignmentColumn {
	if len(chosen) == 0 {
		return assignmentColumns
	}
	columns := []assignmentColumn{}
	for _, id := range chosen {
		i := slices.IndexFunc(assignmentColumns, func(column assignmentColumn) bool { return column.id == id })
		columns = append(columns, assignmentColumns[i]) // the door knows the contract's
	}
	return columns
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
