package identity

import (
	"crypto/sha256"
	"encoding/hex"
	"net/netip"
	"strings"
	"time"

	"uppsikt/internal/web"
)

// Within the window, so many passwords may be wrong for an account, and from an address.
const (
	attemptWindow      = 15 * time.Minute
	failuresPerAccount = 10
	failuresPerAddress = 50
)

// attempt is one try of a password, as the limits count it.
type attempt struct {
	account string
	address string
}

// newAttempt names the account by a hash of its e-mail address: people type other things into that field too.
func newAttempt(email string, client web.Client) attempt {
	hash := sha256.Sum256([]byte(email))
	return attempt{account: hex.EncodeToString(hash[:]), address: network(client.Address)}
}

// network is the address, or for IPv6 the /64 that one household or host has to itself.
func network(address string) string {
	parsed, err := netip.ParseAddr(address)
	if err != nil || parsed.Unmap().Is4() {
		return address
	}
	prefix, err := parsed.WithZone("").Prefix(64)
	if err != nil {
		return address
	}
	return prefix.String()
}

// failures are how many wrong passwords the window holds.
type failures struct {
	Account int
	Address int
}

func (f failures) tooMany() bool {
	return f.Account >= failuresPerAccount || f.Address >= failuresPerAddress
}

// normalizeEmail gives the form by which an account is found.
func normalizeEmail(email string) string { return strings.ToLower(strings.TrimSpace(email)) }
