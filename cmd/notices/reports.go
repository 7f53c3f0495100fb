package main

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"
	"github.com/spf13/pflag"

	"notices.example/notices"
	"notices.example/notices/handbook"
	"notices.example/notices/report"
	"notices.example/site"
)

// reportFlags say which reports are to be written, and where.
type reportFlags struct {
	asked    []string
	rulesURL string
}

func (f *reportFlags) add(flags *pflag.FlagSet) {
	flags.StringArrayVar(&f.asked, "report", nil, "write a report, `FORMAT=FILE`, or print it when no file is named; can be given several times")
	flags.StringVar(&f.rulesURL, "rules-url", "", "the `address` of the rules' pages, for reports that link to them")
}

// wanted is a report that was asked for. Without a file it is to be printed.
type wanted struct {
	format report.Format
	file   string
}

// wanted understands what was asked for.
func (f *reportFlags) wanted() ([]wanted, error) {
	var list []wanted
	for _, asked := range f.asked {
		format, file, err := reportAsked(asked)
		if err != nil {
			return nil, err
		}
		same := func(w wanted) bool { return filepath.Clean(w.file) == filepath.Clean(file) }
		switch {
		case !slices.ContainsFunc(list, same):
			list = append(list, wanted{format, file})
		case file == "":
			return nil, usageError{fmt.Errorf("only one report can be printed; give the others a file, as in --report %s=FILE", format.Name)}
		default:
			return nil, usageError{fmt.Errorf("two reports cannot go to the same file, “%s”", file)}
		}
	}
	return list, nil
}

// reportAsked understands FORMAT or FORMAT=FILE. Without a file, or with “-”, the
// report is to be printed.
func reportAsked(asked string) (report.Format, string, error) {
	name, file, hasFile := strings.Cut(asked, "=")
	if ending := strings.TrimPrefix(filepath.Ext(asked), "."); !hasFile && ending != "" {
		if format, err := formatNamed(cmp.Or(formatsMeant[strings.ToLower(ending)], strings.ToLower(ending))); err == nil {
			return format, "", usageError{fmt.Errorf("--report %s names no format; write --report %s=%s", asked, format.Name, asked)}
		}
	}
	format, err := formatNamed(name)
	switch {
	case err != nil:
		return format, "", err
	case hasFile && file == "":
		return format, "", usageError{fmt.Errorf("--report %s names no file; write --report %sFILE", asked, asked)}
	case file == "-":
		return format, "", nil
	}
	if stat, err := os.Stat(file); strings.HasSuffix(file, "/") || err == nil && stat.IsDir() {
		return format, "", usageError{fmt.Errorf("“%s” is a folder; name a file in it, as in --report %s=%s", file, name, filepath.Join(file, "findings."+name))}
	}
	return format, file, nil
}

// formatsHelp says what each format is for.
func formatsHelp() string {
	var b strings.Builder
	for _, f := range report.Formats() {
		fmt.Fprintf(&b, "  %-10s %s\n", f.Name, f.For)
	}
	return strings.TrimRight(b.String(), "\n")
}

func formatNames() []string {
	var names []string
	for _, f := range report.Formats() {
		names = append(names, f.Name)
	}
	return names
}

// formatsMeant are other words that people have for formats.
var formatsMeant = map[string]string{
	"md": "markdown", "comment": "markdown", "xml": "junit", "tests": "junit", "annotations": "github", "codequality": "gitlab",
	"codeclimate": "gitlab", "excel": "csv", "xlsx": "csv", "page": "html", "txt": "text",
}

func formatNamed(name string) (report.Format, error) {
	const near = 3 // letters
	best, distance := formatsMeant[strings.ToLower(name)], near
	for _, f := range report.Formats() {
		if f.Name == name {
			return f, nil
		}
		if d := levenshtein.ComputeDistance(strings.ToLower(name), f.Name); d < distance && formatsMeant[name] == "" {
			best, distance = f.Name, d
		}
	}
	message := fmt.Sprintf("there is no report “%s”", name)
	if best != "" {
		message += fmt.Sprintf("; did you mean “%s”?", best)
	}
	return report.Format{}, usageError{errors.New(message + "\nThe formats are " + strings.Join(formatNames(), ", ") + ".")}
}

// report puts together what a report is made of.
func (e *examined) report(outcome, source, rulesURL string, getenv func(string) string) report.Report {
	return report.Report{
		Program: "notices", Version: version(), Day: e.day, Findings: e.findings, Matrix: e.checked.Matrix, Rules: everyRule(), Off: e.checked.Off,
		Outcome: outcome, Folder: reportFolder(source, getenv), RulesURL: rulesURL, StepSummary: getenv("GITHUB_STEP_SUMMARY") != "", Line: e.line, Cite: e.law.Cite,
		Link: func(provision string) string {
			p, _ := e.law.Provision(provision)
			return p.Link
		},
	}
}

// everyRule gives what is to be known of the rules of all packages, whatever the law.
func everyRule() []notices.RuleDoc { return handbook.New(nil, site.Rules()).Rules() }

// printText prints findings for people.
func (e *examined) printText(w io.Writer, findings []notices.Finding, outcome string, getenv func(string) string) error {
	var text strings.Builder
	if err := report.Text(&text, findings, e.line, e.textOptions(w, outcome, getenv)); err != nil {
		return err
	}
	return show(w, text.String())
}

// printReport prints a report. What programs read is printed as it is.
func printReport(w io.Writer, f report.Format, r report.Report) error {
	if !f.People {
		return f.Write(w, r)
	}
	var text strings.Builder
	if err := f.Write(&text, r); err != nil {
		return err
	}
	return show(w, text.String())
}
