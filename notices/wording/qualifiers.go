package wording

import "notices.example/notices/pattern"

const (
	us     = `(?:we|the council|this council|councils|our (?:\pL+ ){0,3}(?:team|staff|officers?|service|services|contractors?|suppliers?|partners?)|council staff|our partners)`
	hedged = `(?:may|might|could)`
	adverb = `(?:also |then |sometimes |occasionally |therefore |still |at times |on occasion |from time to time )*`

	handled = `(?:shared|used|collected|kept|stored|passed|disclosed|processed|transferred|sent|recorded|monitored|held|given|made public|made available|` +
		`retained|combined|linked|matched|compared|analysed|published|accessed|viewed|checked|obtained|released|forwarded|tracked|logged)`
	ours = `(?:data|information|details|reports?|records?|results?|calls?|communications?|conversations?|emails?|images?|recordings?|answers|they|it|this|these|which)`
)

// hedges are the ways of leaving open whether the body does something. The words
// to report are the first group.
var hedges = []phrase{
	hinted("may|might|could", `(?i)\b`+us+` `+adverb+`(`+hedged+`) `+adverb+`\pL`),
	hinted("may|might|could", `(?i)\b`+ours+` `+adverb+`(`+hedged+`) `+adverb+`be `+adverb+handled+`\b`),
	hinted("may|might|could", `(?i)\byou `+adverb+`(`+hedged+`) `+adverb+`be (?:asked|contacted|monitored|recorded|identified)\b`),
	hinted("may|might|could", `(?i)\bthere (`+hedged+`) be (?:occasions|times|circumstances|situations|cases|instances)\b`),
	hinted("may|might|could", `(?i)\bit (`+hedged+`) (?:sometimes |also )?be (?:necessary|needed|required|appropriate) (?:for us )?to\b`),
	hinted("may|might|could", `(?i)\b(?:data|information|details) `+adverb+`(`+hedged+`) `+adverb+`(?:leave|go|be moved)\b`),
	hinted("be necessary", `(?i)\b(may|might) (?:sometimes |occasionally )?be necessary\b`),
	hinted("often|sometimes|possibly|perhaps|occasionally|generally|normally|usually|typically", `(?i)\b`+us+` (often|sometimes|possibly|perhaps|occasionally|generally|normally|usually|typically) (?:`+doing+`)\b`),
	hinted("sometimes|occasionally|possibly|time to time|in some|in certain", `(?i)\b(sometimes|occasionally|possibly|from time to time|in (?:some|certain) (?:cases|circumstances)),? (?:we|the council|your (?:data|information|details) (?:is|are|will be)) (?:`+doing+`|`+handled+`)\b`),
	hinted("some of", `(?i)\b(?:share|pass|give|send|disclose|keep|use) (some) of (?:your|the|this|these) (?:personal )?(?:data|information|details)\b`),
}

const doing = `share|use|collect|keep|store|pass|disclose|process|transfer|send|record|monitor|hold|give|retain|combine|link|match|analyse|publish|obtain|ask|contact|receive|need`

// when matches a condition that readers can check.
var when = pattern.MustCompile(`\b(?:if|when|where|whenever|once|unless|until|while|after|before|in case|as soon as|because)\b`)

// anyCase matches conditions that are none.
var anyCase = pattern.MustCompile(`\b(?:if|when|where|as|wherever|whenever) (?:it is |this is |they are |we are |we think it is )?(?:appropriate|necessary|needed|required|relevant|applicable|possible|practicable|reasonable|permitted|allowed|lawful|proportionate)(?: by law| to do so)?\b|\bif need be\b`)

const qualifierFix = "Say what you do. If you do it only at times, say when: “If you ask us to, we …”."

// qualifiers reports words that leave open whether the body does something with
// people's data (WP260 rev.01, para 13). A sentence that says when is left alone,
// and so is what the body does not do.
func (r *reader) qualifiers() {
	seen := map[int]bool{}
	for _, form := range hedges {
		for _, at := range r.matches(form) {
			start, stop := at[2], at[3]
			if seen[start] || r.text.Words[start] == 'M' || r.saysWhen(start, stop) {
				continue
			}
			seen[start] = true
			r.hit(Qualifier, start, stop, r.quoted(min(at[0], start), stop)+" leaves open whether you do it.", qualifierFix)
		}
	}
}

// otherwise matches what goes on to say that something is not done, or that the
// notice itself changes, which has a rule of its own.
var otherwise = pattern.MustCompile(`^ (?:not|never|only|need to (?:change|update)|change|update|amend|revise)\b`)

// soThat matches what comes before the end that something serves.
var soThat = pattern.MustCompile(`\b(?:so|so that|in order that) (?:we|the council) $`)

// butNot matches what takes back what could have been done.
var butNot = pattern.MustCompile(`\b(?:but|though|although|yet) (?:we |the council |it |they )?(?:do|does|did|have|has|will|would|are|is)(?: not|n't| never)\b|\bbut never\b`)

// saysWhen reports whether the sentence around a word says when that is so, or
// leaves nothing open.
func (r *reader) saysWhen(start, stop int) bool {
	s := r.sentence(start)
	if otherwise.MatchString(plain(r.text.Words[stop:s.stop])) || soThat.MatchString(plain(r.text.Words[s.start:start])) {
		return true
	}
	sentence := plain(r.text.Words[s.start:s.stop])
	if butNot.MatchString(sentence) {
		return true
	}
	return when.MatchString(anyCase.ReplaceAllString(sentence, ""))
}
