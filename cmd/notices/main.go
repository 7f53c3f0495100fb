// Notices checks a public body's privacy notices and builds a site from them.
//
// It is run at a site's root, the folder that holds content/:
//
//	notices init      begin a site, complete and small
//	notices new       begin a notice, as a draft that asks for each fact
//	notices check     say what is incomplete, where, and how to put it right
//	notices serve     show the pages in a browser while you write
//	notices build     publish the site, when nothing that is required is missing
//	notices baseline  accept the gaps that old notices have, which then only become fewer
//	notices diff      tell in plain words what changes for people
//	notices ledger    keep what each notice means, so that no change goes undated
//	notices archive   keep the words of each notice, so that earlier versions can be read
//	notices report    show a data protection officer how the notices stand
//	notices record    give the record of processing, Article 30
//	notices review    say what a notice that you have now seems to state
//	notices import    make drafts from a record of processing, or an impact assessment
//	notices drift     tell where the record of processing and the notices differ
//	notices export    write notices for other programs, as TILT or DPV
//	notices next      say when something takes effect, ends or is due by itself
//	notices pipeline  write the files with which GitHub, GitLab or pre-commit checks and publishes
//	notices fmt       put the facts of content files in one order
//	notices doctor    say what on this computer would stand in the way
//	notices snippet   say the heart of a notice on a form, by text message, on a poster
//	notices schema    give the schemas with which an editor helps
//	notices eject     write a built-in layout into the site, to change it
//	notices explain   explain a rule, or what a provision of the law asks for
//	notices merge     put together what several machines made of a large site
//	notices verify    say whether a published folder is still as it was published
//	notices man       give the manual as man pages
//	notices version   print the version
//
// It exits with 0 when there is nothing to put right, 1 when something has to be
// put right in the content, 2 when it was called wrongly, 3 when the machine
// would not let it work, and 130 when it was interrupted.
//
// What it says of the law is not legal advice.
package main

import (
	"context"
	"fmt"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"
	"time"
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(collectAt)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, func() { // the first signal ends the work at its next step; a second one ends the program
		stop()
		time.AfterFunc(grace, giveUp)
	})
	code := run(ctx, os.Args[1:], os.Getenv, os.Stdin, os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// collectAt is by how many percent memory may grow before what nobody needs is looked for.
// Twice the usual costs a large site a third more memory and a tenth less time; GOGC says
// otherwise.
const collectAt = 200

// grace is how long the work may go on after the first signal. Not all of it looks
// up in between, such as a template. The program can be ended at any moment: the next
// build finds the old site or the new one, or ends what was begun in place.
const grace = 1500 * time.Millisecond

func giveUp() {
	fmt.Fprintln(os.Stderr, "notices: stopped in the midst of something that took too long")
	os.Exit(exitInterrupted)
}
