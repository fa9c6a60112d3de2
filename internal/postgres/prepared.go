package postgres

import (
	"container/list"
	"context"
	"database/sql/driver"
	"errors"

	"github.com/lib/pq"
	"github.com/lib/pq/pqerror"
)

// keptStatements is how many statements a connection keeps prepared, those last used: what PostgreSQL keeps for each is
// memory of its own in each connection.
const keptStatements = 100

// preparing connects as lib/pq does, and prepares each statement once on a connection instead of each time: to parse and
// plan a large one takes PostgreSQL longer than to run it. The names are given in the protocol and not in SQL, so that a
// pooler in transaction mode knows them too (PgBouncer from 1.21, with max_prepared_statements).
type preparing struct{ driver.Connector }

func (c preparing) Connect(ctx context.Context) (driver.Conn, error) {
	opened, err := c.Connector.Connect(ctx)
	if err != nil {
		return nil, err
	}
	return &connection{pqConnection: opened.(pqConnection), prepared: map[string]*list.Element{}}, nil
}

type pqConnection interface {
	driver.Conn
	driver.ConnBeginTx
	driver.ConnPrepareContext
	driver.ExecerContext
	driver.NamedValueChecker
	driver.Pinger
	driver.QueryerContext
	driver.SessionResetter
	driver.Validator
}

type connection struct {
	pqConnection
	latest   context.Context // of the latest statement since the pool gave the connection out; nil before
	prepared map[string]*list.Element
	used     list.List // of *statement, the last used first
}

type statement struct {
	driver.Stmt
	query string
}

func (c *connection) QueryContext(ctx context.Context, query string, arguments []driver.NamedValue) (driver.Rows, error) {
	if len(arguments) == 0 {
		return c.pqConnection.QueryContext(ctx, query, arguments) // perhaps several statements
	}
	return run(ctx, c, query, func(s driver.Stmt) (driver.Rows, error) {
		return s.(driver.StmtQueryContext).QueryContext(ctx, arguments)
	})
}

func (c *connection) ExecContext(ctx context.Context, query string, arguments []driver.NamedValue) (driver.Result, error) {
	if len(arguments) == 0 {
		return c.pqConnection.ExecContext(ctx, query, arguments)
	}
	return run(ctx, c, query, func(s driver.Stmt) (driver.Result, error) {
		return s.(driver.StmtExecContext).ExecContext(ctx, arguments)
	})
}

// run runs a prepared statement. One that the server no longer takes is prepared anew, once; within a transaction that
// fails too, and the transaction is tried again from its beginning.
func run[T any](ctx context.Context, c *connection, query string, do func(driver.Stmt) (T, error)) (T, error) {
	c.latest = ctx
	first, err := runOnce(ctx, c, query, do)
	if !outdated(err) {
		return first, err
	}
	if known, ok := c.prepared[query]; ok {
		c.forget(known)
	}
	if second, again := runOnce(ctx, c, query, do); again == nil {
		return second, nil
	}
	return first, err
}

func runOnce[T any](ctx context.Context, c *connection, query string, do func(driver.Stmt) (T, error)) (T, error) {
	s, err := c.prepare(ctx, query)
	if err != nil {
		var none T
		return none, err
	}
	return do(s)
}

func (c *connection) prepare(ctx context.Context, query string) (driver.Stmt, error) {
	if known, ok := c.prepared[query]; ok {
		c.used.MoveToFront(known)
		return known.Value.(*statement).Stmt, nil
	}
	if c.used.Len() == keptStatements {
		c.forget(c.used.Back())
	}
	s, err := c.PrepareContext(ctx, query)
	if err != nil {
		return nil, err
	}
	c.prepared[query] = c.used.PushFront(&statement{s, query})
	return s, nil
}

// forget needs no answer from the server: where it does not know the statement any more, there is nothing to close.
func (c *connection) forget(known *list.Element) {
	forgotten := c.used.Remove(known).(*statement)
	delete(c.prepared, forgotten.query)
	_ = forgotten.Close()
}

func (c *connection) ResetSession(ctx context.Context) error {
	c.latest = nil
	return c.pqConnection.ResetSession(ctx)
}

// IsValid takes a connection whose last statement was cancelled out of use: the cancellation may arrive late and would
// end another's statement.
func (c *connection) IsValid() bool {
	return c.pqConnection.IsValid() && (c.latest == nil || c.latest.Err() == nil)
}

// outdated: a migration has changed what the statement gives, or the server does not know it (any more).
func outdated(err error) bool {
	var e *pq.Error
	return errors.As(err, &e) && (e.Code == pqerror.InvalidSQLStatementName ||
		e.Code == pqerror.FeatureNotSupported && e.Routine == "RevalidateCachedQuery")
}
