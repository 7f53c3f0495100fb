package site

import (
	"fmt"
	"slices"
	"text/template/parse"

	"notices.example/notices"
)

// size gives how many nodes a list has that are executed once at most, itself
// counted: those that a repetition in it repeats count there.
func size(list *parse.ListNode) int {
	if list == nil {
		return 1
	}
	nodes := 1
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.IfNode:
			nodes += sizeOfBranch(&n.BranchNode)
		case *parse.WithNode:
			nodes += sizeOfBranch(&n.BranchNode)
		case *parse.RangeNode:
			nodes += sizeOfPipe(n.Pipe) + size(n.ElseList)
		case *parse.ActionNode:
			nodes += sizeOfPipe(n.Pipe)
		case *parse.TemplateNode:
			nodes += sizeOfPipe(n.Pipe)
		default:
			nodes++
		}
	}
	return nodes
}

func sizeOfBranch(n *parse.BranchNode) int {
	return sizeOfPipe(n.Pipe) + size(n.List) + size(n.ElseList)
}

// sizeOfPipe counts the commands of a pipeline and what they are given, in brackets
// too.
func sizeOfPipe(p *parse.PipeNode) int {
	nodes := 1
	if p == nil {
		return nodes
	}
	for _, c := range p.Cmds {
		for _, arg := range c.Args {
			if inner, is := arg.(*parse.PipeNode); is {
				nodes += sizeOfPipe(inner)
			} else {
				nodes++
			}
		}
	}
	return nodes
}

// deep reports the site's own templates in which too many repetitions stand within
// each other, whether in one template or in those that it calls: html/template would
// look at what is in them twice as often with each.
func (t *templates) deep() (findings []notices.Finding) {
	d := depths{templates: t, known: map[string]int{}}
	for _, one := range t.all.Templates() {
		if one.Tree == nil || !slices.Contains(t.own, one.Tree.ParseName) || d.of(one.Name()) <= maxDepth {
			continue
		}
		f, _ := t.mistake(fmt.Errorf("template: %s:1: %w", one.Tree.ParseName, errDeep), one.Tree.ParseName)
		if !slices.ContainsFunc(findings, func(g notices.Finding) bool { return g.Pos == f.Pos }) {
			findings = append(findings, f)
		}
	}
	return findings
}

// depths is how many repetitions stand within each other in each template.
type depths struct {
	*templates
	known map[string]int // a template that is looked at counts as 0, so that a circle ends
}

func (d depths) of(name string) int {
	if depth, known := d.known[name]; known {
		return depth
	}
	d.known[name] = 0
	if one := d.all.Lookup(name); one != nil && one.Tree != nil && slices.Contains(d.own, one.Tree.ParseName) {
		d.known[name] = d.in(one.Tree.Root)
	}
	return d.known[name]
}

func (d depths) in(list *parse.ListNode) (most int) {
	if list == nil {
		return 0
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.IfNode:
			most = max(most, d.in(n.List), d.in(n.ElseList))
		case *parse.WithNode:
			most = max(most, d.in(n.List), d.in(n.ElseList))
		case *parse.RangeNode:
			most = max(most, 1+d.in(n.List), d.in(n.ElseList))
		case *parse.TemplateNode:
			most = max(most, d.of(n.Name))
		}
	}
	return most
}
