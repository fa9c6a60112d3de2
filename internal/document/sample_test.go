package document

import "time"

// sample is a response as a committee in Storåns kommun could have written it.
func sample() Document {
	d := Document{
		Title:    "Yttrande över granskningen av stödet till långtidsarbetslösa",
		Language: "sv-SE",
		Author:   "Storåns kommun, Arbetsmarknadsnämnden",
		Subject:  "Svar på kommunrevisionens rekommendationer",
		Created:  time.Date(2024, 2, 1, 9, 30, 0, 0, time.UTC),
		Mark:     "Förslag",
		Letterhead: Letterhead{
			Organization: "Storåns kommun",
			Unit:         []string{"Arbetsmarknadsnämnden", "Arbetsmarknadsförvaltningen"},
			Kind:         "Yttrande",
			Fields: []Field{
				{Label: "Datum", Value: "2024-02-01"},
				{Label: "Diarienummer", Value: "AMN 2024/0031", Running: true},
				{Label: "Handläggare", Value: "Karin Österlund"},
				{Label: "Mottagare", Value: "Storåns kommuns revisorer"},
				{Label: "Paragraf", Value: ""},
			},
		},
	}
	add := func(blocks ...Block) { d.Blocks = append(d.Blocks, blocks...) }
	add(Heading{1, "Sammanfattning"})
	add(ParseMarkdown(`Kommunens revisorer har granskat om arbetsmarknadsnämnden ger långtidsarbetslösa ett stöd som är ändamålsenligt och om nämndens interna kontroll av stödet är tillräcklig. Revisorernas samlade bedömning är att nämnden *till övervägande del* har en ändamålsenlig styrning, men att uppföljningen av den enskildes planering brister och att beslut inte alltid dokumenteras.

Nämnden **instämmer i fyra** av de fem rekommendationerna och instämmer delvis i en. Svaren nedan anger vilka åtgärder nämnden vidtar, när de påbörjas och avslutas och vilken funktion som ansvarar. Åtgärderna har förts in i nämndens [verksamhetsplan för 2024](https://www.storan.example/verksamhetsplan) och följs upp i delårsrapporten.`)...)
	add(Heading{1, "Svar på rekommendationerna"})
	for i, r := range sampleRecommendations {
		n := string(rune('1' + i))
		add(Heading{2, "Rekommendation " + n}, Quotation{Plain(r.words)}, Heading{3, "Nämndens svar: " + r.stance})
		add(ParseMarkdown(r.answer)...)
	}
	add(Heading{1, "Åtgärder"}, Paragraph{Plain("Åtgärderna ryms inom nämndens budgetram. Ansvarig anges som funktion.")}, sampleMeasures)
	add(Heading{1, "Nämndens fortsatta arbete"})
	add(ParseMarkdown(`Förvaltningen återrapporterar åtgärderna till nämnden i samband med delårsrapporten och i årsberättelsen för 2024. Den risk som revisorerna pekar på, att planeringar inte följs upp i tid, har förts in i nämndens internkontrollplan som risk 7 med kontroll varje tertial.

Nämnden vill framhålla att arbetet med gemensamma rutiner bygger på samverkan med socialnämnden och Arbetsförmedlingen, och att tidplanen för rekommendation 4 därför är beroende av att en ny överenskommelse kan tecknas under hösten.`)...)
	add(Paragraph{Plain("För arbetsmarknadsnämnden")})
	add(Signatures{{"Mats Ekdahl", "Ordförande"}, {"Lena Sjögren", "Nämndsekreterare"}})
	add(Note{Plain("Bilaga: Internkontrollplan 2024, risk 7\nKopia till: Kommunstyrelsen, Granska & Rådgiva Sverige AB")})
	return d
}

// memorandum is what an administration writes to the committee that is to decide the sample.
func memorandum() Document {
	response := sample()
	d := Document{Title: response.Title, Author: response.Author, Created: response.Created, Letterhead: response.Letterhead, Mark: "Utkast"}
	d.Letterhead.Kind = "Tjänsteskrivelse"
	d.Letterhead.Unit = []string{"Arbetsmarknadsförvaltningen"}
	d.Blocks = []Block{
		Heading{1, "Förslag till beslut"},
		List{Ordered: true, Items: []Item{
			{Paragraph{Text{{Text: "att", Bold: true}, {Text: " anta förslaget till yttrande som nämndens eget"}}}},
			{Paragraph{Text{{Text: "att", Bold: true}, {Text: " överlämna yttrandet till kommunens revisorer."}}}},
		}},
		Heading{1, "Föredragning"}, Quotation{Text{{Text: "Rekommendation 1", Bold: true}, {Text: "\n" + sampleRecommendations[0].words}}}, sampleMeasures,
		Signatures{{"Mats Åkerlind", "Förvaltningschef"}},
	}
	return d
}

// withAppendix is the memorandum with the response as its appendix.
func withAppendix() Document {
	d, appendix := memorandum(), sample()
	appendix.Title = "Bilaga: " + appendix.Title
	d.Appendices = []Document{appendix}
	return d
}

var sampleRecommendations = []struct{ words, stance, answer string }{
	{
		"Att arbetsmarknadsnämnden säkerställer att varje deltagare har en aktuell individuell planering och att planeringen följs upp minst var tredje månad.",
		"instämmer",
		`Nämnden delar revisorernas bedömning. Av de 214 deltagare som var inskrivna den 31 december 2023 saknade 38 en planering som hade följts upp under de senaste tre månaderna. Orsaken är i första hand att uppföljningen inte påminns om i verksamhetssystemet utan vilar på den enskilda handläggarens egen bevakning.

Nämnden vidtar tre åtgärder:

1. Verksamhetssystemet ställs in så att handläggaren och enhetschefen påminns två veckor innan en planering ska följas upp.
2. Enhetscheferna går varje månad igenom de planeringar som har passerat sitt datum och beslutar om vad som ska göras.
3. Andelen planeringar som har följts upp i tid redovisas i delårsrapporten, uppdelad på
   - ungdomar under 25 år,
   - deltagare med försörjningsstöd, och
   - deltagare som har varit inskrivna längre än två år.

Målet är att andelen ska vara minst 95 % vid årets slut.`,
	},
	{
		"Att arbetsmarknadsnämnden tydliggör vilka kriterier som gäller för att en deltagare ska få en subventionerad anställning, och att besluten motiveras och dokumenteras.",
		"instämmer",
		`Kriterierna finns i dag i en handledning från 2017, som inte har beslutats av nämnden och som bara delvis stämmer med hur platserna faktiskt fördelas. Det gör det svårt för den enskilde att förstå varför en plats erbjuds eller inte, och svårt för nämnden att se att lika fall behandlas lika.

Förvaltningen tar fram en riktlinje som nämnden beslutar om i maj 2024. Riktlinjen anger vem som får besluta, vilka omständigheter som ska vägas in och hur beslutet ska motiveras. En mall i verksamhetssystemet gör att beslutet inte kan expedieras utan motivering. Under hösten granskar kvalitetscontrollern ett urval av trettio beslut.`,
	},
	{
		"Att arbetsmarknadsnämnden utvecklar den interna kontrollen så att den omfattar risken för felaktiga utbetalningar till anordnare av arbetsträning.",
		"instämmer",
		`Nämnden betalade under 2023 ut 11,4 miljoner kronor till 46 anordnare. Utbetalningarna attesteras mot närvarolistor, men listorna kontrolleras inte mot deltagarens egen uppgift. Nämnden har därför beslutat att föra in risken i internkontrollplanen för 2024.

Kontrollen innebär att närvaron stäms av med deltagaren i tio slumpvis valda ärenden varje tertial, och att anordnaren besöks oanmält minst en gång om året. Avvikelser rapporteras till förvaltningschefen inom en vecka och till nämnden vid nästa sammanträde.`,
	},
	{
		"Att arbetsmarknadsnämnden tillsammans med socialnämnden fastställer en gemensam rutin för deltagare som byter mellan nämndernas insatser.",
		"instämmer delvis",
		`Nämnden instämmer i att övergångarna behöver bli säkrare. En gemensam rutin förutsätter dock att också Arbetsförmedlingen medverkar, eftersom de flesta övergångar sker efter myndighetens beslut. Nämnden föreslår därför i första hand en lokal överenskommelse mellan de tre parterna, och i andra hand en rutin som bara gäller de båda nämnderna.

Till dess gäller att den handläggare som avslutar en insats kontaktar den mottagande handläggaren muntligen inom fem arbetsdagar, och att kontakten antecknas. Socialnämnden har i sitt yttrande ställt sig bakom denna ordning.`,
	},
	{
		"Att arbetsmarknadsnämnden följer upp vad som händer med deltagarna efter avslutad insats, och använder resultatet i verksamhetsplaneringen.",
		"instämmer",
		`Uppföljning efter avslutad insats görs i dag efter tre månader, men bara för dem som har gått till arbete eller studier. Från och med den 1 april 2024 frågas alla tidigare deltagare efter tre och tolv månader. Frågorna besvaras via e-tjänst eller telefon, och svaren redovisas i grupper om minst tio personer så att ingen enskild kan kännas igen.`,
	},
}

var sampleMeasures = Table{
	Caption: "Tabell 1. Åtgärder med anledning av granskningen",
	Columns: []Column{{"Nr", 1}, {"Åtgärd", 6}, {"Ansvarig", 3.4}, {"Påbörjas", 2.2}, {"Klar", 2.2}},
	Rows: [][]Text{
		{Plain("1.1"), Plain("Påminnelser om uppföljning i verksamhetssystemet"), Plain("Systemförvaltare"), Plain("2024-02-15"), Plain("2024-04-30")},
		{Plain("1.2"), Plain("Månadsvis genomgång av planeringar som har passerat sitt datum"), Plain("Enhetschefer"), Plain("2024-03-01"), Plain("2024-12-31")},
		{Plain("1.3"), Plain("Andelen planeringar som följts upp i tid redovisas i delårsrapporten"), Plain("Kvalitetscontroller"), Plain("2024-06-01"), Plain("2024-09-30")},
		{Plain("2.1"), Plain("Riktlinje för subventionerade anställningar beslutas av nämnden"), Plain("Verksamhetschef"), Plain("2024-02-15"), Plain("2024-05-23")},
		{Plain("2.2"), Plain("Granskning av trettio beslut"), Plain("Kvalitetscontroller"), Plain("2024-09-01"), Plain("2024-11-30")},
		{Plain("3.1"), Plain("Kontroll av utbetalningar till anordnare, tio ärenden varje tertial, och oanmälda besök"), Plain("Controller"), Plain("2024-03-01"), Plain("2024-12-31")},
		{Plain("4.1"), Plain("Lokal överenskommelse med socialnämnden och Arbetsförmedlingen"), Plain("Förvaltningschef"), Plain("2024-03-01"), Plain("2024-10-31")},
		{Plain("5.1"), Plain("Uppföljning tre och tolv månader efter avslutad insats"), Plain("Kvalitetscontroller"), Plain("2024-04-01"), Text{{Text: "Löpande"}}},
	},
}
