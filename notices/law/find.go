package law

import (
	"regexp"
	"slices"
	"strings"
)

// Find gives the provision that people mean by words such as "Art. 13.2.e",
// "s164A" or "Schedule 1 paragraph 8", in English or Welsh. A number alone is an
// Article where there is one, and a section otherwise. When the law has no such
// provision, Find gives the nearest one that holds it: 14(5) for 14(5)(z).
//
// A provision that is not in force on the day is found as well, with its dates:
// ask p.InForce.On(l.Day). Find reports false when nothing is near.
func (l *Law) Find(words string) (Provision, bool) {
	meant := citationOf(words).ids()
	for _, id := range meant {
		if p, ok := l.ever(id); ok {
			return p, true
		}
	}
	for _, id := range meant {
		for id = above(id); id != ""; id = above(id) {
			if p, ok := l.ever(id); ok {
				return p, true
			}
		}
	}
	return Provision{}, false
}

// Names reports whether words name just this provision, and not a point of it.
func Names(words, id string) bool { return slices.Contains(citationOf(words).ids(), id) }

// ever gives the provision as it is in force on the day, or else as it last was
// or will be.
func (l *Law) ever(id string) (Provision, bool) {
	if p, ok := l.Provision(id); ok {
		return p, true
	}
	for _, p := range slices.Backward(l.always) {
		if p.ID == id {
			return p, true
		}
	}
	return Provision{}, false
}

// above gives the ID of what holds a provision, or nothing for the outermost.
func above(id string) string {
	if i := strings.LastIndexByte(id, '('); i > 0 {
		return id[:i]
	}
	for _, kind := range []string{" para ", " Part "} {
		if i := strings.LastIndex(id, kind); strings.Contains(id[:max(i, 0)], " ") {
			return strings.TrimSuffix(id[:i], act)
		}
	}
	return ""
}

const act = "DPA 2018"

// citation is the numbers that words name, by what stands before each.
type citation struct{ article, section, schedule, annex, paragraph, part, regulation, point, bare numbers }

// numbers is how a provision is numbered: 13(2)(e) is 13 and (2)(e).
type numbers struct{ number, points string }

// numbered is how a provision is numbered: 13(2)(e), 13.2.e, 164A(1).
const numbered = `\s?\(?(\d{1,3}[a-z]{0,2}\b)((?:\s?[(\[]\s?\w{1,4}\s?[)\]]|\.\w{1,3}\b|[a-z]{1,2}\b|\s[a-z]{1,2}$)*)`

var (
	articleForm    = regexp.MustCompile(`\b(?:articles?|arts?|erthygl)\.?` + numbered)
	sectionForm    = regexp.MustCompile(`\b(?:sections?|secs?|ss?|adran)\.?` + numbered)
	scheduleForm   = regexp.MustCompile(`\b(?:schedules?|sched|sch|atodlen)\.?` + numbered)
	annexForm      = regexp.MustCompile(`\b(?:annex|atodiad)\.?` + numbered)
	paragraphForm  = regexp.MustCompile(`\b(?:paragraphs?|paras?|paragraff)\.?` + numbered)
	partForm       = regexp.MustCompile(`\b(?:parts?|pt|rhan)\.?` + numbered)
	regulationForm = regexp.MustCompile(`\b(?:regulations?|regs?|rheoliad)\.?` + numbered)
	pointForm      = regexp.MustCompile(`\bpoints?\s?\(?([a-z]{1,2})\b()`)
	bareForm       = regexp.MustCompile(`^(?:(?:the|uk|eu|gdpr|dpa)[ ,]+)*` + numbered + `\)?(?:,? (?:of|the|uk|eu|gdpr|dpa))*$`)

	years     = regexp.MustCompile(`\b(?:19|20)\d\d(?:/\d+)?\b`) // and numbers of Acts: 2016/679
	ofLaw     = regexp.MustCompile(`[ ,]+(?:uk|eu)(?: gdpr)?$`)  // which is no point: Article 22 UK
	spacedOut = regexp.MustCompile(`^\d{1,3}[a-z]?(?: (?:\d{1,2}|[a-z]{1,2}))+$`)
	parts     = regexp.MustCompile(`\d+|[a-z]+`)
	lettered  = regexp.MustCompile(`^(\d+)([a-z]+)$`)
)

func citationOf(words string) citation {
	text := strings.Join(strings.Fields(years.ReplaceAllString(strings.ToLower(words), "")), " ")
	text = ofLaw.ReplaceAllString(text, "")
	if spacedOut.MatchString(text) {
		text = strings.ReplaceAll(text, " ", ".") // 13 2 e
	}
	in := func(form *regexp.Regexp) numbers {
		m := form.FindStringSubmatch(text)
		if m == nil {
			return numbers{}
		}
		return numbers{number: m[1], points: points(m[2])}
	}
	return citation{
		in(articleForm), in(sectionForm), in(scheduleForm), in(annexForm), in(paragraphForm),
		in(partForm), in(regulationForm), in(pointForm), in(bareForm),
	}
}

// points gives .2.e as (2)(e).
func points(text string) string {
	var b strings.Builder
	for _, p := range parts.FindAllString(text, -1) {
		b.WriteString("(" + p + ")")
	}
	return b.String()
}

// ids gives the IDs that the citation can stand for, the likeliest first.
func (c citation) ids() []string {
	switch {
	case c.schedule.number != "":
		return c.within(act + " Sch " + c.schedule.id())
	case c.annex.number != "":
		return c.within("Annex " + c.annex.id())
	case c.article.number != "":
		return c.articles(c.article)
	case c.section.number != "":
		return []string{act + " s." + c.section.id()}
	case c.regulation.number != "":
		return []string{"PECR reg." + c.regulation.id()}
	case c.part.number != "":
		return []string{act + " Part " + c.part.id()}
	case c.bare.number != "":
		return append(c.articles(c.bare), act+" s."+c.bare.id())
	}
	return nil
}

// within gives the paragraph of a Schedule or Annex, its Part, or all of it.
// Paragraphs are numbered through, so that a Part beside one adds nothing.
func (c citation) within(whole string) []string {
	switch {
	case c.paragraph.number != "":
		return []string{whole + " para " + c.paragraph.id()}
	case c.part.number != "":
		return []string{whole + " Part " + c.part.id()}
	}
	return []string{whole}
}

// articles gives what an Article can stand for. A letter behind its number is part
// of it, as in 22A, or a point, as in 6f; a point without a paragraph is one of
// paragraph 1, as in 6(f).
func (c citation) articles(a numbers) []string {
	if c.paragraph.number != "" {
		a.points += points(c.paragraph.number) + c.paragraph.points
	}
	if c.point.number != "" {
		a.points += points(c.point.number)
	}
	ids := []string{a.id()}
	if m := lettered.FindStringSubmatch(a.number); m != nil {
		a = numbers{number: m[1], points: points(m[2]) + a.points}
		ids = append(ids, a.id())
	}
	if len(a.points) > 1 && a.points[1] >= 'a' {
		ids = append(ids, a.number+"(1)"+a.points)
	}
	return ids
}

// id writes the number as IDs do: 22A, 13(2)(e).
func (c numbers) id() string { return strings.ToUpper(c.number) + c.points }
