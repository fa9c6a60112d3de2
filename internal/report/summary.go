package report

import (
	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/followup"
)

// summaryPaper tells the executive committee and the council how the recommendations to all committees stand. Its figures
// are the overview's, and what it lists is what the figures count.
func summaryPaper(s sender, overview contract.FollowupOverview, all []followup.Status) document.Document {
	composed := s.document("Uppföljning av revisionens rekommendationer till nämnderna", "Sammanställning")
	composed.Blocks = append(composed.Blocks,
		document.Paragraph{Text: document.Plain(totalInWords(overview.Total))},
		document.Heading{Level: 1, Text: "Nämnderna"},
		figuresTable(s, overview),
	)
	composed.Blocks = append(composed.Blocks, listed(s, "Åtgärder som är försenade", all, func(c contract.AssignmentSummary) bool { return c.Overdue })...)
	composed.Blocks = append(composed.Blocks, listed(s, "Där nämndens och revisorernas uppfattning går isär", all, func(c contract.AssignmentSummary) bool {
		return c.Difference == contract.DifferenceDiffers
	})...)
	return composed
}

func totalInWords(total contract.FollowupFigures) string {
	if total.Given == 0 {
		return "Revisionen har inte lämnat några rekommendationer som följs upp här."
	}
	return "Revisionen har lämnat " + counted(total.Given, "en rekommendation", "rekommendationer") + " till nämnderna, räknat för varje nämnd. " +
		"Nämnderna uppger att " + counted(total.Done, "en är genomförd", "är genomförda") + "; revisorerna har bedömt att " +
		counted(total.Confirmed, "en är åtgärdad", "är åtgärdade") + ". " +
		upperFirst(counted(total.Overdue, "en är försenad", "är försenade")) + ", och i " + counted(total.Differing, "ett fall", "fall") +
		" går nämndens och revisorernas uppfattning isär. " + upperFirst(counted(total.Unexamined, "en har", "har")) +
		" genomförts enligt nämnden utan att revisorerna har prövat det."
}

func figuresTable(s sender, overview contract.FollowupOverview) document.Table {
	table := document.Table{Columns: []document.Column{
		{Title: "Nämnd", Width: 5}, {Title: "Lämnade", Width: 3}, {Title: "Besvarade", Width: 3}, {Title: "Genomförda", Width: 4},
		{Title: "Åtgärdade", Width: 3}, {Title: "Försenade", Width: 3}, {Title: "Går isär", Width: 2},
	}}
	for _, row := range overview.Committees {
		table.Rows = append(table.Rows, figuresRow(s.committees[row.CommitteeID], row.Figures))
	}
	table.Rows = append(table.Rows, figuresRow("Samtliga", overview.Total))
	return table
}

func figuresRow(name string, f contract.FollowupFigures) []document.Text {
	row := []document.Text{document.Plain(name)}
	for _, figure := range []int{f.Given, f.Answered, f.Done, f.Confirmed, f.Overdue, f.Differing} {
		row = append(row, document.Plain(thousands(figure)))
	}
	return row
}

func listed(s sender, heading string, all []followup.Status, which func(contract.AssignmentSummary) bool) []document.Block {
	table := document.Table{Columns: []document.Column{
		{Title: "Nämnd", Width: 3}, {Title: "Granskning", Width: 3}, {Title: "Rekommendation", Width: 5}, {Title: "Status", Width: 2}, {Title: "Revisionens bedömning", Width: 2},
	}}
	for _, status := range all {
		if c := status.Summary; which(c) {
			table.Rows = append(table.Rows, matrixRow(s, c, verdicts[c.Verdict]))
		}
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []document.Block{document.Heading{Level: 1, Text: heading}, table}
}

func matrixRow(s sender, c contract.AssignmentSummary, verdict string) []document.Text {
	return []document.Text{
		document.Plain(s.committees[c.HolderID]), document.Plain(auditTitle(c)), document.Plain(c.Number + ". " + c.Text),
		document.Plain(progressOf(c.Progress)), document.Plain(verdict),
	}
}

// names are the committees' by id.
func names(committees []contract.Committee) map[uuid.UUID]string {
	byID := make(map[uuid.UUID]string, len(committees))
	for _, committee := range committees {
		byID[committee.ID] = committee.Content.Name
	}
	return byID
}
