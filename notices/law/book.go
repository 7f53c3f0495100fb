package law

import (
	"embed"
	"fmt"
	"io/fs"
	"sync"

	"go.yaml.in/yaml/v4"
)

//go:embed data/*.yaml
var data embed.FS

// book is everything in data/*.yaml: the law of every jurisdiction at all times.
type book struct {
	Jurisdictions       []jurisdiction
	Provisions          []scoped[Provision]
	Items               []scoped[Item]
	Bases               []scoped[Basis]
	SpecialCategories   []scoped[SpecialCategory] `yaml:"special_categories"`
	Conditions          []scoped[Condition]
	Schedule1           []scoped[Schedule1Condition] `yaml:"schedule_1"`
	RecognisedInterests []scoped[RecognisedInterest] `yaml:"recognised_interests"`
	Safeguards          []scoped[Safeguard]
	Rights              []scoped[Right]
	Regulators          []scoped[Regulator]
	Exemptions          []scoped[Exemption]
	EnforcementGrounds  []scoped[EnforcementGround]  `yaml:"law_enforcement_grounds"`
	Schedule8           []scoped[Schedule8Condition] `yaml:"schedule_8"`
	EnforcementItems    []scoped[Counterpart]        `yaml:"law_enforcement_items"`
	EnforcementRights   []scoped[Counterpart]        `yaml:"law_enforcement_rights"`
	Reasons             map[string]Wording
}

// jurisdiction is what only one jurisdiction has.
type jurisdiction struct {
	ID        string
	Name      Wording
	Territory Territory
}

// scoped is an entry and the jurisdiction it belongs to; both when Law is empty.
type scoped[T any] struct {
	Law   string
	Entry T `yaml:",inline"`
}

// library is the data, read once, and the editions that follow from it.
type library struct {
	book     book
	editions map[string][]edition // by jurisdiction, oldest first
}

var loadLibrary = sync.OnceValues(func() (library, error) {
	b, err := readBook(data)
	if err != nil {
		return library{}, err
	}
	lib := library{book: b, editions: map[string][]edition{}}
	for _, j := range b.Jurisdictions {
		lib.editions[j.ID] = b.editions(j)
	}
	return lib, nil
})

// readBook reads every data file into one book. A key that no field has, or one
// that stands twice, is an error.
func readBook(fsys fs.FS) (book, error) {
	names, err := fs.Glob(fsys, "data/*.yaml")
	if err != nil {
		return book{}, fmt.Errorf("list the law's data: %w", err)
	}
	var whole book
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return book{}, fmt.Errorf("read the law's data: %w", err)
		}
		var part book
		if err := yaml.Load(text, &part, yaml.WithKnownFields()); err != nil {
			return book{}, fmt.Errorf("read %s: %w", name, err)
		}
		whole.add(part)
	}
	return whole, nil
}

func (b *book) add(part book) {
	b.Jurisdictions = append(b.Jurisdictions, part.Jurisdictions...)
	b.Provisions = append(b.Provisions, part.Provisions...)
	b.Items = append(b.Items, part.Items...)
	b.Bases = append(b.Bases, part.Bases...)
	b.SpecialCategories = append(b.SpecialCategories, part.SpecialCategories...)
	b.Conditions = append(b.Conditions, part.Conditions...)
	b.Schedule1 = append(b.Schedule1, part.Schedule1...)
	b.RecognisedInterests = append(b.RecognisedInterests, part.RecognisedInterests...)
	b.Safeguards = append(b.Safeguards, part.Safeguards...)
	b.Rights = append(b.Rights, part.Rights...)
	b.Regulators = append(b.Regulators, part.Regulators...)
	b.Exemptions = append(b.Exemptions, part.Exemptions...)
	b.EnforcementGrounds = append(b.EnforcementGrounds, part.EnforcementGrounds...)
	b.Schedule8 = append(b.Schedule8, part.Schedule8...)
	b.EnforcementItems = append(b.EnforcementItems, part.EnforcementItems...)
	b.EnforcementRights = append(b.EnforcementRights, part.EnforcementRights...)
	if part.Reasons != nil {
		b.Reasons = part.Reasons
	}
}
