package snippet

import (
	"errors"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"notices.example/notices"
)

// Facts are what a short text says of a notice.
type Facts struct {
	Title    string
	Who      string   // the controllers: “Anytown Council and Othertown Council”
	Many     bool     // there are several
	Why      []string // as after “to”: “decide whether you can have a permit”
	Shared   []string // names of recipients, or of their kinds
	None     bool     // nobody else is given any of it, as the notice says
	Kept     string   // “for 2 years after your permit ends”; empty where that differs
	KeptMost string   // “7 years”, where it differs and all of it is in periods
	Needed   bool     // some of it has to be given
	Optional bool     // none of it has to be
	Calls    bool     // what is said on the phone is recorded
	Decides  bool     // a computer decides
	Abroad   bool     // some of it goes to other countries
	Consent  bool     // some of it rests on consent
	Address  string   // of the notice's page
	Banner   string   // of the site, such as “This is an example”
}

// Errors for notices of which nothing short can be said.
var (
	ErrNotInForce = errors.New("the notice is not in force on that day, so nobody may be sent to it")
	ErrLanguage   = errors.New("the notice is not in English, and these sentences are")
	ErrNoAddress  = errors.New("the site has no base_url, so the notice has no address to send people to.\nSay in content/site.yaml where the site is published, with your own address in the place of this one:\n\nbase_url: https://privacy.example.org/")
	ErrNothing    = errors.New("the notice names no controller, or no purpose")
)

// Of takes the facts out of a notice. The address is that of its page.
func Of(set *notices.Set, c *notices.Complete, day time.Time, address string) (Facts, error) {
	f := Facts{Title: c.Title.Value, Address: address}
	if site := set.Corpus.Site; site != nil {
		f.Banner = site.Banner.Value
	}
	f.Many = len(c.Controllers) > 1
	var who []string
	for _, o := range c.Controllers {
		who = append(who, o.Name.Value)
	}
	f.Who = and(who)
	for _, p := range c.Purposes {
		f.Why = append(f.Why, asPart(p.Purpose.Value))
		f.Consent = f.Consent || p.LawfulBasis.Is("consent")
	}
	f.share(set, c)
	f.keep(c)
	f.collect(c)
	f.Decides, f.Abroad = len(c.AutomatedDecisions.Items) > 0, len(c.Transfers.Items) > 0
	switch {
	case c.Standing(day) != notices.InForce:
		return f, ErrNotInForce
	case c.Lang != "en" && c.Lang != "":
		return f, ErrLanguage
	case address == "":
		return f, ErrNoAddress
	case f.Who == "" || len(f.Why) == 0:
		return f, ErrNothing
	}
	return f, nil
}

func (f *Facts) share(set *notices.Set, c *notices.Complete) {
	f.None = c.Recipients.Said() && len(c.Recipients.Items) == 0
	known := map[string]bool{}
	for _, r := range c.Recipients.Items {
		name := asPart(r.Name.Value) // a kind of recipient
		if o := set.Organisations[r.Organisation.Value]; o != nil {
			name = o.Name.Value
		}
		if name != "" && !known[name] {
			known[name] = true
			f.Shared = append(f.Shared, name)
		}
	}
}

// keep says how long: in full where there is one answer, the longest time where there
// are several, and nothing where a time hangs on something else.
func (f *Facts) keep(c *notices.Complete) {
	longest := notices.Period{}
	reach := time.Date(2000, 1, 1, 0, 0, 0, 0, time.UTC) // any day: only which is longer matters
	for _, r := range c.Retention {
		if !r.Period.Said() {
			return
		}
		if r.Period.After(reach).After(longest.After(reach)) {
			longest = r.Period
		}
	}
	switch {
	case len(c.Retention) == 1:
		r := c.Retention[0]
		f.Kept = "for " + r.Period.Words()
		if r.From.Said() {
			f.Kept += " from " + strings.TrimSuffix(asPart(r.From.Value), ".")
		}
	case longest.Said():
		f.KeptMost = longest.Words()
	}
}

func (f *Facts) collect(c *notices.Complete) {
	given := false
	for _, d := range c.Data {
		f.Needed = f.Needed || d.Provision.Is("required", "statutory", "contractual")
		given = given || d.FromPerson()
		for _, channel := range d.Channels {
			f.Calls = f.Calls || channel.Is("call-recording")
		}
	}
	f.Optional = given && !f.Needed && everyOptional(c.Data)
}

func everyOptional(items []notices.DataItem) bool {
	for _, d := range items {
		if d.FromPerson() && !d.Provision.Is("optional") {
			return false
		}
	}
	return true
}

// asPart gives a phrase as it stands within a sentence: without a capital, unless its
// first word is written in capitals or is “I”.
func asPart(phrase string) string {
	phrase = strings.TrimSuffix(strings.TrimSpace(phrase), ".")
	first, size := utf8.DecodeRuneInString(phrase)
	second, _ := utf8.DecodeRuneInString(phrase[size:])
	if unicode.IsUpper(second) || !unicode.IsLetter(second) {
		return phrase
	}
	return string(unicode.ToLower(first)) + phrase[size:]
}
