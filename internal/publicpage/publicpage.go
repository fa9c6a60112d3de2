// Package publicpage shows the public what an organization has published: audits, recommendations, what the committees have
// decided to answer, and what has become of it. Without signing in, without script, without what is confidential and
// without the names of officials.
package publicpage

import (
	"html/template"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/document"
)

// List is the published audits of an organization.
type List struct {
	Organization string          `json:"organization"`
	Audits       []PublishedItem `json:"audits"`
}

// PublishedItem is an audit in the list.
type PublishedItem struct {
	ID              uuid.UUID      `json:"id"`
	Title           string         `json:"title"`
	ReportDate      *calendar.Date `json:"reportDate"`
	Committees      []string       `json:"committees"`
	Recommendations int            `json:"recommendations"`
	Done            int            `json:"done"`      // assignments that the committees say are done
	Confirmed       int            `json:"confirmed"` // assignments that the auditors say have been addressed
}

// Audit is one published audit with all that is public of it.
type Audit struct {
	Organization    string           `json:"organization"`
	ID              uuid.UUID        `json:"id"`
	Title           string           `json:"title"`
	Firm            string           `json:"firm"`
	CommissionedBy  string           `json:"commissionedBy"`
	ReportDate      *calendar.Date   `json:"reportDate"`
	RegistryNumber  string           `json:"registryNumber"`
	Committees      []string         `json:"committees"`
	Questions       []Question       `json:"questions"`
	Recommendations []Recommendation `json:"recommendations"`
	LeftOut         int              `json:"leftOut"` // recommendations and answers that are confidential
}

// Question is what the audit asked, with a grade for each of the audit's committees; the grade is empty where there is none.
type Question struct {
	Number string   `json:"number"`
	Text   string   `json:"text"`
	Grades []string `json:"grades"`
}

// Recommendation is what the auditors asked for, and of whom.
type Recommendation struct {
	Number      string       `json:"number"`
	Text        string       `json:"text"`
	Assignments []Assignment `json:"assignments"`
}

// Assignment is how a recommendation stands with one committee.
type Assignment struct {
	Committee    string             `json:"committee"`
	Stance       *contract.Stance   `json:"stance"`
	Answer       string             `json:"answer"` // the Markdown subset; empty where it is confidential or none is decided
	Confidential bool               `json:"confidential"`
	DecidedOn    *calendar.Date     `json:"decidedOn"`
	Paragraph    string             `json:"paragraph"`
	Progress     *contract.Progress `json:"progress"`
	ProgressOn   *calendar.Date     `json:"progressOn"`
	Verdict      contract.Verdict   `json:"verdict"`
	VerdictOn    *calendar.Date     `json:"verdictOn"`
}

// AnswerHTML is the decided answer as the documents show it.
func (a Assignment) AnswerHTML() template.HTML {
	return template.HTML(document.HTML(document.ParseMarkdown(a.Answer))) // made of parsed blocks: it holds no markup of the writer's
}

var (
	grades = map[string]string{
		"yes": "Ja", "in_all_essentials": "I allt väsentligt", "mostly": "Till övervägande del", "partly": "Delvis", "no": "Nej",
		"not_graded": "Ej graderad", "not_applicable": "Ej tillämplig",
	}
	stances = map[contract.Stance]string{
		contract.StanceAccepts: "Instämmer", contract.StancePartlyAccepts: "Instämmer delvis", contract.StanceRejects: "Instämmer inte",
		contract.StanceTakesNoPosition: "Tar inte ställning",
	}
	progresses = map[contract.Progress]string{
		contract.ProgressNotStarted: "Ej påbörjad", contract.ProgressOngoing: "Pågående", contract.ProgressContinuous: "Löpande",
		contract.ProgressDone: "Genomförd", contract.ProgressCancelled: "Avslutad utan åtgärd",
	}
	verdicts = map[contract.Verdict]string{
		contract.VerdictNotFollowedUp: "Ej uppföljd", contract.VerdictAddressed: "Åtgärdad", contract.VerdictPartlyAddressed: "Delvis åtgärdad",
		contract.VerdictNotAddressed: "Ej åtgärdad", contract.VerdictNoLongerRelevant: "Ej längre aktuell",
	}
)

// The words of an assignment's three voices.

func (a Assignment) StanceWords() string {
	switch {
	case a.Confidential:
		return "Utelämnat, sekretess"
	case a.Stance == nil:
		return "Har inte svarat"
	}
	return stances[*a.Stance]
}

func (a Assignment) ProgressWords() string {
	if a.Progress == nil {
		return "Inte rapporterad"
	}
	return progresses[*a.Progress]
}

func (a Assignment) VerdictWords() string { return verdicts[a.Verdict] }
