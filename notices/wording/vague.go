package wording

import "notices.example/notices/pattern"

const (
	doVerbs = `(?:improve|improving|enhance|enhancing|develop|developing|shape|shaping|deliver|delivering|manage|managing|plan|planning|provide|providing|monitor|monitoring|run|running|design|designing|review|reviewing)`
	someOf  = `(?:(?:our|the|its|your|council|public|better|new|these|those|their|its|own|local|all|and|online|website) )*`
	ends    = `(?:$|[.,;:)]| and\b| or\b| for you\b| to you\b| over time\b| generally\b)`
)

var (
	// betterServices are purposes that could be anything a council does. In a text
	// they count where they are given as what something is for.
	betterServices = hinted("improv|enhanc|develop|shap", `(?i)\b(?:to|for|help us|helps us|us to|help|helps) ((?:improve|improving|enhance|enhancing|develop|developing|shape|shaping)`+
		`(?:(?:,| and|, and| or) `+doVerbs+`)* `+someOf+`(?:services|service delivery|the service|offer|offering|programmes|performance|efficiency))`+ends)
	manyVerbs = hinted("service|programme|offer|what we", `(?i)\b(`+doVerbs+`(?:(?:,| and|, and| or) `+doVerbs+`)+ `+someOf+`(?:services?|programmes|offer|what we (?:do|offer|deliver)))`+ends)
	vagueEnds = hinted("research|business|operational|administrati|management|internal|purposes|various|other", `(?i)\b(?:for|in) ((?:our |other |various |internal |general |legitimate |normal )*(?:research|business intelligence|business|operational|administrative|administration|management|internal|other|various)(?: purposes)?)(?:$|[.;)])`)
	buzzwords = words(`personali[sz](?:e|ing|ation)(?: of)?(?: (?:your|the))?(?: (?:experience|content|services?|website|visit))?`,
		`(?:improve|improving|enhance|enhancing) (?:your|the|user|customer) (?:user |customer )?experience`)

	// onlyVague matches a purpose that says nothing else.
	onlyVague = pattern.MustCompile(`(?i)^(?:to |for |we may |we )?(?:` + doVerbs + `(?:(?:,| and|, and| or) ` + doVerbs + `)* ` + someOf +
		`(?:services?|programmes|business|functions|operations|performance)|(?:for )?(?:research|business|administration|administrative|operational|internal|marketing|statistical|analytics?|analysis)(?: purposes)?|` +
		`business intelligence|personali[sz]ation|service (?:improvement|delivery|provision|development)|(?:improve|improving|enhance|enhancing) (?:your|the) experience)\.?$`)
)

const purposeFix = "Say what is done and to what, so that people can picture it: “see which pages are read, and rewrite those that nobody finds”."

// purposes reports purposes that have no object (WP260 rev.01, para 12).
func (r *reader) purposes() {
	if r.text.Field == "purpose" {
		if p := trimmed(r.text.Words, part{0, len(r.text.Words)}); onlyVague.MatchString(r.text.Words[p.start:p.stop]) {
			r.vaguePurpose(p.start, p.stop)
			return
		}
	}
	if remarks[r.text.Field] {
		return
	}
	seen := map[int]bool{}
	for _, form := range []phrase{manyVerbs, betterServices, vagueEnds} {
		for _, at := range r.matches(form) {
			if s := r.sentence(at[2]); !seen[s.start] && !denied.MatchString(plain(r.text.Words[s.start:at[2]])) {
				seen[s.start] = true
				r.vaguePurpose(at[2], at[3])
			}
		}
	}
	r.find(buzzwords, func(start, stop int, _ string) {
		if s := r.sentence(start); !seen[s.start] {
			seen[s.start] = true
			r.vaguePurpose(start, stop)
		}
	})
}

func (r *reader) vaguePurpose(start, stop int) {
	r.hit(PurposeVague, start, stop, r.quoted(start, stop)+" could mean anything: readers cannot tell what their data is used for.", purposeFix)
}

// denied matches what is said not to happen.
var denied = pattern.MustCompile(`\b(?:not|never|no|nor|nobody|none|neither|without|n't|cannot|nothing)\b|n't\b`)

var (
	asLongAs = words(`(?:for )?(?:only )?(?:as|so) long as (?:it |they |this )?(?:is |are |we |as )?(?:reasonably |strictly |legally |absolutely )?(?:necessary|needed|required|need it|need to|require it)`,
		`(?:no|not) longer than (?:it )?(?:is )?(?:reasonably |strictly |legally |absolutely )?(?:necessary|needed|required)`,
		`(?:for )?as long as (?:the law|our legal obligations|legislation|statute)[^.]{0,60}? (?:say|says|requires?|allows?|demands?)`,
		`(?:for )?(?:a|the) (?:reasonable|appropriate|necessary) (?:period|length of time|time)`).with("long as|longer than|reasonable|appropriate|necessary")
	bySchedule = words(`in (?:line|accordance|keeping) with (?:(?:our|the|its|all|any|relevant|applicable|council's|council’s|corporate|statutory|legal) )*` +
		`(?:retention|disposal|statutory|legal)(?: and disposal| and retention)? ?(?:schedules?|periods?|polic(?:y|ies)|requirements?|obligations?|guidelines?)`).with("line with|accordance|keeping with")
	aboutKeeping = pattern.MustCompile(`\b(?:keep|kept|keeps|hold|held|holds|retain|retained|retains|store|stored|stores|delete|deleted|destroy|destroyed|dispose|disposed)\b`)
	aLength      = pattern.MustCompile(`\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|thirty|ninety) (?:calendar |working |full |more )?(?:hour|day|week|month|year)s?\b|\buntil\b`)
)

// retention reports periods that decide nothing, in a text. Those in the facts
// have a rule of their own.
func (r *reader) retention() {
	seen := map[int]bool{}
	for _, form := range []phrase{asLongAs, bySchedule} {
		r.find(form, func(start, stop int, sentence string) {
			s := r.sentence(start)
			if aboutKeeping.MatchString(sentence) && !aLength.MatchString(sentence) && !seen[s.start] {
				seen[s.start] = true
				r.hit(RetentionVague, start, stop, r.quoted(start, stop)+" does not tell readers how long their data is kept.",
					"Give the period and what it runs from, or a test that readers can apply to themselves.")
			}
		})
	}
}

const (
	anyone = `(?:(?:our|other|any|some|relevant|trusted|selected|certain|external|appropriate|authorised|approved|various|carefully|specially|suitable|partner|third[- ]party|the council's|the council’s) )*` +
		`(?:third[- ]part(?:y|ies)|partners?|organisations?|agenc(?:y|ies)|bodies|companies|service providers?|suppliers?|contractors?|businesses)`
	giving = `(?:share|shared|shares|sharing|pass|passed|passes|disclose|disclosed|discloses|give|gives|given|send|sends|sent|provide|provided|release|released|transfer|transferred|` +
		`forward|forwarded|make available|made available)`
)

// toAnyone matches data going to somebody who could be anybody. The words to
// report are the first group; the second is what goes on behind them.
var toAnyone = hinted("part|organisation|agenc|bodies|companies|provider|supplier|contractor|business", `(?i)\b`+giving+`\b[^.;]{0,60}? (?:to|with|between|among) (`+anyone+`(?:(?:,| and| or|, and) `+anyone+`)*)\b(.{0,16})`)

// named matches what goes on to say who they are.
var named = pattern.MustCompile(`(?i)^(?: (?:such as|like|including|namely|for example|e\.g|who|that|which|whose|in |of |from |listed|named|set out|below|above|on |under |responsible|acting|we have|at )|[:(,–]| [(–-]|\w|['’-])`)

var weWorkWith = pattern.MustCompile(`(?i)^ (?:that |which |who |whom |with whom )?we work`)

// recipients reports recipients that could be anybody, in a text.
func (r *reader) recipients() {
	for _, at := range r.matches(toAnyone) {
		s := r.sentence(at[2])
		behind := r.text.Words[at[4]:at[5]]
		if denied.MatchString(plain(r.text.Words[s.start:at[2]])) || named.MatchString(behind) && !weWorkWith.MatchString(behind) {
			continue
		}
		r.hit(RecipientVague, at[2], at[3], r.quoted(at[2], at[3])+" could be anybody: readers cannot tell who gets their data.",
			"Name them, or say what they do, in which sector and where: “the firms that print our letters, in England”.")
	}
}

var openList = words(`(?:this|the|that) list is (?:not|by no means) (?:exhaustive|complete|definitive|comprehensive|final)`, `(?:is|are) not an? exhaustive list`,
	`not an exhaustive list`, `non-exhaustive`, `list is not exhaustive`, `includ(?:e|es|ing),? but (?:is |are )?not (?:limited|restricted|confined) to`, `this is not a (?:complete|full) list`)

// openLists reports lists that are said not to be complete.
func (r *reader) openLists() {
	r.find(openList, func(start, stop int, _ string) {
		r.hit(ListOpen, start, stop, r.quoted(start, stop)+" tells readers that something is kept from them.",
			"Complete the list, or give the kinds that the rest belongs to, and take these words out.")
	})
}

var (
	lookAgain = words(`(?:check|visit|review|look at|revisit|read|return to|refer to|come back to|consult|look)(?: back)?(?: at| to| on)?(?: (?:this|the|our) (?:(?:privacy|website|web) )?(?:page|notice|policy|website|site|statement))?(?: here)?(?: again)?(?:,? for (?:any )?(?:changes|updates))?,? `+atTimes,
		atTimes+` (?:check|visit|review|look at|revisit|read)(?: back)?(?: on)? (?:this|the|our) (?:(?:privacy|website|web) )?(?:page|notice|policy|website|site|statement)`,
		`(?:check|visit|revisit|return to|come back to) (?:this|the|our) (?:privacy )?(?:page|notice|policy|site|website) (?:again )?(?:for|to see)(?: if| any| whether| the)?(?: latest)? (?:changes|updates|version|it has changed|we have)`).with("regularly|periodically|often|frequently|time to time|occasionally|intervals|every so|now and then|changes|updates|version|it has changed|we have")
	byUs = pattern.MustCompile(`(?i)\b(?:we|council|team|officer|officers|staff|board|will|is|are)(?: \pL+)? $`)
)

const atTimes = `(?:regularly|periodically|often|frequently|from time to time|occasionally|at intervals|every so often|now and then)`

// changes reports that people are left to find out about changes by themselves,
// which WP260 rev.01 (para 29) calls insufficient and unfair.
func (r *reader) changes() {
	r.find(lookAgain, func(start, stop int, _ string) {
		if byUs.MatchString(r.text.Words[:start]) {
			return
		}
		r.hit(ChangesLeft, start, stop, "Readers are asked to look for changes themselves: "+r.quoted(start, stop)+".",
			"Say how you tell them: by letter or email when a change matters to them, and otherwise by the feed of changes that this site offers.")
	})
}

var promised = words(`(?:will |shall )?(?:make|made) (?:it |this |that |these )?(?:very )?clear (?:then|later|at (?:that|the|this) (?:time|point|stage|moment)|when (?:we|you))`,
	`(?:will|shall) (?:explain|tell you|set out|let you know|inform you|advise you)(?: \pL+){0,4} (?:later|in due course|at a later (?:date|stage|time))`,
	`(?:will|shall|to) be (?:added|updated|confirmed|published|provided|explained|given|set out|made clear|made available) (?:here )?(?:later|in due course|soon|shortly|at a later (?:date|stage|time)|when (?:available|known|ready|agreed))`,
	`(?:further|more) (?:details|information) (?:will|to) follow`).with("clear|later|due course|soon|shortly|will follow|to follow|when available|when known|when ready|when agreed")

// promises reports information that is promised in place of being given.
func (r *reader) promises() {
	r.find(promised, func(start, stop int, _ string) {
		r.hit(InformationPromised, start, stop, r.quoted(start, stop)+" promises what this notice has to say itself.",
			"Say it here. If it is not settled yet, list it under “open_questions” and keep the notice a draft.")
	})
}
