package notice

import (
	"fmt"
	"strings"
	"time"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/outbox"
)

// digestHour is when the day's reminders are written, in Stockholm.
const digestHour = 7

// digestsOn are the choices that a day reminds: weekdays, and on Mondays also those who want it once a week.
func digestsOn(today calendar.Date) []contract.Digest {
	switch today.Time().Weekday() {
	case time.Saturday, time.Sunday:
		return nil
	case time.Monday:
		return []contract.Digest{contract.DigestDaily, contract.DigestWeekly}
	}
	return []contract.Digest{contract.DigestDaily}
}

// asSaid are the words of what waits for somebody or comes near; what waits for others is in no reminder.
var asSaid = map[contract.WaitingKind]string{
	contract.WaitingKindStartResponse:    "Börja på ett yttrande",
	contract.WaitingKindFinishDraft:      "Skriv färdigt ett yttrande",
	contract.WaitingKindReviseReturned:   "Ändra ett återlämnat yttrande",
	contract.WaitingKindTakeInInput:      "Hämta underlag till ett yttrande",
	contract.WaitingKindApproveResponse:  "Läs och godkänn ett yttrande",
	contract.WaitingKindDecideResponse:   "Registrera beslut om ett yttrande",
	contract.WaitingKindVerifyDecision:   "Ange när protokollet justerades",
	contract.WaitingKindDispatchResponse: "Överlämna ett yttrande till revisionen",
	contract.WaitingKindReplyInput:       "Svara på en fråga om underlag",
	contract.WaitingKindConfirmAudit:     "Bekräfta en granskning",
	contract.WaitingKindReceiveResponse:  "Ta emot ett yttrande",
	contract.WaitingKindStartSupplement:  "Komplettera ett yttrande",
	contract.WaitingKindReportMeasure:    "Rapportera en åtgärd",
	contract.WaitingKindAnswerRound:      "Svara på revisorernas uppföljning",
	contract.WaitingKindConfirmVerdict:   "Pröva en föreslagen bedömning",
	contract.WaitingKindPerformCheck:     "Utför en kontroll",
	contract.WaitingKindRemedyDeviation:  "Åtgärda en kontrollavvikelse",
	contract.WaitingKindRecheckDeviation: "Pröva om en kontrollavvikelse är åtgärdad",
	contract.WaitingKindPlanToReport:     "Avrapportera en internkontrollplan",
	contract.WaitingKindResponseDue:      "Yttrande till revisionen senast",
	contract.WaitingKindManuscriptStop:   "Manusstopp",
	contract.WaitingKindPapersSent:       "Utskick",
	contract.WaitingKindMeeting:          "Sammanträde",
	contract.WaitingKindMeasureDue:       "Åtgärd klar senast",
	contract.WaitingKindCheckDue:         "Kontroll senast",
}

// places are the names that a reminder says.
type places struct {
	Organization string               `json:"organization"`
	Committees   map[uuid.UUID]string `json:"committees"`
}

// digest is the reminder of what waits: kinds, committees and days. Titles are left to the program, which knows at the time
// of reading what is confidential.
func digest(account, organization uuid.UUID, waiting contract.Waiting, in places) outbox.Mail {
	lines := join(section("Väntar på dig", waiting.Mine, in), section("Nära i tid", waiting.Near, in))
	return outbox.Mail{
		Organization: organization, Account: account, Kind: "digest", Key: fmt.Sprintf("digest %s %s", organization, waiting.Today),
		Subject: subject(waiting) + ", " + in.Organization,
		Body:    strings.Join(append(lines, "Öppna: "+outbox.Address+"/", "", outbox.Footer), "\n"),
	}
}

func join(parts ...[]string) []string {
	var lines []string
	for _, part := range parts {
		lines = append(lines, part...)
	}
	return lines
}

func subject(waiting contract.Waiting) string {
	switch waiting.Mine.Total {
	case 0:
		return "Nära i tid för dig"
	case 1:
		return "En sak väntar på dig"
	}
	return fmt.Sprintf("%d saker väntar på dig", waiting.Mine.Total)
}

func section(heading string, list contract.WaitingList, in places) []string {
	if list.Total == 0 {
		return nil
	}
	lines := []string{fmt.Sprintf("%s (%d)", heading, list.Total)}
	for _, item := range list.Items {
		lines = append(lines, "– "+line(item, in))
	}
	if left := list.Total - len(list.Items); left > 0 {
		lines = append(lines, fmt.Sprintf("– och %d till", left))
	}
	return append(lines, "")
}

func line(item contract.WaitingItem, in places) string {
	text := asSaid[item.Kind]
	if item.CommitteeID != nil {
		text += ", " + in.Committees[*item.CommitteeID]
	}
	if item.Date != nil {
		text += ", " + item.Date.String()
	}
	if item.Overdue {
		text += " (försenat)"
	}
	return text
}
