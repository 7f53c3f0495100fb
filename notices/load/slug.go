package load

import "strings"

// Slug gives the name for a file that is close to some words: blue-badges for “Blue
// badges”. It is empty when no letter a to z and no digit is left of them.
func Slug(words string) string {
	if s := slug(words); idProblem(s) == "" {
		return s
	}
	return ""
}

// NameProblem says in a sentence what is wrong with the name of a content file, or
// with a path of such names, or nothing.
func NameProblem(name string) string {
	for segment := range strings.SplitSeq(name, "/") {
		if problem := idProblem(segment); problem != "" {
			return problem
		}
	}
	return ""
}
