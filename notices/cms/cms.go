// Package cms writes the configuration of a content management system, with which people
// who never open a terminal edit the content files in a browser: of Decap CMS and Sveltia
// CMS, which keep their pages beside the site, and of Pages CMS, which is a service.
//
// It takes what is known of a site: its languages, its files, and where they are kept. The
// forms are made from the types that load reads content into, the lists of words and the
// law, as docs/keys.md and the schemas are; a test holds them fresh. What was set in a
// configuration besides the forms is kept when it is written again.
//
// A system of this sort knows one form for each value. It cannot show a list that is
// written as plain text, or that there is none in place of a list; package tidy writes
// such files in full. It refuses nothing of the law: that is for “notices check”.
package cms

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"go.yaml.in/yaml/v4"
)

// Kinds are the systems that there are configurations for.
var Kinds = []string{"decap", "sveltia", "pages"}

// Hosts are the places where the files can be kept.
var Hosts = []string{"github", "gitlab"}

// Mark stands in the first line of every file, and says where it is from.
const Mark = "Made by “notices cms"

// Placeholder stands for the repository until it is said.
const Placeholder = "anytown/privacy-notices"

// Site is what is known of the site, and of where it is kept.
type Site struct {
	Languages  []string // the main one first
	Files      []string // the content files, from the site's root
	Host       string   // one of Hosts; github when empty
	Repository string   // owner/name; a placeholder when empty
	Branch     string   // main when empty
}

// File is a file for the site.
type File struct {
	Path string // from the site's root, with slashes
	Text string
}

// Configure gives the files of a system. Now holds those that there are, by their paths:
// what they say besides the forms is kept. It is an error when there is no such system,
// or when a file that is there cannot be read.
func (s Site) Configure(kind string, now map[string]string) ([]File, error) {
	groups, err := vocabulary()
	if err != nil {
		return nil, err
	}
	w := &writer{groups: groups, written: map[form]*yaml.Node{}}
	switch kind {
	case "decap", "sveltia":
		config, err := s.decap(w, kind == "sveltia", now["admin/config.yml"])
		if err != nil {
			return nil, err
		}
		page, err := files.ReadFile("files/" + kind + ".html")
		return []File{{"admin/config.yml", config}, {"admin/index.html", string(page)}}, err
	case "pages":
		config, err := s.pages(w, now[".pages.yml"])
		return []File{{".pages.yml", config}}, err
	}
	return nil, fmt.Errorf("there is no configuration of the kind %q", kind)
}

// writer writes forms. A form that is used several times is written once, and meant by its
// name later.
type writer struct {
	groups  map[string]group
	written map[form]*yaml.Node
}

// fields gives the fields of a form, as another function makes them from it.
func (w *writer) fields(f form, made func([]field) any) (*yaml.Node, error) {
	if n := w.written[f]; n != nil {
		return &yaml.Node{Kind: yaml.AliasNode, Value: n.Anchor, Alias: n}, nil
	}
	n := &yaml.Node{}
	if err := n.Encode(made(maker{w.groups, f.translation}.form(f.typeName))); err != nil {
		return nil, fmt.Errorf("write the form of %s: %w", f.typeName, err)
	}
	if n.Anchor = f.typeName; f.translation {
		n.Anchor += "-translation"
	}
	w.written[f] = n
	return n, nil
}

// config writes a configuration as YAML, with a comment at the top. Of the one that is
// there now it keeps all but the keys that hold forms.
func (s Site) config(kind string, made any, now, forms string) (string, error) {
	var n yaml.Node
	if err := n.Encode(made); err != nil {
		return "", fmt.Errorf("write the configuration: %w", err)
	}
	if err := s.keep(&n, now, forms); err != nil {
		return "", err
	}
	var b bytes.Buffer
	fmt.Fprintf(&b, "# %s %s”, which keeps what you set here, but makes %s anew.\n", Mark, kind, forms)
	e := yaml.NewEncoder(&b)
	e.SetIndent(2)
	if err := e.Encode(&n); err != nil {
		return "", fmt.Errorf("write the configuration: %w", err)
	}
	return b.String(), e.Close()
}

// keep puts what a configuration says besides its forms into a new one.
func (s Site) keep(made *yaml.Node, now, forms string) error {
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(now), &doc); err != nil {
		return fmt.Errorf("read the configuration that is there: %w", err)
	}
	if len(doc.Content) == 0 || doc.Content[0].Kind != yaml.MappingNode {
		return nil
	}
	old := doc.Content[0]
	s.say(valueOf(old, "backend"))
	for i := 0; i+1 < len(old.Content); i += 2 {
		key, value := old.Content[i], old.Content[i+1]
		if key.HeadComment = withoutMark(key.HeadComment); key.Value == forms {
			continue
		}
		if at := keyAt(made, key.Value); at >= 0 {
			made.Content[at], made.Content[at+1] = key, value
		} else {
			made.Content = append(made.Content, key, value)
		}
	}
	return nil
}

// say puts what was said of the repository into the settings that are there.
func (s Site) say(backend *yaml.Node) {
	for _, of := range []struct{ key, said string }{{"name", s.Host}, {"repo", s.Repository}, {"branch", s.Branch}} {
		if value := valueOf(backend, of.key); value != nil && of.said != "" {
			value.SetString(of.said)
		}
	}
}

// keyAt gives where a key of a group stands; -1 when it is not there.
func keyAt(n *yaml.Node, key string) int {
	for i := 0; n != nil && n.Kind == yaml.MappingNode && i+1 < len(n.Content); i += 2 {
		if n.Content[i].Value == key {
			return i
		}
	}
	return -1
}

// valueOf gives the value of a key of a group; nil when it is not there.
func valueOf(n *yaml.Node, key string) *yaml.Node {
	if at := keyAt(n, key); at >= 0 {
		return n.Content[at+1]
	}
	return nil
}

// withoutMark leaves out the line that we put at the top.
func withoutMark(comment string) string {
	lines := strings.Split(comment, "\n")
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return strings.Contains(s, Mark) }), "\n")
}
