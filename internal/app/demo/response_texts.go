package demo

import (
	"fmt"
	"time"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

const (
	accepts       = contract.StanceAccepts
	partlyAccepts = contract.StancePartlyAccepts
	rejects       = contract.StanceRejects
)

// responsesAt are the labour market committee's responses on the day of seeding: one in each state that a response can be in.
func responsesAt(today calendar.Date) []responseStory {
	this, next := fmt.Sprint(today.Year()), fmt.Sprint(today.Year()+1)
	stories := []responseStory{
		delivered(), adopted(this, next), approved(next), submitted(this, next), returned(next), begun(),
	}
	for i := range stories {
		stories[i].committee = "AMN"
	}
	return stories
}

func delivered() responseStory {
	return responseStory{
		audit: "report", common: accepts,
		sections: map[contract.SectionKind]string{
			contract.SectionKindControlPlan: "Risken för obehörig åtkomst har tagits in i nämndens internkontrollplan för 2024. Kontrollen görs en gång i kvartalet och redovisas i samband med delårsrapporterna.",
			contract.SectionKindClosing:     "Nämnden följer upp åtgärderna i årsrapporten för intern kontroll.",
		},
		answers: []answerStory{
			{text: "Förvaltningen har tagit fram en förteckning över rollerna i systemet för försörjningsstöd. Den visar vad varje roll ger tillgång till och vem som beslutar om den. Förteckningen ersätter listan från 2018.",
				measures: []contract.MeasureContent{todo("Upprätta en förteckning över roller och beslutanderätt", "Systemägare", "januari 2024", "mars 2024")}},
			{text: "Chefen ska avsluta behörigheten i samma ärende som anställningen. Varje månad jämförs listan över avslutade anställningar med aktiva konton.",
				measures: []contract.MeasureContent{
					todo("Lägga in behörigheter i rutinen för avslutad anställning", "HR-strateg", "februari 2024", "april 2024"),
					todo("Jämföra avslutade anställningar med aktiva konton", "Systemförvaltare", "mars 2024", "löpande från 2024-03-31"),
				}},
			{text: "En plan för loggkontroller beslutas av förvaltningschefen. Av planen framgår hur urvalet görs, och resultatet dokumenteras i ärendehanteringssystemet.",
				measures: []contract.MeasureContent{todo("Besluta en plan för loggkontroller och genomföra den första kontrollen", "Enhetschef verksamhetsstöd", "våren 2024", "hösten 2024")}},
			{already: true, text: "Risken prövades i riskanalysen inför 2024 och har tagits in i internkontrollplanen."},
			{text: "Avtalen med två leverantörer ses över. Delade konton avslutas, och nya konton får ett slutdatum.",
				measures: []contract.MeasureContent{todo("Ersätta leverantörers delade konton med personliga och tidsbegränsade", "Systemförvaltare", "februari 2024", "2024-06-30")}},
		},
		memorandum: map[contract.MemorandumSectionKind]string{
			contract.MemorandumSectionKindPreparation:          "Svaren har beretts av verksamhetsstödet tillsammans med systemägarna för de system som granskades. Kommunens HR-enhet har läst svaret på rekommendation 2. Förslaget gicks igenom med nämndens presidium vid beredningen.",
			contract.MemorandumSectionKindEconomicConsequences: "Arbetet görs inom ordinarie bemanning. Att ersätta delade leverantörskonton medför en licenskostnad om cirka 40 000 kronor per år, som ryms inom nämndens budget för 2024.",
		},
		steps: []step{
			{contract.TransitionActionSubmit, exactly(calendar.New(2024, time.January, 29)), "", ""},
			{contract.TransitionActionApprove, exactly(calendar.New(2024, time.January, 31)), "", ""},
			{contract.TransitionActionDecide, exactly(calendar.New(2024, time.February, 15)), "12", ""},
			{contract.TransitionActionDeliver, exactly(calendar.New(2024, time.February, 20)), "", ""},
		},
	}
}

func adopted(this, next string) responseStory {
	return responseStory{
		audit: "introduction", common: accepts,
		sections: map[contract.SectionKind]string{
			contract.SectionKindOtherMeasures: "Förvaltningen har dessutom inlett ett samarbete med två grannkommuner om en gemensam grundkurs.",
			contract.SectionKindClosing:       "Nämnden ser introduktionen som en förutsättning för rättssäker handläggning.",
		},
		answers: []answerStory{
			{text: "En gemensam introduktion tas fram. Den beskriver vad den nya handläggaren ska kunna efter en, tre och **sex månader** och vem som bedömer det.",
				measures: []contract.MeasureContent{todo("Besluta en gemensam introduktion", "Enhetschef försörjningsstöd", "hösten "+this, "februari "+next)}},
			{text: "Varje ny handläggare får en utsedd handledare. Handledaren får fyra timmar i veckan avsatta under de första tre månaderna.",
				measures: []contract.MeasureContent{todo("Utse handledare och avsätta tid i bemanningsplanen", "Enhetschefer", "hösten "+this, "januari "+next)}},
			{text: "Uppföljningen görs i november varje år och redovisas för nämnden i december:\n\n- enkät till nya handläggare\n- samtal med handledarna\n- andelen som är kvar efter ett år",
				measures: []contract.MeasureContent{todo("Följa upp introduktionen och rapportera till nämnden", "Controller", "november "+next, "december "+next)}},
		},
		memorandum: map[contract.MemorandumSectionKind]string{
			contract.MemorandumSectionKindPreparation:          "Svaren har beretts av enheten för försörjningsstöd. Handläggare som anställts under de senaste två åren har fått lämna synpunkter på introduktionen, och de fackliga organisationerna har informerats i samverkan.",
			contract.MemorandumSectionKindPerspectives:         "**Barn:** En säkrare handläggning gör att barns behov oftare beaktas när försörjningsstöd prövas.\n\n**Jämställdhet:** Introduktionen tar upp hur stöd beräknas lika för kvinnor och män.\n\n**Näringsliv:** Förslaget bedöms inte påverka företagens villkor.",
			contract.MemorandumSectionKindEconomicConsequences: "Handledarnas tid motsvarar en halv årsarbetare. Den tas ur enhetens befintliga ram, vilket innebär att två planerade utbildningsdagar skjuts upp.",
		},
		steps: []step{
			{contract.TransitionActionSubmit, beforeMeeting(24), "", ""},
			{contract.TransitionActionReturn, beforeMeeting(22), "Svar 2 behöver säga hur mycket tid handledaren får. ”Tillräcklig tid” går inte att följa upp.", ""},
			{contract.TransitionActionSubmit, beforeMeeting(20), "", ""},
			{contract.TransitionActionApprove, beforeMeeting(18), "", ""},
			{contract.TransitionActionDecide, lastMeeting, "87", ""},
		},
	}
}

func beforeMeeting(days int) func(calendar.Date) calendar.Date {
	return func(today calendar.Date) calendar.Date { return lastMeeting(today).AddDays(-days) }
}

func approved(next string) responseStory {
	return responseStory{
		audit: "procurement",
		answers: []answerStory{
			{stance: accepts, text: "Nämnden använder den mall som kommunstyrelsen tar fram. Till dess dokumenteras skälen i en tjänsteanteckning i ärendet.",
				measures: []contract.MeasureContent{todo("Dokumentera skälen till valet av leverantör vid inköp över 100 000 kronor", "Ekonom", "januari "+next, "löpande från "+next+"-01-31")}},
			{stance: partlyAccepts, text: "Nämnden delar bedömningen att ramavtal ska användas, men anser att en kontroll om året räcker med hänsyn till det fåtal inköp som görs. Resultatet redovisas i årsrapporten för intern kontroll.",
				measures: []contract.MeasureContent{todo("Kontrollera att ramavtal används", "Controller", "våren "+next, "oktober "+next)}},
			{stance: accepts, text: "Samtliga beställare genomför kommunens webbutbildning. Den som inte har genomfört den får inte beställarbehörighet.",
				measures: []contract.MeasureContent{todo("Utbilda samtliga beställare", "Förvaltningschef", "februari "+next, "andra kvartalet "+next)}},
		},
		memorandum: map[contract.MemorandumSectionKind]string{
			contract.MemorandumSectionKindPreparation:          "Svaren har beretts av förvaltningens ekonomer tillsammans med kommunens inköpsenhet. Kommunstyrelsen har bekräftat att den mall som nämns i svaret på rekommendation 1 blir klar före årsskiftet.",
			contract.MemorandumSectionKindPerspectives:         "**Barn:** Förslaget bedöms inte påverka barn direkt.\n\n**Jämställdhet:** Förslaget bedöms inte påverka kvinnor och män olika.\n\n**Näringsliv:** Dokumenterade skäl gör det lättare för mindre leverantörer att se på vilka villkor ett inköp har gjorts.",
			contract.MemorandumSectionKindEconomicConsequences: "Utbildningen av beställare är kostnadsfri för nämnden. Kontrollen av ramavtal beräknas ta fyra arbetsdagar per år.",
		},
		steps: []step{
			{contract.TransitionActionSubmit, daysAgo(6), "", ""},
			{contract.TransitionActionApprove, daysAgo(4), "", ""},
		},
	}
}

func submitted(this, next string) responseStory {
	return responseStory{
		audit: "attendance",
		sections: map[contract.SectionKind]string{
			contract.SectionKindControlPlan: "Nämnden tar ställning till en kontroll av närvaro mot utbetald ersättning när internkontrollplanen för " + next + " antas.",
		},
		answers: []answerStory{
			{stance: accepts, text: "Från årsskiftet stäms registrerad närvaro av mot utbetald ersättning varje månad. Avvikelser utreds inom tio arbetsdagar.",
				measures: []contract.MeasureContent{todo("Stämma av närvaro mot utbetald ersättning", "Ekonom", "januari "+next, "löpande från "+next+"-01-31")}},
			{stance: accepts, text: "Frånvaro ska rapporteras till ansvarig handläggare senast nästa arbetsdag. Rutinen för arbetsledarna ändras.",
				measures: []contract.MeasureContent{todo("Ändra rutinen för rapportering av frånvaro", "Enhetschef arbetsmarknad", "december "+this, "februari "+next)}},
			{stance: accepts, text: "Kontrollen föreslås ingå i internkontrollplanen för " + next + ".",
				measures: []contract.MeasureContent{todo("Föreslå kontrollen i internkontrollplanen", "Controller", "november "+this, "januari "+next)}},
		},
		memorandum: map[contract.MemorandumSectionKind]string{
			contract.MemorandumSectionKindPreparation:          "Svaren har beretts av enheten för arbetsmarknad och förvaltningens ekonom. Arbetsledarna vid tre av insatserna har gått igenom hur frånvaro rapporteras i dag.",
			contract.MemorandumSectionKindEconomicConsequences: "Avstämningen beräknas ta två arbetsdagar i månaden och görs inom ordinarie bemanning. Om felaktiga utbetalningar upptäcks i tid minskar nämndens kostnader.",
		},
		steps: []step{{contract.TransitionActionSubmit, daysAgo(2), "", ""}},
	}
}

func returned(next string) responseStory {
	return responseStory{
		audit: "secondary-occupations",
		answers: []answerStory{
			{stance: accepts, text: "Frågan om bisysslor ställs i det årliga medarbetarsamtalet, och svaret dokumenteras i personalsystemet.",
				measures: []contract.MeasureContent{todo("Ta in frågan i mallen för medarbetarsamtal", "HR-strateg", "januari "+next, "mars "+next)}},
			{stance: accepts, text: "Delegationsordningen ses över så att det framgår att förvaltningschefen prövar anmälda bisysslor.",
				measures: []contract.MeasureContent{todo("Se över delegationsordningen", "Nämndsekreterare", "februari "+next, "våren "+next)}},
			{stance: rejects, text: "Nämnden bedömer att de kontroller som redan görs är tillräckliga."},
		},
		steps: []step{
			{contract.TransitionActionSubmit, daysAgo(5), "", ""},
			{contract.TransitionActionReturn, daysAgo(1), "Svar 3 behöver ett skäl: vilka kontroller görs i dag, och vad har de visat? Stäm av med enheten för försörjningsstöd innan du lämnar in på nytt.", ""},
		},
	}
}

func begun() responseStory {
	return responseStory{audit: "processing-times", answers: []answerStory{
		{stance: accepts, text: "Ansökningar som kommer in på papper registreras i dag först när de har skannats, vilket kan dröja ett par dagar."},
	}}
}
