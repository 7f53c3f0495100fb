package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"

	"golang.org/x/term"
)

// questions asks a person for what the call left out.
type questions struct {
	in    io.Reader
	out   io.Writer
	lines *bufio.Scanner
}

// tries is how often a question is put to somebody who only presses Enter.
const tries = 3

// ask asks for an answer that is not there yet. Where nobody can answer, because the
// input is no terminal, the flag that gives it is named instead.
func (q *questions) ask(answer *string, question, flag string) error {
	*answer = strings.TrimSpace(*answer)
	if *answer != "" {
		return nil
	}
	if file, ok := q.in.(*os.File); !ok || !term.IsTerminal(int(file.Fd())) {
		return usageError{fmt.Errorf("%s is needed (%s)", flag, question)}
	}
	if q.lines == nil {
		q.lines = bufio.NewScanner(q.in)
	}
	for n := 0; n < tries && *answer == ""; n++ {
		fmt.Fprintf(q.out, "%s\n> ", question)
		if !q.lines.Scan() {
			break
		}
		*answer = strings.TrimSpace(q.lines.Text())
	}
	if err := q.lines.Err(); err != nil {
		return err
	}
	if *answer == "" {
		return usageError{fmt.Errorf("%s is needed; nothing was written", flag)}
	}
	return nil
}
