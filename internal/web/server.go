// Package web is the plumbing between HTTP and the capabilities: who asks, may they, is the request well formed, and
// how errors look. It also serves the SPA.
package web

import (
	"context"
	"fmt"
	"io/fs"
	"net/http"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

const basePath = "/api/v1"

// Parts are what the server is put together of.
type Parts struct {
	Operations contract.StrictServerInterface
	Sessions   Sessions
	SPA        fs.FS                           // the built front end, index.html at its root
	Ready      func(ctx context.Context) error // nil when requests can be served

	PublicBase string       // where the pages begin that anybody may read
	Public     http.Handler // and what serves them; nil for none
}

// New gives the whole server, or an error when the contract is not in order.
func New(parts Parts) (http.Handler, error) {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.ContextWithFallback = true // a handler's gin.Context carries the request's values and deadline
	router.HandleMethodNotAllowed = true
	if err := router.SetTrustedProxies(nil); err != nil {
		return nil, fmt.Errorf("trusted proxies: %w", err)
	}
	router.Use(gin.CustomRecoveryWithWriter(nil, recovered), securityHeaders, measure)
	addOperational(router, parts.Ready)
	if parts.Public != nil {
		router.GET(parts.PublicBase+"*page", gin.WrapH(parts.Public))
	}
	if err := addOperations(router, parts); err != nil {
		return nil, err
	}
	spa, err := newSPA(parts.SPA)
	if err != nil {
		return nil, err
	}
	router.NoRoute(spa.serve)
	router.NoMethod(func(c *gin.Context) { fail(c, fault.MethodNotAllowed()) })
	return protectAgainstCrossOrigin(router), nil
}

// protectAgainstCrossOrigin refuses what another site makes a signed-in person's browser send.
func protectAgainstCrossOrigin(router http.Handler) http.Handler {
	protection := http.NewCrossOriginProtection()
	protection.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/problem+json")
		w.WriteHeader(http.StatusForbidden)
		_, _ = w.Write([]byte(`{"type":"about:blank","title":"Forbidden","status":403,"code":"cross_origin"}`))
	}))
	return protection.Handler(router)
}

func addOperations(router *gin.Engine, parts Parts) error {
	spec, err := contract.GetSpec()
	if err != nil {
		return fmt.Errorf("the contract: %w", err)
	}
	text, err := contract.GetSpecJSON()
	if err != nil {
		return fmt.Errorf("the contract: %w", err)
	}
	door, err := newDoor(spec)
	if err != nil {
		return err
	}
	router.GET(basePath+"/openapi.json", func(c *gin.Context) { c.Data(http.StatusOK, "application/json", text) })
	operations := router.Group(basePath, rememberClient, identify(parts.Sessions), door.open)
	strict := contract.NewStrictHandlerWithOptions(parts.Operations,
		[]contract.StrictMiddlewareFunc{ownContext, tagEntity, checkCommand},
		contract.StrictGinServerOptions{RequestErrorHandlerFunc: malformed, HandlerErrorFunc: fail, ResponseErrorHandlerFunc: fail})
	contract.RegisterHandlersWithOptions(operations, strict, contract.GinServerOptions{
		ErrorHandler: func(c *gin.Context, err error, _ int) { malformed(c, err) },
	})
	return nil
}

func addOperational(router *gin.Engine, ready func(context.Context) error) {
	router.GET("/healthz", func(c *gin.Context) { c.String(http.StatusOK, "ok\n") })
	router.GET("/readyz", func(c *gin.Context) {
		if err := ready(c.Request.Context()); err != nil {
			fail(c, fault.Unavailable("not ready").Because(err))
			return
		}
		c.String(http.StatusOK, "ready\n")
	})
	router.GET("/metrics", gin.WrapH(promhttp.Handler()))
}

func recovered(c *gin.Context, cause any) { fail(c, fmt.Errorf("panic: %v", cause)) }

// securityHeaders: nothing is loaded from other hosts, no inline script or style, no framing.
func securityHeaders(c *gin.Context) {
	header := c.Writer.Header()
	header.Set("Content-Security-Policy", "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "+
		"font-src 'self'; connect-src 'self'; frame-src 'self' blob:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'")
	header.Set("X-Content-Type-Options", "nosniff")
	header.Set("Referrer-Policy", "same-origin")
	header.Set("Cross-Origin-Opener-Policy", "same-origin")
	header.Set("Permissions-Policy", "camera=(), microphone=(), geolocation=()")
}
