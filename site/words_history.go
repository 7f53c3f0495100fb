package site

// HistoryWords are the words of what has changed in one notice, and of its earlier
// versions. The places are {notice}, {from} and {until}.
type HistoryWords struct {
	Link, Intro, Back, Wording, Before string
	Title, Held, AsItWas               string
}
