package response

import (
	"fmt"
	"strings"

	"github.com/gabriel-vasile/mimetype"
	"github.com/google/uuid"

	"uppsikt/internal/attachment"
	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// Registration is a response that its committee decided outside the program, of an addressee that has none here.
type Registration struct {
	Committee uuid.UUID
	Command   contract.NewRegisteredResponse
}

// TitleOver is a first title of a response to an audit.
func TitleOver(audit string) string {
	title := []rune("Yttrande över " + lowerFirst(audit))
	return string(title[:min(len(title), longestTitle)])
}

const longestTitle = 500

// checkRegistration holds the parts of a registration against each other and against today.
func checkRegistration(command contract.NewRegisteredResponse, today calendar.Date) error {
	c := &registrationChecker{}
	c.decision(command.Decision, today)
	c.delivery(command, today)
	c.answers(command.Answers)
	if c.fields != nil {
		return fault.Invalid("invalid", "", c.fields...)
	}
	return nil
}

type registrationChecker struct{ fields []fault.Field }

func (c *registrationChecker) require(holds bool, code, pointer string, at ...any) {
	if !holds {
		c.fields = append(c.fields, fault.Field{Pointer: fmt.Sprintf(pointer, at...), Code: code})
	}
}

// decision: under a § of the minutes, or the chair's, whose ground may not be known any more.
func (c *registrationChecker) decision(decision contract.RegisteredDecision, today calendar.Date) {
	byChair := decision.Outcome == contract.RegisteredDecisionOutcomeChairDecision
	c.require(!today.Before(decision.Date), "future_date", "/decision/date")
	c.require(byChair || strings.TrimSpace(decision.Paragraph) != "", "required", "/decision/paragraph")
	c.require(byChair || decision.Delegation == nil, "only_with_chair_decision", "/decision/delegation")
}

func (c *registrationChecker) delivery(command contract.NewRegisteredResponse, today calendar.Date) {
	if command.DeliveredOn == nil {
		return
	}
	c.require(!today.Before(*command.DeliveredOn), "future_date", "/deliveredOn")
	c.require(!command.DeliveredOn.Before(command.Decision.Date), "delivered_before_decision", "/deliveredOn")
}

// answers: each to recommendations or to a statement, and one to a recommendation.
func (c *registrationChecker) answers(answers []contract.RegisteredAnswer) {
	ids, answered := map[uuid.UUID]bool{}, map[uuid.UUID]bool{}
	for i, answer := range answers {
		hasStatement := answer.Content.Statement != nil && strings.TrimSpace(*answer.Content.Statement) != ""
		c.require(hasStatement != (len(answer.RecommendationIds) > 0), "recommendation_or_statement", "/answers/%d/recommendationIds", i)
		c.require(!ids[answer.ID], "already_used", "/answers/%d/id", i)
		ids[answer.ID] = true
		for j, recommendation := range answer.RecommendationIds {
			c.require(!answered[recommendation], "answered_twice", "/answers/%d/recommendationIds/%d", i, j)
			answered[recommendation] = true
		}
		for j, measure := range answer.Measures {
			c.require(!ids[measure.ID], "already_used", "/answers/%d/measures/%d/id", i, j)
			ids[measure.ID] = true
		}
	}
}

// checkAsked: a committee answers what was recommended to it.
func checkAsked(command contract.NewRegisteredResponse, asked []uuid.UUID) error {
	c, isAsked := &registrationChecker{}, setOf(asked)
	for i, answer := range command.Answers {
		for j, recommendation := range answer.RecommendationIds {
			c.require(isAsked[recommendation], "unknown_recommendation", "/answers/%d/recommendationIds/%d", i, j)
		}
	}
	if c.fields != nil {
		return fault.Invalid("invalid", "", c.fields...)
	}
	return nil
}

func stateOf(command contract.NewRegisteredResponse) contract.ResponseState {
	if command.DeliveredOn != nil {
		return contract.ResponseStateDelivered
	}
	return contract.ResponseStateDecided
}

// isRegistered tells a response that was decided outside the program: of such a one nothing is rendered.
func isRegistered(response contract.Response) bool {
	return len(response.History) > 0 && response.History[0].Action == contract.TransitionActionRegister
}

func hasOriginal(response contract.Response) bool {
	for _, stored := range response.Editions {
		if stored.Edition == contract.StoredEditionEditionDecided {
			return true
		}
	}
	return false
}

// maySetOriginal: of a response decided outside the program; a wrong file is followed by the right one until the auditors
// have spoken of the response. What was kept before stays, with its hash.
func maySetOriginal(actor authz.Actor, response contract.Response) error {
	if err := actor.Require(authz.ResponseRegister, response.CommitteeID); err != nil {
		return err
	}
	switch {
	case !isRegistered(response):
		return fault.Conflict("not_registered_afterwards", "what is decided here is kept as it was rendered")
	case hasOriginal(response) && response.Reception != nil:
		return fault.Conflict("original_received", "the auditors have received the response as it reads")
	}
	return nil
}

// checkOriginal: the papers of a decision are kept as PDF, which is told by its content.
func checkOriginal(content []byte) error {
	switch {
	case len(content) == 0:
		return fault.Invalid("empty_file", "", fault.Field{Pointer: "/file", Code: "empty_file"})
	case len(content) > attachment.Largest:
		return fault.TooLarge(fmt.Sprintf("at most %d MB", attachment.Largest>>20))
	case !mimetype.Detect(content).Is("application/pdf"):
		return fault.Invalid("not_a_pdf", "", fault.Field{Pointer: "/file", Code: "not_a_pdf"})
	}
	return nil
}

// checkOffered: of a response decided outside the program there is its original as it is, and nothing that is made of it.
func checkOffered(response contract.Response, wanted File) error {
	if isRegistered(response) && wanted.Format != contract.DocumentFormatPdf {
		return fault.Conflict("only_original", "a response decided outside the program is given as it was decided")
	}
	if isRegistered(response) && !hasOriginal(response) {
		return fault.Missing("no_original", "the decided response has not been added")
	}
	return nil
}
