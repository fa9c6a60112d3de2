package followup

import (
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/journal"
	"uppsikt/internal/response"
)

// additions are what an import adds, a list for each kind of row that is stored.
type additions struct {
	audits          []addedAudit
	extended        []addedAudit // that are there already
	committees      []addedPart
	addressees      []addedPart
	recommendations []addedPart
	assignments     []addedPart
	registrations   []response.Registration
	measures        int
	reports         []word
	verdicts        []word
}

// addedAudit is an audit with what is new of it.
type addedAudit struct {
	ID              uuid.UUID             `json:"id"`
	Title           string                `json:"title"`
	Firm            string                `json:"firm"`
	ReportDate      *calendar.Date        `json:"reportDate"`
	RegistryNumber  string                `json:"registryNumber"`
	Recommendations []addedRecommendation `json:"recommendations"`
}

// addedRecommendation is one with the committees that are new to it.
type addedRecommendation struct {
	ID           uuid.UUID   `json:"id"`
	Number       string      `json:"number"`
	Text         string      `json:"text"`
	CommitteeIds []uuid.UUID `json:"committeeIds"`
}

// addedPart is a part of an audit: a committee, an addressee, a recommendation or an assignment.
type addedPart struct {
	ID             uuid.UUID `json:"id"`
	Audit          uuid.UUID `json:"audit"`
	Committee      uuid.UUID `json:"committee"`
	Recommendation uuid.UUID `json:"recommendation"`
	Number         string    `json:"number"`
	Text           string    `json:"text"`
}

// additions gathers what the rows have added.
func (p *planner) additions() additions {
	var a additions
	for _, audit := range p.audits {
		a.add(audit)
	}
	return a
}

func (a *additions) add(audit *importAudit) {
	added := addedAudit{
		ID: audit.ID, Title: audit.Title, Firm: audit.Firm, ReportDate: audit.ReportDate, RegistryNumber: audit.RegistryNumber,
		Recommendations: []addedRecommendation{},
	}
	for _, committee := range audit.addedCommittees {
		a.committees = append(a.committees, addedPart{Audit: audit.ID, Committee: committee})
	}
	for _, recommendation := range audit.Recommendations {
		if extension := a.addRecommendation(audit, recommendation); recommendation.isNew || len(extension.CommitteeIds) > 0 {
			added.Recommendations = append(added.Recommendations, extension)
		}
	}
	isExtended := len(added.Recommendations) > 0
	for _, addressee := range audit.Addressees {
		isExtended = a.addAddressee(audit, addressee) || isExtended
	}
	switch {
	case audit.isNew:
		a.audits = append(a.audits, added)
	case isExtended:
		a.extended = append(a.extended, added)
	}
}

func (a *additions) addRecommendation(audit *importAudit, recommendation *importRecommendation) addedRecommendation {
	extension := addedRecommendation{ID: recommendation.ID, Number: recommendation.Number, Text: recommendation.Text, CommitteeIds: []uuid.UUID{}}
	if recommendation.isNew {
		a.recommendations = append(a.recommendations, addedPart{ID: recommendation.ID, Audit: audit.ID, Number: recommendation.Number, Text: recommendation.Text})
	}
	for _, assignment := range recommendation.Assignments {
		if assignment.isNew {
			extension.CommitteeIds = append(extension.CommitteeIds, assignment.CommitteeID)
			a.assignments = append(a.assignments, addedPart{
				ID: assignment.ID, Audit: audit.ID, Recommendation: recommendation.ID, Committee: assignment.CommitteeID,
			})
		}
		a.addWords(assignment)
	}
	return extension
}

func (a *additions) addWords(assignment *importAssignment) {
	for _, report := range assignment.Reports {
		if report.isNew {
			a.reports = append(a.reports, word{Assignment: assignment.ID, Content: contract.NewProgressReport{
				ID: newID(), Progress: report.Progress, Comment: report.Comment, On: report.On,
			}})
		}
	}
	for _, given := range assignment.Verdicts {
		if given.isNew {
			a.verdicts = append(a.verdicts, word{Assignment: assignment.ID, Content: contract.NewVerdict{
				ID: newID(), Verdict: given.Verdict, Comment: given.Comment, On: given.On,
			}})
		}
	}
}

// addAddressee tells whether the audit has got an addressee by it.
func (a *additions) addAddressee(audit *importAudit, addressee *importAddressee) bool {
	if addressee.isNew {
		a.addressees = append(a.addressees, addedPart{
			ID: addressee.ID, Audit: audit.ID, Committee: addressee.CommitteeID, Number: addressee.RegistryNumber,
		})
	}
	if said := addressee.Response; said != nil && said.isNew && said.DecidedOn != nil {
		a.registrations = append(a.registrations, response.Registration{Committee: addressee.CommitteeID, Command: a.registration(audit, addressee)})
	}
	return addressee.isNew
}

func (a *additions) registration(audit *importAudit, addressee *importAddressee) contract.NewRegisteredResponse {
	said := addressee.Response
	command := contract.NewRegisteredResponse{
		ID: newID(), AddresseeID: addressee.ID, Title: response.TitleOver(audit.Title), Answers: []contract.RegisteredAnswer{},
		Decision: contract.RegisteredDecision{
			Outcome: contract.RegisteredDecisionOutcomeAdopted, Date: *said.DecidedOn, Paragraph: said.Paragraph,
		},
	}
	for _, answer := range said.answers {
		given := contract.RegisteredAnswer{
			ID: newID(), RecommendationIds: []uuid.UUID{answer.Recommendation}, Measures: []contract.NewMeasure{},
			Content: contract.AnswerContent{Stance: answer.Stance, Text: answer.Text},
		}
		for _, content := range answer.added {
			given.Measures = append(given.Measures, contract.NewMeasure{ID: newID(), Content: content})
		}
		a.measures += len(given.Measures)
		command.Answers = append(command.Answers, given)
	}
	return command
}

func (a *additions) count() contract.ImportCount {
	return contract.ImportCount{
		Audits: len(a.audits), Recommendations: len(a.recommendations), Assignments: len(a.assignments), Responses: len(a.registrations),
		Measures: a.measures, ProgressReports: len(a.reports), Verdicts: len(a.verdicts),
	}
}

// entries are what the journal says of the audits, the committees' words and the auditors'.
func (a *additions) entries(actor authz.Actor, at time.Time) []journal.Entry {
	var entries []journal.Entry
	note := func(thing string, id uuid.UUID, action string, after any) {
		entries = append(entries, journal.Entry{
			Organization: actor.Organization, At: at, Actor: actor.Account, Thing: thing, ThingID: id, Action: action, After: after,
		})
	}
	for _, audit := range a.audits {
		note("audit", audit.ID, "register", audit)
	}
	for _, audit := range a.extended {
		note("audit", audit.ID, "extend", audit)
	}
	for _, report := range a.reports {
		note("assignment", report.Assignment, "report_progress", report.Content)
	}
	for _, given := range a.verdicts {
		note("assignment", given.Assignment, "give_verdict", given.Content)
	}
	return entries
}
