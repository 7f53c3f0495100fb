package inherit

import "notices.example/notices"

// Rules gives the rules that Resolve checks.
func Rules() []notices.RuleDoc {
	return []notices.RuleDoc{
		{
			ID: "reference-unknown", Title: "A name leads nowhere", Severity: notices.Error,
			Why:  "A notice names organisations, data, purposes and other notices by their id. A name that leads nowhere would leave a gap on the page.",
			Bad:  "recipients:\n  - organisation: citzenlab\n    role: processor\n",
			Good: "recipients:\n  - organisation: citizenlab\n    role: processor\n",
		},
		{
			ID: "corporate-notice-wrong", Title: "The notice it builds on is not a corporate notice", Severity: notices.Error,
			Why:  "A service notice takes rights, complaints and other parts from a corporate notice. Only a notice of that kind can be built on.",
			Bad:  "corporate: council-tax\n",
			Good: "corporate: corporate\n",
		},
		{
			ID: "corporate-notice-unclear", Title: "Several corporate notices could be meant", Severity: notices.Error,
			Why:  "Parts are inherited from the controller's corporate notice. Where there are several, the notice has to say which.",
			Bad:  "controller: cornwall-council   # which has two corporate notices\n",
			Good: "controller: cornwall-council\ncorporate: cornwall/corporate\n",
		},
		{
			ID: "inherits-from-nothing", Title: "There is nothing to inherit from", Severity: notices.Error,
			Why:  "A part that is to come from the corporate notice is missing when there is no corporate notice.",
			Bad:  "inherits: [transfers]   # and the controller has no corporate notice\n",
			Good: "transfers: none\n",
		},
		{
			ID: "block-included-twice", Title: "A shared block is included twice", Severity: notices.Error,
			Why:  "Everything in the block would stand on the page twice.",
			Bad:  "include:\n  - cctv\n  - cctv\n",
			Good: "include:\n  - cctv\n",
		},
		{
			ID: "block-id-taken", Title: "A shared block uses an id of the notice", Severity: notices.Error,
			Why:  "An id names one thing. With two of them it is not clear which one a purpose or a retention period means.",
			Bad:  "# where the block cctv has an item of data called images\ninclude: [cctv]\ndata:\n  - id: images\n    label: Photographs\n",
			Good: "include: [cctv]\ndata:\n  - id: photographs\n    label: Photographs\n",
		},
		{
			ID: "translation-without-notice", Title: "A translation of nothing", Severity: notices.Error,
			Why:  "A translation holds only words. The facts come from the notice it translates, so that has to be there.",
			Bad:  "content/notices/parking.cy.md without content/notices/parking.md\n",
			Good: "content/notices/parking.cy.md beside content/notices/parking.md\n",
		},
		{
			ID: "translation-without-original", Title: "A translation of a file that is not there", Severity: notices.Error,
			Why:  "The translation of an organisation, a shared block or the glossary holds only words. The facts come from the file it translates, so that has to be there.",
			Bad:  "content/organisations/council.cy.yaml without content/organisations/council.yaml\n",
			Good: "content/organisations/council.cy.yaml beside content/organisations/council.yaml\n",
		},
		{
			ID: "translation-states-fact", Title: "A translation states a fact otherwise", Severity: notices.Error,
			Why:  "The two languages of a file share their facts, so that they cannot say different things.",
			Bad:  "# in parking.cy.md, where parking.md says “2 years”\nretention:\n  - period: 3 years\n",
			Good: "# in parking.cy.md\nretention:\n  - from: diwedd y drwydded\n",
		},
		{
			ID: "translation-unmatched", Title: "A translation of something that is not there", Severity: notices.Error,
			Why:  "Words are matched by id, or by their order where things have no id. Words that match nothing would be lost.",
			Bad:  "# in parking.cy.md, where parking.md has no such id\ndata:\n  - id: licence\n    label: Trwydded\n",
			Good: "data:\n  - id: permit\n    label: Trwydded\n",
		},
	}
}
