package response

import (
	"fmt"
	"strings"
	"time"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

// composeStatusSheet is a page to print or send: how far the response has come, the way to its date, and what is left in
// the state it is in.
func composeStatusSheet(response contract.Response, plan contract.ResponsePlan, sender sender, at time.Time) document.Document {
	composed := document.Document{
		Title: "Läget: " + response.AuditTitle, Author: sender.Organization, Subject: response.AuditTitle, Created: at,
		Letterhead: document.Letterhead{
			Organization: sender.Organization, Unit: []string{sender.Committee}, Kind: "Lägesblad",
			Fields: []document.Field{
				{Label: "Läget den", Value: plan.Today.String(), Running: true},
				{Label: "Diarienummer", Value: response.RegistryNumber},
				{Label: "Läge", Value: stateNames[response.State]},
				{Label: "Svar senast", Value: dayOrDash(plan.Due)},
				{Label: "Handläggare", Value: response.Officer.Name},
			},
		},
	}
	composed.Blocks = append(composed.Blocks, document.Heading{Level: 1, Text: "Kvar att göra"}, bullets(left(response, plan)))
	if len(plan.Steps) > 0 {
		composed.Blocks = append(composed.Blocks, document.Heading{Level: 1, Text: "Vägen till svarsdatumet"}, wayTable(plan))
	}
	return composed
}

var stateNames = map[contract.ResponseState]string{
	contract.ResponseStateDraft: "Utkast", contract.ResponseStateSubmitted: "Inlämnad för godkännande", contract.ResponseStateApproved: "Klar för nämnd",
	contract.ResponseStateDecided: "Beslutad", contract.ResponseStateDelivered: "Överlämnad till revisionen",
}

// left lists what is still to be done in the response's state, whose turn it is first.
func left(response contract.Response, plan contract.ResponsePlan) []string {
	switch response.State {
	case contract.ResponseStateDraft:
		return leftInDraft(response, plan)
	case contract.ResponseStateSubmitted:
		return []string{"Förvaltningschefen läser och godkänner, eller återlämnar." + sinceStep(response, contract.TransitionActionSubmit)}
	case contract.ResponseStateApproved:
		return leftBeforeMeeting(plan)
	case contract.ResponseStateDecided:
		return leftAfterDecision(response)
	}
	if response.Reception == nil {
		return []string{"Revisorerna har inte tagit emot yttrandet ännu."}
	}
	return []string{"Inget: " + receptions[response.Reception.Content.Reception] + "."}
}

var receptions = map[contract.ReceptionKind]string{
	contract.ReceptionKindReceived: "revisorerna har tagit emot yttrandet", contract.ReceptionKindSufficient: "revisorerna anser att yttrandet är tillräckligt",
	contract.ReceptionKindSupplementRequested: "revisorerna har begärt en komplettering, som är ett yttrande för sig",
}

func leftInDraft(response contract.Response, plan contract.ResponsePlan) []string {
	var lines []string
	for _, missing := range response.Missing {
		lines = append(lines, missingInWords(response, missing))
	}
	for _, request := range response.InputRequests {
		if request.Reply == nil {
			lines = append(lines, fmt.Sprintf("Underlag väntas från %s senast %s.", request.Person.Name, request.Due))
		}
	}
	if open := openComments(response); open > 0 {
		lines = append(lines, fmt.Sprintf("Kommentarer som inte är åtgärdade: %d.", open))
	}
	lines = append(lines, "Lämna in för godkännande.")
	if plan.LastMeeting != nil {
		lines = append(lines, fmt.Sprintf("Manusstopp %s för sammanträdet %s, det sista före svarsdatumet.", stopOf(plan.LastMeeting.Content), plan.LastMeeting.Content.Date))
	}
	return append(lines, warningInWords(plan)...)
}

func missingInWords(response contract.Response, missing contract.Missing) string {
	words := missingWords[missing.Code]
	if missing.AnswerID == nil {
		return words + "."
	}
	answer, err := answerWith(response, *missing.AnswerID)
	if err != nil {
		return words + "."
	}
	return headingOf(*answer) + ": " + strings.ToLower(words[:1]) + words[1:] + "."
}

var missingWords = map[contract.MissingCode]string{
	contract.MissingCodeRecommendationWithoutAnswer: "En rekommendation saknar svar",
	contract.MissingCodeAnswerWithoutStance:         "Ställningstagandet saknas",
	contract.MissingCodeAnswerWithoutText:           "Svaret är inte skrivet",
	contract.MissingCodeMeasureWithoutWhat:          "En åtgärd saknar beskrivning",
	contract.MissingCodeMeasureWithoutFunction:      "En åtgärd saknar ansvarig funktion",
	contract.MissingCodeMeasureWithoutReady:         "En åtgärd saknar datum då den är klar",
	contract.MissingCodeMemorandumWithoutProposal:   "Tjänsteskrivelsen saknar förslag till beslut",
}

func openComments(response contract.Response) int {
	open := 0
	for _, comment := range response.Comments {
		if comment.ResolvedAt == nil {
			open++
		}
	}
	return open
}

func leftBeforeMeeting(plan contract.ResponsePlan) []string {
	meeting := plan.LastMeeting
	if meeting == nil {
		return append([]string{"Nämnden beslutar."}, warningInWords(plan)...)
	}
	lines := []string{fmt.Sprintf("Handlingarna skickas ut senast %s.", papersOf(meeting.Content))}
	if meeting.Content.Preparation != nil {
		lines = append(lines, fmt.Sprintf("Beredning med ordföranden %s.", meeting.Content.Preparation))
	}
	return append(lines, fmt.Sprintf("Nämnden beslutar senast %s.", meeting.Content.Date), "Nämndsekreteraren registrerar beslutet.")
}

func leftAfterDecision(response contract.Response) []string {
	var lines []string
	if response.Decision != nil && response.Decision.MeetingID != nil && response.Decision.VerifiedOn == nil {
		lines = append(lines, "Ange när protokollet justerades.")
	}
	return append(lines, "Överlämna yttrandet till revisionen och registrera när det skickades till var och en.")
}

func warningInWords(plan contract.ResponsePlan) []string {
	if plan.Warning == nil {
		return nil
	}
	switch *plan.Warning {
	case contract.PlanWarningNoDueDate:
		return []string{"Svarsdatum saknas: skriv in det i granskningen."}
	case contract.PlanWarningNoMeetings:
		return []string{"Nämndens sammanträden är inte inlagda."}
	case contract.PlanWarningDuePassed:
		return []string{"Svarsdatumet har passerat: be revisionen om längre tid, eller låt ordföranden besluta."}
	}
	return []string{"Inget sammanträde hinns med före svarsdatumet: be revisionen om längre tid, eller låt ordföranden besluta."}
}

// sinceStep says who took a step last and on which day.
func sinceStep(response contract.Response, action contract.TransitionAction) string {
	for i := len(response.History) - 1; i >= 0; i-- {
		if step := response.History[i]; step.Action == action {
			return fmt.Sprintf(" Inlämnad %s av %s.", calendar.DayOf(step.At), step.By.Name)
		}
	}
	return ""
}

var stepNames = map[contract.PlanStepKind]string{
	contract.PlanStepKindReceived: "Inkommen från revisionen", contract.PlanStepKindDraftReady: "Utkast klart", contract.PlanStepKindApproved: "Godkänt av förvaltningschefen",
	contract.PlanStepKindManuscriptStop: "Manusstopp", contract.PlanStepKindPreparation: "Beredning med ordföranden",
	contract.PlanStepKindPapersSent: "Utskick till nämnden", contract.PlanStepKindMeeting: "Sammanträde", contract.PlanStepKindDue: "Svar senast hos revisionen",
}

func wayTable(plan contract.ResponsePlan) document.Table {
	table := document.Table{Columns: []document.Column{{Title: "Datum", Width: 2}, {Title: "Steg", Width: 5}, {Title: "Läge", Width: 2}}}
	for _, step := range plan.Steps {
		table.Rows = append(table.Rows, []document.Text{document.Plain(step.Date.String()), document.Plain(stepNames[step.Kind]), document.Plain(stepState(step, plan.Today))})
	}
	return table
}

func stepState(step contract.PlanStep, today calendar.Date) string {
	switch {
	case step.Done:
		return "klart"
	case step.Date.Before(today):
		return "försenat"
	}
	return "återstår"
}

func bullets(lines []string) document.List {
	var list document.List
	for _, line := range lines {
		list.Items = append(list.Items, document.Item{document.Paragraph{Text: document.Plain(line)}})
	}
	return list
}

func dayOrDash(day *calendar.Date) string {
	if day == nil {
		return "–"
	}
	return day.String()
}
