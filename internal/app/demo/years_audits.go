package demo

import (
	"time"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

const (
	nordkajen = "Nordkajen Revision"
	office    = "Storåns revisionskontor"
	ekbacka   = "Ekbacka Revision"
	tallmo    = "Tallmo & Hed Revision"
)

// pastAudits are those of the three years behind; the one from December 2023 stands in report.go.
var pastAudits = []auditStory{
	{
		name: "premises", title: "Granskning av kommunens lokalförsörjning", firm: ekbacka, registryNumber: "REV-%d-00009",
		reportedOn: calendar.New(2023, time.March, 16), dueOn: calendar.New(2023, time.June, 15),
		committees: []string{"KS", "BUN"}, asked: askedOfAll, confirmed: true, published: true,
		questions: []question{
			{"Finns en aktuell plan för kommunens behov av lokaler?", []contract.Grade{partly, partly}},
			{"Är ansvaret mellan beställare och fastighetsenhet tydligt?", []contract.Grade{mostly, partly}},
			{"Följs kostnaden för tomställda lokaler upp?", []contract.Grade{no, ungraded}},
		},
		overall: []contract.Grade{partly, partly},
		recommendations: []string{
			"Upprätta en tioårig lokalplan som uppdateras inför varje budget.",
			"Redovisa kostnaden för tomställda lokaler i delårsrapport och årsredovisning.",
			"Säkerställ att behovet av skollokaler bygger på en aktuell elevprognos.",
		},
		givenTo:  [][]string{nil, {"KS"}, {"BUN"}},
		criteria: []string{"Kommunallagen (2017:725) 6 kap. 6 §", "Storåns kommuns riktlinje för lokaler", "Skollagen (2010:800) 2 kap. 35 §"},
	},
	{
		name: "contracts", title: "Granskning av avtalsuppföljning", firm: office, registryNumber: "REV-%d-00016",
		reportedOn: calendar.New(2023, time.May, 25), dueOn: calendar.New(2023, time.September, 29),
		committees: []string{"KS", "SN", "MBN"}, asked: askedOfAll, confirmed: true, published: true,
		questions: []question{
			{"Finns en samlad bild av nämndens avtal?", []contract.Grade{partly, no, mostly}},
			{"Följs leveranser och priser upp mot avtalen?", []contract.Grade{partly, no, mostly}},
		},
		overall: []contract.Grade{partly, no, mostly},
		recommendations: []string{
			"Utse en ansvarig för varje avtal över 500 000 kronor per år och dokumentera hur avtalet följs upp.",
			"Pröva fakturerade priser mot avtal genom stickprov minst en gång per halvår.",
		},
		givenTo:  [][]string{nil, {"KS", "SN"}},
		criteria: []string{"Lagen (2016:1145) om offentlig upphandling", "Kommunallagen (2017:725) 6 kap. 6 §", "Storåns kommuns riktlinje för inköp"},
	},
	{
		name: "pupil-health", title: "Granskning av elevhälsans tillgänglighet", firm: nordkajen, registryNumber: "REV-%d-00006",
		reportedOn: calendar.New(2024, time.March, 21), dueOn: calendar.New(2024, time.June, 20),
		committees: []string{"BUN"}, asked: askedOfAll, confirmed: true, toAdviser: true,
		questions: []question{
			{"Har eleverna tillgång till elevhälsans alla kompetenser?", []contract.Grade{partly}},
			{"Är väntetiden till första samtal känd och rimlig?", []contract.Grade{no}},
			{"Arbetar elevhälsan förebyggande?", []contract.Grade{partly}},
		},
		overall: []contract.Grade{partly},
		recommendations: []string{
			"Besluta hur elevhälsans resurser ska fördelas mellan skolorna.",
			"Mät väntetiden till skolkurator och skolpsykolog och redovisa den för nämnden varje termin.",
			"Säkerställ att varje skola har en plan för elevhälsans förebyggande arbete.",
		},
		criteria: []string{"Skollagen (2010:800) 2 kap. 25–28 §§", "Kommunallagen (2017:725) 6 kap. 6 §", "Barn- och utbildningsnämndens verksamhetsplan 2024"},
	},
	{
		name: "permits", title: "Granskning av bygglov och byggtillsyn", firm: ekbacka, registryNumber: "REV-%d-00012",
		reportedOn: calendar.New(2024, time.May, 23), dueOn: calendar.New(2024, time.September, 20),
		committees: []string{"MBN"}, asked: askedOfAll, confirmed: true, published: true,
		questions: []question{
			{"Handläggs bygglov inom lagens tid?", []contract.Grade{mostly}},
			{"Bedrivs tillsynen enligt en beslutad plan?", []contract.Grade{no}},
		},
		overall: []contract.Grade{partly},
		recommendations: []string{
			"Följ upp handläggningstiden för bygglov varje månad och återrapportera den till nämnden.",
			"Anta en plan för byggtillsynen och avsätt tid så att äldre tillsynsärenden kan avslutas.",
		},
		criteria: []string{"Plan- och bygglagen (2010:900) 9 och 11 kap.", "Plan- och byggförordningen (2011:338) 8 kap. 8 §"},
	},
	{
		name: "violence", title: "Granskning av arbetet mot våld i nära relationer", firm: tallmo, registryNumber: "REV-%d-00019",
		reportedOn: calendar.New(2024, time.September, 19), dueOn: calendar.New(2024, time.December, 20),
		committees: []string{"SN", "AMN"}, asked: askedOfAll, confirmed: true,
		questions: []question{
			{"Ställs frågor om våld rutinmässigt?", []contract.Grade{partly, no}},
			{"Har våldsutsatta tillgång till skyddat boende?", []contract.Grade{mostly, ungraded}},
			{"Samverkar nämnderna i enskilda ärenden?", []contract.Grade{partly, partly}},
		},
		overall: []contract.Grade{partly, partly},
		recommendations: []string{
			"Inför frågor om våld i den första kontakten och följ upp att de ställs.",
			"Teckna en överenskommelse med grannkommunerna om stöd till våldsutövare.",
			"Flytta de uppgifter om skyddat boende som i dag finns i en gemensam mapp på kommunens server.",
		},
		givenTo:  [][]string{nil, {"SN"}, {"SN"}},
		criteria: []string{"Socialtjänstlagen", "Socialstyrelsens föreskrifter om våld i nära relationer", "Offentlighets- och sekretesslagen (2009:400) 26 kap."},
	},
	{
		name: "budget", title: "Granskning av budgetuppföljning och prognoser", firm: office, registryNumber: "REV-%d-00024",
		reportedOn: calendar.New(2024, time.November, 14), dueOn: calendar.New(2025, time.February, 28),
		committees: []string{"KS", "AMN", "BUN", "SN"}, asked: askedOfAll, confirmed: true, published: true,
		questions: []question{
			{"Ger prognoserna nämnden ett tillräckligt underlag?", []contract.Grade{mostly, mostly, partly, no}},
			{"Beslutas åtgärder när underskott befaras?", []contract.Grade{mostly, essentials, partly, partly}},
		},
		overall: []contract.Grade{mostly, mostly, partly, partly},
		recommendations: []string{
			"Jämför efter varje prognos utfallet med den föregående och förklara avvikelser över två procent.",
			"Ta fram en gemensam modell för prognoser som alla nämnder använder.",
		},
		givenTo:  [][]string{nil, {"KS"}},
		criteria: []string{"Kommunallagen (2017:725) 11 kap.", "Storåns kommuns regler för ekonomistyrning"},
	},
	{
		name: "competence", title: "Granskning av kompetensförsörjning", firm: nordkajen, registryNumber: "REV-%d-00005",
		reportedOn: calendar.New(2025, time.March, 20), dueOn: calendar.New(2025, time.June, 27),
		committees: []string{"KS", "AMN", "BUN", "SN"}, asked: askedOfAll, confirmed: true, toAdviser: true,
		questions: []question{
			{"Finns en plan för hur behovet av personal ska mötas?", []contract.Grade{mostly, partly, partly, partly}},
			{"Är kostnaden för inhyrd personal känd?", []contract.Grade{yes, mostly, partly, no}},
		},
		overall: []contract.Grade{mostly, partly, partly, partly},
		recommendations: []string{
			"Anta en kompetensförsörjningsplan med mätbara mål för de kommande fem åren.",
			"Redovisa kostnaden för inhyrd personal i varje delårsrapport och ange hur den ska minska.",
		},
		givenTo:  [][]string{nil, {"BUN", "SN"}},
		criteria: []string{"Kommunallagen (2017:725) 6 kap. 6 §", "Storåns kommuns personalpolitiska program"},
	},
	{
		name: "access-again", title: "Uppföljande granskning av behörigheter", firm: nordkajen, registryNumber: "REV-%d-00010",
		reportedOn: calendar.New(2025, time.May, 22), dueOn: calendar.New(2025, time.September, 30),
		committees: []string{"KS", "AMN", "BUN", "SN"}, asked: askedOfAll, confirmed: true, toAdviser: true,
		questions: []question{
			{"Avslutas behörigheter när anställningen upphör?", []contract.Grade{yes, partly, no, essentials}},
			{"Genomförs loggkontroller enligt plan?", []contract.Grade{partly, yes, no, mostly}},
		},
		overall: []contract.Grade{mostly, mostly, no, essentials},
		recommendations: []string{
			"Säkerställ att behörigheter avslutas senast den sista anställningsdagen och att det kontrolleras varje månad.",
			"Genomför loggkontroller enligt den fastställda planen samt dokumentera vad som kontrollerats och vad det visade.",
		},
		givenTo:  [][]string{{"AMN", "BUN"}, {"KS", "BUN", "SN"}},
		criteria: []string{"Kommunallagen (2017:725) 6 kap. 6 §", "Dataskyddsförordningen (EU 2016/679) artikel 32", "Storåns kommuns riktlinje för informationssäkerhet"},
	},
	{
		name: "sewage", title: "Granskning av tillsynen av enskilda avlopp", firm: ekbacka, registryNumber: "REV-%d-00017",
		reportedOn: calendar.New(2025, time.September, 18), dueOn: calendar.New(2025, time.December, 19),
		committees: []string{"MBN"}, asked: askedOfAll, confirmed: true,
		questions: []question{
			{"Vet nämnden vilka avlopp som har brister?", []contract.Grade{partly}},
			{"Räcker tillsynen för att bristerna ska åtgärdas?", []contract.Grade{no}},
		},
		overall: []contract.Grade{partly},
		recommendations: []string{
			"Slutför inventeringen av enskilda avlopp i vattenskyddsområdena.",
			"Pröva om timavgiften täcker kostnaden för tillsynen.",
		},
		criteria: []string{"Miljöbalken 26 kap.", "Kommunallagen (2017:725) 6 kap. 6 §"},
	},
	{
		name: "grants", title: "Granskning av bidrag till föreningar", firm: tallmo, registryNumber: "REV-%d-00023",
		reportedOn: calendar.New(2025, time.November, 20), dueOn: calendar.New(2026, time.February, 27),
		committees: []string{"KS", "BUN"}, asked: askedOfAll,
		questions: []question{
			{"Prövas ansökningar lika?", []contract.Grade{mostly, partly}},
			{"Kontrolleras att bidragen används som det var tänkt?", []contract.Grade{partly, no}},
		},
		overall: []contract.Grade{mostly, partly},
		recommendations: []string{
			"Inför stickprov av hur föreningsbidrag har använts och återkräv det som inte kan redovisas.",
			"Fastställ vilka uppgifter om medlemsantal som en förening ska styrka.",
		},
		givenTo:  [][]string{nil, {"BUN"}},
		criteria: []string{"Kommunallagen (2017:725) 2 kap. 3 §", "Storåns kommuns regler för föreningsbidrag"},
	},
}
