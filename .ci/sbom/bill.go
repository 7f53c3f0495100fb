package main

import (
	"crypto/sha256"
	"encoding/hex"
	"runtime/debug"
	"strings"
)

// A bill is a bill of materials, in the words of CycloneDX.
type bill struct {
	Format       string       `json:"bomFormat"`
	Spec         string       `json:"specVersion"`
	Version      int          `json:"version"`
	Metadata     metadata     `json:"metadata"`
	Components   []component  `json:"components"`
	Dependencies []dependency `json:"dependencies"`
}

type metadata struct {
	Component component `json:"component"`
}

type component struct {
	Type       string     `json:"type"`
	Ref        string     `json:"bom-ref"`
	Name       string     `json:"name"`
	Version    string     `json:"version"`
	Hashes     []hash     `json:"hashes,omitempty"`
	PURL       string     `json:"purl"`
	Properties []property `json:"properties,omitempty"`
}

type hash struct {
	Algorithm string `json:"alg"`
	Content   string `json:"content"`
}

type property struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

type dependency struct {
	Ref       string   `json:"ref"`
	DependsOn []string `json:"dependsOn"`
}

// newBill gives the bill of the program with that file name and SHA-256. All modules
// are listed as what the program depends on: what a program was built of does not
// say which module asked for which.
func newBill(file string, sum [sha256.Size]byte, info *debug.BuildInfo) (bill, error) {
	list, err := modules(info)
	if err != nil {
		return bill{}, err
	}
	program := component{
		Type: "application", Ref: file, Name: file, Version: info.Main.Version,
		Hashes: []hash{{"SHA-256", hex.EncodeToString(sum[:])}},
		PURL:   purl(info.Main), Properties: settings(info),
	}
	made := bill{Format: "CycloneDX", Spec: "1.6", Version: 1, Metadata: metadata{program}}
	needs := dependency{Ref: program.Ref}
	for _, m := range list {
		made.Components = append(made.Components, library(m))
		needs.DependsOn = append(needs.DependsOn, purl(m))
	}
	made.Dependencies = []dependency{needs}
	return made, nil
}

func library(m debug.Module) component {
	c := component{Type: "library", Ref: purl(m), Name: m.Path, Version: m.Version, PURL: purl(m)}
	if m.Sum != "" {
		c.Properties = []property{{"go:sum", m.Sum}}
	}
	return c
}

// settings tell how the program was built, so that somebody else can do it again.
func settings(info *debug.BuildInfo) []property {
	list := []property{{"go:version", info.GoVersion}}
	for _, s := range info.Settings {
		list = append(list, property{"go:build:" + s.Key, s.Value})
	}
	return list
}

// purl gives the address of a module among all packages of all languages.
func purl(m debug.Module) string {
	version := strings.NewReplacer("(", "%28", ")", "%29", "+", "%2B").Replace(m.Version)
	return "pkg:golang/" + m.Path + "@" + version
}
