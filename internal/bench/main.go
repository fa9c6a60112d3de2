// Command bench measures the program over HTTP beside pgbench with the program's own SQL on the same server. It is run
// by scripts/bench.
package main

import (
	"bufio"
	"bytes"
	"errors"
	"flag"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

const (
	seed          = "uppsikt" // as scripts/bench gives it to generate.sql
	most          = 32        // connections, each of another organization's user
	counts        = 8         // the connections at which the limits hold
	slowestFactor = 4         // p99, of pgbench's

	warmUp = time.Second // before each round: pgbench begins with new connections and plans each statement five times
)

type bench struct {
	program, data, temp string
	organizations       int
	rounds              int
	during              time.Duration
	client              client
	pid                 int
	people              []*person
}

func main() {
	b := bench{}
	flag.StringVar(&b.program, "program", "bin/uppsikt", "the program")
	flag.StringVar(&b.data, "data", "", "folder of the private server's socket")
	flag.IntVar(&b.organizations, "organizations", 311, "how many were generated")
	flag.DurationVar(&b.during, "during", 2*time.Second, "of each round")
	flag.IntVar(&b.rounds, "rounds", 5, "of which the median is told")
	only := flag.String("only", "", "one operation")
	at := flag.Int("connections", 0, "one number of connections")
	flag.Parse()
	if err := b.run(*only, *at); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func (b *bench) run(only string, at int) (err error) {
	if b.temp, err = os.MkdirTemp("", "uppsikt-bench"); err != nil {
		return err
	}
	defer os.RemoveAll(b.temp)
	if only == readingsOnly {
		return b.compareReadings()
	}
	if err := b.findPeople(); err != nil {
		return err
	}
	chosen := slices.DeleteFunc(slices.Clone(operations), func(op operation) bool { return only != "" && op.name != only })
	if err := b.writeScripts(chosen); err != nil {
		return err
	}
	stop, err := b.serve(b.data)
	if err != nil {
		return err
	}
	defer stop()
	fmt.Println("operation conn    http/s  pgbench/s ratio least |  p99 ms pgbench ratio | cpu ms: program server client | pgbench: server  itself | MiB")
	var missed []error
	for _, op := range chosen {
		for _, connections := range []int{1, counts, most} {
			if at != 0 && connections != at {
				continue
			}
			if err := b.compare(op, connections); errors.As(err, new(miss)) {
				missed = append(missed, err)
			} else if err != nil {
				return err
			}
		}
	}
	return errors.Join(missed...)
}

// serve starts the program on a server's socket, and gives how to stop it.
func (b *bench) serve(socket string) (stop func(), err error) {
	command := exec.Command(b.program, "serve", "--addr", "127.0.0.1:0")
	command.Env = append(os.Environ(), "UPPSIKT_DATABASE_URL=postgres:///uppsikt?user=uppsikt_server&sslmode=disable&host="+socket)
	command.Stderr = os.Stderr
	out, err := command.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := command.Start(); err != nil {
		return nil, err
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return nil, fmt.Errorf("the program did not start: %w", err)
	}
	b.pid = command.Process.Pid
	b.client = newClient(strings.TrimSpace(strings.TrimPrefix(line, "Uppsikt: ")))
	return func() { _ = command.Process.Signal(os.Interrupt); _ = command.Wait() }, nil
}

// findPeople takes users of organizations of all sizes, the middle one first.
func (b *bench) findPeople() error {
	for i := range most {
		n := 1 + (b.organizations/2+i*b.organizations/most)%b.organizations
		out, err := b.psql(fmt.Sprintf(`select g.id from session s join assignment g using (organization_id)
			where s.token_hash = sha256('%s-%d') and g.progress = 'ongoing' order by g.id limit 1`, seed, n))
		if err != nil {
			return err
		}
		b.people = append(b.people, &person{secret: fmt.Sprintf("%s-%d", seed, n), assignment: out})
	}
	return nil
}

func (b *bench) psql(statement string) (string, error) {
	out, err := exec.Command("psql", "-h", b.data, "-U", "uppsikt_owner", "-d", "uppsikt", "-Atqc", statement).CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("psql: %w: %s", err, out)
	}
	return strings.TrimSpace(string(out)), nil
}

// writeScripts listens to the program as each person does each operation once, and writes it down for pgbench: each of
// its clients does what one person does.
func (b *bench) writeScripts(chosen []operation) error {
	listener, err := net.Listen("unix", filepath.Join(b.temp, ".s.PGSQL.5432"))
	if err != nil {
		return err
	}
	heard := &tap{}
	go heard.listen(listener, filepath.Join(b.data, ".s.PGSQL.5432"))
	stop, err := b.serve(b.temp)
	if err != nil {
		return err
	}
	defer stop()
	heard.awaitQuiet()
	for _, op := range chosen {
		var text strings.Builder
		var variables []string
		for i, as := range b.people {
			if err := b.client.look(as); err != nil {
				return err
			}
			heard.take()
			if err := b.client.do(op, as); err != nil {
				return err
			}
			sql, with := script("p"+strconv.Itoa(i), heard.take())
			fmt.Fprintf(&text, "%s :client_id = %d\n%s", map[bool]string{true: `\if`, false: `\elif`}[i == 0], i, sql)
			variables = append(variables, with...)
		}
		text.WriteString("\\endif\n")
		if err := os.WriteFile(b.file(op, ".sql"), []byte(text.String()), 0o600); err != nil {
			return err
		}
		if err := os.WriteFile(b.file(op, ".variables"), []byte(strings.Join(variables, "\x00")), 0o600); err != nil {
			return err
		}
	}
	return nil
}

func (b *bench) file(op operation, kind string) string { return filepath.Join(b.temp, op.name+kind) }

// pgbenchRun is one under way.
type pgbenchRun struct {
	command *exec.Cmd
	output  bytes.Buffer
	log     string
}

func (b *bench) startPgbench(op operation, connections int) (*pgbenchRun, error) {
	written, err := os.ReadFile(b.file(op, ".variables"))
	if err != nil {
		return nil, err
	}
	log := b.file(op, ".log")
	arguments := []string{"-h", b.data, "-U", "uppsikt_server", "-n", "-M", "prepared", "-c", strconv.Itoa(connections), "-j", "1",
		"-T", strconv.Itoa(int((warmUp + b.during).Seconds())), "-f", b.file(op, ".sql"), "-l", "--log-prefix=" + log}
	for variable := range strings.SplitSeq(string(written), "\x00") {
		arguments = append(arguments, "-D", variable)
	}
	run := &pgbenchRun{command: exec.Command("pgbench", append(arguments, "uppsikt")...), log: log}
	run.command.Stdout, run.command.Stderr = &run.output, &run.output
	return run, run.command.Start()
}

// wait gives how long each transaction took that ended after the warm-up, and the milliseconds of processor that pgbench
// used itself for each.
func (r *pgbenchRun) wait() (took []time.Duration, itself float64, err error) {
	if err := r.command.Wait(); err != nil {
		return nil, 0, fmt.Errorf("pgbench: %w: %s", err, r.output.String())
	}
	entries, err := readLog(r.log)
	if err != nil {
		return nil, 0, err
	}
	state := r.command.ProcessState
	itself = float64((state.UserTime() + state.SystemTime()).Microseconds()) / 1000 / float64(len(entries))
	first := slices.MinFunc(entries, func(x, y entry) int { return x.ended.Compare(y.ended) })
	for _, e := range entries {
		if e.ended.Sub(first.ended) > warmUp-first.took {
			took = append(took, e.took)
		}
	}
	return took, itself, nil
}

// entry is a transaction in pgbench's log.
type entry struct {
	took  time.Duration
	ended time.Time
}

// readLog reads and removes pgbench's log: client, number, microseconds, script, and the seconds and microseconds of its end.
func readLog(prefix string) ([]entry, error) {
	files, _ := filepath.Glob(prefix + ".*") // the pattern is well formed
	var entries []entry
	for _, file := range files {
		lines, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(lines)) {
			var client, number, took, script, seconds, micros int64
			if _, err := fmt.Sscan(line, &client, &number, &took, &script, &seconds, &micros); err != nil {
				return nil, fmt.Errorf("pgbench's log: %q: %w", line, err)
			}
			entries = append(entries, entry{time.Duration(took) * time.Microsecond, time.Unix(seconds, micros*1000)})
		}
		if err := os.Remove(file); err != nil {
			return nil, err
		}
	}
	return entries, nil
}
