package reading

// sameAdvice is how alike two wordings must be to be one recommendation; looseAdvice is enough for two lists of one
// length at the same place.
const (
	sameAdvice  = 0.6
	looseAdvice = 0.3
)

// readRecommendations takes the wording of the report's own chapter, else of its summary, else of its text, and gathers
// the other wordings in all files.
func (r *reader) readRecommendations() {
	lists := r.adviceLists(r.report.blocks)
	main := mainLists(lists)
	for _, list := range main {
		for _, a := range list.advices {
			r.recommend(a)
		}
	}
	r.addVariants(lists)
	for _, d := range r.others {
		r.addVariants(r.adviceLists(d.blocks))
	}
	r.numberRecommendations()
	if len(r.reading.Recommendations) == 0 {
		r.tellWithoutRecommendations()
	}
	if r.earlierLine > 0 {
		r.warn("earlier_recommendations", r.earlierLine, "an earlier audit's recommendations stand here; they are not read as new ones")
	}
}

// mainLists picks the lists whose wording counts.
func mainLists(lists []adviceList) []adviceList {
	choose := func(wanted func(adviceList) bool) []adviceList {
		var chosen []adviceList
		for _, list := range lists {
			if wanted(list) {
				chosen = append(chosen, list)
			}
		}
		return chosen
	}
	if own := choose(func(l adviceList) bool { return l.chapter }); len(own) > 0 {
		return own
	}
	if summary := choose(func(l adviceList) bool { return l.summary }); len(summary) > 0 {
		return summary
	}
	return lists
}

// recommend adds a recommendation once, however often it stands.
func (r *reader) recommend(a advice) {
	for i := range r.adopted {
		if similarity(r.adopted[i].text, a.text) >= sameAdvice+0.15 {
			r.addWording(i, a)
			for _, e := range a.committees {
				r.adopted[i].committees = appendEntry(r.adopted[i].committees, e)
			}
			return
		}
	}
	r.adopted = append(r.adopted, a)
	for _, e := range a.committees {
		r.use(e)
	}
	r.reading.Recommendations = append(r.reading.Recommendations, Recommendation{Text: a.text, Variants: []string{}})
}

// addVariants finds which recommendation each wording belongs to: the most alike, or the one at the same place of a list
// of the same length.
func (r *reader) addVariants(lists []adviceList) {
	for _, list := range lists {
		for position, a := range list.advices {
			index, alike := r.mostAlike(a.text)
			switch {
			case index >= 0 && alike >= sameAdvice:
				r.addWording(index, a)
			case len(list.advices) == len(r.adopted) && similarity(r.adopted[position].text, a.text) >= looseAdvice:
				r.addWording(position, a)
			}
		}
	}
}

func (r *reader) mostAlike(text string) (int, float64) {
	best, most := -1, 0.0
	for i, a := range r.adopted {
		if alike := similarity(a.text, text); alike > most {
			best, most = i, alike
		}
	}
	return best, most
}

func (r *reader) addWording(index int, a advice) {
	recommendation := &r.reading.Recommendations[index]
	if sameWording(recommendation.Text, a.text) {
		return
	}
	for _, known := range recommendation.Variants {
		if sameWording(known, a.text) {
			return
		}
	}
	recommendation.Variants = append(recommendation.Variants, a.text)
}

// numberRecommendations keeps the report's numbers where all have one and no two the same, else numbers by order.
func (r *reader) numberRecommendations() {
	seen := map[string]bool{}
	for _, a := range r.adopted {
		seen[a.number] = true
	}
	keep := len(seen) == len(r.adopted) && !seen[""]
	for i := range r.reading.Recommendations {
		recommendation := &r.reading.Recommendations[i]
		recommendation.Number = itoa(i + 1)
		if keep {
			recommendation.Number = r.adopted[i].number
		}
		recommendation.Committees = refs(r.adopted[i].committees)
		if len(recommendation.Variants) > 0 {
			r.warn("wordings_differ", r.adopted[i].line, "recommendation %s is worded in %d ways", recommendation.Number, 1+len(recommendation.Variants))
		}
	}
}

// tellWithoutRecommendations points at what the report asks for in other words, which is not made into recommendations.
func (r *reader) tellWithoutRecommendations() {
	for _, b := range r.report.blocks {
		if b.kind != row && duty.MatchString(b.text) {
			r.warn("no_recommendations", b.line(), "the report gives no recommendations, but asks for something here")
			return
		}
	}
	r.warn("no_recommendations", 0, "the report gives no recommendations")
}
