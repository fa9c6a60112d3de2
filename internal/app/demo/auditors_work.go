package demo

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/attachment"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// rounds: one is closed; one is open and follows the clock, so that it is always being answered.
func (s *seeder) rounds(ctx context.Context) error {
	assignments, err := s.assignments(ctx)
	if err != nil {
		return err
	}
	begun := calendar.New(2024, time.September, 2)
	closed, err := s.on(begun).Followup.StartRound(ctx, s.as("auditor"), contract.NewRound{ID: id("round/2024"), Content: contract.RoundContent{
		Title: "Uppföljning av 2023 års granskningar", Question: "Vad har gjorts med anledning av rekommendationen, och vad återstår?",
		Due: calendar.New(2024, time.October, 18), AssignmentIds: chosen(assignments, "premises", "contracts", "report")}})
	if err != nil {
		return fmt.Errorf("round of 2024: %w", err)
	}
	if closed.ClosedAt == nil {
		if _, err := s.on(calendar.New(2024, time.November, 29)).Followup.CloseRound(ctx, s.as("auditor"), closed.ID, closed.Version); err != nil {
			return fmt.Errorf("close the round of 2024: %w", err)
		}
	}
	_, err = s.on(s.today().AddDays(-20)).Followup.StartRound(ctx, s.as("auditor"), contract.NewRound{ID: id("round/open"), Content: contract.RoundContent{
		Title: "Uppföljning av 2024 och 2025 års granskningar", Question: "Vad är gjort, vad visar det, och när är resten klart?",
		Due: s.today().AddDays(25), AssignmentIds: chosen(assignments, "pupil-health", "permits", "budget", "competence", "access-again")}})
	if err != nil {
		return fmt.Errorf("open round: %w", err)
	}
	return s.answerRound(ctx, assignments)
}

// answerRound lets two committees answer what is open; what they say does not change how far they have come.
func (s *seeder) answerRound(ctx context.Context, assignments map[followed]uuid.UUID) error {
	on := s.today().AddDays(-8)
	for _, answer := range []struct {
		fate fate
		text string
	}{
		{fate{audit: "permits", number: 2, committee: "MBN"}, "Ytterligare 51 äldre ärenden är avslutade. Planen behandlas av nämnden vid nästa sammanträde."},
		{fate{audit: "budget", number: 1, committee: "SN"}, "Individ- och familjeomsorgen jämför sina prognoser sedan i somras. Mallen är ännu inte fastställd."},
	} {
		officer, assignment := s.as(desks[answer.fate.committee].officer), assignments[answer.fate.followed()]
		read, err := s.Followup.Get(ctx, officer, assignment)
		if err != nil {
			return err
		}
		if _, err := s.on(on).Followup.ReportProgress(ctx, officer, assignment, read.Version, contract.NewProgressReport{
			ID: id("round answer/" + answer.fate.key()), On: on, Progress: contract.ProgressOngoing, Comment: answer.text}); err != nil {
			return fmt.Errorf("answer to the round: %w", err)
		}
	}
	return nil
}

// chosen are these audits' assignments, in the order of the table.
func chosen(assignments map[followed]uuid.UUID, audits ...string) []uuid.UUID {
	var ids []uuid.UUID
	for _, f := range fates {
		for _, audit := range audits {
			if f.audit == audit {
				ids = append(ids, assignments[f.followed()])
			}
		}
	}
	return ids
}

func (s *seeder) criticisms(ctx context.Context) error {
	for _, c := range []struct {
		year      int
		committee string
		kind      contract.CriticismKind
		text      string
	}{
		{2023, "BUN", contract.CriticismKindCaution, "Vi riktar en erinran mot barn- och utbildningsnämnden för bristande intern kontroll av behörigheter till uppgifter om elever."},
		{2024, "SN", contract.CriticismKindCaution, "Vi riktar en erinran mot socialnämnden för att prognoserna inte har gett ett tillräckligt underlag för beslut."},
		{2024, "MBN", contract.CriticismKindFormalRemark, "Vi riktar en anmärkning mot miljö- och byggnadsnämnden för att tillsynen av byggnader inte har bedrivits i den omfattning som lagen kräver."},
		{2025, "BUN", contract.CriticismKindFormalRemark, "Vi riktar en anmärkning mot barn- och utbildningsnämnden, som efter två granskningar inte har infört loggkontroller av elevhälsans journaler."},
	} {
		on := calendar.New(c.year+1, time.April, 15)
		_, err := s.on(on).Followup.RegisterCriticism(ctx, s.as("auditor"), contract.NewCriticism{
			ID:      id(fmt.Sprintf("criticism/%d/%s", c.year, c.committee)),
			Content: contract.CriticismContent{CommitteeID: committeeID(c.committee), Kind: c.kind, Year: c.year, Text: c.text}})
		if err != nil {
			return fmt.Errorf("criticism of %s: %w", c.committee, err)
		}
	}
	return nil
}

// repetitions: the audit of 2025 repeats two recommendations of the one in 2023.
func (s *seeder) repetitions(ctx context.Context) error {
	auditor, at := s.as("auditor"), s.on(calendar.New(2025, time.May, 28))
	shown, err := at.Followup.Repetitions(ctx, auditor, id("audit/access-again"))
	if err != nil {
		return err
	}
	for i, item := range shown.Items {
		if len(item.Earlier) > 0 && item.Earlier[0].Linked {
			continue
		}
		earlier := recommendationID("report", i+1)
		if _, err := at.Followup.LinkRepetition(ctx, auditor, item.RecommendationID, []uuid.UUID{earlier}); err != nil {
			return fmt.Errorf("repetition: %w", err)
		}
	}
	return nil
}

func (s *seeder) notes(ctx context.Context) error {
	for i, n := range []struct {
		audit, by, text string
		on              calendar.Date
	}{
		{"pupil-health", "adviser", "Intervjuerna med rektorerna ger en annan bild än statistiken. Be att få se väntelistorna från **vårterminen**.", calendar.New(2024, time.February, 9)},
		{"pupil-health", "auditor", "Presidiet vill att vi följer upp väntetiderna redan nästa år.", calendar.New(2024, time.June, 14)},
		{"access-again", "auditor", "Andra gången på två år. Ta upp frågan när årets revisionsberättelse skrivs.", calendar.New(2025, time.September, 12)},
	} {
		_, err := s.on(n.on).Followup.AddNote(ctx, s.as(n.by), id("audit/"+n.audit), contract.NewWorkingNote{
			ID: id(fmt.Sprintf("note/%d", i)), Content: contract.WorkingNoteContent{Text: n.text}})
		if err != nil {
			return fmt.Errorf("note on %s: %w", n.audit, err)
		}
	}
	return nil
}

// papers: an audit's report, the evidence of a measure, and what the auditors looked at.
func (s *seeder) papers(ctx context.Context) error {
	assignments, err := s.assignments(ctx)
	if err != nil {
		return err
	}
	evidence := fate{audit: "report", number: 3, committee: "AMN"}
	for _, p := range []struct {
		name, by string
		to       attachment.To
		on       calendar.Date
		content  string
	}{
		{"Revisionsrapport behörigheter och loggkontroll.txt", "auditor", attachment.To{Thing: contract.AttachedThingAudit, ID: id("audit/report")},
			calendar.New(2023, time.December, 21), string(report)},
		{"Plan för loggkontroller.txt", "officer", attachment.To{Thing: contract.AttachedThingMeasure, ID: id("measure/report/AMN/2/0")},
			calendar.New(2024, time.November, 25), plan},
		{"Loggkontroll oktober 2024.csv", "officer", attachment.To{Thing: contract.AttachedThingAssignment, ID: assignments[evidence.followed()]},
			calendar.New(2024, time.November, 25), control},
	} {
		_, err := s.on(p.on).Attachment.Attach(ctx, s.as(p.by), attachment.Upload{
			ID: id("paper/" + p.name), To: p.to, PaperDate: &p.on, Name: p.name, Content: strings.NewReader(p.content)})
		if err != nil {
			return fmt.Errorf("paper %s: %w", p.name, err)
		}
	}
	return nil
}

const plan = `Plan för loggkontroller i arbetsmarknadsförvaltningen

Kontrollerna görs första veckan i varje kvartal. Fem handläggare och en chef väljs genom lottning, och två veckors slagningar
prövas mot pågående ärenden. Resultatet dokumenteras och redovisas för förvaltningschefen inom tio dagar.
`

const control = `Kontrollerad;Slagningar;Med ärende;Utan ärende;Bedömning
Handläggare 1;212;212;0;Ingen avvikelse
Handläggare 2;187;187;0;Ingen avvikelse
Handläggare 3;240;239;1;Förklarad: fel personnummer skrevs in
Handläggare 4;164;164;0;Ingen avvikelse
Handläggare 5;198;198;0;Ingen avvikelse
Chef 1;31;31;0;Ingen avvikelse
`

const shelterGround = "26 kap. 1 § OSL"

// publish marks what is confidential, turns the public page on and shows there what the auditors have published.
func (s *seeder) publish(ctx context.Context) error {
	if err := s.markShelter(ctx); err != nil {
		return fmt.Errorf("confidential recommendation: %w", err)
	}
	page, err := s.PublicPage.Page(ctx, s.as("admin"))
	if err != nil {
		return err
	}
	if address := "storan"; page.Content.Address == nil {
		if _, err := s.on(calendar.New(2024, time.January, 8)).PublicPage.Set(ctx, s.as("admin"), page.Version, contract.PublicPageContent{Address: &address}); err != nil {
			return fmt.Errorf("public page: %w", err)
		}
	}
	for _, a := range pastAudits {
		if !a.published {
			continue
		}
		if err := s.publishAudit(ctx, a.name, a.dueOn.AddDays(45)); err != nil {
			return fmt.Errorf("publish %s: %w", a.name, err)
		}
	}
	return nil
}

func (s *seeder) publishAudit(ctx context.Context, name string, on calendar.Date) error {
	audits, auditor := s.on(on).Audit, s.as("auditor")
	read, err := audits.Get(ctx, auditor, id("audit/"+name))
	if err != nil || read.PublishedAt != nil {
		return err
	}
	_, err = audits.Publish(ctx, auditor, read.ID, read.Version, true)
	return err
}

func (s *seeder) markShelter(ctx context.Context) error {
	read, err := s.Audit.Get(ctx, s.as("auditor"), id("audit/violence"))
	if err != nil || len(read.ConfidentialRecommendations) > 0 {
		return err
	}
	ground := shelterGround
	return s.on(calendar.New(2024, time.September, 24)).Confidentiality.Mark(ctx, s.as("auditor"), contract.ConfidentialThingRecommendation,
		recommendationID("violence", 2), &ground)
}
