// Package attachment keeps papers: the evidence of a measure, a report's file, what a draft is written from. A file is
// streamed in and out in rows, typed by its content, limited in size and never shown inline. What papers are attached to
// is known by other capabilities; they say who may read and attach (Access).
package attachment

import (
	"path"
	"strings"
	"unicode"

	"github.com/gabriel-vasile/mimetype"
	"github.com/google/uuid"

	"uppsikt/internal/authz"
	"uppsikt/internal/confidentiality"
	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// Largest is how many bytes a file may have.
const Largest = 50 << 20

const (
	rowSize     = 256 << 10 // as the schema checks
	longestName = 200
)

// Access is what an actor who may read a thing's papers may do with them.
type Access struct {
	MayAttach bool
	// IsColleague: attaches by a role, and so takes away what others of the same side have attached too.
	IsColleague bool
	// Draft is the committee whose draft the papers belong to; uuid.Nil when they are nobody's secret.
	Draft uuid.UUID
	// Concerned are the committees that the thing concerns: they see what is confidential of its papers and mark their own.
	Concerned []uuid.UUID
	// IsGiven: the thing is given to the actor, who sees all of its papers.
	IsGiven bool
}

// seesMarked tells whether the actor sees also those of a thing's papers that are marked as confidential.
func seesMarked(actor authz.Actor, access Access) bool {
	return access.IsGiven || confidentiality.Sees(actor, access.Concerned...)
}

// mayRead: a marked paper, by those whom it concerns.
func mayRead(actor authz.Actor, access Access, paper paper) error {
	if paper.ConfidentialGround != nil && !seesMarked(actor, access) {
		return fault.Confidential()
	}
	return nil
}

// mayDelete: whoever may attach now, and uploaded it or is a colleague of whoever did.
func mayDelete(actor authz.Actor, access Access, paper paper) bool {
	isOwn := paper.UploadedBy == actor.Account
	return access.MayAttach && (isOwn || access.IsColleague && paper.ByAuditors == isOfAuditors(actor))
}

func isOfAuditors(actor authz.Actor) bool {
	return actor.Is(contract.RoleAuditor) || actor.Is(contract.RoleAdviser)
}

// allowed are the types that papers come in; programs, scripts, web pages and archives are not among them.
var allowed = map[string]bool{
	"application/pdf": true,
	"application/vnd.openxmlformats-officedocument.wordprocessingml.document":   true,
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet":         true,
	"application/vnd.openxmlformats-officedocument.presentationml.presentation": true,
	"application/vnd.oasis.opendocument.text":                                   true,
	"application/vnd.oasis.opendocument.spreadsheet":                            true,
	"application/vnd.oasis.opendocument.presentation":                           true,
	"text/plain":                 true,
	"text/csv":                   true,
	"text/tab-separated-values":  true,
	"text/rtf":                   true,
	"image/png":                  true,
	"image/jpeg":                 true,
	"image/webp":                 true,
	"message/rfc822":             true,
	"application/vnd.ms-outlook": true,
}

// runnable are the ends of names under which a plain text is run or shown as a page by whoever opens it.
var runnable = map[string]bool{
	".bat": true, ".cmd": true, ".hta": true, ".htm": true, ".html": true, ".js": true, ".jse": true, ".mht": true, ".mhtml": true, ".mjs": true,
	".php": true, ".pl": true, ".ps1": true, ".psm1": true, ".py": true, ".rb": true, ".reg": true, ".scr": true, ".sh": true, ".svg": true,
	".url": true, ".vbe": true, ".vbs": true, ".wsf": true, ".wsh": true, ".xhtml": true, ".xml": true,
}

func init() { mimetype.SetLimit(rowSize) } // what an office file is stands some way into it

// mediaType finds the type in a file's first row: 422 for what is not allowed.
func mediaType(name string, beginning []byte) (string, error) {
	found, _, _ := strings.Cut(mimetype.Detect(beginning).String(), ";")
	if !allowed[found] || runnable[strings.ToLower(path.Ext(name))] {
		return "", fault.Invalid("file_type_not_allowed", found, fault.Field{Pointer: "/file", Code: "file_type_not_allowed"})
	}
	return found, nil
}

// cleanName is the file's name without folders and what cannot be seen, shortened before its ending.
func cleanName(name string) string {
	name = strings.ReplaceAll(name, `\`, "/")
	name = name[strings.LastIndex(name, "/")+1:]
	name = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || r == unicode.ReplacementChar {
			return -1
		}
		return r
	}, name)
	if name = strings.Trim(name, ". "); name == "" {
		return "fil"
	}
	return shorten(name)
}

func shorten(name string) string {
	letters, ending := []rune(name), []rune(path.Ext(name))
	if len(letters) <= longestName {
		return name
	}
	if len(ending) > 10 {
		ending = nil
	}
	return string(letters[:longestName-len(ending)]) + string(ending)
}
