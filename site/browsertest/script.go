package browsertest

// Script runs an expression on the page and gives its value as a text.
func (p *Page) Script(expression string) string {
	p.t.Helper()
	return evaluate[string](p, `String(`+expression+`)`)
}
