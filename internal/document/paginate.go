package document

// paginate divides the strips into pages of the given heights: the first page's, and that of all others. A page is filled as far
// as the strips' joins allow; a run of joined strips that is higher than a page is divided where the page ends.
func paginate(strips []strip, first, others float64) [][]strip {
	var pages [][]strip
	room := first
	for len(strips) > 0 {
		page, rest := fillPage(strips, room)
		pages = append(pages, page)
		strips, room = rest, others
		if len(rest) > 0 && rest[0].head != nil {
			room -= height(rest[0].head)
		}
	}
	return pages
}

// fillPage takes what goes on one page.
func fillPage(strips []strip, room float64) (page, rest []strip) {
	used, fits, allowed := 0.0, 0, 0
	for i, s := range strips {
		if i > 0 {
			used += s.gap
		}
		used += s.height
		if used > room {
			break
		}
		fits = i + 1
		if !s.joined {
			allowed = fits
		}
	}
	n := allowed
	if fits == len(strips) {
		n = fits
	}
	if n == 0 {
		n = max(fits, 1)
	}
	return strips[:n], strips[n:]
}
