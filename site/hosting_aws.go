package site

// frontPolicy is what Amazon CloudFront takes as a response headers policy. Some
// headers have a place of their own there, and may not stand among the others.
type frontPolicy struct {
	Name     string
	Comment  string
	Security struct {
		Policy struct {
			Override bool
			Value    string `json:"ContentSecurityPolicy"`
		} `json:"ContentSecurityPolicy"`
		Options struct {
			Override bool
		} `json:"ContentTypeOptions"`
		Referrer struct {
			Override bool
			Value    string `json:"ReferrerPolicy"`
		} `json:"ReferrerPolicy"`
	} `json:"SecurityHeadersConfig"`
	Others struct {
		Quantity int
		Items    []frontHeader
	} `json:"CustomHeadersConfig"`
}

type frontHeader struct {
	Header, Value string
	Override      bool
}

// frontHeaders writes what CloudFront sends with every answer. How long files are kept
// is said of each of them, where they lie.
func (p *plan) frontHeaders() File {
	policy := frontPolicy{Name: "notices", Comment: "Sent with every page and file of the privacy notices"}
	for _, h := range p.headers() {
		switch s := &policy.Security; h.name {
		case "Content-Security-Policy":
			s.Policy.Override, s.Policy.Value = true, h.value
		case "X-Content-Type-Options": // its only value is nosniff
			s.Options.Override = true
		case "Referrer-Policy":
			s.Referrer.Override, s.Referrer.Value = true, h.value
		default:
			policy.Others.Items = append(policy.Others.Items, frontHeader{h.name, h.value, true})
		}
	}
	policy.Others.Quantity = len(policy.Others.Items)
	return jsonFile(frontHeadersAddress, policy)
}

// frontStore is what a key value store of CloudFront is made from: a function looks up
// there where an address leads now.
type frontStore struct {
	Data []frontPair `json:"data"`
}

type frontPair struct {
	Key   string `json:"key"`
	Value string `json:"value"`
}

// A key and a value may be so long, in bytes.
const frontKeyMost, frontValueMost = 512, 1000

// frontMoved writes the earlier addresses, as they are on disk. One that is too long
// has its small page.
func frontMoved(list []served, root string) File {
	store := frontStore{Data: []frontPair{}}
	for _, s := range list {
		if len(root+s.path) >= frontKeyMost || len(s.to) > frontValueMost {
			continue
		}
		store.Data = append(store.Data, frontPair{root + s.path, s.to})
		if s.folder {
			store.Data = append(store.Data, frontPair{root + s.path + "/", s.to})
		}
	}
	return jsonFile(frontMovedAddress, store)
}
