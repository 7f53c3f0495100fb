package site

import (
	"encoding/xml"
)

// iisConfig is a web.config: what IIS sends with the pages, and a map of earlier
// addresses with the rule that looks them up.
type iisConfig struct {
	XMLName   xml.Name      `xml:"configuration"`
	Transport xml.Comment   `xml:",comment"`
	Server    iisServer     `xml:"system.webServer"`
	Locations []iisLocation `xml:"location"`
}

type iisServer struct {
	Headers []iisHeader `xml:"httpProtocol>customHeaders>add"`
	Types   iisTypes    `xml:"staticContent"`
	Errors  *iisErrors  `xml:"httpErrors"`
	Moves   *iisMoves   `xml:"rewrite"`
}

// iisMoves are the earlier addresses. A server without the URL Rewrite module
// answers nothing at all when the element is there, so it must not be without need.
type iisMoves struct {
	Maps  iisMap  `xml:"rewriteMaps>rewriteMap"`
	Rules iisRule `xml:"rules>rule"`
}

type iisHeader struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

// iisTypes are the media types of files; one that the server knows already has to
// be removed first.
type iisTypes struct {
	Types []any
	Cache iisCache `xml:"clientCache"`
}

type iisRemoved struct {
	XMLName xml.Name `xml:"remove"`
	Ending  string   `xml:"fileExtension,attr"`
}

type iisType struct {
	XMLName xml.Name `xml:"mimeMap"`
	Ending  string   `xml:"fileExtension,attr"`
	Name    string   `xml:"mimeType,attr"`
}

// iisCache says how long browsers may keep a file; DisableCache sends no-cache.
type iisCache struct {
	Mode   string `xml:"cacheControlMode,attr"`
	MaxAge string `xml:"cacheControlMaxAge,attr,omitempty"`
	Custom string `xml:"cacheControlCustom,attr,omitempty"`
}

type iisErrors struct {
	Mode   string    `xml:"errorMode,attr"`
	Remove iisStatus `xml:"remove"`
	Error  iisError  `xml:"error"`
}

type iisStatus struct {
	Code int `xml:"statusCode,attr"`
}

// iisError shows a file in the place of an error. Its path is that of the file in
// the folder of the web site, and the answer keeps its code.
type iisError struct {
	Code int    `xml:"statusCode,attr"`
	Path string `xml:"path,attr"`
	Mode string `xml:"responseMode,attr"`
}

// iisLocation says how long one file is kept.
type iisLocation struct {
	Path  string   `xml:"path,attr"`
	Cache iisCache `xml:"system.webServer>staticContent>clientCache"`
}

type iisMap struct {
	Name string     `xml:"name,attr"`
	Add  []iisEntry `xml:"add"`
}

type iisEntry struct {
	Key   string `xml:"key,attr"`
	Value string `xml:"value,attr"`
}

type iisRule struct {
	Name  string    `xml:"name,attr"`
	Stop  bool      `xml:"stopProcessing,attr"`
	Match iisMatch  `xml:"match"`
	If    iisLookUp `xml:"conditions>add"`
	Then  iisAction `xml:"action"`
}

type iisMatch struct {
	URL string `xml:"url,attr"`
}

type iisLookUp struct {
	Input   string `xml:"input,attr"`
	Pattern string `xml:"pattern,attr"`
}

type iisAction struct {
	Type  string `xml:"type,attr"`
	URL   string `xml:"url,attr"`
	Query bool   `xml:"appendQueryString,attr"`
	Code  string `xml:"redirectType,attr"`
}

// iis writes a web.config for the site's folder. The rules for earlier addresses
// need the URL Rewrite module, so they are there only when there are any.
func (p *plan) iis(list []served) File {
	root, _ := p.serverRoot()
	config := iisConfig{
		Transport: xml.Comment(" Once the whole host is served by HTTPS alone, and always will be, add the next line to customHeaders.\n " + `<add name="` + transport.name + `" value="` + transport.value + `" />` + "\n"),
		Server: iisServer{
			Types:  iisTypes{Cache: iisCache{Mode: "DisableCache"}},
			Errors: &iisErrors{"Custom", iisStatus{404}, iisError{404, folderAddress(root, notFoundAddress), "File"}},
		},
	}
	for _, h := range p.headers() {
		config.Server.Headers = append(config.Server.Headers, iisHeader{h.name, h.value})
	}
	for _, m := range mediaTypes {
		config.Server.Types.Types = append(config.Server.Types.Types, iisRemoved{Ending: "." + m.ending}, iisType{Ending: "." + m.ending, Name: m.inFull()})
	}
	for _, address := range p.hashedAddresses() {
		config.Locations = append(config.Locations, iisLocation{address, iisCache{"UseMaxAge", "365.00:00:00", "public, immutable"}})
	}
	config.Server.moves(list, or(p.root, "/"))
	return xmlFile(iisAddress, config)
}

// moves adds the earlier addresses and the rule that looks them up.
func (s *iisServer) moves(list []served, root string) {
	if len(list) == 0 {
		return
	}
	earlier := iisMap{Name: "notices-moved"}
	for _, moved := range list {
		earlier.Add = append(earlier.Add, iisEntry{escaped(root) + moved.path, moved.to})
		if moved.folder {
			earlier.Add = append(earlier.Add, iisEntry{escaped(root) + moved.path + "/", moved.to})
		}
	}
	s.Moves = &iisMoves{earlier, iisRule{
		Name: "notices-moved", Stop: true, Match: iisMatch{".*"},
		If:   iisLookUp{"{notices-moved:{PATH_INFO}}", "(.+)"},
		Then: iisAction{"Redirect", "{C:1}", false, "Permanent"},
	}}
}
