package handbook

const (
	introduces = "It only introduces its points, which have rules."
	whenTold   = "When people are told cannot be read from a notice."
	ownCase    = "It is told to a person in their own case, on request or not. A notice for everyone need not say it."
)

// unserved says why a provision of the duties to inform is served by no rule.
var unserved = map[string]string{
	"13(1)": introduces,
	"13(2)": introduces,
	"13(6)": "It explains when 13(5) holds.",

	"21(4)": "Every page shows the right to object where it applies, apart from other information. A notice need not say it a second time.",

	"14(1)":    introduces,
	"14(2)":    introduces,
	"14(3)":    whenTold,
	"14(3)(a)": whenTold,
	"14(3)(b)": whenTold,
	"14(3)(c)": whenTold,
	"14(6)":    "It explains when 14(5)(e) holds.",

	"DPA 2018 s.44(2)":    ownCase,
	"DPA 2018 s.44(2)(b)": ownCase,
	"DPA 2018 s.44(2)(c)": ownCase,
	"DPA 2018 s.44(2)(d)": ownCase,
	"DPA 2018 s.44(4)":    "It says when a body may hold back what it would tell a person in their own case.",
}
