package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"time"
)

// A report of as many pages as the longest have, put together from one that the tests read.
const (
	readingsOnly = "reading" // needs no database
	reportFile   = "internal/reading/testdata/pdf-matrix/report.pdf"
	reportPages  = 8
	reportCopies = 25
	allPages     = reportPages * reportCopies
)

// readingForm is a form that a report is read in, with how much slower than pdftotext it may be, and how much more memory it
// may take.
type readingForm struct {
	name          string
	slower, wider float64
}

var readingForms = []readingForm{{"pdf", 30, 25}, {"text", 8, 10}}

// compareReadings reads a long report as PDF and as text beside pdftotext on the same pages, in turn.
func (b *bench) compareReadings() error {
	files, err := longReport(b.temp)
	if err != nil {
		return err
	}
	cache := filepath.Join(b.temp, "data") // what the first reading compiles is kept, as it is in use
	fmt.Println("reading pages cpu ms/p pdftotext  ratio  most |  MiB pdftotext  ratio  most")
	var missed []error
	for _, form := range readingForms {
		if _, err := b.readOnce(cache, files[form.name]); err != nil {
			return err
		}
		if err := b.compareReading(form, cache, files); err != nil {
			missed = append(missed, err)
		}
	}
	return errors.Join(missed...)
}

// usage is what a run of a program took: of the processor's time, since readings wait for other work too.
type usage struct{ milliseconds, mebibytes float64 }

func (b *bench) compareReading(form readingForm, cache string, files map[string]string) error {
	var ours, theirs []usage
	for range b.rounds {
		read, err := b.readOnce(cache, files[form.name])
		if err != nil {
			return err
		}
		extracted, err := measured(exec.Command("pdftotext", "-layout", files["pdf"], filepath.Join(b.temp, "extracted.txt")))
		if err != nil {
			return err
		}
		ours, theirs = append(ours, read), append(theirs, extracted)
	}
	took, base := median(each(ours, usage.perPage)), median(each(theirs, usage.perPage))
	memory, baseMemory := median(each(ours, usage.memory)), median(each(theirs, usage.memory))
	fmt.Printf("%-7s %5d %8.2f %9.2f %6.1f %5.0f | %4.0f %9.0f %6.1f %5.0f\n", form.name, allPages, took, base, took/base, form.slower,
		memory, baseMemory, memory/baseMemory, form.wider)
	if took/base > form.slower || memory/baseMemory > form.wider {
		return miss(fmt.Sprintf("reading %s: %.1f of pdftotext's time, at most %.0f; %.1f of its memory, at most %.0f",
			form.name, took/base, form.slower, memory/baseMemory, form.wider))
	}
	return nil
}

func (u usage) perPage() float64 { return u.milliseconds / allPages }
func (u usage) memory() float64  { return u.mebibytes }

func each(all []usage, of func(usage) float64) []float64 {
	var values []float64
	for _, u := range all {
		values = append(values, of(u))
	}
	return values
}

// longReport joins the report's copies and takes the text out of them.
func longReport(folder string) (map[string]string, error) {
	files := map[string]string{"pdf": filepath.Join(folder, "report.pdf"), "text": filepath.Join(folder, "report.txt")}
	copies := append(slices.Repeat([]string{reportFile}, reportCopies), files["pdf"])
	for _, command := range []*exec.Cmd{exec.Command("pdfunite", copies...), exec.Command("pdftotext", "-layout", files["pdf"], files["text"])} {
		if output, err := command.CombinedOutput(); err != nil {
			return nil, fmt.Errorf("%s: %w: %s", filepath.Base(command.Path), err, output)
		}
	}
	return files, nil
}

func (b *bench) readOnce(cache, file string) (usage, error) {
	command := exec.Command(b.program, "read", file)
	command.Env = append(slices.DeleteFunc(os.Environ(), func(v string) bool { return strings.HasPrefix(v, "UPPSIKT_") }), "UPPSIKT_DATA_DIR="+cache)
	return measured(command)
}

// measured runs a program and tells what it and its children took.
func measured(command *exec.Cmd) (usage, error) {
	if err := command.Run(); err != nil {
		return usage{}, fmt.Errorf("%s: %w", filepath.Base(command.Path), err)
	}
	spent, _ := command.ProcessState.SysUsage().(*syscall.Rusage)
	if spent == nil {
		return usage{}, fmt.Errorf("%s: the system does not tell what it took", filepath.Base(command.Path))
	}
	took := time.Duration(spent.Utime.Nano() + spent.Stime.Nano())
	return usage{float64(took.Microseconds()) / 1000, float64(spent.Maxrss) / 1024}, nil
}
