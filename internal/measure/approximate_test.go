package measure_test

import (
	"testing"

	"uppsikt/internal/measure"
)

func TestSuggest(t *testing.T) {
	cases := []struct{ words, precision, lastDay string }{
		{"2024-02-29", "day", "2024-02-29"},
		{"senast den 31 mars 2024", "day", "2024-03-31"},
		{"31 april 2024", "month", "2024-04-30"}, // the day does not exist, the month does
		{"under februari 2024", "month", "2024-02-29"},
		{"kvartal 2 2024", "quarter", "2024-06-30"},
		{"Q4 2024", "quarter", "2024-12-31"},
		{"andra kvartalet 2024", "quarter", "2024-06-30"},
		{"Våren 2024", "season", "2024-05-31"},
		{"under hösten 2024", "season", "2024-11-30"},
		{"sommaren 2024", "season", "2024-08-31"},
		{"vintern 2024/2025", "season", "2025-02-28"},
		{"under 2025", "year", "2025-12-31"},
		{"2024-05", "month", "2024-05-31"},
		{"slutet av 2025", "year", "2025-12-31"},
		{"Löpande", "continuous", ""},
		{"löpande från 2024-03-31", "continuous", ""},
		{"2024-02-30", "", ""},
		{"2024-13", "", ""},
		{"3/2024", "", ""},
		{"före sommaren 2024", "", ""},
		{"halvårsskiftet 2024", "", ""},
		{"så snart som möjligt", "", ""},
		{"efter beslut", "", ""},
	}
	for _, c := range cases {
		got := measure.Suggest(c.words)
		precision, lastDay := "", ""
		if got.Precision != nil {
			precision = string(*got.Precision)
		}
		if got.LastDay != nil {
			lastDay = got.LastDay.String()
		}
		if precision != c.precision || lastDay != c.lastDay {
			t.Errorf("%q: got %q %q, want %q %q", c.words, precision, lastDay, c.precision, c.lastDay)
		}
		if got.Words != c.words {
			t.Errorf("the words became %q", got.Words)
		}
	}
}
