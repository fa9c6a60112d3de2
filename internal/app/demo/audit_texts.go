package demo

import "uppsikt/internal/contract"

const (
	yes        = contract.GradeYes
	essentials = contract.GradeInAllEssentials
	mostly     = contract.GradeMostly
	partly     = contract.GradePartly
	no         = contract.GradeNo
	ungraded   = contract.GradeNotGraded
)

const askedOfAll = "Vilka åtgärder som vidtas med anledning av varje rekommendation, när de påbörjas och är klara och vilken funktion som ansvarar."

// auditStories are those whose days follow the clock; the one that is read from its report stands in report.go.
var auditStories = []auditStory{
	{
		name: "introduction", title: "Granskning av introduktion för nya handläggare", firm: "Nordkajen Revision",
		registryNumber: "REV-%d-00007", reported: 140, due: 12, committees: []string{"AMN", "SN"}, asked: askedOfAll, confirmed: true, toAdviser: true,
		questions: []question{
			{"Finns en beslutad ordning för hur nya handläggare introduceras?", []contract.Grade{partly, mostly}},
			{"Får nya handläggare den handledning som ordningen förutsätter?", []contract.Grade{no, partly}},
			{"Följs introduktionens resultat upp?", []contract.Grade{no, no}},
		},
		overall: []contract.Grade{partly, mostly},
		recommendations: []string{
			"Besluta om en introduktion som är gemensam för förvaltningens enheter och som anger vad den nya handläggaren ska kunna efter sex månader.",
			"Säkerställ att varje ny handläggare har en utsedd handledare med avsatt tid.",
			"Följ årligen upp hur introduktionen har fungerat och rapportera resultatet till nämnden.",
		},
		criteria: []string{"Kommunallagen (2017:725) 6 kap. 6 §", "Arbetsmiljöverkets föreskrifter om systematiskt arbetsmiljöarbete", "Storåns kommuns personalpolitiska program"},
	},
	{
		name: "procurement", title: "Granskning av inköp under direktupphandlingsgränsen", firm: "Storåns revisionskontor",
		registryNumber: "REV-%d-00011", reported: 75, due: 40, committees: []string{"KS", "AMN", "BUN"}, asked: askedOfAll, confirmed: true,
		questions: []question{
			{"Är det tydligt vem som får beställa och vem som får attestera?", []contract.Grade{essentials, mostly, mostly}},
			{"Dokumenteras skälen till valet av leverantör?", []contract.Grade{partly, partly, no}},
			{"Kontrolleras att ramavtal används där de finns?", []contract.Grade{mostly, partly, partly}},
		},
		overall: []contract.Grade{mostly, partly, partly},
		recommendations: []string{
			"Inför en enkel mall för att dokumentera inköp över 100 000 kronor och säkerställ att den används.",
			"Kontrollera två gånger om året att ramavtal används och redovisa avvikelserna för nämnden.",
			"Utbilda samtliga beställare i kommunens riktlinje för inköp.",
		},
		criteria: []string{"Lagen (2016:1145) om offentlig upphandling 19 a kap.", "Kommunallagen (2017:725) 6 kap. 6 §", "Storåns kommuns riktlinje för inköp"},
	},
	{
		name: "attendance", title: "Granskning av närvarokontroll i kommunens arbetsmarknadsinsatser", firm: "Nordkajen Revision",
		registryNumber: "REV-%d-00013", reported: 60, due: 55, committees: []string{"AMN"}, asked: askedOfAll, confirmed: true, toAdviser: true,
		questions: []question{
			{"Finns rutiner för hur närvaro registreras?", []contract.Grade{mostly}},
			{"Stäms registrerad närvaro av mot utbetald ersättning?", []contract.Grade{no}},
			{"Rapporteras upprepad frånvaro till ansvarig handläggare i rätt tid?", []contract.Grade{partly}},
		},
		overall: []contract.Grade{partly},
		recommendations: []string{
			"Stäm varje månad av registrerad närvaro mot utbetald ersättning.",
			"Fastställ inom hur många dagar frånvaro ska rapporteras till ansvarig handläggare.",
			"Ta in närvarokontrollen i nämndens internkontrollplan.",
		},
		criteria: []string{"Kommunallagen (2017:725) 6 kap. 6 §", "Socialtjänstlagen", "Arbetsmarknadsnämndens reglemente"},
	},
	{
		name: "secondary-occupations", title: "Granskning av bisysslor och jäv", firm: "Nordkajen Revision",
		registryNumber: "REV-%d-00015", reported: 45, due: 60, committees: []string{"KS", "AMN", "MBN"}, asked: askedOfAll, confirmed: true,
		questions: []question{
			{"Är det känt bland medarbetarna vad som gäller för bisysslor?", []contract.Grade{mostly, partly, partly}},
			{"Prövas anmälda bisysslor skyndsamt och dokumenterat?", []contract.Grade{yes, partly, no}},
			{"Finns ett arbetssätt för att upptäcka jäv i handläggningen?", []contract.Grade{partly, no, no}},
		},
		overall: []contract.Grade{mostly, partly, partly},
		recommendations: []string{
			"Fråga varje år samtliga medarbetare om bisysslor och dokumentera svaren.",
			"Gör tydligt i delegationsordningen vem som prövar en anmäld bisyssla.",
			"Inför en kontroll av jäv i de ärendetyper där risken är störst.",
		},
		criteria: []string{"Lagen (1994:260) om offentlig anställning 7–7 c §§", "Kommunallagen (2017:725) 6 kap. 28–32 §§", "Storåns kommuns riktlinje om bisysslor"},
	},
	{
		name: "processing-times", title: "Granskning av handläggningstider för försörjningsstöd", firm: "Nordkajen Revision",
		registryNumber: "REV-%d-00018", reported: 24, due: 82, committees: []string{"AMN"}, asked: askedOfAll,
		questions: []question{
			{"Mäts handläggningstiden från ansökan till beslut på ett tillförlitligt sätt?", []contract.Grade{partly}},
			{"Vidtar nämnden åtgärder när tiderna överskrids?", []contract.Grade{mostly}},
		},
		overall: []contract.Grade{partly},
		recommendations: []string{
			"Säkerställ att ansökans ankomstdag registreras lika oavsett hur ansökan kommer in.",
			"Redovisa handläggningstiderna för nämnden varje kvartal, med andelen beslut inom fjorton dagar.",
		},
		criteria: []string{"Förvaltningslagen (2017:900) 9 och 11 §§", "Socialtjänstlagen", "Arbetsmarknadsnämndens verksamhetsplan"},
	},
	{
		name: "staffing", title: "Granskning av beredskap för stort personalbortfall", firm: "Storåns revisionskontor",
		registryNumber: "REV-%d-00020", reported: 10, due: 96, committees: []string{"KS", "AMN", "BUN", "SN", "MBN"}, asked: askedOfAll,
		questions: []question{
			{"Har nämnden pekat ut vilken verksamhet som måste upprätthållas?", []contract.Grade{yes, partly, mostly, mostly, no}},
			{"Finns planer för hur personal omfördelas?", []contract.Grade{mostly, no, partly, mostly, no}},
			{"Hur övas planerna?", []contract.Grade{ungraded, ungraded, ungraded, ungraded, ungraded}},
		},
		overall: []contract.Grade{mostly, partly, partly, mostly, no},
		recommendations: []string{
			"Besluta vilken verksamhet som ska upprätthållas vid stort personalbortfall och i vilken ordning.",
			"Upprätta planer för hur personal omfördelas inom och mellan förvaltningarna.",
			"Öva planerna minst vartannat år och dokumentera lärdomarna.",
		},
		criteria: []string{"Lagen (2006:544) om kommuners och regioners åtgärder inför och vid extraordinära händelser", "Storåns kommuns krisledningsplan"},
	},
}
