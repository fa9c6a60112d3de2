package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"
)

// operation is a request of the contract; change is a report on an assignment, which needs its version.
type operation struct {
	name   string
	path   string
	least  float64 // of pgbench's rate, at the connections that count
	change bool
}

var operations = []operation{
	{name: "list", path: "/assignments?progress=ongoing&sort=lastDay&pageSize=50", least: 0.5},
	{name: "one", path: "/assignments/%s", least: 0.5},
	{name: "change", path: "/assignments/%s", least: 0.7, change: true},
	{name: "overview", path: "/followup-overview", least: 0.7},
	{name: "search", path: "/assignments?q=simhall&pageSize=50", least: 0.7},
}

// person is a user of one organization, with an assignment of it.
type person struct {
	secret     string
	assignment string
	version    int64
}

type client struct {
	http    *http.Client
	address string
}

func newClient(address string) client {
	return client{&http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}, address}
}

func (c client) do(op operation, as *person) error {
	path := op.path
	if op.path[len(op.path)-2:] == "%s" {
		path = fmt.Sprintf(op.path, as.assignment)
	}
	if op.change {
		return c.report(path, as)
	}
	_, err := c.send(http.MethodGet, path, as, nil)
	return err
}

func (c client) report(path string, as *person) error {
	body, err := json.Marshal(map[string]string{"id": newID(), "progress": "ongoing", "comment": "Mätning.", "effect": "", "on": "2025-01-01"})
	if err != nil {
		return err
	}
	answer, err := c.send(http.MethodPost, path+"/progress-reports", as, body)
	if err != nil {
		return err
	}
	return readVersion(answer, as)
}

// look reads the version of the person's assignment.
func (c client) look(as *person) error {
	answer, err := c.send(http.MethodGet, "/assignments/"+as.assignment, as, nil)
	if err != nil {
		return err
	}
	return readVersion(answer, as)
}

func readVersion(answer []byte, as *person) error {
	var assignment struct{ Version int64 }
	err := json.Unmarshal(answer, &assignment)
	as.version = assignment.Version
	return err
}

func (c client) send(method, path string, as *person, body []byte) ([]byte, error) {
	request, err := http.NewRequest(method, c.address+"/api/v1"+path, bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	request.Header.Set("Cookie", "uppsikt_session="+as.secret)
	if body != nil {
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("If-Match", fmt.Sprintf(`"%d"`, as.version))
	}
	response, err := c.http.Do(request)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err == nil && response.StatusCode >= 300 {
		err = fmt.Errorf("%s %s: %d %s", method, path, response.StatusCode, answer)
	}
	return answer, err
}

func newID() string { return uuid.NewString() }

// load sends for a while from each person over a connection of their own, and gives how long each request took.
func (c client) load(op operation, people []*person, during time.Duration) ([]time.Duration, error) {
	took := make([][]time.Duration, len(people))
	failed := make([]error, len(people))
	var wait sync.WaitGroup
	until := time.Now().Add(during)
	for i, as := range people {
		wait.Go(func() {
			for began := time.Now(); began.Before(until) && failed[i] == nil; began = time.Now() {
				failed[i] = c.do(op, as)
				took[i] = append(took[i], time.Since(began))
			}
		})
	}
	wait.Wait()
	for _, err := range failed {
		if err != nil {
			return nil, err
		}
	}
	return slices.Concat(took...), nil
}
