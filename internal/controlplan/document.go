package controlplan

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

// sender is what the letterhead says beside the plan itself.
type sender struct {
	Organization    string
	Committee       string
	Administrations []string
}

// newPaper begins a paper of the plan. Without a decision it is marked "Förslag" and undated; with one it carries its date and §.
func newPaper(plan contract.ControlPlan, from sender, title, kind string, taken *contract.Decision, at time.Time) document.Document {
	paper := document.Document{
		Title: title, Language: "sv-SE", Author: from.Organization, Subject: kind, Created: at,
		Letterhead: document.Letterhead{Organization: from.Organization, Unit: append([]string{from.Committee}, from.Administrations...), Kind: kind},
	}
	registryNumber := document.Field{Label: "Diarienummer", Value: plan.Content.RegistryNumber, Running: true}
	if taken == nil {
		paper.Mark = "Förslag"
		paper.Letterhead.Fields = []document.Field{registryNumber}
		return paper
	}
	paper.Letterhead.Fields = []document.Field{{Label: "Datum", Value: taken.Date.String()}, registryNumber}
	if taken.Paragraph != "" {
		paper.Letterhead.Fields = append(paper.Letterhead.Fields, document.Field{Label: "Paragraf", Value: "§\u00a0" + taken.Paragraph})
	}
	if taken.Delegation != nil {
		paper.Letterhead.Fields = append(paper.Letterhead.Fields, document.Field{Label: "Beslut", Value: "Ordförandebeslut, " + *taken.Delegation})
	}
	return paper
}

func say(format string, parts ...any) document.Paragraph {
	return document.Paragraph{Text: document.Plain(fmt.Sprintf(format, parts...))}
}

// planPaper is the plan as the committee's appendix: the risk analysis, what was selected of it, and the controls by area.
func planPaper(plan contract.ControlPlan, leavesOut bool, from sender, at time.Time) document.Document {
	paper := newPaper(plan, from, fmt.Sprintf("Internkontrollplan %d", plan.Year), "Internkontrollplan", plan.Adoption, at)
	controls := remaining(plan)
	paper.Blocks = append(paper.Blocks, say("Planen har %s och vilar på nämndens riskanalys med %s. %s av dem möts med kontroller.",
		several(len(controls), "kontroll", "kontroller"), several(len(plan.Risks), "risk", "risker"), upperFirst(noneOr(len(selected(plan.Risks))))))
	paper.Blocks = append(paper.Blocks, riskBlocks(plan)...)
	paper.Blocks = append(paper.Blocks, controlBlocks(plan, controls)...)
	if amendment := lastAdopted(plan); amendment != nil {
		paper.Letterhead.Fields = append(paper.Letterhead.Fields,
			document.Field{Label: "Lydelse", Value: fmt.Sprintf("Efter tillägg %d, %s", amendment.Number, amendment.Decision.Date)})
	}
	if leavesOut {
		paper.Blocks = append(paper.Blocks, document.Note{Text: document.Plain("Uppgifter om rekommendationer är utelämnade: sekretess enligt offentlighets- och sekretesslagen (OSL).")})
	}
	return paper
}

func noneOr(n int) string {
	if n == 0 {
		return "ingen"
	}
	return strconv.Itoa(n)
}

func riskBlocks(plan contract.ControlPlan) (blocks []document.Block) {
	if len(plan.Risks) == 0 {
		return nil
	}
	blocks = append(blocks, document.Heading{Level: 1, Text: "Riskanalys"},
		say("Riskvärdet är sannolikhet gånger konsekvens. Medel är från %d, hög från %d och kritisk från %d.",
			plan.Scale.Levels.Medium, plan.Scale.Levels.High, plan.Scale.Levels.Critical),
		matrix(plan), riskTable(plan))
	chosen := selected(plan.Risks)
	if len(chosen) == 0 {
		return blocks
	}
	blocks = append(blocks, document.Heading{Level: 1, Text: "Risker som möts med kontroller"})
	for _, risk := range chosen {
		blocks = append(blocks, document.Heading{Level: 2, Text: nameOf(risk)})
		blocks = append(blocks, labelled("Orsak", risk.Content.Cause)...)
		blocks = append(blocks, labelled("Konsekvens", risk.Content.Consequence)...)
		if risk.Recommendation != nil {
			blocks = append(blocks, labelled("Kommer ur", recommendationInWords(*risk.Recommendation))...)
		}
	}
	return blocks
}

// labelled is words after what they are; nothing where there are none.
func labelled(label, words string) []document.Block {
	if words = strings.TrimSpace(words); words == "" {
		return nil
	}
	return []document.Block{document.Paragraph{Text: document.Text{{Text: label + ": ", Bold: true}, {Text: words}}}}
}

func nameOf(risk contract.Risk) string {
	return fmt.Sprintf("R%d. %s", risk.Number, risk.Content.Title)
}

// selected are the risks that are to be met in the control plan.
func selected(risks []contract.Risk) (chosen []contract.Risk) {
	for _, risk := range risks {
		if slices.ContainsFunc(risk.Content.Treatments, func(t contract.ChosenTreatment) bool { return t.Treatment == contract.TreatmentControlPlan }) {
			chosen = append(chosen, risk)
		}
	}
	return chosen
}

// matrix has the likelihoods downwards, the highest first, and the consequences across, with each risk where it stands now.
func matrix(plan contract.ControlPlan) document.Table {
	table := document.Table{Caption: "Riskerna som de står med de kontroller som redan finns", Columns: []document.Column{{Title: "Sannolikhet", Width: 2}}}
	for i, step := range plan.Scale.Consequence {
		table.Columns = append(table.Columns, document.Column{Title: fmt.Sprintf("%d %s", i+1, step.Label), Width: 2})
	}
	for likelihood := len(plan.Scale.Likelihood); likelihood >= 1; likelihood-- {
		row := []document.Text{document.Plain(fmt.Sprintf("%d %s", likelihood, plan.Scale.Likelihood[likelihood-1].Label))}
		for consequence := range plan.Scale.Consequence {
			row = append(row, document.Plain(risksAt(plan.Risks, contract.RiskPoint{Likelihood: likelihood, Consequence: consequence + 1})))
		}
		table.Rows = append(table.Rows, row)
	}
	return table
}

func risksAt(risks []contract.Risk, point contract.RiskPoint) string {
	var there []string
	for _, risk := range risks {
		if risk.Content.Current != nil && *risk.Content.Current == point {
			there = append(there, fmt.Sprintf("R%d", risk.Number))
		}
	}
	return strings.Join(there, ", ")
}

func riskTable(plan contract.ControlPlan) document.Table {
	table := document.Table{Columns: []document.Column{
		{Title: "Risk", Width: 6}, {Title: "Kategori", Width: 3}, {Title: "Riskvärde nu", Width: 2}, {Title: "Mål", Width: 2}, {Title: "Hantering", Width: 4},
	}}
	for _, risk := range plan.Risks {
		table.Rows = append(table.Rows, []document.Text{
			document.Plain(nameOf(risk)), document.Plain(categoryOf(plan.Scale, risk.Content.Category)), document.Plain(valueInWords(risk.Current)),
			document.Plain(valueInWords(risk.Target)), document.Plain(treatmentsInWords(risk.Content.Treatments)),
		})
	}
	return table
}

func categoryOf(scale contract.RiskScaleContent, code string) string {
	for _, category := range scale.Categories {
		if category.Code == code {
			return category.Label
		}
	}
	return ""
}

func valueInWords(value *contract.RiskValue) string {
	if value == nil {
		return "–"
	}
	return fmt.Sprintf("%d, %s", value.Value, levels[value.Level])
}

func treatmentsInWords(chosen []contract.ChosenTreatment) string {
	var words []string
	for _, one := range chosen {
		said := treatments[one.Treatment]
		if reason := strings.TrimSpace(one.Reason); reason != "" {
			said += ": " + reason
		}
		words = append(words, said)
	}
	return strings.Join(words, "\n")
}

// remaining are the controls that are not removed.
func remaining(plan contract.ControlPlan) (controls []contract.Control) {
	for _, control := range plan.Controls {
		if !control.Removed {
			controls = append(controls, control)
		}
	}
	return controls
}

func controlBlocks(plan contract.ControlPlan, controls []contract.Control) (blocks []document.Block) {
	if len(controls) == 0 {
		return nil
	}
	blocks = append(blocks, document.Heading{Level: 1, Text: "Kontroller"})
	for _, area := range byArea(controls) {
		blocks = append(blocks, document.Heading{Level: 2, Text: areaOf(area)})
		table := controlTable()
		for _, control := range area {
			table.Rows = append(table.Rows, controlRow(plan, fmt.Sprintf("K%d. %s", control.Number, control.Content.Title), control.Content, control.Recommendations))
		}
		blocks = append(blocks, table)
	}
	return blocks
}

// byArea gathers the controls of each area, in the order in which the areas first come.
func byArea(controls []contract.Control) (areas [][]contract.Control) {
	places := map[string]int{}
	for _, control := range controls {
		place, isKnown := places[control.Content.Area]
		if !isKnown {
			place = len(areas)
			places[control.Content.Area] = place
			areas = append(areas, nil)
		}
		areas[place] = append(areas[place], control)
	}
	return areas
}

func areaOf(controls []contract.Control) string {
	return cmp.Or(strings.TrimSpace(controls[0].Content.Area), "Övrigt")
}

func controlTable() document.Table {
	return document.Table{Columns: []document.Column{
		{Title: "Kontroll", Width: 6}, {Title: "Metod", Width: 4}, {Title: "När", Width: 3}, {Title: "Ansvarig", Width: 3}, {Title: "Möter", Width: 3},
	}}
}

func controlRow(plan contract.ControlPlan, name string, control contract.ControlContent, tied []contract.TiedRecommendation) []document.Text {
	what := document.Text{{Text: name, Bold: true}}
	if control.What != "" {
		what = append(what, document.Run{Text: "\n" + control.What})
	}
	method := control.Method
	if control.SampleSize != nil {
		method = strings.TrimSpace(method + fmt.Sprintf("\nStickprov om %d.", *control.SampleSize))
	}
	return []document.Text{what, document.Plain(method), document.Plain(whenInWords(control)), document.Plain(control.Function), document.Plain(meets(plan, control, tied))}
}

func whenInWords(control contract.ControlContent) string {
	if control.Frequency == contract.FrequencyOnEvent {
		return frequencies[control.Frequency]
	}
	when := frequencies[control.Frequency] + ", " + lastDayInWords(control.LastOffset)
	if control.Frequency == contract.FrequencyYearly || control.Frequency == contract.FrequencyOnce {
		when += ". Perioden slutar i " + months[control.FirstMonth-1]
	}
	return when
}

// meets is the risks that a control answers to, by number, and the recommendations.
func meets(plan contract.ControlPlan, control contract.ControlContent, tied []contract.TiedRecommendation) string {
	var risks []string
	for _, risk := range plan.Risks {
		if slices.Contains(control.RiskIds, risk.ID) {
			risks = append(risks, fmt.Sprintf("R%d", risk.Number))
		}
	}
	lines := []string{strings.Join(risks, ", ")}
	for _, recommendation := range tied {
		lines = append(lines, recommendationInWords(recommendation))
	}
	return strings.TrimSpace(strings.Join(lines, "\n"))
}

func recommendationInWords(recommendation contract.TiedRecommendation) string {
	return fmt.Sprintf("Rekommendation %s i revisionens granskning ”%s”", recommendation.Number, recommendation.AuditTitle)
}

// amendmentPaper is what an amendment changes: what comes, what is changed with how it was, what goes.
func amendmentPaper(plan contract.ControlPlan, amendment contract.Amendment, from sender, at time.Time) document.Document {
	title := fmt.Sprintf("Tillägg %d till internkontrollplan %d", amendment.Number, plan.Year)
	paper := newPaper(plan, from, title, "Tillägg till internkontrollplan", adoptedBy(amendment), at)
	paper.Blocks = append(paper.Blocks, document.Heading{Level: 1, Text: "Skäl"}, say("%s", amendment.Content.Reason))
	paper.Blocks = append(paper.Blocks, changeBlocks(plan, amendment, contract.ControlChangeKindAdd, "Nya kontroller")...)
	paper.Blocks = append(paper.Blocks, changeBlocks(plan, amendment, contract.ControlChangeKindChange, "Ändrade kontroller")...)
	paper.Blocks = append(paper.Blocks, changeBlocks(plan, amendment, contract.ControlChangeKindRemove, "Kontroller som tas bort")...)
	return paper
}

// adoptedBy is the decision that adopted an amendment; one that was rejected is a proposal still.
func adoptedBy(amendment contract.Amendment) *contract.Decision {
	if amendment.State != contract.AmendmentStateAdopted {
		return nil
	}
	return amendment.Decision
}

func changeBlocks(plan contract.ControlPlan, amendment contract.Amendment, kind contract.ControlChangeKind, heading string) []document.Block {
	table := controlTable()
	for _, change := range amendment.Content.Changes {
		if change.Kind != kind {
			continue
		}
		if before := beforeChange(plan, amendment, change.ControlID); before != nil {
			name := before.Title
			if change.Content != nil {
				name = "Hittills: " + name
			}
			table.Rows = append(table.Rows, controlRow(plan, name, *before, nil))
		}
		if change.Content != nil {
			table.Rows = append(table.Rows, controlRow(plan, change.Content.Title, *change.Content, nil))
		}
	}
	if len(table.Rows) == 0 {
		return nil
	}
	return []document.Block{document.Heading{Level: 1, Text: heading}, table}
}

// beforeChange is a control as it was, or as it is until the amendment is adopted; nil for one that is added.
func beforeChange(plan contract.ControlPlan, amendment contract.Amendment, control uuid.UUID) *contract.ControlContent {
	for _, before := range amendment.Before {
		if before.ControlID == control {
			return &before.Content
		}
	}
	if found, err := controlWith(plan, control); err == nil && amendment.State != contract.AmendmentStateAdopted {
		return &found.Content
	}
	return nil
}

func upperFirst(words string) string {
	if words == "" {
		return words
	}
	letters := []rune(words)
	return strings.ToUpper(string(letters[0])) + string(letters[1:])
}
