package app

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/mail"
	"os"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"

	"uppsikt/internal/contract"
	"uppsikt/internal/identity"
	"uppsikt/internal/journal"
)

// Migrate is the command that brings the database's schema forward.
type Migrate struct{}

func (Migrate) Run(ctx context.Context) error {
	return withDatabase(ctx, func(d *database) error { return d.migrate(ctx) })
}

// AddOrganization is the command that makes an organization. Its first auditor is named with it: only an auditor names
// others.
type AddOrganization struct {
	Name               string `required:"" help:"Its name, e.g. \"Storåns kommun\"."`
	AuditorsName       string `required:"" help:"What its auditors are called, e.g. \"Storåns kommuns revisorer\"."`
	AuditorEmail       string `required:"" help:"The first auditor's e-mail address."`
	AuditorName        string `required:"" help:"The first auditor's name."`
	AdministratorEmail string `help:"The first administrator's e-mail address." and:"administrator"`
	AdministratorName  string `help:"The first administrator's name." and:"administrator"`
}

// Run prints the organization's id, and new accounts' passwords this once.
func (a AddOrganization) Run(ctx context.Context, stdout io.Writer) error {
	members, err := a.members()
	if err != nil {
		return err
	}
	id, err := uuid.NewV7()
	if err != nil {
		return err
	}
	return withMigrated(ctx, func(owner *sqlx.DB) error {
		content := contract.OrganizationContent{Name: a.Name, AuditorsName: a.AuditorsName}
		created, err := identity.NewService(owner, SystemClock).Establish(ctx, id, content, members...)
		if err != nil {
			return err
		}
		fmt.Fprintf(stdout, "organization %s\n", id)
		printAccounts(stdout, created)
		return nil
	})
}

func (a AddOrganization) members() ([]identity.NewMember, error) {
	auditor, err := newMember(a.AuditorEmail, a.AuditorName, "Revisor", contract.RoleGrant{Role: contract.RoleAuditor})
	if err != nil || a.AdministratorEmail == "" {
		return []identity.NewMember{auditor}, err
	}
	administrator, err := newMember(a.AdministratorEmail, a.AdministratorName, "Administratör", contract.RoleGrant{Role: contract.RoleAdministrator})
	return []identity.NewMember{auditor, administrator}, err
}

// AddAccount is the command that gives a person roles in an organization.
type AddAccount struct {
	Email        string          `required:"" help:"E-mail address; an account is made where there is none."`
	Name         string          `required:"" help:"Name, used where the account is new."`
	Title        string          `help:"Function, e.g. \"Utredare\"."`
	Organization string          `required:"" help:"The organization's name or id."`
	Role         []contract.Role `required:"" help:"Roles: ${enum}." enum:"officer,manager,secretary,controller,contributor,auditor,adviser,overseer,reader,administrator"`
	Committee    string          `help:"The committee that the roles are held over, by name, abbreviation or id; else the whole organization."`
}

// Run prints a new account's password this once.
func (a AddAccount) Run(ctx context.Context, stdout io.Writer) error {
	return withMigrated(ctx, func(owner *sqlx.DB) error {
		organization, committee, err := findScope(ctx, owner, a.Organization, a.Committee)
		if err != nil {
			return err
		}
		grants := make([]contract.RoleGrant, len(a.Role))
		for i, role := range a.Role {
			grants[i] = contract.RoleGrant{Role: role, CommitteeID: committee}
		}
		member, err := newMember(a.Email, a.Name, a.Title, grants...)
		if err != nil {
			return err
		}
		created, err := identity.NewService(owner, SystemClock).Enrol(ctx, organization, member)
		if err != nil {
			return err
		}
		printAccounts(stdout, []contract.CreatedMembership{created})
		return nil
	})
}

func newMember(email, name, title string, roles ...contract.RoleGrant) (identity.NewMember, error) {
	if parsed, err := mail.ParseAddress(email); err != nil || parsed.Address != email {
		return identity.NewMember{}, fmt.Errorf("%q is not an e-mail address", email)
	}
	id, err := uuid.NewV7()
	return identity.NewMember{NewMembership: contract.NewMembership{
		ID: id, Email: email, Name: name, Content: contract.MembershipContent{Title: title, Roles: roles},
	}}, err
}

func printAccounts(stdout io.Writer, created []contract.CreatedMembership) {
	for _, c := range created {
		if c.InitialPassword == nil {
			fmt.Fprintf(stdout, "account %s, with the password it has\n", c.Membership.Account.Email)
			continue
		}
		fmt.Fprintf(stdout, "account %s, password %s\n", c.Membership.Account.Email, *c.InitialPassword)
	}
}

// VerifyJournal is the command that walks every organization's chain of changes.
type VerifyJournal struct {
	Heads string `type:"existingfile" help:"File of heads that an earlier verification printed: each must still be in its chain."`
}

// Run prints where the chains end, one JSON object a line, for keeping elsewhere.
func (v VerifyJournal) Run(ctx context.Context, stdout io.Writer) error {
	kept, err := v.kept()
	if err != nil {
		return err
	}
	return withMigrated(ctx, func(owner *sqlx.DB) error {
		heads, err := journal.Verify(ctx, owner, kept)
		encoder := json.NewEncoder(stdout)
		for _, head := range heads {
			err = errors.Join(err, encoder.Encode(head))
		}
		return err
	})
}

func (v VerifyJournal) kept() ([]journal.Head, error) {
	if v.Heads == "" {
		return nil, nil
	}
	file, err := os.Open(v.Heads)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var kept []journal.Head
	for decoder := json.NewDecoder(bufio.NewReader(file)); ; {
		var head journal.Head
		switch err := decoder.Decode(&head); {
		case errors.Is(err, io.EOF):
			return kept, nil
		case err != nil:
			return nil, fmt.Errorf("%s: %w", v.Heads, err)
		}
		kept = append(kept, head)
	}
}

func withDatabase(ctx context.Context, do func(*database) error) (err error) {
	database, err := openDatabase(ctx)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, database.close()) }()
	return do(database)
}

func withMigrated(ctx context.Context, do func(owner *sqlx.DB) error) error {
	return withDatabase(ctx, func(d *database) error {
		if d.private != nil {
			if err := d.migrate(ctx); err != nil {
				return err
			}
		}
		return d.asOwner(ctx, do)
	})
}
