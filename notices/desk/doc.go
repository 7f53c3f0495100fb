// Package desk puts together what a data protection officer looks at: how complete the
// notices are, which gaps are accepted and until when, which reviews are due, and who
// processes what for which service.
//
// It takes a complete set, what the rules said of it, and a day. It gives tables, and
// the days on which something comes up. The tables are the same on a page, in a
// spreadsheet and in a calendar, so that no two of them can disagree.
package desk
