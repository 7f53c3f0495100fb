package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Every flag that takes one of a few words says which they are where it is completed
// and where it is refused.
func TestEveryFlagWithFewWordsOffersThem(t *testing.T) {
	t.Parallel()
	root := newRoot(today, nothingSet)
	for command, flags := range flagWords {
		cmd, _, err := root.Find([]string{command})
		if err != nil || cmd == root {
			t.Errorf("there is no command %s: %v", command, err)
			continue
		}
		for name, words := range flags {
			f := cmd.Flags().Lookup(name)
			if f == nil {
				t.Errorf("%s has no --%s", command, name)
				continue
			}
			for _, word := range words {
				if !strings.Contains(f.Usage, word) {
					t.Errorf("the help of %s does not say that --%s takes %s", command, name, word)
				}
			}
		}
	}
	eachFlag(root, func(cmd *cobra.Command, f *pflag.Flag) {
		if few := strings.Contains(f.Usage, " or ") && strings.Contains(f.Usage, "`"); few && (f.Name == "format" || f.Name == "law" || f.Name == "kind" || f.Name == "for") && flagWords[cmd.Name()][f.Name] == nil {
			t.Errorf("flagWords does not have --%s of %s", f.Name, cmd.Name())
		}
	})
}

// No flag offers the files around where it takes something else.
func TestNoFlagOffersFilesThatItDoesNotTake(t *testing.T) {
	t.Parallel()
	files := map[string][]string{"output": {"next", "record", "snippet"}, "against": {"baseline"}}
	eachFlag(newRoot(today, nothingSet), func(cmd *cobra.Command, f *pflag.Flag) {
		if f.Value.Type() == "bool" {
			return
		}
		directive := lastLine(t, append(append([]string{"__complete"}, strings.Fields(cmd.CommandPath())[1:]...), "--"+f.Name, "")...)
		if offersFiles := directive == ":0"; offersFiles != slices.Contains(files[f.Name], cmd.Name()) {
			t.Errorf("--%s of %s: %s", f.Name, cmd.Name(), directive)
		}
	})
}

func eachFlag(root *cobra.Command, do func(*cobra.Command, *pflag.Flag)) {
	for _, cmd := range documented(root)[1:] {
		if cmd.Name() != "completion" && cmd.Name() != "help" {
			cmd.LocalNonPersistentFlags().VisitAll(func(f *pflag.Flag) { do(cmd, f) })
		}
	}
}

func lastLine(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if code := run(t.Context(), args, nothingSet, strings.NewReader(""), &out, &bytes.Buffer{}); code != 0 {
		t.Fatalf("%q: exit code %d", args, code)
	}
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	return lines[len(lines)-1]
}
