package organization_test

import (
	"testing"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/organization"
)

func TestMatches(t *testing.T) {
	for _, c := range []struct {
		pattern, number string
		want            bool
	}{
		{"", "vad som helst", true},
		{"AMN-ÅÅÅÅ-NNNNN", "AMN-2023-00403", true},
		{"AMN-ÅÅÅÅ-NNNNN", "AMN-2023-0403", false},
		{"AMN-ÅÅÅÅ-NNNNN", "AM1-2023-00403", false},
		{"AMN-ÅÅÅÅ-NNNNN", "AMN-2023-00403 ", false},
		{"KS ÅÅÅÅ/NNNN", "KS 2026/0417", true},
		{"KS ÅÅÅÅ/NNNN", "KS 2O26/0417", false},
		{"NNN-NN/ÅÅÅÅ", "313-24/2013", true},
		{"NBNÅÅNNN", "NBN26017", true},
		{"NBNÅÅNNN", "1B126017", false},
		{"Dnr ÅÅÅÅ/NNN", "dnr 2002/119", false},
	} {
		if got := organization.Matches(c.pattern, c.number); got != c.want {
			t.Errorf("Matches(%q, %q) = %t", c.pattern, c.number, got)
		}
	}
}

func TestSignatoriesHoldOfficeFromTheFirstDayThroughTheLast(t *testing.T) {
	until := calendar.New(2022, 12, 31)
	committee := contract.CommitteeContent{Signatories: []contract.Signatory{
		{Name: "den förra", From: calendar.New(2019, 1, 1), Until: &until},
		{Name: "den nya", From: calendar.New(2023, 1, 1)},
	}}
	for day, want := range map[calendar.Date]string{
		calendar.New(2018, 12, 31): "",
		calendar.New(2019, 1, 1):   "den förra",
		calendar.New(2022, 12, 31): "den förra",
		calendar.New(2023, 1, 1):   "den nya",
	} {
		got := ""
		for _, signatory := range organization.Signatories(committee, day) {
			got += signatory.Name
		}
		if got != want {
			t.Errorf("on %s: %q, want %q", day, got, want)
		}
	}
}
