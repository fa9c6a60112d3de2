package followup

import (
	"strings"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

func mayEditRound(actor authz.Actor, round contract.Round) error {
	if !actor.Has(authz.RoundEdit) {
		return fault.Forbidden(string(authz.RoundEdit))
	}
	if round.ClosedAt != nil {
		return fault.Conflict("round_closed", "a closed round is opened again before it is changed")
	}
	return nil
}

func mayReopen(actor authz.Actor, round contract.Round) error {
	if !actor.Has(authz.RoundEdit) {
		return fault.Forbidden(string(authz.RoundEdit))
	}
	if round.ClosedAt == nil {
		return fault.Conflict("round_open", "the round is open")
	}
	return nil
}

func roundActions(actor authz.Actor, round contract.Round) []contract.RoundAction {
	switch {
	case mayEditRound(actor, round) == nil:
		return []contract.RoundAction{contract.RoundActionEdit, contract.RoundActionClose}
	case mayReopen(actor, round) == nil:
		return []contract.RoundAction{contract.RoundActionReopen}
	}
	return []contract.RoundAction{}
}

func checkRound(content contract.RoundContent) error {
	if strings.TrimSpace(content.Title) == "" {
		return fault.InvalidField("/content/title", "required", "")
	}
	return nil
}
