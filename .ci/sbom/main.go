// Program sbom writes a bill of materials for each program that it is given: which
// modules it was built of. It takes the version that they are released as and built Go
// programs, reads what `go version -m -json` reads of them, and writes CycloneDX 1.6
// beside each, with .cdx.json behind its name. It reads no clock and no network, so the same program always gives the same
// bytes. It refuses a file that is no Go program, and one that was built from a
// working copy of a dependency, for nobody else could find that again.
//
//	go run ./.ci/sbom v1.2.0 dist/notices_v1.2.0_linux_amd64
package main

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "sbom:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) < 2 {
		return errors.New("name the version, and then the programs to read")
	}
	for _, program := range args[1:] {
		if err := describe(args[0], program); err != nil {
			return err
		}
	}
	return nil
}

// describe writes the bill of one program beside it.
func describe(version, program string) error {
	content, err := os.ReadFile(program)
	if err != nil {
		return err
	}
	info, err := buildinfo.Read(bytes.NewReader(content))
	if err != nil {
		return fmt.Errorf("cannot read what %s was built of: %w", program, err)
	}
	info.Main.Version = version // a release is built outside of version control
	made, err := newBill(filepath.Base(program), sha256.Sum256(content), info)
	if err != nil {
		return fmt.Errorf("%s: %w", program, err)
	}
	text, err := json.MarshalIndent(made, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(program+".cdx.json", append(text, '\n'), 0o644)
}

// modules gives what a program was built of, its replacements in their places, and
// the standard library as a module of its own, for faults are found in that too.
func modules(info *debug.BuildInfo) ([]debug.Module, error) {
	list := []debug.Module{{Path: "std", Version: strings.TrimPrefix(info.GoVersion, "go")}}
	for _, m := range info.Deps {
		if m.Replace != nil {
			m = m.Replace
		}
		if m.Version == "" || m.Sum == "" {
			return nil, fmt.Errorf("the module %s came from a folder, not from a release", m.Path)
		}
		list = append(list, *m)
	}
	return list, nil
}
