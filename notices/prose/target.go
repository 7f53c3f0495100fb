package prose

import (
	"net/url"
	"path"
	"strings"
)

// Target says which content file a link leads to: from "notices/a/b.md",
// "../c.md#d" leads to "notices/c.md" and its heading "d". A link to a heading of
// the same file, "#d", leads to that file. Links that do not lead to a file
// below the folder that all content is in are not local.
func Target(fromFile, destination string) (file, fragment string, local bool) {
	if isPlainPath(destination) {
		file, fragment, _ = strings.Cut(destination, "#")
	} else if file, fragment, local = parts(destination); !local {
		return "", "", false
	}
	if file == "" {
		return fromFile, fragment, true
	}
	file = path.Join(path.Dir(fromFile), file)
	if file == ".." || strings.HasPrefix(file, "../") {
		return "", "", false
	}
	return file, fragment, true
}

// parts gives the path and the fragment of a destination that may be local.
func parts(destination string) (file, fragment string, local bool) {
	if inspectAny(destination) != nil || schemeOf(destination) != "" {
		return "", "", false
	}
	u, err := url.Parse(destination)
	if err != nil || u.Host != "" || u.RawQuery != "" || strings.HasPrefix(u.Path, "/") {
		return "", "", false
	}
	return u.Path, u.Fragment, true
}

// isPlainPath reports whether an address is a path of letters, digits, hyphens and
// dots, as most that lead to a file of the site are: nothing is wrong with one, and it
// needs no parsing.
func isPlainPath(address string) bool {
	if address == "" || address == "#" || len(address) > maxAddress || strings.HasPrefix(address, "/") || startsLikeWeb(address) {
		return false
	}
	marks := 0
	for i := range len(address) {
		switch c := address[i]; {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '-', c == '.', c == '/', c == '_':
		case c == '#' && marks == 0:
			marks++
		default:
			return false
		}
	}
	return true
}

// startsLikeWeb reports whether an address begins as that of a website does when https://
// is left out.
func startsLikeWeb(address string) bool {
	return len(address) >= len("www.") && strings.EqualFold(address[:len("www.")], "www.")
}
