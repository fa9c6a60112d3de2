package demo

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/followup"
)

// figuresDay is the day on which the figures below are counted.
var figuresDay = time.Date(2026, 11, 22, 5, 30, 0, 0, time.UTC)

// standings are all assignments of the years behind as they stand then: audit, number, committee, the committee's stance, the
// progress it has reported, the auditors' confirmed verdict, how the two differ, and whether a measure is late. What led
// there is told in years.go; whoever counts the lines gets the figures below.
const standings = `
premises     1 KS  accepts           done       addressed          none
premises     1 BUN accepts           done       partly_addressed   differs
premises     2 KS  partly_accepts    done       addressed          none
premises     3 BUN accepts           done       addressed          none
contracts    1 KS  accepts           continuous addressed          none
contracts    1 SN  accepts           done       not_addressed      differs
contracts    1 MBN rejects           unreported no_longer_relevant none
contracts    2 KS  accepts           done       not_followed_up    unexamined
contracts    2 SN  partly_accepts    cancelled  not_addressed      none
report       1 KS  accepts           done       addressed          none
report       1 AMN accepts           done       addressed          none
report       1 BUN accepts           done       addressed          none
report       1 SN  accepts           done       addressed          none
report       2 KS  accepts           done       addressed          none
report       2 AMN accepts           done       not_addressed      differs
report       2 BUN accepts           ongoing    not_addressed      none       late
report       2 SN  accepts           done       addressed          none
report       3 KS  accepts           done       not_followed_up    unexamined
report       3 AMN accepts           done       addressed          none
report       3 BUN partly_accepts    ongoing    not_addressed      none       late
report       3 SN  accepts           continuous addressed          none
report       4 KS  accepts           done       addressed          none
report       4 AMN accepts           done       addressed          none
report       4 BUN accepts           done       not_followed_up    unexamined
report       4 SN  accepts           done       addressed          none
report       5 KS  accepts           done       addressed          none
report       5 AMN accepts           done       addressed          none
report       5 BUN takes_no_position unreported no_longer_relevant none
report       5 SN  accepts           done       partly_addressed   differs
pupil-health 1 BUN accepts           done       addressed          none
pupil-health 2 BUN accepts           ongoing    partly_addressed   none       late
pupil-health 3 BUN partly_accepts    done       not_addressed      differs
permits      1 MBN accepts           done       addressed          none
permits      2 MBN accepts           ongoing    not_followed_up    none       late
violence     1 SN  accepts           done       addressed          none
violence     1 AMN accepts           done       not_followed_up    unexamined
violence     2 SN  accepts           done       not_followed_up    unexamined
violence     3 SN  accepts           done       addressed          none
budget       1 KS  accepts           done       addressed          none
budget       1 AMN accepts           continuous addressed          none
budget       1 BUN rejects           unreported not_followed_up    none
budget       1 SN  accepts           ongoing    not_addressed      none       late
budget       2 KS  accepts           done       partly_addressed   differs
competence   1 KS  accepts           done       not_followed_up    unexamined
competence   1 AMN accepts           done       addressed          none
competence   1 BUN accepts           ongoing    not_followed_up    none
competence   1 SN  partly_accepts    unreported not_followed_up    none       late
competence   2 BUN accepts           done       not_followed_up    unexamined
competence   2 SN  takes_no_position unreported not_followed_up    none
access-again 1 AMN accepts           done       addressed          none
access-again 1 BUN accepts           done       partly_addressed   differs
access-again 2 KS  accepts           done       addressed          none
access-again 2 BUN accepts           ongoing    not_addressed      none       late
access-again 2 SN  accepts           continuous not_followed_up    unexamined
sewage       1 MBN accepts           done       not_followed_up    unexamined
sewage       2 MBN accepts           ongoing    not_followed_up    none
grants       1 KS  accepts           done       not_followed_up    unexamined
grants       1 BUN unanswered        unreported not_followed_up    none
grants       2 BUN unanswered        unreported not_followed_up    none
`

// figures are in the order of the screen.
type figures struct{ given, answered, accepted, ongoing, done, confirmed, overdue, differing, unexamined int }

// The audits of 2026 are new: 44 assignments, of which the labour market committee has accepted the three about introduction.
var (
	total       = figures{103, 60, 56, 8, 43, 26, 7, 7, 10}
	byCommittee = map[string]figures{
		"AMN": {26, 12, 12, 0, 9, 7, 0, 1, 1},
		"BUN": {23, 15, 13, 5, 8, 3, 4, 3, 2},
		"KS":  {23, 14, 14, 0, 14, 9, 0, 1, 4},
		"MBN": {11, 5, 4, 2, 2, 1, 1, 0, 1},
		"SN":  {20, 14, 13, 1, 10, 6, 2, 2, 2},
	}
	byFirm = map[string]figures{
		ekbacka:   {8, 8, 8, 2, 6, 4, 1, 1, 1},
		nordkajen: {54, 37, 35, 5, 26, 17, 5, 4, 5},
		office:    {34, 10, 8, 1, 6, 3, 1, 2, 1},
		tallmo:    {7, 5, 5, 0, 5, 2, 0, 0, 3},
	}
	byYear = map[int]figures{
		2023: {29, 29, 27, 2, 24, 17, 2, 4, 3},
		2024: {14, 14, 13, 3, 10, 6, 3, 2, 2},
		2025: {16, 14, 13, 3, 9, 3, 2, 1, 5},
		2026: {44, 3, 3, 0, 0, 0, 0, 0, 0},
	}
	// byCriticism: a caution to BUN for 2023 and SN for 2024, a formal remark to MBN for 2024 and BUN for 2025.
	byCriticism = map[contract.CriticismFilter]figures{
		contract.CriticismFilterNone:         {84, 43, 40, 2, 33, 21, 2, 5, 7},
		contract.CriticismFilterCaution:      {11, 11, 10, 3, 7, 4, 3, 1, 2},
		contract.CriticismFilterFormalRemark: {8, 6, 6, 3, 3, 1, 2, 1, 1},
	}
	// atTurn is what was so on the last day of a year.
	atTurn = map[int]figures{
		2023: {29, 9, 8, 0, 2, 0, 0, 0, 2},
		2024: {43, 38, 36, 3, 24, 13, 3, 5, 6},
		2025: {59, 56, 52, 8, 36, 21, 4, 5, 10},
	}
)

// From the committee's decision to its word that it was done; the one in the middle of 43 is premises 1 KS, decided
// 2023-06-07 and done 2023-12-11.
const countDone, medianDays = 43, 187

func overseen(role contract.Role) authz.Actor {
	return authz.Actor{Organization: storan, Roles: over(role)}
}

func figuresOf(f contract.FollowupFigures) figures {
	return figures{f.Given, f.Answered, f.Accepted, f.Ongoing, f.Done, f.Confirmed, f.Overdue, f.Differing, f.Unexamined}
}

func testFigures(t *testing.T, at Capabilities) {
	overview, err := at.Followup.Overview(t.Context(), overseen(contract.RoleAuditor), followup.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	expect(t, "in all", overview.Total, total)
	if len(overview.Committees) != len(byCommittee) || len(overview.Firms) != len(byFirm) || len(overview.Years) != len(byYear) || len(overview.Turns) != len(atTurn) {
		t.Errorf("%d committees, %d firms, %d years, %d turns", len(overview.Committees), len(overview.Firms), len(overview.Years), len(overview.Turns))
	}
	for _, c := range overview.Committees {
		expect(t, abbreviated(c.CommitteeID), c.Figures, byCommittee[abbreviated(c.CommitteeID)])
	}
	for _, f := range overview.Firms {
		expect(t, f.Firm, f.Figures, byFirm[f.Firm])
	}
	for _, y := range overview.Years {
		expect(t, fmt.Sprint(*y.Year), y.Figures, byYear[*y.Year])
	}
	if len(overview.Criticisms) != len(byCriticism) {
		t.Errorf("%d kinds of criticism", len(overview.Criticisms))
	}
	for _, c := range overview.Criticisms {
		expect(t, string(c.Criticism), c.Figures, byCriticism[c.Criticism])
	}
	for _, turn := range overview.Turns {
		expect(t, fmt.Sprint("the end of ", turn.Year), turn.Figures, atTurn[turn.Year])
	}
	if d := overview.DaysToDone; d.Count != countDone || d.Median == nil || *d.Median != medianDays {
		t.Errorf("days to done: %d, %v", d.Count, d.Median)
	}
}

func expect(t *testing.T, of string, got contract.FollowupFigures, want figures) {
	t.Helper()
	if figuresOf(got) != want {
		t.Errorf("%s: got %+v, want %+v", of, figuresOf(got), want)
	}
}

func abbreviated(committee uuid.UUID) string {
	for _, c := range committees {
		if committeeID(c.abbreviation) == committee {
			return c.abbreviation
		}
	}
	return committee.String()
}

func testWhatIsKeptFromTheOverseer(t *testing.T, at Capabilities) {
	overview, err := at.Followup.Overview(t.Context(), overseen(contract.RoleOverseer), followup.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	withoutShelter := total // violence 3 SN, which is accepted, done and addressed
	withoutShelter.given--
	withoutShelter.answered--
	withoutShelter.accepted--
	withoutShelter.done--
	withoutShelter.confirmed--
	if overview.LeftOut != 1 {
		t.Errorf("%d are left out", overview.LeftOut)
	}
	expect(t, "to the overseer", overview.Total, withoutShelter)
}

func testStandings(t *testing.T, at Capabilities) {
	found, err := at.Followup.List(t.Context(), overseen(contract.RoleAuditor), followup.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	stands := map[followed]string{}
	for _, item := range found.Items {
		stands[followed{item.RecommendationID, item.CommitteeID}] = standingOf(item)
	}
	for _, line := range strings.Split(strings.TrimSpace(standings), "\n") {
		told := strings.Fields(line)
		f := fate{audit: told[0], number: int(told[1][0] - '0'), committee: told[2]}
		if want := strings.Join(told[3:], " "); stands[f.followed()] != want {
			t.Errorf("%s: got %q, want %q", f.key(), stands[f.followed()], want)
		}
	}
}

func standingOf(item contract.AssignmentSummary) string {
	told := []string{"unanswered", "unreported", string(item.Verdict), string(item.Difference)}
	if item.Stance != nil {
		told[0] = string(*item.Stance)
	}
	if item.Progress != nil {
		told[1] = string(*item.Progress)
	}
	if item.Overdue {
		told = append(told, "late")
	}
	return strings.Join(told, " ")
}

// testLists: each figure is the length of the list that it leads to.
func testLists(t *testing.T, at Capabilities) {
	expectLists(t, at, "in all", followup.Filter{}, total)
	for abbreviation, want := range byCommittee {
		expectLists(t, at, abbreviation, followup.Filter{Committees: &[]uuid.UUID{committeeID(abbreviation)}}, want)
	}
	for firm, want := range byFirm {
		expectLists(t, at, firm, followup.Filter{Firm: &firm}, want)
	}
	for year, want := range byYear {
		expectLists(t, at, fmt.Sprint(year), followup.Filter{Year: &year}, want)
	}
}

func expectLists(t *testing.T, at Capabilities, of string, within followup.Filter, want figures) {
	t.Helper()
	long := func(narrow func(*followup.Filter)) int {
		filter := within
		filter.Limit = 1
		narrow(&filter)
		page, err := at.Followup.List(t.Context(), overseen(contract.RoleAuditor), filter)
		if err != nil {
			t.Fatal(err)
		}
		return page.Total
	}
	late := true
	stances := func(chosen ...contract.StanceFilter) func(*followup.Filter) {
		return func(f *followup.Filter) { f.Stances = &chosen }
	}
	progresses := func(chosen ...contract.ProgressFilter) func(*followup.Filter) {
		return func(f *followup.Filter) { f.Progresses = &chosen }
	}
	differences := func(chosen contract.Difference) func(*followup.Filter) {
		return func(f *followup.Filter) { f.Differences = &[]contract.Difference{chosen} }
	}
	got := figures{
		given: long(func(*followup.Filter) {}), answered: long(stances("accepts", "partly_accepts", "rejects", "takes_no_position")),
		accepted: long(stances("accepts", "partly_accepts")), ongoing: long(progresses("ongoing")), done: long(progresses("done", "continuous")),
		confirmed: long(func(f *followup.Filter) { f.Verdicts = &[]contract.Verdict{contract.VerdictAddressed} }),
		overdue:   long(func(f *followup.Filter) { f.Overdue = &late }),
		differing: long(differences(contract.DifferenceDiffers)), unexamined: long(differences(contract.DifferenceUnexamined)),
	}
	if got != want {
		t.Errorf("lists of %s: got %+v, want %+v", of, got, want)
	}
}

// checkPastYears: what is past does not change with the day on which the demo is made; only being late depends on it.
func checkPastYears(t *testing.T, at Capabilities) {
	t.Helper()
	overview, err := at.Followup.Overview(t.Context(), overseen(contract.RoleAuditor), followup.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, y := range overview.Years {
		if want, past := byYear[*y.Year]; past && *y.Year < figuresDay.Year() {
			y.Figures.Overdue, want.overdue = 0, 0
			expect(t, fmt.Sprint(*y.Year, " as seen later"), y.Figures, want)
		}
	}
}
