package inherit

import (
	"cmp"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"notices.example/notices"
)

// Briefly is Resolve for a corpus that has notices in brief, of which the set gives
// some at a time. The error is for trouble of the machine when they are read anew.
func Briefly(corpus *notices.Corpus) (*notices.Set, []notices.Finding, error) {
	if corpus.Reader == nil {
		set, findings := Resolve(corpus)
		return set, findings, nil
	}
	if err := readParents(corpus); err != nil {
		return nil, nil, err
	}
	r := newResolver(corpus, languageOf(corpus), newRun(nil))
	set, made := r.resolve()
	r.addBrief(set, made.others)
	c := newCompleter(r, made.others, servicesOf(set.Faces))
	r.checkReferences()
	if err := c.checkBrief(); err != nil {
		return nil, nil, err
	}
	r.forgetBrief()
	for _, other := range made.others {
		other.forgetBrief()
	}
	set.Completer = c
	notices.SortFindings(r.findings)
	return set, r.findings, nil
}

// addBrief adds the faces of the notices that are there in brief only.
func (r *resolver) addBrief(set *notices.Set, others map[string]*resolver) {
	written := r.written()
	for _, n := range r.corpus.Notices {
		if !n.Brief {
			continue
		}
		c := r.related(n)
		c.Translations = map[string]*notices.Notice{}
		for _, t := range written[n.ID.Value] {
			if others[t.Lang] != nil {
				c.Translations[t.Lang] = translated(n, t).merged.(*notices.Notice)
			}
		}
		set.Faces = append(set.Faces, c.Face())
	}
	slices.SortFunc(set.Faces, func(a, b *notices.Face) int { return strings.Compare(a.ID.Value, b.ID.Value) })
}

// forgetBrief lets go of the notices that are there in brief only: their faces say as
// much.
func (r *resolver) forgetBrief() {
	isBrief := func(n *notices.Notice) bool { return n.Brief }
	r.memory = newRun(nil)
	r.corpus.Notices = slices.DeleteFunc(slices.Clone(r.corpus.Notices), isBrief)
	r.corpus.Translations = slices.DeleteFunc(slices.Clone(r.corpus.Translations), isBrief)
	maps.DeleteFunc(r.notices, func(_ string, n *notices.Notice) bool { return n.Brief })
}

// readParents reads the notices that others name as the one they build on, though they
// are no corporate ones: something of them is in these all the same.
func readParents(corpus *notices.Corpus) error {
	parents := map[string]bool{}
	for _, n := range corpus.Notices {
		parents[n.Corporate.Value] = true
	}
	written := map[string]*notices.Notice{} // the translations of parents, by file
	for i, n := range corpus.Notices {
		if !n.Brief || !parents[n.ID.Value] {
			continue
		}
		whole, translations, err := corpus.Reader.Read(n.ID.Value)
		if err != nil {
			return err
		}
		corpus.Notices[i] = whole
		for _, t := range translations {
			written[t.Pos.File] = t
		}
	}
	for i, t := range corpus.Translations {
		corpus.Translations[i] = cmp.Or(written[t.Pos.File], t)
	}
	return nil
}

// completer makes the notices complete that a corpus has in brief only.
type completer struct {
	*resolver
	others   map[string]*resolver       // by the language of translations
	services map[string][]*notices.Face // by the ID of the corporate notice
}

func newCompleter(r *resolver, others map[string]*resolver, services map[string][]*notices.Face) *completer {
	c := &completer{r, others, services}
	for _, r := range others {
		r.completeAllCorporate()
	}
	r.completeAllCorporate()
	return c
}

// completeAllCorporate makes the notices complete that others are made of, so that
// afterwards several of these can be made at once.
func (r *resolver) completeAllCorporate() {
	for _, n := range r.corpus.Notices {
		if corporate := r.corporateOf(n); corporate != nil {
			r.completeCorporate(corporate, n)
		}
	}
}

// Complete gives notices as a whole, in the order of their faces.
func (c *completer) Complete(faces []*notices.Face) ([]*notices.Complete, error) {
	list, errs := make([]*notices.Complete, len(faces)), make([]error, len(faces))
	each(len(faces), func(i int) { list[i], errs[i] = c.complete(faces[i].ID.Value) })
	for _, err := range errs {
		if err != nil {
			return nil, err
		}
	}
	return list, nil
}

func (c *completer) complete(id string) (*notices.Complete, error) {
	w, err := c.read(id)
	if err != nil {
		return nil, err
	}
	return c.completeWritten(w), nil
}

func (c *completer) completeWritten(w written) *notices.Complete {
	whole := c.resolver.complete(w.notice)
	whole.WrittenIn, whole.Services = w.in, c.services[w.notice.ID.Value]
	if len(w.words) > 0 {
		whole.Translations = make(map[string]*notices.Notice, len(w.words))
	}
	for lang, words := range w.words {
		whole.Translations[lang] = &c.others[lang].complete(words.merged.(*notices.Notice)).Notice
	}
	return whole
}

// checkBrief reports what is wrong with the references, blocks and translations of the
// notices that the corpus has in brief only. It reads those of which it is not known
// that nothing is.
func (c *completer) checkBrief() error {
	site, worded := c.siteNames(), c.withWords()
	var unsure []*notices.Notice
	for _, n := range c.corpus.Notices {
		switch {
		case !n.Brief:
		case worded[n.ID.Value] || !c.isSound(n, site):
			unsure = append(unsure, n)
		default:
			c.checkCorporate(n)
		}
	}
	for some := range slices.Chunk(unsure, atATime) {
		if err := c.checkSome(some, site); err != nil {
			return err
		}
	}
	return nil
}

// withWords gives the IDs of the notices that have words in a language that is known.
func (c *completer) withWords() map[string]bool {
	all := map[string]bool{}
	for _, t := range c.corpus.Translations {
		if c.others[t.Lang] != nil {
			all[t.ID.Value] = true
		}
	}
	return all
}

// isSound reports whether it is known that a notice includes no block and names nothing
// that is not there. Whether it is clear what it builds on is not asked.
func (c *completer) isSound(n *notices.Notice, site namesOf) bool {
	beyond, known := c.corpus.Reader.Beyond(n.ID.Value)
	return known && !slices.ContainsFunc(beyond, func(to notices.Named) bool { return !site[to.Kind][to.ID] && !c.lendsRecipient(n, to) })
}

// lendsRecipient reports whether a notice takes over what it names, a recipient, from the
// notice it builds on.
func (c *completer) lendsRecipient(n *notices.Notice, to notices.Named) bool {
	if to.Kind != "recipient" || !names(n.Inherits, "recipients") {
		return false
	}
	corporate := c.corporateOf(n)
	return corporate != nil && slices.ContainsFunc(corporate.Recipients.Items, func(r notices.Recipient) bool { return r.Ref() == to.ID })
}

// checkSome is checkBrief for notices that are read all at once.
func (c *completer) checkSome(some []*notices.Notice, site namesOf) error {
	written, errs := make([]written, len(some)), make([]error, len(some))
	each(len(some), func(i int) { written[i], errs[i] = c.read(some[i].ID.Value) })
	for i, w := range written {
		if errs[i] != nil {
			return errs[i]
		}
		for _, words := range w.words {
			c.findings = append(c.findings, words.findings...)
		}
		c.checkCorporate(w.notice)
		c.checkNamed(w.notice, site)
	}
	return nil
}

// atATime is how many notices are read before the next: enough for all processors.
const atATime = 64

// written is a notice as it stands in its files.
type written struct {
	notice *notices.Notice
	in     []*notices.Notice // its translations
	words  map[string]worded // the notice with the words of these, by the languages that are known
}

// read reads a notice and puts its translations over it.
func (c *completer) read(id string) (w written, err error) {
	if w.notice, w.in, err = c.corpus.Reader.Read(id); err != nil {
		return w, err
	}
	c.wordAll(&w)
	return w, nil
}

// wordAll puts the translations of a notice over it.
func (c *completer) wordAll(w *written) {
	w.words = map[string]worded{}
	for _, t := range w.in {
		if c.others[t.Lang] != nil {
			w.words[t.Lang] = translated(w.notice, t)
		}
	}
}

// each calls f for the numbers below n, as many at a time as there are processors.
func each(n int, f func(i int)) {
	var next atomic.Int64
	var beside sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		beside.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				f(i)
			}
		})
	}
	beside.Wait()
}
