package intake

import (
	"regexp"
	"slices"
	"strings"

	"notices.example/notices/sheet"
)

// Answer is a question of an assessment, and what was answered.
type Answer struct {
	Line     int // of the question, from 1: of the text, or the row of a table
	Question string
	Words    string // without the boxes for yes and no; empty when it was not answered
	Box      string // the box that is marked: yes, no, or nothing
	topic    *topic
	lines    []string
	offered  []string // boxes that are not marked
}

// Form is an impact assessment as it was read: a form that was filled in.
type Form struct {
	Title   string // the project's name
	People  string // whose data it is
	Answers []Answer
}

var (
	numbered  = regexp.MustCompile(`^\s*(?:Q(?:uestion)?\.? *)?\d{1,3}[a-z]?\s*[.:)]\s*(\S.*)$`)
	imperious = regexp.MustCompile(`(?i)^(list|describe|explain|state|give|specify|define|please (list|describe|explain|state|give|specify))\b`)
	marked    = regexp.MustCompile(`(?i)^\s*(?:\[x\]|[xхХ✓✔☒☑])\s*(yes|no)\b[\s:,.-]*|^\s*(yes|no)\s*(?:\[x\]|[xхХ✓✔☒☑])(?:\s+|$)`)
	unmarked  = regexp.MustCompile(`(?i)^\s*(?:\[ ?\]|☐)?\s*(yes|no)\s*(?:\[ ?\]|☐)?\s*(?:$|\t)`)
	prompt    = regexp.MustCompile(`(?i)^\s*(how|why not|where/why|why|how will this[^?]*)\s*\?\s*`)
	listed    = regexp.MustCompile(`^\s*(?:[-–*•·]|\d{1,2}[.)])\s+(\S.*)$`)
)

// topic is what a question is about, by its words.
type topic struct {
	field Field
	about string // the item of information
	words *regexp.Regexp
}

// topics are those that a notice speaks of; the first that fits counts.
var topics = []topic{
	{Sensitive, "data-categories", regexp.MustCompile(`(?i)special categor|sensitive (personal )?data|criminal (offence|conviction)`)},
	{Decisions, "automated-decisions", regexp.MustCompile(`(?i)automated decision|profiling`)},
	{Basis, "lawful-basis", regexp.MustCompile(`(?i)(lawful|legal) basis|article 6`)},
	{Countries, "transfers", regexp.MustCompile(`(?i)outside (of )?the (uk|eea|eu|united kingdom)|(another|other|third) countr|overseas`)},
	{Recipients, "recipients", regexp.MustCompile(`(?i)shar\w+ .*(extern|third part|other organisation|outside)|who (else )?(will|gets|receives) .*data|recipients|processors?\b.*used`)},
	{Retention, "retention", regexp.MustCompile(`(?i)how long|retention period|(kept|keep|hold|held|stored?) .*(data|information) for\b`)},
	{Sources, "source", regexp.MustCompile(`(?i)where .*(data|information) (come|obtain|from)|source of the (personal )?data`)},
	{Security, "", regexp.MustCompile(`(?i)security measures|how .*(protected|secured|kept secure)`)},
	{Purpose, "purposes", regexp.MustCompile(`(?i)purposes?\b|why (are|do) you (collect|us|process|need)\w*|intend to use`)},
	{Data, "data-categories", regexp.MustCompile(`(?i)(list|what|which)( all)?( the)?( types| categories| kinds)?( of)?( the)? (personal )?(data|information)\b`)},
	{People, "", regexp.MustCompile(`(?i)whose (data|information)|data subjects?\b|which (people|individuals)`)},
}

// open reports whether a line of the answer says that it is not known yet.
func (a Answer) open() bool {
	return slices.ContainsFunc(a.lines, isOpen)
}

func topicOf(question string) *topic {
	for i := range topics {
		if topics[i].words.MatchString(question) {
			return &topics[i]
		}
	}
	return nil
}

// asks gives the question that stands on a line, or nothing: one with a number that asks
// or tells to, or one without that is about what a notice says.
func asks(line string) string {
	line = strings.TrimSpace(strings.Trim(strings.TrimSpace(line), "#*_"))
	if m := numbered.FindStringSubmatch(line); m != nil {
		if strings.Contains(m[1], "?") || imperious.MatchString(m[1]) {
			return m[1]
		}
		return ""
	}
	if strings.HasSuffix(line, "?") && topicOf(line) != nil {
		return line
	}
	return ""
}

// ReadAssessment finds the questions in a text, and the answers under them.
func ReadAssessment(text string) *Form {
	out := &Form{}
	number := 0
	for line := range strings.Lines(text) {
		number++
		line = strings.TrimRight(line, "\r\n")
		if question := asks(line); question != "" && len(out.Answers) < most {
			out.Answers = append(out.Answers, Answer{Line: number, Question: inLine(question), topic: topicOf(question)})
			continue
		}
		if last := len(out.Answers) - 1; last >= 0 {
			out.Answers[last].add(line)
		} else {
			out.head(strings.FieldsFunc(line, func(r rune) bool { return r == '\t' || r == '|' || r == ':' }))
		}
	}
	out.tidy()
	return out
}

// ReadAnswers takes an assessment from a table: questions, and beside them answers.
func ReadAnswers(tables []*sheet.Table) *Form {
	out := &Form{}
	for _, t := range tables {
		for _, row := range t.Rows {
			i := slices.IndexFunc(row.Cells, func(cell string) bool { return asks(cell) != "" || strings.HasSuffix(cell, "?") })
			if i < 0 || len(out.Answers) == most {
				out.head(row.Cells)
				continue
			}
			a := Answer{Line: row.Number, Question: inLine(row.Cells[i]), topic: topicOf(row.Cells[i])}
			for _, cell := range row.Cells[i+1:] {
				for line := range strings.SplitSeq(cell, "\n") {
					a.add(line)
				}
			}
			out.Answers = append(out.Answers, a)
		}
	}
	out.tidy()
	return out
}

// add adds a line to the answer, and takes the boxes out of it.
func (a *Answer) add(line string) {
	if m := marked.FindStringSubmatch(line); m != nil {
		a.Box = strings.ToLower(m[1] + m[2])
		line = line[len(m[0]):]
	} else if m := unmarked.FindStringSubmatch(line); m != nil {
		a.offered = append(a.offered, strings.ToLower(m[1]))
		line = line[len(m[0]):]
	}
	a.lines = append(a.lines, prompt.ReplaceAllString(line, ""))
}

// head takes the facts at the top of the form. Names and numbers of people are left.
func (s *Form) head(cells []string) {
	for i := range len(cells) - 1 {
		value := inLine(cells[i+1])
		switch plain(cells[i]) {
		case "project name", "name of project", "project title", "title of project", "title":
			s.Title = orElse(s.Title, value)
		case "data subject type", "data subjects", "whose data", "type of data subject":
			s.People = orElse(s.People, value)
		}
	}
}

// tidy ends the reading. A yes or a no that stands alone, without the other one to choose
// from, is the answer.
func (s *Form) tidy() {
	for i := range s.Answers {
		a := &s.Answers[i]
		a.Words = strings.TrimSpace(strings.Join(a.lines, "\n"))
		if a.Box == "" && len(a.offered) == 1 {
			a.Box = a.offered[0]
		}
	}
}

// listing gives the entries of the list in an answer, and the prose around it. A line
// under an entry that is no entry belongs to the prose: forms put hints there.
func (a Answer) listing() (entries []string, prose string) {
	const long = 1000
	var rest []string
	for line := range strings.SplitSeq(a.Words, "\n") {
		m := listed.FindStringSubmatch(line)
		for inner := m; inner != nil; inner = listed.FindStringSubmatch(m[1]) {
			m = inner // “- 1. Name”
		}
		if m != nil && len(line) <= long && !imperious.MatchString(m[1]) {
			if entry := inLine(m[1]); len(entries) < most && !slices.Contains(entries, entry) {
				entries = append(entries, entry)
			}
		} else if strings.TrimSpace(line) != "" {
			rest = append(rest, line)
		}
	}
	return entries, inLine(strings.Join(rest, " "))
}
