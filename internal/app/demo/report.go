package demo

import (
	_ "embed"
	"errors"
	"fmt"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/reading"
)

//go:embed reports/behorigheter-och-loggkontroll.txt
var report []byte

// reportContent is the audit as the program reads it out of its report and cover letter.
func (s *seeder) reportContent() (contract.AuditContent, error) {
	read, err := reading.Read([]reading.File{{Name: "rapport.txt", Content: report}})
	if err != nil {
		return contract.AuditContent{}, err
	}
	c := converter{}
	content := contract.AuditContent{
		Title: c.known(read.Title), Firm: c.known(read.Firm), CommissionedBy: c.known(read.CommissionedBy),
		RegistryNumber: c.known(read.RegistryNumber), ReportDate: c.day(read.ReportDate), Criteria: read.Criteria,
		CommitteeIds: []uuid.UUID{}, OverallAssessments: []contract.OverallAssessment{},
	}
	for _, body := range read.Committees {
		content.CommitteeIds = append(content.CommitteeIds, c.committee(c.known(body.Abbreviation)))
	}
	content.Addressees = c.addressees(read, s)
	content.Questions, content.Assessments = c.questions(read), c.assessments(read)
	for _, a := range read.OverallAssessments {
		content.OverallAssessments = append(content.OverallAssessments, contract.OverallAssessment{
			CommitteeID: c.committee(a.Committee), Grade: c.grade(a.Grade), Verbatim: a.Verbatim})
	}
	content.Recommendations, content.Documents = c.recommendations(read), c.documents(read)
	return content, c.err
}

func (c *converter) addressees(read reading.Reading, s *seeder) []contract.AddresseeEntry {
	addressees := []contract.AddresseeEntry{}
	due := c.day(read.ResponseDue)
	for _, addressee := range read.Addressees {
		abbreviation := abbreviationOf(addressee.Name)
		addressees = append(addressees, contract.AddresseeEntry{
			ID: addresseeID("report", abbreviation), CommitteeID: c.committee(abbreviation), ResponseDue: due, Asked: askedOfAll,
			RegistryNumber: s.registryNumber(abbreviation, *due, "report"),
		})
	}
	return addressees
}

func (c *converter) questions(read reading.Reading) []contract.Question {
	questions := []contract.Question{}
	for _, q := range read.Questions {
		asked := contract.Question{ID: questionID(q.Number), Number: q.Number, Text: q.Text}
		if q.Parent != nil {
			parent := questionID(*q.Parent)
			asked.ParentID = &parent
		}
		questions = append(questions, asked)
	}
	return questions
}

func (c *converter) assessments(read reading.Reading) []contract.Assessment {
	assessments := []contract.Assessment{}
	for _, a := range read.Assessments {
		assessments = append(assessments, contract.Assessment{
			QuestionID: questionID(a.Question), CommitteeID: c.committee(a.Committee), Grade: c.grade(a.Grade), Verbatim: a.Verbatim})
	}
	return assessments
}

func (c *converter) recommendations(read reading.Reading) []contract.Recommendation {
	recommendations := []contract.Recommendation{}
	for i, r := range read.Recommendations {
		recommendation := contract.Recommendation{ID: recommendationID("report", i), Number: r.Number, Text: r.Text, Variants: r.Variants}
		for _, abbreviation := range r.Committees {
			recommendation.CommitteeIds = append(recommendation.CommitteeIds, c.committee(abbreviation))
		}
		recommendations = append(recommendations, recommendation)
	}
	return recommendations
}

func (c *converter) documents(read reading.Reading) []contract.ReviewedDocument {
	documents := []contract.ReviewedDocument{}
	for _, d := range read.Documents {
		document := contract.ReviewedDocument{Title: d.Title}
		if d.Date != nil {
			document.Date = c.day(d.Date)
		}
		if d.Committee != nil {
			committee := c.committee(*d.Committee)
			document.CommitteeID = &committee
		}
		documents = append(documents, document)
	}
	return documents
}

// converter remembers what a reading should have known of the demo's own report.
type converter struct{ err error }

func (c *converter) known(text *string) string {
	if text == nil {
		c.err = errors.Join(c.err, errors.New("something was not read"))
		return ""
	}
	return *text
}

func (c *converter) day(text *string) *calendar.Date {
	date, err := calendar.Parse(c.known(text))
	c.err = errors.Join(c.err, err)
	return &date
}

func (c *converter) grade(grade *reading.Grade) contract.Grade {
	if grade == nil {
		c.known(nil)
		return contract.GradeNotGraded
	}
	return contract.Grade(*grade)
}

func (c *converter) committee(abbreviation string) uuid.UUID {
	for _, known := range committees {
		if known.abbreviation == abbreviation {
			return committeeID(abbreviation)
		}
	}
	c.err = errors.Join(c.err, fmt.Errorf("the demo has no committee %q", abbreviation))
	return uuid.Nil
}

func abbreviationOf(name string) string {
	for _, c := range committees {
		if c.name == name {
			return c.abbreviation
		}
	}
	return name
}

func questionID(number string) uuid.UUID { return id("question/report/" + number) }
