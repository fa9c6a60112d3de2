// Package contract is the server side of api/openapi.yaml: types, routes and the strict server's interface.
// Everything but this file is generated; the types are also the capabilities' own vocabulary of data.
package contract

//go:generate go tool -modfile=../../scripts/tools/go.mod oapi-codegen -config oapi-codegen.yaml ../../api/openapi.yaml
