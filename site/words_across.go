package site

// LookUpWords are the words of the pages that go across all notices. Leading are
// little words that do not count in the order of the alphabet, and Letters those
// letters that are written with two signs. The places of Span are {title}, {first}
// and {last}, that of InNotices is {n}
// and that of PartOf is {notice}; {outside} is as in StatementWords.
type LookUpWords struct {
	Title, Across, Given, All, Span, Next, InNotices, Notice     string
	Services, ServicesIntro, PartOf                              string
	Sharing, SharingIntro, Kinds, NoOne, NotSaid                 string
	Data, DataIntro, Sensitive, SensitiveIntro                   string
	Everything, NoSensitive, AlsoCalled                          string
	Why, WhyIntro, NoBasis                                       string
	HowLong, HowLongIntro, File, PeriodCode, Criteria, From      string
	Automated, AutomatedIntro, Decisions, Answers                string
	Yes, No, Unsaid                                              string
	Abroad, AbroadIntro, NoCountry, StaysHere                    string
	Children, ChildrenIntro, ForChildren, People, NotForChildren string
	Changes, ChangesIntro, NoDate                                string
	Leading, Letters                                             []string
}
