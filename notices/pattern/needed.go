package pattern

import (
	"regexp/syntax"
	"slices"
	"strings"
	"unicode/utf8"
)

// Needed gives groups of words in small letters, those of ASCII. Of each group one at
// least stands in every text that the regular expression matches, whatever the case: see
// [Vocabulary.Find]. It gives the groups that tell most, and nothing for an expression
// that needs no words, or is none.
func Needed(form string) [][]string {
	const most = 3
	tree, err := syntax.Parse(form, syntax.Perl)
	if err != nil {
		return nil
	}
	groups := neededBy(tree)
	slices.SortStableFunc(groups, func(a, b []string) int { return worth(b) - worth(a) })
	return groups[:min(most, len(groups))]
}

// worth is the higher, the fewer texts have one of the words.
func worth(group []string) int {
	n := slices.MinFunc(group, func(a, b string) int { return len(a) - len(b) })
	return min(len(n), 8)*4 - len(group)
}

func neededBy(re *syntax.Regexp) (groups [][]string) {
	switch re.Op {
	case syntax.OpLiteral:
		return wordsIn(re.Rune)
	case syntax.OpCapture, syntax.OpPlus:
		return neededBy(re.Sub[0])
	case syntax.OpRepeat:
		if re.Min > 0 {
			return neededBy(re.Sub[0])
		}
	case syntax.OpConcat:
		for _, sub := range re.Sub {
			groups = append(groups, neededBy(sub)...)
		}
	case syntax.OpAlternate:
		return neededByOne(re.Sub)
	}
	return groups
}

// neededByOne gives one group for branches: the best of each of them.
func neededByOne(branches []*syntax.Regexp) [][]string {
	const most = 12
	var one []string
	for _, branch := range branches {
		groups := neededBy(branch)
		if len(groups) == 0 {
			return nil
		}
		one = append(one, slices.MaxFunc(groups, func(a, b []string) int { return worth(a) - worth(b) })...)
	}
	slices.Sort(one)
	if one = slices.Compact(one); len(one) > most {
		return nil
	}
	return [][]string{one}
}

// wordsIn gives those parts of a text that are long enough to be of use.
func wordsIn(text []rune) (groups [][]string) {
	const short = 4
	for _, part := range strings.FieldsFunc(string(text), func(c rune) bool { return c >= utf8.RuneSelf }) {
		if len(part) >= short {
			groups = append(groups, []string{strings.ToLower(part)})
		}
	}
	return groups
}
