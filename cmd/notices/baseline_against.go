package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"notices.example/notices"
	"notices.example/notices/baseline"
	"notices.example/notices/load"
)

// compare holds the baseline to an earlier one: it must not have grown.
func (a *adoption) compare(w io.Writer) error {
	if a.first() {
		return usageError{errors.New("--against writes nothing, so it takes no --reason, --by, --until or --warnings")}
	}
	root, err := a.source.open()
	if err != nil {
		return err
	}
	now, err := readBaseline(root, baseline.File)
	if err != nil {
		return err
	}
	old, err := readBaseline(os.DirFS(filepath.Dir(a.against)), filepath.Base(a.against))
	switch {
	case err != nil:
		return err
	case old == nil:
		return usageError{fmt.Errorf("there is no file “%s” to compare with", a.against)}
	case old.Pos.IsZero(): // what a command leaves behind that found nothing
		return usageError{fmt.Errorf("“%s” is empty, so there is nothing to compare with\nFetch the branch that it comes from first. When that has no baseline, leave the comparison out", a.against)}
	}
	lines := append(moreGaps(baseline.Grown(old, now)), moreTime(old, now)...)
	if len(lines) == 0 {
		return say(w, fmt.Sprintf("The baseline has not grown: %s, and %d before.", counted(baseline.Size(now), "gap", "gaps"), baseline.Size(old)))
	}
	if err := say(w, lines...); err != nil {
		return err
	}
	return errFindings
}

// moreGaps says which gaps were added, and what to do about them.
func moreGaps(grown []notices.BaselineGap) []string {
	if len(grown) == 0 {
		return nil
	}
	lines := []string{baseline.File + " has grown. It accepts what it did not accept before:"}
	for _, g := range grown {
		lines = append(lines, "  "+gapWords(g))
	}
	return append(lines, "Put these right, or have the notice accept them itself, with a reason of their own.")
}

// moreTime says that the gaps are accepted for longer. A last day that was taken
// out is none: nothing is accepted then.
func moreTime(old, now *notices.Baseline) []string {
	if now == nil || !now.Until.Time.After(old.Until.Time) {
		return nil
	}
	return []string{
		fmt.Sprintf("%s has grown. It accepts its gaps until %s, and did so until %s.", baseline.File, day(now.Until), day(old.Until)),
		"A later last day is for the role that answers for the gaps to decide: " + now.By.Value + ".",
	}
}

// readBaseline reads a baseline. It is nil when there is no such file, and empty,
// without a place, when there is nothing in the file.
func readBaseline(fsys fs.FS, name string) (*notices.Baseline, error) {
	text, err := fs.ReadFile(fsys, name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, err
	case len(bytes.TrimSpace(text)) == 0:
		return &notices.Baseline{}, nil
	}
	b, findings, err := load.Baseline(fsys, name)
	if err != nil {
		return nil, err
	}
	for _, f := range findings {
		if f.Severity == notices.Error {
			return nil, usageError{fmt.Errorf("%s cannot be compared: %s", f.Pos, f.Message)}
		}
	}
	return b, nil
}

func gapWords(g notices.BaselineGap) string {
	words := g.Rule.Value
	for _, at := range []notices.Text{g.Notice, g.File, g.Field, g.About} {
		if at.Said() {
			words += " · " + at.Value
		}
	}
	if g.Times.Said() {
		words += " (" + g.Times.Value + " times)"
	}
	return words
}
