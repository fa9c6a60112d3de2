package reading

import "syscall"

// limitMemory lets the kernel refuse the process more memory than this. It limits the data segment, since a Go program
// reserves far more addresses than it ever uses.
func limitMemory(bytes uint64) error {
	return syscall.Setrlimit(syscall.RLIMIT_DATA, &syscall.Rlimit{Cur: bytes, Max: bytes})
}
