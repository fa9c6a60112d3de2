package demo

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

type committee struct {
	abbreviation   string
	name           string
	kind           contract.CommitteeKind
	pattern        string
	administration string
	chair          string
	secretary      string
	director       string
	meets          meets
}

// meets is the day of each month but July on which a committee meets.
type meets struct {
	week int
	day  time.Weekday
}

var committees = []committee{
	{"KS", "Kommunstyrelsen", contract.CommitteeKindExecutive, "KS ÅÅÅÅ/NNNN", "Kommunledningskontoret",
		"Gunilla Brandtorp", "Tove Mårdfors", "Anna Lundmarker", meets{1, time.Wednesday}},
	{"AMN", "Arbetsmarknadsnämnden", contract.CommitteeKindCommittee, "AMN-ÅÅÅÅ-NNNNN", "Arbetsmarknadsförvaltningen",
		"Lars Tegelmo", "Karin Vassberg", "Mats Åkerlind", meets{3, time.Thursday}},
	{"BUN", "Barn- och utbildningsnämnden", contract.CommitteeKindCommittee, "BUN-ÅÅÅÅ-NNNNN", "Utbildningsförvaltningen",
		"Maria Klingvall Eng", "Karin Vassberg", "Ove Ljungsater", meets{2, time.Tuesday}},
	{"SN", "Socialnämnden", contract.CommitteeKindCommittee, "SN-ÅÅÅÅ-NNNNN", "Socialförvaltningen",
		"Yusuf Demirholm", "Ida Rönnbacke", "Cecilia Almfors", meets{4, time.Wednesday}},
	{"MBN", "Miljö- och byggnadsnämnden", contract.CommitteeKindCommittee, "MBN-ÅÅÅÅ-NNNNN", "Samhällsbyggnadsförvaltningen",
		"Stig Havtorn", "Ida Rönnbacke", "Petra Granmyr", meets{3, time.Tuesday}},
	{"VN", "Valnämnden", contract.CommitteeKindCommittee, "VN-ÅÅÅÅ-NNN", "Kommunkansliet",
		"Ann-Mari Torpås", "Tove Mårdfors", "Anna Lundmarker", meets{2, time.Monday}},
}

func committeeID(abbreviation string) uuid.UUID { return id("committee/" + abbreviation) }

func committeeOf(abbreviation string) committee {
	for _, c := range committees {
		if c.abbreviation == abbreviation {
			return c
		}
	}
	panic("the demo has no committee " + abbreviation) // a mistake in this package
}

// lastCommittee is made last of all: committees cannot be deleted, so its being there tells that the demo is whole.
var lastCommittee = committees[len(committees)-1]

func (s *seeder) committees(ctx context.Context) error {
	for _, c := range committees {
		administration := contract.NewAdministration{ID: id("administration/" + c.abbreviation), Content: contract.AdministrationContent{Name: c.administration}}
		if _, err := s.Organization.CreateAdministration(ctx, s.as("admin"), administration); err != nil {
			return fmt.Errorf("%s: %w", c.administration, err)
		}
		if c == lastCommittee {
			return nil
		}
		if err := s.committee(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// memorandumTemplate sets the first layout, whose proposed decisions begin with "att", as the municipality's own.
func (s *seeder) memorandumTemplate(ctx context.Context) error {
	template, err := s.Organization.MemorandumTemplate(ctx, s.as("admin"))
	if err != nil || template.Version > 0 {
		return err
	}
	_, err = s.Organization.UpdateMemorandumTemplate(ctx, s.as("admin"), template.Version, template.StartingPoints[0])
	return err
}

func (s *seeder) committee(ctx context.Context, c committee) error {
	_, err := s.Organization.CreateCommittee(ctx, s.as("admin"), contract.NewCommittee{ID: committeeID(c.abbreviation), Content: contract.CommitteeContent{
		Name: c.name, Abbreviation: c.abbreviation, Kind: c.kind, RegistryNumberPattern: c.pattern,
		AdministrationIds: []uuid.UUID{id("administration/" + c.abbreviation)}, Signatories: s.signatories(c),
	}})
	if err != nil {
		return fmt.Errorf("%s: %w", c.name, err)
	}
	return nil
}

// signatories: those who are elected hold office by the council's term, four years from the January after an election.
func (s *seeder) signatories(c committee) []contract.Signatory {
	year := s.today().Year()
	begins := year - (year-2023)%4
	term := calendar.New(begins, time.January, 1)
	before, ended := calendar.New(begins-4, time.January, 1), term.AddDays(-1)
	signatory := func(role contract.SignatoryRole, name, title string, from calendar.Date, until *calendar.Date) contract.Signatory {
		return contract.Signatory{ID: id("signatory/" + c.abbreviation + "/" + string(role) + "/" + from.String()), Role: role, Name: name, Title: title, From: from, Until: until}
	}
	ends := calendar.New(begins+4, time.January, 1).AddDays(-1)
	return []contract.Signatory{
		signatory(contract.SignatoryRoleChair, "Rolf Edsvalla", "Ordförande", before, &ended),
		signatory(contract.SignatoryRoleChair, c.chair, "Ordförande", term, &ends),
		signatory(contract.SignatoryRoleSecretary, c.secretary, "Nämndsekreterare", before, nil),
		signatory(contract.SignatoryRoleDirector, c.director, "Förvaltningschef", before, nil),
	}
}

// meetings are those of the year behind and the year ahead.
func (s *seeder) meetings(ctx context.Context) error {
	return atOnce(ctx, committees[:len(committees)-1], func(ctx context.Context, c committee) error {
		for month := -12; month <= 12; month++ {
			if err := s.meeting(ctx, c, calendar.New(s.today().Year(), s.today().Month()+time.Month(month), 1)); err != nil {
				return err
			}
		}
		return nil
	})
}

func (s *seeder) meeting(ctx context.Context, c committee, month calendar.Date) error {
	if month.Month() == time.July {
		return nil
	}
	return s.meetingOn(ctx, c, c.meets.in(month))
}

func (s *seeder) meetingOn(ctx context.Context, c committee, date calendar.Date) error {
	stop, preparation, dispatch := date.AddDays(-21), date.AddDays(-14), date.AddDays(-7)
	_, err := s.Organization.CreateMeeting(ctx, s.as("admin"), contract.NewMeeting{
		ID: meetingID(c.abbreviation, date), CommitteeID: committeeID(c.abbreviation),
		Content: contract.MeetingContent{Date: date, ManuscriptStop: &stop, Preparation: &preparation, Dispatch: &dispatch},
	})
	if err != nil {
		return fmt.Errorf("%s's meeting on %s: %w", c.name, date, err)
	}
	return nil
}

func meetingID(abbreviation string, date calendar.Date) uuid.UUID {
	return id("meeting/" + abbreviation + "/" + date.String())
}

// in gives the committee's day in a month.
func (m meets) in(month calendar.Date) calendar.Date {
	first := calendar.New(month.Year(), month.Month(), 1)
	toDay := (int(m.day-first.Time().Weekday()) + 7) % 7
	return first.AddDays(toDay + 7*(m.week-1))
}
