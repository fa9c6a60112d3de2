// Package reading turns the text of a Swedish municipal audit report into a draft of an audit: its title and dates, the
// committees, the audit questions and their grades, the recommendations and what else an officer would otherwise type.
//
// It is pure: bytes in, a Reading out. What the report does not say is null and is told in a warning; nothing is guessed,
// and contradictions in the report are kept and flagged.
package reading

import (
	"strings"
	"unicode"
)

// File is one file as it was handed in. Its type is found from the content; the name only serves messages.
type File struct {
	Name    string
	Content []byte
}

// Reading is what could be read, in the shape of the contract. Pointers are null when unknown; lists are never null.
// Dates are ISO 8601 calendar days as the report states them, without time or zone.
type Reading struct {
	Title              *string             `json:"title"`
	Firm               *string             `json:"firm"`
	CommissionedBy     *string             `json:"commissionedBy"`
	ReportDate         *string             `json:"reportDate"`
	ResponseDue        *string             `json:"responseDue"`
	RegistryNumber     *string             `json:"registryNumber"` // the auditors' own
	Committees         []Committee         `json:"committees"`
	Addressees         []Addressee         `json:"addressees"`
	Questions          []Question          `json:"questions"`
	Assessments        []Assessment        `json:"assessments"`
	OverallAssessments []OverallAssessment `json:"overallAssessments"`
	Recommendations    []Recommendation    `json:"recommendations"`
	Criteria           []string            `json:"criteria"`
	Documents          []Document          `json:"documents"`
	Warnings           []Warning           `json:"warnings"`
	Source             *Source             `json:"source,omitempty"` // where it was asked for
}

// Committee is an audited body. Everything else refers to it by the abbreviation where the report uses one, else by name.
type Committee struct {
	Abbreviation *string `json:"abbreviation"`
	Name         *string `json:"name"`
}

// Addressee is somebody asked to respond; not the same as graded.
type Addressee struct {
	Name           string  `json:"name"`
	RegistryNumber *string `json:"registryNumber"`
}

// Question is an audit question; Parent is the number of the question it is part of.
type Question struct {
	Number string  `json:"number"`
	Text   string  `json:"text"`
	Parent *string `json:"parent"`
}

// Assessment is the grade of one question for one committee. The grade is null where the words give none.
type Assessment struct {
	Question  string `json:"question"`
	Committee string `json:"committee"`
	Grade     *Grade `json:"grade"`
	Verbatim  string `json:"verbatim"`
}

// OverallAssessment is the report's word on a committee as a whole.
type OverallAssessment struct {
	Committee string `json:"committee"`
	Grade     *Grade `json:"grade"`
	Verbatim  string `json:"verbatim"`
}

// Recommendation is quoted as in the report's own chapter of recommendations, else its summary; Variants are its other
// distinct wordings in all files.
type Recommendation struct {
	Number     string   `json:"number"`
	Text       string   `json:"text"`
	Committees []string `json:"committees"`
	Variants   []string `json:"variants"`
}

// Document is one that the auditors examined. Committee is null where it concerns the whole municipality.
type Document struct {
	Title     string  `json:"title"`
	Date      *string `json:"date"`
	Committee *string `json:"committee"`
}

// Warning is something a person should look at. Line is 1-based in the file's text, null where no line can be named; in a
// PDF it is the page that is named. Of several files, File tells which.
type Warning struct {
	Code    string `json:"code"`
	Message string `json:"message"`
	Line    *int   `json:"line"`
	Page    *int   `json:"page,omitempty"`
	File    *int   `json:"file,omitempty"`
}

// MaxBytes is how much all files of one reading may hold together.
const MaxBytes = 32 << 20

// Read reads one audit out of one or several files: the report and, where there are such, its cover letter, memorandum,
// response, minutes or web page. Faults: too_large, unreadable (no format that is read, or damaged), encrypted, no_text.
func Read(files []File) (Reading, error) { return readCached(files, "") }

// readCached is Read with a folder where PDFium is kept compiled, which saves seconds for each reading of a PDF.
func readCached(files []File, cacheFolder string) (Reading, error) {
	r, _, err := newReaderOf(files, cacheFolder)
	if err != nil {
		return Reading{}, err
	}
	return r.read(), nil
}

// newReaderOf takes the text out of the files and divides it into documents; it gives the text too.
func newReaderOf(files []File, cacheFolder string) (*reader, []extract, error) {
	if err := checkSize(files); err != nil {
		return nil, nil, err
	}
	var documents []document
	var texts []extract
	pages := map[int]int{}
	for i, file := range files {
		text, err := extractOf(file, cacheFolder)
		if err != nil {
			return nil, nil, err
		}
		if text.unlined {
			numberApart(text.lines, i*linesOfFile+withoutLines, pages)
		} else {
			numberAfter(text.lines, i*linesOfFile)
		}
		documents = append(documents, documentsIn(i, text.lines)...)
		texts = append(texts, text)
	}
	if len(documents) == 0 || !hasLetters(texts) {
		return nil, nil, errNoText()
	}
	r := newReader(documents)
	r.pages, r.severalFiles = pages, len(files) > 1
	for _, text := range texts {
		if text.cut != "" {
			r.warn(warnTruncated, 0, "%s", text.cut)
		}
	}
	return r, texts, nil
}

func hasLetters(texts []extract) bool {
	for _, text := range texts {
		for _, l := range text.lines {
			if strings.IndexFunc(l.text, unicode.IsLetter) >= 0 {
				return true
			}
		}
	}
	return false
}

// The lines of all files are numbered apart, so that a number tells its file. Of a file's numbers, those from withoutLines
// on are above every line of a text: what is numbered so has no line that a person could look up.
const (
	linesOfFile  = 2 * withoutLines
	withoutLines = 10_000_000
)

// A line that holds a whole page is divided into lines of the same number but for linesOfAll: they are told apart, and each
// still tells the line of the text.
const linesOfAll = linesOfFile * 1024

// fileOf is the file that a line stands in, by its index.
func fileOf(number int) int { return number % linesOfAll / linesOfFile }

// lineInFile is a line's number in its own file.
func lineInFile(number int) int { return number % linesOfFile }

// numberAfter lets a file's own numbers go on from those of the files before it.
func numberAfter(lines []line, before int) {
	for i := range lines {
		lines[i].number += before
	}
}

// numberApart numbers the lines of a file that has none of its own, and remembers the pages that they stand on.
func numberApart(lines []line, from int, pages map[int]int) {
	for i := range lines {
		lines[i].number = from + i
		if lines[i].page > 0 {
			pages[from+i] = lines[i].page
		}
	}
}

func emptyReading() Reading {
	return Reading{
		Committees: []Committee{}, Addressees: []Addressee{}, Questions: []Question{}, Assessments: []Assessment{},
		OverallAssessments: []OverallAssessment{}, Recommendations: []Recommendation{}, Criteria: []string{},
		Documents: []Document{}, Warnings: []Warning{},
	}
}
