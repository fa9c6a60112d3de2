package demo

import (
	"context"
	"fmt"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/identity"
)

type person struct {
	mailbox string
	name    string
	title   string
	roles   []contract.RoleGrant
}

func over(role contract.Role, committees ...string) []contract.RoleGrant {
	if len(committees) == 0 {
		return []contract.RoleGrant{{Role: role}}
	}
	grants := make([]contract.RoleGrant, len(committees))
	for i, abbreviation := range committees {
		committee := committeeID(abbreviation)
		grants[i] = contract.RoleGrant{Role: role, CommitteeID: &committee}
	}
	return grants
}

var people = []person{
	{"officer", "Elin Strandmark", "Utredare", over(contract.RoleOfficer, "AMN", "BUN")},
	{"manager", "Mats Åkerlind", "Förvaltningschef", over(contract.RoleManager, "AMN")},
	{"secretary", "Karin Vassberg", "Nämndsekreterare", over(contract.RoleSecretary, "AMN", "BUN")},
	{"controller", "Jonas Ekenfors", "Controller", append(over(contract.RoleController), over(contract.RoleController, "AMN", "BUN")...)},
	{"contributor", "Sofia Hedlund Rask", "Enhetschef", over(contract.RoleContributor, "AMN")},
	{"auditor", "Birgitta Sjöholm", "Revisor", over(contract.RoleAuditor)},
	{"adviser", "Henrik Nordkaj", "Sakkunnigt biträde", over(contract.RoleAdviser)},
	{"overseer", "Anna Lundmarker", "Kommundirektör", over(contract.RoleOverseer)},
	{"reader", "Peter Askerud", "Ersättare i kommunfullmäktige", over(contract.RoleReader)},
	{"admin", "Leila Farsund", "Systemförvaltare", over(contract.RoleAdministrator)},
}

// colleagues are the officials of the committees that the demo's own accounts do not serve.
var colleagues = []person{
	{"nils.tradgard", "Nils Trädgård", "Utredare", over(contract.RoleOfficer, "KS", "MBN")},
	{"fatima.berglov", "Fatima Berglöv", "Utredare", over(contract.RoleOfficer, "SN")},
	{"hakan.silvergren", "Håkan Silvergren", "Biträdande kommundirektör", over(contract.RoleManager, "KS")},
	{"ove.ljungsater", "Ove Ljungsater", "Förvaltningschef", over(contract.RoleManager, "BUN")},
	{"cecilia.almfors", "Cecilia Almfors", "Förvaltningschef", over(contract.RoleManager, "SN")},
	{"petra.granmyr", "Petra Granmyr", "Förvaltningschef", over(contract.RoleManager, "MBN")},
	{"tove.mardfors", "Tove Mårdfors", "Nämndsekreterare", over(contract.RoleSecretary, "KS")},
	{"sara.lindvall", "Sara Lindvall", "Controller", over(contract.RoleController, "SN")},
	{"ida.ronnbacke", "Ida Rönnbacke", "Nämndsekreterare", over(contract.RoleSecretary, "SN", "MBN")},
}

// desk is who writes, approves and registers a committee's responses.
type desk struct{ officer, manager, secretary string }

var desks = map[string]desk{
	"KS":  {"nils.tradgard", "hakan.silvergren", "tove.mardfors"},
	"AMN": {"officer", "manager", "secretary"},
	"BUN": {"officer", "ove.ljungsater", "secretary"},
	"SN":  {"fatima.berglov", "cecilia.almfors", "ida.ronnbacke"},
	"MBN": {"nils.tradgard", "petra.granmyr", "ida.ronnbacke"},
}

func everybody() []person { return append(people[:len(people):len(people)], colleagues...) }

func memberOf(mailbox string) identity.NewMember {
	for _, p := range everybody() {
		if p.mailbox == mailbox {
			return identity.NewMember{Password: password, NewMembership: contract.NewMembership{
				ID: id("membership/" + mailbox), Email: mailbox + "@storan.example", Name: p.name,
				Content: contract.MembershipContent{Title: p.title, Roles: p.roles},
			}}
		}
	}
	panic("the demo has no " + mailbox) // a mistake in this package
}

// establish makes the municipality with the two who need nobody to let them in.
func (s *seeder) establish(ctx context.Context) error {
	content := contract.OrganizationContent{Name: "Storåns kommun", AuditorsName: "Storåns kommuns revisorer"}
	created, err := s.Identity.Establish(ctx, storan, content, memberOf("auditor"), memberOf("admin"))
	for _, c := range created {
		s.remember(c.Membership)
	}
	return err
}

func (s *seeder) people(ctx context.Context) error {
	memberships := make(chan contract.Membership, len(people)+len(colleagues))
	err := atOnce(ctx, everybody(), func(ctx context.Context, p person) error {
		created, err := s.Identity.Enrol(ctx, storan, memberOf(p.mailbox))
		if err != nil {
			return fmt.Errorf("%s: %w", p.mailbox, err)
		}
		memberships <- created.Membership
		return nil
	})
	close(memberships)
	for membership := range memberships {
		s.remember(membership)
	}
	return err
}

func (s *seeder) remember(membership contract.Membership) {
	s.actors[membership.Account.Email] = authz.Actor{
		Account: membership.Account.ID, Name: membership.Account.Name, Email: membership.Account.Email,
		Organization: storan, Roles: membership.Content.Roles,
	}
}

// as is a person of the demo as the use cases know them.
func (s *seeder) as(mailbox string) authz.Actor { return s.actors[mailbox+"@storan.example"] }
