package preview

import "fmt"

// onPage says how much is to be put right on a page. On the page of a notice that
// is not published everything counts that has to be right before it is.
func (c counts) onPage() (words, more string) {
	more = better(c.Warnings + c.Advice)
	switch {
	case c.Unpublished > 0:
		return things(c.Errors) + " to put right before it is published", more
	case c.Errors > 0:
		return things(c.Errors) + " to put right on this page", more
	}
	return "Nothing to put right on this page", more
}

// onSite says how much is to be put right on the site.
func (c counts) onSite() (words, more string) {
	words, more = "nothing to put right on the site", c.besides()
	if n := c.Blocking(); n > 0 {
		words = fmt.Sprintf("%d to put right on the site", n)
	}
	return words, more
}

// toPutRight says the same in a line that is about the site.
func (c counts) toPutRight() string {
	words := "nothing to put right"
	if n := c.Blocking(); n > 0 {
		words = things(n) + " to put right"
	}
	return words + c.besides()
}

// besides says what keeps nothing from being published.
func (c counts) besides() string {
	words := better(c.Better())
	if n := c.Drafts(); n > 0 {
		words += fmt.Sprintf(", %d in drafts", n)
	}
	return words
}

func better(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprintf(", %d could be better", n)
}

// inPart says how much there is to do in a part of a page.
func inPart(where string, wrong, others int) string {
	if wrong == 0 {
		return fmt.Sprintf("%d could be better %s", others, where)
	}
	return things(wrong) + " to put right " + where + better(others)
}

func things(n int) string { return counted(n, "thing", "things") }

func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
