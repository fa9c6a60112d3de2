package web

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/gin-gonic/gin"

	"uppsikt/internal/authz"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

var statuses = map[fault.Kind]int{
	fault.KindInvalid:              http.StatusUnprocessableEntity,
	fault.KindMalformed:            http.StatusBadRequest,
	fault.KindUnauthenticated:      http.StatusUnauthorized,
	fault.KindForbidden:            http.StatusForbidden,
	fault.KindNotFound:             http.StatusNotFound,
	fault.KindConflict:             http.StatusConflict,
	fault.KindStale:                http.StatusPreconditionFailed,
	fault.KindPreconditionRequired: http.StatusPreconditionRequired,
	fault.KindTooLarge:             http.StatusRequestEntityTooLarge,
	fault.KindTooManyRequests:      http.StatusTooManyRequests,
	fault.KindUnavailable:          http.StatusServiceUnavailable,
	fault.KindMethodNotAllowed:     http.StatusMethodNotAllowed,
}

// fail answers with problem details (RFC 9457). A fault tells what a client may know; any other error is whole in the
// log and neutral to the client.
func fail(c *gin.Context, err error) {
	problem := problemOf(err)
	logFailure(c.Request.Context(), c, problem.Status, err)
	if c.Writer.Written() { // half a file is out: it falls short of its Content-Length, which ends the connection
		c.Abort()
		return
	}
	body, err := json.Marshal(problem)
	if err != nil {
		body = []byte(`{"type":"about:blank","title":"Internal Server Error","status":500,"code":"internal"}`)
	}
	c.Abort()
	c.Header("Cache-Control", "no-store")
	c.Data(problem.Status, "application/problem+json", body)
}

func problemOf(err error) contract.Problem {
	var known *fault.Error
	if !errors.As(err, &known) {
		return problem(http.StatusInternalServerError, "internal", "")
	}
	described := problem(statuses[known.Kind], known.Code, known.Detail)
	if len(known.Fields) > 0 {
		fields := make([]struct {
			Code    string  `json:"code"`
			Detail  *string `json:"detail,omitempty"`
			Pointer string  `json:"pointer"`
		}, len(known.Fields))
		for i, field := range known.Fields {
			fields[i].Code, fields[i].Pointer = field.Code, field.Pointer
			if field.Detail != "" {
				fields[i].Detail = &field.Detail
			}
		}
		described.Errors = &fields
	}
	return described
}

func problem(status int, code, detail string) contract.Problem {
	described := contract.Problem{Type: "about:blank", Title: http.StatusText(status), Status: status, Code: code}
	if detail != "" {
		described.Detail = &detail
	}
	return described
}

// logFailure writes unknown errors and an unavailable database whole, and nothing that a person wrote.
func logFailure(ctx context.Context, c *gin.Context, status int, err error) {
	if status < http.StatusInternalServerError || errors.Is(err, context.Canceled) {
		return
	}
	actor := authz.ActorOf(ctx)
	slog.ErrorContext(ctx, "request failed", "method", c.Request.Method, "route", c.FullPath(), "status", status,
		"account", actor.Account, "organization", actor.Organization, "error", err)
}
