package response

import (
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

func TestEachProposalBeginsWithTheLeadOnce(t *testing.T) {
	for text, want := range map[string]string{
		"1. anta yttrandet\n2. överlämna det":             "1. att anta yttrandet\n2. att överlämna det\n",
		"1. att anta yttrandet\n2. **att** överlämna det": "1. att anta yttrandet\n2. att överlämna det\n",
		"- attestera på nytt":                             "1. att attestera på nytt\n",
		"anta yttrandet\n\növerlämna det":                 "1. att anta yttrandet\n2. att överlämna det\n",
		"Nämnden föreslås besluta:\n\n7. anta yttrandet":  "Nämnden föreslås besluta:\n1. att anta yttrandet\n",
		"1. **anta** yttrandet":                           "1. att anta yttrandet\n",
	} {
		if got := document.PlainText(document.Document{Blocks: proposals(document.ParseMarkdown(text), "att")}); got != want {
			t.Errorf("%q: got %q, want %q", text, got, want)
		}
	}
}

func TestWithoutALeadProposalsAreOnlyNumbered(t *testing.T) {
	got := document.PlainText(document.Document{Blocks: proposals(document.ParseMarkdown("- Yttrandet antas.\n- Yttrandet överlämnas."), "")})
	if want := "1. Yttrandet antas.\n2. Yttrandet överlämnas.\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestAMemorandumWithoutProposalIsNotComplete(t *testing.T) {
	for text, complete := range map[string]bool{"": false, "  \n": false, "Nämnden föreslås besluta:": false, "1. ": false, "1. anta yttrandet": true, "Yttrandet antas.": true} {
		memorandum := contract.Memorandum{Sections: []contract.MemorandumSection{
			{Kind: contract.MemorandumSectionKindMatter, Content: contract.MemorandumSectionContent{Text: "1. Något"}},
			{Kind: contract.MemorandumSectionKindProposedDecision, Content: contract.MemorandumSectionContent{Text: text}},
		}}
		if got := len(missingInMemorandum(&memorandum)) == 0; got != complete {
			t.Errorf("%q: complete is %t", text, got)
		}
	}
	if missingInMemorandum(nil) != nil {
		t.Error("a memorandum is needed")
	}
}

// sampled is a response with a memorandum that includes everything.
func sampled() (contract.Response, sender) {
	accepts, partly := contract.StanceAccepts, contract.StancePartlyAccepts
	asked, answered := uuid.New(), time.Date(2024, 1, 25, 12, 0, 0, 0, time.UTC)
	response := contract.Response{
		Content: contract.ResponseContent{Title: "Yttrande över granskning av loggkontroll"}, RegistryNumber: "AMN-2024-00012",
		Sections: []contract.Section{{Kind: contract.SectionKindIntroduction, Content: contract.SectionContent{Text: "Revisorerna har granskat nämnden."}}},
		Answers: []contract.Answer{
			{ID: uuid.New(), Recommendations: recommendation("1", "Inför en rutin."), Content: contract.AnswerContent{Stance: &accepts, Text: "Det görs."},
				Measures: []contract.Measure{{Content: contract.MeasureContent{What: "Ta fram en rutin", Function: "Enhetschef"}}}},
			{ID: uuid.New(), Recommendations: recommendation("2", "Följ upp den."), Content: contract.AnswerContent{Stance: &partly, Text: "Delvis."}},
		},
		InputRequests: []contract.InputRequest{{Person: contract.Actor{ID: asked, Name: "Nils Bergdal"}, RepliedAt: &answered}, {Person: contract.Actor{Name: "Ingen"}}},
		Memorandum: &contract.Memorandum{Name: "Tjänsteskrivelse", DecisionLead: "att", Sections: []contract.MemorandumSection{
			{ID: uuid.New(), Kind: contract.MemorandumSectionKindProposedDecision, Heading: "Förslag till beslut", Content: contract.MemorandumSectionContent{Text: "1. anta yttrandet"}},
			{ID: uuid.New(), Kind: contract.MemorandumSectionKindMatter, Heading: "Ärendet", Content: contract.MemorandumSectionContent{Includes: []contract.MemorandumInclusion{
				contract.MemorandumInclusionIntroduction, contract.MemorandumInclusionRecommendations, contract.MemorandumInclusionStances, contract.MemorandumInclusionMeasures, contract.MemorandumInclusionInput}}},
			{ID: uuid.New(), Kind: contract.MemorandumSectionKindOther, Heading: "Tomt"},
		}},
	}
	return response, sender{
		Organization: "Storåns kommun", Committee: "Arbetsmarknadsnämnden", Administrations: []string{"Arbetsmarknadsförvaltningen"},
		Titles:      map[uuid.UUID]string{asked: "Enhetschef"},
		Signatories: []contract.Signatory{{Role: contract.SignatoryRoleChair, Name: "Maj Ek", Title: "Ordförande"}, {Role: contract.SignatoryRoleDirector, Name: "Siv Lo", Title: "Förvaltningschef"}},
	}
}

func recommendation(number, text string) []contract.AnsweredRecommendation {
	return []contract.AnsweredRecommendation{{ID: uuid.New(), Number: number, Text: text}}
}

func TestInclusionsArePrintedFromTheirSource(t *testing.T) {
	response, sender := sampled()
	printed := document.PlainText(composeMemorandum(response, sender, time.Now()))
	for _, want := range []string{
		"Tjänsteskrivelse\nUtkast\n", "1. att anta yttrandet\n", "Revisorerna har granskat nämnden.\n", "Rekommendation 1\nInför en rutin.",
		"2\tFölj upp den.\tNämnden instämmer delvis.\n", "1\tTa fram en rutin\tEnhetschef\t", "Nils Bergdal, enhetschef, 2024-01-25\n", "Siv Lo",
	} {
		if !strings.Contains(printed, want) {
			t.Errorf("no %q in:\n%s", want, printed)
		}
	}
	for _, unwanted := range []string{"Tomt", "Maj Ek", "Ingen", "Datum"} {
		if strings.Contains(printed, unwanted) {
			t.Errorf("%q in:\n%s", unwanted, printed)
		}
	}
}

func TestTheCommonStanceStandsInTheTable(t *testing.T) {
	response, sender := sampled()
	rejects := contract.StanceRejects
	response.Content.CommonStance = &rejects
	if printed := document.PlainText(composeMemorandum(response, sender, time.Now())); !strings.Contains(printed, "1\tInför en rutin.\tNämnden instämmer inte.\n") {
		t.Error(printed)
	}
}

func TestAnApprovedMemorandumIsDatedAndNoDraft(t *testing.T) {
	response, sender := sampled()
	sender.Signatories = nil
	manager := contract.Actor{ID: uuid.New(), Name: "Åsa Berg"}
	response.History = []contract.Transition{{Action: contract.TransitionActionApprove, By: manager, At: time.Date(2024, 2, 1, 23, 30, 0, 0, time.UTC)}}
	composed := composeMemorandum(response, sender, time.Now())
	printed := document.PlainText(composed)
	if composed.Mark != "" || !strings.Contains(printed, "Datum 2024-02-02\n") || !strings.Contains(printed, "Åsa Berg") {
		t.Errorf("mark %q in:\n%s", composed.Mark, printed)
	}
	response.History = append(response.History, contract.Transition{Action: contract.TransitionActionReferBack})
	if composed := composeMemorandum(response, sender, time.Now()); composed.Mark != "Utkast" {
		t.Errorf("referred back it is marked %q", composed.Mark)
	}
}

func TestTheReadThroughSaysWhatTheDocumentsSay(t *testing.T) {
	response, sender := sampled()
	through := readThrough(response, sender, time.Now())
	var html strings.Builder
	for _, part := range through.Memorandum {
		html.WriteString(part.HTML)
	}
	composed := composeMemorandum(response, sender, time.Now())
	if want := document.HTMLHead(composed) + document.HTML(composed.Blocks); html.String() != want {
		t.Errorf("got %s\nwant %s", html.String(), want)
	}
	last := through.Memorandum[len(through.Memorandum)-1]
	if *through.Memorandum[2].Part != response.Memorandum.Sections[1].ID.String() || last.Part != nil || *through.Response[1].Part != "introduction" {
		t.Errorf("places: %+v", through)
	}
	if !strings.Contains(through.Response[0].HTML, "Bilaga: ") {
		t.Errorf("the response's head: %s", through.Response[0].HTML)
	}
}
