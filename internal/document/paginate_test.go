package document

import (
	"math/rand/v2"
	"testing"
)

func TestPaginateFillsEveryPageAsFarAsJoinsAllow(t *testing.T) {
	const first, others = 100.0, 150.0
	for seed := range uint64(500) {
		strips := randomStrips(rand.New(rand.NewPCG(seed, 2)))
		room, next := first, 0
		for i, page := range paginate(strips, first, others) {
			if used := height(page) - page[0].gap; used > room {
				t.Fatalf("seed %d: page %d holds %.1f of %.1f mm", seed, i+1, used, room)
			}
			next += len(page)
			if next < len(strips) {
				checkBreak(t, seed, page, strips[next:], room)
			}
			room = others
		}
		if next != len(strips) {
			t.Fatalf("seed %d: %d of %d strips were set", seed, next, len(strips))
		}
	}
}

func randomStrips(r *rand.Rand) []strip {
	strips := make([]strip, 1+r.IntN(200))
	for i := range strips {
		strips[i] = strip{gap: float64(r.IntN(4)), height: 3 + float64(r.IntN(6)), joined: r.IntN(5) < r.IntN(6)}
	}
	return strips
}

// checkBreak says whether a page may end between page and rest.
func checkBreak(t *testing.T, seed uint64, page, rest []strip, room float64) {
	t.Helper()
	last := len(page) - 1
	run := 1
	for run < len(rest) && rest[run-1].joined {
		run++
	}
	if page[last].joined {
		for _, s := range page {
			if !s.joined {
				t.Errorf("seed %d: joined strips are parted though the page could have ended earlier", seed)
				return
			}
		}
		run = 1
	}
	if used := height(page) - page[0].gap + height(rest[:run]); used <= room {
		t.Errorf("seed %d: a page has %.1f mm left for a run of %.1f mm", seed, room-height(page), height(rest[:run]))
	}
}
