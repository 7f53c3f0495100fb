package main

import (
	"crypto/rand"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/netip"
	"os"
	"strings"
	"syscall"
	"time"
)

// address gives the address of this computer that --bind means.
func (s *serve) address() (netip.Addr, error) {
	if strings.EqualFold(s.bind, "localhost") {
		return netip.AddrFrom4([4]byte{127, 0, 0, 1}), nil
	}
	address, err := netip.ParseAddr(strings.Trim(s.bind, "[]"))
	if err != nil {
		return netip.Addr{}, usageError{fmt.Errorf("--bind takes an address of this computer such as 192.168.1.20, or 0.0.0.0 for all of them, not “%s”", s.bind)}
	}
	return address, nil
}

// token gives the secret that other computers need; none when they cannot get here.
func (s *serve) token() (string, error) {
	address, err := s.address()
	if err != nil || address.Unmap().IsLoopback() {
		return "", err
	}
	return rand.Text(), nil
}

// portsTried is how many ports are tried after the usual one.
const portsTried = 50

// listen begins to listen. When the usual port is taken it is the next one that is
// free, and moved says so; a port that was asked for is not exchanged for another.
func (s *serve) listen() (l net.Listener, moved bool, err error) {
	if s.port < 0 || s.port > 65535 {
		return nil, false, usageError{fmt.Errorf("--port takes a number from 0 to 65535, not %d", s.port)}
	}
	address, err := s.address()
	if err != nil {
		return nil, false, err
	}
	for port := s.port; ; port++ {
		l, err = net.Listen("tcp", netip.AddrPortFrom(address, uint16(port)).String())
		switch {
		case err == nil:
			return l, port != s.port, nil
		case isKept(err) && s.portAsked:
			return nil, false, fmt.Errorf("the system keeps port %d to itself; take another one, such as --port %d", port, usualPort)
		case !isTaken(err) && !isKept(err):
			return nil, false, fmt.Errorf("answer at %s: %w", s.bind, err)
		case s.portAsked:
			return nil, false, fmt.Errorf("port %d is taken, perhaps by another preview; take another one with --port %d, or leave --port out", port, port%65535+1)
		case port == s.port+portsTried:
			return nil, false, fmt.Errorf("the ports from %d to %d are all taken; let the system find one with --port 0", s.port, port)
		}
	}
}

// isTaken reports whether a port is in use.
func isTaken(err error) bool {
	const inUseOnWindows = syscall.Errno(10048)
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, inUseOnWindows)
}

// isKept reports whether the system does not let this program have a port: the
// first thousand are kept for servers, and Windows keeps back others.
func isKept(err error) bool {
	const refusedOnWindows = syscall.Errno(10013)
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, refusedOnWindows)
}

// greeting says where the site is, who can see it and how to stop.
func (s *serve) greeting(address string, moved bool) string {
	var b strings.Builder
	if moved {
		fmt.Fprintf(&b, "Port %d is not free, perhaps because of another preview, so this one has the next that is.\n", s.port)
	}
	where, secret, _ := strings.Cut(address, "?")
	if secret == "" {
		fmt.Fprintf(&b, "Your site is at %s and only this computer can see it. Press Ctrl-C to stop.\n", address)
		fmt.Fprintf(&b, "What there is to do is at %s__notices/\n", address)
	} else {
		fmt.Fprintf(&b, "WARNING: other computers can see this preview, drafts included. Whoever has the address has the secret in it.\n")
		fmt.Fprintf(&b, "Your site is at %s\n", address)
		if name := hostName(); name != "" && strings.Contains(where, "//localhost") {
			fmt.Fprintf(&b, "From other computers: %s\n", strings.Replace(address, "localhost", name, 1))
		}
		fmt.Fprintf(&b, "Leave out --bind to keep it to this computer. Press Ctrl-C to stop.\n")
	}
	if day, err := s.source.day(s.today); err == nil && s.source.at != "" {
		fmt.Fprintf(&b, "It is shown as of %s.\n", longDay(day))
	}
	return b.String()
}

// hostName gives the name of this computer in its network, if it has one.
func hostName() string {
	name, err := os.Hostname()
	if err != nil {
		return ""
	}
	return name
}

func longDay(day time.Time) string { return day.Format("2 January 2006") }
