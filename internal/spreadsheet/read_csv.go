package spreadsheet

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

const byteOrderMark = "\ufeff"

// decode gives a file's text: UTF-16 and UTF-8 by their marks, UTF-8 where it is that, else Windows-1252.
func decode(content []byte) (string, error) {
	var from encoding.Encoding
	switch {
	case bytes.HasPrefix(content, []byte("\xff\xfe")):
		from = unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)
	case bytes.HasPrefix(content, []byte("\xfe\xff")):
		from = unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	case utf8.Valid(content):
		from = unicode.UTF8
	default:
		from = charmap.Windows1252
	}
	decoded, err := from.NewDecoder().Bytes(content)
	if err != nil {
		return "", unreadable(err)
	}
	text := strings.TrimPrefix(string(decoded), byteOrderMark)
	if strings.ContainsAny(text, "\x00\x01\x02\x03\x04\x05\x06\x07\x08") {
		return "", unreadable(errors.New("it is no text"))
	}
	if strings.TrimSpace(text) == "" {
		return "", unreadable(errors.New("it is empty"))
	}
	return oneLineFeed.Replace(text), nil
}

func readCSV(text string) ([][]Cell, error) {
	separator, text := separatorOf(text)
	reader, gathered := newReader(text, separator), &gatherer{}
	for end := int64(0); ; end = reader.InputOffset() {
		for _, letter := range text[end:] { // the reader passes over lines with nothing in them
			if letter != '\n' {
				break
			}
			gathered.waiting++
		}
		fields, err := reader.Read()
		if errors.Is(err, io.EOF) {
			return gathered.rows, nil
		}
		if err != nil {
			return nil, unreadable(err)
		}
		row := make([]Cell, len(fields))
		for i, field := range fields {
			row[i] = cellOf(arm(field))
		}
		if err := gathered.add(row); err != nil {
			return nil, err
		}
	}
}

func newReader(text string, separator rune) *csv.Reader {
	reader := csv.NewReader(strings.NewReader(text))
	reader.Comma, reader.FieldsPerRecord, reader.LazyQuotes = separator, -1, true
	return reader
}

// separatorOf finds what parts the cells: what the first line says in Excel's own way, else what gives the first rows
// equally many. The text comes back without that line.
func separatorOf(text string) (separator rune, rest string) {
	if said, isSaid := strings.CutPrefix(text, "sep="); isSaid && len(said) > 1 && strings.ContainsRune(";,\t", rune(said[0])) && said[1] == '\n' {
		return rune(said[0]), said[2:]
	}
	separator, most := ';', 0
	for _, candidate := range ";\t," {
		if rows := evenRows(text, candidate); rows > most {
			separator, most = candidate, rows
		}
	}
	return separator, text
}

// evenRows counts, among the first rows, those of the most usual length.
func evenRows(text string, separator rune) (most int) {
	reader, rowsOf := newReader(text, separator), map[int]int{}
	for range 20 {
		fields, err := reader.Read()
		if err != nil {
			break
		}
		if len(fields) > 1 {
			rowsOf[len(fields)]++
			most = max(most, rowsOf[len(fields)])
		}
	}
	return most
}
