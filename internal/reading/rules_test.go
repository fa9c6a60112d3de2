package reading

import (
	"strings"
	"testing"
)

func TestGradesInWords(t *testing.T) {
	for text, want := range map[string][]Grade{
		"Ja":              {Yes},
		"Delvis uppfylld": {Partly},
		"inte helt":       {Partly},
		"Inte fullt ut":   {Partly},
		"till viss del":   {Partly},
		"den interna kontrollen har inte varit helt tillräcklig":          {Partly},
		"nämnden har inte haft en helt tydlig plan":                       {Partly},
		"nämnden har inte säkerställt en tillräcklig styrning fullt ut":   {Partly},
		"nämnden har inte säkerställt en tillräcklig styrning i allt den": nil,
		"Ej uppfyllt":           {No},
		"inte uppfylld":         {No},
		"Uppfylld":              {Yes},
		"I allt väsentligt":     {InAllEssentials},
		"Ja, i allt väsentligt": {InAllEssentials},
		"till övervägande del":  {Mostly},
		"Ej tillämplig":         {NotApplicable},
		"Ej graderad":           {NotGraded},
		"Bedöms ej":             {NotGraded},
		"Kontrollmålet bedöms inte vara uppfyllt.":      {No},
		"Kontrollmålet bedöms inte vara helt uppfyllt.": {Partly},
		"inte till övervägande del":                     {unclear},
		"Uppfylls delvis":                               {Partly},
		"Nej, inte fullt ut":                            {Partly},
		"Ja/delvis":                                     {unclear},
		"Nej, delvis":                                   {unclear},
		"Delvis för en och nej för en annan":            {Partly, No},
		"Ja för alla utom en, där det är nej":           {Yes, No},
		"januari":                                       nil,
		"nejlikor":                                      nil,
		"Nämnden har inte beslutat":                     nil,
	} {
		var got []Grade
		for _, g := range gradesIn(text) {
			got = append(got, g.grade)
		}
		if len(got) != len(want) {
			t.Errorf("%q: %v, want %v", text, got, want)
			continue
		}
		for i := range want {
			if got[i] != want[i] {
				t.Errorf("%q: %v, want %v", text, got, want)
			}
		}
	}
}

func TestFirstDate(t *testing.T) {
	for text, want := range map[string]string{
		"senast den 29 februari 2024":    "2024-02-29",
		"den 30 februari 2024":           "",
		"2023-11-17":                     "2023-11-17",
		"2023-13-17":                     "",
		"19januari 2024":                 "2024-01-19",
		"den 1:e mars 2021":              "2021-03-01",
		"November 2023":                  "",
		"AMN-2023-00403":                 "",
		"mellan 8 och 22 september 2023": "2023-09-22",
	} {
		got := ""
		if date := firstDate(text); date != nil {
			got = *date
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestCommitteesSpelledDifferentlyAreOne(t *testing.T) {
	r := newRegister([]string{
		"Miljö- och hälsoskyddsnämnden och miljö- och hälsoskyddsnämndens ansvar, hälsoskydds-",
		"miljö- och hälsoskydds-nämnden samt miljö- och hälsoskyddsämnden",
		"plan och byggnadsnämnden, Plan- och byggnadsnämnden",
		"Socialstyrelsen, länsstyrelsen och facknämnden",
		"tekniska nämnden; kommunstyrelsens uppsikt",
	})
	var got []string
	for _, e := range r.entries {
		got = append(got, e.name)
	}
	want := "Miljö- och hälsoskyddsnämnden|Plan- och byggnadsnämnden|Tekniska nämnden|Kommunstyrelsen"
	if strings.Join(got, "|") != want {
		t.Errorf("%s, want %s", strings.Join(got, "|"), want)
	}
}

func TestAbbreviationsAreJoinedOnlyWhenCertain(t *testing.T) {
	for _, c := range []struct {
		abbreviations []string
		names         string
		want          string
	}{
		{[]string{"SCN", "AMN"}, "socialnämnden och arbetsmarknadsnämnden", "SCN=Socialnämnden AMN=Arbetsmarknadsnämnden"},
		{[]string{"SN", "SBN"}, "socialnämnden och samhällsbyggnadsnämnden", "SN= SBN="},
		{[]string{"KFN", "BUN"}, "kultur- och fritidsnämnden samt barn- och utbildningsnämnden", "KFN=Kultur- och fritidsnämnden BUN=Barn- och utbildningsnämnden"},
		{[]string{"XYN"}, "socialnämnden", "XYN="},
		{[]string{"SN", "SCN"}, "socialnämnden", "SN= SCN="},
	} {
		r := newRegister([]string{c.names})
		r.joinAbbreviations(c.abbreviations, r.entries, func(string, string) {})
		var got []string
		for _, abbreviation := range c.abbreviations {
			got = append(got, abbreviation+"="+r.abbreviated(abbreviation).name)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%s, want %s", strings.Join(got, " "), c.want)
		}
	}
}

func TestAbbreviationsThatTheTextExpands(t *testing.T) {
	for text, want := range map[string]string{
		"Socialnämnden (SN) och kommunstyrelsen":                                          "SN",
		"KS – kommunstyrelsen, BUN – barn- och utbildningsnämnden, TN = tekniska nämnden": "KS BUN TN",
		"Enligt SKR – kommunstyrelsen har dock svarat":                                    "",
	} {
		r := newRegister([]string{text})
		r.learnAbbreviations(text)
		var got []string
		for _, e := range r.entries {
			if e.abbreviation != "" {
				got = append(got, e.abbreviation)
			}
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestBrokenWords(t *testing.T) {
	for _, c := range [][3]string{
		{"barn- och utbildnings-", "nämnden", "barn- och utbildningsnämnden"},
		{"plan-", "och byggnadsnämnden", "plan- och byggnadsnämnden"},
		{"kommunens HR-", "avdelning", "kommunens HR-avdelning"},
		{"en e-", "tjänst", "en e-tjänst"},
		{"ett samlat", "arbete", "ett samlat arbete"},
	} {
		if got := joinBroken(c[0], c[1]); got != c[2] {
			t.Errorf("%q, want %q", got, c[2])
		}
	}
}

func TestDaysForResponses(t *testing.T) {
	for text, want := range map[string]string{
		"den 15:e juni 2021.":  "2021-06-15",
		"31/3 2022":            "2022-03-31",
		"20210615.":            "2021-06-15",
		"den 31 mars":          "",
		"måndag 14 juni 2021":  "2021-06-14",
		"vecka 24 2021":        "",
		"20210645":             "",
		"den 31 mars, se 2021": "",
	} {
		got := ""
		if date, _ := dueDay(text); date != nil {
			got = *date
		}
		if got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	for want, content := range map[string]string{
		"it begins as a DOCX but":      "PK\x03\x04rest",
		"this is binary":               "Granskning\x00av",
		"the files hold no text":       " \n\t\n",
		"this is an older Office":      "\xD0\xCF\x11\xE0\xA1\xB1",
		"PDF, DOCX, plain text and HT": "{\\rtf1 Granskning}",
	} {
		_, err := Read([]File{{"rapport", []byte(content)}})
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %q", content, err, want)
		}
	}
}

// TestEncodings reads the same letters from UTF-8, with a mark or without, from Windows-1252 and from UTF-16.
func TestEncodings(t *testing.T) {
	text := "Granskning av färdtjänst\n\nPwC har på uppdrag av Ålunda kommuns revisorer granskat färdtjänsten."
	utf16 := []byte{0xFF, 0xFE}
	var latin []byte
	for _, r := range text {
		utf16 = append(utf16, byte(r), byte(r>>8))
		latin = append(latin, byte(r))
	}
	for name, content := range map[string][]byte{"utf-8": []byte(text), "marked": []byte("\uFEFF" + text), "windows-1252": latin, "utf-16": utf16} {
		reading, err := Read([]File{{name, content}})
		if err != nil {
			t.Fatal(name, err)
		}
		if reading.Title == nil || *reading.Title != "Granskning av färdtjänst" || reading.CommissionedBy == nil || *reading.CommissionedBy != "Ålunda kommuns revisorer" {
			t.Errorf("%s: %v", name, asJSON(t, reading))
		}
	}
}

func TestCommandPrintsAReadingOrAnErrorLine(t *testing.T) {
	var stdout, stderr strings.Builder
	if code := NewRoom("").Command([]string{"testdata/bulleted/report.txt"}, nil, &stdout, &stderr); code != 0 || stderr.Len() > 0 {
		t.Fatalf("code %d: %s", code, stderr.String())
	}
	if !strings.HasPrefix(stdout.String(), "{\n  \"title\": \"Granskning av fordonshanteringen\"") {
		t.Errorf("stdout: %.80s", stdout.String())
	}
	stdout.Reset()
	if code := NewRoom("").Command([]string{"testdata/not-there.txt"}, nil, &stdout, &stderr); code != 1 || stdout.Len() > 0 || strings.Count(stderr.String(), "\n") != 1 {
		t.Errorf("code %d, stdout %q, stderr %q", code, stdout.String(), stderr.String())
	}
}

func TestDayAndNumberOfALettersHead(t *testing.T) {
	for text, want := range map[string][2]string{
		"2025-01-22 Dnr REV 2024/14":                            {"2025-01-22", "REV 2024/14"},
		"Lillåns kommun Revisorerna\t2023-05-24 Dnr REV 23-8":   {"2023-05-24", "REV 23-8"},
		"Lillåns kommun\tDatum: 2023-05-24 Dnr: REV 2023/8":     {"2023-05-24", "REV 2023/8"},
		"Riktlinje för inköp\t2021-05-12":                       {"", ""},
		"Nämnden beslutade 2021-05-12 enligt dnr SN 2021/00034": {"", ""},
	} {
		day, number := "", ""
		if found := ownDate(text); found != nil {
			day = *found
		}
		if found := registryNumber(document{blocks: []block{{lines: []line{{text: text}}}}}); found != nil {
			number = *found
		}
		if day != want[0] || number != want[1] {
			t.Errorf("%q: %q and %q, want %q", text, day, number, want)
		}
	}
}
