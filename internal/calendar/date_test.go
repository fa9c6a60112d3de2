package calendar_test

import (
	"encoding/json"
	"testing"
	"time"

	"uppsikt/internal/calendar"
)

func TestParseRefusesDaysThatDoNotExist(t *testing.T) {
	for _, text := range []string{"2023-02-29", "2024-2-9", "29/2 2024", ""} {
		if day, err := calendar.Parse(text); err == nil {
			t.Errorf("%q was read as %s", text, day)
		}
	}
}

func TestAMomentFallsOnStockholmsDay(t *testing.T) {
	newYear := time.Date(2023, 12, 31, 23, 30, 0, 0, time.UTC)
	if got := calendar.DayOf(newYear); got != calendar.New(2024, 1, 1) {
		t.Errorf("half past eleven in the evening UTC is the next day in Stockholm, got %s", got)
	}
}

func TestDateTravelsAsISO(t *testing.T) {
	written, err := json.Marshal(map[string]calendar.Date{"day": calendar.New(2024, 2, 29)})
	if err != nil || string(written) != `{"day":"2024-02-29"}` {
		t.Fatalf("%s, %v", written, err)
	}
	var read map[string]calendar.Date
	if err := json.Unmarshal(written, &read); err != nil || read["day"] != calendar.New(2024, 2, 29) {
		t.Errorf("%v, %v", read, err)
	}
}
