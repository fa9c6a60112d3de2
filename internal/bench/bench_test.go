package main

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/jmoiron/sqlx"
	"github.com/lib/pq"

	"uppsikt/internal/app"
	"uppsikt/internal/postgres"
	"uppsikt/internal/postgres/pgtest"
)

// The whole script, on a nation that is no nation and for a moment.
func TestTheScriptRuns(t *testing.T) {
	for _, program := range []string{"psql", "pgbench"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not on this machine", program)
		}
	}
	out, err := exec.CommandContext(t.Context(), "../../scripts/bench", "--tiny", "-only", "change", "-connections", "1", "-rounds", "1", "-during", "1s").CombinedOutput()
	if err != nil || !strings.Contains(string(out), "\nchange       1 ") {
		t.Errorf("%v: %s", err, out)
	}
}

// No statement costs more for what other organizations have: it touches as many of PostgreSQL's pages among few as among
// many, whether PostgreSQL plans it for its parameters or once for all.
func TestAStatementTouchesNoMoreForOtherOrganizationsRows(t *testing.T) {
	db := pgtest.New(t)
	db.Server.SetMaxOpenConns(1) // so that what PostgreSQL reads once on a connection is not counted
	generate(t, db, "ours", 2, 80)
	generate(t, db, "few", 10, 120)
	as := &person{secret: "ours-1"}
	err := db.Owner.Get(&as.assignment, `select g.id from assignment g join session s using (organization_id)
		where s.token_hash = sha256(convert_to($1, 'UTF8')) and g.progress = 'ongoing' order by g.id limit 1`, as.secret)
	if err != nil {
		t.Fatal(err)
	}
	sent := map[string][]statement{}
	client, heard := listen(t, db)
	for _, op := range operations {
		if err := client.look(as); err != nil {
			t.Fatal(err)
		}
		heard.take()
		if err := client.do(op, as); err != nil {
			t.Fatal(err)
		}
		sent[op.name] = slices.DeleteFunc(heard.take(), func(s statement) bool { return len(s.parameters) == 0 }) // begin and commit
	}
	db.Owner.MustExec(`delete from progress_report where comment = 'Mätning.'`) // it is made again
	among := func() map[string][]int {
		touched := map[string][]int{}
		for _, mode := range []string{"force_custom_plan", "force_generic_plan"} {
			for name, statements := range sent {
				pagesTouched(t, db, mode, statements)
				touched[name+", "+mode] = pagesTouched(t, db, mode, statements)
			}
		}
		return touched
	}
	few := among()
	generate(t, db, "many", 100, 1200)
	for name, many := range among() {
		for i, pages := range many {
			if pages > few[name][i]*3/2+30 {
				op, _, _ := strings.Cut(name, ",")
				t.Errorf("%s: statement %d touches %d pages among few organizations and %d among many: %.200s",
					name, i, few[name][i], pages, sent[op][i].text)
			}
		}
		t.Logf("%s: %v pages among few, %v among many", name, few[name], many)
	}
}

// generate runs generate.sql as psql does.
func generate(t *testing.T, db *pgtest.DB, seed string, organizations, audits int) {
	t.Helper()
	script, err := os.ReadFile("generate.sql")
	if err != nil {
		t.Fatal(err)
	}
	_, text, _ := strings.Cut(string(script), "\\set ON_ERROR_STOP on\n")
	text = strings.NewReplacer(":'seed'", "'"+seed+"'", ":organizations", fmt.Sprint(organizations), ":audits", fmt.Sprint(audits),
		":entries", fmt.Sprint(5*audits)).Replace(text)
	connection, err := db.Owner.Connx(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	defer connection.Close()
	for _, statement := range append(strings.SplitAfter(text, ";\n"), "discard all") {
		if _, err := connection.ExecContext(t.Context(), statement); err != nil {
			t.Fatalf("%v: %s", err, statement)
		}
	}
}

// listen serves the program, and hears what it sends to PostgreSQL.
func listen(t *testing.T, db *pgtest.DB) (client, *tap) {
	t.Helper()
	address, err := url.Parse(db.ServerURL)
	if err != nil {
		t.Fatal(err)
	}
	folder, err := os.MkdirTemp("", "tap") // short: a socket's path is at most a hundred bytes
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(folder) })
	query, socket := address.Query(), ".s.PGSQL."
	if query.Get("port") == "" {
		query.Set("port", "5432")
	}
	socket += query.Get("port")
	listener, err := net.Listen("unix", filepath.Join(folder, socket))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = listener.Close() })
	heard := &tap{}
	go heard.listen(listener, filepath.Join(query.Get("host"), socket))
	query.Set("host", folder)
	address.RawQuery = query.Encode()
	served, err := postgres.Open(t.Context(), address.String())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = served.Close() })
	handler, err := app.New(app.Config{Now: app.SystemClock}, served)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return newClient(server.URL), heard
}

// pagesTouched runs the statements in a transaction that is rolled back, and gives how many pages each found or read.
func pagesTouched(t *testing.T, db *pgtest.DB, mode string, statements []statement) (pages []int) {
	t.Helper()
	rollBack := fmt.Errorf("roll back")
	err := postgres.InTransaction(t.Context(), db.Server, func(ctx context.Context, tx *sqlx.Tx) error {
		tx.MustExec(`set local plan_cache_mode = ` + mode)
		for _, s := range statements {
			tx.MustExec(`prepare heard as ` + s.text)
			literals := make([]string, len(s.parameters))
			for i, value := range s.parameters {
				literals[i] = "null"
				if value != nil {
					literals[i] = pq.QuoteLiteral(*value)
				}
			}
			var explained []byte
			err := tx.GetContext(ctx, &explained, `explain (analyze, buffers, timing off, format json) execute heard(`+strings.Join(literals, ", ")+`)`)
			if err != nil {
				return fmt.Errorf("%w: %.300s", err, s.text)
			}
			tx.MustExec(`deallocate heard`)
			var plans []struct {
				Plan struct {
					Hit  int `json:"Shared Hit Blocks"`
					Read int `json:"Shared Read Blocks"`
				}
			}
			if err := json.Unmarshal(explained, &plans); err != nil {
				return err
			}
			pages = append(pages, plans[0].Plan.Hit+plans[0].Plan.Read)
		}
		return rollBack
	})
	if err.Error() != rollBack.Error() {
		t.Fatal(err)
	}
	return pages
}
