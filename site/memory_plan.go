package site

import (
	"reflect"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"notices.example/notices"
)

// planned is what was planned of one notice: its pages in all languages, the findings
// about them, its files of data and its feeds.
type planned struct {
	asked    []int // the numbers of the questions
	pages    []page
	findings []notices.Finding
	files    []File
	entries  map[string][]atomEntry // of the feed of the whole site, by language
}

// planNotices plans the pages of notices, some at a time.
func (p *plan) planNotices(list []*notices.Face) error {
	var found []notices.Finding
	for some := range slices.Chunk(list, atATime) {
		if err := p.planSome(some); err != nil {
			return err
		}
		for _, f := range some {
			made := p.planned[f.ID.Value]
			p.pages = append(p.pages, made.pages...)
			found = append(found, made.findings...)
		}
	}
	p.findings = addAllOnce(p.findings, found)
	return nil
}

// planSome plans the pages of some notices, or takes those of the last run: when the
// notice, the findings about it and all that it asked of its surroundings are the same.
// What has to be planned is planned beside one another.
func (p *plan) planSome(some []*notices.Face) error {
	if p.planned == nil {
		p.planned = make(map[string]*planned, len(p.order))
	}
	var again []*notices.Face
	for _, f := range some {
		id := f.ID.Value
		made := p.memory.kept.planned[id]
		if made == nil || !p.sameWhole[id] || !p.sameAbout(id) || !unchanged(made.asked, p.changed) {
			made = &planned{}
			again = append(again, f)
		}
		p.planned[id] = made
	}
	whole, err := p.whole(again)
	if err != nil {
		return err
	}
	p.planBeside(whole)
	p.newest(some)
	return nil
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
func (p *plan) planBeside(list []*notices.Complete) {
	asked := make([]map[question]bool, len(list))
	var next atomic.Int64
	var beside sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(list)) {
		beside.Go(func() {
			var data dataWriter
			for i := next.Add(1) - 1; i < int64(len(list)); i = next.Add(1) - 1 {
				apart := p.apart()
				apart.planAlone(list[i], p.planned[list[i].ID.Value], &data)
				asked[i] = apart.asked
			}
		})
	}
	beside.Wait()
	for i, c := range list {
		p.planned[c.ID.Value].asked = p.memory.number(asked[i])
	}
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
func (p *plan) planAlone(c *notices.Complete, made *planned, data *dataWriter) {
	made.entries = map[string][]atomEntry{}
	p.planNotice(c, made, data)
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
