package document

import "testing"

func BenchmarkLayout(b *testing.B) {
	d := sample()
	for b.Loop() {
		layout(d)
	}
}

func BenchmarkPDF(b *testing.B) {
	d := sample()
	for b.Loop() {
		if _, err := PDF(d); err != nil {
			b.Fatal(err)
		}
	}
}
