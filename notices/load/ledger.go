package load

import (
	"crypto/sha256"
	"fmt"
	"path"
	"regexp"
	"strconv"
	"time"

	"notices.example/notices"
)

var (
	ledgerHead = regexp.MustCompile(`^# What each notice means, and its date\. Written by “notices ledger”\. Form (\d{1,6})\.$`)
	ledgerLine = regexp.MustCompile(`^([a-z0-9/-]+) (\d{4}-\d{2}-\d{2}|-) ([0-9a-f]{16})$`)
)

// readLedger reads a ledger as “notices ledger” writes it. It refuses any other line,
// such as those that a merge leaves behind. The lines of another form are not for this
// release to understand.
func (f *file) readLedger(l *notices.Ledger) bool {
	if f.broken {
		return false
	}
	head := ledgerHead.FindStringSubmatch(f.line(1))
	if head == nil {
		f.refuseLedger(1, "This line is not how a ledger begins.")
		return false
	}
	l.Form, _ = strconv.Atoi(head[1])
	for i, line := range f.lines {
		if i == 0 || line == "" && i == len(f.lines)-1 {
			continue
		}
		parts := ledgerLine.FindStringSubmatch(line)
		if parts == nil {
			f.refuseLedger(i+1, "This line of the ledger is not one that the program wrote.")
			return false
		}
		if _, twice := l.Entries[parts[1]]; twice {
			f.refuseLedger(i+1, fmt.Sprintf("The ledger names “%s” for the second time.", parts[1]))
			return false
		}
		l.Entries[parts[1]] = notices.LedgerEntry{Pos: f.at(i+1, 1, len(line)), Updated: parts[2], Fingerprint: parts[3]}
	}
	return true
}

func (f *file) refuseLedger(line int, message string) {
	f.fatal(ruleLedgerUnreadable, f.at(line, 1, len(f.line(line))), message,
		"Take content/ledger.txt as it was before, such as from before a merge. Then bring it up to date:\nnotices ledger")
}

// keptOf gives what is kept of the bytes of a file: all, but of the words of an earlier
// version a digest. There are many of these, and few are looked at in a run.
func (f *file) keptOf(raw []byte) []byte {
	if f.Kind != notices.VersionFile {
		return raw
	}
	return fmt.Appendf(nil, "%x", sha256.Sum256(raw))
}

// newVersion gives the kept version of a notice that a file is for: it says so by its
// path.
func newVersion(f *file, start notices.Pos) *notices.Version {
	v := &notices.Version{Pos: start, Notice: path.Dir(f.ID), Lang: f.lang}
	if day, err := time.Parse(time.DateOnly, path.Base(f.ID)); err == nil {
		v.From = notices.Date{Time: day, Pos: start}
	}
	return v
}

// checkVersion reports a file of the archive whose path does not say of which notice it
// is, and from which day it held.
func checkVersion(f *file) {
	if v := newVersion(f, f.whole()); v.Notice != "." && v.From.Said() || f.nameless {
		return
	}
	f.nameless = true
	f.report(ruleIDInvalid, f.whole(), "The path does not say which version of which notice this is.",
		"Put it into a folder with the path of its notice, and name it by the day from which it held, such as content/archive/council-tax/2026-07-01.txt.")
}
