package web

import (
	"context"
	"net/http"
	"time"

	"github.com/gin-gonic/gin"

	"uppsikt/internal/authz"
)

// CookieName carries the session's secret. The prefix binds it to this host; it is left out where there is no TLS, on
// a loopback address.
const CookieName = "uppsikt_session"

// Sessions says who a cookie belongs to; package identity does.
type Sessions interface {
	// Actor gives the zero Actor for a secret that is unknown or has expired.
	Actor(ctx context.Context, secret string) (authz.Actor, error)
}

func identify(sessions Sessions) gin.HandlerFunc {
	return func(c *gin.Context) {
		secret, err := c.Cookie(CookieName)
		if err != nil {
			return // no cookie: a stranger
		}
		actor, err := sessions.Actor(c.Request.Context(), secret)
		if err != nil {
			fail(c, err)
			return
		}
		c.Request = c.Request.WithContext(authz.WithActor(c.Request.Context(), actor))
	}
}

// Cookie writes the session's cookie; an empty secret takes it away.
func Cookie(secret string, lifetime time.Duration, secure bool) string {
	cookie := &http.Cookie{
		Name: CookieName, Value: secret, Path: "/", MaxAge: int(lifetime.Seconds()),
		HttpOnly: true, Secure: secure, SameSite: http.SameSiteLaxMode,
	}
	if secret == "" {
		cookie.MaxAge = -1
	}
	return cookie.String()
}

// Client is where a request comes from, for the list of one's sessions and the limits on sign-in.
type Client struct {
	Address   string
	UserAgent string
}

type clientKey struct{}

func rememberClient(c *gin.Context) {
	client := Client{Address: c.ClientIP(), UserAgent: c.Request.UserAgent()}
	c.Request = c.Request.WithContext(context.WithValue(c.Request.Context(), clientKey{}, client))
}

// ClientOf is read by the sign-in's handler.
func ClientOf(ctx context.Context) Client {
	client, _ := ctx.Value(clientKey{}).(Client)
	return client
}
