package check

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
	"testing"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

func listOf(rows int) []byte {
	var list strings.Builder
	list.WriteString("Anställning\tSlutade\n")
	for i := range rows {
		fmt.Fprintf(&list, "A-%d\t2024-08-%02d\n", 1100+i, i%28+1)
	}
	return []byte(list.String())
}

func placesOf(drawn contract.Draw) (places []int) {
	for _, row := range drawn.Drawn {
		places = append(places, row.Row)
	}
	return places
}

func mustDraw(t *testing.T, from Drawing) contract.Draw {
	t.Helper()
	drawn, err := draw(from)
	if err != nil {
		t.Fatal(err)
	}
	return drawn
}

// TestADrawCanBeRepeated reckons the draw anew as the contract describes it, from the seed and the rows' numbers alone.
func TestADrawCanBeRepeated(t *testing.T) {
	from := Drawing{Seed: "20240917-K4-7731", Size: 20, HasHeads: true, Name: "slutat-augusti.csv", List: listOf(63)}
	drawn := mustDraw(t, from)
	type lot struct {
		hash string
		row  int
	}
	var lots []lot
	for row := 1; row <= 63; row++ {
		sum := sha256.Sum256([]byte("20240917-K4-7731/" + fmt.Sprint(row)))
		lots = append(lots, lot{hex.EncodeToString(sum[:]), row})
	}
	slices.SortFunc(lots, func(a, b lot) int { return strings.Compare(a.hash, b.hash) })
	var want []int
	for _, lot := range lots[:20] {
		want = append(want, lot.row)
	}
	slices.Sort(want)
	if got := placesOf(drawn); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	sum := sha256.Sum256(from.List)
	if drawn.Rows != 63 || drawn.Sha256 != hex.EncodeToString(sum[:]) || !slices.Equal(drawn.Heads, []string{"Anställning", "Slutade"}) || len(drawn.Drawn) != 20 {
		t.Errorf("got %+v", drawn)
	}
	if first := drawn.Drawn[0]; first.Cells[0] != fmt.Sprintf("A-%d", 1099+first.Row) {
		t.Errorf("row %d holds %v", first.Row, first.Cells)
	}
	if again := mustDraw(t, from); !slices.Equal(placesOf(again), want) {
		t.Error("the same list, seed and size draw the same")
	}
	from.Seed = "20240917-K4-7732"
	if other := mustDraw(t, from); slices.Equal(placesOf(other), want) {
		t.Error("another seed draws others")
	}
}

func TestEmptyRowsAreCountedAndNotDrawn(t *testing.T) {
	drawn := mustDraw(t, Drawing{Seed: "a", Size: 2, Name: "lista.csv", List: []byte("\nett\n\n\ntvå\n")})
	if got := placesOf(drawn); drawn.Rows != 2 || !slices.Equal(got, []int{1, 4}) || len(drawn.Heads) != 0 {
		t.Errorf("got %v of %d", got, drawn.Rows)
	}
}

func TestNoMoreIsDrawnThanThereIs(t *testing.T) {
	if _, err := draw(Drawing{Seed: "a", Size: 4, HasHeads: true, List: listOf(3)}); !fault.Is(err, "invalid") {
		t.Errorf("got %v", err)
	}
	if _, err := draw(Drawing{Seed: "a", Size: 1, HasHeads: true, List: listOf(0)}); !fault.Is(err, "no_table") {
		t.Errorf("got %v", err)
	}
	if _, err := draw(Drawing{Seed: "a", Size: 1, List: []byte("PK\x03\x04 no workbook")}); !fault.Is(err, "not_a_spreadsheet") {
		t.Errorf("got %v", err)
	}
}

func TestWhatWasFoundStandsWhenTheSameListIsDrawnFromAgain(t *testing.T) {
	agrees := contract.DrawnResultAgrees
	from := Drawing{Seed: "a", Size: 10, HasHeads: true, List: listOf(63)}
	before := mustDraw(t, from)
	for i := range before.Drawn {
		before.Drawn[i].Result = &agrees
	}
	from.Size = 20
	after := mustDraw(t, from)
	keepResults(&after, &before)
	kept := 0
	for _, row := range after.Drawn {
		if row.Result != nil {
			kept++
		}
	}
	if kept != 10 {
		t.Errorf("a larger sample holds the smaller: %d", kept)
	}
	from.List = listOf(64)
	other := mustDraw(t, from)
	keepResults(&other, &before)
	if other.Drawn[0].Result != nil {
		t.Error("another list is looked at anew")
	}
}

func TestTheOutcomeIsSuggestedByThePlansLimit(t *testing.T) {
	for _, c := range []struct {
		sample, deviating, limit int
		want                     contract.CheckOutcome
	}{
		{20, 0, 10, contract.CheckOutcomeNoDeviation}, {20, 2, 10, contract.CheckOutcomeMinorDeviation}, {20, 3, 10, contract.CheckOutcomeMajorDeviation},
		{20, 1, 0, contract.CheckOutcomeMajorDeviation}, {3, 3, 100, contract.CheckOutcomeMinorDeviation}, {30, 3, 10, contract.CheckOutcomeMinorDeviation},
	} {
		if got := Suggest(&c.sample, &c.deviating, c.limit); got == nil || *got != c.want {
			t.Errorf("%+v: got %v", c, got)
		}
	}
	nothing := 0
	if got := Suggest(&nothing, &nothing, 10); got != nil || Suggest(nil, &nothing, 10) != nil {
		t.Errorf("of nothing nothing is suggested: %v", got)
	}
}
