//go:build unix

package main

import "syscall"

func setUmask(mask int) { syscall.Umask(mask) }
