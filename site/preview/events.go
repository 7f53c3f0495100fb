package preview

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"time"
)

const eventsPath = ownPath + "events"

// viewer is a browser that looks at a page and wants to be told when it changes.
type viewer struct {
	path  string
	query url.Values
	woken chan struct{} // of length 1: who is told twice looks once
}

// stream tells a browser what it looks at, again whenever that has changed, for as
// long as it listens. It is told the digest of its page, so it knows what it has.
func (s *Server) stream(w http.ResponseWriter, r *http.Request) {
	page, err := url.Parse(r.URL.Query().Get("page"))
	if err != nil {
		http.Error(w, "The page cannot be understood.", http.StatusBadRequest)
		return
	}
	v := &viewer{path: page.Path, query: page.Query(), woken: make(chan struct{}, 1)}
	if r.Method == http.MethodHead {
		return
	}
	if !s.admit(v) {
		w.Header().Set("Retry-After", "5")
		http.Error(w, "Too many pages are open.", http.StatusServiceUnavailable)
		return
	}
	defer s.dismiss(v)
	w.Header().Set("Content-Type", "text/event-stream; charset=utf-8")
	s.tell(w, r, v)
}

// tell writes to a browser until it goes, or is too slow.
func (s *Server) tell(w http.ResponseWriter, r *http.Request, v *viewer) {
	out := http.NewResponseController(w)
	told, seen := "", s.current().number
	events := "retry: 1000\n\n"
	for {
		now := s.current()
		if digest := s.answer(now, v.path, v.query).digest; digest != told {
			told = digest
			events += event("page", map[string]string{"digest": digest})
		}
		if now.number != seen && s.o.Follow && now.saved != "" {
			events += event("go", map[string]string{"to": now.saved})
		}
		seen = now.number
		if events != "" {
			if out.SetWriteDeadline(time.Now().Add(s.limits.write)) != nil {
				return
			}
			if _, err := fmt.Fprint(w, events); err != nil || out.Flush() != nil {
				return
			}
			_ = out.SetWriteDeadline(time.Time{}) // one that has passed could not be moved
			events = ""
		}
		select {
		case <-v.woken:
		case <-time.After(30 * time.Second):
			events = ": still here\n\n" // finds out who is not
		case <-r.Context().Done():
			return
		}
	}
}

func event(name string, value any) string {
	data, err := json.Marshal(value)
	if err != nil {
		return "" // texts always can
	}
	return "event: " + name + "\ndata: " + string(data) + "\n\n"
}

// admit takes note of a browser, when there is room for it.
func (s *Server) admit(v *viewer) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.viewers) >= s.limits.streams {
		return false
	}
	s.viewers[v] = true
	return true
}

func (s *Server) dismiss(v *viewer) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.viewers, v)
}

// wake has every browser look again. It waits for none. The lock is held.
func (s *Server) wake() {
	for v := range s.viewers {
		select {
		case v.woken <- struct{}{}:
		default: // it has not looked since it was woken last
		}
	}
}
