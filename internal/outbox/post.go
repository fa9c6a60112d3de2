package outbox

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/mail"
	"net/url"
	"strconv"
	"strings"

	gomail "github.com/wneessen/go-mail"
)

// errRefused is that the mail server will never take a mail to this person.
var errRefused = errors.New("refused for good")

// Post is the way to the mail server.
type Post struct {
	server *url.URL
	from   *mail.Address
	base   string // where the program is, for links
}

// The settings' names in the environment.
const (
	smtpVariable = "UPPSIKT_SMTP_URL"
	fromVariable = "UPPSIKT_MAIL_FROM"
	baseVariable = "UPPSIKT_BASE_URL"
)

// NewPost reads the settings; nil is that no mail server is named, and mail is off.
func NewPost(setting func(string) string) (*Post, error) {
	if setting(smtpVariable) == "" {
		return nil, nil //nolint:nilnil // mail is off
	}
	server, err := url.Parse(setting(smtpVariable))
	if err != nil || (server.Scheme != "smtp" && server.Scheme != "smtps") || server.Hostname() == "" {
		return nil, errors.New(smtpVariable + " is to be as smtp://user:password@mail.example:587, or smtps://…") // its password is not told
	}
	from, err := mail.ParseAddress(setting(fromVariable))
	if err != nil {
		return nil, errors.New(fromVariable + " is to be an address as uppsikt@storan.example, or Uppsikt <uppsikt@storan.example>")
	}
	base, err := url.Parse(setting(baseVariable))
	if err != nil || (base.Scheme != "https" && base.Scheme != "http") || base.Host == "" {
		return nil, errors.New(baseVariable + " is to be the address at which people open the program, as https://uppsikt.storan.example")
	}
	return &Post{server: server, from: from, base: strings.TrimRight(base.String(), "/")}, nil
}

// send gives the server one mail. An error after the server has taken it is none: it would be sent twice.
func (p Post) send(ctx context.Context, l letter) error {
	message, err := p.message(l)
	if err != nil {
		return fmt.Errorf("%w: %w", errRefused, err)
	}
	client, err := gomail.NewClient(p.server.Hostname(), p.options()...)
	if err != nil {
		return err
	}
	err = client.DialAndSendWithContext(ctx, message)
	if err == nil || message.IsDelivered() {
		return nil
	}
	var failed *gomail.SendError
	if errors.As(err, &failed) && failed.Reason == gomail.ErrSMTPRcptTo && failed.ErrorCode() >= 500 {
		return fmt.Errorf("%w: %w", errRefused, err)
	}
	return err
}

func (p Post) message(l letter) (*gomail.Msg, error) {
	message := gomail.NewMsg(gomail.WithNoDefaultUserAgent())
	message.FromMailAddress(p.from)
	if err := message.To(l.Email); err != nil {
		return nil, err
	}
	_, domain, _ := strings.Cut(p.from.Address, "@")
	message.SetMessageIDWithValue(l.ID.String() + "@" + domain)
	message.SetGenHeader("Auto-Submitted", "auto-generated") // no out-of-office replies to it
	message.SetDate()
	message.Subject(l.Subject)
	message.SetBodyString(gomail.TypeTextPlain, strings.ReplaceAll(l.Body, Address, p.base))
	return message, nil
}

// options: a password and everything that leaves the machine is encrypted, but for a server that cannot and asks for no password.
func (p Post) options() []gomail.Option {
	port := 587
	if p.server.Scheme == "smtps" {
		port = 465
	}
	if given, err := strconv.Atoi(p.server.Port()); err == nil {
		port = given
	}
	options := []gomail.Option{gomail.WithPort(port), gomail.WithTimeout(silence), gomail.WithoutNoop(), gomail.WithoutRset()}
	switch {
	case p.server.Scheme == "smtps":
		options = append(options, gomail.WithSSL())
	case isLoopback(p.server.Hostname()):
		options = append(options, gomail.WithTLSPolicy(gomail.NoTLS))
	case p.server.User == nil:
		options = append(options, gomail.WithTLSPolicy(gomail.TLSOpportunistic))
	default:
		options = append(options, gomail.WithTLSPolicy(gomail.TLSMandatory))
	}
	if user := p.server.User; user != nil {
		password, _ := user.Password()
		options = append(options, gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover), gomail.WithUsername(user.Username()), gomail.WithPassword(password))
	}
	return options
}

func isLoopback(host string) bool { return host == "localhost" || net.ParseIP(host).IsLoopback() }
