package site

import "reflect"

// route is the way through the values of a type to the parts that somebody looks for.
// It is found out once for the type, so that looking through very many values takes no
// longer than what is found.
type route struct {
	goal   goal
	elem   *route // of a pointer or a slice
	fields []fieldRoute
}

// goal says what kind of part a route ends at.
type goal uint8

const (
	onTheWay goal = iota
	aText         // a Text
	aTextWithLinks
	aName // a string that uses words
	aReference
	anAddress
)

type fieldRoute struct {
	index int
	*route
}

// routeThrough finds the way through a type. Key is that of the tags of fields that
// matter; what a field has no tag for goes by the tag of what it stands in. Ends says
// what a type with a tag is, and whether the way ends there: with or without a goal. No
// type may hold itself. The route is nil when there is nothing to find.
func routeThrough(t reflect.Type, key, tag string, ends func(t reflect.Type, tag string) (goal, bool)) *route {
	if goal, end := ends(t, tag); end {
		if goal == onTheWay {
			return nil
		}
		return &route{goal: goal}
	}
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice:
		if elem := routeThrough(t.Elem(), key, tag, ends); elem != nil {
			return &route{elem: elem}
		}
	case reflect.Struct:
		r := &route{}
		for i := range t.NumField() {
			field := t.Field(i)
			if !field.IsExported() {
				continue
			}
			if way := routeThrough(field.Type, key, or(field.Tag.Get(key), tag), ends); way != nil {
				r.fields = append(r.fields, fieldRoute{i, way})
			}
		}
		if len(r.fields) > 0 {
			return r
		}
	}
	return nil
}

// each visits every part of a value that the route leads to, in the order of the
// fields.
func (r *route) each(v reflect.Value, visit func(goal, reflect.Value)) {
	switch {
	case r.goal != onTheWay:
		visit(r.goal, v)
	case r.elem == nil:
		for _, f := range r.fields {
			f.each(v.Field(f.index), visit)
		}
	case v.Kind() == reflect.Pointer:
		if !v.IsNil() {
			r.elem.each(v.Elem(), visit)
		}
	default:
		for i := range v.Len() {
			r.elem.each(v.Index(i), visit)
		}
	}
}
