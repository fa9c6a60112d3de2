package notice

import (
	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// period is the days that a wheel shows, the last one with them.
type period struct{ from, to calendar.Date }

func years(first, last int) period {
	return period{calendar.New(first, 1, 1), calendar.New(last, 12, 31)}
}

// onlooker is what somebody's roles show them of a committee's year.
type onlooker struct {
	followsResponses bool
	givenTo          *uuid.UUID // an adviser, who sees the audits given to them
	confidential     *[]uuid.UUID
	readsPlans       bool
	editsOwn         bool // the committee's duties
	editsCommon      bool // every committee's
}

func onlookerOf(actor authz.Actor, committee uuid.UUID) onlooker {
	o := onlooker{
		followsResponses: actor.Has(authz.ResponseFollow), confidential: actor.SeesConfidential(), readsPlans: actor.Has(authz.ControlPlanRead),
		editsOwn: mayEditDuty(actor, &committee) == nil, editsCommon: mayEditDuty(actor, nil) == nil,
	}
	if actor.OnlyAdviser() {
		o.givenTo = &actor.Account
	}
	return o
}

// mayEditDuty: every committee's duties are edited by those whose role is over the organization.
func mayEditDuty(actor authz.Actor, committee *uuid.UUID) error {
	if committee == nil {
		return actor.Require(authz.DutyEdit, uuid.Nil)
	}
	return actor.Require(authz.DutyEdit, *committee)
}

// checkDuty: what comes again each year is over before it comes again.
func checkDuty(at string, duty contract.DutyContent) error {
	switch {
	case duty.EndsOn.Before(duty.StartsOn):
		return fault.InvalidField(at+"/endsOn", "ends_before_it_starts", "")
	case duty.Yearly && !duty.EndsOn.Before(calendar.New(duty.StartsOn.Year()+1, duty.StartsOn.Month(), duty.StartsOn.Day())):
		return fault.InvalidField(at+"/endsOn", "longer_than_a_year", "it comes again each year")
	}
	return nil
}
