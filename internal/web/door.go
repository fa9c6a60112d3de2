package web

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
	"github.com/getkin/kin-openapi/openapi3filter"
	"github.com/getkin/kin-openapi/routers"
	"github.com/getkin/kin-openapi/routers/gorillamux"
	"github.com/gin-gonic/gin"
	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/calendar"
	"uppsikt/internal/fault"
)

const (
	largestJSON   = 8 << 20
	largestUpload = 64 << 20
)

// door stands before every operation of the contract: it finds the operation, asks whether the actor holds the
// permission it names, and checks the request's shape. In that order, so that a stranger learns nothing of shapes.
type door struct {
	routes routers.Router
}

// Formats that kin-openapi does not check by itself, or not strictly enough: 2023-02-29 is no day.
func init() {
	openapi3.DefineStringFormatValidator("date", openapi3.NewCallbackValidator(func(text string) error {
		_, err := calendar.Parse(text)
		return err
	}))
	openapi3.DefineStringFormatValidator("uuid", openapi3.NewCallbackValidator(func(text string) error {
		_, err := uuid.Parse(text)
		return err
	}))
}

func newDoor(spec *openapi3.T) (*door, error) {
	if err := everyOperationNamesAPermission(spec); err != nil {
		return nil, err
	}
	routes, err := gorillamux.NewRouter(spec)
	if err != nil {
		return nil, fmt.Errorf("the contract's routes: %w", err)
	}
	return &door{routes}, nil
}

func everyOperationNamesAPermission(spec *openapi3.T) error {
	for path, item := range spec.Paths.Map() {
		for method, operation := range item.Operations() {
			if permissionOf(operation) == "" {
				return fmt.Errorf("%s %s names no x-permission", method, path)
			}
		}
	}
	return nil
}

func permissionOf(operation *openapi3.Operation) authz.Permission {
	name, _ := operation.Extensions["x-permission"].(string)
	return authz.Permission(name)
}

func (d *door) open(c *gin.Context) {
	route, path, err := d.routes.FindRoute(c.Request)
	if err != nil {
		fail(c, noRoute(err))
		return
	}
	if err := admit(authz.ActorOf(c.Request.Context()), permissionOf(route.Operation)); err != nil {
		fail(c, err)
		return
	}
	if err := checkShape(c, route, path); err != nil {
		fail(c, err)
	}
}

func noRoute(err error) error {
	if errors.Is(err, routers.ErrMethodNotAllowed) {
		return fault.MethodNotAllowed()
	}
	return fault.NotFound("operation")
}

func admit(actor authz.Actor, needed authz.Permission) error {
	switch {
	case actor.Has(needed):
		return nil
	case !actor.Has(authz.SignedIn):
		return fault.Unauthenticated("not_signed_in")
	}
	return fault.Forbidden(string(needed))
}

// checkShape holds the request against the contract. A multipart body is not read here: its operation streams it.
func checkShape(c *gin.Context, route *routers.Route, path map[string]string) error {
	isUpload := strings.HasPrefix(c.ContentType(), "multipart/")
	if isUpload {
		c.Request.Body = http.MaxBytesReader(c.Writer, c.Request.Body, largestUpload)
	} else if err := buffer(c); err != nil {
		return err
	}
	err := openapi3filter.ValidateRequest(c.Request.Context(), &openapi3filter.RequestValidationInput{
		Request: c.Request, PathParams: path, Route: route,
		Options: &openapi3filter.Options{
			MultiError: true, ExcludeRequestBody: isUpload, AuthenticationFunc: openapi3filter.NoopAuthenticationFunc,
		},
	})
	return shapeFault(err)
}

func buffer(c *gin.Context) error {
	body, err := io.ReadAll(http.MaxBytesReader(c.Writer, c.Request.Body, largestJSON))
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return fault.TooLarge(fmt.Sprintf("at most %d bytes", tooLarge.Limit))
	case err != nil:
		return fault.Malformed("the body could not be read").Because(err)
	}
	c.Request.Body = io.NopCloser(bytes.NewReader(body))
	return nil
}

// shapeFault turns kin-openapi's tree of errors into fields. What it cannot point at is a malformed request.
func shapeFault(err error) error {
	if err == nil {
		return nil
	}
	fields := collectFields(err, "")
	for _, field := range fields {
		if field.Pointer == "" && field.Code == "malformed" {
			return fault.Malformed(field.Detail)
		}
	}
	return fault.Invalid("invalid", "", fields...)
}

func collectFields(err error, at string) []fault.Field {
	var fields []fault.Field
	switch e := err.(type) { //nolint:errorlint // the tree is walked node by node; As would skip levels
	case openapi3.MultiError:
		for _, inner := range e {
			fields = append(fields, collectFields(inner, at)...)
		}
		return fields
	case *openapi3filter.RequestError:
		if e.Parameter != nil {
			at = "/" + e.Parameter.In + "/" + e.Parameter.Name
		}
		var parse *openapi3filter.ParseError
		switch {
		case errors.As(e.Err, &parse) && e.Parameter == nil, e.Err == nil && e.Parameter == nil:
			return []fault.Field{{Code: "malformed", Detail: e.Reason}}
		case e.Err == nil:
			return []fault.Field{{Pointer: at, Code: "invalid", Detail: e.Reason}}
		}
		return collectFields(e.Err, at)
	case *openapi3.SchemaError:
		if e.Origin != nil {
			if inner := collectFields(e.Origin, at); len(inner) > 0 && inner[0].Code != "invalid" {
				return inner
			}
		}
		code := e.SchemaField
		if code == "properties" { // kin-openapi's word for a property that the schema does not have
			code = "unknown_property"
		}
		return []fault.Field{{Pointer: pointer(at, e), Code: code, Detail: e.Reason}}
	}
	return []fault.Field{{Pointer: at, Code: "invalid", Detail: err.Error()}}
}

func pointer(at string, e *openapi3.SchemaError) string {
	if path := strings.Join(e.JSONPointer(), "/"); path != "" {
		return at + "/" + path
	}
	return at
}
