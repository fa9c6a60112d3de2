package reading

import "math"

// box is a place on a page in points, measured from its top left corner.
type box struct {
	left, top, right, bottom float64
}

func (b box) width() float64  { return b.right - b.left }
func (b box) height() float64 { return b.bottom - b.top }
func (b box) middle() float64 { return (b.top + b.bottom) / 2 }
func (b box) centre() float64 { return (b.left + b.right) / 2 }

// largestPlace bounds coordinates: a page is a few thousand points wide, and what a broken file claims is no place.
const largestPlace = 100_000

func (b box) isFinite() bool {
	for _, v := range []float64{b.left, b.top, b.right, b.bottom} {
		if math.IsNaN(v) || math.Abs(v) > largestPlace {
			return false
		}
	}
	return b.right >= b.left && b.bottom >= b.top
}

func (b box) joined(other box) box {
	return box{min(b.left, other.left), min(b.top, other.top), max(b.right, other.right), max(b.bottom, other.bottom)}
}

// sameLine tells whether two boxes stand beside one another: half of the lower one's height is shared.
func (b box) sameLine(other box) bool {
	shared := min(b.bottom, other.bottom) - max(b.top, other.top)
	return shared >= min(b.height(), other.height())/2
}
