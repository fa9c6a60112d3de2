package demo

import "uppsikt/internal/contract"

// The years behind, told in two tables whose days stay where they are whatever day the demo is made: what each committee
// decided to answer, and what became of each recommendation to it. Words about them are in years_words.go, the audits in
// years_audits.go. figures_test.go counts them.

const noPosition = contract.StanceTakesNoPosition

// decided is a committee's response to an audit: the day of the meeting, and the paragraph of its minutes.
type decided struct{ audit, committee, on, paragraph string }

var decisions = []decided{
	{"premises", "BUN", "2023-05-09", "52"},
	{"premises", "KS", "2023-06-07", "118"},
	{"contracts", "KS", "2023-09-06", "141"},
	{"contracts", "MBN", "2023-09-19", "77"},
	{"contracts", "SN", "2023-09-27", "96"},
	{"report", "KS", "2024-02-07", "14"},
	{"report", "BUN", "2024-02-13", "9"},
	{"report", "SN", "2024-02-28", "21"}, // AMN's, of 2024-02-15, is told in response_texts.go
	{"pupil-health", "BUN", "2024-06-11", "61"},
	{"permits", "MBN", "2024-09-17", "83"},
	{"violence", "SN", "2024-11-27", "130"}, // and a supplement, 2025-03-26
	{"violence", "AMN", "2024-12-19", "124"},
	{"budget", "KS", "2025-02-05", "11"},
	{"budget", "BUN", "2025-02-11", "8"},
	{"budget", "AMN", "2025-02-20", "15"},
	{"budget", "SN", "2025-02-26", "19"},
	{"competence", "KS", "2025-06-04", "102"},
	{"competence", "BUN", "2025-06-10", "58"},
	{"competence", "AMN", "2025-06-19", "66"}, // after it was referred back, 2025-05-15
	{"competence", "SN", "2025-06-25", "81"},
	{"access-again", "KS", "2025-09-03", "139"},
	{"access-again", "BUN", "2025-09-09", "74"},
	{"access-again", "AMN", "2025-09-18", "88"},
	{"access-again", "SN", "2025-09-24", "104"},
	{"sewage", "MBN", "2025-12-16", "117"},
	{"grants", "KS", "2026-02-04", "9"}, // BUN never answered
}

// fate is what became of a recommendation to a committee.
type fate struct {
	audit     string
	number    int
	committee string
	stance    contract.Stance // in the committee's response
	ready     string          // when its measure is to be ready; empty where there is none
	moved     string          // the day of a new date, and the date
	said      string          // the committee's reports: a day and a progress each
	judged    string          // the auditors' verdicts: a day and a verdict each; with a ? only proposed
}

func (f fate) key() string { return key(f.audit, f.number, f.committee) }

var fates = []fate{
	{"premises", 1, "KS", accepts, "hösten 2023", "", "2023-10-02 ongoing, 2023-12-11 done", "2024-11-12 addressed"},
	{"premises", 1, "BUN", accepts, "december 2023", "", "2023-11-20 done", "2024-11-12 partly_addressed"},
	{"premises", 2, "KS", partlyAccepts, "2024-03-31", "", "2024-03-18 done", "2024-11-12 addressed"},
	{"premises", 3, "BUN", accepts, "juni 2024", "", "2024-02-12 ongoing, 2024-08-26 done", "2024-11-12 addressed"},

	{"contracts", 1, "KS", accepts, "våren 2024", "", "2024-04-15 continuous", "2024-11-12 addressed"},
	{"contracts", 1, "SN", accepts, "mars 2024", "", "2024-05-20 done", "2024-11-12 not_addressed"},
	{"contracts", 1, "MBN", rejects, "", "", "", "2024-11-12 no_longer_relevant"},
	{"contracts", 2, "KS", accepts, "2024-06-30", "", "2024-06-10 done", ""},
	{"contracts", 2, "SN", partlyAccepts, "december 2024", "", "2024-02-05 not_started, 2025-01-20 cancelled", "2025-10-21 not_addressed"},

	{"report", 1, "KS", accepts, "mars 2024", "", "2024-03-25 done", "2024-11-12 addressed"},
	{"report", 1, "AMN", accepts, "mars 2024", "", "2024-04-08 done", "2024-11-12 addressed"},
	{"report", 1, "BUN", accepts, "april 2024", "", "2024-06-03 done", "2024-11-12 addressed"},
	{"report", 1, "SN", accepts, "", "", "2024-02-28 done", "2024-11-12 addressed"},
	{"report", 2, "KS", accepts, "juni 2024", "", "2024-06-24 done", "2024-11-12 partly_addressed, 2025-10-21 addressed"},
	{"report", 2, "AMN", accepts, "april 2024", "", "2024-05-13 done", "2024-11-12 not_addressed"},
	{"report", 2, "BUN", accepts, "juni 2024", "", "2024-09-16 ongoing", "2024-11-12 not_addressed"},
	{"report", 2, "SN", accepts, "maj 2024", "", "2024-05-27 done", "2024-11-12 addressed"},
	{"report", 3, "KS", accepts, "hösten 2024", "", "2024-10-07 ongoing, 2025-02-10 done", "2025-10-21 addressed?"},
	{"report", 3, "AMN", accepts, "hösten 2024", "", "2024-11-25 done", "2025-10-21 addressed"},
	{"report", 3, "BUN", partlyAccepts, "hösten 2024", "2025-01-20 juni 2025", "2024-10-14 ongoing", "2024-11-12 not_addressed"},
	{"report", 3, "SN", accepts, "löpande från 2024-03-31", "", "2024-03-18 continuous", "2024-11-12 addressed"},
	{"report", 4, "KS", accepts, "december 2024", "", "2024-12-09 done", "2025-10-21 addressed"},
	{"report", 4, "AMN", accepts, "", "", "2024-02-15 done", "2024-11-12 addressed"},
	{"report", 4, "BUN", accepts, "november 2024", "", "2024-12-02 done", ""},
	{"report", 4, "SN", accepts, "oktober 2024", "", "2024-10-28 done", "2025-10-21 addressed"},
	{"report", 5, "KS", accepts, "2024-06-30", "", "2024-06-17 done", "2024-11-12 addressed"},
	{"report", 5, "AMN", accepts, "2024-06-30", "", "2024-06-10 ongoing, 2024-10-21 done", "2024-11-12 addressed"},
	{"report", 5, "BUN", noPosition, "", "", "", "2024-11-12 no_longer_relevant"},
	{"report", 5, "SN", accepts, "september 2024", "", "2024-09-23 done", "2024-11-12 partly_addressed"},

	{"pupil-health", 1, "BUN", accepts, "hösten 2024", "", "2024-11-18 done", "2025-10-21 addressed"},
	{"pupil-health", 2, "BUN", accepts, "våren 2025", "2025-04-14 december 2025", "2025-04-14 ongoing", "2025-10-21 partly_addressed"},
	{"pupil-health", 3, "BUN", partlyAccepts, "juni 2025", "", "2025-06-09 done", "2025-10-21 not_addressed"},

	{"permits", 1, "MBN", accepts, "mars 2025", "", "2025-03-10 done", "2025-10-21 addressed"},
	{"permits", 2, "MBN", accepts, "2025-06-30", "", "2025-02-17 ongoing", ""},

	{"violence", 1, "SN", accepts, "våren 2025", "", "2025-06-02 done", "2025-10-21 addressed"},
	{"violence", 1, "AMN", accepts, "våren 2025", "", "2025-05-26 done", ""},
	{"violence", 2, "SN", partlyAccepts, "december 2025", "", "2025-09-08 ongoing, 2026-02-23 done", ""}, // accepts in the supplement
	{"violence", 3, "SN", accepts, "2025-03-31", "", "2025-03-24 done", "2025-10-21 addressed"},          // confidential

	{"budget", 1, "KS", accepts, "våren 2025", "", "2025-05-12 done", "2026-05-19 addressed"},
	{"budget", 1, "AMN", accepts, "april 2025", "", "2025-04-28 continuous", "2026-05-19 addressed"},
	{"budget", 1, "BUN", rejects, "", "", "", ""},
	{"budget", 1, "SN", accepts, "juni 2025", "", "2025-05-05 ongoing", "2026-05-19 not_addressed"},
	{"budget", 2, "KS", accepts, "december 2025", "", "2026-01-12 done", "2026-05-19 partly_addressed"},

	{"competence", 1, "KS", accepts, "hösten 2025", "", "2025-11-24 done", "2026-05-19 addressed?"},
	{"competence", 1, "AMN", accepts, "december 2025", "", "2025-10-13 ongoing, 2026-01-19 done", "2026-05-19 addressed"},
	{"competence", 1, "BUN", accepts, "våren 2026", "2026-05-18 december 2026", "2026-02-09 ongoing", ""},
	{"competence", 1, "SN", partlyAccepts, "december 2025", "", "", ""},
	{"competence", 2, "BUN", accepts, "juni 2026", "", "2026-06-08 done", ""},
	{"competence", 2, "SN", noPosition, "", "", "", ""},

	{"access-again", 1, "AMN", accepts, "december 2025", "", "2025-12-15 done", "2026-05-19 addressed"},
	{"access-again", 1, "BUN", accepts, "januari 2026", "", "2026-02-02 done", "2026-05-19 partly_addressed"},
	{"access-again", 2, "KS", accepts, "oktober 2025", "", "2025-10-27 done", "2026-05-19 addressed"},
	{"access-again", 2, "BUN", accepts, "mars 2026", "", "2025-12-08 ongoing", "2026-05-19 not_addressed"},
	{"access-again", 2, "SN", accepts, "löpande från 2025-10-31", "", "2025-10-13 continuous", ""},

	{"sewage", 1, "MBN", accepts, "juni 2026", "", "2026-03-16 ongoing, 2026-06-22 done", ""},
	{"sewage", 2, "MBN", accepts, "december 2026", "", "2026-04-13 ongoing", ""},

	{"grants", 1, "KS", accepts, "2026-09-30", "", "2026-09-14 done", ""},
}
