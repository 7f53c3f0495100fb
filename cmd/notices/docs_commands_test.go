package main

import (
	"errors"
	"regexp"
	"strings"
	"testing"
)

var (
	// blockShown is a block of commands, or of what is seen at a terminal.
	blockShown = regexp.MustCompile("(?ms)^```(?:sh|console|powershell|yaml)?[^\n`]*\n(.*?)^```$")
	// typed is a line that calls the program, behind what may stand before it.
	typed = regexp.MustCompile(`^(?:\s*(?:\$|PS [^>]*>|- run:|-|if|[A-Z_]+=\S+)\s+)*(?:\.[/\\]|bin/)?notices(?:\.exe)? +(.*)$`)
	// inSentence is a call of the program within a sentence.
	inSentence = regexp.MustCompile("`(?:\\.\\\\)?notices(?:\\.exe)? ([^`\n]+)`")
)

// Whoever copies a call of the program from a document has one that the program knows:
// the command is there, and has these flags.
func TestCommandsInTheDocumentsAreThere(t *testing.T) {
	t.Parallel()
	calls := 0
	for name, text := range guideTexts(t) {
		if name == "CHANGELOG.md" {
			continue // it tells of what was, too
		}
		for _, call := range callsShown(text) {
			calls++
			if err := callFault(call); err != nil {
				t.Errorf("%s: notices %s: %v", name, call, err)
			}
		}
	}
	if calls < 130 {
		t.Errorf("only %d calls were found", calls)
	}
}

func TestCommandsThatAreNotThereAreFound(t *testing.T) {
	t.Parallel()
	for call, want := range map[string]string{
		"chek":                               "no command",
		"check --matriks":                    "unknown flag",
		"serve --port x":                     "invalid argument",
		`new "Council tax" --file a`:         "",
		"check --matrix > matrix.txt":        "",
		"build | cat --number":               "",
		`baseline --by "Data officer" # why`: "",
		"import record ropa.xlsx":            "",
		"import nothing":                     "no command",
	} {
		if err := callFault(call); (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", call, err, want)
		}
	}
	shown := callsShown("Run `notices check` now.\n\n```\nnotices baseline \\\n  --by x\n```\n\n```console\n$ notices build\nnotices: said\n```\n")
	if got := strings.Join(shown, " | "); got != "check | baseline --by x | build" {
		t.Errorf("found %s", got)
	}
}

// callsShown are the calls of the program in a document, without its name.
func callsShown(text string) (calls []string) {
	for _, m := range inSentence.FindAllStringSubmatch(fenced.ReplaceAllString(text, ""), -1) {
		calls = append(calls, m[1])
	}
	for _, block := range blockShown.FindAllStringSubmatch(text, -1) {
		for line := range strings.Lines(strings.ReplaceAll(block[1], "\\\n", " ")) {
			if m := typed.FindStringSubmatch(strings.TrimRight(line, "\n")); m != nil {
				calls = append(calls, strings.Join(strings.Fields(m[1]), " "))
			}
		}
	}
	return calls
}

// callFault says why the program would not take a call.
func callFault(call string) error {
	root := newRoot(today, nothingSet)
	root.InitDefaultCompletionCmd()
	root.InitDefaultHelpFlag()
	root.InitDefaultVersionFlag()
	cmd, rest, err := root.Find(words(call))
	flag := len(rest) > 0 && strings.HasPrefix(rest[0], "-")
	if err != nil || !flag && (!cmd.HasParent() || cmd.HasSubCommands() && len(rest) > 0) {
		return errors.New("there is no command of this name")
	}
	cmd.InitDefaultHelpFlag()
	return cmd.ParseFlags(rest)
}

// words parts a call as a shell does, up to where another program takes over. What is
// left out is written as a dot or three.
func words(call string) (list []string) {
	var word strings.Builder
	quote, begun := rune(0), false
	end := func() {
		if begun {
			list = append(list, word.String())
		}
		word.Reset()
		begun = false
	}
	for _, r := range call {
		switch {
		case r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '"' || r == '\'':
			quote, begun = r, true
		case strings.ContainsRune("|>;&#", r) && !begun:
			return list
		case r == ' ':
			end()
		default:
			begun = true
			word.WriteRune(r)
		}
	}
	end()
	return list
}
