package desk

import (
	"crypto/sha256"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// calendarText escapes what has a meaning in a calendar, RFC 5545 3.3.11.
var calendarText = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r\n", `\n`, "\n", `\n`, "\r", `\n`)

// WriteCalendar writes the events as a calendar that other programs read (iCalendar,
// RFC 5545). Each event is a whole day, and known again by its ID in a later one.
func (d *Desk) WriteCalendar(w io.Writer) error {
	var b strings.Builder
	line := func(name, value string) { fold(&b, name+":"+value) }
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//notices//desk//EN")
	line("NAME", calendarText.Replace("Notices: "+d.Site))
	for _, e := range d.Events {
		line("BEGIN", "VEVENT")
		line("UID", fmt.Sprintf("%x@notices", sha256.Sum256([]byte(d.Site+"\n"+e.ID)))[:40]+"@notices")
		line("DTSTAMP", d.Day.Format("20060102")+"T000000Z")
		line("DTSTART;VALUE=DATE", e.Day.Format("20060102"))
		line("SUMMARY", calendarText.Replace(visible(e.Title)))
		if e.Detail != "" {
			line("DESCRIPTION", calendarText.Replace(visible(e.Detail)))
		}
		line("TRANSP", "TRANSPARENT")
		line("END", "VEVENT")
	}
	line("END", "VCALENDAR")
	_, err := io.WriteString(w, b.String())
	return err
}

// visible leaves out what a calendar may not hold.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\n' && r < ' ' || r == 0x7f {
			return -1
		}
		return r
	}, strings.ToValidUTF8(s, ""))
}

// fold writes a line in pieces of at most 75 bytes, none of which breaks a letter.
func fold(b *strings.Builder, line string) {
	const most = 75
	room := most
	for len(line) > room {
		cut := room
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		b.WriteString(line[:cut] + "\r\n ")
		line, room = line[cut:], most-1
	}
	b.WriteString(line + "\r\n")
}
