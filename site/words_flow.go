package site

// FlowWords are the words of the picture that shows where information comes from
// and goes to.
type FlowWords struct {
	Title, From, You, Unsaid, Us, To, Told string
	Sources, Recipients                    string // lead to the tables that name them
}
