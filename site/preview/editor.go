package preview

import (
	"fmt"
	"html/template"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"notices.example/notices"
)

// unfit are the kinds of link that run code or show files, and open no editor.
var unfit = []string{"javascript", "data", "vbscript", "blob", "file", "about", "view-source"}

// checkEditor reports whether a link can open files in an editor.
func checkEditor(link string) error {
	if link == "" {
		return nil
	}
	scheme, _, _ := strings.Cut(link, ":")
	u, err := url.Parse(strings.NewReplacer("{path}", "path", "{line}", "1", "{column}", "1").Replace(link))
	if err != nil || u.Scheme == "" || slices.Contains(unfit, strings.ToLower(scheme)) {
		return fmt.Errorf("“%s” is no link that opens an editor; write one such as vscode://file/{path}:{line}:{column}", link)
	}
	if !strings.Contains(link, "{path}") {
		return fmt.Errorf("“%s” does not say where the file goes; write {path} there", link)
	}
	return nil
}

// editorLink gives the link that opens the place in the editor, or nothing.
func (s *Server) editorLink(p notices.Pos) template.URL {
	if s.o.Editor == "" || s.o.Root == "" || p.File == "" {
		return ""
	}
	parts := strings.Split(strings.TrimRight(filepath.ToSlash(s.o.Root), "/")+"/"+p.File, "/")
	for i, part := range parts {
		if len(part) != 2 || part[1] != ':' { // a drive's letter
			parts[i] = strings.ReplaceAll(url.QueryEscape(part), "+", "%20")
		}
	}
	file := strings.Join(parts, "/")
	if strings.Contains(s.o.Editor, "/{path}") {
		file = strings.TrimPrefix(file, "/")
	}
	return template.URL(strings.NewReplacer(
		"{path}", file, "{line}", strconv.Itoa(max(p.Line, 1)), "{column}", strconv.Itoa(max(p.Col, 1)),
	).Replace(s.o.Editor)) // checked by New, and every part escaped
}
