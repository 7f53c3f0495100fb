package notices

import "strings"

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

// keySections are the keys of a notice's file by the section of the page that shows
// what stands there. What the other keys hold is about the notice as a whole.
var keySections = map[string]Section{
	"controller": ControllerSection, "joint_arrangement": ControllerSection, "provided_by": ControllerSection, "also_processor_for": ControllerSection,
	"purposes": PurposesSection, "lawful_basis": PurposesSection, "basis_in_law": PurposesSection,
	"data": DataSection, "data_subjects": DataSection, "children": DataSection, "not_collected": DataSection,
	"special_category_data": DataSection, "criminal_offence_data": DataSection, "law_enforcement_processing": DataSection,
	"sources":    SourcesSection,
	"recipients": RecipientsSection, "never_shared_for": RecipientsSection, "access": RecipientsSection,
	"transfers":           TransfersSection,
	"retention":           RetentionSection,
	"automated_decisions": AutomatedDecisionsSection, "profiling": AutomatedDecisionsSection, "artificial_intelligence": AutomatedDecisionsSection,
	"security":   SecuritySection,
	"rights":     RightsSection,
	"complaints": ComplaintsSection,
	"transition": TransitionSection,
	"covers":     ServicesSection,
}

// SectionOfField gives the section of a notice's page that shows what stands at a
// field of its file (see Finding.Field), and AboutSection for what concerns the
// notice as a whole. The text in Markdown may stand in any section.
func SectionOfField(field string) Section {
	key, _, _ := strings.Cut(field, "/")
	if s, known := keySections[key]; known {
		return s
	}
	return AboutSection
}
