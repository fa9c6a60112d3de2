package publicpage

import (
	"bytes"
	"embed"
	"encoding/json"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"regexp"

	"github.com/google/uuid"

	"uppsikt/internal/calendar"
	"uppsikt/internal/fault"
)

// Base is where every organization's page begins.
const Base = "/offentligt/"

//go:embed templates/*.html
var templates embed.FS

// site is what the public reads: pages without script, and the same as JSON and CSV.
type site struct {
	service   *Service
	pages     map[string]*template.Template
	style     string // the stylesheet's address; empty where the front end is not built
	endPoints *http.ServeMux
}

// Site serves the public pages, in the look of the front end whose files these are.
func Site(service *Service, frontend fs.FS) (http.Handler, error) {
	s := &site{service: service, pages: map[string]*template.Template{}, style: stylesheetIn(frontend), endPoints: http.NewServeMux()}
	for _, page := range []string{"list.html", "audit.html", "missing.html"} {
		parsed, err := template.New("frame.html").Funcs(template.FuncMap{"grade": func(code string) string { return grades[code] }}).
			ParseFS(templates, "templates/frame.html", "templates/"+page)
		if err != nil {
			return nil, err
		}
		s.pages[page] = parsed
	}
	s.endPoints.HandleFunc("GET "+Base+"{address}", s.list)
	s.endPoints.HandleFunc("GET "+Base+"{address}/{$}", s.list)
	s.endPoints.HandleFunc("GET "+Base+"{address}/granskningar.json", s.listJSON)
	s.endPoints.HandleFunc("GET "+Base+"{address}/granskningar/{id}", s.audit)
	s.endPoints.HandleFunc("GET "+Base+"{address}/granskningar/{id}/data.json", s.auditJSON)
	s.endPoints.HandleFunc("GET "+Base+"{address}/granskningar/{id}/data.csv", s.auditCSV)
	s.endPoints.HandleFunc("GET "+Base, s.missing)
	return s.endPoints, nil
}

var stylesheet = regexp.MustCompile(`href="(/assets/[^"]+\.css)"`)

// stylesheetIn is the address that the front end's own page names; its file's name carries its content's hash.
func stylesheetIn(frontend fs.FS) string {
	index, err := fs.ReadFile(frontend, "index.html")
	if err != nil {
		return ""
	}
	if found := stylesheet.FindSubmatch(index); found != nil {
		return string(found[1])
	}
	return ""
}

// view is what a template gets.
type view struct {
	Title        string
	Style        string
	Base         string // of the organization's pages
	Organization string
	Today        string
	Data         any
}

func (s *site) list(w http.ResponseWriter, r *http.Request) {
	found, err := s.service.List(r.Context(), r.PathValue("address"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "list.html", view{Title: "Granskningar", Organization: found.Organization, Data: found})
}

func (s *site) listJSON(w http.ResponseWriter, r *http.Request) {
	found, err := s.service.List(r.Context(), r.PathValue("address"))
	s.json(w, r, found, err)
}

func (s *site) audit(w http.ResponseWriter, r *http.Request) {
	found, err := s.published(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	s.show(w, r, http.StatusOK, "audit.html", view{Title: found.Title, Organization: found.Organization, Data: found})
}

func (s *site) auditJSON(w http.ResponseWriter, r *http.Request) {
	found, err := s.published(r)
	s.json(w, r, found, err)
}

func (s *site) auditCSV(w http.ResponseWriter, r *http.Request) {
	found, err := s.published(r)
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "text/csv; charset=utf-8")
	w.Header().Set("Content-Disposition", `attachment; filename="granskning.csv"`)
	if err := writeCSV(w, found); err != nil {
		slog.WarnContext(r.Context(), "public data was not sent to its end", "error", err)
	}
}

func (s *site) published(r *http.Request) (Audit, error) {
	id, err := uuid.Parse(r.PathValue("id"))
	if err != nil {
		return Audit{}, fault.NotFound("page").Because(err)
	}
	return s.service.Audit(r.Context(), r.PathValue("address"), id)
}

func (s *site) missing(w http.ResponseWriter, r *http.Request) { s.fail(w, r, fault.NotFound("page")) }

func (s *site) json(w http.ResponseWriter, r *http.Request, data any, err error) {
	if err != nil {
		s.fail(w, r, err)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Access-Control-Allow-Origin", "*") // open data
	if err := json.NewEncoder(w).Encode(data); err != nil {
		slog.WarnContext(r.Context(), "public data was not sent to its end", "error", err)
	}
}

// fail says that there is no such page, or that something went wrong and no more: the cause is for the log.
func (s *site) fail(w http.ResponseWriter, r *http.Request, err error) {
	status, words := http.StatusNotFound, "Sidan finns inte, eller så är den inte längre publicerad."
	if fault.KindOf(err) != fault.KindNotFound {
		status, words = http.StatusInternalServerError, "Sidan kan inte visas just nu. Försök igen om en stund."
		slog.ErrorContext(r.Context(), "public page", "path", r.URL.Path, "error", err)
	}
	s.show(w, r, status, "missing.html", view{Title: words})
}

func (s *site) show(w http.ResponseWriter, r *http.Request, status int, page string, v view) {
	v.Style, v.Base, v.Today = s.style, Base+r.PathValue("address"), calendar.DayOf(s.service.Now()).String()
	var drawn bytes.Buffer
	if err := s.pages[page].Execute(&drawn, v); err != nil {
		slog.ErrorContext(r.Context(), "draw public page", "page", page, "error", err)
		http.Error(w, "Sidan kan inte visas just nu.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(drawn.Bytes()) // whoever asked may have gone
}
