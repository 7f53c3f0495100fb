package main

import (
	"io"
	"os"

	"golang.org/x/term"

	"notices.example/notices/report"
)

// textOptions fits text to where it goes: colour and width only for a terminal,
// and no colour where NO_COLOR is set (https://no-color.org) or the terminal is a
// plain one.
func (e *examined) textOptions(w io.Writer, outcome string, getenv func(string) string) report.TextOptions {
	o := report.TextOptions{Outcome: outcome, Cite: e.law.Cite}
	o.Colour, o.Width = terminal(w, getenv)
	return o
}

// terminal says whether what is written there can be coloured, and how wide it
// is; 0 when it is no terminal.
func terminal(w io.Writer, getenv func(string) string) (colour bool, width int) {
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return false, 0
	}
	width, _, err := term.GetSize(int(file.Fd()))
	if err != nil {
		width = 0
	}
	return getenv("NO_COLOR") == "" && getenv("TERM") != "dumb", width
}

// show prints a text for people. It may end up in the log of a pipeline, so
// nothing that it quotes can be a command to what runs there.
func show(w io.Writer, text string) error {
	_, err := io.WriteString(w, report.WithoutCommands(text))
	return err
}
