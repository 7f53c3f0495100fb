package rules

import (
	"strings"

	"notices.example/notices"
)

var notCollectedContradicted = Rule{
	RuleDoc: notices.RuleDoc{
		ID: "not-collected-contradicted", Title: "Said not to be collected, but listed", Severity: notices.Warning,
		Provisions: []string{"5(1)(a)", "13(2)(e)"}, Section: notices.DataSection,
		Why: "The notice says that it does not collect something, or asks people to leave it out, and lists it or keeps it all the same. " +
			"People then do not know what becomes of what they write.",
		Bad:  visitsText("We do not collect your email address."),
		Good: visitsText("You need not give us your email address."),
	},
	Check: func(s *Subject) []notices.Finding {
		list := s.notCollectedButListed()
		for _, sn := range s.sentences() {
			if at := notCollecting.in(sn); at != nil && !sn.conditional() {
				if d, listed := s.itemCalled(sn.Lower[at[2]:at[3]]); listed {
					list = append(list, collected(sn.at(at[:2]), sn.words(at[:2]), d))
				}
			}
			at := leaveOut.in(sn)
			if at == nil {
				continue
			}
			if d, kept := s.keptOf(channelCalled[sn.Lower[at[2]:at[3]]]); kept {
				f := collected(sn.at(at[:2]), sn.words(at[:2]), d)
				f.Message = "The text asks people to enter no personal data, but the notice keeps " + itemName(d) + "."
				f.Fix = "Say what becomes of personal data that people write there all the same, and ask them to leave out what you do not need."
				list = append(list, f)
			}
		}
		return list
	},
}

func collected(p notices.Pos, words string, d notices.DataItem) notices.Finding {
	return notices.Finding{
		Pos: p, About: d.ID.Value,
		Message: "The notice says " + quote(words) + ", but lists " + itemName(d) + " among the data.",
		Fix:     "Take it out of the data, or correct the text.",
		Related: []notices.Related{{Pos: firstPos(d.Label.Pos, d.Pos), Message: "it is listed here"}},
	}
}

// notCollecting has what is not collected in the brackets.
var notCollecting = claimed("not", `\b(?:do not|don't|does not) (?:collect|record|ask for|ask you for|store|keep) (?:any |your |the )?([a-z' -]{3,40}?)\s*[.!;]?\s*$`)

// leaveOut has the place where nothing is to be entered in the brackets.
var leaveOut = claimed("personal", `\b(?:do not|don't|never) (?:enter|type|give|share|provide|put|include|submit|send|write)(?: us)? (?:any )?(?:of your )?personal (?:data|information|details) (?:in|into|on|to|with|through|via|using) (?:the |our |this |a )?(chatbot|web chat|chat|text messages?|emails?|social media)\b`)

// channelCalled gives the channel that a text means.
var channelCalled = map[string]string{
	"chatbot": "chatbot", "chat": "chatbot", "web chat": "chatbot", "social media": "social-media",
	"email": "email", "emails": "email", "text message": "sms", "text messages": "sms",
}

func (s *Subject) notCollectedButListed() []notices.Finding {
	var list []notices.Finding
	for _, t := range s.Notice.NotCollected {
		if d, listed := s.itemCalled(folded(t.Value)); listed {
			f := collected(t.Pos, t.Value, d)
			f.Message = "The notice says that it does not collect " + quote(t.Value) + ", but lists " + itemName(d) + " among the data."
			f.Fix = "Take it out of the data, or out of not_collected."
			list = append(list, f)
		}
	}
	return list
}

// itemCalled gives the data item whose label is just that.
func (s *Subject) itemCalled(words string) (notices.DataItem, bool) {
	for _, word := range []string{"your ", "the ", "any "} {
		words = strings.TrimPrefix(words, word)
	}
	return s.firstItem(func(d notices.DataItem) bool { return bareLabel(d) != "" && bareLabel(d) == folded(words) })
}

// keptOf gives a data item that comes by the channel and is kept for a time.
func (s *Subject) keptOf(channel string) (notices.DataItem, bool) {
	for _, d := range s.Notice.Data {
		for _, c := range d.Channels {
			if c.Is(channel) && len(s.Notice.Retention) > 0 && s.isKept(d) {
				return d, true
			}
		}
	}
	return notices.DataItem{}, false
}

func (s *Subject) isKept(d notices.DataItem) bool {
	for _, r := range s.Notice.Retention {
		if s.covers(r, d) {
			return true
		}
	}
	return false
}
