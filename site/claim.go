package site

import (
	"errors"
	"fmt"
	"path"
	"regexp"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"notices.example/notices"
)

// maxAddress is how many bytes the path of a file can have. Most disks take 255 for
// one name; Windows takes 260 for all of them, with those of the folders that the
// site lies in.
const maxAddress = 200

// claims are the addresses that are spoken for. Each can be claimed once, as a
// page or as a folder of pages. Capital letters make no difference, and neither
// do two ways to store an accent, because they make none on Windows and macOS.
type claims struct {
	pages   map[string]notices.Pos
	folders map[string]notices.Pos
}

func newClaims() claims {
	return claims{pages: map[string]notices.Pos{}, folders: map[string]notices.Pos{}}
}

// errTaken is wrapped by a claim's error when another page is in the way.
var errTaken = errors.New("another page is published there")

// blocked gives the place of the page that is in the way of an address.
func (c claims) blocked(address string) (notices.Pos, bool) { return c.inTheWay(addressKey(address)) }

func (c claims) inTheWay(key string) (notices.Pos, bool) {
	if first, clash := c.folders[key]; clash {
		return first, true
	}
	for ; key != "."; key = path.Dir(key) {
		if first, clash := c.pages[key]; clash {
			return first, true
		}
	}
	return notices.Pos{}, false
}

func addressKey(address string) string { return strings.ToLower(norm.NFC.String(address)) }

// claim speaks for an address. It returns the place of the page in the way with
// an error that is errTaken, and another error when no page can be there at all.
func (c claims) claim(address string, by notices.Pos) (notices.Pos, error) {
	if len(address) > maxAddress {
		return notices.Pos{}, fmt.Errorf("it is longer than %d characters", maxAddress)
	}
	for segment := range strings.SplitSeq(address, "/") {
		if err := usableName(segment); err != nil {
			return notices.Pos{}, err
		}
	}
	key := addressKey(address)
	if first, clash := c.inTheWay(key); clash {
		return first, errTaken
	}
	c.pages[key] = by
	for folder := path.Dir(key); folder != "."; folder = path.Dir(folder) {
		if _, known := c.folders[folder]; !known {
			c.folders[folder] = by
		}
	}
	return notices.Pos{}, nil
}

// reservedName are the names that Windows keeps for devices, with any ending.
var reservedName = regexp.MustCompile(`^(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)$`)

// usableName says why a name cannot be that of a file on every kind of disk.
func usableName(name string) error {
	stem, _, _ := strings.Cut(name, ".")
	switch {
	case isPlain(name) && len(stem) > len("lpt1"):
		return nil
	case reservedName.MatchString(strings.TrimRight(stem, " ")):
		return fmt.Errorf("the name %q is one that Windows keeps for itself", stem)
	case strings.HasSuffix(name, ".") || strings.HasSuffix(name, " ") || strings.HasPrefix(name, " "):
		return fmt.Errorf("%q ends with a full stop, or begins or ends with a space", name)
	case strings.HasPrefix(name, "-"):
		return fmt.Errorf("%q begins with a hyphen, which programs take for an instruction", name)
	case strings.ContainsAny(name, `<>"|*?:\`) || strings.ContainsFunc(name, unicode.IsControl):
		return fmt.Errorf("%q has a character that cannot be in the name of a file", name)
	}
	return nil
}

// isPlain reports whether a name is made of small letters, digits, hyphens and full stops
// as most are, so that nothing else has to be asked but whether it is reserved.
func isPlain(name string) bool {
	for i := range len(name) {
		if c := name[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' && c != '.' {
			return false
		}
	}
	return name != "" && name[0] != '-' && name[len(name)-1] != '.'
}

// claim speaks for the address of a page, or reports why it cannot be had.
func (p *plan) claim(address string, by notices.Pos) bool {
	if p.standing != nil { // they were free when the site was built
		p.exists[address] = true
		return true
	}
	first, err := p.claims.claim(address, by)
	switch {
	case errors.Is(err, errTaken):
		p.findings = append(p.findings, addressTaken(address, first, by))
	case err != nil:
		p.findings = append(p.findings, addressUnusable(address, by, err))
	default:
		p.exists[address] = true
	}
	return err == nil
}

func addressUnusable(address string, by notices.Pos, reason error) notices.Finding {
	return notices.Finding{
		Rule: "address-unusable", Severity: notices.Error, Pos: by,
		Message: fmt.Sprintf("No page can be published at %s: %s.", shortened(address), reason),
		Fix:     "Give the file or the alias another name, in small letters, digits and hyphens.",
	}
}

// shortened cuts what is too long for a message.
func shortened(s string) string {
	if runes := []rune(s); len(runes) > 80 {
		return string(runes[:80]) + "…"
	}
	return s
}
