//go:build !linux

package private

import "os/exec"

// startBoundToUs starts command and calls ended from a goroutine to wait for it. Here PostgreSQL outlives a killed
// program; the next start stops it.
func startBoundToUs(command *exec.Cmd, ended func()) error {
	if err := command.Start(); err != nil {
		return err
	}
	go ended()
	return nil
}
