package web

import (
	"errors"
	"fmt"
	"io/fs"
	"net/http"
	"strings"

	"github.com/gin-gonic/gin"

	"uppsikt/internal/fault"
)

// notBuilt is served where the front end has not been built into the binary.
const notBuilt = "<!doctype html><html lang=sv><title>Uppsikt</title><p>Webbgränssnittet är inte byggt. Kör ./scripts/run."

// spa serves the front end's files, and its index.html for every address that is a page of its own.
type spa struct {
	files http.FileSystem
	root  fs.FS
	index []byte
}

func newSPA(root fs.FS) (*spa, error) {
	index, err := fs.ReadFile(root, "index.html")
	switch {
	case errors.Is(err, fs.ErrNotExist):
		index = []byte(notBuilt)
	case err != nil:
		return nil, fmt.Errorf("the front end: %w", err)
	}
	return &spa{files: http.FS(root), root: root, index: index}, nil
}

func (s *spa) serve(c *gin.Context) {
	path := strings.TrimPrefix(c.Request.URL.Path, "/")
	switch {
	case strings.HasPrefix(path, "api/"):
		fail(c, fault.NotFound("operation"))
	case c.Request.Method != http.MethodGet && c.Request.Method != http.MethodHead:
		fail(c, fault.NotFound("page"))
	case s.isFile(path):
		cacheByName(c, path)
		c.FileFromFS(path, s.files)
	case strings.HasPrefix(path, "assets/"):
		fail(c, fault.NotFound("file"))
	default:
		c.Header("Cache-Control", "no-cache")
		c.Data(http.StatusOK, "text/html; charset=utf-8", s.index)
	}
}

func (s *spa) isFile(path string) bool {
	if path == "" || path == "index.html" || strings.HasPrefix(path, ".") {
		return false
	}
	info, err := fs.Stat(s.root, path)
	return err == nil && !info.IsDir()
}

// cacheByName: files under assets/ carry their content's hash in their names.
func cacheByName(c *gin.Context, path string) {
	if strings.HasPrefix(path, "assets/") {
		c.Header("Cache-Control", "public, max-age=31536000, immutable")
	}
}
