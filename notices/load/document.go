package load

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

const (
	maxDepth   = 20     // levels of indentation or brackets
	maxNodes   = 20_000 // keys and values of one file
	maxRepairs = 20     // faults of form reported in one file
)

// parse reads the file's YAML into a node, or reports why it cannot be read.
// The result is nil when nothing is written.
func (f *file) parse() *yaml.Node {
	if len(f.matter.yaml) > maxMatter {
		f.fatal(ruleFileTooLarge, f.at(f.matter.first, 1, 0), fmt.Sprintf("The facts of this file are larger than %d KB.", maxMatter>>10), "Split it into several notices.")
		return nil
	}
	if root, ok := f.plain(); ok {
		return root
	}
	docs, err := f.parseRepairing()
	if err != nil || f.broken {
		return nil
	}
	if len(docs) > 1 {
		f.fatal(ruleYAMLFeature, f.at(docs[1].Line, 1, 3), "A file holds one set of facts, but a second one begins here.", "Delete this line, or put what follows into another file.")
		return nil
	}
	if len(docs) == 0 || len(docs[0].Content) == 0 {
		return nil
	}
	f.refuse(docs[0].Content[0], new(int))
	return docs[0].Content[0]
}

// plain reads the file's YAML if it is as plain as that of nearly every file.
func (f *file) plain() (*yaml.Node, bool) {
	lines, nodes := f.matter.lines, &f.worker.nodes
	nodes.reset()
	p := plainReader{lines: lines, typed: f.matter.typed, number: f.matter.first - 1, nodes: nodes}
	p.cut = !f.isMarkdown() && lines[len(lines)-1] != ""
	return p.read()
}

// parseRepairing reads the YAML. Where it is faulty, the fault is reported and
// put right in memory, and the rest is read, so that an author sees all faults of
// a file at once. A file with a fault is not used: the repair is only a guess.
func (f *file) parseRepairing() ([]*yaml.Node, error) {
	lines := strings.Split(strings.ReplaceAll(lineBreaks.Replace(f.matter.yaml), "\x00", ""), "\n")
	lines = append(make([]string, f.matter.first-1), lines...) // so that the library counts lines as the file does
	lines = f.mend(lines, f.matter.first)
	reached := 0
	for range maxRepairs {
		docs, err := readYAML(strings.Join(lines, "\n"))
		if err == nil {
			return docs, nil
		}
		p := explain(lines, f.matter.first, err)
		if p.line <= reached {
			return nil, err
		}
		f.fatal(p.rule, f.at(p.line, p.col, p.length), p.message, p.fix)
		reached = p.line
		if p.repaired == "" {
			return nil, err
		}
		lines[p.line-1] = p.repaired
	}
	return nil, nil
}

// lineBreaks makes spaces of what the YAML library takes for line ends and
// nobody else does. They have a finding of their own.
var lineBreaks = strings.NewReplacer("\u0085", " ", "\u2028", " ", "\u2029", " ")

// readYAML gives the documents in a text. A panic of the library is an error
// like any other: the author's text brought it about.
func readYAML(text string) (docs []*yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("read YAML: %v", p)
		}
	}()
	l, err := yaml.NewLoader(strings.NewReader(text), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth))))
	if err != nil {
		return nil, fmt.Errorf("read YAML: %w", err)
	}
	for len(docs) < 2 {
		var n yaml.Node
		err := l.Load(&n)
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("read YAML: %w", err)
		}
		docs = append(docs, &n)
	}
	return docs, nil
}

// refuse reports what YAML can do and content may not: anchors, aliases, tags and
// merge keys hide from a reviewer what a value is.
func (f *file) refuse(n *yaml.Node, seen *int) {
	if *seen++; *seen > maxNodes {
		if !f.broken {
			f.fatal(ruleFileTooLarge, f.at(n.Line, n.Column, 0), fmt.Sprintf("This file has more than %d facts.", maxNodes), "Split it into several notices.")
		}
		return
	}
	mark := ""
	switch {
	case n.Kind == yaml.AliasNode:
		mark = "*" + n.Value
	case n.Anchor != "":
		mark = "&" + n.Anchor
	case n.Style&yaml.TaggedStyle != 0 || n.Tag == "!":
		mark = "!"
	case n.Tag == "!!merge" && n.Style == 0:
		mark = "<<"
	}
	if mark != "" {
		message, fix := featureWords(mark)
		f.fatal(ruleYAMLFeature, f.at(n.Line, n.Column, utf8.RuneCountInString(mark)), message, fix)
		return
	}
	for _, c := range n.Content {
		f.refuse(c, seen)
	}
}

func featureWords(mark string) (message, fix string) {
	switch mark[0] {
	case '*', '&':
		return fmt.Sprintf("A value that begins with “%s” is a short cut that is not allowed here.", mark[:1]),
			"Write the value out. If it is a text, put it in quotes."
	case '<':
		return "“<<” takes in values from another place, which is not allowed here.", "Write the values out."
	}
	return "A value that begins with “!” has a special meaning that is not allowed here.", "Delete the mark. If it is part of a text, put the text in quotes."
}
