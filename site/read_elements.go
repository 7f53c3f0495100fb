package site

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// kind says where an element may stand for a browser to leave it there. It is a set.
type kind uint32

const (
	void         kind = 1 << iota // has nothing in it, and no end
	block                         // ends a paragraph
	paragraph                     //
	heading                       // ends another heading
	formatting                    // goes on when something else that is around it ends
	preformatted                  // begins behind the first line break in it
	wordless                      // words in it are moved
	items                         // holds items of a list
	item                          //
	definitions                   // holds terms
	division                      // can be around terms, too
	term                          //
	table                         // holds captions and groups
	caption                       //
	group                         // holds rows
	row                           // holds cells
	cell                          //
	drawing                       // holds shapes
	shape                         //
	outer                         // is around all others
	inHead                        // stands in the head
)

// quickElement is an element that the quick reader knows.
type quickElement struct {
	name string
	end  string // its end tag
	atom atom.Atom
	kind kind
}

var quickElements = tableOf(map[kind]string{
	0:                    "span abbr time cite dfn q sub sup kbd samp var mark bdi bdo ins del",
	formatting:           "a b code em i s small strong u",
	block:                "address article aside blockquote details fieldset figcaption figure footer header main nav section summary",
	block | paragraph:    "p",
	block | division:     "div",
	block | heading:      "h1 h2 h3 h4 h5 h6",
	block | preformatted: "pre",
	block | items:        "ul ol",
	block | item:         "li",
	block | definitions:  "dl",
	block | term:         "dt dd",
	block | void:         "hr",
	void:                 "br img wbr",

	block | table | wordless: "table",
	caption:                  "caption",
	group | wordless:         "thead tbody tfoot",
	row | wordless:           "tr",
	cell:                     "td th",

	outer:         "html head body",
	inHead:        "title",
	inHead | void: "meta link",

	drawing: "svg",
	shape:   "rect path text",
})

func tableOf(names map[kind]string) map[string]quickElement {
	all := map[string]quickElement{}
	for kind, names := range names {
		for _, name := range strings.Fields(names) {
			all[name] = quickElement{name, "</" + name + ">", atom.Lookup([]byte(name)), kind}
		}
	}
	return all
}

// drawnKeys are the attributes that an element of a drawing can have for the quick
// reader. Browsers write some others in other letters.
var drawnKeys = map[string]bool{
	"class": true, viewBox: true, "width": true, "height": true, "role": true, "aria-labelledby": true, "aria-describedby": true,
	"x": true, "y": true, "rx": true, "d": true, "lang": true, "id": true,
}

// fits reports whether a browser leaves an element where it is.
func (q *quickReader) fits(tag *startTag, parent opened) bool {
	kind, within := tag.kind, parent.tag.kind
	around := parent.around | within
	switch {
	case kind&block != 0 && around&paragraph != 0,
		kind&heading != 0 && around&heading != 0,
		kind&table != 0 && around&table != 0,
		kind&formatting != 0 && around&formatting != 0 && q.isOpen(tag.element.DataAtom):
		return false
	case kind&item != 0:
		return within&items != 0
	case kind&term != 0:
		return within&definitions != 0 || within&division != 0 && q.open[len(q.open)-2].tag.kind&definitions != 0
	case kind&(caption|group) != 0:
		return within&table != 0
	case kind&row != 0:
		return within&group != 0
	case kind&cell != 0:
		return within&row != 0
	case kind&shape != 0:
		return within&drawing != 0
	}
	return within&wordless == 0 && around&(drawing|shape) == 0
}

func (q *quickReader) isOpen(kind atom.Atom) bool {
	for _, o := range q.open {
		if o.tag.element.DataAtom == kind {
			return true
		}
	}
	return false
}
