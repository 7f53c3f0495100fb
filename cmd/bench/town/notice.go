package town

import (
	"fmt"
	"sync"
)

// What people ask a council for: one of it, and several, in both languages as far as
// the title needs them. With three ways of asking these are the notices of a council.
var things = []struct{ one, several, welsh string }{
	{"a bus pass", "bus passes", "tocyn bws"}, {"an allotment", "allotments", "rhandir"}, {"a market stall", "market stalls", "stondin farchnad"},
	{"a parking permit", "parking permits", "trwydded barcio"}, {"a garden bin", "garden bins", "bin gardd"}, {"a library card", "library cards", "cerdyn llyfrgell"},
	{"a housing repair", "housing repairs", "atgyweiriad tŷ"}, {"a street party", "street parties", "parti stryd"}, {"a dropped kerb", "dropped kerbs", "cwrb isel"},
	{"a taxi licence", "taxi licences", "trwydded tacsi"}, {"a food stall", "food stalls", "stondin fwyd"}, {"a burial plot", "burial plots", "llain gladdu"},
	{"a nursery place", "nursery places", "lle mewn meithrinfa"}, {"a meal at home", "meals at home", "pryd gartref"}, {"a sports pitch", "sports pitches", "cae chwaraeon"},
	{"a hall booking", "hall bookings", "lle mewn neuadd"}, {"a tree inspection", "tree inspections", "archwiliad coeden"}, {"a pest visit", "pest visits", "ymweliad pla"},
	{"a new bin", "new bins", "bin newydd"}, {"a tax discount", "tax discounts", "gostyngiad treth"}, {"a home adaptation", "home adaptations", "addasiad cartref"},
	{"a skip permit", "skip permits", "trwydded sgip"}, {"a busking permit", "busking permits", "trwydded bysgio"}, {"a garage", "garages", "garej"},
	{"a beach hut", "beach huts", "cwt traeth"}, {"a mooring", "moorings", "angorfa"}, {"a street light", "street lights", "golau stryd"},
	{"a road closure", "road closures", "ffordd ar gau"}, {"a pavement table", "pavement tables", "bwrdd palmant"}, {"a hedge inspection", "hedge inspections", "archwiliad gwrych"},
	{"a noise visit", "noise visits", "ymweliad sŵn"}, {"a swimming lesson", "swimming lessons", "gwers nofio"}, {"a music lesson", "music lessons", "gwers gerdd"},
}

var askings = []struct{ title, asks, welsh string }{
	{"Applying for", "apply for", "Gwneud cais am"}, {"Renewing", "renew", "Adnewyddu"}, {"Paying for", "pay for", "Talu am"},
}

// notice is one of a town's notices.
type notice struct {
	number int
	body   body
}

func noticeAt(i int) notice { return notice{number: i, body: body{i / ofBody}} }

// first says whether it is the corporate notice of its council.
func (n notice) first() bool { return n.number%ofBody == 0 }

// inWelsh says whether it is one of those with a translation, one in twenty.
func (n notice) inWelsh() bool { return n.number%20 == 7 }

func (n notice) service() string {
	i := n.number%ofBody - 1
	return askings[i%len(askings)].title + " " + things[i/len(askings)].one
}

func (n notice) title() string {
	if n.first() {
		return "Main privacy notice of " + n.body.name()
	}
	return n.service() + " in " + n.body.name()
}

func (n notice) file() string {
	if n.first() {
		return "corporate"
	}
	return slug(n.service())
}

func (n notice) id() string { return n.body.folder() + "/" + n.file() }

// written is what all notices are made from, read once.
var written = sync.OnceValue(func() (w struct {
	service, corporate, welsh string
	sentences, welshSentences map[string][]string
}) {
	w.service, w.corporate, w.welsh = string(text("service.md")), string(text("corporate.md")), string(text("welsh.md"))
	w.sentences, w.welshSentences = sections("sentences.txt"), sections("welsh.txt")
	return w
})

// lengths is how many sentences the parts of a text have, in the order in which they are written.
var lengths = []struct {
	part  string
	count int
}{{"lead", 4}, {"data", 8}, {"purposes", 7}, {"recipients", 5}, {"retention", 5}, {"after", 8}, {"rights", 5}}

func (n notice) english() []byte {
	w := n.writer()
	for _, l := range lengths {
		w.values[l.part] = w.paragraphs(written().sentences[l.part], l.count)
	}
	if n.first() {
		return []byte(w.write(written().corporate))
	}
	return []byte(w.write(written().service))
}

func (n notice) welsh() []byte {
	w := n.writer()
	i := n.number%ofBody - 1
	w.values["title-cy"] = askings[i%len(askings)].welsh + " " + things[i/len(askings)].welsh + ", " + n.body.name()
	for _, part := range []string{"lead-cy", "data-cy", "retention-cy"} {
		sentences := written().welshSentences[part]
		w.values[part] = w.paragraphs(sentences, len(sentences))
	}
	return []byte(w.write(written().welsh))
}

// writer gives what writes the notice, with all that is the same throughout it.
func (n notice) writer() *writer {
	w := &writer{state: uint64(n.number) << 20}
	thing, asks := things[0], askings[0].asks
	if i := n.number%ofBody - 1; i >= 0 {
		thing, asks = things[i/len(askings)], askings[i%len(askings)].asks
	}
	pickOf := func(trade int) string {
		return slug(recipientWords[w.pick(len(recipientWords))] + " " + trades[trade].name)
	}
	other := n.other(w)
	w.values = map[string]string{
		"title": n.title(), "body": n.body.id(), "name": n.body.name() + " Council", "domain": n.body.domain(), "file": n.file(),
		"thing": thing.one, "things": thing.several, "ask": asks,
		"reference": fmt.Sprint(10 + w.pick(90)), "updated": fmt.Sprintf("2026-%02d-%02d", 3+w.pick(7), 1+w.pick(28)), "reviewed": fmt.Sprintf("2026-10-%02d", 1+w.pick(28)),
		"corporate": noticeAt(n.number - n.number%ofBody).id(),
		"letters":   pickOf(0), "hosting": pickOf(1), "payments": pickOf(2), "public": pickOf(3),
		"law":   laws[w.pick(len(laws))],
		"other": other.about(), "other-link": other.file() + ".md",
	}
	return w
}

// other gives a notice of the same council that is there whenever this one is.
func (n notice) other(w *writer) notice {
	before := n.number % ofBody
	if before < 2 {
		return noticeAt(n.number - before)
	}
	return noticeAt(n.number - before + 1 + w.pick(before-1))
}

// about is what a text calls a notice that it links to.
func (n notice) about() string {
	if n.first() {
		return "all our services"
	}
	return things[(n.number%ofBody-1)/len(askings)].several
}

var laws = []string{
	"Local Government Act 1972, section 111", "Localism Act 2011, section 1", "Highways Act 1980, section 184",
	"Environmental Protection Act 1990, section 45", "Housing Act 1985, section 9", "Public Libraries and Museums Act 1964, section 7",
	"Local Government (Miscellaneous Provisions) Act 1976, section 19", "Road Traffic Regulation Act 1984, section 45",
}
