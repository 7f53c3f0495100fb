package site

// HistoryWords are the words of what has changed in one notice, of its earlier versions,
// and of notices that have ended. The places are {notice}, {from}, {until} and {day}. What
// ends in From is for when it is not known until when.
type HistoryWords struct {
	Link, Intro, Back, Wording, Before        string
	Title, TitleFrom, Held, HeldFrom, AsItWas string
	Ended                                     EndedWords
}

// EndedWords are those of notices that have ended.
type EndedWords struct {
	Title, Intro                       string // of the page that lists them
	On, NoLonger, Said, Span, SpanFrom string // of the page of one
	Back, Successor, Who               string
}
