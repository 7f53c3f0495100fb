package site

import (
	"reflect"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"notices.example/notices"
)

// planned is what was planned of one notice, and from what: its pages in all
// languages, the findings about them, its files of data and its feeds.
type planned struct {
	notice   *notices.Complete
	asked    []int // the numbers of the questions
	pages    []page
	findings []notices.Finding
	files    []File
	entries  map[string][]atomEntry // of the feed of the whole site, by language
}

// planNotices plans the pages of notices, or takes those of the last run: when the
// notice, the findings about it and all that it asked of its surroundings are the same.
// What has to be planned is planned beside one another.
func (p *plan) planNotices(list []*notices.Complete) {
	known := p.memory.kept.planned
	if p.planned == nil {
		p.planned = make(map[string]*planned, len(p.order))
	}
	var again []*planned
	for _, c := range list {
		made := known[c.ID.Value]
		if made == nil || !p.sameAbout(c.ID.Value) || !made.holds(c, p.changed) {
			made = &planned{notice: c}
			again = append(again, made)
		}
		p.planned[c.ID.Value] = made
	}
	p.planBeside(again)
	var found []notices.Finding
	for _, c := range list {
		made := p.planned[c.ID.Value]
		p.pages = append(p.pages, made.pages...)
		found = append(found, made.findings...)
	}
	p.findings = addAllOnce(p.findings, found)
}

// addAllOnce is addOnce for as many findings as there are notices.
func addAllOnce(findings, more []notices.Finding) []notices.Finding {
	type key struct {
		rule, message string
		pos           notices.Pos
	}
	if len(more) == 0 {
		return findings
	}
	there := make(map[key]bool, len(findings)+len(more))
	for _, f := range findings {
		there[key{f.Rule, f.Message, f.Pos}] = true
	}
	for _, f := range more {
		if k := (key{f.Rule, f.Message, f.Pos}); !there[k] {
			there[k] = true
			findings = append(findings, f)
		}
	}
	return findings
}

// planBeside plans notices, as many at a time as there are processors. Each of these
// has a writer of its own.
func (p *plan) planBeside(list []*planned) {
	asked := make([]map[question]bool, len(list))
	var next atomic.Int64
	var beside sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(list)) {
		beside.Go(func() {
			var data dataWriter
			for i := next.Add(1) - 1; i < int64(len(list)); i = next.Add(1) - 1 {
				apart := p.apart()
				apart.planAlone(list[i], &data)
				asked[i] = apart.asked
			}
		})
	}
	beside.Wait()
	for i, made := range list {
		made.asked = p.memory.number(asked[i])
	}
}

// sameAbout reports whether the findings about a notice are those of the last run.
func (p *plan) sameAbout(id string) bool {
	same, known := p.sameFindings[id]
	if !known {
		same = reflect.DeepEqual(p.memory.about[id], p.about[id])
		p.sameFindings[id] = same
	}
	return same
}

// holds reports whether the same would be planned again, as far as findings make no
// difference. The notice is then the one of this run: a later one is compared sooner
// with it.
func (made *planned) holds(c *notices.Complete, changed []bool) bool {
	if !unchanged(made.asked, changed) || !sameNotice(made.notice, c) {
		return false
	}
	made.notice = c
	return true
}

// apart gives a plan for one notice, which takes down what it asks of the site. What
// the plan itself makes only when it is asked for has been made by then.
func (p *plan) apart() *plan {
	apart := *p
	apart.asked, apart.pages, apart.findings = p.noteBook(), nil, nil
	return &apart
}

// noteBook is where questions are taken down. Nobody will read them when nothing is
// remembered.
func (p *plan) noteBook() map[question]bool {
	if p.in.Memory == nil {
		return nil
	}
	return map[question]bool{}
}

// planAlone plans the pages and files of a notice, with nothing else in the plan.
func (p *plan) planAlone(made *planned, data *dataWriter) {
	made.entries = map[string][]atomEntry{}
	p.planNotice(made.notice, made, data)
	made.pages, made.findings = p.pages, p.findings
}

// changed gives, for the number of each question, whether its answer is another than
// it was. It is nil when nothing can be used that was made then.
func (m *Memory) changed(old, now *surroundings) []bool {
	if old == nil || !reflect.DeepEqual(old.siteWide, now.siteWide) || !reflect.DeepEqual(old.subjects, now.subjects) {
		return nil
	}
	changed := make([]bool, len(m.questions))
	for q := range now.since(old) {
		if n, asked := m.questions[q]; asked {
			changed[n] = true
		}
	}
	return changed
}

// unchanged reports whether all questions with these numbers have the same answers.
func unchanged(asked []int, changed []bool) bool {
	return changed != nil && !slices.ContainsFunc(asked, func(n int) bool { return changed[n] })
}

// number gives each question a number, the same as ever.
func (m *Memory) number(asked map[question]bool) []int {
	numbers := make([]int, 0, len(asked))
	for q := range asked {
		n, known := m.questions[q]
		if !known {
			if n = len(m.questions); m.questions == nil {
				m.questions = map[question]int{}
			}
			m.questions[q] = n
		}
		numbers = append(numbers, n)
	}
	return numbers
}
