package web

import (
	"errors"
	"net/http"
	"reflect"
	"strconv"
	"strings"

	"github.com/gin-gonic/gin"
	"github.com/go-playground/validator/v10"

	"uppsikt/internal/calendar"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// commands checks a command's fields against each other, by the `validate` tags that the contract gives; shapes are
// checked before, the domain's rules after.
var commands = newCommandValidator()

func newCommandValidator() *validator.Validate {
	v := validator.New(validator.WithRequiredStructEnabled())
	v.RegisterTagNameFunc(func(field reflect.StructField) string {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		return name
	})
	v.RegisterCustomTypeFunc(func(value reflect.Value) any {
		return value.Interface().(calendar.Date).Time()
	}, calendar.Date{})
	return v
}

// checkCommand runs before each use case.
func checkCommand(next contract.StrictHandlerFunc, _ string) contract.StrictHandlerFunc {
	return func(c *gin.Context, request any) (any, error) {
		if body := reflect.ValueOf(request).FieldByName("Body"); body.IsValid() && body.Kind() == reflect.Pointer &&
			body.Elem().Kind() == reflect.Struct && !strings.HasPrefix(body.Type().Elem().PkgPath(), "mime") {
			if err := commands.Struct(body.Interface()); err != nil {
				return nil, commandFault(err)
			}
		}
		return next(c, request)
	}
}

func commandFault(err error) error {
	var found validator.ValidationErrors
	if !errors.As(err, &found) {
		return err
	}
	fields := make([]fault.Field, len(found))
	for i, failure := range found {
		fields[i] = fault.Field{Pointer: jsonPointer(failure.Namespace()), Code: failure.Tag(), Detail: failure.Param()}
	}
	return fault.Invalid("invalid", "", fields...)
}

// jsonPointer turns "NewCommittee.content.signatories[0].until" into "/content/signatories/0/until".
func jsonPointer(namespace string) string {
	_, path, _ := strings.Cut(namespace, ".")
	return "/" + strings.NewReplacer(".", "/", "[", "/", "]", "").Replace(path)
}

// ownContext gives an operation a context that nobody reuses: Gin takes its own back when the request ends, while a
// goroutine that watches over a transaction may still look at it.
func ownContext(next contract.StrictHandlerFunc, _ string) contract.StrictHandlerFunc {
	return func(c *gin.Context, request any) (any, error) { return next(c.Copy(), request) }
}

// tagEntity gives every representation that has a version its entity tag (RFC 9110, 8.8.3).
func tagEntity(next contract.StrictHandlerFunc, _ string) contract.StrictHandlerFunc {
	return func(c *gin.Context, request any) (any, error) {
		response, err := next(c, request)
		if err != nil {
			return nil, err
		}
		if value := reflect.ValueOf(response); value.Kind() == reflect.Struct {
			if version := value.FieldByName("Version"); version.IsValid() && version.CanInt() {
				c.Header("ETag", strconv.Quote(strconv.FormatInt(version.Int(), 10)))
			}
		}
		c.Header("Cache-Control", "no-store")
		return response, nil
	}
}

// Version reads If-Match: 428 without one, 412 for what cannot be a version of ours.
func Version(ifMatch *contract.IfMatch) (int64, error) {
	if ifMatch == nil {
		return 0, fault.PreconditionRequired()
	}
	version, err := strconv.ParseInt(strings.Trim(strings.TrimPrefix(*ifMatch, "W/"), `"`), 10, 64)
	if err != nil {
		return 0, fault.Stale()
	}
	return version, nil
}

// Page is the SQL limit and offset of a list's page.
func Page(page, size *int) (limit, offset int) {
	number, limit := 1, 50
	if page != nil {
		number = *page
	}
	if size != nil {
		limit = *size
	}
	return limit, (number - 1) * limit
}

func malformed(c *gin.Context, err error) {
	var tooLarge *http.MaxBytesError
	if errors.As(err, &tooLarge) {
		fail(c, fault.TooLarge("the upload is too large").Because(err))
		return
	}
	fail(c, fault.Malformed("the request could not be read").Because(err))
}
