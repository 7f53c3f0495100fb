package press

import (
	"cmp"
	"reflect"
	"text/template/parse"
)

// function compiles a call of a standard function.
func (c *compiler) function(name string, args []parse.Node) expression {
	var given []expression
	for _, arg := range args {
		given = append(given, c.operand(arg))
	}
	switch {
	case (name == "and" || name == "or") && len(given) > 0:
		return choice(given, name == "or")
	case name == "not" && len(given) == 1:
		met := given[0].holds()
		return told(func(p *page, dot reflect.Value) bool { return !met(p, dot) })
	case name == "len" && len(given) == 1 && (given[0].kind() == reflect.Slice || given[0].kind() == reflect.String):
		of := given[0].get
		return expression{typ: reflect.TypeFor[int](), get: func(p *page, dot reflect.Value) reflect.Value {
			return reflect.ValueOf(of(p, dot).Len())
		}}
	case comparisons[name] != nil && len(given) == 2:
		return comparison(given[0], given[1], comparisons[name])
	}
	refuse("the function %s", name)
	return expression{}
}

// choice compiles and and or: the first value that decides, or else the last one. Of
// several types, they can only be held to be there or not.
func choice(given []expression, decisive bool) expression {
	typ := given[0].typ
	var met []test
	for _, e := range given {
		met = append(met, e.holds())
		if e.typ != typ {
			typ = nil
		}
	}
	return expression{
		typ: typ,
		get: func(p *page, dot reflect.Value) reflect.Value {
			last := len(given) - 1
			for i := range last {
				if met[i](p, dot) == decisive {
					return given[i].get(p, dot)
				}
			}
			return given[last].get(p, dot)
		},
		met: func(p *page, dot reflect.Value) bool {
			for _, is := range met {
				if is(p, dot) == decisive {
					return decisive
				}
			}
			return !decisive
		},
	}
}

// comparisons is what the order of two values must be.
var comparisons = map[string]func(order int) bool{
	"eq": func(order int) bool { return order == 0 },
	"ne": func(order int) bool { return order != 0 },
	"lt": func(order int) bool { return order < 0 },
	"le": func(order int) bool { return order <= 0 },
	"gt": func(order int) bool { return order > 0 },
	"ge": func(order int) bool { return order >= 0 },
}

// comparison compiles a comparison of two texts, or of two whole numbers.
func comparison(a, b expression, is func(order int) bool) expression {
	switch {
	case a.kind() == reflect.String && b.kind() == reflect.String:
		return told(func(p *page, dot reflect.Value) bool {
			return is(cmp.Compare(a.get(p, dot).String(), b.get(p, dot).String()))
		})
	case a.kind() == reflect.Int && b.kind() == reflect.Int:
		return told(func(p *page, dot reflect.Value) bool {
			return is(cmp.Compare(a.get(p, dot).Int(), b.get(p, dot).Int()))
		})
	}
	refuse("a comparison of %v and %v", a.typ, b.typ)
	return expression{}
}

// kind gives the kind of a value, or Invalid for one that has no type.
func (e expression) kind() reflect.Kind {
	if e.typ == nil {
		return reflect.Invalid
	}
	return e.typ.Kind()
}

// holds reports whether a value is there: not false, empty, zero or nil.
func (e expression) holds() test {
	if e.met != nil {
		return e.met
	}
	there := truth(e.typ)
	return func(p *page, dot reflect.Value) bool { return there(e.get(p, dot)) }
}

// truth gives what tells whether a value of a type is there.
func truth(typ reflect.Type) func(reflect.Value) bool {
	switch typ.Kind() {
	case reflect.Bool:
		return reflect.Value.Bool
	case reflect.String:
		return func(v reflect.Value) bool { return v.String() != "" }
	case reflect.Slice:
		return func(v reflect.Value) bool { return v.Len() > 0 }
	case reflect.Pointer:
		return func(v reflect.Value) bool { return !v.IsNil() }
	case reflect.Int:
		return func(v reflect.Value) bool { return v.Int() != 0 }
	case reflect.Struct:
		return func(reflect.Value) bool { return true }
	}
	refuse("whether a value of the type %s is there", typ)
	return nil
}
