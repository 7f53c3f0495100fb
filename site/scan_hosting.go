package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

var (
	headerNamed = regexp.MustCompile(`^[A-Z][A-Za-z-]+$`)
	headerSaid  = regexp.MustCompile(`^[ -~]+$`)
	typeSaid    = regexp.MustCompile(`^[a-z]+/[a-z+-]+(?:; charset=utf-8)?$`)
	pathSaid    = regexp.MustCompile(`^/[A-Za-z0-9._~/-]*$`)
	goalSaid    = regexp.MustCompile(`^(?:/|https?://)[!#%-~]*$`)
)

// unsafeRules refuses what a host would take for more than headers, earlier addresses
// and the page for what is not there: it reads the files that tell one what to do.
func unsafeRules(f File) []string {
	var wrong []string
	var err error
	switch f.Path {
	case azureAddress:
		var c azureConfig
		err = strictly(f.Content, &c)
		wrong = c.unknown()
	case frontHeadersAddress:
		var c frontPolicy
		err = strictly(f.Content, &c)
		for _, h := range c.Others.Items {
			wrong = append(wrong, unless(headerNamed, h.Header)...)
			wrong = append(wrong, unless(headerSaid, h.Value)...)
		}
	case frontMovedAddress:
		var c frontStore
		err = strictly(f.Content, &c)
		for _, pair := range c.Data {
			if !strings.HasPrefix(pair.Key, "/") {
				wrong = append(wrong, pair.Key)
			}
			wrong = append(wrong, unless(goalSaid, pair.Value)...)
		}
	}
	if err != nil {
		return []string{"tells a host what nobody expects: " + err.Error()}
	}
	if slices.Sort(wrong); len(wrong) > 0 {
		return []string{fmt.Sprintf("tells a host what nobody expects: %q", shortened(wrong[0]))}
	}
	return nil
}

// strictly reads JSON that has the keys of a type and no others.
func strictly(content []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(content))
	d.DisallowUnknownFields()
	return d.Decode(into)
}

// unless gives words that are not of a form.
func unless(form *regexp.Regexp, words ...string) (list []string) {
	for _, w := range words {
		if !form.MatchString(w) {
			list = append(list, w)
		}
	}
	return list
}

// unknown gives what the configuration says that is none of its business.
func (c *azureConfig) unknown() (list []string) {
	for _, r := range c.Routes {
		list = append(list, unless(pathSaid, r.Route)...)
		switch kept := r.Headers["Cache-Control"]; {
		case r.Redirect != "" && r.Code == 301 && len(r.Headers) == 0:
			list = append(list, unless(goalSaid, r.Redirect)...)
		case r.Redirect != "" || r.Code != 0 || len(r.Headers) != 1 || kept != keptForever:
			list = append(list, r.Route)
		}
	}
	for name, value := range c.Headers {
		list = append(append(list, unless(headerNamed, name)...), unless(headerSaid, value)...)
	}
	for code, instead := range c.Instead {
		if list = append(list, unless(pathSaid, instead.Rewrite)...); code != "404" {
			list = append(list, code)
		}
	}
	for _, name := range c.Types {
		list = append(list, unless(typeSaid, name)...)
	}
	return list
}
