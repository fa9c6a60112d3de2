// Package report reads across capabilities: the papers that tell how the recommendations stand. It stores nothing.
package report

import (
	"context"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/controlplan"
	"uppsikt/internal/document"
	"uppsikt/internal/fault"
	"uppsikt/internal/followup"
	"uppsikt/internal/organization"
	"uppsikt/internal/spreadsheet"
)

// Service makes the papers, each from what the capabilities let the actor see.
type Service struct {
	Organization *organization.Service
	Followup     *followup.Service
	ControlPlan  *controlplan.Service
	Now          func() time.Time
}

// StatusPaper tells how a committee's open recommendations stand, or without a committee how all committees' do.
func (s *Service) StatusPaper(ctx context.Context, actor authz.Actor, committee *uuid.UUID) (document.Document, error) {
	from, err := s.sender(ctx, actor)
	if err != nil {
		return document.Document{}, err
	}
	if committee != nil && from.committees[*committee] == "" {
		return document.Document{}, fault.NotFound("committee")
	}
	statuses, err := s.Followup.Statuses(ctx, actor, committee)
	if err != nil {
		return document.Document{}, err
	}
	filter := followup.Filter{}
	if committee != nil {
		filter.Committees = &[]uuid.UUID{*committee}
	}
	overview, err := s.Followup.Overview(ctx, actor, filter)
	if err != nil {
		return document.Document{}, err
	}
	left := leftOut{overview.LeftOut, overview.AnswersHidden}
	if committee != nil {
		return left.saidIn(committeePaper(from, *committee, statuses)), nil
	}
	return left.saidIn(summaryPaper(from, overview, statuses)), nil
}

// Matrix is the status matrix of a round, to read and to reckon with.
func (s *Service) Matrix(ctx context.Context, actor authz.Actor, round uuid.UUID) (document.Document, spreadsheet.Sheet, error) {
	found, err := s.Followup.Round(ctx, actor, round)
	if err != nil {
		return document.Document{}, spreadsheet.Sheet{}, err
	}
	from, err := s.sender(ctx, actor)
	left := leftOut{Assignments: found.LeftOut}
	return left.saidIn(matrixPaper(from, found)), left.saidInSheet(matrixSheet(from, found)), err
}

// Assignments is the list of assignments that a filter chooses, all of it, with the chosen columns.
func (s *Service) Assignments(ctx context.Context, actor authz.Actor, filter followup.Filter, columns []contract.AssignmentColumn) (spreadsheet.Sheet, error) {
	page, err := s.Followup.List(ctx, actor, filter)
	if err != nil {
		return spreadsheet.Sheet{}, err
	}
	from, err := s.sender(ctx, actor)
	left := leftOut{Assignments: page.LeftOut, Answers: hiddenAnswers(page.Items)}
	return left.saidInSheet(assignmentsSheet(from, page.Items, columns)), err
}

// mostCommittees is more than any municipality has, with all that have been succeeded.
const mostCommittees = 1000

func (s *Service) sender(ctx context.Context, actor authz.Actor) (sender, error) {
	organization, err := s.Organization.Organization(ctx, actor)
	if err != nil {
		return sender{}, err
	}
	committees, err := s.Organization.Committees(ctx, actor, mostCommittees, 0)
	now := s.Now()
	return sender{organization: organization.Content, committees: names(committees.Items), today: calendar.DayOf(now), at: now}, err
}
