// Package calendar has the day as people and laws mean it: a date without a time of day or a time zone.
package calendar

import (
	"database/sql/driver"
	"fmt"
	"time"
)

// Stockholm is the time zone in which the program's people live; a moment becomes a day in it.
var Stockholm = mustLoad("Europe/Stockholm")

func mustLoad(name string) *time.Location {
	location, err := time.LoadLocation(name)
	if err != nil {
		panic(err) // cannot happen: the binary carries the zone data (time/tzdata)
	}
	return location
}

// Date is a day of the Gregorian calendar. Its zero value is no day. Dates are compared with == and Before.
type Date struct {
	year  int
	month time.Month
	day   int
}

// New gives the day, normalizing like time.Date: the 0th of March is the last of February.
func New(year int, month time.Month, day int) Date {
	return of(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// DayOf gives the day in Stockholm on which a moment falls.
func DayOf(moment time.Time) Date { return of(moment.In(Stockholm)) }

func of(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, month, day}
}

// Parse reads 2024-02-29; days that do not exist are errors.
func Parse(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return Date{}, fmt.Errorf("not a day written as 2024-02-29: %w", err)
	}
	return of(t), nil
}

func (d Date) IsZero() bool          { return d == Date{} }
func (d Date) Year() int             { return d.year }
func (d Date) Month() time.Month     { return d.month }
func (d Date) Day() int              { return d.day }
func (d Date) Before(e Date) bool    { return d.Time().Before(e.Time()) }
func (d Date) AddDays(days int) Date { return New(d.year, d.month, d.day+days) }

// Time is the day's first moment in UTC, for libraries that want a time.
func (d Date) Time() time.Time { return time.Date(d.year, d.month, d.day, 0, 0, 0, 0, time.UTC) }

// String writes 2024-02-29, or nothing for no day.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return d.Time().Format(time.DateOnly)
}

func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

func (d *Date) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// Bind reads a query parameter.
func (d *Date) Bind(text string) error { return d.UnmarshalText([]byte(text)) }

// Value stores the day as PostgreSQL's date; no day as null.
func (d Date) Value() (driver.Value, error) {
	if d.IsZero() {
		return nil, nil
	}
	return d.String(), nil
}

// Scan reads PostgreSQL's date.
func (d *Date) Scan(source any) error {
	switch value := source.(type) {
	case nil:
		*d = Date{}
	case time.Time:
		*d = of(value)
	default:
		return fmt.Errorf("cannot read a day from %T", source)
	}
	return nil
}
