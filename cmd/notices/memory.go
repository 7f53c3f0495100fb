package main

import (
	"notices.example/notices/inherit"
	"notices.example/notices/load"
	"notices.example/notices/rules"
	"notices.example/site"
)

// memory is what the last run made of a site, stage by stage, for the next run to
// use again. With nil, everything is made from the start; the result is the same.
type memory struct {
	load    load.Memory
	inherit inherit.Memory
	rules   rules.Memory
	site    site.Memory
}

// The memories of the stages; nil of nil.

func (m *memory) ofLoad() *load.Memory {
	if m == nil {
		return nil
	}
	return &m.load
}

func (m *memory) ofInherit() *inherit.Memory {
	if m == nil {
		return nil
	}
	return &m.inherit
}

func (m *memory) ofRules() *rules.Memory {
	if m == nil {
		return nil
	}
	return &m.rules
}

func (m *memory) ofSite() *site.Memory {
	if m == nil {
		return nil
	}
	return &m.site
}
