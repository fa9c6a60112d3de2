// Uppsikt follows up what a Swedish municipality's auditors recommend, and its internal control. This is its command line.
package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"os/signal"
	"syscall"
	_ "time/tzdata" // the program knows Europe/Stockholm on machines that do not

	"github.com/alecthomas/kong"

	"uppsikt/internal/app"
	"uppsikt/internal/reading"
)

const (
	exitFailed = 1
	exitUsage  = 2
)

type commands struct {
	Serve        app.Serve `cmd:"" help:"Serve the web application."`
	Read         read      `cmd:"" help:"Read an audit's files and print what was read, as JSON. Needs no database."`
	ReadChild    readChild `cmd:"" hidden:""`
	Organization struct {
		Add app.AddOrganization `cmd:"" help:"Make an organization, with its first auditor."`
	} `cmd:"" help:"Organizations."`
	Account struct {
		Add app.AddAccount `cmd:"" help:"Give a person roles in an organization."`
	} `cmd:"" help:"Accounts."`
	Migrate app.Migrate `cmd:"" help:"Bring the database's schema forward."`
	Journal struct {
		Verify app.VerifyJournal `cmd:"" help:"Verify the record of changes and print where it ends."`
	} `cmd:"" help:"The record of changes."`
}

type read struct {
	Files []string `arg:"" name:"file" help:"Report, cover letter, … of one audit; - is standard input."`
}

func (r read) Run(stdout io.Writer) error {
	if code := app.ReadingRoom().Command(r.Files, os.Stdin, stdout, os.Stderr); code != 0 {
		os.Exit(code)
	}
	return nil
}

// readChild is how the program reads in a process of its own.
type readChild struct{}

func (readChild) Run(stdout io.Writer) error { return reading.ChildMain(os.Stdin, stdout) }

func main() {
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stderr, nil)))
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second signal ends the program at once
	parser := kong.Must(&commands{}, kong.Name("uppsikt"),
		kong.Description("Follow-up of auditors' recommendations and internal control. The database is a private one in "+
			"UPPSIKT_DATA_DIR, or the one of UPPSIKT_DATABASE_URL (serving role) and UPPSIKT_OWNER_URL (schema's owner)."),
		kong.BindTo(ctx, (*context.Context)(nil)), kong.BindTo(os.Stdout, (*io.Writer)(nil)))
	command, err := parser.Parse(os.Args[1:])
	if err != nil {
		fail(exitUsage, err)
	}
	if err := command.Run(); err != nil {
		fail(exitFailed, err)
	}
}

func fail(code int, err error) {
	fmt.Fprintf(os.Stderr, "uppsikt: %v\n", err)
	os.Exit(code)
}
