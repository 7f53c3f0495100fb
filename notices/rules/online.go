package rules

import (
	"slices"

	"notices.example/notices"
	"notices.example/notices/pattern"
)

var aboutCookies = pattern.MustCompile(`(?i)cookie`)

const cookieData = nameOf + emailItem + "  - id: settings\n    label: Your settings on our website\n    origin: observed\n    channels: [cookies]\n" +
	"purposes:\n  - id: tenancy\n    purpose: Rent you a plot\n    data: [name, email, settings]\n    lawful_basis: contract\n" +
	"retention:\n  - data: [name, email, settings]\n    period: 6 years\n    from: the end of your tenancy\n"

var cookiesUnnamed = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "cookies-unnamed", Title: "Cookies that are listed nowhere", Severity: notices.Warning,
		Provisions: []string{"PECR reg.6", "5(1)(a)"}, Section: notices.DataSection,
		Why: "People must be told clearly and fully what a cookie is for before it is set, unless the service they asked for cannot work without it. " +
			"A notice need not list cookies, but it must lead to a page that does, or say that all of them are strictly necessary.",
		Bad:  cookieData,
		Good: cookieData + "documents:\n  - title: Our cookies\n    link: https://www.anytown.gov.uk/cookies\n    about: What each of them is for.\n",
	},
	Check: func(s *Subject) []notices.Finding {
		for _, d := range s.Notice.Data {
			i := slices.IndexFunc(d.Channels, func(c notices.Term) bool { return c.Is("cookies") })
			if i < 0 || strictlyNecessary(d) {
				continue
			}
			if s.leadsToCookies() || s.onlyNecessaryCookies() {
				return nil
			}
			return finding(notices.Finding{
				Pos: d.Channels[i].Pos, About: d.ID.Value,
				Message: "The notice says that it uses cookies (" + itemName(d) + "), but leads to no page that lists them.",
				Fix:     "Link the page that says what each cookie is for. If all are strictly necessary, say so in a note on the item.\n\ndocuments:\n  - title: Our cookies\n    link: …",
			})
		}
		return nil
	},
}

var (
	neededCookies = pattern.MustCompile(`(?i)\b(strictly necessary|essential)\b`)
	otherCookies  = pattern.MustCompile(`(?i)\b(analytic\w*|statistic\w*|advert\w*|marketing|track\w*|optional|other cookies|not (strictly necessary|essential))\b`)
	// allNeeded claims that there are no cookies but those that a service needs:
	// PECR regulation 6 does not ask to tell of these.
	allNeeded = claimed("cookie", `\b(?:only|no cookies (?:but|except))\b.*\b(?:strictly necessary|essential)\b|\bcookies?\b.*\b(?:is|are) (?:all |each )?(?:strictly necessary|essential)\b|\ball\b.*\bcookies\b.*\b(?:strictly necessary|essential)\b`)
)

// strictlyNecessary reports whether an item says that its cookies are of the kind
// that a service cannot work without.
func strictlyNecessary(d notices.DataItem) bool {
	text := d.Label.Value + " " + d.Note.Value
	return neededCookies.MatchString(text) && !otherCookies.MatchString(text)
}

// onlyNecessaryCookies reports whether the notice says that of all its cookies.
func (s *Subject) onlyNecessaryCookies() bool {
	return slices.ContainsFunc(s.sentences(), func(sn sentence) bool {
		return allNeeded.in(sn) != nil && !sn.negated() && !otherCookies.MatchString(sn.Lower)
	})
}

// leadsToCookies reports whether there is a page or document on cookies: one of
// this site, or one that the notice links.
func (s *Subject) leadsToCookies() bool {
	if s.around.cookiePage() {
		return true
	}
	for _, ref := range s.Notice.ReadWith {
		if aboutCookies.MatchString(ref.Value) {
			return true
		}
	}
	for _, d := range s.Notice.Documents {
		if d.Link.Said() && aboutCookies.MatchString(d.Title.Value+" "+d.About.Value+" "+d.Link.Value) {
			return true
		}
	}
	return s.links(func(text, to string) bool { return aboutCookies.MatchString(text + " " + to) })
}

// links reports whether a link in the Markdown of the notice, or of a block that it
// includes, is of that kind.
func (s *Subject) links(is func(text, to string) bool) bool {
	files := []string{s.Notice.Pos.File}
	for _, b := range s.Notice.Included {
		files = append(files, b.Block.Pos.File)
	}
	for _, file := range files {
		doc := s.around.markdown(file)
		if doc == nil {
			continue
		}
		for _, l := range doc.Links {
			if is(l.Text, l.Destination) {
				return true
			}
		}
	}
	return false
}

// aNetwork matches a recipient or source that is a social network.
var aNetwork = pattern.MustCompile(`(?i)\b(social (media|networks?)|networks?|platforms?)\b`)

const byNetwork = nameOf + emailItem + "    channels: [social-media]\n" + tenancyPurpose

var socialMediaUnnamed = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "social-media-unnamed", Title: "The social networks are not named", Severity: notices.Warning,
		Provisions: []string{"4(9)", "13(1)(e)", "14(1)(e)"}, Item: "recipients", Section: notices.RecipientsSection,
		Why: "Whoever writes to a body on a social network tells the network as well, and it uses the message for its own ends. " +
			"So the networks are recipients, often abroad. Name those that the body is on.",
		Bad:  byNetwork + "recipients:\n  - name: Printing firms\n    role: processor\n    purpose: Print and post our letters\n    data: [name]\n",
		Good: byNetwork + "recipients:\n  - name: The social networks that we are on, Facebook and Nextdoor\n    role: controller\n    purpose: Carry your message to us\n    data: [email]\n",
	},
	Check: func(s *Subject) []notices.Finding {
		n := s.Notice
		if !n.Recipients.Said() || n.Recipients.Reason.Said() {
			return nil // recipients-missing tells
		}
		for _, p := range n.Purposes {
			if !s.happensAt(p, "social-media") || s.networkNamed(p) {
				continue
			}
			return finding(notices.Finding{
				Pos: firstPos(p.Purpose.Pos, p.Pos), About: p.ID.Value,
				Message: "Data for the purpose " + purposeName(p) + " comes by social media, but no network is named among the recipients.",
				Fix:     "Name the networks that you are on:\n\nrecipients:\n  - name: …\n    role: controller\n    purpose: …",
			})
		}
		return nil
	},
}

// networkNamed reports whether a recipient or source may be the network by which
// the data of a purpose comes.
func (s *Subject) networkNamed(p notices.Purpose) bool {
	online := s.itemsAt(p, "social-media")
	return slices.ContainsFunc(s.Notice.Recipients.Items, func(r notices.Recipient) bool {
		return aNetwork.MatchString(r.Name.Value) || sharesRef(r.Data, online) || notices.Refers(r.Purposes, p.ID.Value) ||
			r.Organisation.Said() && len(r.Data) == 0 && r.Role.Is("controller", "joint-controller")
	}) || slices.ContainsFunc(s.Notice.Sources.Items, func(src notices.Source) bool {
		return aNetwork.MatchString(src.Name.Value) || sharesRef(src.Data, online)
	})
}

// itemsAt gives the items of data of a purpose that are collected by one of the
// channels; all of them when only the purpose itself names the channel.
func (s *Subject) itemsAt(p notices.Purpose, channels ...string) []notices.Ref {
	var list []notices.Ref
	for _, ref := range p.Data {
		d, ok := s.Notice.DataItem(ref.Value)
		if ok && slices.ContainsFunc(d.Channels, func(c notices.Term) bool { return c.Is(channels...) }) {
			list = append(list, ref)
		}
	}
	if len(list) == 0 {
		return p.Data
	}
	return list
}
