package reading

import "testing"

// BenchmarkRead reads the demo's report, of eight pages.
func BenchmarkRead(b *testing.B) {
	files := fixtureFiles(b, "../app/demo/reports")
	size := 0
	for _, file := range files {
		size += len(file.Content)
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		if _, err := Read(files); err != nil {
			b.Fatal(err)
		}
	}
}
