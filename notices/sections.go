package notices

// Section names a part of a notice's page, in the order of the page. It is the
// anchor of that part (notices/council-tax.html#retention), and a Markdown
// heading with that id puts its text there: "## Who sees it {#recipients}".
type Section string

// The sections of a notice's page.
const (
	ControllerSection         Section = "controller"
	PurposesSection           Section = "purposes"
	DataSection               Section = "data"
	SourcesSection            Section = "sources"
	RecipientsSection         Section = "recipients"
	TransfersSection          Section = "transfers"
	RetentionSection          Section = "retention"
	AutomatedDecisionsSection Section = "automated-decisions"
	SecuritySection           Section = "security"
	RightsSection             Section = "rights"
	ObjectionSection          Section = "objection" // apart from other information: Article 21(4)
	ComplaintsSection         Section = "complaints"
	TransitionSection         Section = "transition"
	ServicesSection           Section = "services" // of a corporate notice
	AboutSection              Section = "about"    // dates, changes, accepted gaps
)

// Sections is every section in the order of the page.
var Sections = []Section{
	TransitionSection, ControllerSection, PurposesSection, DataSection, SourcesSection, RecipientsSection,
	TransfersSection, RetentionSection, AutomatedDecisionsSection, SecuritySection, RightsSection, ObjectionSection,
	ComplaintsSection, ServicesSection, AboutSection,
}
