package private

import (
	"errors"
	"fmt"
	"os"
	systemuser "os/user"
	"path/filepath"
	"strconv"
	"syscall"
)

// user is whom PostgreSQL runs as, which is never root; nil is the program's own user.
type user struct {
	name     string
	uid, gid uint32
}

// serverUser is, when the program runs as root, the owner of the data that there are, else "postgres" or "nobody".
func serverUser(data string) (*user, error) {
	if os.Geteuid() != 0 {
		return nil, nil // no other user than the program's own
	}
	if owner, ok := ownerOf(data); ok {
		if owner.uid == 0 {
			return nil, fmt.Errorf("%s belongs to root, whom PostgreSQL does not run as; give it to another user", data)
		}
		return owner, nil
	}
	for _, name := range []string{"postgres", "nobody"} {
		if u, err := systemuser.Lookup(name); err == nil {
			return parseUser(u)
		}
	}
	return nil, errors.New("the program runs as root, and there is neither a user postgres nor nobody to run PostgreSQL as")
}

func ownerOf(path string) (*user, bool) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, false
	}
	stat := info.Sys().(*syscall.Stat_t)
	return &user{name: fmt.Sprintf("uid %d", stat.Uid), uid: stat.Uid, gid: stat.Gid}, true
}

func parseUser(u *systemuser.User) (*user, error) {
	uid, err := strconv.ParseUint(u.Uid, 10, 32)
	if err != nil {
		return nil, err
	}
	gid, err := strconv.ParseUint(u.Gid, 10, 32)
	if err != nil {
		return nil, err
	}
	return &user{name: u.Username, uid: uint32(uid), gid: uint32(gid)}, nil
}

// credential drops the program's supplementary groups too.
func (u *user) credential() *syscall.Credential {
	if u == nil {
		return nil
	}
	return &syscall.Credential{Uid: u.uid, Gid: u.gid}
}

// makeParent makes the folder that the data lie in, which the user has to be able to reach.
func (u *user) makeParent(path string) error {
	if u == nil {
		return os.MkdirAll(path, 0o700)
	}
	if err := os.MkdirAll(path, 0o711); err != nil {
		return err
	}
	return u.reaches(path)
}

// makeOwn makes a folder that is the user's alone.
func (u *user) makeOwn(path string) error {
	if err := os.Mkdir(path, 0o700); err != nil && !errors.Is(err, os.ErrExist) {
		return err
	}
	if u == nil {
		return nil
	}
	return os.Chown(path, int(u.uid), int(u.gid))
}

// reaches names the first folder on the way to path that the user may not enter.
func (u *user) reaches(path string) error {
	if parent := filepath.Dir(path); parent != path {
		if err := u.reaches(parent); err != nil {
			return err
		}
	}
	info, err := os.Stat(path)
	if err != nil {
		return err
	}
	stat, enter := info.Sys().(*syscall.Stat_t), os.FileMode(0o001)
	switch {
	case stat.Uid == u.uid:
		enter = 0o100
	case stat.Gid == u.gid:
		enter = 0o010
	}
	if info.Mode()&enter == 0 {
		return fmt.Errorf("the folder %s is closed to the user %s, whom PostgreSQL runs as when the program is run by root; "+
			"open it (chmod o+x), or choose another UPPSIKT_DATA_DIR", path, u.name)
	}
	return nil
}
