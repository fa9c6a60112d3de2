package app

import (
	"context"

	"uppsikt/internal/contract"
	"uppsikt/internal/fault"
)

// pending stands in for operations that no capability has yet: one that has takes its place.
type pending struct{ deeper }
type deeper struct{ deepest }
type deepest struct{}

func notBuilt() error { return fault.Conflict("not_built", "not built yet") }
