package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"

	"notices.example/notices/report"
)

// onGitHub reports whether the program runs in GitHub Actions.
func onGitHub(getenv func(string) string) bool { return getenv("GITHUB_ACTIONS") == "true" }

// tellGitHub adds annotations and a summary of the step, besides what is printed.
// The annotations go where errors go: GitHub reads both, and what is printed may
// be another program's input.
func tellGitHub(stderr io.Writer, list []wanted, r report.Report, getenv func(string) string) error {
	if !onGitHub(getenv) {
		return nil
	}
	if !slices.ContainsFunc(list, func(w wanted) bool { return w.format.Name == "github" }) {
		if err := report.Annotations(stderr, r); err != nil {
			return err
		}
	}
	name := getenv("GITHUB_STEP_SUMMARY")
	if name == "" {
		return nil
	}
	if err := addSummary(name, r); err != nil {
		return warn(stderr, "the summary of the step could not be written to "+name+": "+cause(err).Error())
	}
	return nil
}

// warn tells of what went wrong beside the work itself: what was found, and the
// exit code, stay as they are.
func warn(stderr io.Writer, message string) error {
	return show(stderr, report.Plain("notices: "+message)+"\n")
}

// addSummary adds to the summary of the step, which other commands of the step
// write to as well. GitHub shows nothing of one that is too long.
func addSummary(name string, r report.Report) (err error) {
	file, err := os.OpenFile(name, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	stat, err := file.Stat()
	if err != nil {
		return err
	}
	room := int64(report.SummarySize) - stat.Size()
	if room < 1<<10 {
		return nil
	}
	return report.MarkdownUpTo(file, r, int(room))
}

// reportFolder gives where the site is below the root of the repository: services
// that show reports look for files from there. Without one it goes by the folder
// that the program runs in.
func reportFolder(source string, getenv func(string) string) string {
	for _, variable := range []string{"GITHUB_WORKSPACE", "CI_PROJECT_DIR", "WORKSPACE"} { // GitHub, GitLab, Jenkins
		if root := getenv(variable); root != "" {
			if folder, inside := below(realPath(root), realPath(source)); inside {
				return folder
			}
		}
	}
	if filepath.IsLocal(source) {
		return filepath.ToSlash(filepath.Clean(source))
	}
	return ""
}
