package sheetimport

import (
	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

// Row is one of a table, by its number in the spreadsheet.
type Row struct {
	Number   int
	table    *Table
	cells    []string
	isFaulty bool
}

// IsRight tells that no fault has been found in the row.
func (r *Row) IsRight() bool { return !r.isFaulty }

// Text is the row's cell of a field; "" where there is none.
func (r *Row) Text(key string) string {
	place, isThere := r.table.places[key]
	if !isThere {
		return ""
	}
	return r.cells[place]
}

// Needed is Text that may not be empty.
func (r *Row) Needed(key string) string {
	text := r.Text(key)
	if text == "" {
		r.Fault(key, "required")
	}
	return text
}

// Date is a day written in one of the Swedish ways; nil for none.
func (r *Row) Date(key string) *calendar.Date {
	date, isDate := DateOf(r.Text(key))
	if !isDate {
		r.Fault(key, "not_a_date")
	}
	return date
}

// Integer is a whole number; nil for none.
func (r *Row) Integer(key string) *int {
	number := r.Decimal(key)
	if number == nil {
		return nil
	}
	whole := int(*number)
	if float64(whole) != *number {
		r.Fault(key, "not_a_whole_number")
	}
	return &whole
}

// Decimal is a number with at most two decimals, as a Swede or a spreadsheet writes it; nil for none.
func (r *Row) Decimal(key string) *float64 {
	number, isNumber := DecimalOf(r.Text(key))
	if !isNumber {
		r.Fault(key, "not_a_number")
	}
	return number
}

// Value is one of a set of codes, by one of its words or by itself; nil for none.
func Value[T Code](r *Row, key string, words map[string]T) *T {
	value, isKnown := ValueOf(r.Text(key), words)
	if !isKnown {
		r.Fault(key, "unknown_value")
	}
	return value
}

// Several are the things that a cell names, parted by commas, semicolons or lines; one that is none is at fault with the code.
func Several[T any](r *Row, key string, names Names[T], unknown string) []T {
	found, stranger := names.In(r.Text(key))
	if stranger != "" {
		r.FaultOf(key, unknown, stranger)
	}
	return found
}

// Fault notes what is wrong with the row's cell of a field; of the whole row where no column is taken as the field.
func (r *Row) Fault(key, code string) { r.FaultOf(key, code, r.Text(key)) }

// longestDetail is of the value at fault, in letters.
const longestDetail = 120

// FaultOf is Fault of a part of the cell, or of something else that the reader has to see.
func (r *Row) FaultOf(key, code, detail string) {
	r.isFaulty = true
	var head *string
	if place, isThere := r.table.places[key]; isThere {
		head = &r.table.columns[place].Head
	}
	if letters := []rune(detail); len(letters) > longestDetail {
		detail = string(letters[:longestDetail]) + "…"
	}
	r.table.faults = append(r.table.faults, contract.ImportFault{Row: r.Number, Column: head, Code: code, Detail: detail})
}
