package reading

import (
	"os"
	"os/exec"
	"runtime"
	"testing"
)

const (
	hungryChild = "hungry-child"
	hungryLimit = 256 << 20 // bytes
)

// beHungry takes twice what it has allowed itself.
func beHungry() {
	if limitMemory(hungryLimit) != nil {
		return
	}
	var held [][]byte
	for taken := 0; taken < 2*hungryLimit; taken += 8 << 20 {
		held = append(held, make([]byte, 8<<20))
	}
	runtime.KeepAlive(held)
}

func TestMemoryIsLimited(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the kernel's limit is Linux's")
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	if exec.Command(program, hungryChild).Run() == nil {
		t.Error("a process took twice the memory it was allowed")
	}
}
