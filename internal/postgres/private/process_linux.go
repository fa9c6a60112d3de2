package private

import (
	"os/exec"
	"runtime"
	"syscall"
)

// startBoundToUs starts command so that PostgreSQL makes its fast shutdown when this program is killed, and calls ended
// from a goroutine to wait for it. Linux sends the signal when the thread ends that started the command, so the goroutine
// keeps its thread.
func startBoundToUs(command *exec.Cmd, ended func()) error {
	command.SysProcAttr.Pdeathsig = syscall.SIGINT
	started := make(chan error)
	go func() {
		runtime.LockOSThread()
		err := command.Start()
		started <- err
		if err == nil {
			ended()
		}
	}()
	return <-started
}
