// Program knownbad shows Markdown as HTML with a release of goldmark that lets
// scripts through (GO-2026-5320). It is read by .ci/vulncheck and never run.
package main

import (
	"fmt"
	"os"

	"github.com/yuin/goldmark"
)

func main() {
	if err := goldmark.Convert([]byte("[a](b)"), os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
