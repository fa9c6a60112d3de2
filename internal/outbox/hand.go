package outbox

import (
	"fmt"
	"strings"

	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
)

// Kind is what is handed to somebody.
type Kind string

const (
	InputAsked          Kind = "input_asked"
	ResponseSubmitted   Kind = "response_submitted"
	ResponseApproved    Kind = "response_approved"
	ResponseReturned    Kind = "response_returned"
	ResponseSentBack    Kind = "response_sent_back" // by the committee's decision
	SupplementRequested Kind = "supplement_requested"
	MeasureGiven        Kind = "measure_given"
	CheckGiven          Kind = "check_given"
	DeviationGiven      Kind = "deviation_given"
)

// said is what a mail says of a kind: what it is, what has happened after the name of whoever did it, and where it is opened.
type said struct{ subject, happened, path string }

var sayings = map[Kind]said{
	InputAsked:          {"Begäran om underlag", "ber dig om underlag till ett yttrande.", "/underlag"},
	ResponseSubmitted:   {"Ett yttrande väntar på ditt godkännande", "har lämnat in ett yttrande för godkännande.", "/yttranden/{id}"},
	ResponseApproved:    {"Ett yttrande är klart för nämnden", "har godkänt ett yttrande. Nämndens beslut registreras efter sammanträdet.", "/yttranden/{id}"},
	ResponseReturned:    {"Ett yttrande är återlämnat till dig", "har återlämnat ett yttrande som du arbetar med.", "/yttranden/{id}"},
	ResponseSentBack:    {"Ett yttrande är ett utkast igen", "har registrerat nämndens beslut. Yttrandet antogs inte och är ett utkast igen.", "/yttranden/{id}"},
	SupplementRequested: {"Revisorerna begär komplettering av ett yttrande", "har begärt komplettering för revisorerna.", "/yttranden/{id}"},
	MeasureGiven:        {"En åtgärd är din att rapportera", "har gett dig en åtgärd att rapportera.", "/mina-atgarder"},
	CheckGiven:          {"En kontroll är din att utföra", "har gett dig en kontroll att utföra.", "/kontroller/{id}"},
	DeviationGiven:      {"En kontrollavvikelse är din att åtgärda", "har gett dig en kontrollavvikelse att åtgärda.", "/kontrollavvikelser/{id}"},
}

// Handed is something that is somebody's turn now. What it is called is not told: a title may be confidential, or become so.
type Handed struct {
	Kind      Kind
	By        authz.Actor
	To        []uuid.UUID
	Committee uuid.UUID
	Thing     uuid.UUID
	Version   int64          // the thing's: handed over again, it is told again
	Due       *calendar.Date // nil for no day
}

// told are the mails about it, to those who want them.
func (h Handed) told(names names) []Mail {
	var mails []Mail
	for _, account := range names.Accounts {
		mails = append(mails, Mail{
			Organization: h.By.Organization, Account: uuid.MustParse(account), Kind: string(h.Kind),
			Key:     fmt.Sprintf("%s %s %d", h.Kind, h.Thing, h.Version),
			Subject: sayings[h.Kind].subject + ", " + names.Committee, Body: h.text(names),
		})
	}
	return mails
}

func (h Handed) text(names names) string {
	say := sayings[h.Kind]
	lines := []string{h.By.Name + " " + say.happened, "", "Nämnd: " + names.Committee + ", " + names.Organization}
	if h.Due != nil {
		lines = append(lines, "Senast: "+h.Due.String())
	}
	lines = append(lines, "Öppna: "+Address+strings.ReplaceAll(say.path, "{id}", h.Thing.String()), "", Footer)
	return strings.Join(lines, "\n")
}

// Footer ends every text.
const Footer = "Meddelandet skickas av Uppsikt och går inte att svara på. Hur du påminns väljer du under Mitt konto: " + Address + "/konto"
