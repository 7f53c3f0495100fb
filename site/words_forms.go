package site

// FormWords are the words of a notice's other forms.
type FormWords struct {
	Title, Large, Plain, Ordinary, Links string
}

// SearchWords are the words of the search. The places of Found are {query} and
// {n}, that of None is {query}.
type SearchWords struct {
	Title, Label, Button, Intro, Found, None, More string
}
