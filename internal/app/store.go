package app

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/jmoiron/sqlx"
)

// findScope finds, as the owner, the organization and the committee that the command line names; no committee is nil.
func findScope(ctx context.Context, owner *sqlx.DB, organization, committee string) (uuid.UUID, *uuid.UUID, error) {
	var organizationID uuid.UUID
	err := owner.GetContext(ctx, &organizationID,
		`select organization_id from organization where $1 in (name, organization_id::text)`, organization)
	if err != nil {
		return uuid.Nil, nil, unknown("organization", organization, err)
	}
	if committee == "" {
		return organizationID, nil, nil
	}
	var committeeID uuid.UUID
	err = owner.GetContext(ctx, &committeeID,
		`select id from committee where organization_id = $1 and $2 in (name, abbreviation, id::text)`, organizationID, committee)
	if err != nil {
		return uuid.Nil, nil, unknown("committee", committee, err)
	}
	return organizationID, &committeeID, nil
}

func unknown(thing, name string, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return fmt.Errorf("there is no %s %q", thing, name)
	}
	return fmt.Errorf("find %s: %w", thing, err)
}
