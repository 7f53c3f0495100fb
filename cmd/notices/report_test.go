package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	"notices.example/site/browsertest"
)

// reported gives a report on the content of a folder.
func reported(t *testing.T, folder, format string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	args := []string{"check", "--source", folder, "--at", exampleDay, "--report", format, "--rules-url", "https://notices.example/docs/rules"}
	if code := run(t.Context(), args, nothingSet, strings.NewReader(""), &stdout, &stderr); code > exitFindings {
		t.Fatalf("notices %s: exit code %d\n%s", strings.Join(args, " "), code, &stderr)
	}
	return stdout.Bytes()
}

// documents are the example site and the documents as they were found.
func documents(t *testing.T) []string {
	t.Helper()
	found, err := filepath.Glob("../../notices/rules/testdata/asfound/*/content")
	if err != nil || len(found) == 0 {
		t.Fatalf("there are no documents: %v", err)
	}
	folders := []string{"../.."}
	for _, content := range found {
		folders = append(folders, filepath.Dir(content))
	}
	return folders
}

func TestReportsOfRealDocumentsAreAsTheirSchemasSay(t *testing.T) {
	t.Parallel()
	for format, file := range map[string]string{
		"json":  "../../docs/report.schema.json",
		"sarif": "../../notices/report/testdata/schema/sarif-schema-2.1.0.json",
	} {
		compiler := jsonschema.NewCompiler()
		compiler.AssertFormat() // addresses have to be addresses
		schema, err := compiler.Compile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, folder := range documents(t) {
			value, err := jsonschema.UnmarshalJSON(bytes.NewReader(reported(t, folder, format)))
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(value); err != nil {
				t.Errorf("%s of %s: %v", format, folder, err)
			}
		}
	}
}

// GitHub's code scanning takes no more of a rule.
func TestDeclaredRulesFitIntoCodeScanning(t *testing.T) {
	t.Parallel()
	const most = 1024 // characters of a description
	seen := map[string]bool{}
	for _, doc := range everyRule() {
		if len(doc.Why) > most || len(doc.Title) > most {
			t.Errorf("%s: a description has more than %d bytes", doc.ID, most)
		}
		if seen[doc.ID] {
			t.Errorf("%s is declared twice", doc.ID)
		}
		seen[doc.ID] = true
	}
}

// matrixOf writes the page of the example's matrix to a folder of its own.
func matrixOf(t *testing.T) (dir string) {
	t.Helper()
	dir = t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "matrix.html"), reported(t, "../..", "html"), 0o644); err != nil {
		t.Fatal(err)
	}
	return dir
}

func TestThePageOfTheMatrixIsValidHTML(t *testing.T) {
	t.Parallel()
	for _, fault := range browsertest.MarkupFaults(t, matrixOf(t)) {
		t.Error(fault)
	}
}

func TestThePageOfTheMatrixInABrowser(t *testing.T) {
	t.Parallel()
	dir := matrixOf(t)
	browsertest.Audit(t, browsertest.Open(t), browsertest.FileURL(t, dir, "matrix.html"))
}
