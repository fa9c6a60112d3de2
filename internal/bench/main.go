// Command bench measures the program over HTTP beside pgbench with the program's own SQL on the same server. It is run
// by scripts/bench.
package main

import (
	"bufio"
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
	rounds        = 5
	most          = 32 // connections, each of another organization's user
	counts        = 8  // the connections at which the limits hold
	slowestFactor = 4  // p99, of pgbench's
)

type bench struct {
	program, data, temp string
	organizations       int
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
	fmt.Println("operation conn    http/s  pgbench/s ratio least |  p99 ms pgbench ratio | cpu ms: program server | MiB")
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
			where s.token_hash = sha256('bench-%d') and g.progress = 'ongoing' order by g.id limit 1`, n))
		if err != nil {
			return err
		}
		b.people = append(b.people, &person{secret: "bench-" + strconv.Itoa(n), assignment: out})
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

// pgbench gives how long each transaction took.
func (b *bench) pgbench(op operation, connections int) ([]time.Duration, error) {
	written, err := os.ReadFile(b.file(op, ".variables"))
	if err != nil {
		return nil, err
	}
	log := b.file(op, ".log")
	arguments := []string{"-h", b.data, "-U", "uppsikt_server", "-n", "-M", "prepared", "-c", strconv.Itoa(connections), "-j", "1",
		"-T", strconv.Itoa(int(b.during.Seconds())), "-f", b.file(op, ".sql"), "-l", "--log-prefix=" + log}
	for variable := range strings.SplitSeq(string(written), "\x00") {
		arguments = append(arguments, "-D", variable)
	}
	if out, err := exec.Command("pgbench", append(arguments, "uppsikt")...).CombinedOutput(); err != nil {
		return nil, fmt.Errorf("pgbench: %w: %s", err, out)
	}
	return readLog(log)
}

// readLog reads and removes pgbench's log: client, number, microseconds.
func readLog(prefix string) ([]time.Duration, error) {
	files, _ := filepath.Glob(prefix + ".*") // the pattern is well formed
	var took []time.Duration
	for _, file := range files {
		lines, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		for line := range strings.Lines(string(lines)) {
			us, err := strconv.Atoi(strings.Fields(line)[2])
			if err != nil {
				return nil, err
			}
			took = append(took, time.Duration(us)*time.Microsecond)
		}
		if err := os.Remove(file); err != nil {
			return nil, err
		}
	}
	return took, nil
}
