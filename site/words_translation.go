package site

// TranslationWords are said where a notice is not translated, or the translation
// is older than the notice. Languages names them by tag. The places of Stale are
// {language}, {date} and {from}, that of Newer is {language}.
type TranslationWords struct {
	Languages    map[string]string
	NotYet, Read string
	Facts        string
	Ask, AskHow  string
	Stale, Newer string
}
