package main

import (
	"os"
	"syscall"
)

// mostMemory is the most memory that a process that ended had in use, in bytes.
func mostMemory(p *os.ProcessState) int64 {
	if usage, ok := p.SysUsage().(*syscall.Rusage); ok {
		return int64(usage.Maxrss) << 10
	}
	return 0
}
