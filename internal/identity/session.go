// Package identity says who people are: accounts and their passwords, sign-in and its limits, sessions, and the
// memberships that give an account roles in an organization.
package identity

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"strings"
	"time"
)

const (
	// idleLifetime is how long a session lives after it was last seen; each use begins it anew.
	idleLifetime = 12 * time.Hour
	// Lifetime is how long a session lives at most; the cookie's lifetime too.
	Lifetime = 7 * 24 * time.Hour
	// seenEvery is how often a session's use is written down, at most.
	seenEvery = time.Minute
	// longestUserAgent is as much as tells a person's devices apart.
	longestUserAgent = 200
)

// newSecret gives what a session's cookie carries: 256 random bits.
func newSecret() string {
	secret := make([]byte, 32)
	rand.Read(secret)
	return base64.RawURLEncoding.EncodeToString(secret)
}

// tokenHash is what is stored of a secret, so that whoever reads the table cannot sign in.
func tokenHash(secret string) []byte {
	hash := sha256.Sum256([]byte(secret))
	return hash[:]
}

func shortUserAgent(userAgent string) string {
	userAgent = strings.ToValidUTF8(userAgent, "")
	if runes := []rune(userAgent); len(runes) > longestUserAgent {
		return string(runes[:longestUserAgent])
	}
	return userAgent
}
