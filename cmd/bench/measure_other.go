//go:build !linux

package main

import "os"

func peak(*os.ProcessState) int64 { return 0 }

func fileSystem(string) string { return "an unknown file system" }
