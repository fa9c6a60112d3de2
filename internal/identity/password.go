package identity

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"

	"golang.org/x/crypto/argon2"
)

// The cost of argon2id: OWASP's smallest, 19 MiB and two passes over it (Password Storage Cheat Sheet).
const (
	memoryKiB = 19 * 1024
	passes    = 2
	lanes     = 1
	saltBytes = 16
	keyBytes  = 32
)

// hashedAtOnce bounds what sign-in may cost in memory and cores, whoever asks.
const hashedAtOnce = 2

// hasher turns passwords into PHC strings, a few at a time.
type hasher struct {
	slots chan struct{}
}

func newHasher() hasher { return hasher{make(chan struct{}, hashedAtOnce)} }

// hash gives a password's PHC string, with a salt of its own. The error is that ctx ended before its turn came.
func (h hasher) hash(ctx context.Context, password string) (string, error) {
	salt := make([]byte, saltBytes)
	rand.Read(salt)
	key, err := h.key(ctx, password, phc{memoryKiB, passes, lanes, salt, nil})
	if err != nil {
		return "", err
	}
	return phc{memoryKiB, passes, lanes, salt, key}.String(), nil
}

// matches tells whether a password is the one that was hashed. Where there is no hash it takes the same time to say no.
func (h hasher) matches(ctx context.Context, password, hashed string) (bool, error) {
	stored := phc{memoryKiB, passes, lanes, make([]byte, saltBytes), nil}
	if hashed != "" {
		var err error
		if stored, err = parsePHC(hashed); err != nil {
			return false, err
		}
	}
	key, err := h.key(ctx, password, stored)
	if err != nil {
		return false, err
	}
	return subtle.ConstantTimeCompare(key, stored.key) == 1, nil
}

func (h hasher) key(ctx context.Context, password string, p phc) ([]byte, error) {
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	defer func() { <-h.slots }()
	return argon2.IDKey([]byte(password), p.salt, p.passes, p.memory, p.lanes, keyBytes), nil
}

// phc is a hash with what it was made with, as the Password Hashing Competition writes it:
// $argon2id$v=19$m=19456,t=2,p=1$salt$key.
type phc struct {
	memory, passes uint32
	lanes          uint8
	salt, key      []byte
}

func (p phc) String() string {
	encode := base64.RawStdEncoding.EncodeToString
	return fmt.Sprintf("$argon2id$v=%d$m=%d,t=%d,p=%d$%s$%s", argon2.Version, p.memory, p.passes, p.lanes, encode(p.salt), encode(p.key))
}

func parsePHC(text string) (phc, error) {
	parts := strings.Split(text, "$")
	if len(parts) != 6 || parts[1] != "argon2id" || parts[2] != fmt.Sprintf("v=%d", argon2.Version) {
		return phc{}, fmt.Errorf("a stored password hash is not argon2id of version %d", argon2.Version)
	}
	var p phc
	if _, err := fmt.Sscanf(parts[3], "m=%d,t=%d,p=%d", &p.memory, &p.passes, &p.lanes); err != nil {
		return phc{}, fmt.Errorf("a stored password hash's cost: %w", err)
	}
	var err error
	if p.salt, err = base64.RawStdEncoding.DecodeString(parts[4]); err != nil {
		return phc{}, fmt.Errorf("a stored password hash's salt: %w", err)
	}
	if p.key, err = base64.RawStdEncoding.DecodeString(parts[5]); err != nil {
		return phc{}, fmt.Errorf("a stored password hash's key: %w", err)
	}
	return p, nil
}

// newInitialPassword gives 80 random bits as four groups of letters and digits that can be read out: none looks like another.
func newInitialPassword() string {
	text := strings.ToLower(rand.Text()) // base32: no 0, 1, 8 or 9
	return strings.Join([]string{text[0:4], text[4:8], text[8:12], text[12:16]}, "-")
}
