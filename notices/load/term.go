package load

import (
	"fmt"
	"strings"

	"notices.example/notices/law"
)

// termFix says which word of a list was meant, and where the others are.
func termFix(text, better, list string, s slot, words []string) string {
	word, provision := law.Word(list, text)
	switch {
	case word != "" && better == "":
		return fmt.Sprintf("Did you mean “%s” (%s)?\n%s: %s", word, inFull(provision), s.key, word)
	case better != "":
		return fmt.Sprintf("Did you mean “%s”? %s", better, choice("The words are: ", text, words))
	}
	return choice("Use one of these words: ", text, words)
}

// inFull writes a provision as people say it where its Schedule is plain.
func inFull(provision string) string {
	if _, number, found := strings.Cut(provision, " para "); found {
		return "paragraph " + number
	}
	return "Article " + provision
}

// choice gives the words that can stand at a place. Of many, it gives those that
// have a part in common with what was written, and says where all are.
func choice(lead, text string, words []string) string {
	const readable = 20
	if len(words) <= readable {
		return lead + strings.Join(words, ", ") + "."
	}
	const all = "Every word is listed in docs/keys.md."
	if near := related(text, words); len(near) > 0 {
		return "The nearest words are: " + strings.Join(near, ", ") + ". " + all
	}
	return all
}

// related gives the few words that have a part of some length in common with what
// was written.
func related(text string, words []string) []string {
	const few, significant = 5, 5 // words; letters
	var near []string
	for _, w := range words {
		for part := range strings.SplitSeq(plain(text, '-'), "-") {
			if len(near) < few && len(part) >= significant && strings.Contains(w, part) {
				near = append(near, w)
				break
			}
		}
	}
	return near
}
