package notice

import (
	"strings"
	"testing"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
)

func TestAllThatWaitsForSomebodyHasWords(t *testing.T) {
	spec, err := contract.GetSpec()
	if err != nil {
		t.Fatal(err)
	}
	for _, value := range spec.Components.Schemas["WaitingKind"].Value.Enum {
		kind := contract.WaitingKind(value.(string))
		if _, isSaid := asSaid[kind]; isSaid == strings.HasSuffix(string(kind), "_awaited") {
			t.Errorf("%s is said: %v", kind, isSaid)
		}
	}
}

func TestADigestSaysWhatWaitsByKindCommitteeAndDay(t *testing.T) {
	committee, today, late := uuid.New(), calendar.New(2032, 2, 29), calendar.New(2032, 2, 28)
	item := contract.WaitingItem{Kind: contract.WaitingKindApproveResponse, CommitteeID: &committee, Title: "Hemlig titel", Date: &late, Overdue: true}
	question := contract.WaitingItem{Kind: contract.WaitingKindReplyInput, Title: "Hemlig fråga"}
	meeting := contract.WaitingItem{Kind: contract.WaitingKindMeeting, CommitteeID: &committee, Date: &today}
	in := places{Organization: "Storåns kommun", Committees: map[uuid.UUID]string{committee: "Kulturnämnden"}}
	mail := digest(uuid.New(), uuid.New(), contract.Waiting{
		Today: today, Mine: contract.WaitingList{Total: 52, Items: []contract.WaitingItem{item, question}}, Near: contract.WaitingList{Total: 1, Items: []contract.WaitingItem{meeting}},
	}, in)
	want := "Väntar på dig (52)\n– Läs och godkänn ett yttrande, Kulturnämnden, 2032-02-28 (försenat)\n– Svara på en fråga om underlag\n– och 50 till\n\n" +
		"Nära i tid (1)\n– Sammanträde, Kulturnämnden, 2032-02-29\n\nÖppna: {adress}/\n\n"
	if mail.Subject != "52 saker väntar på dig, Storåns kommun" || !strings.HasPrefix(mail.Body, want) {
		t.Errorf("%s\n%s", mail.Subject, mail.Body)
	}
	for total, subjectWanted := range map[int]string{0: "Nära i tid för dig", 1: "En sak väntar på dig"} {
		if got := subject(contract.Waiting{Mine: contract.WaitingList{Total: total}}); got != subjectWanted {
			t.Errorf("%d: %s", total, got)
		}
	}
}
