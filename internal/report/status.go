package report

import (
	"strings"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
	"uppsikt/internal/followup"
)

// sender is whose paper it is.
type sender struct {
	organization contract.OrganizationContent
	committees   map[uuid.UUID]string
	today        calendar.Date
	at           time.Time
}

func (s sender) document(title, kind string, unit ...string) document.Document {
	return document.Document{
		Title: title, Author: s.organization.Name, Created: s.at,
		Letterhead: document.Letterhead{
			Organization: s.organization.Name, Unit: unit, Kind: kind,
			Fields: []document.Field{{Label: "Uppgifterna avser", Value: s.today.String(), Running: true}},
		},
	}
}

// committeePaper tells a committee how its open recommendations stand, for it to note twice a year. Its figures are
// counted from the very rows that it shows.
func committeePaper(s sender, committee uuid.UUID, all []followup.Status) document.Document {
	composed := s.document("Uppföljning av revisionens rekommendationer", "Redovisning", s.committees[committee])
	open := onlyOpen(all)
	composed.Blocks = append(composed.Blocks, document.Paragraph{Text: document.Plain(openInWords(open, len(all)))})
	if len(open) == 0 {
		return composed
	}
	for _, audit := range byAudit(open) {
		composed.Blocks = append(composed.Blocks, document.Heading{Level: 1, Text: auditTitle(audit[0].Summary)})
		for _, status := range audit {
			composed.Blocks = append(composed.Blocks, assignmentBlocks(status)...)
		}
	}
	return composed
}

func onlyOpen(all []followup.Status) []followup.Status {
	var open []followup.Status
	for _, status := range all {
		if followup.IsOpen(status.Summary) {
			open = append(open, status)
		}
	}
	return open
}

func openInWords(open []followup.Status, all int) string {
	if len(open) == 0 {
		return "Nämnden har inga rekommendationer från revisionen som väntar på åtgärd. " + upperFirst(counted(all, "en rekommendation är avslutad", "rekommendationer är avslutade")) + "."
	}
	late, differing := 0, 0
	for _, status := range open {
		if status.Summary.Overdue {
			late++
		}
		if status.Summary.Difference == contract.DifferenceDiffers {
			differing++
		}
	}
	words := "Nämnden har " + counted(len(open), "en rekommendation", "rekommendationer") + " från revisionen som inte är avslutade."
	if len(open) == 1 {
		words = "Nämnden har en rekommendation från revisionen som inte är avslutad."
	}
	if late > 0 {
		words += " För " + counted(late, "en av dem", "av dem") + " har den dag passerat då åtgärderna skulle vara klara."
	}
	if differing > 0 {
		words += " I " + counted(differing, "ett fall", "fall") + " bedömer revisorerna att åtgärderna inte är tillräckliga."
	}
	return words
}

func byAudit(statuses []followup.Status) [][]followup.Status {
	var audits [][]followup.Status
	for i, status := range statuses {
		if i == 0 || status.Summary.AuditID != statuses[i-1].Summary.AuditID {
			audits = append(audits, nil)
		}
		last := len(audits) - 1
		audits[last] = append(audits[last], status)
	}
	return audits
}

func auditTitle(summary contract.AssignmentSummary) string {
	if summary.ReportDate == nil {
		return summary.AuditTitle
	}
	return summary.AuditTitle + ", " + summary.ReportDate.String()
}

func assignmentBlocks(status followup.Status) []document.Block {
	blocks := []document.Block{
		document.Heading{Level: 2, Text: "Rekommendation " + status.Summary.Number},
		document.Quotation{Text: document.Plain(status.Summary.Text)},
		document.Paragraph{Text: document.Text{
			{Text: "Ställningstagande: ", Bold: true}, {Text: stanceIn(status.Summary) + ". "},
			{Text: "Status: ", Bold: true}, {Text: progressOf(status.Summary.Progress) + ". "},
			{Text: "Revisionens bedömning: ", Bold: true}, {Text: verdictInWords(status.Summary) + "."},
		}},
	}
	if status.Latest != nil && strings.TrimSpace(status.Latest.Comment) != "" {
		blocks = append(blocks, document.Paragraph{Text: document.Plain(status.Latest.On.String() + ": " + status.Latest.Comment)})
	}
	if len(status.Measures) > 0 {
		blocks = append(blocks, measureTable(status.Measures))
	}
	return blocks
}

func verdictInWords(summary contract.AssignmentSummary) string {
	words := verdicts[summary.Verdict]
	if difference, differs := differences[summary.Difference]; differs {
		words += " (" + strings.ToLower(difference) + ")"
	}
	return words
}

func measureTable(measures []contract.FollowedMeasure) document.Table {
	table := document.Table{Columns: []document.Column{
		{Title: "Åtgärd", Width: 5}, {Title: "Ansvarig funktion", Width: 3}, {Title: "Klart", Width: 2}, {Title: "Status", Width: 2},
	}}
	for _, followed := range measures {
		if followed.Hidden {
			table.Rows = append(table.Rows, []document.Text{document.Plain(confidentiality.Sentence(words(followed.ConfidentialGround))), nil, nil, nil})
			continue
		}
		table.Rows = append(table.Rows, []document.Text{
			document.Plain(followed.Content.What), document.Plain(followed.Content.Function), document.Plain(readyInWords(followed)),
			document.Plain(progresses[followed.Progress]),
		})
	}
	return table
}

// readyInWords keeps the date as decided beside the new one.
func readyInWords(followed contract.FollowedMeasure) string {
	switch decided := followed.Content.Ready; {
	case followed.Ready == nil:
		return "–"
	case decided != nil && decided.Words != followed.Ready.Words:
		return followed.Ready.Words + " (beslutat: " + decided.Words + ")"
	}
	late := ""
	if followed.Overdue {
		late = ", försenad"
	}
	return followed.Ready.Words + late
}

func upperFirst(words string) string {
	for i, first := range words {
		return strings.ToUpper(string(first)) + words[i+len(string(first)):]
	}
	return words
}
