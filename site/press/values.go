package press

import (
	"reflect"
	"slices"
	"strconv"
	"text/template/parse"
)

// expression gives a value of a type that is known. Values other than those of the
// basic types are always places in the view, never copies, so that the methods of
// pointers to them can be called.
type expression struct {
	typ reflect.Type // nil when it can only be held to be there or not
	get getter
	met test // nil when it is as true as its value is
}

type (
	getter func(p *page, dot reflect.Value) reflect.Value
	test   func(p *page, dot reflect.Value) bool
)

// told is the expression of a truth value that is worked out.
func told(is test) expression {
	return expression{reflect.TypeFor[bool](), func(p *page, dot reflect.Value) reflect.Value { return reflect.ValueOf(is(p, dot)) }, is}
}

func constant(v any) expression {
	value := reflect.ValueOf(v)
	return expression{typ: value.Type(), get: func(*page, reflect.Value) reflect.Value { return value }}
}

// pipeline compiles a pipeline for its value, which may be given to a variable.
func (c *compiler) pipeline(pipe *parse.PipeNode) expression {
	value := c.value(pipe)
	if len(pipe.Decl) == 0 {
		return value
	}
	slot := c.variableOf(pipe, value.typ)
	return expression{typ: value.typ, get: func(p *page, dot reflect.Value) reflect.Value {
		v := value.get(p, dot)
		p.variables[slot] = v
		return v
	}}
}

// variableOf gives the place of the variable that a pipeline declares, or sets.
func (c *compiler) variableOf(pipe *parse.PipeNode, typ reflect.Type) int {
	if !pipe.IsAssign {
		return c.declare(pipe.Decl[0], typ)
	}
	slot := c.lookUp(pipe.Decl[0].Ident[0])
	if c.variables[slot].typ != typ {
		refuse("a variable of several types: %s", pipe)
	}
	return slot
}

// held compiles a pipeline for whether its value is there.
func (c *compiler) held(pipe *parse.PipeNode) test {
	if len(pipe.Decl) > 0 {
		return c.pipeline(pipe).holds()
	}
	return c.operand(pipe).holds()
}

// value compiles a pipeline of one command.
func (c *compiler) value(pipe *parse.PipeNode) expression {
	e := c.operand(pipe)
	if e.typ == nil {
		refuse("values of several types: %s", pipe)
	}
	return e
}

func (c *compiler) command(n *parse.CommandNode) expression {
	if name, is := n.Args[0].(*parse.IdentifierNode); is {
		return c.function(name.Ident, n.Args[1:])
	}
	if len(n.Args) != 1 {
		refuse("%s", n)
	}
	return c.operand(n.Args[0])
}

// operand compiles what stands by itself or is given to a function.
func (c *compiler) operand(n parse.Node) expression {
	switch n := n.(type) {
	case *parse.DotNode:
		return c.fields(c.dot, ofDot, nil)
	case *parse.FieldNode:
		return c.fields(c.dot, ofDot, n.Ident)
	case *parse.VariableNode:
		slot := c.lookUp(n.Ident[0])
		return c.fields(c.variables[slot].typ, slot, n.Ident[1:])
	case *parse.PipeNode:
		if len(n.Cmds) == 1 {
			return c.command(n.Cmds[0])
		}
	case *parse.StringNode:
		return constant(n.Text)
	case *parse.BoolNode:
		return constant(n.True)
	case *parse.NumberNode:
		if i, err := strconv.Atoi(n.Text); err == nil && n.IsInt && n.Int64 == int64(i) {
			return constant(i)
		}
	}
	refuse("%s", n)
	return expression{}
}

// lookUp gives the place of a variable: of that name, the one declared last.
func (c *compiler) lookUp(name string) int {
	for i, v := range slices.Backward(c.variables) {
		if v.name == name {
			return i
		}
	}
	refuse("no variable %s", name)
	return 0
}

// toPointed stands in a way for what a pointer points to. Other steps of it are the
// numbers of fields.
const toPointed = -1

// fields compiles the way from what a template is about, or from a variable, along
// names of fields. The last name may be that of a method.
func (c *compiler) fields(typ reflect.Type, slot int, names []string) expression {
	var way []int
	for i, name := range names {
		for ; typ.Kind() == reflect.Pointer; typ = typ.Elem() {
			way = append(way, toPointed)
		}
		if method, is := reflect.PointerTo(typ).MethodByName(name); is {
			ask := c.methods[name]
			if ask == nil || i < len(names)-1 || method.Type.NumIn() != 1 || method.Type.NumOut() != 1 || method.Type.Out(0) != reflect.TypeFor[bool]() {
				refuse("the method %s of %s", name, typ)
			}
			owner := from(slot, way)
			return told(func(p *page, dot reflect.Value) bool { return ask(owner(p, dot).Addr().Interface()) })
		}
		way, typ = onward(way, typ, name)
	}
	return expression{typ: typ, get: from(slot, way)}
}

// onward adds the way to a field, which may be one of a value embedded in another.
func onward(way []int, typ reflect.Type, name string) ([]int, reflect.Type) {
	if typ.Kind() != reflect.Struct {
		refuse("%s of %s", name, typ)
	}
	f, is := typ.FieldByName(name)
	if !is || !f.IsExported() {
		refuse("%s of %s", name, typ)
	}
	for _, i := range f.Index {
		if typ.Kind() == reflect.Pointer {
			way, typ = append(way, toPointed), typ.Elem()
		}
		way, typ = append(way, i), typ.Field(i).Type
	}
	return way, typ
}

// from gives what is at the end of a way from dot, or from a variable. Where a pointer
// in it is nil it panics, which ends the page.
func from(slot int, way []int) getter {
	follow := func(v reflect.Value) reflect.Value {
		for _, i := range way {
			if i == toPointed {
				v = v.Elem()
			} else {
				v = v.Field(i)
			}
		}
		return v
	}
	switch {
	case slot != ofDot:
		return func(p *page, _ reflect.Value) reflect.Value { return follow(p.variables[slot]) }
	case len(way) == 1 && way[0] != toPointed:
		only := way[0]
		return func(_ *page, dot reflect.Value) reflect.Value { return dot.Field(only) }
	}
	return func(_ *page, dot reflect.Value) reflect.Value { return follow(dot) }
}

// ofDot stands for dot where else the place of a variable does.
const ofDot = -1
