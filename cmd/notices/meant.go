package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"notices.example/notices"
	"notices.example/notices/cms"
	"notices.example/notices/starter"
)

// nearest puts the one of the names that a word was probably meant to be into a
// sentence; nothing when none is near. A name is near, too, when the word is a part of
// it: “website” for cornwall/website, “parking” for parking-permits.
func nearest(word string, names []string, sentence string) string {
	const swapped = 3 // two letters in the wrong order count as two mistakes
	best, fewest := "", max(len(word)/3+1, min(len(word)-1, swapped))
	for _, name := range names {
		n := levenshtein.ComputeDistance(strings.ToLower(word), strings.ToLower(name))
		if strings.HasSuffix(name, "/"+word) || strings.HasPrefix(name, word+"-") {
			n = min(n, 1)
		}
		if n < fewest {
			best, fewest = name, n
		}
	}
	if best == "" {
		return ""
	}
	return fmt.Sprintf(sentence, best)
}

// noticeID gives the ID of the notice that a word names: the ID itself, or the path of its
// file, also as Windows writes it.
func noticeID(word string) string {
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimPrefix(slashed(word), "content/notices/"), ".md"), ".yaml")
}

// nearNotice names the notice that was perhaps meant.
func nearNotice(set *notices.Set, id string) string {
	var ids []string
	for _, c := range set.Notices {
		ids = append(ids, c.ID.Value)
	}
	return nearest(id, ids, "; did you mean “%s”?")
}

// flagRefused explains a flag that is not taken: it is on or off, is written in another
// way, or belongs to another command.
func flagRefused(cmd *cobra.Command, err error) error {
	var invalid *pflag.InvalidValueError
	var unknown *pflag.NotExistError
	switch {
	case errors.As(err, &invalid) && invalid.GetFlag().Value.Type() == "bool":
		err = fmt.Errorf("--%s takes no value; write it alone, without “=%s”", invalid.GetFlag().Name, invalid.GetValue())
	case errors.As(err, &unknown) && unknown.GetSpecifiedShortnames() == "":
		err = fmt.Errorf("%w%s", err, nearFlag(cmd, unknown.GetSpecifiedName()))
	}
	return usageError{err}
}

// nearFlag names the flag that was perhaps meant, or the commands that take it.
func nearFlag(cmd *cobra.Command, name string) string {
	var names, takers []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { names = append(names, f.Name) })
	for _, other := range cmd.Root().Commands() {
		if other.Flags().Lookup(name) != nil {
			takers = append(takers, "“"+other.CommandPath()+"”")
		}
	}
	if len(takers) > 0 && len(takers) <= 3 {
		return "; it belongs to " + strings.Join(takers, " and ")
	}
	return nearest(name, names, "; did you mean --%s?")
}

// flagWords are the words that flags take, by command and flag, where there are no
// others.
var flagWords = map[string]map[string][]string{
	"diff":    {"format": {"text", "markdown", "json"}},
	"doctor":  {"format": {"text", "json"}},
	"explain": {"format": {"text", "markdown"}, "law": ukOrEU},
	"cms":     {"host": cms.Hosts},
	"init":    {"law": ukOrEU, "pipeline": starter.Pipelines},
	"new":     {"kind": newKinds},
	"next":    {"format": {"text", "json"}},
	"record":  {"format": {"csv", "xlsx"}},
	"review":  {"format": {"text", "json"}, "law": ukOrEU},
	"snippet": {"for": {"form", "sms", "phone", "poster"}},
}

var ukOrEU = []string{"uk", "eu"}

// refuseWords refuses what a flag does not take, before anything is done.
func refuseWords(cmd *cobra.Command, _ []string) (err error) {
	words := flagWords[cmd.Name()]
	cmd.Flags().Visit(func(f *pflag.Flag) {
		takes, value := words[f.Name], f.Value.String()
		if err != nil || takes == nil || slices.Contains(takes, value) {
			return
		}
		last := len(takes) - 1
		err = usageError{fmt.Errorf("--%s takes %s or %s, not “%s”%s", f.Name, strings.Join(takes[:last], ", "), takes[last], value, nearest(value, takes, "; did you mean “%s”?"))}
	})
	return err
}
