package site

// FeedWords are the words of feeds, and of links to what programs read. The
// places are {site} and {notice}.
type FeedWords struct {
	Site, Notice, Updated string
	Follow, FollowAll     string
	Data                  string
}

// CookieWords are the page that says that there are no cookies.
type CookieWords struct {
	Title, None, Nothing, Server string
}

// AccessWords are the accessibility statement. What the model statement for UK
// public bodies prescribes stands here in its own words. The places are {site},
// {scope}, {organisation}, {criterion}, {date}, {by} and {period}.
type AccessWords struct {
	Link, Title, Applies, RunBy, ThisSite           string
	Feedback, OtherForms, Within                    string
	Reporting, ReportingHow                         string
	Enforcement, Enforced, EnforcedLink             string
	EnforcedNorthernIreland, NorthernIrelandLink    string
	Technical, Committed, Status, Standard          string
	Full                                            string
	PartialProblems, PartialExempt, PartialBoth     string
	NoneProblems, NoneExempt, NoneBoth              string
	NonAccessible, NonAccessibleIntro               string
	Problems, Burden, OutOfScope                    string
	Fails, FixBy                                    string
	Improvements                                    string
	Preparation, Prepared, Reviewed, Tested, TestBy string
}
