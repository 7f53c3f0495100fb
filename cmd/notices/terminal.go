package main

import (
	"io"
	"os"

	"golang.org/x/term"

	"notices.example/notices/report"
)

// textOptions fits text to where it goes: colour and width only for a terminal,
// and no colour where NO_COLOR is set (https://no-color.org).
func (e *examined) textOptions(w io.Writer, outcome string) report.TextOptions {
	o := report.TextOptions{Outcome: outcome, Cite: e.law.Cite}
	file, ok := w.(*os.File)
	if !ok || !term.IsTerminal(int(file.Fd())) {
		return o
	}
	o.Colour = os.Getenv("NO_COLOR") == ""
	if width, _, err := term.GetSize(int(file.Fd())); err == nil {
		o.Width = width
	}
	return o
}
