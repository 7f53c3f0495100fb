package main

import (
	"fmt"
	"maps"
	"runtime"
	"slices"
	"strings"
)

// open opens the browser. It gets the address as one word of its own: no shell is
// in between that could understand something else.
func (p *showing) open(address string) {
	program := browsers[runtime.GOOS]
	if program == nil {
		program = []string{"xdg-open"}
	}
	if err := p.start(program[0], append(program[1:len(program):len(program)], address)...); err != nil {
		_ = p.say("The browser could not be opened. Open the address yourself.\n") // the next line will tell if nothing can be said
	}
}

// browsers are the programs that open the browser, by operating system.
var browsers = map[string][]string{
	"darwin":  {"open"},
	"windows": {"rundll32", "url.dll,FileProtocolHandler"},
}

// editors are the links that open a file in an editor, by the editor's name.
var editors = map[string]string{
	"vscode":          "vscode://file/{path}:{line}:{column}",
	"vscode-insiders": "vscode-insiders://file/{path}:{line}:{column}",
	"vscodium":        "vscodium://file/{path}:{line}:{column}",
	"cursor":          "cursor://file/{path}:{line}:{column}",
	"zed":             "zed://file/{path}:{line}:{column}",
	"idea":            "idea://open?file=/{path}&line={line}&column={column}",
	"textmate":        "txmt://open?url=file:///{path}&line={line}&column={column}",
	"bbedit":          "bbedit://open?url=file:///{path}&line={line}&column={column}",
}

func editorNames() string { return strings.Join(slices.Sorted(maps.Keys(editors)), ", ") }

// editorLink gives the link for --editor. In the terminal of Visual Studio Code it
// is that editor's when none is named.
func (s *serve) editorLink() (string, error) {
	name := s.editor
	if name == "" && s.getenv("TERM_PROGRAM") == "vscode" {
		name = "vscode"
	}
	link, known := editors[strings.ToLower(name)]
	switch {
	case name == "" || name == "none":
		return "", nil
	case known:
		return link, nil
	case !strings.Contains(name, "{path}"):
		return "", usageError{fmt.Errorf("there is no editor “%s” here%s; name one of %s, or give a link such as vscode://file/{path}:{line}:{column}", name, nearest(name, slices.Sorted(maps.Keys(editors)), ": did you mean “%s”?"), editorNames())}
	}
	return name, nil
}
