package reading

// Source is the text that was read, line by line, and where in it the reading's values stand.
type Source struct {
	Files  []SourceFile  `json:"files"`
	Places []SourcePlace `json:"places"`
}

// SourceFile is one of the files, in the order in which they were given.
type SourceFile struct {
	Name  string       `json:"name"`
	Lines []SourceLine `json:"lines"`
}

// SourceLine is one line as it was read. Page is null where the format has no pages.
type SourceLine struct {
	Text string `json:"text"`
	Page *int   `json:"page"`
}

// SourcePlace is where a value stands: some lines of a file, counted from 0. Pointer is the value's (RFC 6901).
type SourcePlace struct {
	Pointer string `json:"pointer"`
	File    int    `json:"file"`
	Line    int    `json:"line"`
	Lines   int    `json:"lines"`
}

// mostSourceBytes is the longest text that is handed back with a reading; that of a thousand pages is shorter.
const mostSourceBytes = 8 << 20

// readWithSource is readCached, with the source.
func readWithSource(files []File, cacheFolder string) (Reading, error) {
	r, texts, err := newReaderOf(files, cacheFolder)
	if err != nil {
		return Reading{}, err
	}
	r.read()
	r.addSource(files, texts)
	return r.reading, nil
}

func (r *reader) addSource(files []File, texts []extract) {
	if sizeOf(texts) > mostSourceBytes {
		r.warn(warnTruncated, 0, "source: the text is too long to be shown")
		return
	}
	source := &Source{Places: newLocator(r, texts).places()}
	for i, text := range texts {
		source.Files = append(source.Files, SourceFile{files[i].Name, sourceLines(text)})
	}
	r.reading.Source = source
}

func sizeOf(texts []extract) int {
	size := 0
	for _, text := range texts {
		for _, l := range text.lines {
			size += len(l.text)
		}
	}
	return size
}

func sourceLines(text extract) []SourceLine {
	lines := make([]SourceLine, len(text.lines))
	for i, l := range text.lines {
		lines[i].Text = l.text
		if l.page > 0 {
			lines[i].Page = &text.lines[i].page
		}
	}
	return lines
}
