// Package authz says who may do what: the actor, the permissions, and which role gives which, as Go code, so that a
// change of rights shows in the diff. The contract's x-permission names the permission an operation needs.
package authz

import (
	"slices"

	"uppsikt/internal/contract"
)

// Permission is a right; its name stands in the contract's x-permission.
type Permission string

const (
	// Levels below any role.
	Public   Permission = "public"
	SignedIn Permission = "signed_in"
	Member   Permission = "member"

	OrganizationEdit Permission = "organization.edit"
	MeetingEdit      Permission = "meeting.edit"
	PeopleRead       Permission = "people.read"
	PeopleEdit       Permission = "people.edit"

	AuditRead     Permission = "audit.read"
	AuditRegister Permission = "audit.register"
	AuditCorrect  Permission = "audit.correct"
	AuditConfirm  Permission = "audit.confirm"
	AddresseeEdit Permission = "addressee.edit"

	ResponseFollow   Permission = "response.follow" // states and dates
	ResponseRead     Permission = "response.read"   // what is decided
	ResponseSeeDraft Permission = "response.see_draft"
	ResponseDraft    Permission = "response.draft"
	ResponseReturn   Permission = "response.return"
	ResponseApprove  Permission = "response.approve"
	DecisionRegister Permission = "decision.register"
	ResponseRegister Permission = "response.register" // one decided outside the program

	ReceptionRegister Permission = "reception.register"

	FollowupRead   Permission = "followup.read"
	ProgressReport Permission = "progress.report"
	VerdictPropose Permission = "verdict.propose"
	VerdictConfirm Permission = "verdict.confirm"
	NoteRead       Permission = "note.read" // the auditors' working notes: GLOSSARY's fifth law
	RoundEdit      Permission = "round.edit"
	CriticismEdit  Permission = "criticism.edit"
	RepetitionLink Permission = "repetition.link"
	FollowupImport Permission = "followup.import" // of the columns that are the actor's own to set

	RiskScaleEdit     Permission = "riskscale.edit"
	CommonRiskEdit    Permission = "commonrisk.edit"
	ControlPlanFollow Permission = "controlplan.follow" // that there is one, and its state
	ControlPlanRead   Permission = "controlplan.read"   // what is adopted
	ControlPlanDraft  Permission = "controlplan.see_draft"
	ControlPlanEdit   Permission = "controlplan.edit"
	RiskEdit          Permission = "risk.edit"
	CheckPerform      Permission = "check.perform" // any of the committee's checks; one's own needs no role

	OperationalPlanFollow Permission = "operationalplan.follow"
	OperationalPlanRead   Permission = "operationalplan.read" // what is adopted
	OperationalPlanDraft  Permission = "operationalplan.see_draft"
	OperationalPlanEdit   Permission = "operationalplan.edit"
	OperationalPlanReport Permission = "operationalplan.report"

	IndicatorRead Permission = "indicator.read"
	IndicatorEdit Permission = "indicator.edit"
	DutyEdit      Permission = "duty.edit"
	MailFollow    Permission = "mail.follow"

	ConfidentialRead Permission = "confidential.read"
	ConfidentialMark Permission = "confidential.mark"
)

// scope says over what a role is held.
type scope int

const (
	ofCommittee scope = 1 << iota
	ofOrganization
)

type role struct {
	scope       scope
	permissions []Permission
}

var (
	reading = []Permission{AuditRead, ResponseFollow, ResponseRead, FollowupRead, ControlPlanFollow, ControlPlanRead,
		OperationalPlanFollow, OperationalPlanRead, IndicatorRead}
	// drafting is held over one committee: GLOSSARY's first law, a draft belongs to its committee.
	drafting = join(reading, AuditRegister, AuditCorrect, AddresseeEdit, ResponseSeeDraft, ResponseDraft, ProgressReport,
		ResponseRegister, FollowupImport, ControlPlanDraft, RiskEdit, CheckPerform, OperationalPlanDraft, OperationalPlanReport, IndicatorEdit,
		ConfidentialRead, ConfidentialMark)
)

// roles is GLOSSARY.md's table of roles.
var roles = map[contract.Role]role{
	contract.RoleOfficer: {ofCommittee, drafting},
	contract.RoleManager: {ofCommittee, join(drafting, ResponseReturn, ResponseApprove)},
	contract.RoleSecretary: {ofCommittee, join(reading, AuditRegister, AuditCorrect, AddresseeEdit, MeetingEdit, ResponseSeeDraft, ResponseReturn, DecisionRegister,
		ResponseRegister, ControlPlanDraft, OperationalPlanDraft, DutyEdit, ConfidentialRead, ConfidentialMark)},
	contract.RoleController: {ofCommittee | ofOrganization, join(reading, AuditRegister, AuditCorrect, ResponseSeeDraft,
		ControlPlanDraft, ControlPlanEdit, RiskEdit, CommonRiskEdit, RiskScaleEdit, CheckPerform,
		OperationalPlanDraft, OperationalPlanEdit, OperationalPlanReport, IndicatorEdit, DutyEdit)},
	contract.RoleContributor: {ofCommittee | ofOrganization, nil},
	contract.RoleAuditor: {ofOrganization, join(reading, AuditRegister, AuditCorrect, AuditConfirm, AddresseeEdit, ReceptionRegister, VerdictPropose, VerdictConfirm, NoteRead,
		RoundEdit, CriticismEdit, RepetitionLink, FollowupImport, ConfidentialRead, ConfidentialMark, PeopleRead, PeopleEdit)},
	contract.RoleAdviser:       {ofOrganization, join(reading, AuditRegister, AuditCorrect, VerdictPropose, NoteRead, ConfidentialRead)},
	contract.RoleOverseer:      {ofOrganization, reading},
	contract.RoleReader:        {ofCommittee | ofOrganization, reading},
	contract.RoleAdministrator: {ofOrganization, []Permission{OrganizationEdit, RiskScaleEdit, MeetingEdit, DutyEdit, MailFollow, PeopleRead, PeopleEdit}},
}

// RolesWith lists the roles that give a permission.
func RolesWith(needed Permission) []contract.Role {
	var giving []contract.Role
	for name, role := range roles {
		if slices.Contains(role.permissions, needed) {
			giving = append(giving, name)
		}
	}
	slices.Sort(giving)
	return giving
}

func join(base []Permission, more ...Permission) []Permission {
	return append(append([]Permission{}, base...), more...)
}

// belongsToCommittee tells the permissions that are only ever held through a role scoped to the committee itself: an
// organization-wide controller does not see drafts.
func (p Permission) belongsToCommittee() bool {
	switch p {
	case ResponseSeeDraft, ResponseDraft, ResponseReturn, ResponseApprove, DecisionRegister, ResponseRegister, ProgressReport,
		ControlPlanDraft, ControlPlanEdit, RiskEdit, CheckPerform, OperationalPlanDraft, OperationalPlanEdit, OperationalPlanReport, IndicatorEdit:
		return true
	}
	return false
}

// belongsToOrganization tells those that only a role over the whole organization gives: what is common to all committees.
func (p Permission) belongsToOrganization() bool { return p == CommonRiskEdit || p == RiskScaleEdit }
