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
	if inspect(destination) != nil || schemeOf(destination) != "" {
		return "", "", false
	}
	u, err := url.Parse(destination)
	if err != nil || u.Host != "" || u.RawQuery != "" || strings.HasPrefix(u.Path, "/") {
		return "", "", false
	}
	if u.Path == "" {
		return fromFile, u.Fragment, true
	}
	file = path.Join(path.Dir(fromFile), u.Path)
	if file == ".." || strings.HasPrefix(file, "../") {
		return "", "", false
	}
	return file, u.Fragment, true
}
