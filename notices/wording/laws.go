package wording

import (
	"slices"
	"strings"
	"time"

	"notices.example/notices/pattern"
)

// outdatedLaws reports laws that no longer hold, and the GDPR without saying whose.
func (r *reader) outdatedLaws() {
	for _, e := range r.lists.laws {
		r.lookFor(LawOutdated, e)
	}
	if r.document.Jurisdiction != "uk" || r.document.Day.Before(ukGDPR) {
		return
	}
	for _, at := range r.matches(gdpr) {
		if !r.saysWhose(at[0], at[1]) {
			r.hit(LawOutdated, at[0], at[1], r.quoted(at[0], at[1])+" is the law of the European Union. In the UK it is the UK GDPR, since 1 January 2021.", "Write “UK GDPR”.")
			return
		}
	}
}

// ukGDPR is the first day of the UK GDPR: the end of the implementation period.
var ukGDPR = time.Date(2021, time.January, 1, 0, 0, 0, 0, time.UTC)

var (
	gdpr      = hinted("gdpr|general data", `(?i)\bGDPR\b|\bGeneral Data Protection Regulations?\b`)
	whose     = pattern.MustCompile(`(?i)(?:\bUK|\bEU|\bUnited Kingdom|\bEuropean)(?:'s|’s|’)?[ -]?$`)
	orWhose   = pattern.MustCompile(`(?i)^,? ?\(?(?:\(?(?:the )?(?:“|")?(?:UK|EU)[ -]?GDPR|\(?EU\)|\(?Regulation|2016/679|\(?EU\b)`)
	ownName   = pattern.MustCompile(`(?i)\bUK General Data Protection Regulation (?:\(|or )(?:the )?[“"‘']?GDPR\b`)
	isShortOf = pattern.MustCompile(`\((?:the )?[“"‘']?$`)
)

// saysWhose reports whether a mention of the GDPR says whose it is, or the
// document has said so for the rest of it.
func (r *reader) saysWhose(start, stop int) bool {
	before, after := r.text.Written[:start], r.text.Written[stop:]
	return r.ownGDPR || whose.MatchString(before) || orWhose.MatchString(after) || isShortOf.MatchString(before)
}

// namesOwnGDPR reports whether a document calls the UK GDPR just GDPR, and says so.
func namesOwnGDPR(d Document) bool {
	return slices.ContainsFunc(d.Texts, func(t Text) bool {
		return strings.Contains(t.Written, "GDPR") && ownName.MatchString(t.Written)
	})
}

// outdatedNames reports bodies by names that they do not have.
func (r *reader) outdatedNames() {
	for _, e := range r.lists.names {
		r.lookFor(NameOutdated, e)
	}
}

var (
	area     = words(`European Economic Area`, `EEA\b`)
	crossing = pattern.MustCompile(`\b(?:outside|leaves?|leaving|beyond|out of|within|inside)\b`)
	ownLand  = pattern.MustCompile(`\buk\b|\bunited kingdom\b|\bbritain\b`)
)

// borders reports the European Economic Area as the border of transfers from the
// UK. Since 2021 that is the UK's own.
func (r *reader) borders() {
	if r.document.Jurisdiction != "uk" || r.document.Day.Before(ukGDPR) {
		return
	}
	r.find(area, func(start, stop int, sentence string) {
		if crossing.MatchString(sentence) && !ownLand.MatchString(sentence) {
			r.hit(BorderEEA, start, stop, "The border that counts is that of the UK, not of the "+strings.Trim(r.quoted(start, stop), "“”")+".",
				"Say whether data leaves the UK. Data in the European Economic Area has left it, which UK regulations allow.")
		}
	})
}

var (
	// pointOf is Article 6 or 9 with a point, in whatever form.
	pointOf = hinted("art", `\b([Aa]rt(?:icle|\.)?s?) ?(6|9)(?: ?\((\d)\)|[.,]? ?(\d)\b|\.(\d))?(?: ?\(([a-z]{1,2})\)|\.?([a-z]{1,2})\b)`)
	// pointOfOne is Article 1 with a point, which it has not.
	pointOfOne = hinted("art", `\b[Aa]rt(?:icle|\.)?s? ?1 ?\(([a-f])\)`)
	points     = map[string]*pattern.Pattern{"6": pattern.MustCompile(`^(?:[a-f]|ea)$`), "9": pattern.MustCompile(`^[a-j]$`)}
	paragraphs = map[string]string{"6": "1", "9": "2"}
)

// citations reports Articles that are cited in a form the law does not have.
func (r *reader) citations() {
	text := r.text.Words
	for _, m := range r.matches(pointOf) {
		group := func(n int) string {
			if m[2*n] < 0 {
				return ""
			}
			return text[m[2*n]:m[2*n+1]]
		}
		article, point := group(2), group(6)+group(7)
		paragraph := group(3) + group(4) + group(5)
		if !points[article].MatchString(point) || paragraph != "" && paragraph != paragraphs[article] {
			continue
		}
		right := article + "(" + paragraphs[article] + ")(" + point + ")"
		if written := strings.ReplaceAll(text[m[4]:m[1]], " ", ""); written != right {
			r.wrongCitation(m[0], m[1], right)
		}
	}
	for _, m := range r.matches(pointOfOne) {
		r.wrongCitation(m[0], m[1], "6(1)("+text[m[2]:m[3]]+")")
	}
}

func (r *reader) wrongCitation(start, stop int, right string) {
	r.hit(CitationWrong, start, stop, r.quoted(start, stop)+" is not a place in the law.", "It is probably “Article "+right+"” that is meant.")
}

// namedLaw is a law by one of its names, where the document first uses it.
type namedLaw struct {
	law, name string
	short     bool // it is given in brackets behind the name before
	at        Hit
}

// lawNames are the ways of naming the laws that notices name most.
var lawNames = []struct {
	law  string
	form phrase
}{
	{"gdpr", hinted("gdpr|general data", `\b(?:UK[ -]?|EU[ -]?)?GDPR\b|\b(?:UK |EU )?General Data Protection Regulations?\b`)},
	{"act", hinted("data protection act|dpa", `\bData Protection Act(?: 2018)?\b|\bDPA(?: ?2018|18)?\b`)},
}

// another matches laws that only look alike: the Union's, and Acts of other years.
var another = pattern.MustCompile(`^(?:EU\b|Data Protection Act,? (?:of )?(?:1984|1998|200\d|19\d\d))`)

// namesOfLaws takes note of the names that the text has for laws.
func (r *reader) namesOfLaws() {
	for _, l := range lawNames {
		for _, at := range r.matches(l.form) {
			name := strings.Join(strings.Fields(r.text.Words[at[0]:at[1]]), " ")
			if another.MatchString(name + r.text.Words[at[1]:]) {
				continue
			}
			r.nameLaw(namedLaw{
				law: l.law, name: name, short: isShortOf.MatchString(r.text.Written[:at[0]]),
				at: Hit{Text: r.at, Start: at[0], Stop: at[1]},
			})
		}
	}
}

func (r *reader) nameLaw(n namedLaw) {
	for _, earlier := range r.laws {
		if earlier.law == n.law && earlier.name == n.name {
			return
		}
	}
	r.laws = append(r.laws, n)
}

// lawsNamedDifferently reports a law that has several names in the document, when
// none of them is introduced as short for another.
func (r *reader) lawsNamedDifferently() {
	for _, l := range lawNames {
		var own []namedLaw
		var list []string
		for _, n := range r.laws {
			if n.law == l.law {
				own, list = append(own, n), append(list, "“"+n.name+"”")
			}
		}
		enough := 2
		for _, n := range own {
			if n.short || n.name == "GDPR" { // which has a rule of its own
				enough = 3
			}
		}
		if len(own) < enough {
			continue
		}
		last := own[len(own)-1].at
		r.hits = append(r.hits, Hit{
			Rule: LawNamedDifferently, Text: last.Text, Start: last.Start, Stop: last.Stop,
			Message: "The notice has several names for one law: " + strings.Join(list[:len(list)-1], ", ") + " and " + list[len(list)-1] + ".",
			Fix:     "Use one name throughout. To use a short one, put it in brackets behind the full name the first time.",
			Also:    &Hit{Text: own[0].at.Text, Start: own[0].at.Start, Stop: own[0].at.Stop, Message: "its first name"},
		})
	}
}
