package controlplan

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

// yearCheck is a check that counts in the plan's year.
type yearCheck struct {
	Control                       uuid.UUID
	PeriodStart, PeriodEnd        calendar.Date
	Event                         string
	LastOn                        calendar.Date
	IsMissed                      bool
	Outcome                       *contract.CheckOutcome // nil until it is performed
	Population, Sample, Deviating *int
	PopulationOf                  string
	Seen, Done, Reason            string
	PerformedOn                   *calendar.Date
}

// yearDeviation is a control deviation with its latest re-check.
type yearDeviation struct {
	Number                         int
	Control                        int // its number
	What, Cause, Measure, Function string
	Due                            *calendar.Date
	Progress                       contract.Progress
	Recheck                        *contract.RecheckOutcome
	RecheckedOn                    *calendar.Date
}

// year is what became of a plan.
type year struct {
	Checks     []yearCheck
	Deviations []yearDeviation
}

// figures count checks by how they went: every check in one of them.
type figures struct {
	NoDeviation, Minor, Major, NotPerformed, Missed, Ahead int
}

func (f *figures) count(check yearCheck) {
	switch {
	case check.Outcome == nil && check.IsMissed:
		f.Missed++
	case check.Outcome == nil:
		f.Ahead++
	case *check.Outcome == contract.CheckOutcomeNotPerformed:
		f.NotPerformed++
	case *check.Outcome == contract.CheckOutcomeMajorDeviation:
		f.Major++
	case *check.Outcome == contract.CheckOutcomeMinorDeviation:
		f.Minor++
	default:
		f.NoDeviation++
	}
}

func (f figures) all() []int {
	return []int{f.NoDeviation + f.Minor + f.Major + f.NotPerformed + f.Missed + f.Ahead, f.NoDeviation, f.Minor, f.Major, f.NotPerformed, f.Missed, f.Ahead}
}

// reportPaper is the year's report: the committee's judgement and words, the figures, and of each control what was checked and found,
// what was not, and why.
func reportPaper(plan contract.ControlPlan, year year, from sender, at time.Time) document.Document {
	report := contract.PlanReport{}
	if plan.Report != nil {
		report = *plan.Report
	}
	paper := newPaper(plan, from, fmt.Sprintf("Uppföljning av internkontrollplan %d", plan.Year), "Uppföljning av intern kontroll", report.Decision, at)
	if report.Content.Judgement != nil {
		paper.Blocks = append(paper.Blocks, document.Paragraph{Text: document.Text{
			{Text: fmt.Sprintf("Nämnden bedömer att den interna kontrollen %d har %s.", plan.Year, judgements[*report.Content.Judgement]), Bold: true},
		}})
	}
	paper.Blocks = append(paper.Blocks, document.ParseMarkdown(report.Content.Text)...)
	paper.Blocks = append(paper.Blocks, figureBlocks(plan, year)...)
	paper.Blocks = append(paper.Blocks, performedBlocks(plan, year)...)
	paper.Blocks = append(paper.Blocks, unperformedBlocks(plan, year)...)
	paper.Blocks = append(paper.Blocks, deviationBlocks(year)...)
	return paper
}

// figureBlocks: the last row is the sum of the others, and the first column that of the rest.
func figureBlocks(plan contract.ControlPlan, year year) []document.Block {
	table := document.Table{Columns: []document.Column{
		{Title: "Kontroll", Width: 6}, {Title: "Tillfällen", Width: 2}, {Title: "Utan avvikelse", Width: 2}, {Title: "Mindre avvikelse", Width: 2},
		{Title: "Väsentlig avvikelse", Width: 2}, {Title: "Ej utförda", Width: 2}, {Title: "Uteblivna", Width: 2}, {Title: "Återstår", Width: 2},
	}}
	counted, total := map[uuid.UUID]*figures{}, figures{}
	for _, check := range year.Checks {
		if counted[check.Control] == nil {
			counted[check.Control] = &figures{}
		}
		counted[check.Control].count(check)
		total.count(check)
	}
	for _, control := range plan.Controls {
		if found := counted[control.ID]; found != nil {
			table.Rows = append(table.Rows, figureRow(document.Plain(titleOf(control)), *found))
		}
	}
	if len(table.Rows) == 0 {
		return []document.Block{say("Inga kontroller har fallit ut till kontroll under året.")}
	}
	table.Rows = append(table.Rows, figureRow(document.Text{{Text: "Samtliga", Bold: true}}, total))
	return []document.Block{document.Heading{Level: 1, Text: "Kontrollerna i siffror"}, table}
}

func figureRow(name document.Text, f figures) []document.Text {
	row := []document.Text{name}
	for _, figure := range f.all() {
		row = append(row, document.Plain(strconv.Itoa(figure)))
	}
	return row
}

func titleOf(control contract.Control) string {
	return fmt.Sprintf("K%d. %s", control.Number, control.Content.Title)
}

// performedBlocks are what was checked and found, by area and control.
func performedBlocks(plan contract.ControlPlan, year year) (blocks []document.Block) {
	for _, area := range byArea(plan.Controls) {
		isNamed := false
		for _, control := range area {
			table := performedTable(control, year.Checks)
			if len(table.Rows) == 0 {
				continue
			}
			if !isNamed {
				blocks = append(blocks, document.Heading{Level: 1, Text: areaOf(area)})
				isNamed = true
			}
			blocks = append(blocks, document.Heading{Level: 2, Text: titleOf(control)})
			blocks = append(blocks, labelled("Vad som kontrolleras", control.Content.What)...)
			blocks = append(blocks, table)
		}
	}
	return blocks
}

func performedTable(control contract.Control, checks []yearCheck) document.Table {
	table := document.Table{Columns: []document.Column{
		{Title: "Avser", Width: 3}, {Title: "Utförd", Width: 2}, {Title: "Utfall", Width: 3}, {Title: "Iakttagelse", Width: 5}, {Title: "Gjort med anledning av den", Width: 4},
	}}
	for _, check := range checks {
		if check.Control != control.ID || check.Outcome == nil || *check.Outcome == contract.CheckOutcomeNotPerformed {
			continue
		}
		table.Rows = append(table.Rows, []document.Text{
			document.Plain(checkInWords(check)), document.Plain(check.PerformedOn.String()), document.Plain(outcomes[*check.Outcome]),
			document.Plain(seenInWords(check)), document.Plain(check.Done),
		})
	}
	return table
}

func checkInWords(check yearCheck) string {
	if check.Event != "" {
		return check.Event
	}
	return upperFirst(periodInWords(check.PeriodStart, check.PeriodEnd))
}

// seenInWords is what was seen, with how many were looked at.
func seenInWords(check yearCheck) string {
	var looked string
	if check.Sample != nil {
		looked = fmt.Sprintf("Stickprov om %d", *check.Sample)
		if check.Population != nil {
			looked += fmt.Sprintf(" av %d %s", *check.Population, check.PopulationOf)
		}
		looked = strings.TrimSpace(looked)
		if check.Deviating != nil {
			looked += fmt.Sprintf("; %d avvek", *check.Deviating)
		}
		looked += "."
	}
	return strings.TrimSpace(looked + "\n" + check.Seen)
}

// unperformedBlocks are the checks that could not be made, and those that were not.
func unperformedBlocks(plan contract.ControlPlan, year year) []document.Block {
	table := document.Table{Columns: []document.Column{{Title: "Kontroll", Width: 5}, {Title: "Avser", Width: 3}, {Title: "Skäl", Width: 6}}}
	for _, control := range plan.Controls {
		for _, check := range year.Checks {
			if check.Control != control.ID || !check.IsMissed && (check.Outcome == nil || *check.Outcome != contract.CheckOutcomeNotPerformed) {
				continue
			}
			reason := check.Reason
			if check.IsMissed {
				reason = "Har uteblivit. Sista dag var " + check.LastOn.String() + "."
			}
			table.Rows = append(table.Rows, []document.Text{document.Plain(titleOf(control)), document.Plain(checkInWords(check)), document.Plain(reason)})
		}
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []document.Block{document.Heading{Level: 1, Text: "Kontroller som inte har utförts"}, table}
}

func deviationBlocks(year year) []document.Block {
	if len(year.Deviations) == 0 {
		return nil
	}
	table := document.Table{Columns: []document.Column{
		{Title: "Nr", Width: 1}, {Title: "Avvikelse och orsak", Width: 5}, {Title: "Åtgärd", Width: 5}, {Title: "Läge", Width: 3}, {Title: "Omkontroll", Width: 3},
	}}
	for _, deviation := range year.Deviations {
		table.Rows = append(table.Rows, []document.Text{
			document.Plain(strconv.Itoa(deviation.Number)),
			document.Plain(lines(deviation.What, deviation.Cause, fmt.Sprintf("(K%d)", deviation.Control))),
			document.Plain(lines(deviation.Measure, deviation.Function)),
			document.Plain(lines(progresses[deviation.Progress], dueInWords(deviation.Due))),
			document.Plain(recheckInWords(deviation)),
		})
	}
	return []document.Block{document.Heading{Level: 1, Text: "Kontrollavvikelser"}, table}
}

func lines(parts ...string) string {
	var said []string
	for _, part := range parts {
		if part = strings.TrimSpace(part); part != "" {
			said = append(said, part)
		}
	}
	return strings.Join(said, "\n")
}

func dueInWords(due *calendar.Date) string {
	if due == nil {
		return ""
	}
	return "Klart senast " + due.String()
}

func recheckInWords(deviation yearDeviation) string {
	if deviation.Recheck == nil {
		return "Inte gjord"
	}
	return recheckOutcomes[*deviation.Recheck] + ", " + deviation.RecheckedOn.String()
}
