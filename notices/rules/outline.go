package rules

import (
	"strings"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

// outline is what the rules see of a notice when they look at another one.
type outline struct {
	*notices.Face
	title, service string   // folded
	bases          bases    // of itself, without the notices that build on it
	decides        bool     // it has automated decisions
	lists          placesOf // what it lists itself, in its own file: the first item of each
	denies         placesOf // what it denies for all that the body does
	included       filesOf  // the blocks that it includes
}

// placesOf are places by the key of a part of a notice.
type placesOf map[string]notices.Pos

// filesOf are content files by a file that takes them in.
type filesOf map[string][]string

// bases are the lawful bases that a notice rests on. They are known when each purpose
// that it states itself has one: those of a shared block are reported where they lack it.
type bases struct {
	of    map[string]bool
	known bool
}

func outlineOf(set *notices.Set, f *notices.Face, c *notices.Complete) *outline {
	o := &outline{
		Face: f, title: folded(f.Title.Value), service: folded(f.Service.Value), bases: basesOf(c),
		decides: len(c.Written.AutomatedDecisions.Items) > 0, lists: listed(&c.Written.Processing), included: includedBy(set, c),
	}
	if c.IsCorporate() || c.Services != nil {
		o.denies = denied(c)
	}
	return o
}

func basesOf(c *notices.Complete) bases {
	if len(c.Written.Purposes) == 0 {
		return bases{}
	}
	b := bases{of: map[string]bool{}, known: true}
	for _, p := range c.Purposes {
		if !p.LawfulBasis.Said() && p.Pos.File == c.Pos.File {
			return bases{}
		}
		b.of[strings.Clone(p.LawfulBasis.Value)] = true // without its file
		if p.Condition.Is("explicit-consent") {
			b.of["consent"] = true
		}
		if p.RecognisedInterest.Said() {
			b.of["legitimate-interests"] = true
		}
	}
	return b
}

// deniable are the parts that a corporate notice can deny, in the order in which they
// are held against the notices that build on it.
var deniable = []string{
	"recipients", "transfers", "automated_decisions", "profiling", "artificial_intelligence", "special_category_data", "criminal_offence_data",
}

// listed gives where a notice lists what another one may deny.
func listed(own *notices.Processing) placesOf {
	places := placesOf{}
	add := func(part string, at notices.Pos) {
		if _, earlier := places[part]; !earlier {
			places[part] = at
		}
	}
	for i := range own.Recipients.Items {
		add("recipients", own.Recipients.Items[i].Pos)
	}
	for i := range own.Transfers.Items {
		add("transfers", own.Transfers.Items[i].Pos)
	}
	for i := range own.AutomatedDecisions.Items {
		add("automated_decisions", own.AutomatedDecisions.Items[i].Pos)
	}
	for i := range own.Profiling.Items {
		add("profiling", own.Profiling.Items[i].Pos)
	}
	for i := range own.ArtificialIntelligence.Items {
		add("artificial_intelligence", own.ArtificialIntelligence.Items[i].Pos)
	}
	for _, d := range own.Data {
		if isSpecial(d) {
			add("special_category_data", d.SpecialCategory.Pos)
		}
		if isOffence(d) {
			add("criminal_offence_data", d.CriminalOffence.Pos)
		}
	}
	return places
}

// leavesOpen matches reasons that tell readers to look at the services' notices.
var leavesOpen = pattern.MustCompile(`(?i)\b(services?|unless|except|other notices?|own notices?|this notice|what you)\b`)

// forAll matches reasons that speak for the whole body, and purposes that take in
// what its services do.
var (
	forAll      = pattern.MustCompile(`(?i)\b(never|nobody|no ?one|nowhere|any(one|body|where)|as a whole|(the|our|this) (\S+ )?(council|authority|borough|county|organisation|body)|we (do not|don['’]t|have no))\b`)
	allServices = pattern.MustCompile(`(?i)\b(all|any|our|your|the|council|public) services\b`)
)

// denied gives where a corporate notice denies something for all that the body does:
// in so many words, or because it describes no work of its own.
func denied(corporate *notices.Complete) placesOf {
	places, own := placesOf{}, &corporate.Written.Processing
	add := func(part string, none bool, reason notices.Text, at notices.Pos) {
		if none && (forAll.MatchString(reason.Value) || speaksForServices(corporate)) && !leavesOpen.MatchString(reason.Value) {
			places[part] = at
		}
	}
	addStated(add, "recipients", own.Recipients)
	addStated(add, "transfers", own.Transfers)
	addStated(add, "automated_decisions", own.AutomatedDecisions)
	addStated(add, "profiling", own.Profiling)
	addStated(add, "artificial_intelligence", own.ArtificialIntelligence)
	add("special_category_data", own.SpecialCategoryData.None, own.SpecialCategoryData.Reason, own.SpecialCategoryData.Pos)
	add("criminal_offence_data", own.CriminalOffenceData.None, own.CriminalOffenceData.Reason, own.CriminalOffenceData.Pos)
	return places
}

func addStated[T any](add func(string, bool, notices.Text, notices.Pos), part string, said notices.Stated[T]) {
	add(part, said.None, said.Reason, said.Pos)
}

// speaksForServices reports whether a corporate notice describes what the services
// do, or nothing in particular, so that a bare “none” is about them too.
func speaksForServices(corporate *notices.Complete) bool {
	if len(corporate.Purposes) == 0 {
		return true
	}
	for i := range corporate.Purposes {
		if allServices.MatchString(corporate.Purposes[i].Purpose.Value) {
			return true
		}
	}
	return false
}

// includedBy gives the files of the blocks that a notice and its translations include.
func includedBy(set *notices.Set, c *notices.Complete) filesOf {
	if len(c.Included) == 0 {
		return nil
	}
	files := filesOf{}
	for _, b := range c.Included {
		files[c.Pos.File] = append(files[c.Pos.File], b.Block.Pos.File)
		for lang, translation := range c.Translations {
			shared := set.Shared[lang]
			if shared == nil {
				continue
			}
			if block := shared.Blocks[b.Block.ID.Value]; block != nil && block.Body.Said() {
				files[translation.Pos.File] = append(files[translation.Pos.File], block.Body.Pos.File)
			}
		}
	}
	return files
}
