package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

// describeOne builds a program of two modules and gives its bill.
func describeOne(t *testing.T) (program string, text []byte) {
	t.Helper()
	program = filepath.Join(t.TempDir(), "program")
	build := exec.CommandContext(t.Context(), "go", "build", "-o", program, "github.com/rogpeppe/go-internal/cmd/txtar-c")
	if output, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, output)
	}
	if err := run([]string{"v1.2.0", program}); err != nil {
		t.Fatal(err)
	}
	text, err := os.ReadFile(program + ".cdx.json")
	if err != nil {
		t.Fatal(err)
	}
	return program, text
}

// theSchema gives the schema of CycloneDX, whose parts refer to each other by their
// addresses.
func theSchema(t *testing.T) *jsonschema.Schema {
	t.Helper()
	const address = "http://cyclonedx.org/schema/"
	compiler := jsonschema.NewCompiler()
	for _, name := range []string{"bom-1.6.schema.json", "jsf-0.82.schema.json", "spdx.schema.json"} {
		text, err := os.ReadFile(filepath.Join("testdata", "schema", name))
		if err != nil {
			t.Fatal(err)
		}
		value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiler.AddResource(address+name, value); err != nil {
			t.Fatal(err)
		}
	}
	schema, err := compiler.Compile(address + "bom-1.6.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func TestABillHoldsToTheSchemaOfCycloneDX(t *testing.T) {
	t.Parallel()
	schema := theSchema(t)
	_, text := describeOne(t)
	value, err := jsonschema.UnmarshalJSON(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(value); err != nil {
		t.Errorf("%#v\n%s", err, text)
	}
	value.(map[string]any)["metadata"].(map[string]any)["component"].(map[string]any)["type"] = "programme"
	if schema.Validate(value) == nil {
		t.Error("the schema takes a component of a type that there is not")
	}
}

// What is listed is what the go command says that the program was built of.
func TestABillListsTheModulesOfTheProgram(t *testing.T) {
	t.Parallel()
	program, text := describeOne(t)
	output, err := exec.CommandContext(t.Context(), "go", "version", "-m", "-json", program).Output()
	if err != nil {
		t.Fatal(err)
	}
	var info debug.BuildInfo
	if err := json.Unmarshal(output, &info); err != nil {
		t.Fatal(err)
	}
	if len(info.Deps) == 0 {
		t.Fatal("the program was built of no modules")
	}
	want := []string{"pkg:golang/std@" + strings.TrimPrefix(info.GoVersion, "go")}
	for _, m := range info.Deps {
		want = append(want, "pkg:golang/"+m.Path+"@"+m.Version)
	}
	var made bill
	if err := json.Unmarshal(text, &made); err != nil {
		t.Fatal(err)
	}
	if got := made.Metadata.Component.PURL; got != "pkg:golang/github.com/rogpeppe/go-internal@v1.2.0" {
		t.Errorf("the program is %s, which is not the version it was released as", got)
	}
	var got []string
	for _, c := range made.Components {
		got = append(got, c.PURL)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("components (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff(want, made.Dependencies[0].DependsOn); diff != "" {
		t.Errorf("dependencies (-want +got):\n%s", diff)
	}
}

func TestABillNamesTheModuleThatTookAnothersPlace(t *testing.T) {
	t.Parallel()
	fork := &debug.Module{Path: "example.org/fork", Version: "v1.0.1", Sum: "h1:x"}
	info := &debug.BuildInfo{GoVersion: "go1.26.8", Deps: []*debug.Module{{Path: "example.org/a", Version: "v1.0.0", Replace: fork}}}
	made, err := newBill("program", [sha256.Size]byte{}, info)
	if err != nil {
		t.Fatal(err)
	}
	if got := made.Components[1].PURL; got != "pkg:golang/example.org/fork@v1.0.1" {
		t.Errorf("the bill names %s", got)
	}
	fork.Sum = ""
	if _, err := newBill("program", [sha256.Size]byte{}, info); err == nil {
		t.Error("a dependency from a folder was taken for a release")
	}
}

func TestWhatIsNoProgramIsRefused(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "notes.txt")
	if err := os.WriteFile(file, []byte("not a program"), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{nil, {"v1.2.0"}, {"v1.2.0", file}, {"v1.2.0", file + ".none"}} {
		if err := run(args); err == nil {
			t.Errorf("run(%q) found nothing wrong", args)
		}
	}
}
