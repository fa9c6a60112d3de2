package private

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
)

const oldestMajor = 15

// installation is a folder with PostgreSQL's programs, of one major version.
type installation struct {
	folder string
	major  int
}

// findInstallations gives every usable installation, the newest major version first; an error when there is none.
// UPPSIKT_PG_BIN names the only folder to look in.
func (c *cluster) findInstallations(ctx context.Context) ([]installation, error) {
	if folder := os.Getenv("UPPSIKT_PG_BIN"); folder != "" {
		major, err := c.majorOf(ctx, folder)
		if err != nil {
			return nil, fmt.Errorf("UPPSIKT_PG_BIN: %w", err)
		}
		return []installation{{folder, major}}, nil
	}
	var found []installation
	for _, folder := range candidates(ctx) {
		if major, err := c.majorOf(ctx, folder); err == nil {
			found = append(found, installation{folder, major})
		}
	}
	if len(found) == 0 {
		return nil, fmt.Errorf("no PostgreSQL, %d or later, was found: install it (the package postgresql), or say in "+
			"UPPSIKT_PG_BIN where initdb and postgres are, or let scripts/run get one, or use a server of your own by "+
			"UPPSIKT_DATABASE_URL", oldestMajor)
	}
	slices.SortStableFunc(found, func(a, b installation) int { return cmp.Compare(b.major, a.major) })
	return found, nil
}

// candidates are the folders where distributions put PostgreSQL, those on the PATH, and what scripts/run has fetched.
func candidates(ctx context.Context) []string {
	var folders []string
	if out, err := exec.CommandContext(ctx, "pg_config", "--bindir").Output(); err == nil {
		folders = append(folders, strings.TrimSpace(string(out)))
	}
	if path, err := exec.LookPath("postgres"); err == nil {
		if path, err = filepath.EvalSymlinks(path); err == nil {
			folders = append(folders, filepath.Dir(path))
		}
	}
	fetched, _ := DataDir() // without one, nothing has been fetched
	for _, pattern := range []string{
		"/usr/lib/postgresql/*/bin",
		"/usr/pgsql-*/bin",
		"/opt/homebrew/opt/postgresql@*/bin",
		"/usr/local/opt/postgresql@*/bin",
		"/Applications/Postgres.app/Contents/Versions/*/bin",
		filepath.Join(fetched, "postgresql", "*", "bin"),
	} {
		matches, _ := filepath.Glob(pattern) // the patterns are well formed
		folders = append(folders, matches...)
	}
	return folders
}

var versionLine = regexp.MustCompile(`^postgres \(PostgreSQL\) (\d+)[. a-z]`)

// majorOf runs the server's program as the user that is to run it, which finds missing libraries and closed folders.
func (c *cluster) majorOf(ctx context.Context, folder string) (int, error) {
	if _, err := os.Stat(filepath.Join(folder, "initdb")); err != nil {
		return 0, err
	}
	as := cluster{binaries: installation{folder: folder}, user: c.user}
	out, err := as.command(ctx, "postgres", "--version").CombinedOutput()
	if err != nil {
		return 0, fmt.Errorf("%s/postgres cannot be run: %w: %s", folder, err, out)
	}
	match := versionLine.FindSubmatch(out)
	if match == nil {
		return 0, fmt.Errorf("%s/postgres is of an unknown version: %s", folder, out)
	}
	major, err := strconv.Atoi(string(match[1]))
	if err == nil && major < oldestMajor {
		err = fmt.Errorf("%s is PostgreSQL %d; Uppsikt needs %d or later", folder, major, oldestMajor)
	}
	return major, err
}

func otherMajor(data string, major int, found []installation) error {
	var has []string
	for _, installation := range found {
		has = append(has, fmt.Sprintf("%d in %s", installation.major, installation.folder))
	}
	return fmt.Errorf("the database in %[1]s is of PostgreSQL %[2]d and has not been touched; found here: %[3]s. "+
		"Install PostgreSQL %[2]d, or say in UPPSIKT_PG_BIN where it is. To move to another major version, back the "+
		"database up with `uppsikt backup` under PostgreSQL %[2]d and restore it into an empty UPPSIKT_DATA_DIR",
		data, major, strings.Join(has, ", "))
}
