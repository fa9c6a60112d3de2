package main

import (
	"encoding/binary"
	"fmt"
	"io"
	"net"
	"regexp"
	"strings"
	"sync"
	"time"
)

// statement is one that the program sent, with its parameters; nil is null.
type statement struct {
	text       string
	parameters []*string
}

// tap stands between the program and PostgreSQL and writes down what the program sends, so that pgbench runs that very
// SQL and not a copy of it.
type tap struct {
	mu   sync.Mutex
	sent []statement
}

// take gives what has been sent since the last take.
func (t *tap) take() []statement {
	t.mu.Lock()
	defer t.mu.Unlock()
	taken := t.sent
	t.sent = nil
	return taken
}

// awaitQuiet waits until the program has sent nothing for a while: what it does by itself when it starts, the day's round of
// each organization, is no part of a request.
func (t *tap) awaitQuiet() {
	const aWhile = time.Second
	for {
		time.Sleep(aWhile)
		if len(t.take()) == 0 {
			return
		}
	}
}

func (t *tap) listen(listener net.Listener, server string) {
	for {
		client, err := listener.Accept()
		if err != nil {
			return // closed: the program has been listened to
		}
		upstream, err := net.Dial("unix", server)
		if err != nil {
			client.Close()
			continue
		}
		go func() { _, _ = io.Copy(client, upstream); client.Close() }()
		go func() { _ = t.forward(client, upstream); upstream.Close() }()
	}
}

// forward hands on the client's messages: the first has no type, and all have their length.
func (t *tap) forward(client io.Reader, server io.Writer) error {
	prepared := map[string]string{}
	for first := true; ; first = false {
		head := make([]byte, 5)
		if first {
			head = head[:4]
		}
		if _, err := io.ReadFull(client, head); err != nil {
			return err
		}
		body := make([]byte, binary.BigEndian.Uint32(head[len(head)-4:])-4)
		if _, err := io.ReadFull(client, body); err != nil {
			return err
		}
		if !first {
			t.note(head[0], body, prepared)
		}
		if _, err := server.Write(append(head, body...)); err != nil {
			return err
		}
	}
}

func (t *tap) note(kind byte, body []byte, prepared map[string]string) {
	switch kind {
	case 'Q':
		t.add(statement{text: cString(&body)})
	case 'P':
		name := cString(&body)
		prepared[name] = cString(&body)
	case 'B':
		cString(&body)
		t.add(statement{prepared[cString(&body)], bound(body)})
	}
}

func (t *tap) add(s statement) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.sent = append(t.sent, s)
}

// bound reads a Bind message's parameters, which the program sends as text.
func bound(body []byte) []*string {
	formats := int(binary.BigEndian.Uint16(body))
	body = body[2+2*formats:]
	parameters := make([]*string, binary.BigEndian.Uint16(body))
	body = body[2:]
	for i := range parameters {
		length := int32(binary.BigEndian.Uint32(body)) //nolint:gosec // -1 is null
		body = body[4:]
		if length >= 0 {
			text := string(body[:length])
			parameters[i] = &text
			body = body[length:]
		}
	}
	return parameters
}

func cString(body *[]byte) string {
	text, rest, _ := strings.Cut(string(*body), "\x00")
	*body = []byte(rest)
	return text
}

var placeholder = regexp.MustCompile(`\$[0-9]+`)

// script writes a request's transaction for pgbench, and the variables that its parameters became. A new report's id
// is another each time.
func script(name string, sent []statement) (text string, variables []string) {
	var b strings.Builder
	begun := false
	for i, s := range sent {
		if begun = begun || strings.HasPrefix(strings.ToUpper(s.text), "BEGIN"); !begun {
			continue // the session, which pgbench has not
		}
		isReport := strings.Contains(s.text, "insert into progress_report")
		b.WriteString(placeholder.ReplaceAllStringFunc(s.text, func(found string) string {
			var n int
			_, _ = fmt.Sscanf(found, "$%d", &n)
			variable := fmt.Sprintf("%s_%d_%d", name, i, n)
			switch value := s.parameters[n-1]; {
			case value == nil:
				return "null"
			case isReport && n == 2: // each time another report
				variables = append(variables, variable+"="+*value)
				return "jsonb_set(:" + variable + "::jsonb, '{0,content,id}', to_jsonb(gen_random_uuid()))"
			case *value == "": // pgbench has no empty variables
				return "''"
			default:
				variables = append(variables, variable+"="+*value)
			}
			return ":" + variable
		}))
		b.WriteString(";\n")
	}
	return b.String(), variables
}
