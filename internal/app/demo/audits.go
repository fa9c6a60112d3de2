package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// auditStory is one of the demo's, told in the report's terms. Days count from the day of seeding, or are days of their own.
type auditStory struct {
	name            string
	title           string
	firm            string
	registryNumber  string
	reported        int // days before
	due             int // days after
	reportedOn      calendar.Date
	dueOn           calendar.Date
	committees      []string
	asked           string
	confirmed       bool
	toAdviser       bool
	questions       []question
	overall         []contract.Grade // for each committee
	recommendations []string
	givenTo         [][]string // each recommendation's committees; nil is all
	criteria        []string
	published       bool
}

func (a auditStory) days(today calendar.Date) (reported, due calendar.Date) {
	if !a.reportedOn.IsZero() {
		return a.reportedOn, a.dueOn
	}
	return today.AddDays(-a.reported), today.AddDays(a.due)
}

func (a auditStory) recommendedTo(i int) []uuid.UUID {
	abbreviations := a.committees
	if i < len(a.givenTo) && a.givenTo[i] != nil {
		abbreviations = a.givenTo[i]
	}
	ids := make([]uuid.UUID, len(abbreviations))
	for j, abbreviation := range abbreviations {
		ids[j] = committeeID(abbreviation)
	}
	return ids
}

type question struct {
	text   string
	grades []contract.Grade // for each committee
}

// verbatim is how a report words a grade.
var verbatim = map[contract.Grade]string{
	contract.GradeYes: "Ja", contract.GradeInAllEssentials: "I allt väsentligt", contract.GradeMostly: "Till övervägande del",
	contract.GradePartly: "Delvis", contract.GradeNo: "Nej", contract.GradeNotGraded: "Ej graderad",
}

func (s *seeder) audits(ctx context.Context) error {
	if err := s.register(ctx, "report", s.reportContent, calendar.New(2023, time.December, 18)); err != nil {
		return err
	}
	if err := s.settle(ctx, "report", true, true, calendar.New(2023, time.December, 20)); err != nil {
		return err
	}
	return atOnce(ctx, append(pastAudits[:len(pastAudits):len(pastAudits)], auditStories...), func(ctx context.Context, a auditStory) error {
		reported, _ := a.days(s.today())
		received := reported.AddDays(3)
		if err := s.register(ctx, a.name, func() (contract.AuditContent, error) { return s.content(a), nil }, received); err != nil {
			return err
		}
		return s.settle(ctx, a.name, a.confirmed, a.toAdviser, received.AddDays(1))
	})
}

func (s *seeder) register(ctx context.Context, name string, content func() (contract.AuditContent, error), on calendar.Date) error {
	written, err := content()
	if err != nil {
		return fmt.Errorf("audit %s: %w", name, err)
	}
	_, err = s.on(on).Audit.Register(ctx, s.as("officer"), contract.NewAudit{ID: id("audit/" + name), Content: written})
	if err != nil {
		return fmt.Errorf("audit %s: %w", name, err)
	}
	return nil
}

// settle is what the auditor does with an audit that somebody has registered.
func (s *seeder) settle(ctx context.Context, name string, confirmed, toAdviser bool, on calendar.Date) error {
	audits, auditor := s.on(on).Audit, s.as("auditor")
	audit, err := audits.Get(ctx, auditor, id("audit/"+name))
	if err != nil {
		return fmt.Errorf("audit %s: %w", name, err)
	}
	if toAdviser && len(audit.Advisers) == 0 {
		if audit, err = audits.SetAdvisers(ctx, auditor, audit.ID, audit.Version, []uuid.UUID{s.as("adviser").Account}); err != nil {
			return fmt.Errorf("advisers of %s: %w", name, err)
		}
	}
	if confirmed && audit.Confirmation == nil {
		if _, err := audits.Confirm(ctx, auditor, audit.ID, audit.Version); err != nil {
			return fmt.Errorf("confirm %s: %w", name, err)
		}
	}
	return nil
}

func (s *seeder) content(a auditStory) contract.AuditContent {
	reported, due := a.days(s.today())
	content := contract.AuditContent{
		Title: a.title, Firm: a.firm, CommissionedBy: "Storåns kommuns revisorer", ReportDate: &reported,
		RegistryNumber: fmt.Sprintf(a.registryNumber, reported.Year()), Criteria: a.criteria, Documents: []contract.ReviewedDocument{},
		CommitteeIds: []uuid.UUID{}, Addressees: []contract.AddresseeEntry{}, Questions: []contract.Question{},
		Assessments: []contract.Assessment{}, OverallAssessments: []contract.OverallAssessment{}, Recommendations: []contract.Recommendation{},
	}
	for i, abbreviation := range a.committees {
		content.CommitteeIds = append(content.CommitteeIds, committeeID(abbreviation))
		content.Addressees = append(content.Addressees, contract.AddresseeEntry{
			ID: addresseeID(a.name, abbreviation), CommitteeID: committeeID(abbreviation), ResponseDue: &due, Asked: a.asked,
			RegistryNumber: s.registryNumber(abbreviation, reported, a.name),
		})
		if i < len(a.overall) {
			content.OverallAssessments = append(content.OverallAssessments, contract.OverallAssessment{
				CommitteeID: committeeID(abbreviation), Grade: a.overall[i], Verbatim: verbatim[a.overall[i]]})
		}
	}
	for i, q := range a.questions {
		asked := contract.Question{ID: id(fmt.Sprintf("question/%s/%d", a.name, i)), Number: fmt.Sprint(i + 1), Text: q.text}
		content.Questions = append(content.Questions, asked)
		for j, grade := range q.grades {
			content.Assessments = append(content.Assessments, contract.Assessment{
				QuestionID: asked.ID, CommitteeID: committeeID(a.committees[j]), Grade: grade, Verbatim: verbatim[grade]})
		}
	}
	for i, text := range a.recommendations {
		content.Recommendations = append(content.Recommendations, contract.Recommendation{
			ID: recommendationID(a.name, i), Number: fmt.Sprint(i + 1), Text: text, Variants: []string{}, CommitteeIds: a.recommendedTo(i)})
	}
	return content
}

// registryNumber is one that the committee's pattern takes; the executive's has four digits.
func (s *seeder) registryNumber(abbreviation string, received calendar.Date, name string) string {
	sum := id("registry number/" + abbreviation + name)
	number := 100 + int(sum[0])*3
	if abbreviation == "KS" {
		return fmt.Sprintf("KS %d/%04d", received.Year(), number)
	}
	return fmt.Sprintf("%s-%d-%05d", abbreviation, received.Year(), number)
}

func addresseeID(audit, committee string) uuid.UUID {
	return id("addressee/" + audit + "/" + committee)
}
func recommendationID(audit string, i int) uuid.UUID {
	return id(fmt.Sprintf("recommendation/%s/%d", audit, i))
}
