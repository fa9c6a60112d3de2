package app_test

import (
	"testing"

	"uppsikt/internal/contract"
)

func TestReadingWithItsSource(t *testing.T) {
	w := newWorld(t)
	const text = "Granskning av rutiner\n\nVi rekommenderar nämnden att:\n• införa en rutin.\n"
	plain := w.handOver("ReadReport", "rapport.txt", text)
	var without, with contract.Reading
	w.mustCall("officer", plain, &without)
	asked := w.handOver("ReadReport", "rapport.txt", text)
	asked.path += "?source=true"
	w.mustCall("officer", asked, &with)
	if without.Source != nil || with.Source == nil {
		t.Fatalf("sources: %v without asking, %v with", without.Source, with.Source)
	}
	if len(with.Source.Files) != 1 || with.Source.Files[0].Name != "rapport.txt" || with.Source.Files[0].Lines[3].Text != "• införa en rutin." {
		t.Errorf("files: %+v", with.Source.Files)
	}
	for _, place := range with.Source.Places {
		if place.Pointer == "/recommendations/0" && place.File == 0 && place.Line == 3 && place.Lines == 1 {
			return
		}
	}
	t.Errorf("the recommendation has no place: %+v", with.Source.Places)
}

func TestReadingOfResponse(t *testing.T) {
	w := newWorld(t)
	var got contract.ResponseReading
	w.mustCall("secretary", w.handOver("ReadResponse", "svar.txt", "Svar på granskning av rutiner\n\nSocialnämnden\n\n2024-03-05\n\nRekommendation 1: Inför en rutin.\n\nSvar: Nämnden instämmer delvis.\n"), &got)
	if got.Title == nil || *got.Title != "Granskning av rutiner" || got.Committee == nil || *got.Committee != "Socialnämnden" || got.Date == nil || got.Date.String() != "2024-03-05" {
		t.Errorf("%+v", got)
	}
	if got.RegistryNumber != nil || got.DecidedOn != nil || got.Paragraph != nil || len(got.Warnings) == 0 {
		t.Errorf("more was read than stands there, or it was not told: %+v", got)
	}
	if len(got.Answers) != 1 || *got.Answers[0].Stance != contract.StancePartlyAccepts || *got.Answers[0].Recommendation != "Inför en rutin." {
		t.Errorf("answers: %+v", got.Answers)
	}
}
