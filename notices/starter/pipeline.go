package starter

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// Pipeline is what checks and publishes a site where its files are kept.
type Pipeline struct {
	Kind    string // one of Pipelines
	Program string // the address from which the program is fetched; a placeholder when empty
	Sum     string // its SHA-256, in hexadecimal; a placeholder when empty
}

// Pipelines are the kinds that there are files for.
var Pipelines = []string{"github", "gitlab", "pre-commit"}

// Placeholders stand where the address and the sum of the program belong. A pipeline
// with them fails at its first step, and says so.
const (
	placeProgram = "https://downloads.anytown.example/notices_linux_amd64"
	placeSum     = "0000000000000000000000000000000000000000000000000000000000000000"
)

// pipelineFiles says where the files of a kind belong in a site.
var pipelineFiles = map[string][]struct{ file, path string }{
	"github":     {{"github-check.yml", ".github/workflows/notices-check.yml"}, {"github-publish.yml", ".github/workflows/notices-publish.yml"}},
	"gitlab":     {{"gitlab.yml", ".gitlab-ci.yml"}},
	"pre-commit": {{"pre-commit.yaml", ".pre-commit-config.yaml"}},
}

// Files gives the files of a pipeline. It is an error when there is no such kind.
func (p Pipeline) Files() ([]File, error) {
	if !slices.Contains(Pipelines, p.Kind) {
		return nil, fmt.Errorf("there is no pipeline of the kind %q", p.Kind)
	}
	var list []File
	for _, f := range pipelineFiles[p.Kind] {
		text, err := files.ReadFile("files/pipelines/" + f.file)
		if err != nil {
			return nil, fmt.Errorf("read a starter file: %w", err)
		}
		filled := strings.NewReplacer("PROGRAM_ADDRESS", cmp.Or(p.Program, placeProgram), "PROGRAM_SUM", cmp.Or(p.Sum, placeSum)).Replace(string(text))
		list = append(list, File{Path: f.path, Text: filled})
	}
	return list, nil
}

// Filled reports whether nothing is left to be filled in.
func (p Pipeline) Filled() bool {
	return p.Kind == "pre-commit" || p.Program != "" && p.Sum != "" && p.Kind != "gitlab"
}
