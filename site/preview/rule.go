package preview

import (
	"bytes"
	"html/template"
	"net/http"
	"strings"

	"github.com/yuin/goldmark"
)

// ruleView is the page of a rule.
type ruleView struct {
	frame
	Body template.HTML
}

// rule gives the page of a rule. Markdown gives no HTML of its own, so what the
// page says cannot run anything.
func (s *Server) rule(st *state, id string) answer {
	if s.o.RulePage == nil {
		return s.notFound(st, "")
	}
	text, ok := s.o.RulePage(id)
	if !ok {
		return s.notFound(st, "")
	}
	var b bytes.Buffer
	if err := goldmark.Convert([]byte(text), &b); err != nil {
		return failed(err)
	}
	title, _, _ := strings.Cut(strings.TrimLeft(text, "# \n"), "\n")
	v := ruleView{frameOf(title), template.HTML(b.String())}
	v.Plain = true
	return s.page(http.StatusOK, "rule", v)
}
