package app_test

import (
	"net/http"
	"net/url"

	"uppsikt/internal/contract"
)

var auditors = []string{"auditor"}

var auditExpectations = []expectation{
	{operation: "ListAudits", may: readers, abroad: http.StatusOK, prepare: func(w *world) call {
		w.registered()
		return w.call("ListAudits", 0, nil, nil)
	}},
	{operation: "FindAuditMatches", may: registering, abroad: http.StatusOK, prepare: func(w *world) call {
		c := w.call("FindAuditMatches", 0, nil, nil)
		c.path += "?title=" + url.QueryEscape(w.registered().Content.Title)
		return c
	}},
	{operation: "RegisterAudit", when: "by the id of another's audit", may: without(registering, "other adviser"), abroad: http.StatusUnprocessableEntity, prepare: func(w *world) call {
		again := w.newAudit()
		again.ID = w.registered().ID
		return w.call("RegisterAudit", 0, nil, again)
	}},
	{operation: "RegisterAudit", may: registering, abroad: http.StatusUnprocessableEntity, prepare: func(w *world) call {
		return w.call("RegisterAudit", 0, nil, w.newAudit())
	}},
	{operation: "GetAudit", may: without(readers, "other adviser"), prepare: func(w *world) call {
		return w.call("GetAudit", 0, []any{w.registered().ID}, nil)
	}},
	{operation: "CorrectAudit", may: without(registering, "other adviser"), abroad: http.StatusNotFound, prepare: func(w *world) call {
		audit := w.registered()
		return w.call("CorrectAudit", audit.Version, []any{audit.ID}, audit.Content)
	}},
	{operation: "CorrectAudit", when: "confirmed", may: auditors, prepare: func(w *world) call {
		audit := w.confirmed()
		return w.call("CorrectAudit", audit.Version, []any{audit.ID}, audit.Content)
	}},
	{operation: "DeleteAudit", may: without(registering, "other adviser"), prepare: func(w *world) call {
		audit := w.registered()
		return w.call("DeleteAudit", audit.Version, []any{audit.ID}, nil)
	}},
	{operation: "ConfirmAudit", may: auditors, prepare: func(w *world) call {
		audit := w.registered()
		return w.call("ConfirmAudit", audit.Version, []any{audit.ID}, nil)
	}},
	{operation: "SetAdvisers", may: auditors, prepare: func(w *world) call {
		audit := w.confirmed()
		return w.call("SetAdvisers", audit.Version, []any{audit.ID}, w.advisers())
	}},
	{operation: "UpdateAddressee", when: "confirmed", may: []string{"officer", "manager", "secretary", "auditor"}, prepare: func(w *world) call {
		audit := w.confirmed()
		due := w.nextDay()
		return w.call("UpdateAddressee", audit.Version, []any{audit.Addressees[0].ID}, contract.AddresseeContent{ResponseDue: &due, RegistryNumber: "N-2030-1"})
	}},
	{operation: "ReadReport", may: registering, abroad: http.StatusOK, prepare: func(w *world) call {
		return w.handOver("ReadReport", "rapport.txt", "Granskning av rutiner\n\nVi rekommenderar nämnden att:\n• införa en rutin.\n")
	}},
	{operation: "ReadResponse", may: append(join(drafting, "secretary"), "officer elsewhere", "manager elsewhere", "secretary elsewhere"), abroad: http.StatusOK, prepare: func(w *world) call {
		return w.handOver("ReadResponse", "svar.txt", "Svar på granskning av rutiner\n\nRekommendation 1: Inför en rutin.\n\nSvar: Nämnden instämmer.\n")
	}},
}
