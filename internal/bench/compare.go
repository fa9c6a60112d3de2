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

type figures struct{ http, pgbench, httpP99, pgbenchP99, program, server []float64 }

// compare runs the rounds of both in turn and prints one line of medians.
func (b *bench) compare(op operation, connections int) error {
	var f figures
	for range rounds {
		if err := b.round(op, connections, &f); err != nil {
			return err
		}
	}
	ratio, slower := median(f.http)/median(f.pgbench), median(f.httpP99)/median(f.pgbenchP99)
	fmt.Printf("%-9s %4d %9.1f %10.1f %5.2f %5.2f | %7.1f %7.1f %5.2f | %15.2f %6.2f | %3d\n", op.name, connections, median(f.http),
		median(f.pgbench), ratio, op.least, median(f.httpP99), median(f.pgbenchP99), slower, median(f.program), median(f.server), b.memory())
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
	program, server := b.cpu()
	took, err := b.client.load(op, people, b.during)
	if err != nil {
		return err
	}
	programAfter, serverAfter := b.cpu()
	f.http = append(f.http, float64(len(took))/b.during.Seconds())
	f.httpP99 = append(f.httpP99, p99(took))
	f.program = append(f.program, (programAfter-program)/float64(len(took)))
	f.server = append(f.server, (serverAfter-server)/float64(len(took)))
	if op.change {
		if err := b.forgetReports(people); err != nil {
			return err
		}
	}
	if took, err = b.pgbench(op, connections); err != nil {
		return err
	}
	f.pgbench = append(f.pgbench, float64(len(took))/b.during.Seconds())
	f.pgbenchP99 = append(f.pgbenchP99, p99(took))
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

// cpu is the milliseconds that the program and the database's server have used, its ended connections included.
func (b *bench) cpu() (program, server float64) {
	pid, err := os.ReadFile(b.data + "/../pg/postmaster.pid")
	if err != nil {
		return 0, 0
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
			program = ticks(fields[11:13])
		case entry.Name() == postmaster:
			server += ticks(fields[11:15])
		case fields[1] == postmaster:
			server += ticks(fields[11:13])
		}
	}
	return program, server
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
