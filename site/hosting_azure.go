package site

import (
	"encoding/json"
	"path"
	"regexp"
	"strings"
)

// azureConfig is what Azure Static Web Apps reads at the top of an app: the headers of
// every answer, earlier addresses, and the page for what is not there. It has no place
// for remarks.
type azureConfig struct {
	Routes  []azureRoute            `json:"routes"`
	Headers map[string]string       `json:"globalHeaders"`
	Instead map[string]azureInstead `json:"responseOverrides"`
	Types   map[string]string       `json:"mimeTypes"`
}

// azureRoute is a rule for one address: where it leads now, or headers of its own.
type azureRoute struct {
	Route    string            `json:"route"`
	Redirect string            `json:"redirect,omitempty"`
	Code     int               `json:"statusCode,omitempty"`
	Headers  map[string]string `json:"headers,omitempty"`
}

// azureInstead is the page that is shown in the place of an error. The answer keeps
// its code.
type azureInstead struct {
	Rewrite string `json:"rewrite"`
}

// azureMost is how long the file may be, in bytes: Azure takes none of more than 20 KB.
// The earlier addresses that are left out have their small page.
const azureMost = 20_000

// plainRoute matches an earlier address that means only itself to Azure, to which a
// star and braces mean more, and which keeps some paths for itself.
var plainRoute = regexp.MustCompile(`^/(?:[A-Za-z0-9][A-Za-z0-9._~-]*/)*[A-Za-z0-9][A-Za-z0-9._~-]*$`)

// azure writes the configuration of a static web app. A rule for the index.html of a
// folder holds for the folder, with a slash and without.
func (p *plan) azure(list []served) File {
	root, _ := p.serverRoot()
	config := azureConfig{
		Headers: map[string]string{"Cache-Control": askedAnew},
		Instead: map[string]azureInstead{"404": {root + notFoundAddress}},
		Types:   map[string]string{},
	}
	for _, h := range p.headers() {
		config.Headers[h.name] = h.value
	}
	for _, m := range mediaTypes {
		config.Types["."+m.ending] = m.inFull()
	}
	for _, address := range p.hashedAddresses() {
		config.Routes = append(config.Routes, azureRoute{Route: root + address, Headers: map[string]string{"Cache-Control": keptForever}})
	}
	room := azureMost - len(jsonFile(azureAddress, config).Content)
	config.Routes = append(config.Routes, azureMoves(list, root, room)...)
	return jsonFile(azureAddress, config)
}

// azureMoves gives the rules for earlier addresses, as many as there is room for.
func azureMoves(list []served, root string, room int) (rules []azureRoute) {
	for _, s := range list {
		from := root + s.path
		if s.folder {
			from = path.Join(from, homeAddress)
		}
		if !plainRoute.MatchString(from) {
			continue
		}
		room -= len(from) + len(s.to) + len(`\u0026`)*strings.Count(s.to, "&") + len(`{"route":"","redirect":"","statusCode":301},`)
		if room < 0 {
			break
		}
		rules = append(rules, azureRoute{Route: from, Redirect: s.to, Code: 301})
	}
	return rules
}

// jsonFile writes a file for programs. The signs that begin markup are written with
// their numbers.
func jsonFile(address string, value any) File {
	content, err := json.Marshal(value)
	if err != nil {
		panic(err) // not reached: the values are of texts and numbers
	}
	return File{Path: address, Content: append(content, '\n')}
}
