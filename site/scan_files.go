package site

import (
	"bytes"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode/utf8"
)

// UnsafeFile lists what a finished file that is no page does that none may do:
// hold markup or a program in the place of words, name a namespace it has no use
// for, or be of a kind that nobody has looked at. Like Unsafe it reads the bytes
// that are published, and refuses what it does not know.
func UnsafeFile(f File) []string {
	if !utf8.Valid(f.Content) {
		return []string{notWords}
	}
	switch path.Ext(f.Path) {
	case ".json":
		return append(unsafeJSON(f.Content), unsafeRules(f)...)
	case ".xml", ".svg":
		return unsafeXML(f.Content, path.Ext(f.Path))
	case ".txt", ".conf", "":
		if strings.HasPrefix(f.Path, "notices/") && path.Ext(f.Path) == ".txt" {
			return unsafeProse(f.Content)
		}
		return unsafeLines(f)
	case ".js":
		return unsafeScript(f.Content)
	case ".csv":
		return unsafeCSV(f.Content)
	case ".config":
		return unsafeXML(f.Content, ".config")
	}
	return []string{"is of a kind that is not published"}
}

// unsafeJSON refuses what is not JSON, and the signs that begin markup: a browser
// that took the file for a page would find none in it.
func unsafeJSON(content []byte) []string {
	if plainlySound(content) {
		return nil
	}
	if !json.Valid(content) {
		return []string{"is not valid JSON"}
	}
	for _, sign := range []byte("<>&") {
		if bytes.IndexByte(content, sign) >= 0 {
			return []string{"holds a sign that begins markup"}
		}
	}
	return nil
}

// unsafeProse refuses signs in words that tell a terminal to do something.
func unsafeProse(content []byte) []string {
	for i := plainLines(content); i < len(content); i++ {
		c := content[i]
		// The other signs of that kind are U+0080 to U+009F, which begin with 0xC2.
		if doubtful[c] && (c != 0xc2 || i+1 < len(content) && content[i+1] < 0xa0) {
			return []string{"holds signs that are no words"}
		}
		if c >= 0x80 { // and mostly plain ones follow
			i += plainLines(content[i+1:])
		}
	}
	return nil
}

// plainLines gives how many bytes at the beginning of words are plain letters and signs on
// any number of lines, or a few less. Eight are looked at at a time, as the parts of one
// number: the highest bit of each part tells.
func plainLines(words []byte) (many int) {
	const ones, highs = 0x0101010101010101, 0x8080808080808080
	for ; len(words) >= 8; words = words[8:] {
		eight := binary.LittleEndian.Uint64(words)
		lineBreaks := ^((eight ^ '\n'*ones) + (highs - ones))
		if outside := ^(eight + 0x60*ones) &^ lineBreaks; (eight|(eight+ones)|outside)&highs != 0 {
			break
		}
		many += 8
	}
	return many
}

// doubtful are the bytes with which signs begin that can tell a terminal something.
var doubtful = func() (are [256]bool) {
	for c := range byte(' ') {
		are[c] = c != '\n'
	}
	are[0x7f], are[0xc2] = true, true
	return are
}()

// aHeader is a header as it is written into the configuration of a server.
const aHeader = `[A-Z][A-Za-z-]+ "[^"\\$]+"`

// lineForms are what a line of a text file may be, by the file's address.
var lineForms = map[string]*regexp.Regexp{
	robotsAddress:    regexp.MustCompile(`^(?:User-agent: \*|(?:Allow|Disallow): /|Sitemap: https?://[!-~]+|)$`),
	securityAddress:  regexp.MustCompile(`^(?:#.*|Contact: (?:mailto:|https://|tel:\+)[!-~]+|Expires: \d{4}-\d\d-\d\dT23:59:59Z|Preferred-Languages: [a-z-]+(?:, [a-z-]+)*|(?:Canonical|Policy): https://[!-~]+)$`),
	headersAddress:   regexp.MustCompile(`^(?:#.*|/[!-~]*|  [A-Z][A-Za-z-]+: [ -~]+)$`),
	redirectsAddress: regexp.MustCompile(`^(?:#.*|/[!-~]* (?:/|https?://)[!-~]* 301)$`),
	apacheAddress: regexp.MustCompile(`^(?:#.*|RewriteEngine On|RewriteRule "\^[^"]+\$" "(?:/|https?://)[!#-~]*" \[R=301,L,NE\]` +
		`|Header always set ` + aHeader + `(?: "expr=[^"$]+\$#")?|Add(?:Type|Charset) [a-z0-9/+-]+(?: \.[a-z]+)+|<FilesMatch "[^"]+">|ForceType "[a-z0-9/+;= -]+"|</FilesMatch>|ErrorDocument 404 /[A-Za-z0-9._~/-]*)$`),
	nginxAddress: regexp.MustCompile(`^(?:#.*|map \$uri \$notices_moved \{|    default "";|    "/[^"\\]*" "(?:/|https?://)[!#%-~]*";|\})$`),
	nginxLocationAddress: regexp.MustCompile(`^ *(?:#.*|location \^~ /[A-Za-z0-9._~/-]* \{|location ~ "[^"]+" \{|types \{(?: \})?|[a-z]+/[a-z+-]+ [a-z]+;|default_type [a-z]+/[a-z+-]+;` +
		`|charset utf-8;|charset_types [a-z/ +-]+;|index index\.html;|error_page 404 /[A-Za-z0-9._~/-]*;|add_header ` + aHeader + `(?: always)?;|\})$`),
}

// unsafeLines refuses every line that is not of one of the forms that the file is
// made of: what is read line by line must not have a line slipped in.
func unsafeLines(f File) (problems []string) {
	form, known := lineForms[f.Path]
	if !known {
		return []string{"is of a kind that is not published"}
	}
	for line := range strings.Lines(string(f.Content)) {
		if line = strings.TrimSuffix(line, "\n"); !form.MatchString(line) || strings.ContainsRune(line, '\r') {
			problems = append(problems, fmt.Sprintf("has a line that nobody expects: %q", shortened(line)))
		}
	}
	return problems
}
