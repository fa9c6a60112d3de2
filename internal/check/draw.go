package check

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
	"uppsikt/internal/spreadsheet"
)

// mostKept is how many letters the drawn rows may hold together: the rest of a list is not kept.
const mostKept = 1 << 20

// Drawing is what a draw is made from.
type Drawing struct {
	Seed     string
	Size     int
	HasHeads bool // the first row is heads
	Name     string
	List     []byte
}

// numbered is a row with its place in the list.
type numbered struct {
	place int
	cells []string
}

// draw draws rows from the list. By whom and when is the caller's to say.
func draw(from Drawing) (contract.Draw, error) {
	heads, rows, err := rowsOf(from)
	if err != nil {
		return contract.Draw{}, err
	}
	if from.Size > len(rows) {
		return contract.Draw{}, fault.InvalidField("/size", "more_than_the_list", fmt.Sprintf("the list has %d rows", len(rows)))
	}
	sum := sha256.Sum256(from.List)
	drawn := contract.Draw{
		List: from.Name, Sha256: hex.EncodeToString(sum[:]), Rows: len(rows), Heads: heads, Seed: from.Seed, Size: from.Size, Drawn: []contract.DrawnRow{},
	}
	letters := 0
	for _, row := range lowest(from.Seed, rows, from.Size) {
		for _, cell := range row.cells {
			letters += len(cell)
		}
		drawn.Drawn = append(drawn.Drawn, contract.DrawnRow{Row: row.place, Cells: row.cells})
	}
	if letters > mostKept {
		return contract.Draw{}, fault.Invalid("rows_too_long", "the drawn rows hold too much text", fault.Field{Pointer: "/file", Code: "rows_too_long"})
	}
	return drawn, nil
}

// lowest gives so many of the rows, in the order of the list: those for which the SHA-256 of the seed, a slash and the row's
// place is lowest. Whoever knows the list and the seed can draw the same again.
func lowest(seed string, rows []numbered, size int) []numbered {
	sums := make(map[int][sha256.Size]byte, len(rows))
	for _, row := range rows {
		sums[row.place] = sha256.Sum256(fmt.Appendf(nil, "%s/%d", seed, row.place))
	}
	byLot := slices.SortedFunc(slices.Values(rows), func(a, b numbered) int {
		first, second := sums[a.place], sums[b.place]
		return bytes.Compare(first[:], second[:])
	})
	chosen := byLot[:size]
	slices.SortFunc(chosen, func(a, b numbered) int { return cmp.Compare(a.place, b.place) })
	return chosen
}

// rowsOf reads the file's first table that has rows: its heads, if it has any, and the rows with something in them.
func rowsOf(from Drawing) (heads []string, rows []numbered, err error) {
	tables, err := spreadsheet.Read(from.Name, from.List)
	if err != nil {
		return nil, nil, fault.Invalid("not_a_spreadsheet", "", fault.Field{Pointer: "/file", Code: "not_a_spreadsheet"}).Because(err)
	}
	heads = []string{}
	for _, table := range tables {
		lines := textsOf(table.Rows)
		if from.HasHeads && len(lines) > 0 {
			heads, lines = lines[0], lines[1:]
		}
		for i, cells := range lines {
			if len(cells) > 0 {
				rows = append(rows, numbered{i + 1, cells})
			}
		}
		if len(rows) > 0 {
			return heads, rows, nil
		}
	}
	return nil, nil, fault.Invalid("no_table", "the list has no rows", fault.Field{Pointer: "/file", Code: "no_table"})
}

// textsOf are the rows from the first with something in it.
func textsOf(table [][]spreadsheet.Cell) [][]string {
	var lines [][]string
	for _, row := range table {
		if len(row) == 0 && lines == nil {
			continue
		}
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = cell.Text
		}
		lines = append(lines, cells)
	}
	return lines
}

// keepResults lets what was found of rows stand where the same list is drawn from again.
func keepResults(drawn *contract.Draw, before *contract.Draw) {
	if before == nil || before.Sha256 != drawn.Sha256 || len(before.Heads) != len(drawn.Heads) {
		return
	}
	found := map[int]contract.DrawnRow{}
	for _, row := range before.Drawn {
		found[row.Row] = row
	}
	for i, row := range drawn.Drawn {
		if earlier, isThere := found[row.Row]; isThere {
			drawn.Drawn[i].Result, drawn.Drawn[i].Note = earlier.Result, earlier.Note
		}
	}
}

// journaledDraw is what the journal says of a draw: enough to repeat it, and nothing of what the rows hold.
type journaledDraw struct {
	List   string `json:"list"`
	Sha256 string `json:"sha256"`
	Rows   int    `json:"rows"`
	Seed   string `json:"seed"`
	Size   int    `json:"size"`
	Drawn  []int  `json:"drawn"`
}

func journaled(drawn *contract.Draw) *journaledDraw {
	if drawn == nil {
		return nil
	}
	entry := &journaledDraw{drawn.List, drawn.Sha256, drawn.Rows, drawn.Seed, drawn.Size, []int{}}
	for _, row := range drawn.Drawn {
		entry.Drawn = append(entry.Drawn, row.Row)
	}
	return entry
}
