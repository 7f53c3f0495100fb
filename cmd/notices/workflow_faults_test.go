package main

import (
	"fmt"
	"iter"
	"strings"

	"go.yaml.in/yaml/v4"
)

// faults says what a workflow, or a part of one, gives away.
func (w workflow) faults() (list []string) {
	for _, step := range w.steps() {
		list = append(list, stepFaults(step)...)
	}
	jobs := find(w.node, "jobs")
	if jobs == nil {
		return list
	}
	if on := find(w.node, "on"); on != nil {
		if p := find(w.node, "permissions"); p == nil || p.Kind != yaml.MappingNode || len(p.Content) > 0 {
			list = append(list, "the workflow begins with other permissions than none")
		}
		for _, event := range []string{"pull_request_target", "workflow_run", "issue_comment"} {
			if has(on, event) {
				list = append(list, event+" runs what a stranger wrote with our secrets")
			}
		}
	}
	for name, job := range pairs(jobs) {
		list = append(list, w.jobFaults(name, job)...)
	}
	return list
}

func (w workflow) jobFaults(name string, job *yaml.Node) (list []string) {
	p := find(job, "permissions")
	if p == nil || p.Kind != yaml.MappingNode {
		list = append(list, "the job "+name+" names no permissions")
	}
	if find(job, "timeout-minutes") == nil {
		list = append(list, "the job "+name+" has no time limit")
	}
	if on := find(w.node, "on"); on == nil || !has(on, "pull_request") {
		return list
	}
	for what, level := range pairs(p) {
		if level.Value != "read" && what != "security-events" {
			list = append(list, fmt.Sprintf("a pull request can get %s: %s", what, level.Value))
		}
	}
	for _, scalar := range scalars(job) {
		if strings.Contains(scalar, "secrets.") {
			list = append(list, "a pull request can get at secrets")
		}
	}
	return list
}

func stepFaults(step *yaml.Node) (list []string) {
	if run := find(step, "run"); run != nil && strings.Contains(run.Value, "${{") {
		list = append(list, "a step puts an expression into a command; hand it over in env")
	}
	use := find(step, "uses")
	if use == nil {
		return list
	}
	if !pinned.MatchString(use.Value) {
		list = append(list, use.Value+" is not at a commit")
	}
	if !releaseTold.MatchString(use.LineComment) {
		list = append(list, use.Value+" says no release behind it")
	}
	action, _, _ := strings.Cut(use.Value, "@")
	kept, cache := find(step, "with", "persist-credentials"), find(step, "with", "cache")
	switch {
	case action == "actions/checkout" && (kept == nil || kept.Value != "false"):
		list = append(list, "actions/checkout leaves the token behind")
	case action == "actions/setup-go" && (cache == nil || cache.Value != "false"), strings.HasPrefix(action, "actions/cache"):
		list = append(list, action+" takes a cache that others can write to")
	}
	return list
}

// steps are those of all jobs, or of the part of a job that is shown.
func (w workflow) steps() (list []*yaml.Node) {
	if w.node.Kind == yaml.SequenceNode {
		return w.node.Content
	}
	list = append(steps(w.node), steps(find(w.node, "runs"))...) // of an action, those are in runs
	for _, job := range pairs(find(w.node, "jobs")) {
		list = append(list, steps(job)...)
	}
	return list
}

func steps(job *yaml.Node) []*yaml.Node {
	if list := find(job, "steps"); list != nil {
		return list.Content
	}
	return nil
}

// find gives what stands below a chain of keys; nil when it is not there.
func find(node *yaml.Node, keys ...string) *yaml.Node {
	for _, want := range keys {
		var below *yaml.Node
		for key, value := range pairs(node) {
			if key == want {
				below = value
			}
		}
		node = below
	}
	return node
}

// has says whether an event is among those that start a workflow, in whichever of
// the three ways they are written.
func has(on *yaml.Node, event string) bool {
	if on.Value == event || find(on, event) != nil {
		return true
	}
	for _, item := range on.Content {
		if item.Value == event {
			return true
		}
	}
	return false
}

// pairs goes through the keys of a mapping; through nothing when it is none.
func pairs(node *yaml.Node) iter.Seq2[string, *yaml.Node] {
	return func(yield func(string, *yaml.Node) bool) {
		if node == nil || node.Kind != yaml.MappingNode {
			return
		}
		for i := 0; i < len(node.Content); i += 2 {
			if !yield(node.Content[i].Value, node.Content[i+1]) {
				return
			}
		}
	}
}

// scalars are all words within a node.
func scalars(node *yaml.Node) (list []string) {
	if node.Kind == yaml.ScalarNode {
		return []string{node.Value}
	}
	for _, child := range node.Content {
		list = append(list, scalars(child)...)
	}
	return list
}
