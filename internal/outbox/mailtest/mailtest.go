// Package mailtest gives tests a mail server that keeps what it gets.
package mailtest

import (
	"errors"
	"io"
	"log"
	"net"
	"net/mail"
	"strings"
	"sync"
	"testing"

	"github.com/emersion/go-smtp"
)

// Sink is the server. What it calls may be set before it is used.
type Sink struct {
	Address string
	Asked   func(to string) error // whether it takes mail to somebody; an *smtp.SMTPError is what it answers
	Taken   func()                // when it has a mail, before it says so

	mutex sync.Mutex
	kept  []*mail.Message
}

// NewSink starts a server on a port of its own, until the test ends.
func NewSink(t *testing.T) *Sink {
	t.Helper()
	s := &Sink{Asked: func(string) error { return nil }, Taken: func() {}}
	server := smtp.NewServer(smtp.BackendFunc(func(*smtp.Conn) (smtp.Session, error) { return &session{sink: s}, nil }))
	server.Domain = "sink.example"
	server.ErrorLog = log.New(io.Discard, "", 0) // that a client is gone is what tests are about
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.Address = listener.Addr().String()
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	t.Cleanup(func() {
		if err := errors.Join(server.Close(), <-ended); err != nil && !errors.Is(err, smtp.ErrServerClosed) {
			t.Error(err)
		}
	})
	return s
}

// Got is what came, by Message-ID, each with its copies.
func (s *Sink) Got() map[string][]*mail.Message {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	got := map[string][]*mail.Message{}
	for _, message := range s.kept {
		id := message.Header.Get("Message-Id")
		got[id] = append(got[id], message)
	}
	return got
}

func (s *Sink) keep(message *mail.Message) {
	s.mutex.Lock()
	defer s.mutex.Unlock()
	s.kept = append(s.kept, message)
}

type session struct{ sink *Sink }

func (session) Mail(string, *smtp.MailOptions) error        { return nil }
func (s session) Rcpt(to string, _ *smtp.RcptOptions) error { return s.sink.Asked(to) }
func (session) Reset()                                      {}
func (session) Logout() error                               { return nil }

func (s session) Data(r io.Reader) error {
	text, err := io.ReadAll(r)
	if err != nil {
		return err
	}
	message, err := mail.ReadMessage(strings.NewReader(string(text)))
	if err != nil {
		return err
	}
	s.sink.keep(message)
	s.sink.Taken()
	return nil
}
