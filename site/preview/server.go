package preview

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"html/template"
	"io"
	"log"
	"net"
	"net/http"
	"net/url"
	"sync"
	"time"

	"golang.org/x/net/netutil"

	"notices.example/notices"
	"notices.example/site"
)

//go:embed own
var ownFiles embed.FS

// ErrTokenNeeded means that a preview without a token was asked to listen where
// other computers can reach it.
var ErrTokenNeeded = errors.New("other computers could open the preview, so it needs a token")

// Options say how a preview is shown. The zero Options are right for one on this
// computer alone.
type Options struct {
	// Editor is a link that opens a file in an editor, such as
	// vscode://file/{path}:{line}:{column}. When it is empty there are no such links.
	Editor string
	// Root is the site's folder, in full, for the {path} of Editor. It is shown
	// nowhere else.
	Root string
	// Follow sends browsers to the notice whose file was saved.
	Follow bool
	// Token is what a browser has to know. Without one the preview serves this
	// computer alone.
	Token string
	// Hosts are further names that the preview may be called by, without port.
	// They count with a token only.
	Hosts []string
	// RulePage gives the page of a rule as Markdown. When it is nil, rules are
	// named and not linked.
	RulePage func(id string) (markdown string, ok bool)
	// RuleTitle gives what a rule is called. When it is nil, IDs are shown.
	RuleTitle func(id string) string
	// Cite names a provision for readers. When it is nil, IDs are shown.
	Cite func(provision string) string
}

// limits are how much of the machine browsers may use.
type limits struct {
	connections int           // open at once; more wait
	streams     int           // pages that are told of changes; more are refused
	header      time.Duration // until a request's header is there
	write       time.Duration // until a browser has taken what it is told
	ending      time.Duration // until the last answers are finished
}

// Server is a preview. Show and the answers to browsers can go on at once.
type Server struct {
	o         Options
	limits    limits
	templates *template.Template
	sections  map[notices.Section]string // what the sections of a notice are headed

	once once

	mu      sync.RWMutex
	now     *state // never nil
	viewers map[*viewer]bool
}

// New gives a preview that has nothing to show yet, and says so. It is an error
// when Editor is not a link that can open files.
func New(o Options) (*Server, error) {
	if err := checkEditor(o.Editor); err != nil {
		return nil, err
	}
	t, err := template.New("").ParseFS(ownFiles, "own/*.html")
	if err != nil {
		return nil, fmt.Errorf("read the preview's own pages: %w", err)
	}
	sections, err := site.SectionTitles()
	if err != nil {
		return nil, err
	}
	return &Server{
		o: o, templates: t, sections: sections, now: &state{}, viewers: map[*viewer]bool{},
		limits: limits{connections: 256, streams: 64, header: 5 * time.Second, write: 5 * time.Second, ending: time.Second},
	}, nil
}

// Serve answers browsers until ctx is done, and then ends within two seconds, with
// no error. It closes the listener.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	if s.o.Token == "" && !onThisComputer(l.Addr()) {
		return errors.Join(ErrTokenNeeded, l.Close())
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	server := &http.Server{
		Handler:           s,
		ReadHeaderTimeout: s.limits.header,
		ReadTimeout:       2 * s.limits.header,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
		BaseContext:       func(net.Listener) context.Context { return ctx }, // ends the streams
		ErrorLog:          log.New(io.Discard, "", 0),                        // what strangers send is no news
	}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(netutil.LimitListener(l, s.limits.connections)) }()
	select {
	case err := <-ended:
		return fmt.Errorf("serve the preview: %w", err)
	case <-ctx.Done():
	}
	rest, stop := context.WithTimeout(context.WithoutCancel(ctx), s.limits.ending)
	defer stop()
	if server.Shutdown(rest) != nil {
		_ = server.Close() // whoever is left has had the time
	}
	return nil
}

// Address gives the address to open in a browser, with the token when there is
// one. A preview that listens on every address of this computer is called
// localhost.
func (s *Server) Address(a net.Addr) string {
	u := s.address(a)
	if s.o.Token != "" {
		u.RawQuery = url.Values{"token": {s.o.Token}}.Encode()
	}
	return u.String()
}

// address gives the address without the token.
func (s *Server) address(a net.Addr) url.URL {
	u := url.URL{Scheme: "http", Host: a.String(), Path: "/"}
	if tcp, ok := a.(*net.TCPAddr); ok && tcp.IP.IsUnspecified() {
		u.Host = fmt.Sprintf("localhost:%d", tcp.Port)
	}
	return u
}

func onThisComputer(a net.Addr) bool {
	tcp, ok := a.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// current gives what is shown now.
func (s *Server) current() *state {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.now
}
