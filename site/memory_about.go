package site

import "notices.example/notices"

// setAbout gives each notice the findings about it, in order. Where they are those of the
// last run, it is the same list.
func (p *plan) setAbout(findings []notices.Finding) {
	was, many := p.memory.about, map[string]int{}
	for i := range findings {
		many[findings[i].Notice]++
	}
	const other = -1
	like := make(map[string]int, len(many)) // how many are those of the last run, from the first
	for i := range findings {
		f := &findings[i]
		n, old := like[f.Notice], was[f.Notice]
		switch {
		case n != other && n < len(old) && f.Same(&old[n]):
			like[f.Notice] = n + 1
			continue
		case n != other:
			like[f.Notice] = other
			p.about[f.Notice] = append(make([]notices.Finding, 0, many[f.Notice]), old[:n]...)
		}
		p.about[f.Notice] = append(p.about[f.Notice], *f)
	}
	for id, n := range like {
		if n == other {
			notices.SortFindings(p.about[id])
			continue
		}
		p.about[id], p.sameFindings[id] = was[id][:n:n], n == len(was[id])
	}
}

// sameAbout reports whether the findings about a notice are those of the last run.
func (p *plan) sameAbout(id string) bool {
	return p.sameFindings[id] || len(p.memory.about[id])+len(p.about[id]) == 0
}
