package site

import (
	"fmt"
	"html/template"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/jba/templatecheck"

	"notices.example/layouts"
	"notices.example/notices"
	"notices.example/partials"
	"notices.example/site/press"
)

// layoutViews is the view that each layout is given.
var layoutViews = map[string]any{
	"layouts/home.html":          &HomeView{},
	"layouts/notice.html":        &NoticeView{},
	"layouts/organisation.html":  &OrganisationView{},
	"layouts/page.html":          &PageView{},
	"layouts/untranslated.html":  &UntranslatedView{},
	"layouts/history.html":       &HistoryView{},
	"layouts/earlier.html":       &EarlierView{},
	"layouts/ended.html":         &EndedView{},
	"layouts/past.html":          &PastView{},
	"layouts/glossary.html":      &GlossaryView{},
	"layouts/not-found.html":     &NotFoundView{},
	"layouts/redirect.html":      &RedirectView{},
	"layouts/accessibility.html": &AccessibilityView{},
	"layouts/search.html":        &SearchView{},
	"layouts/services.html":      &ServicesPage{},
	"layouts/sharing.html":       &SharingPage{},
	"layouts/data.html":          &HoldingsPage{},
	"layouts/why.html":           &WhyPage{},
	"layouts/how-long.html":      &HowLongPage{},
	"layouts/automated.html":     &AutomatedPage{},
	"layouts/abroad.html":        &AbroadPage{},
	"layouts/children.html":      &ChildrenPage{},
	"layouts/changes.html":       &ChangesPage{},
}

// templates are all layouts and partials. A template's name is its path:
// {{template "partials/contact.html" .}}.
type templates struct {
	all       *template.Template
	own       []string // the paths of the site's own ones
	allowance allowance
	executing sync.Mutex               // held while html/template executes one: the allowance is for one page
	asking    sync.Mutex               // held while a layout is looked for
	layouts   map[string]*press.Layout // those that are compiled, nil for those that cannot be
}

// loadTemplates parses the built-in templates and the site's own over them, and
// checks every layout against the type of its view.
func loadTemplates(own ownFiles) (*templates, []notices.Finding, error) {
	sources := map[string][]byte{}
	for _, folder := range []builtIn{{"layouts", layouts.Files}, {"partials", partials.Files}} {
		names, err := fs.Glob(folder.files, "*.html")
		if err != nil {
			return nil, nil, err
		}
		for _, name := range names {
			src, err := fs.ReadFile(folder.files, name)
			if err != nil {
				return nil, nil, fmt.Errorf("read the built-in %s/%s: %w", folder.name, name, err)
			}
			sources[folder.name+"/"+name] = src
		}
	}
	overrides := own.ending(".html")
	maps.Copy(sources, overrides)
	t := &templates{own: slices.Sorted(maps.Keys(overrides)), layouts: map[string]*press.Layout{}}
	findings, err := t.parse(sources)
	if err == nil && len(findings) == 0 {
		findings = t.deep()
	}
	if err == nil && len(findings) == 0 {
		findings, err = t.check()
	}
	if err == nil && len(findings) == 0 {
		err = t.limit(sources)
	}
	return t, findings, err
}

func (t *templates) parse(sources map[string][]byte) (findings []notices.Finding, err error) {
	t.all = template.New("").Option("missingkey=error").Funcs(t.allowance.texts())
	for _, name := range slices.Sorted(maps.Keys(sources)) {
		if _, err := t.all.New(name).Parse(string(sources[name])); err != nil {
			f, ours := t.mistake(err, name)
			if ours {
				return nil, fmt.Errorf("parse the built-in template %s: %w", name, err)
			}
			findings = append(findings, f)
		}
	}
	return findings, nil
}

// check type-checks every layout with all partials it uses.
func (t *templates) check() (findings []notices.Finding, err error) {
	for _, name := range slices.Sorted(maps.Keys(layoutViews)) {
		clone, err := t.all.Clone()
		if err != nil {
			return nil, fmt.Errorf("copy the templates: %w", err)
		}
		wrong := templatecheck.CheckHTMLStrict(clone.Lookup(name), layoutViews[name])
		if wrong == nil {
			continue
		}
		f, ours := t.mistake(wrong, name)
		if ours {
			return nil, fmt.Errorf("check the built-in template %s: %w", name, wrong)
		}
		if !slices.ContainsFunc(findings, func(g notices.Finding) bool { return g.Pos == f.Pos }) {
			findings = append(findings, f)
		}
	}
	return findings, nil
}

// templateError is how html/template and templatecheck tell where a mistake is:
// "template: layouts/home.html:3:7: checking …: message".
var templateError = regexp.MustCompile(`(?s)^(?:html/)?template: ?(.+?\.html):(?:(\d+):)?(?:(\d+):)? (.*)$`)

// mistake turns an error about a template into a finding. It reports as well
// whether the mistake must be in a built-in one. When the error does not say
// where it is, it is in the layout, or else in the first of the site's own.
func (t *templates) mistake(err error, layout string) (f notices.Finding, ours bool) {
	f = notices.Finding{Rule: "layout-invalid", Severity: notices.Error, Message: "A page cannot be made with this layout: " + err.Error() + "."}
	m := templateError.FindStringSubmatch(err.Error())
	if m == nil {
		if len(t.own) == 0 {
			return f, true
		}
		f.Pos.File = t.own[0]
		if slices.Contains(t.own, layout) {
			f.Pos.File = layout
		}
		return f, false
	}
	line, _ := strconv.Atoi(m[2])
	col, _ := strconv.Atoi(m[3])
	f.Pos = notices.Pos{File: m[1], Line: line}
	if col > 0 {
		f.Pos.Col = col + 1 // templates count columns from 0
	}
	f.Message = "This layout has a mistake: " + plainMistake(m[4]) + "."
	f.Fix = "Compare the file with the built-in one of the same name, or take it out to use that one."
	if fields := fieldsOf(m[4]); fields != "" {
		f.Fix = "What can stand here: " + fields + "."
	}
	if slices.Contains(t.own, m[1]) || len(t.own) == 0 {
		return f, len(t.own) == 0
	}
	return t.shared(f, m[1]), false
}

// shared is a mistake that shows in a built-in template which the site's own ones
// are part of, such as a quote that a partial leaves open. By themselves the
// built-in ones have none.
func (t *templates) shared(f notices.Finding, file string) notices.Finding {
	f.Pos = notices.Pos{File: t.own[0], Line: 1, Col: 1}
	f.Message += fmt.Sprintf(" It shows in %s, which is made with %s.", file, strings.Join(t.own, ", "))
	f.Fix = "Look for a quote, a bracket or a tag that is opened and not closed, or take the file out."
	return f
}

// callTrouble stands before what a function or a method says of itself.
var callTrouble = regexp.MustCompile(`^error calling \w+: `)

// plainMistake leaves out what only programmers of templates need.
func plainMistake(message string) string {
	if _, after, found := strings.Cut(message, ">: "); found {
		message = after
	}
	message = callTrouble.ReplaceAllString(message, "")
	message, _, _ = strings.Cut(message, ": {") // the state of the escaper
	return strings.TrimSuffix(strings.TrimSpace(message), ".")
}
