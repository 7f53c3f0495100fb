package snippet

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"notices.example/notices"
)

const address = "https://privacy.anytown.example/notices/parking.html"

var day = time.Date(2026, 11, 22, 0, 0, 0, 0, time.UTC)

func text(s string) notices.Text { return notices.Text{Value: s} }
func term(s string) notices.Term { return notices.Term{Value: s} }

// parking gives a notice with something of everything.
func parking() (*notices.Set, *notices.Complete) {
	anytown := &notices.Organisation{ID: notices.ID{Value: "anytown"}, Name: text("Anytown Council")}
	printers := &notices.Organisation{ID: notices.ID{Value: "printers"}, Name: text("Permit Makers Limited")}
	c := &notices.Complete{Controllers: []*notices.Organisation{anytown}}
	c.ID, c.Title, c.Lang = notices.ID{Value: "parking"}, text("Parking permits"), "en"
	c.Data = []notices.DataItem{{Label: text("Your name"), Origin: term("given"), Provision: term("required")}}
	c.Purposes = []notices.Purpose{{Purpose: text("Decide whether you can have a permit."), LawfulBasis: term("public-task")}, {Purpose: text("HMRC checks"), LawfulBasis: term("consent")}}
	c.Recipients.Items = []notices.Recipient{{Organisation: notices.Ref{Value: "printers"}}, {Name: text("Bailiffs")}, {Name: text("Bailiffs")}}
	c.Retention = []notices.Retention{{Period: notices.Period{Years: 2}, From: text("The end of your permit")}}
	return &notices.Set{Corpus: &notices.Corpus{}, Organisations: map[string]*notices.Organisation{"anytown": anytown, "printers": printers}}, c
}

func facts(t *testing.T, change func(c *notices.Complete)) Facts {
	t.Helper()
	set, c := parking()
	if change != nil {
		change(c)
	}
	f, err := Of(set, c, day, address)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestWhatStandsOnAForm(t *testing.T) {
	t.Parallel()
	want := "Anytown Council uses what you tell us here to decide whether you can have a permit; and to HMRC checks. " +
		"Some of it you have to give us: the form says which. We share it with Permit Makers Limited and bailiffs. " +
		"We keep it for 2 years from the end of your permit. Where we ask for your consent, you can take it back at any time. " +
		"You have rights over your information. How to use them, how to complain, and everything else: " + address
	if diff := cmp.Diff(want, facts(t, nil).Form()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestWhatAFormSaysHangsOnTheFacts(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change func(c *notices.Complete)
		want   string
		not    string
	}{
		"nobody else":            {func(c *notices.Complete) { c.Recipients = notices.Stated[notices.Recipient]{None: true} }, "We share it with nobody else.", "Permit Makers"},
		"nothing said of others": {func(c *notices.Complete) { c.Recipients = notices.Stated[notices.Recipient]{} }, "We keep it", "share"},
		"several times": {func(c *notices.Complete) {
			c.Retention = append(c.Retention, notices.Retention{Period: notices.Period{Months: 30}})
		}, "for up to 30 months;", "2 years"},
		"a time that hangs on something": {func(c *notices.Complete) { c.Retention = append(c.Retention, notices.Retention{Criteria: text("x")}) }, "Our notice says how long", "2 years"},
		"nothing has to be given":        {func(c *notices.Complete) { c.Data[0].Provision = term("optional") }, "You do not have to give us any of it.", "have to give us:"},
		"a computer decides": {func(c *notices.Complete) {
			c.AutomatedDecisions.Items = make([]notices.AutomatedDecision, 1)
		}, "A computer makes a decision about you.", ""},
		"it goes abroad": {func(c *notices.Complete) { c.Transfers.Items = make([]notices.Transfer, 1) }, "goes to other countries", ""},
		"many purposes":  {func(c *notices.Complete) { c.Purposes = append(c.Purposes, c.Purposes...) }, "and for 1 other purpose.", ""},
		"two bodies": {func(c *notices.Complete) {
			c.Controllers = append(c.Controllers, &notices.Organisation{Name: text("Othertown Council")})
		}, "Anytown Council and Othertown Council use what", ""},
	} {
		got := facts(t, c.change).Form()
		if !strings.Contains(got, c.want) || c.not != "" && strings.Contains(got, c.not) {
			t.Errorf("%s: %s", name, got)
		}
	}
}

// A notice that people cannot be sent to has no short text.
func TestNoticesWithoutAShortText(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		change  func(c *notices.Complete)
		address string
		want    error
	}{
		"a draft":           {func(c *notices.Complete) { c.Status = term("draft") }, address, ErrNotInForce},
		"in Welsh":          {func(c *notices.Complete) { c.Lang = "cy" }, address, ErrLanguage},
		"without address":   {func(*notices.Complete) {}, "", ErrNoAddress},
		"of nobody":         {func(c *notices.Complete) { c.Controllers = nil }, address, ErrNothing},
		"without a purpose": {func(c *notices.Complete) { c.Purposes = nil }, address, ErrNothing},
	} {
		set, n := parking()
		c.change(n)
		if _, err := Of(set, n, day, c.address); !errors.Is(err, c.want) {
			t.Errorf("%s: %v, want %v", name, err, c.want)
		}
	}
}

func TestATextMessageIsShort(t *testing.T) {
	t.Parallel()
	f := facts(t, nil)
	m := f.SMS()
	want := Message{"Anytown Council: how we use your information: " + address, 1}
	if diff := cmp.Diff(want, m); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	f.Address = "https://a.example/p"
	want.Text = "Anytown Council: we use what you tell us to decide whether you can have a permit; and to HMRC checks. Your rights and more: https://a.example/p"
	if diff := cmp.Diff(want, f.SMS()); diff != "" {
		t.Errorf("with room (-want +got):\n%s", diff)
	}
	f.Address = "https://a.example/" + strings.Repeat("p", 200)
	if got := f.SMS(); got.Parts != 2 || !strings.HasSuffix(got.Text, f.Address) {
		t.Errorf("a long address: %+v", got)
	}
}

func TestMessagesAreCountedAsTheyAreSent(t *testing.T) {
	t.Parallel()
	for text, parts := range map[string]int{
		strings.Repeat("a", 160):               1,
		strings.Repeat("a", 161):               2,
		strings.Repeat("a", 2*153+1):           3,
		strings.Repeat("€", 80):                1,
		strings.Repeat("€", 81):                2,
		strings.Repeat("’", 160):               1, // which is sent as '
		strings.Repeat("ŵ", 70):                1,
		strings.Repeat("ŵ", 71):                2,
		strings.Repeat("a", 69) + "\U0001f642": 2, // a sign that takes two
	} {
		if got := message(text); got.Parts != parts {
			t.Errorf("%d of %.1s: %d parts, want %d", len([]rune(text)), text, got.Parts, parts)
		}
	}
}

func TestWhatIsSaidOnThePhone(t *testing.T) {
	t.Parallel()
	got := facts(t, func(c *notices.Complete) { c.Data[0].Channels = []notices.Term{term("call-recording")} }).Phone()
	for _, want := range []string{"“Before we begin: This call is recorded. Anytown Council uses", "I will say which", "privacy dot anytown dot example slash notices slash parking dot html", "does not ask for their consent"} {
		if !strings.Contains(got, want) {
			t.Errorf("it does not say %q:\n%s", want, got)
		}
	}
}

func TestThePosterIsAPageThatLoadsNothing(t *testing.T) {
	t.Parallel()
	f := facts(t, func(c *notices.Complete) {
		c.Title = text("<script>alert(1)</script>")
		for len(c.Purposes) < 8 {
			c.Purposes = append(c.Purposes, c.Purposes[0])
		}
	})
	f.Banner = "This is an example."
	page, err := f.Poster()
	if err != nil {
		t.Fatal(err)
	}
	if again, _ := f.Poster(); string(again) != string(page) {
		t.Error("the same facts give another poster")
	}
	root, err := html.Parse(strings.NewReader(string(page)))
	if err != nil {
		t.Fatal(err)
	}
	items := 0
	for n := range root.Descendants() {
		switch {
		case n.Type == html.ElementNode && (n.Data == "script" || n.Data == "img" || n.Data == "link"):
			t.Errorf("it has a <%s>", n.Data)
		case n.Data == "li":
			items++
		}
	}
	if items != mostOnPoster {
		t.Errorf("it names %d purposes", items)
	}
	for _, want := range []string{"This is an example.", address, "which our notice lists", "<svg"} {
		if !strings.Contains(string(page), want) {
			t.Errorf("it does not have %q", want)
		}
	}
}

func TestAPhraseWithinASentence(t *testing.T) {
	t.Parallel()
	for phrase, want := range map[string]string{
		"Decide.": "decide", "HMRC checks": "HMRC checks", "I decide": "I decide", "éclairs": "éclairs", "Écouter": "écouter", "": "", "A": "A",
	} {
		if got := asPart(phrase); got != want {
			t.Errorf("%q: %q, want %q", phrase, got, want)
		}
	}
}
