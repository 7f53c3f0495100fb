package press

import (
	"fmt"
	"html/template"
	"reflect"
	"strconv"
	"text/template/parse"
)

// The names of the functions that count what a template does. They stand in
// conditions that are never met, such as {{if _step 7}}{{end}}, and are counted against
// the limits of the page: StepName for one round of a repetition, of so many steps,
// EnterName for one call of a template, of so many steps, and LeaveName for its end.
const (
	StepName  = "_step"
	EnterName = "_enter"
	LeaveName = "_leave"
)

// Methods are the methods that templates may ask for by name, each as a function of
// any pointer to a value that has it.
type Methods map[string]func(any) bool

// action is what a node of a template does, dot being what it is about.
type action func(p *page, dot reflect.Value)

// part is a template compiled for one type of dot.
type part struct {
	do    list
	slots int // how many variables it needs
}

// list is what nodes do one after another.
type list []action

func (l list) run(p *page, dot reflect.Value) {
	for _, do := range l {
		do(p, dot)
	}
}

// print prints the template, with variables of its own.
func (t *part) print(p *page, dot reflect.Value) {
	if p.depth++; p.depth > maxDepth {
		stop()
	}
	variables, free := p.variables, p.free
	if len(free) < t.slots {
		p.free = make([]reflect.Value, t.slots+stackSize)
	}
	p.variables, p.free = p.free[:t.slots], p.free[t.slots:]
	p.variables[0] = dot
	t.do.run(p, dot)
	p.variables, p.free = variables, free
	p.depth--
}

// maxDepth is how many templates may call one another, whether they count or not.
const maxDepth = 10_000

// Compile compiles a layout for views of a type, which must be a pointer. The template
// must be escaped, which html/template does when it is first executed. The standard
// functions and, or, not, len, eq and the like must be the standard ones. An error
// says what in the template, or in those that it calls, is not known here.
func Compile(layout *template.Template, view reflect.Type, methods Methods, limits Limits) (l *Layout, err error) {
	c := &compiler{templates: layout, methods: methods, parts: map[partKey]*part{}}
	defer func() {
		if stopped := recover(); stopped != nil {
			unknown, is := stopped.(refusal)
			if !is {
				panic(stopped)
			}
			l, err = nil, fmt.Errorf("compile %s: %w", layout.Name(), unknown.error)
		}
	}()
	if view.Kind() != reflect.Pointer {
		refuse("a view that is no pointer")
	}
	return &Layout{view: view, main: c.part(layout.Name(), view), limits: limits}, nil
}

// compiler compiles a layout with all templates that it calls.
type compiler struct {
	templates *template.Template
	methods   Methods
	parts     map[partKey]*part
	nodes     int
	scope
}

// partKey is a template and what it is about.
type partKey struct {
	name string
	dot  reflect.Type
}

// scope is the template that is compiled.
type scope struct {
	dot       reflect.Type
	variables []variable // those known at this point; the place of one is its number
	slots     int
}

type variable struct {
	name string
	typ  reflect.Type
}

// refusal is what is not known here.
type refusal struct{ error }

func refuse(format string, args ...any) { panic(refusal{fmt.Errorf(format, args...)}) }

// maxNodes is how many nodes one layout may have, with each template counted again for
// each type that it is given.
const maxNodes = 100_000

// part gives a template compiled for a type. A template that calls itself finds
// itself here before it is finished.
func (c *compiler) part(name string, dot reflect.Type) *part {
	key := partKey{name, dot}
	if known := c.parts[key]; known != nil {
		return known
	}
	one := c.templates.Lookup(name)
	if one == nil || one.Tree == nil || one.Tree.Root == nil {
		refuse("no template %s", name)
	}
	made := &part{}
	c.parts[key] = made
	outer := c.scope
	c.scope = scope{dot: dot, variables: []variable{{"$", dot}}, slots: 1}
	made.do = c.list(one.Tree.Root)
	made.slots = c.slots
	c.scope = outer
	return made
}

// list compiles nodes. Variables that they declare are known until its end.
func (c *compiler) list(nodes *parse.ListNode) (l list) {
	if nodes == nil {
		return nil
	}
	known := len(c.variables)
	for _, n := range nodes.Nodes {
		if do := c.node(n); do != nil {
			l = append(l, do)
		}
	}
	c.variables = c.variables[:known]
	return l
}

func (c *compiler) node(n parse.Node) action {
	if c.nodes++; c.nodes > maxNodes {
		refuse("more than %d nodes", maxNodes)
	}
	switch n := n.(type) {
	case *parse.TextNode:
		return writing(n.Text)
	case *parse.ActionNode:
		return c.action(n.Pipe)
	case *parse.IfNode:
		return c.condition(n)
	case *parse.WithNode:
		return c.with(n)
	case *parse.RangeNode:
		return c.repetition(n)
	case *parse.TemplateNode:
		return c.call(n)
	case *parse.CommentNode:
		return nil
	}
	refuse("%s", n)
	return nil
}

func writing(text []byte) action {
	s := string(text)
	return func(p *page, _ reflect.Value) { p.write(s) }
}

// action compiles what shows a value, or gives one to a variable.
func (c *compiler) action(pipe *parse.PipeNode) action {
	if len(pipe.Decl) == 0 {
		return c.show(pipe)
	}
	value := c.pipeline(pipe)
	return func(p *page, dot reflect.Value) { value.get(p, dot) }
}

// declare makes a variable known, and gives its place.
func (c *compiler) declare(v *parse.VariableNode, typ reflect.Type) int {
	c.variables = append(c.variables, variable{v.Ident[0], typ})
	c.slots = max(c.slots, len(c.variables))
	return len(c.variables) - 1
}

// condition compiles {{if}}, and what counts.
func (c *compiler) condition(n *parse.IfNode) action {
	if count := counting(n); count != nil {
		return count
	}
	known := len(c.variables)
	holds := c.held(n.Pipe)
	then, otherwise := c.list(n.List), c.list(n.ElseList)
	c.variables = c.variables[:known]
	return func(p *page, dot reflect.Value) {
		if holds(p, dot) {
			then.run(p, dot)
		} else {
			otherwise.run(p, dot)
		}
	}
}

// counting compiles a condition that counts, or gives nil.
func counting(n *parse.IfNode) action {
	if len(n.Pipe.Cmds) != 1 {
		return nil
	}
	args := n.Pipe.Cmds[0].Args
	name, is := args[0].(*parse.IdentifierNode)
	if !is {
		return nil
	}
	steps := 0
	if len(args) == 2 {
		steps, _ = strconv.Atoi(args[1].String())
	}
	switch name.Ident {
	case StepName:
		return func(p *page, _ reflect.Value) { p.step(steps) }
	case EnterName:
		return func(p *page, _ reflect.Value) { p.enter(steps) }
	case LeaveName:
		return func(p *page, _ reflect.Value) { p.calls-- }
	}
	return nil
}

// with compiles {{with}}: what is in it is about the value, if there is one.
func (c *compiler) with(n *parse.WithNode) action {
	known := len(c.variables)
	value := c.pipeline(n.Pipe)
	there, then, otherwise := truth(value.typ), c.about(value.typ, n.List), c.list(n.ElseList)
	c.variables = c.variables[:known]
	return func(p *page, dot reflect.Value) {
		if v := value.get(p, dot); there(v) {
			then.run(p, v)
		} else {
			otherwise.run(p, dot)
		}
	}
}

// about compiles nodes that are about a value of another type.
func (c *compiler) about(typ reflect.Type, nodes *parse.ListNode) list {
	outer := c.dot
	c.dot = typ
	l := c.list(nodes)
	c.dot = outer
	return l
}

// repetition compiles {{range}} over a list.
func (c *compiler) repetition(n *parse.RangeNode) action {
	value := c.value(n.Pipe)
	names := n.Pipe.Decl
	if value.typ.Kind() != reflect.Slice || n.Pipe.IsAssign || len(names) > 0 && n.ElseList != nil {
		refuse("%s", n.Pipe)
	}
	known := len(c.variables)
	number, element := -1, -1
	if len(names) == 2 {
		number = c.declare(names[0], reflect.TypeFor[int]())
	}
	if len(names) > 0 {
		element = c.declare(names[len(names)-1], value.typ.Elem())
	}
	each := c.about(value.typ.Elem(), n.List)
	c.variables = c.variables[:known]
	otherwise := c.list(n.ElseList)
	return func(p *page, dot reflect.Value) {
		all := value.get(p, dot)
		for i := range all.Len() {
			one := all.Index(i)
			if number >= 0 {
				p.variables[number] = reflect.ValueOf(i)
			}
			if element >= 0 {
				p.variables[element] = one
			}
			each.run(p, one)
		}
		if all.Len() == 0 {
			otherwise.run(p, dot)
		}
	}
}

// call compiles {{template}}.
func (c *compiler) call(n *parse.TemplateNode) action {
	if n.Pipe == nil {
		refuse("%s", n)
	}
	value := c.pipeline(n.Pipe)
	called := c.part(n.Name, value.typ)
	return func(p *page, dot reflect.Value) { called.print(p, value.get(p, dot)) }
}
