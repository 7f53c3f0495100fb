package notices

// TermLists are the words each Term may be, by the name in the tag terms:"…".
// Lists that the law makes (lawful-basis, right, …) are in package law.
var TermLists = map[string][]string{
	"jurisdiction":        {"uk", "eu"},
	"language":            {"en", "cy"},
	"severity":            {"off", "advice", "warning", "error"},
	"compliance":          {"full", "partial", "none"},
	"notice-kind":         {"corporate", "service", "transition"},
	"status":              {"published", "draft"},
	"origin":              {"given", "observed", "derived", "obtained"},
	"provision":           {"statutory", "contractual", "required", "optional"},
	"identifiability":     {"identifiable", "pseudonymised", "aggregated"},
	"disposal":            {"deleted", "anonymised", "archived", "reviewed", "returned", "overwritten"},
	"applies":             {"yes", "no", "limited"},
	"recipient-role":      {"processor", "sub-processor", "controller", "joint-controller", "public-authority", "public"},
	"source-kind":         {"public-body", "organisation", "person", "public-register", "sign-in-service", "identity-verifier", "other"},
	"offence-condition":   {"official-authority", "schedule-1"},
	"competent-authority": {"schedule-7", "statutory-function"},
	"part": {
		"data_subjects", "sources", "recipients", "transfers", "retention",
		"automated_decisions", "profiling", "security", "never_shared_for",
	},
	"contact-role": {
		"data-protection-officer", "information-governance", "representative", "general", "complaints",
		"breach", "records", "cctv", "rights-requests", "help",
	},
	"channel": {
		"website", "cookies", "account", "crm", "email", "email-alerts", "sms", "phone", "call-recording",
		"textphone", "social-media", "chatbot", "adviser-chat", "cctv", "body-worn-video", "paper", "in-person", "online-form", "survey",
	},
	"activity": {
		"analysis", "targeting", "eligibility", "profiling", "direct-marketing", "prize-draw", "research", "statistics",
		"archiving", "fraud-prevention", "data-matching", "law-enforcement", "security", "quality-assurance", "training",
	},
}
