package reading

import "slices"

// paneGap is how many letter heights a pane's lines stand apart at most.
const paneGap = 3

// panesIn finds lists beside one another, each under a head of its own, as slides have them for each committee. They are
// read one after another: gives where they begin and end, and the lines of each.
func panesIn(lines []printedLine) (begin, end int, panes [][]printedLine) {
	for begin := 0; begin+1 < len(lines); begin++ {
		heads := lines[begin].strips
		if len(heads) < 2 || !beginsLists(lines[begin+1], heads) {
			continue
		}
		end := begin + 1
		for end < len(lines) && lines[end].top-lines[end-1].bottom < paneGap*lines[end].height() && fitsPanes(lines[end], heads) {
			end++
		}
		panes := make([][]printedLine, len(heads))
		for _, l := range lines[begin:end] {
			for _, p := range l.strips {
				at := paneOf(p, heads)
				panes[at] = append(panes[at], lineOfStrips([]strip{p}))
			}
		}
		return begin, end, panes
	}
	return 0, 0, nil
}

// beginsLists tells a line with a bullet under each head.
func beginsLists(l printedLine, heads []strip) bool {
	if len(l.strips) != len(heads) || !fitsPanes(l, heads) {
		return false
	}
	for i, p := range l.strips {
		if paneOf(p, heads) != i || !bulletLine.MatchString(p.text()) || bulletLine.MatchString(heads[i].text()) {
			return false
		}
	}
	return true
}

func fitsPanes(l printedLine, heads []strip) bool {
	return !slices.ContainsFunc(l.strips, func(p strip) bool {
		at := paneOf(p, heads)
		return at < 0 || at+1 < len(heads) && p.right >= heads[at+1].left
	})
}

// paneOf is the last head that begins no farther right than a strip, or -1.
func paneOf(p strip, heads []strip) int {
	at := -1
	for i, head := range heads {
		if head.left <= p.left+narrowestGutter {
			at = i
		}
	}
	return at
}
