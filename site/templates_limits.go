package site

import (
	"errors"
	"fmt"
	"html/template"
	"regexp"
	"slices"
	"strings"
	"text/template/parse"

	"notices.example/site/press"
)

// The limits of the site's own templates. A template cannot be stopped from
// outside, so it stops itself: what repeats, and what is called, counts its steps.
// They are far above what a page needs, and the same on every machine.
const (
	maxSteps = 4_000_000 // what repetitions and calls of templates do for one page, node by node: about a second
	ownNodes = 5         // what a repetition or call takes besides the nodes in it
	maxDepth = 8         // repetitions within each other: html/template looks at what is in one twice
	maxCalls = 200       // templates that call one another
	maxPut   = 1 << 20   // bytes of one text that a template puts together
	maxPuts  = 64 << 20  // bytes of all such texts for one page
	maxVerbs = 20        // places to fill in one text
)

var (
	errEndless = fmt.Errorf("it repeats something, in more than %d steps for one page, so perhaps without an end", maxSteps)
	errDeep    = fmt.Errorf("more than %d repetitions stand within each other here", maxDepth)
	errCircle  = fmt.Errorf("more than %d templates call one another here, so perhaps in a circle", maxCalls)
	errPut     = errors.New("the texts that are put together here are too long for a page")
	errForm    = fmt.Errorf("the form of a text has more than %d places to fill, or a width of more than three digits", maxVerbs)
)

// allowance is what the site's own templates may still do for the page that
// html/template makes. It is for one page at a time. Layouts that are compiled count for
// themselves, by the same steps and calls.
type allowance struct {
	steps, calls, puts int
}

// renew grants a new page all that a page may have.
func (a *allowance) renew() { *a = allowance{} }

// used reports whether a page used up its steps: no other page is tried then, as
// each would take as long.
func (a *allowance) used() bool { return a.steps > maxSteps }

// step counts what one repetition does: so many nodes.
func (a *allowance) step(nodes int) (bool, error) {
	if a.steps += nodes; a.used() {
		return false, errEndless
	}
	return false, nil
}

// enter counts a call of a template of so many nodes.
func (a *allowance) enter(nodes int) (bool, error) {
	if a.calls++; a.calls > maxCalls {
		return false, errCircle
	}
	return a.step(nodes)
}

// leave is the end of a template.
func (a *allowance) leave() bool {
	a.calls--
	return false
}

// counters are the functions that count. No template can name them itself: they are
// made known when all templates have been read.
func (a *allowance) counters() template.FuncMap {
	return template.FuncMap{press.StepName: a.step, press.EnterName: a.enter, press.LeaveName: a.leave}
}

// texts are the standard functions that put texts together, which could fill the
// machine's memory.
func (a *allowance) texts() template.FuncMap {
	short := func(f func(...any) string) func(...any) (string, error) {
		return func(args ...any) (string, error) { return a.put(f, args) }
	}
	return template.FuncMap{
		"print": short(fmt.Sprint), "println": short(fmt.Sprintln), "printf": a.printf,
		"html": short(template.HTMLEscaper), "js": short(template.JSEscaper), "urlquery": short(template.URLQueryEscaper),
	}
}

// put makes a text of others, when it is not too long.
func (a *allowance) put(f func(...any) string, args []any) (string, error) {
	length := 0
	for _, arg := range args {
		if s, ok := arg.(string); ok {
			length += len(s)
		}
	}
	if length > maxPut {
		return "", errPut
	}
	text := f(args...)
	if a.puts += len(text); len(text) > maxPut || a.puts > maxPuts {
		return "", errPut
	}
	return text, nil
}

// wideForm is a width or precision that would make a long text of a short one, or
// is given as a value.
var wideForm = regexp.MustCompile(`[0-9]{4}|%[^%a-zA-Z]*\*`)

func (a *allowance) printf(form string, args ...any) (string, error) {
	if strings.Count(form, "%") > maxVerbs || wideForm.MatchString(form) {
		return "", errForm
	}
	return a.put(func(args ...any) string { return fmt.Sprintf(form, args...) }, args)
}

// limit makes the templates of the site's own files count what they do. It comes
// after they have been checked, and before the first page is made.
func (t *templates) limit(sources map[string][]byte) error {
	counters := t.allowance.counters()
	t.all.Funcs(counters)
	for _, one := range t.all.Templates() {
		if one.Tree == nil || one.Tree.Root == nil || !slices.Contains(t.own, one.Tree.ParseName) {
			continue
		}
		c := counting{file: one.Tree.ParseName, source: sources[one.Tree.ParseName], functions: counters}
		nodes := ownNodes + size(one.Tree.Root)
		c.repetitions(one.Tree.Root)
		c.before(one.Tree.Root, fmt.Sprint(press.EnterName, " ", nodes), one.Tree.Root.Pos)
		c.after(one.Tree.Root, press.LeaveName)
		if c.err != nil {
			return fmt.Errorf("limit the template %s: %w", c.file, c.err)
		}
	}
	return nil
}

// counting puts calls of the functions that count into a template.
type counting struct {
	file      string
	source    []byte
	functions template.FuncMap
	err       error
}

// repetitions makes whatever repeats count how often.
func (c *counting) repetitions(list *parse.ListNode) {
	if list == nil {
		return
	}
	for _, n := range list.Nodes {
		switch n := n.(type) {
		case *parse.IfNode:
			c.branches(&n.BranchNode)
		case *parse.WithNode:
			c.branches(&n.BranchNode)
		case *parse.RangeNode:
			nodes := ownNodes + size(n.List)
			c.branches(&n.BranchNode)
			c.before(n.List, fmt.Sprint(press.StepName, " ", nodes), n.Pos)
		}
	}
}

func (c *counting) branches(n *parse.BranchNode) {
	c.repetitions(n.List)
	c.repetitions(n.ElseList)
}

func (c *counting) before(list *parse.ListNode, call string, pos parse.Pos) {
	list.Nodes = append(c.call(call, pos), list.Nodes...)
}

func (c *counting) after(list *parse.ListNode, name string) {
	list.Nodes = append(list.Nodes, c.call(name, list.Pos)...)
}

// call gives a call that writes nothing, whatever stands around it, as a template
// whose mistakes are reported at a place in the file.
func (c *counting) call(call string, pos parse.Pos) []parse.Node {
	const lead = "{{if "
	before := c.source[:max(min(int(pos), len(c.source))-len(lead), 0)]
	blank := regexp.MustCompile(`[^\n]`).ReplaceAll(before, []byte(" "))
	trees, err := parse.Parse(c.file, string(blank)+lead+call+"}}{{end}}", "", "", c.functions)
	if err != nil {
		c.err = errors.Join(c.err, err)
		return nil
	}
	nodes := trees[c.file].Root.Nodes
	return nodes[len(nodes)-1:]
}
