package report

import (
	"context"
	"fmt"
	"strconv"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/spreadsheet"
)

// ControlSummary tells the executive committee how the committees' internal control stands in a year, to read and to reckon with.
func (s *Service) ControlSummary(ctx context.Context, actor authz.Actor, year int) (document.Document, spreadsheet.Sheet, error) {
	summary, err := s.ControlPlan.Summary(ctx, actor, year)
	if err != nil {
		return document.Document{}, spreadsheet.Sheet{}, err
	}
	from, err := s.sender(ctx, actor)
	return controlPaper(from, summary), controlSheet(from, summary), err
}

var (
	planStates = map[contract.PlanState]string{
		contract.PlanStateDraft: "Utkast", contract.PlanStateAdopted: "Antagen", contract.PlanStateReported: "Avrapporterad",
	}
	judgements = map[contract.Judgement]string{
		contract.JudgementSufficient: "Tillräcklig", contract.JudgementSufficientWithImprovements: "Tillräcklig med förbättringsområden",
		contract.JudgementInsufficient: "Inte tillräcklig",
	}
)

// controlPaper lists each committee; the last row of its figures is the sum of the others.
func controlPaper(s sender, summary contract.ControlSummary) document.Document {
	composed := s.document(fmt.Sprintf("Nämndernas interna kontroll %d", summary.Year), "Sammanställning")
	judged := document.Table{Columns: []document.Column{
		{Title: "Nämnd", Width: 5}, {Title: "Plan", Width: 3}, {Title: "Antagen", Width: 2}, {Title: "Kontroller", Width: 2}, {Title: "Nämndens bedömning", Width: 4},
	}}
	figures := document.Table{Columns: []document.Column{
		{Title: "Nämnd", Width: 43}, {Title: "Antal", Width: 11}, {Title: "Utan avvikelse", Width: 17}, {Title: "Mindre avvikelse", Width: 17}, {Title: "Väsentlig avvikelse", Width: 17},
		{Title: "Ej utförda", Width: 14}, {Title: "Uteblivna", Width: 17}, {Title: "Återstår", Width: 15},
	}}
	deviations := document.Table{Columns: []document.Column{{Title: "Nämnd", Width: 6}, {Title: "Kontrollavvikelser", Width: 3}, {Title: "Ännu öppna", Width: 3}}}
	for _, committee := range summary.Committees {
		name := s.committees[committee.CommitteeID]
		judged.Rows = append(judged.Rows, plainRow(name, stateInWords(committee), day(committee.AdoptedOn), controlsInWords(committee), judgementInWords(committee)))
		if committee.Checks > 0 {
			figures.Rows = append(figures.Rows, plainRow(append([]string{name}, checkFigures(committee)...)...))
		}
		if committee.Deviations > 0 {
			deviations.Rows = append(deviations.Rows, plainRow(name, thousands(committee.Deviations), thousands(committee.OpenDeviations)))
		}
	}
	total := totalOf(summary)
	composed.Blocks = append(composed.Blocks, document.Paragraph{Text: document.Plain(controlInWords(summary, total))},
		document.Heading{Level: 1, Text: "Planer och nämndernas bedömning"}, judged)
	if len(figures.Rows) > 0 {
		figures.Rows = append(figures.Rows, plainRow(append([]string{"Samtliga"}, checkFigures(total)...)...))
		composed.Blocks = append(composed.Blocks, document.Heading{Level: 1, Text: "Kontrollerna i siffror"}, figures)
	}
	if len(deviations.Rows) > 0 {
		deviations.Rows = append(deviations.Rows, plainRow("Samtliga", thousands(total.Deviations), thousands(total.OpenDeviations)))
		composed.Blocks = append(composed.Blocks, document.Heading{Level: 1, Text: "Kontrollavvikelser"}, deviations)
	}
	return composed
}

func plainRow(cells ...string) []document.Text {
	row := make([]document.Text, len(cells))
	for i, cell := range cells {
		row[i] = document.Plain(cell)
	}
	return row
}

func stateInWords(committee contract.CommitteeControl) string {
	if committee.State == nil {
		return "Ingen plan"
	}
	return planStates[*committee.State]
}

// controlsInWords: how many a draft has is the committee's own matter.
func controlsInWords(committee contract.CommitteeControl) string {
	if committee.State == nil || *committee.State == contract.PlanStateDraft {
		return "–"
	}
	return thousands(committee.Controls)
}

func judgementInWords(committee contract.CommitteeControl) string {
	if committee.Judgement == nil {
		return "–"
	}
	return judgements[*committee.Judgement]
}

func checkFigures(f contract.CommitteeControl) []string {
	var figures []string
	for _, figure := range []int{f.Checks, f.NoDeviation, f.MinorDeviation, f.MajorDeviation, f.NotPerformed, f.Missed, f.Ahead} {
		figures = append(figures, thousands(figure))
	}
	return figures
}

func totalOf(summary contract.ControlSummary) (total contract.CommitteeControl) {
	for _, c := range summary.Committees {
		total.Checks += c.Checks
		total.NoDeviation += c.NoDeviation
		total.MinorDeviation += c.MinorDeviation
		total.MajorDeviation += c.MajorDeviation
		total.NotPerformed += c.NotPerformed
		total.Missed += c.Missed
		total.Ahead += c.Ahead
		total.Deviations += c.Deviations
		total.OpenDeviations += c.OpenDeviations
	}
	return total
}

func controlInWords(summary contract.ControlSummary, total contract.CommitteeControl) string {
	adopted, judged := 0, 0
	for _, c := range summary.Committees {
		if c.AdoptedOn != nil {
			adopted++
		}
		if c.Judgement != nil {
			judged++
		}
	}
	return fmt.Sprintf("Av %s har %s antagit en internkontrollplan för %d, och %s har bedömt sin interna kontroll. ",
		counted(len(summary.Committees), "en nämnd", "nämnder"), noneOr(adopted), summary.Year, noneOr(judged)) +
		fmt.Sprintf("%s räknas till året. %s har inte utförts, och %s.",
			upperFirst(counted(total.Checks, "ett kontrolltillfälle", "kontrolltillfällen")), upperFirst(noneOr(total.NotPerformed+total.Missed)),
			counted(total.OpenDeviations, "en kontrollavvikelse är öppen", "kontrollavvikelser är öppna"))
}

func noneOr(n int) string {
	if n == 0 {
		return "ingen"
	}
	return number(n)
}

func controlSheet(s sender, summary contract.ControlSummary) spreadsheet.Sheet {
	sheet := spreadsheet.Sheet{Name: fmt.Sprintf("Intern kontroll %d", summary.Year), Created: s.at, Columns: []spreadsheet.Column{
		{Title: "Nämnd", Width: 28}, {Title: "Plan", Width: 16}, {Title: "Antagen", Kind: spreadsheet.Date, Width: 12}, {Title: "Nämndens bedömning", Width: 34},
	}}
	for _, title := range []string{"Kontroller", "Tillfällen", "Utan avvikelse", "Mindre avvikelse", "Väsentlig avvikelse", "Ej utförda", "Uteblivna", "Återstår", "Kontrollavvikelser", "Öppna kontrollavvikelser"} {
		sheet.Columns = append(sheet.Columns, spreadsheet.Column{Title: title, Kind: spreadsheet.Integer, Width: 14})
	}
	for _, c := range summary.Committees {
		judgement := ""
		if c.Judgement != nil {
			judgement = judgements[*c.Judgement]
		}
		row := []string{s.committees[c.CommitteeID], stateInWords(c), day(c.AdoptedOn), judgement}
		for _, figure := range []int{c.Controls, c.Checks, c.NoDeviation, c.MinorDeviation, c.MajorDeviation, c.NotPerformed, c.Missed, c.Ahead, c.Deviations, c.OpenDeviations} {
			row = append(row, strconv.Itoa(figure))
		}
		sheet.Rows = append(sheet.Rows, row)
	}
	return sheet
}
