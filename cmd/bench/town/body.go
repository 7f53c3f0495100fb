package town

import (
	"fmt"
	"strings"
)

// The names of councils are made of two words each.
var (
	firstWords = []string{
		"Harbour", "Meadow", "Orchard", "Valley", "Forest", "Mill", "Bridge", "Market", "Castle", "Garden",
		"River", "Stone", "Heather", "Willow", "Barley", "Copper", "Lantern", "Anchor", "Thistle", "Clover",
		"Quarry", "Ferry", "Beacon", "Juniper", "Acorn", "Kettle", "Saddle", "Marble", "Timber", "Falcon",
		"Otter", "Badger", "Heron", "Swallow", "Plover", "Lichen", "Bramble", "Hazel", "Rowan", "Linden",
	}
	secondWords = []string{
		"Hill", "Lake", "Shore", "Moor", "Field", "Spring", "Island", "Marsh", "Gate", "Cliff", "Haven", "Grove", "Brook",
		"Tower", "Well", "Ridge", "Down", "Lane", "Bay", "Cross", "Heath", "Warren", "Weir", "Pool", "Common",
	}
)

// body is a council.
type body struct{ number int }

// name is the council's short name, such as Harbour and Hill.
func (b body) name() string {
	first, second := firstWords[b.number%len(firstWords)], secondWords[b.number/len(firstWords)%len(secondWords)]
	if round := b.number / (len(firstWords) * len(secondWords)); round > 0 {
		return fmt.Sprintf("%s and %s %d", first, second, round+1)
	}
	return first + " and " + second
}

func (b body) id() string     { return slug(b.name()) + "-council" }
func (b body) folder() string { return slug(b.name()) }
func (b body) domain() string { return slug(b.name()) + ".example" }

func (b body) file() File {
	w := writer{state: uint64(b.number), values: map[string]string{
		"name": b.name(), "domain": b.domain(), "number": fmt.Sprintf("%06d", 100000+b.number),
	}}
	return File{"content/organisations/" + b.id() + ".yaml", []byte(w.write(string(text("council.yaml"))))}
}

// What companies do for councils, and what they are called after.
var (
	trades = []struct{ name, does string }{
		{"Letters", "Prints and posts letters for public bodies."},
		{"Hosting", "Runs the computers on which the forms of public bodies work."},
		{"Payments", "Takes card payments for public bodies."},
		{"Inspectors", "Looks into how public bodies spend their money, and into complaints about them."},
	}
	recipientWords = []string{"Amber", "Birch", "Cedar", "Delta", "Ember", "Flint", "Garnet", "Hollow", "Indigo", "Jasper"}
)

// recipient is a body that gets data from several councils.
type recipient struct{ name, does string }

// recipients gives all of them, ten of each trade.
func recipients() (all []recipient) {
	for _, t := range trades {
		for _, word := range recipientWords {
			all = append(all, recipient{name: word + " " + t.name, does: t.does})
		}
	}
	return all
}

func (r recipient) file() File {
	return File{"content/organisations/" + slug(r.name) + ".yaml", fmt.Appendf(nil, "name: %s\ndescription: %s\ncountry: GB\nwebsite: https://%s.example/\n", r.name, r.does, slug(r.name))}
}

func slug(name string) string {
	return strings.ReplaceAll(strings.ToLower(name), " ", "-")
}
