package pattern

import "regexp"

// Pattern is a regular expression for texts that seldom match it. What its methods
// give is what those of the same names of regexp.Regexp give. It may be used by
// several goroutines.
type Pattern struct {
	form *regexp.Regexp
	automaton
}

// MustCompile makes a pattern, and panics where regexp.MustCompile does.
func MustCompile(form string) *Pattern { return of(regexp.MustCompile(form)) }

// Compile makes a pattern. The error is that of regexp.Compile.
func Compile(form string) (*Pattern, error) {
	r, err := regexp.Compile(form)
	if err != nil {
		return nil, err
	}
	return of(r), nil
}

func of(r *regexp.Regexp) *Pattern {
	p := &Pattern{form: r}
	p.source = r.String()
	return p
}

// String gives the regular expression.
func (p *Pattern) String() string { return p.form.String() }

// MatchString reports whether the text has a match.
func (p *Pattern) MatchString(text string) bool {
	if matches, sure := p.matches(text); sure {
		return matches
	}
	return p.form.MatchString(text)
}

// hopeless reports whether the text has no match for certain.
func (p *Pattern) hopeless(text string) bool {
	matches, sure := p.matches(text)
	return sure && !matches
}

// FindString gives the first match, or nothing.
func (p *Pattern) FindString(text string) string {
	if p.hopeless(text) {
		return ""
	}
	return p.form.FindString(text)
}

// FindStringIndex gives where the first match begins and ends, or nil.
func (p *Pattern) FindStringIndex(text string) []int {
	if p.hopeless(text) {
		return nil
	}
	return p.form.FindStringIndex(text)
}

// FindStringSubmatch gives the first match and its groups, or nil.
func (p *Pattern) FindStringSubmatch(text string) []string {
	if p.hopeless(text) {
		return nil
	}
	return p.form.FindStringSubmatch(text)
}

// FindStringSubmatchIndex gives where the first match and its groups begin and end,
// or nil.
func (p *Pattern) FindStringSubmatchIndex(text string) []int {
	if p.hopeless(text) {
		return nil
	}
	return p.form.FindStringSubmatchIndex(text)
}

// FindAllString gives the first n matches, all for a negative n.
func (p *Pattern) FindAllString(text string, n int) []string {
	if p.hopeless(text) {
		return nil
	}
	return p.form.FindAllString(text, n)
}

// FindAllStringIndex gives where the first n matches begin and end, all for a
// negative n.
func (p *Pattern) FindAllStringIndex(text string, n int) [][]int {
	if p.hopeless(text) {
		return nil
	}
	return p.form.FindAllStringIndex(text, n)
}

// FindAllStringSubmatch gives the first n matches and their groups, all for a
// negative n.
func (p *Pattern) FindAllStringSubmatch(text string, n int) [][]string {
	if p.hopeless(text) {
		return nil
	}
	return p.form.FindAllStringSubmatch(text, n)
}

// FindAllStringSubmatchIndex gives where the first n matches and their groups begin
// and end, all for a negative n.
func (p *Pattern) FindAllStringSubmatchIndex(text string, n int) [][]int {
	if p.hopeless(text) {
		return nil
	}
	return p.form.FindAllStringSubmatchIndex(text, n)
}

// ReplaceAllString gives the text with each match replaced.
func (p *Pattern) ReplaceAllString(text, by string) string {
	if p.hopeless(text) {
		return text
	}
	return p.form.ReplaceAllString(text, by)
}
