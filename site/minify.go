package site

import (
	"github.com/tdewolff/minify/v2"
	"github.com/tdewolff/minify/v2/css"
	"github.com/tdewolff/minify/v2/html"
)

// newMinifier takes out of HTML only what changes nothing for anyone: the tags,
// quotes and defaults stay, so that the pages validate and can be read.
func newMinifier() *minify.M {
	m := minify.New()
	m.Add("text/html", &html.Minifier{
		KeepDocumentTags: true, KeepEndTags: true, KeepQuotes: true, KeepDefaultAttrVals: true,
	})
	m.AddFunc("text/css", css.Minify)
	return m
}

func minifyCSS(sheet []byte) ([]byte, error) { return newMinifier().Bytes("text/css", sheet) }
