package snippet

import (
	"fmt"
	"strings"
)

// How much a short text names before it counts the rest.
const (
	mostPurposes   = 3
	mostRecipients = 3
)

// Form is the text beside the fields of a form: who, why, who with, how long, what
// can be done about it. It is one paragraph.
func (f Facts) Form() string {
	return f.marked(" ") + sentences(f.use("what you tell us here"), f.provision("the form"), f.sharing(), f.keeping(), f.special(),
		"You have rights over your information. How to use them, how to complain, and everything else: "+f.Address)
}

// Phone is what to say to somebody who calls, before asking for anything.
func (f Facts) Phone() string {
	recorded := ""
	if f.Calls {
		recorded = "This call is recorded."
	}
	return f.marked("\n\n") + strings.Join([]string{
		sentences("“Before we begin:", recorded, f.use("what you tell us")),
		sentences(f.provision("I"), f.sharing(), f.keeping()),
		sentences(f.special(), "You have rights over your information, and you can complain to us or to the regulator."),
		"All of this is on our website, and I can read it to you, or send it to you on paper. Would you like that?”",
		"",
		"The address to read out: " + spoken(f.Address),
		"This informs people. It does not ask for their consent, so do not ask whether they agree.",
	}, "\n")
}

// marked gives what the site has to say on everything it publishes, such as that it is
// an example.
func (f Facts) marked(after string) string {
	if f.Banner == "" {
		return ""
	}
	return "[" + f.Banner + "]" + after
}

// use says who uses something, and what for.
func (f Facts) use(what string) string {
	verb := "uses"
	if f.Many {
		verb = "use"
	}
	return fmt.Sprintf("%s %s %s to %s.", f.Who, verb, what, f.purposes(mostPurposes))
}

// purposes joins the first purposes, and counts the others.
func (f Facts) purposes(most int) string {
	if more := len(f.Why) - most; more > 0 {
		return strings.Join(f.Why[:most], "; to ") + "; and for " + counted(more, "other purpose", "other purposes")
	}
	return joined(f.Why)
}

// joined puts semicolons between purposes: they are long, and have words such as “and”
// in them.
func joined(list []string) string {
	if last := len(list) - 1; last > 0 {
		return strings.Join(list[:last], "; to ") + "; and to " + list[last]
	}
	return strings.Join(list, "")
}

func (f Facts) provision(who string) string {
	switch {
	case f.Needed && who == "I":
		return "Some of it you have to give us; I will say which."
	case f.Needed:
		return "Some of it you have to give us: " + who + " says which."
	case f.Optional:
		return "You do not have to give us any of it."
	}
	return ""
}

func (f Facts) sharing() string {
	switch {
	case f.None:
		return "We share it with nobody else."
	case len(f.Shared) > 0:
		return "We share it with " + some(f.Shared, mostRecipients) + "."
	}
	return ""
}

func (f Facts) keeping() string {
	switch {
	case f.Kept != "":
		return "We keep it " + f.Kept + "."
	case f.KeptMost != "":
		return "We keep it for up to " + f.KeptMost + "; our notice says how long for each part."
	}
	return "Our notice says how long we keep it."
}

// special is what people would not expect.
func (f Facts) special() string {
	var parts []string
	if f.Abroad {
		parts = append(parts, "Some of it goes to other countries.")
	}
	if f.Decides {
		parts = append(parts, "A computer makes a decision about you. You can ask for a person to look at it.")
	}
	if f.Consent {
		parts = append(parts, "Where we ask for your consent, you can take it back at any time.")
	}
	return sentences(parts...)
}

// sentences puts together those that there are.
func sentences(list ...string) string {
	return strings.Join(strings.Fields(strings.Join(list, " ")), " ")
}

// and lists names: “A, B and C”.
func and(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return strings.Join(list[:last], ", ") + " and " + list[last]
}

// some lists the first of many: “A, B and 4 others”.
func some(list []string, most int) string {
	if len(list) <= most {
		return and(list)
	}
	return fmt.Sprintf("%s and %d others", strings.Join(list[:most-1], ", "), len(list)-most+1)
}

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// spoken gives an address as it is read out.
func spoken(address string) string {
	address = strings.TrimPrefix(strings.TrimPrefix(address, "https://"), "http://")
	return strings.NewReplacer(".", " dot ", "/", " slash ", "-", " dash ", "_", " underscore ").Replace(address)
}
