// Package check has a control plan's checks as they are performed: what was looked at, what was found and decided, and the
// control deviations that are to be remedied and looked at again. Checks are planned by controlplan.
package check

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// Standing is what decides who may read a check and work with it, or with a deviation noted on it.
type Standing struct {
	Committee   uuid.UUID `json:"committee" db:"committee"`
	IsOwn       bool      `json:"isOwn" db:"is_own"`             // it is the actor's to perform
	WasOwn      bool      `json:"wasOwn" db:"was_own"`           // the actor has performed it
	IsToRemedy  bool      `json:"isToRemedy" db:"is_to_remedy"`  // the deviation is the actor's to remedy
	IsPerformed bool      `json:"isPerformed" db:"is_performed"` // and so no longer the committee's draft
	IsReported  bool      `json:"isReported" db:"is_reported"`   // to the committee, in the plan's report
	IsByHand    bool      `json:"isByHand" db:"is_by_hand"`      // and not by a frequency
}

// isPerformer: no auditor changes a check (GLOSSARY's third law), whoever has given it to them.
func (s Standing) isPerformer(actor authz.Actor) bool { return s.IsOwn && !isIndependent(actor) }

func (s Standing) isRemedier(actor authz.Actor) bool { return s.IsToRemedy && !isIndependent(actor) }

func isIndependent(actor authz.Actor) bool {
	return actor.Is(contract.RoleAuditor) || actor.Is(contract.RoleAdviser)
}

// MayRead: that there is a check and how it stands is read by all who read adopted plans, and by its performer.
func (s Standing) MayRead(actor authz.Actor) error {
	if actor.Has(authz.ControlPlanRead) || s.IsOwn || s.WasOwn {
		return nil
	}
	return fault.Forbidden(string(authz.ControlPlanRead))
}

// SeesContent: what is written in a check is its committee's and its performer's alone until it is performed.
func (s Standing) SeesContent(actor authz.Actor) bool {
	return s.IsPerformed || s.isPerformer(actor) || actor.May(authz.ControlPlanDraft, s.Committee)
}

// MayReadDeviation: as the check's content, and by whoever is to remedy it.
func (s Standing) MayReadDeviation(actor authz.Actor) error {
	if s.isRemedier(actor) || s.MayRead(actor) == nil && s.SeesContent(actor) {
		return nil
	}
	return fault.Forbidden(string(authz.ControlPlanRead))
}

// MayWork tells whether the check is the actor's, by itself or with the whole committee's.
func (s Standing) MayWork(actor authz.Actor) bool {
	return s.isPerformer(actor) || actor.May(authz.CheckPerform, s.Committee)
}

// MayAttach to the check, until it is reported.
func (s Standing) MayAttach(actor authz.Actor) bool { return s.MayWork(actor) && !s.IsReported }

// MayRemedy tells whether the deviation is the actor's to report on.
func (s Standing) MayRemedy(actor authz.Actor) bool { return s.isRemedier(actor) || s.MayWork(actor) }

func (s Standing) mustWork(actor authz.Actor) error {
	if !s.MayWork(actor) {
		return fault.Forbidden(string(authz.CheckPerform))
	}
	return nil
}

func (s Standing) mayChange(actor authz.Actor) error {
	if err := s.mustWork(actor); err != nil {
		return err
	}
	if s.IsReported {
		return fault.Conflict("plan_reported", "the plan has been reported to the committee")
	}
	return nil
}

func (s Standing) mayPerform(actor authz.Actor) error {
	if err := s.mayChange(actor); err != nil {
		return err
	}
	if s.IsPerformed {
		return fault.Conflict("check_performed", "it has been performed; reopen it to correct it")
	}
	return nil
}

func (s Standing) mayReopen(actor authz.Actor) error {
	if err := s.mayChange(actor); err != nil {
		return err
	}
	if !s.IsPerformed {
		return fault.Conflict("check_not_performed", "")
	}
	return nil
}

func (s Standing) mayGive(actor authz.Actor) error {
	if err := actor.Require(authz.CheckPerform, s.Committee); err != nil {
		return err
	}
	return s.mayPerform(actor)
}

func (s Standing) mayDelete(actor authz.Actor) error {
	if err := s.mayPerform(actor); err != nil {
		return err
	}
	if !s.IsByHand {
		return fault.Conflict("check_planned", "it comes by the control's frequency")
	}
	return nil
}

// mayNote: a deviation is noted of what deviates, also in a check that otherwise could not be performed.
func (s Standing) mayNote(actor authz.Actor, content *contract.CheckContent) error {
	if err := s.mayChange(actor); err != nil {
		return err
	}
	if !deviates(content) {
		return fault.Conflict("nothing_deviates", "neither the outcome nor the number says that anything deviates")
	}
	return nil
}

func deviates(content *contract.CheckContent) bool {
	if content == nil {
		return false
	}
	if content.Deviating != nil && *content.Deviating > 0 {
		return true
	}
	return content.Outcome != nil && (*content.Outcome == contract.CheckOutcomeMinorDeviation || *content.Outcome == contract.CheckOutcomeMajorDeviation)
}

// Suggest is the outcome that the plan's limit gives, in percent of the sample; a person decides. Nil where nothing has been
// counted.
func Suggest(sample, deviating *int, minorLimit int) *contract.CheckOutcome {
	if sample == nil || deviating == nil || *sample == 0 {
		return nil
	}
	suggested := contract.CheckOutcomeMajorDeviation
	switch {
	case *deviating == 0:
		suggested = contract.CheckOutcomeNoDeviation
	case *deviating*100 <= *sample*minorLimit:
		suggested = contract.CheckOutcomeMinorDeviation
	}
	return &suggested
}

// checkCompletion: a person has decided on an outcome, the figures agree with each other, and the day has come.
func checkCompletion(completion contract.CheckCompletion, today calendar.Date) error {
	c := completion.Content
	var fields []fault.Field
	require := func(holds bool, at, code string) {
		if !holds {
			fields = append(fields, fault.Field{Pointer: at, Code: code})
		}
	}
	require(c.Outcome != nil, "/content/outcome", "required")
	require(c.Outcome == nil || *c.Outcome != contract.CheckOutcomeNotPerformed || strings.TrimSpace(c.Reason) != "", "/content/reason", "required")
	require(isWithin(c.Sample, c.Population), "/content/sample", "more_than_the_population")
	require(isWithin(c.Deviating, c.Sample), "/content/deviating", "more_than_the_sample")
	require(!today.Before(completion.On), "/on", "future_date")
	if fields != nil {
		return fault.Invalid("invalid", "", fields...)
	}
	return nil
}

// isWithin tells whether a part is no more than its whole, as far as both are said.
func isWithin(part, whole *int) bool { return part == nil || whole == nil || *part <= *whole }

// checkNew: what is to be checked by a day is planned no later than it.
func checkNew(added contract.NewCheck) error {
	switch {
	case strings.TrimSpace(added.Event) == "":
		return fault.InvalidField("/event", "required", "")
	case added.LastOn.Before(added.PlannedOn):
		return fault.InvalidField("/lastOn", "before_the_planned_day", "")
	}
	return nil
}

// withResults is the draw with what was found of each row; nil results take away what was said before.
func withResults(draw *contract.Draw, results []contract.DrawnRowResult) error {
	places := map[int]int{}
	if draw != nil {
		for i, row := range draw.Drawn {
			places[row.Row] = i
			draw.Drawn[i].Result, draw.Drawn[i].Note = nil, ""
		}
	}
	said := map[int]bool{}
	for i, result := range results {
		place, isDrawn := places[result.Row]
		if !isDrawn {
			return fault.InvalidField(fmt.Sprintf("/drawn/%d/row", i), "row_not_drawn", "")
		}
		if said[result.Row] {
			return fault.InvalidField(fmt.Sprintf("/drawn/%d/row", i), "already_used", "")
		}
		said[result.Row] = true
		draw.Drawn[place].Result, draw.Drawn[place].Note = result.Result, result.Note
	}
	return nil
}

func resultsOf(draw *contract.Draw) []contract.DrawnRowResult {
	results := []contract.DrawnRowResult{}
	if draw != nil {
		for _, row := range draw.Drawn {
			results = append(results, contract.DrawnRowResult{Row: row.Row, Result: row.Result, Note: row.Note})
		}
	}
	return results
}

// found is a check as it is stored, with what decides who may do what.
type found struct {
	Check    contract.Check `json:"check"`
	Standing Standing       `json:"standing"`
}

// complete gives the check as the actor may see it, with what is computed and what they may do.
func complete(actor authz.Actor, f found) contract.Check {
	check := f.Check
	check.Control.RecommendationIds = []uuid.UUID{}
	for _, recommendation := range check.Recommendations { // those that the reader sees
		check.Control.RecommendationIds = append(check.Control.RecommendationIds, recommendation.ID)
	}
	check.May = mayWith(actor, f)
	if !f.Standing.SeesContent(actor) {
		check.Content, check.Draw, check.Deviations = nil, nil, []contract.DeviationSummary{}
		return check
	}
	check.Content.Drawn = resultsOf(check.Draw)
	check.Suggested = Suggest(check.Content.Sample, check.Content.Deviating, check.MinorLimit)
	return check
}

func mayWith(actor authz.Actor, f found) []contract.CheckAction {
	may := []contract.CheckAction{}
	add := func(action contract.CheckAction, err error) {
		if err == nil {
			may = append(may, action)
		}
	}
	add(contract.CheckActionPerform, f.Standing.mayPerform(actor))
	add(contract.CheckActionReopen, f.Standing.mayReopen(actor))
	add(contract.CheckActionGive, f.Standing.mayGive(actor))
	add(contract.CheckActionDelete, f.Standing.mayDelete(actor))
	add(contract.CheckActionNoteDeviation, f.Standing.mayNote(actor, f.Check.Content))
	return may
}

// stale: what is changed must be what was last read.
func stale(current, read int64) error {
	if current != read {
		return fault.Stale()
	}
	return nil
}

// mayAdd: an event is for the committee's own roles and for the control's person to tell of. What no longer runs is not checked.
func (c controlStanding) mayAdd(actor authz.Actor) error {
	standing := Standing{Committee: c.Committee, IsOwn: c.IsOwn && !c.IsDraft, IsReported: c.IsReported}
	if err := standing.mayChange(actor); err != nil {
		return err
	}
	switch {
	case c.IsDraft:
		return fault.Conflict("plan_not_adopted", "a draft's controls are not checked")
	case c.IsPast:
		return fault.Conflict("control_past", "the control no longer runs")
	}
	return nil
}
