// Package frontend carries the built single-page application inside the binary.
package frontend

import "embed"

// Dist is the folder dist as the front end's build left it. In a clone where the front end has not been built it holds
// nothing but a hidden placeholder, and no index.html.
//
//go:embed all:dist
var Dist embed.FS
