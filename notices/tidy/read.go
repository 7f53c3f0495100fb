package tidy

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"
)

// maxDepth is how many levels of indentation or brackets are read: as many as load
// reads.
const maxDepth = 20

// breaks makes spaces of what the YAML library takes for line ends and nobody else
// does, so that its lines are ours.
var breaks = strings.NewReplacer("\u0085", " ", "\u2028", " ", "\u2029", " ")

// read reads lines of YAML into a node; nil when nothing is written. A panic of the
// library is an error like any other: the author's text brought it about.
func read(lines []string) (root *yaml.Node, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("read YAML: %v", p)
		}
	}()
	l, err := yaml.NewLoader(strings.NewReader(breaks.Replace(strings.Join(lines, "\n"))), yaml.WithPlugin(loaderlimits.New(loaderlimits.DepthValue(maxDepth))))
	if err != nil {
		return nil, fmt.Errorf("read YAML: %w", err)
	}
	var docs []*yaml.Node
	for {
		var n yaml.Node
		if err := l.Load(&n); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("read YAML: %w", err)
		}
		if docs = append(docs, &n); len(docs) > 1 {
			return nil, errors.New("there are two sets of facts in it")
		}
	}
	if len(docs) == 0 || len(docs[0].Content) == 0 {
		return nil, nil
	}
	if !plain(docs[0].Content[0]) {
		return nil, errors.New("it uses anchors, aliases or tags, which content may not")
	}
	return docs[0].Content[0], nil
}

// plain reports whether a node is written out: nothing in it stands for something
// else.
func plain(n *yaml.Node) bool {
	if n.Kind == yaml.AliasNode || n.Anchor != "" || n.Style&yaml.TaggedStyle != 0 {
		return false
	}
	return !slices.ContainsFunc(n.Content, func(c *yaml.Node) bool { return !plain(c) })
}

// same reports whether two nodes say the same: groups may have their keys in another
// order.
func same(a, b *yaml.Node) bool {
	if b == nil || a.Kind != b.Kind || a.Value != b.Value || len(a.Content) != len(b.Content) || kindOfText(a) != kindOfText(b) {
		return false
	}
	if a.Kind != yaml.MappingNode {
		return slices.EqualFunc(a.Content, b.Content, same)
	}
	left := slices.Clone(b.Content)
	for i := 0; i+1 < len(a.Content); i += 2 {
		at := 0
		for at < len(left) && !same(a.Content[i], left[at]) {
			at += 2
		}
		if at >= len(left) || !same(a.Content[i+1], left[at+1]) {
			return false
		}
		left = slices.Delete(left, at, at+2)
	}
	return true
}

// kindOfText tells a text that YAML takes for a text from nothing, a number and the
// like. A day counts as a text: it is one to us, with quotes and without.
func kindOfText(n *yaml.Node) string {
	if n.Tag == "!!timestamp" {
		return "!!str"
	}
	return n.Tag
}
