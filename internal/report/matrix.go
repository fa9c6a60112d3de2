package report

import (
	"strings"

	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

// matrixPaper is the status matrix of a round: for each recommendation what the committee has answered and what the
// auditors say.
func matrixPaper(s sender, round contract.Round) document.Document {
	composed := s.document(round.Content.Title, "Statusmatris", s.organization.AuditorsName)
	composed.Letterhead.Fields = append(composed.Letterhead.Fields, document.Field{Label: "Svar begärt senast", Value: round.Content.Due.String()})
	if question := strings.TrimSpace(round.Content.Question); question != "" {
		composed.Blocks = append(composed.Blocks, document.Quotation{Text: document.Plain(question)})
	}
	composed.Blocks = append(composed.Blocks, document.Paragraph{Text: document.Plain(answeredInWords(round))})
	var table *document.Table
	for i, item := range round.Items {
		if i == 0 || item.Assignment.HolderID != round.Items[i-1].Assignment.HolderID {
			if table != nil {
				composed.Blocks = append(composed.Blocks, *table)
			}
			composed.Blocks = append(composed.Blocks, document.Heading{Level: 1, Text: s.committees[item.Assignment.HolderID]})
			table = &document.Table{Columns: []document.Column{
				{Title: "Granskning", Width: 3}, {Title: "Rekommendation", Width: 4}, {Title: "Nämndens svar", Width: 4}, {Title: "Revisorernas bedömning", Width: 3},
			}}
		}
		table.Rows = append(table.Rows, []document.Text{
			document.Plain(auditTitle(item.Assignment)), document.Plain(item.Assignment.Number + ". " + item.Assignment.Text),
			document.Plain(reportInWords(item.Report)), document.Plain(judgedInWords(item.Verdict)),
		})
	}
	if table != nil {
		composed.Blocks = append(composed.Blocks, *table)
	}
	return composed
}

func answeredInWords(round contract.Round) string {
	reported, judged := 0, 0
	for _, item := range round.Items {
		if item.Report != nil {
			reported++
		}
		if item.Verdict != nil {
			judged++
		}
	}
	return "Revisorerna har frågat om " + counted(len(round.Items), "en rekommendation", "rekommendationer") + ". Nämnderna har svarat om " +
		ofThem(reported) + ", och revisorerna har bedömt " + ofThem(judged) + "."
}

func ofThem(n int) string {
	if n == 0 {
		return "ingen av dem"
	}
	return number(n) + " av dem"
}

func reportInWords(report *contract.ProgressReport) string {
	if report == nil {
		return "Inget svar"
	}
	return said(progresses[report.Progress], report.On.String(), report.Comment)
}

func judgedInWords(verdict *contract.GivenVerdict) string {
	if verdict == nil {
		return "Ej bedömd"
	}
	return said(verdicts[verdict.Verdict], verdict.On.String(), verdict.Comment)
}

func said(word, on, comment string) string {
	if comment = strings.TrimSpace(comment); comment != "" {
		return word + ", " + on + ". " + comment
	}
	return word + ", " + on
}
