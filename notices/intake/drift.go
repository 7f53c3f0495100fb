package intake

import (
	"fmt"
	"slices"
	"strings"
)

// Difference is a purpose of which a record and the notices say different things.
type Difference struct {
	Service string
	Purpose string
	Row     int      // in the record; 0 when it does not have the purpose
	Facts   []string // what differs, in sentences
}

// Drift compares a record with what the notices hold, in the form of their own record. A
// column that the record does not have is not compared. Words are compared, not what
// they mean: capitals, spaces, and a “your” or “the” in front do not count.
func Drift(record, held *Table) (list []Difference) {
	met, byWords := map[*Activity]bool{}, map[string][]*Activity{}
	for _, b := range held.Activities {
		byWords[normal(b.Purpose)] = append(byWords[normal(b.Purpose)], b)
	}
	for _, a := range record.Activities {
		d := Difference{Service: a.Service, Purpose: a.Purpose, Row: a.Row}
		b := like(a, byWords[normal(a.Purpose)], met)
		if b == nil {
			d.Facts = []string{"No notice in force has this purpose."}
		} else {
			met[b] = true
			d.Service = b.Service
			d.Facts = compare(a, b, record.Fields)
		}
		if len(d.Facts) > 0 {
			list = append(list, d)
		}
	}
	for _, b := range held.Activities {
		if !met[b] {
			list = append(list, Difference{Service: b.Service, Purpose: b.Purpose, Facts: []string{"The record does not have this purpose, which a notice has."}})
		}
	}
	return list
}

// like gives the purpose of the same words: in the same notice or service, or else the
// only one that there is. One that was met before is not met again.
func like(a *Activity, sameWords []*Activity, met map[*Activity]bool) *Activity {
	var others []*Activity
	for _, b := range sameWords {
		if met[b] {
			continue
		}
		if a.Notice != "" && a.Notice == b.Notice || a.Service != "" && normal(a.Service) == normal(b.Service) {
			return b
		}
		others = append(others, b)
	}
	if len(others) == 1 {
		return others[0]
	}
	return nil
}

// compared are the fields that are compared, with how their facts are found and what they
// are called.
var compared = []struct {
	field Field
	facts func(*Activity) facts
	name  string
}{
	{Controller, namesIn(Controller), "controllers"},
	{People, entriesOf(People), "people"},
	{Data, entriesOf(Data), "data"},
	{Sensitive, special, "special category and offence data"},
	{Recipients, recipientsOf, "recipients"},
	{Countries, countriesOf, "countries"},
	{Safeguards, termsOf(Safeguards, "safeguard"), "safeguards for transfers"},
	{Retention, retentionOf, "how long it is kept"},
	{Security, entriesOf(Security), "security measures"},
	{Basis, termsOf(Basis, "lawful-basis", "law-enforcement-ground"), "lawful basis"},
	{BasisInLaw, wordsOf(BasisInLaw), "basis in law"},
	{Interests, wordsOf(Interests), "legitimate interests"},
	{Condition, termsOf(Condition, "special-category-condition", "schedule-8"), "condition for special category data"},
	{Schedule1, termsOf(Schedule1, "schedule-1"), "condition in Schedule 1"},
	{Sources, sourcesOf, "sources"},
	{Decisions, entriesOf(Decisions), "automated decisions"},
	{Assessment, wordsOf(Assessment), "impact assessment"},
}

// compare gives what differs, in sentences.
func compare(a, b *Activity, has map[Field]bool) (list []string) {
	for _, c := range compared {
		if !has[c.field] {
			continue
		}
		record, notice := c.facts(a), c.facts(b)
		more, less := record.beyond(notice), notice.beyond(record)
		switch {
		case record.open && len(notice.words) > 0:
			list = append(list, fmt.Sprintf("%s: the record says that it is not known yet; the notice says %s.", sentence(c.name), quoted(notice.words)))
		case len(more) > 0 && len(less) > 0:
			list = append(list, fmt.Sprintf("%s: the record says %s; the notice says %s.", sentence(c.name), quoted(more), quoted(less)))
		case len(more) > 0:
			list = append(list, fmt.Sprintf("%s: the record says %s, and the notice does not.", sentence(c.name), quoted(more)))
		case len(less) > 0:
			list = append(list, fmt.Sprintf("%s: the notice says %s, and the record does not.", sentence(c.name), quoted(less)))
		}
	}
	return list
}

func sentence(name string) string { return strings.ToUpper(name[:1]) + name[1:] }

func quoted(words []string) string { return "“" + strings.Join(words, "”, “") + "”" }

// facts are what is said of a field, as it is written and as it is compared.
type facts struct {
	words []string
	same  []string
	open  bool // it is said that it is not known yet
}

func (f *facts) add(words, same string) {
	if same != "" && !slices.Contains(f.same, same) {
		f.words, f.same = append(f.words, words), append(f.same, same)
	}
}

// beyond gives the facts that the other ones do not have.
func (f facts) beyond(other facts) (list []string) {
	for i, same := range f.same {
		if !slices.Contains(other.same, same) {
			list = append(list, f.words[i])
		}
	}
	return list
}

// normal gives the words as they are compared.
func normal(words string) string {
	fields := strings.FieldsFunc(strings.ToLower(words), func(r rune) bool { return strings.ContainsRune(" \t\n.,;:!?“”\"'’()", r) })
	for len(fields) > 1 && slices.Contains([]string{"your", "the", "a", "an", "their", "our"}, fields[0]) {
		fields = fields[1:]
	}
	return strings.Join(fields, " ")
}
