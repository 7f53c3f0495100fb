//go:build race

package main

// The race detector takes many times the memory.
const heavier = 8
