package reading

import (
	"regexp"
	"strings"
)

// taskVerbs are the verbs that recommendations begin with, by the stem that infinitive and imperative share.
var taskVerbs = strings.Fields(`
	aktualiser analyser anpass anta antar anord använd arbet arbeta avsätt avveckl bedriv bedöm beräkn begrän begär belys beakt beslut besluta bevak bered beskriv bistå bredd bygg
	definier delge dokumenter effektivisera efterfråga eftersök etabler fasta fastslå fastställ finn formaliser formuler fortsätt fram framtag fullfölj fullgör fullgöra följ följa förankr förbered förbättr förhindr förkort
	förmedl förstärk försäkr fördel fördjup förebygg föreslå förtydlig förvalta genomför ge gör ha hantera hanter håll höj identifier implementer inför informer inför inhämt initier innefatt inkluder inled inrätt inkom integrer
	intensifier inventer justera kartlägg komm kommunicer komplettera kompletter konkretiser kontroller koppl kvalitetssäkr kvalificer lyft låt lägg mät möjliggör minsk motverk motiver notera omarbet omfatta ompröv ordn organiser
	planer prioriter prov pröv pek påbörj påskynda rapporter redovis regler reder resurs reviderar revider rikta risk- riskbedöm rusta samla samordn samverk se skapa skapand sammanställ skriv skynd stick ställ stäm stärk stöd systematiser
	säkerställ säker säkr sätt ta tillför tillgodo tillgängliggör tillhandahåll tillse tillskap tillsätt tillämp tilldel tydliggör upparbet uppdatera uppdater upphandl uppmärksamm upprätt upprätthåll uppmana uppmuntr utarbet utbild utforma utform utfärd
	utnyttj utred utreda utse utveckl utvidg utvärder utöka utök utöva verk verka verkställ vidareutveckl vidta vidmakthåll värder återkoppl återrapporter åtgärd återuppta öv överse överväg öka översyn`)

// taskWord matches one of the verbs as imperative ("säkerställ") or infinitive ("säkerställa") and nothing longer. Those in
// -era have both alike: "kontroller" and "regler" are nouns.
var taskWord = regexp.MustCompile(`^(?i)(?:att\s+)?(?:fortsatt\s+|fortsätta\s+att\s+|snarast\s+|skyndsamt\s+|även\s+|årligen\s+|löpande\s+|regelbundet\s+|tydligt\s+)?(?:` + taskForms() + `)(?:[\s,:;/]|$)`)

func taskForms() string {
	forms := make([]string, len(taskVerbs))
	for i, verb := range taskVerbs {
		if forms[i] = verb + "(?:a|ra)?"; strings.HasSuffix(verb, "er") {
			forms[i] = verb + "a"
		}
	}
	return strings.Join(forms, "|")
}

// startsWithTask tells whether a text begins as a recommendation does: with what is to be done.
func startsWithTask(text string) bool {
	return taskWord.MatchString(text)
}

// opensTask tells a sentence that is a recommendation after those that were announced: "Att mål beslutas."
func opensTask(sentence string) bool {
	return startsWithTask(sentence) || strings.HasPrefix(sentence, "Att ")
}

// duty matches the sentences that ask for something without recommending it ("Nämnden behöver …").
var duty = regexp.MustCompile(`(?i)(nämnd(en|erna)?|styrelsen|kommunen|förvaltningen|bolaget)\s+(behöver|bör|måste)\s`)
