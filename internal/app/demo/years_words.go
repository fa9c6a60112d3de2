package demo

import (
	"fmt"

	"uppsikt/internal/contract"
)

func key(audit string, number int, committee string) string {
	return fmt.Sprintf("%s %d %s", audit, number, committee)
}

// wording is what was said of a recommendation: in the response, of its measure, in each report, and by the auditors.
type wording struct {
	answer   string
	measure  string
	function string
	said     []string // as many as the reports
	found    []string // as many as the verdicts
	whyMoved string
}

var wordings = map[string]wording{
	key("premises", 1, "KS"): {
		answer:  "En lokalplan för tio år tas fram tillsammans med nämnderna och behandlas samtidigt som budgeten.",
		measure: "Ta fram en tioårig lokalplan", function: "Fastighetschef",
		said:  []string{"Nämnderna har lämnat sina behov.", "Lokalplanen antogs tillsammans med budgeten."},
		found: []string{"Planen är antagen och har uppdaterats en gång."},
	},
	key("premises", 1, "BUN"): {
		answer:  "Nämnden lämnar sitt behov av lokaler till kommunstyrelsens plan varje höst.",
		measure: "Lämna lokalbehov till lokalplanen", function: "Lokalsamordnare",
		said:  []string{"Behovet för 2024–2033 har lämnats."},
		found: []string{"Behovet av förskolor på landsbygden saknas i underlaget."},
	},
	key("premises", 2, "KS"): {
		answer:  "Kostnaden redovisas i årsredovisningen. I delårsrapporten räcker det enligt kommunstyrelsen att större förändringar beskrivs.",
		measure: "Redovisa kostnaden för tomställda lokaler i årsredovisningen", function: "Ekonomichef",
		said:  []string{"Kostnaden finns i årsredovisningen för 2023."},
		found: []string{"Redovisningen är tydlig. Att delårsrapporten är kortare godtas."},
	},
	key("premises", 3, "BUN"): {
		answer:  "Elevprognosen uppdateras varje vår och läggs till grund för beställningen av lokaler.",
		measure: "Göra elevprognosen till en del av lokalbeställningen", function: "Skolstrateg",
		said:  []string{"Den nya prognosmodellen prövas i två skolområden.", "Prognosen används i hela kommunen."},
		found: []string{"Beställningarna hänvisar till prognosen."},
	},
	key("contracts", 1, "KS"): {
		answer:  "Varje avtal får en ansvarig i avtalsregistret, och uppföljningen noteras där.",
		measure: "Utse avtalsansvariga och följa upp avtalen", function: "Inköpschef",
		said:  []string{"Samtliga avtal har en ansvarig. Uppföljningen ingår numera i inköpsenhetens årliga arbete."},
		found: []string{"Stickprov i registret visade inga brister."},
	},
	key("contracts", 1, "SN"): {
		answer:  "Enhetscheferna får ansvaret för de avtal som deras verksamhet använder.",
		measure: "Utse ansvariga för socialförvaltningens avtal", function: "Förvaltningsekonom",
		said:  []string{"Ansvariga är utsedda för alla avtal."},
		found: []string{"Fyra av tio utvalda avtal saknade ansvarig, och ingen uppföljning var dokumenterad."},
	},
	key("contracts", 1, "MBN"): {
		answer: "Nämnden har inget avtal av den storleken. De två mindre avtal som finns följs upp av förvaltningschefen, och det bedöms räcka.",
		found:  []string{"Nämnden har efter granskningen inga avtal över beloppsgränsen."},
	},
	key("contracts", 2, "KS"): {
		answer:  "Inköpsenheten gör stickprov av priser två gånger per år, första gången före halvårsskiftet 2024.",
		measure: "Genomföra stickprov av fakturerade priser", function: "Inköpscontroller",
		said: []string{"Det första stickprovet omfattade 60 fakturor. Två avvek och har krediterats."},
	},
	key("contracts", 2, "SN"): {
		answer:  "Stickprov görs av de tre största avtalen. Att pröva övriga avtal bedöms kosta mer än det ger.",
		measure: "Genomföra stickprov av de tre största avtalen", function: "Förvaltningsekonom",
		said:  []string{"Arbetet väntar på att ekonomtjänsten tillsätts.", "Avtalen har sagts upp och ersätts av kommungemensamma, som inköpsenheten prövar."},
		found: []string{"Stickprov hade kunnat göras under den tid som avtalen gällde."},
	},
	key("report", 1, "KS"): {
		answer:  "Kommunledningskontoret upprättar en förteckning för de kommungemensamma systemen. Systemägaren beslutar om varje roll.",
		measure: "Upprätta en förteckning över roller i kommungemensamma system", function: "It-chef",
		said:  []string{"Förteckningen är beslutad och ligger på intranätet."},
		found: []string{"Förteckningen är fullständig."},
	},
	key("report", 1, "AMN"): {
		said:  []string{"Förteckningen är beslutad av förvaltningschefen och gäller från april."},
		found: []string{"Förteckningen är fullständig och har en ägare."},
	},
	key("report", 1, "BUN"): {
		answer:  "En förteckning tas fram för elevregistret och för systemet för elevhälsans journaler.",
		measure: "Upprätta en förteckning över roller i elevregistret", function: "Systemförvaltare skola",
		said:  []string{"Förteckningen blev klar i juni, efter att elevhälsan lämnat sina synpunkter."},
		found: []string{"Förteckningen finns. Den kom två månader senare än planerat."},
	},
	key("report", 1, "SN"): {
		answer: "Nämnden beslutade redan 2022 vilka roller som ger åtkomst. Beslutet uppdateras när systemet ändras.",
		said:   []string{"Beslutet gäller oförändrat."},
		found:  []string{"Beslutet från 2022 täcker det som rekommendationen avser."},
	},
	key("report", 2, "KS"): {
		answer:  "Personalsystemet meddelar systemförvaltaren när en anställning avslutas. Rutinen kontrolleras i efterhand.",
		measure: "Koppla avslutade anställningar till behörigheter", function: "HR-chef",
		said: []string{"Kopplingen är i drift i alla kommungemensamma system."},
		found: []string{"Kopplingen fungerar, men timavlönade omfattas inte.",
			"Även timavlönade omfattas numera."},
	},
	key("report", 2, "AMN"): {
		said:  []string{"Båda rutinerna är införda. Jämförelsen görs den första varje månad."},
		found: []string{"Vid vår kontroll i oktober hade sju personer som slutat kvar sin behörighet."},
	},
	key("report", 2, "BUN"): {
		answer:  "Rektor ansvarar för att behörigheter avslutas. En gemensam rutin tas fram för alla skolor.",
		measure: "Ta fram en gemensam rutin för att avsluta behörigheter", function: "Verksamhetschef grundskola",
		said:  []string{"Rutinen är skriven men används ännu bara i hälften av skolorna."},
		found: []string{"Rutinen är inte känd i de skolor som vi besökte."},
	},
	key("report", 2, "SN"): {
		answer:  "Chefens checklista vid avslutad anställning kompletteras, och systemförvaltaren kontrollerar varje månad.",
		measure: "Komplettera checklistan vid avslutad anställning", function: "HR-partner",
		said:  []string{"Checklistan används, och två månaders kontroller visar inga kvarstående behörigheter."},
		found: []string{"Inga kvarstående behörigheter i stickprovet."},
	},
	key("report", 3, "KS"): {
		answer:  "En kommungemensam plan för loggkontroller fastställs. Varje nämnd genomför sina egna kontroller.",
		measure: "Fastställa en kommungemensam plan för loggkontroller", function: "Informationssäkerhetssamordnare",
		said:  []string{"Ett förslag är ute på remiss hos förvaltningarna.", "Planen är fastställd av kommundirektören."},
		found: []string{"Planen är tydlig. Den första omgången kontroller är genomförd."},
	},
	key("report", 3, "AMN"): {
		said:  []string{"Planen är beslutad och den första kontrollen är gjord. Den visade inga avvikelser."},
		found: []string{"Tre kontroller är genomförda och dokumenterade."},
	},
	key("report", 3, "BUN"): {
		answer:  "Loggkontroller införs för elevhälsans journaler. För elevregistret bedöms riskerna som små.",
		measure: "Införa loggkontroller av elevhälsans journaler", function: "Verksamhetschef elevhälsa",
		said:     []string{"Leverantören har lämnat en offert på den loggfunktion som behövs."},
		found:    []string{"Inga loggkontroller har genomförts."},
		whyMoved: "Loggfunktionen kan tas i drift först när journalsystemet har uppgraderats.",
	},
	key("report", 3, "SN"): {
		answer:  "Nämnden har en plan sedan 2023. Urvalet utökas så att även verksamhetens chefer omfattas.",
		measure: "Genomföra loggkontroller varje månad enligt planen", function: "Enhetschef myndighetsutövning",
		said:  []string{"Kontrollerna görs varje månad och ingår i det ordinarie arbetet."},
		found: []string{"Kontrollerna är dokumenterade månad för månad."},
	},
	key("report", 4, "KS"): {
		answer:  "Risken tas in i den riskanalys som ligger till grund för 2025 års internkontrollplan.",
		measure: "Pröva risken i riskanalysen inför 2025", function: "Controller",
		said:  []string{"Risken är värderad till 12 och kontrollen ingår i planen."},
		found: []string{"Risken finns i planen för 2025."},
	},
	key("report", 4, "AMN"): {
		said:  []string{"Risken finns i nämndens internkontrollplan för 2024."},
		found: []string{"Risken finns i planen för 2024."},
	},
	key("report", 4, "BUN"): {
		answer:  "Risken prövas när internkontrollplanen för 2025 tas fram.",
		measure: "Pröva risken i riskanalysen inför 2025", function: "Controller",
		said: []string{"Risken har värderats. Den ledde inte till någon kontroll 2025."},
	},
	key("report", 4, "SN"): {
		answer:  "Risken prövas vid höstens gemensamma riskanalys med nämndens presidium.",
		measure: "Pröva risken vid riskanalysen med presidiet", function: "Kvalitetsstrateg",
		said:  []string{"Risken är prövad, och kontrollen görs varje kvartal."},
		found: []string{"Risken finns i planen för 2025."},
	},
	key("report", 5, "KS"): {
		answer:  "Leverantörernas konton görs personliga, och inget konto gäller längre än ett år.",
		measure: "Göra leverantörers konton personliga", function: "It-chef",
		said:  []string{"Samtliga 41 konton är bytta."},
		found: []string{"Stickprov av tio konton utan anmärkning."},
	},
	key("report", 5, "AMN"): {
		said:  []string{"Den ena leverantören är klar.", "Även den andra leverantören har personliga konton med slutdatum."},
		found: []string{"Kontona är personliga och har ett slutdatum."},
	},
	key("report", 5, "BUN"): {
		answer: "Nämndens system sköts av kommunstyrelsens it-enhet. Nämnden avstår därför från att ta ställning.",
		found:  []string{"Kontona hanteras av kommunstyrelsen, som har åtgärdat dem."},
	},
	key("report", 5, "SN"): {
		answer:  "Leverantören av verksamhetssystemet får personliga konton som öppnas för varje uppdrag.",
		measure: "Öppna leverantörens konton för varje uppdrag", function: "Systemförvaltare",
		said:  []string{"Kontona är stängda och öppnas på begäran."},
		found: []string{"Ett delat konto för jouren finns kvar."},
	},
	key("pupil-health", 1, "BUN"): {
		answer:  "Nämnden beslutar om en modell där hälften av resursen fördelas efter elevantal och hälften efter behov.",
		measure: "Ta fram en modell för hur elevhälsans resurser fördelas", function: "Verksamhetschef elevhälsa",
		said:  []string{"Nämnden antog modellen i november. Den gäller från januari 2025."},
		found: []string{"Modellen är antagen och tillämpas."},
	},
	key("pupil-health", 2, "BUN"): {
		answer:  "Väntetiden mäts från och med höstterminen 2024 och redovisas i juni och januari.",
		measure: "Mäta och redovisa väntetiden till skolkurator och skolpsykolog", function: "Kvalitetssamordnare",
		said:     []string{"Väntetiden mäts på sex av elva skolor."},
		found:    []string{"Mätningen omfattar bara en del av skolorna och har redovisats en gång."},
		whyMoved: "Två skolor för anteckningar på papper tills det nya journalsystemet är infört.",
	},
	key("pupil-health", 3, "BUN"): {
		answer:  "Varje skola har redan ett trygghetsarbete. Planen för elevhälsan skrivs därför som en del av det.",
		measure: "Föra in elevhälsans arbete i skolornas trygghetsplaner", function: "Verksamhetschef grundskola",
		said:  []string{"Samtliga skolor har fört in elevhälsan i sin plan."},
		found: []string{"I fem av elva planer nämns elevhälsan bara i en mening."},
	},
	key("permits", 1, "MBN"): {
		answer:  "Handläggningstiden tas fram varje månad och redovisas vid varje sammanträde.",
		measure: "Redovisa handläggningstiden för bygglov vid varje sammanträde", function: "Bygglovschef",
		said:  []string{"Redovisningen är en stående punkt sedan mars."},
		found: []string{"Punkten finns i samtliga protokoll sedan mars 2025."},
	},
	key("permits", 2, "MBN"): {
		answer:  "En tillsynsplan antas under första halvåret 2025. Ärenden från tiden före 2020 går före.",
		measure: "Ta fram en plan för byggtillsynen", function: "Bygglovschef",
		said: []string{"Av 212 äldre ärenden är 38 avslutade. Planen är inte skriven."},
	},
	key("violence", 1, "SN"): {
		answer:  "Frågorna läggs in i mallen för den första kontakten, och det följs upp hur ofta de ställs.",
		measure: "Lägga in frågor om våld i mallen för första kontakten", function: "Enhetschef mottagning",
		said:  []string{"Frågorna ställs i 86 procent av kontakterna."},
		found: []string{"Uppföljningen är väl dokumenterad."},
	},
	key("violence", 1, "AMN"): {
		answer:  "Handläggarna utbildas, och frågorna ställs vid den första ansökan om försörjningsstöd.",
		measure: "Utbilda handläggarna i att fråga om våld", function: "Enhetschef försörjningsstöd",
		said: []string{"Alla handläggare har genomgått utbildningen."},
	},
	key("violence", 2, "SN"): {
		answer:  "Nämnden vill gärna samverka, men förutsätter att grannkommunerna delar kostnaden.",
		measure: "Teckna en överenskommelse om stöd till våldsutövare", function: "Förvaltningschef",
		said: []string{"Två av tre grannkommuner har ställt sig bakom förslaget.", "Överenskommelsen är undertecknad av samtliga fyra kommuner."},
	},
	key("violence", 3, "SN"): {
		answer:  "Uppgifterna flyttas till verksamhetssystemet. Den gemensamma mappen stängs och rensas.",
		measure: "Flytta uppgifter om skyddat boende till verksamhetssystemet", function: "Systemförvaltare",
		said:  []string{"Mappen är stängd, och åtkomsten loggas."},
		found: []string{"Kontrollerat på plats."},
	},
	key("budget", 1, "KS"): {
		answer:  "Ekonomienheten tar fram en mall där avvikelser över två procent förklaras.",
		measure: "Ta fram en mall för att förklara avvikelser", function: "Ekonomichef",
		said:  []string{"Mallen används från och med delårsrapporten i april."},
		found: []string{"Mallen används i alla tre rapporter vi har läst."},
	},
	key("budget", 1, "AMN"): {
		answer:  "Nämnden förklarar avvikelserna i varje månadsrapport.",
		measure: "Förklara avvikelser i månadsrapporten", function: "Förvaltningsekonom",
		said:  []string{"Görs varje månad och ingår i det ordinarie arbetet."},
		found: []string{"Avvikelserna förklaras begripligt."},
	},
	key("budget", 1, "BUN"): {
		answer: "Nämnden anser att de förklaringar som lämnas i dag är tillräckliga och att fler jämförelser tar tid från verksamheten.",
	},
	key("budget", 1, "SN"): {
		answer:  "Förvaltningen stärker arbetet med prognoser och jämför varje prognos med den föregående.",
		measure: "Jämföra varje prognos med den föregående", function: "Ekonomichef social",
		said:  []string{"Jämförelsen görs för äldreomsorgen men inte för individ- och familjeomsorgen."},
		found: []string{"Prognosen i oktober avvek med elva procent utan att det förklarades."},
	},
	key("budget", 2, "KS"): {
		answer:  "En gemensam modell tas fram under 2025 och används av alla nämnder från och med 2026.",
		measure: "Ta fram en gemensam modell för prognoser", function: "Ekonomichef",
		said:  []string{"Modellen är beslutad och utbildning har hållits."},
		found: []string{"Modellen är beslutad, men bara två nämnder använder den."},
	},
	key("competence", 1, "KS"): {
		answer:  "En kommungemensam plan med fem mätbara mål läggs fram för beslut under hösten.",
		measure: "Ta fram en kommungemensam kompetensförsörjningsplan", function: "HR-chef",
		said:  []string{"Planen antogs av kommunfullmäktige i november."},
		found: []string{"Planen har mätbara mål och en årlig uppföljning."},
	},
	key("competence", 1, "AMN"): {
		answer:  "Nämndens plan utgår från den kommungemensamma. Målen gäller handläggare och arbetsledare, och följs upp varje kvartal.",
		measure: "Ta fram en kompetensförsörjningsplan med mätbara mål", function: "HR-strateg",
		said:  []string{"Ett utkast har behandlats i samverkan.", "Nämnden antog planen i januari."},
		found: []string{"Målen är mätbara och har följts upp en gång."},
	},
	key("competence", 1, "BUN"): {
		answer:  "Nämnden antar en plan som omfattar lärare, förskollärare och elevhälsa.",
		measure: "Ta fram en kompetensförsörjningsplan för skola och förskola", function: "HR-partner",
		said:     []string{"Behovet av lärare till 2031 är beräknat."},
		whyMoved: "Planen samordnas med den nya skolorganisationen, som beslutas i höst.",
	},
	key("competence", 1, "SN"): {
		answer:  "Nämnden antar mål för de närmaste två åren. Fem år bedöms vara för långt med hänsyn till omsorgens förändringar.",
		measure: "Ta fram tvååriga mål för bemanningen", function: "HR-partner",
	},
	key("competence", 2, "BUN"): {
		answer:  "Kostnaden för inhyrda psykologer och vikarier redovisas i delårsrapporten, med ett mål för minskningen.",
		measure: "Redovisa kostnaden för inhyrd personal", function: "Förvaltningsekonom",
		said: []string{"Kostnaden redovisas sedan delårsrapporten i april. Den har minskat med nio procent."},
	},
	key("competence", 2, "SN"): {
		answer: "Nämnden avvaktar regionens upphandling av inhyrd personal och tar inte ställning nu.",
	},
	key("access-again", 1, "AMN"): {
		answer:  "Jämförelsen görs av två personer och redovisas för förvaltningschefen. De sju behörigheterna är avslutade.",
		measure: "Låta två personer jämföra anställningar med konton varje månad", function: "Systemförvaltare",
		said:  []string{"Tre månaders jämförelser visar inga kvarstående behörigheter."},
		found: []string{"Inga kvarstående behörigheter vid vår kontroll i april."},
	},
	key("access-again", 1, "BUN"): {
		answer:  "Rutinen görs bindande för alla skolor, och elevregistret kopplas till personalsystemet.",
		measure: "Koppla elevregistret till personalsystemet", function: "Systemförvaltare skola",
		said:  []string{"Kopplingen är i drift."},
		found: []string{"Kopplingen fungerar för tillsvidareanställda men inte för vikarier."},
	},
	key("access-again", 2, "KS"): {
		answer:  "De två kontroller som uteblev är genomförda, och planen har fått en ansvarig för varje månad.",
		measure: "Utse ansvarig för varje månads loggkontroll", function: "Informationssäkerhetssamordnare",
		said:  []string{"Ansvariga är utsedda, och samtliga kontroller är gjorda."},
		found: []string{"Kontrollerna är gjorda enligt plan sedan oktober 2025."},
	},
	key("access-again", 2, "BUN"): {
		answer:  "Loggkontroller införs när journalsystemet har uppgraderats, senast i mars 2026.",
		measure: "Genomföra den första loggkontrollen av elevhälsans journaler", function: "Verksamhetschef elevhälsa",
		said:  []string{"Uppgraderingen är beställd."},
		found: []string{"Ingen kontroll är genomförd. Rekommendationen lämnades första gången 2023."},
	},
	key("access-again", 2, "SN"): {
		answer:  "Kontrollerna fortsätter, och resultatet redovisas för nämnden varje halvår.",
		measure: "Redovisa loggkontrollerna för nämnden", function: "Enhetschef myndighetsutövning",
		said: []string{"Redovisas i april och oktober, som en del av internkontrollen."},
	},
	key("sewage", 1, "MBN"): {
		answer:  "De 140 avlopp som återstår inventeras under våren 2026.",
		measure: "Inventera återstående avlopp i vattenskyddsområdena", function: "Miljöinspektör",
		said: []string{"60 av 140 avlopp är inventerade.", "Inventeringen är klar. 47 avlopp har brister och har fått föreläggande."},
	},
	key("sewage", 2, "MBN"): {
		answer:  "Timavgiften ses över inför 2027. Beslutet fattas av kommunfullmäktige.",
		measure: "Se över timavgiften för tillsyn", function: "Miljöchef",
		said: []string{"Nedlagd tid mäts sedan april."},
	},
	key("grants", 1, "KS"): {
		answer:  "Tio procent av bidragen kontrolleras varje år, utvalda genom lottning.",
		measure: "Genomföra stickprov av föreningsbidrag", function: "Föreningskonsulent",
		said: []string{"Elva föreningar är kontrollerade. En har fått betala tillbaka 18 000 kronor."},
	},
}

var competenceMemorandum = map[contract.MemorandumSectionKind]string{
	contract.MemorandumSectionKindPreparation:          "Svaret har beretts av HR-strategen tillsammans med enhetscheferna och har behandlats i samverkan. Det utgår från ett utkast till kommungemensam plan.",
	contract.MemorandumSectionKindPerspectives:         "**Barn:** Förslaget bedöms inte påverka barn direkt.\n\n**Jämställdhet:** Åtta av tio handläggare är kvinnor. Planen ska ange hur fler män kan rekryteras.\n\n**Näringsliv:** Förslaget bedöms inte påverka företagens villkor.",
	contract.MemorandumSectionKindEconomicConsequences: "Planen tas fram inom ordinarie bemanning. Målet att halvera personalomsättningen bedöms på sikt minska nämndens kostnader.",
}
