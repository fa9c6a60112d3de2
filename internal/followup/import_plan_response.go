package followup

import (
	"slices"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/measure"
	"uppsikt/internal/reading"
	"uppsikt/internal/sheetimport"
)

// What a row says of the committee's answer: the responses that an import registers, or compares with those there are.

// saidOfResponse are the fields that a response is registered from.
var saidOfResponse = []contract.ImportField{
	contract.ImportFieldDecidedOn, contract.ImportFieldParagraph, contract.ImportFieldResponseRegistryNumber, contract.ImportFieldStance,
	contract.ImportFieldAnswer, contract.ImportFieldMeasure, contract.ImportFieldFunction, contract.ImportFieldReady,
}

// firstSaid is the first of the fields that the row says something in.
func (p *planner) firstSaid(s said) (field contract.ImportField, isSaid bool) {
	for _, field := range saidOfResponse {
		if p.text(field) != "" && (field != contract.ImportFieldStance || s.stance != nil) {
			return field, true
		}
	}
	return "", false
}

// addResponse takes what the committee has said of the recommendation: into a response that is registered afterwards, one for
// each audit and committee, or nothing where the committee's decided response says the same already.
func (p *planner) addResponse(audit *importAudit, recommendation *importRecommendation, assignment *importAssignment, s said) {
	field, isSaid := p.firstSaid(s)
	if !isSaid {
		return
	}
	addressee := addresseeOf(audit, assignment.CommitteeID)
	if addressee != nil && addressee.Response != nil && !addressee.Response.isNew {
		p.compare(addressee, assignment, s)
		return
	}
	if p.isLoose() {
		return
	}
	if !p.actor.May(authz.ResponseRegister, assignment.CommitteeID) && !p.actor.May(authz.ResponseRegister, assignment.HolderID) {
		p.fault(field, "not_your_committee")
		return
	}
	if addressee == nil {
		if !p.mayExtend(audit, field) {
			return
		}
		addressee = &importAddressee{ID: newID(), CommitteeID: assignment.CommitteeID, isNew: true}
		audit.Addressees = append(audit.Addressees, addressee)
	}
	p.register(addressee, recommendation, s)
}

func addresseeOf(audit *importAudit, committee uuid.UUID) *importAddressee {
	for _, addressee := range audit.Addressees {
		if addressee.CommitteeID == committee {
			return addressee
		}
	}
	return nil
}

// isLoose: a time or a function without a measure that it is of.
func (p *planner) isLoose() bool {
	if p.text(contract.ImportFieldMeasure) != "" {
		return false
	}
	for _, field := range []contract.ImportField{contract.ImportFieldReady, contract.ImportFieldFunction} {
		if p.text(field) != "" {
			p.fault(field, "measure_required")
			return true
		}
	}
	return false
}

func (p *planner) register(addressee *importAddressee, recommendation *importRecommendation, s said) {
	if addressee.Response == nil {
		addressee.Response = &importResponse{State: contract.ResponseStateDecided, isNew: true}
	}
	response := addressee.Response
	if addressee.isNew {
		p.same(&addressee.RegistryNumber, contract.ImportFieldResponseRegistryNumber)
	} else if number := p.text(contract.ImportFieldResponseRegistryNumber); number != "" && sheetimport.Barely(number) != sheetimport.Barely(addressee.RegistryNumber) {
		p.fault(contract.ImportFieldResponseRegistryNumber, "differs_from_stored")
	}
	p.same(&response.Paragraph, contract.ImportFieldParagraph)
	switch {
	case response.DecidedOn == nil:
		response.DecidedOn = s.decidedOn
	case s.decidedOn != nil && *s.decidedOn != *response.DecidedOn:
		p.fault(contract.ImportFieldDecidedOn, "contradicts_earlier_row")
	}
	if field, isSaid := p.firstSaid(s); isSaid {
		response.stated = append(response.stated, statedAt{p.row.number, field})
	}
	p.answer(response, recommendation, s)
}

func (p *planner) answer(response *importResponse, recommendation *importRecommendation, s said) {
	text, what := p.text(contract.ImportFieldAnswer), p.text(contract.ImportFieldMeasure)
	if s.stance == nil && text == "" && what == "" {
		return
	}
	answer := answerIn(response, recommendation.ID)
	p.same(&answer.Text, contract.ImportFieldAnswer)
	switch {
	case answer.Stance == nil:
		answer.Stance = s.stance
	case s.stance != nil && *s.stance != *answer.Stance:
		p.fault(contract.ImportFieldStance, "contradicts_earlier_row")
	}
	if what != "" && !hasMeasure(answer.Measures, what) {
		content := contract.MeasureContent{What: what, Function: p.text(contract.ImportFieldFunction)}
		if words := p.text(contract.ImportFieldReady); words != "" {
			ready := measure.Suggest(words)
			content.Ready = &ready
		}
		answer.Measures, answer.added = append(answer.Measures, what), append(answer.added, content)
	}
}

func answerIn(response *importResponse, recommendation uuid.UUID) *importAnswer {
	for _, answer := range response.answers {
		if answer.Recommendation == recommendation {
			return answer
		}
	}
	answer := &importAnswer{Recommendation: recommendation}
	response.answers = append(response.answers, answer)
	return answer
}

func hasMeasure(measures []string, what string) bool {
	return slices.ContainsFunc(measures, func(known string) bool { return reading.SameWording(known, what) })
}

// compare: a response that is there already is not changed; the row may only say what it says.
func (p *planner) compare(addressee *importAddressee, assignment *importAssignment, s said) {
	response := addressee.Response
	if response.State != contract.ResponseStateDecided && response.State != contract.ResponseStateDelivered {
		field, _ := p.firstSaid(s)
		p.fault(field, "response_begun")
		return
	}
	has := assignment.Answer
	if has == nil {
		has = &importAnswer{}
	}
	differs := map[contract.ImportField]bool{
		contract.ImportFieldDecidedOn:              s.decidedOn != nil && (response.DecidedOn == nil || *s.decidedOn != *response.DecidedOn),
		contract.ImportFieldParagraph:              sheetimport.Barely(p.text(contract.ImportFieldParagraph)) != sheetimport.Barely(response.Paragraph),
		contract.ImportFieldResponseRegistryNumber: sheetimport.Barely(p.text(contract.ImportFieldResponseRegistryNumber)) != sheetimport.Barely(addressee.RegistryNumber),
		contract.ImportFieldStance:                 s.stance != nil && (has.Stance == nil || *s.stance != *has.Stance),
		contract.ImportFieldAnswer:                 !reading.SameWording(p.text(contract.ImportFieldAnswer), has.Text),
		contract.ImportFieldMeasure:                !hasMeasure(has.Measures, p.text(contract.ImportFieldMeasure)),
		contract.ImportFieldReady:                  p.text(contract.ImportFieldMeasure) == "" && !isLastDay(p.text(contract.ImportFieldReady), assignment.LastDay),
	}
	for _, field := range saidOfResponse {
		if p.text(field) != "" && differs[field] {
			p.fault(field, "differs_from_stored")
		}
	}
}

// isLastDay: beside no measure the program's own export has the last of the measures' days.
func isLastDay(text string, last *calendar.Date) bool {
	date, isDate := sheetimport.DateOf(text)
	return isDate && date != nil && last != nil && *date == *last
}

// checkResponses: what a committee has said was decided on a day.
func (p *planner) checkResponses() {
	for _, audit := range p.audits {
		for _, addressee := range audit.Addressees {
			response := addressee.Response
			if response == nil || !response.isNew || response.DecidedOn != nil {
				continue
			}
			for _, at := range response.stated {
				p.faultAt(at.row, contract.ImportFieldDecidedOn, "decision_date_required", columnOf(at.field).title)
			}
		}
	}
}
