// Package demo fills a database with Storåns kommun, a municipality that does not exist, through the capabilities' own use
// cases.
package demo

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"
	"golang.org/x/sync/errgroup"

	"uppsikt/internal/attachment"
	"uppsikt/internal/audit"
	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/check"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/controlplan"
	"uppsikt/internal/fault"
	"uppsikt/internal/followup"
	"uppsikt/internal/identity"
	"uppsikt/internal/indicator"
	"uppsikt/internal/notice"
	"uppsikt/internal/operationalplan"
	"uppsikt/internal/organization"
	"uppsikt/internal/publicpage"
	"uppsikt/internal/response"
)

const password = "uppsikt-demo"

// Capabilities are what the demo is made with.
type Capabilities struct {
	Identity        *identity.Service
	Organization    *organization.Service
	Audit           *audit.Service
	Response        *response.Service
	ControlPlan     *controlplan.Service
	Check           *check.Service
	OperationalPlan *operationalplan.Service
	Followup        *followup.Service
	Attachment      *attachment.Service
	Indicator       *indicator.Service
	Notice          *notice.Service

	Confidentiality *confidentiality.Service
	PublicPage      *publicpage.Service
}

// Seed makes the demo around now, with capabilities on the clocks that it asks for: what has happened has happened on
// different days. Once it is whole, what people have made of it stays; a seeding that was broken off is completed, since
// everything has an id that is always the same.
func Seed(ctx context.Context, on func(clock func() time.Time) Capabilities, now time.Time) error {
	clock := func() time.Time { return now }
	s := &seeder{on(clock), on, now, map[string]authz.Actor{}}
	whole, err := s.isWhole(ctx)
	if err != nil || whole {
		return err
	}
	for _, step := range []func(context.Context) error{
		s.establish, s.memorandumTemplate, s.committees, s.people, s.meetings, s.audits, s.responses,
		s.pastResponses, s.fates, s.rounds, s.criticisms, s.repetitions, s.notes, s.papers, s.publish, s.controlPlans,
		s.operationalPlans, s.indicators, s.duties, s.citations, s.complete,
	} {
		if err := step(ctx); err != nil {
			return err
		}
	}
	return nil
}

type seeder struct {
	Capabilities
	onClock func(func() time.Time) Capabilities
	now     time.Time
	actors  map[string]authz.Actor // by e-mail address
}

// on gives the capabilities as they work on a day, at noon in UTC.
func (s *seeder) on(day calendar.Date) Capabilities {
	return s.onClock(func() time.Time { return day.Time().Add(12 * time.Hour) })
}

// atOnce does for each thing what does not depend on the others, four at a time: the demo is waited for.
func atOnce[T any](ctx context.Context, things []T, do func(context.Context, T) error) error {
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(4)
	for _, thing := range things {
		group.Go(func() error { return do(ctx, thing) })
	}
	return group.Wait()
}

func (s *seeder) isWhole(ctx context.Context) (bool, error) {
	_, err := s.Organization.Committee(ctx, authz.Actor{Organization: storan}, committeeID(lastCommittee.abbreviation))
	if fault.Is(err, "not_found") {
		return false, nil
	}
	return err == nil, err
}

func (s *seeder) complete(ctx context.Context) error { return s.committee(ctx, lastCommittee) }

func (s *seeder) today() calendar.Date { return calendar.DayOf(s.now) }

// id gives a thing of the demo its lasting identity, by a name that only this package uses.
func id(name string) uuid.UUID {
	return uuid.NewSHA1(uuid.NameSpaceURL, []byte("https://storan.example/"+name))
}

var storan = id("organization")

// Accounts is a block for the terminal: who can sign in.
func Accounts() string {
	var block strings.Builder
	fmt.Fprintf(&block, "\nDemo accounts, all with the password %s:\n", password)
	for _, p := range people {
		fmt.Fprintf(&block, "  %-30s %s\n", p.mailbox+"@storan.example", p.title)
	}
	return block.String()
}
