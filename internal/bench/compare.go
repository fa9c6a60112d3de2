package main

import (
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"
)

// miss is a limit that was not met.
type miss string

func (m miss) Error() string { return string(m) }

// figures are of each round: requests per second, p99, and the processor's milliseconds for each request.
type figures struct{ http, pgbench, httpP99, pgbenchP99, program, server, client, pgbenchServer, pgbenchItself []float64 }

// compare runs the rounds of both in turn and prints one line of medians.
func (b *bench) compare(op operation, connections int) error {
	var f figures
	for range b.rounds {
		if err := b.round(op, connections, &f); err != nil {
			return err
		}
	}
	ratio, slower := median(f.http)/median(f.pgbench), median(f.httpP99)/median(f.pgbenchP99)
	fmt.Printf("%-9s %4d %9.1f %10.1f %5.2f %5.2f | %7.1f %7.1f %5.2f | %15.2f %6.2f %6.2f | %15.2f %7.2f | %3d\n",
		op.name, connections, median(f.http), median(f.pgbench), ratio, op.least, median(f.httpP99), median(f.pgbenchP99), slower,
		median(f.program), median(f.server), median(f.client), median(f.pgbenchServer), median(f.pgbenchItself), b.memory())
	if connections == counts && (ratio < op.least || slower > slowestFactor) {
		return miss(fmt.Sprintf("%s at %d connections: %.2f of pgbench's rate, at least %.2f; p99 %.2f of pgbench's, at most %d",
			op.name, connections, ratio, op.least, slower, slowestFactor))
	}
	return nil
}

func (b *bench) round(op operation, connections int, f *figures) error {
	people := b.people[:connections]
	if op.change {
		if err := b.forgetReports(people); err != nil {
			return err
		}
	}
	if err := b.overHTTP(op, people, f); err != nil {
		return err
	}
	if op.change {
		if err := b.forgetReports(people); err != nil {
			return err
		}
	}
	return b.byPgbench(op, connections, f)
}

func (b *bench) overHTTP(op operation, people []*person, f *figures) error {
	if _, err := b.client.load(op, people, warmUp); err != nil {
		return err
	}
	before := b.cpu()
	took, err := b.client.load(op, people, b.during)
	if err != nil {
		return err
	}
	after, requests := b.cpu(), float64(len(took))
	f.http = append(f.http, requests/b.during.Seconds())
	f.httpP99 = append(f.httpP99, p99(took))
	f.program = append(f.program, (after.program-before.program)/requests)
	f.server = append(f.server, (after.server-before.server)/requests)
	f.client = append(f.client, (after.client-before.client)/requests)
	return nil
}

func (b *bench) byPgbench(op operation, connections int, f *figures) error {
	run, err := b.startPgbench(op, connections)
	if err != nil {
		return err
	}
	time.Sleep(warmUp)
	before := b.cpu()
	took, itself, err := run.wait()
	if err != nil {
		return err
	}
	after, requests := b.cpu(), float64(len(took))
	f.pgbench = append(f.pgbench, requests/b.during.Seconds())
	f.pgbenchP99 = append(f.pgbenchP99, p99(took))
	f.pgbenchServer = append(f.pgbenchServer, (after.server-before.server)/requests)
	f.pgbenchItself = append(f.pgbenchItself, itself)
	return nil
}

// forgetReports keeps a timeline that grows from slowing down whoever is measured last.
func (b *bench) forgetReports(people []*person) error {
	if _, err := b.psql(`delete from progress_report where comment = 'Mätning.'`); err != nil {
		return err
	}
	for _, as := range people {
		if err := b.client.look(as); err != nil {
			return err
		}
	}
	return nil
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	return sorted[len(sorted)/2]
}

// p99 is in milliseconds.
func p99(took []time.Duration) float64 {
	slices.Sort(took)
	return float64(took[len(took)*99/100].Microseconds()) / 1000
}

// used is the processor's milliseconds that the program, the database's server (its ended connections included) and this
// client have used.
type used struct{ program, server, client float64 }

func (b *bench) cpu() (u used) {
	pid, err := os.ReadFile(b.data + "/../pg/postmaster.pid")
	if err != nil {
		return u
	}
	postmaster, _, _ := strings.Cut(string(pid), "\n")
	entries, _ := os.ReadDir("/proc") // not Linux: no figures
	for _, entry := range entries {
		stat, err := os.ReadFile("/proc/" + entry.Name() + "/stat")
		if err != nil {
			continue
		}
		fields := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))
		switch {
		case entry.Name() == strconv.Itoa(b.pid):
			u.program = ticks(fields[11:13])
		case entry.Name() == strconv.Itoa(os.Getpid()):
			u.client = ticks(fields[11:13])
		case entry.Name() == postmaster:
			u.server += ticks(fields[11:15])
		case fields[1] == postmaster:
			u.server += ticks(fields[11:13])
		}
	}
	return u
}

// ticks are hundredths of a second.
func ticks(fields []string) (ms float64) {
	for _, field := range fields {
		n, _ := strconv.Atoi(field) // the kernel writes numbers
		ms += float64(n) * 10
	}
	return ms
}

func (b *bench) memory() int {
	statm, err := os.ReadFile("/proc/" + strconv.Itoa(b.pid) + "/statm")
	if err != nil {
		return 0
	}
	pages, _ := strconv.Atoi(strings.Fields(string(statm))[1]) // the kernel writes numbers
	return pages * os.Getpagesize() >> 20
}
