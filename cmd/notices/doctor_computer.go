package main

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os/exec"
	"strings"
)

// lookAtCache looks whether a build can keep what makes the next one quick.
func (d *doctor) lookAtCache() seen {
	const name = "cache"
	folder, err := d.cache()
	switch {
	case err != nil:
		return wrong(name, err.Error(), "Take NOTICES_CACHE out of your environment, or name a folder elsewhere.")
	case folder == "":
		return noted(name, "nothing is kept from one build to the next, so each is a whole one", "Take NOTICES_CACHE out of your environment, if that is not what you want.")
	}
	if err := tryWriting(folder); err != nil {
		return noted(name, folder+" cannot be written to: "+cause(err).Error()+"; each build is a whole one", "Name another folder in NOTICES_CACHE, outside of the site.")
	}
	return good(name, "a build of the same is known again by what is in "+folder)
}

// lookAtGit looks whether earlier versions of the site can be told from this one.
func (d *doctor) lookAtGit(ctx context.Context, found bool) seen {
	const name, without = "git", "“notices diff” can compare folders only"
	if _, err := exec.LookPath("git"); err != nil {
		return noted(name, "git is not installed: "+without, "Install it from https://git-scm.com, if you want to compare with earlier versions.")
	}
	if !found {
		return good(name, "git is installed")
	}
	inside, err := git(ctx, d.source.source, nil, "rev-parse", "--is-inside-work-tree")
	if err != nil || strings.TrimSpace(string(inside)) != "true" {
		return noted(name, "the site's folder is not kept by git, or git does not trust it: "+without, "To begin, run in the site's folder: git init")
	}
	return good(name, "earlier versions of the site are kept by git")
}

// lookAtPort looks whether the preview gets its usual port.
func (d *doctor) lookAtPort() seen {
	const name = "port"
	listener, err := net.Listen("tcp", netip.AddrPortFrom(netip.AddrFrom4([4]byte{127, 0, 0, 1}), usualPort).String())
	switch {
	case err == nil:
		_ = listener.Close() // nobody was let in
		return good(name, fmt.Sprintf("port %d is free for “notices serve”", usualPort))
	case isTaken(err):
		return noted(name, fmt.Sprintf("port %d is taken, perhaps by a preview that is still open", usualPort), "“notices serve” takes the next one that is free. Use the address that it prints.")
	case isKept(err):
		return noted(name, fmt.Sprintf("the system keeps port %d to itself", usualPort), "“notices serve” takes the next one that is free. Use the address that it prints.")
	}
	return wrong(name, "this computer lets no program answer at 127.0.0.1: "+cause(err).Error(), "Ask whoever looks after this computer. “notices build” works all the same.")
}

// lookAtBrowser looks whether “serve --open” can open one.
func (d *doctor) lookAtBrowser() seen {
	const name, fix = "browser", "Open the address that “notices serve” prints in any browser."
	program := "xdg-open"
	if known := browsers[d.system]; known != nil {
		program = known[0]
	}
	if _, err := exec.LookPath(program); err != nil {
		return noted(name, program+" is not here, which opens the browser", fix)
	}
	if program == "xdg-open" && d.getenv("DISPLAY") == "" && d.getenv("WAYLAND_DISPLAY") == "" {
		return noted(name, "there is no screen here to open a browser on", fix)
	}
	return good(name, program+" opens it")
}

// lookAtTerminal looks whether what is printed can be shown as it is meant.
func (d *doctor) lookAtTerminal(w io.Writer) seen {
	const name = "terminal"
	letters := cmp.Or(d.getenv("LC_ALL"), d.getenv("LC_CTYPE"), d.getenv("LANG"))
	if plain := strings.ToLower(strings.ReplaceAll(letters, "-", "")); d.system != "windows" && !strings.Contains(plain, "utf8") {
		return noted(name, fmt.Sprintf("it may not show every letter: the language is set to “%s”", cmp.Or(letters, "C")), "Set it to one with UTF-8: export LANG=C.UTF-8")
	}
	colour, width := terminal(w, d.getenv)
	switch {
	case width == 0:
		return good(name, "what is printed goes to a file or another program, without colours")
	case width < 60:
		return noted(name, fmt.Sprintf("it is %d columns wide, so long lines are broken", width), "Make the window wider.")
	case !colour:
		return good(name, fmt.Sprintf("%d columns wide, without colours", width))
	}
	return good(name, fmt.Sprintf("%d columns wide, with colours", width))
}
