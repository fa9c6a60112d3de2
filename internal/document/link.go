package document

import (
	"fmt"
	"net/url"
	"strings"
)

// address is where the run's link leads, or empty when it has none that a reader may be sent to.
func (r Run) address() string {
	u, err := url.Parse(r.Link)
	if err != nil {
		return ""
	}
	switch {
	case (u.Scheme == "http" || u.Scheme == "https") && u.Host != "", u.Scheme == "mailto" && u.Opaque != "":
		return asciiAddress(u.String())
	}
	return ""
}

// asciiAddress percent-encodes what net/url leaves as it was written, since a PDF takes ASCII alone.
func asciiAddress(address string) string {
	var b strings.Builder
	for _, c := range []byte(address) {
		if c <= ' ' || c >= 0x7f || strings.IndexByte(`"<>\^{|}`+"`", c) >= 0 {
			fmt.Fprintf(&b, "%%%02X", c)
		} else {
			b.WriteByte(c)
		}
	}
	return b.String()
}
