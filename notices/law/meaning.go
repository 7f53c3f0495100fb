package law

// Meaning gives what a word of a list stands for, in English, and the provision it
// is from: "Public task" and "6(1)(e)" for public-task in the list lawful-basis. It
// gives nothing for a word that the law's lists do not have; the provision is empty
// where it differs between jurisdictions or there is none.
func Meaning(list, word string) (label, provision string) {
	lib, err := loadLibrary()
	if err != nil {
		return "", ""
	}
	b := lib.book
	switch list {
	case "lawful-basis":
		return meaning(b.Bases, word, func(e Basis) (Wording, string) { return e.Label, e.Provision })
	case "special-category":
		return meaning(b.SpecialCategories, word, func(e SpecialCategory) (Wording, string) { return e.Label, "9(1)" })
	case "special-category-condition":
		return meaning(b.Conditions, word, func(e Condition) (Wording, string) { return e.Label, e.Provision })
	case "schedule-1":
		return meaning(b.Schedule1, word, func(e Schedule1Condition) (Wording, string) { return e.Label, e.Provision })
	case "recognised-interest":
		return meaning(b.RecognisedInterests, word, func(e RecognisedInterest) (Wording, string) { return e.Label, e.Provision })
	case "safeguard":
		return meaning(b.Safeguards, word, func(e Safeguard) (Wording, string) { return e.Label, "" })
	case "right":
		return meaning(b.Rights, word, func(e Right) (Wording, string) { return e.Label, "" })
	case "regulator":
		return meaning(b.Regulators, word, func(e Regulator) (Wording, string) { return e.Name, "" })
	case "information-item":
		return meaning(b.Items, word, func(e Item) (Wording, string) { return e.Label, e.Article13 })
	case "law-enforcement-ground":
		return meaning(b.EnforcementGrounds, word, func(e EnforcementGround) (Wording, string) { return e.Label, e.Provision })
	case "schedule-8":
		return meaning(b.Schedule8, word, func(e Schedule8Condition) (Wording, string) { return e.Label, e.Provision })
	}
	return "", ""
}

// meaning finds the word in its list. Of several entries, the newest counts.
func meaning[T entry](list []scoped[T], word string, of func(T) (Wording, string)) (label, provision string) {
	for _, s := range list {
		if s.Entry.id() == word {
			var words Wording
			words, provision = of(s.Entry)
			label, _ = words.In("en")
		}
	}
	return label, provision
}
