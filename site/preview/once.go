package preview

import (
	"crypto/rand"
	"net"
	"net/url"
	"sync"
	"time"
)

// once is a word that lets one browser in, one time. The address that a browser is
// started with can be read by every program on the computer, so the token is not in
// it: whoever reads the word comes too late.
type once struct {
	mu   sync.Mutex
	word string // empty when none is good
}

// unspent is how long the word is good when no browser comes.
const unspent = time.Minute

// renew gives a new word, which is good for a while.
func (o *once) renew() string {
	word := rand.Text()
	o.mu.Lock()
	defer o.mu.Unlock()
	o.word = word
	time.AfterFunc(unspent, func() { o.spend(word) })
	return word
}

// spend reports whether the word is good, and makes it bad.
func (o *once) spend(word string) bool {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.word == "" || !same(word, o.word) {
		return false
	}
	o.word = ""
	return true
}

// Opening gives the address to start a browser with. It is Address, but where that
// has the token it has a word that is good one time, for a minute.
func (s *Server) Opening(a net.Addr) string {
	if s.o.Token == "" {
		return s.Address(a)
	}
	u := s.address(a)
	u.RawQuery = url.Values{"once": {s.once.renew()}}.Encode()
	return u.String()
}
