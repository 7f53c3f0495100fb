package site

import "context"

// Written says what Publish did, each list in the order of the paths.
type Written struct {
	Changed     []string // new, or with new content
	Deleted     []string // written by an earlier run, and no longer part of the site
	Unchanged   int
	Edited      []string // edited by hand since, so left as they are: they say something else than the site
	Overwritten []string // of those changed: edited by hand since, and written again because that was asked for
	Kept        []string // no longer part of the site, but edited by hand, so not deleted
	Left        []string // folders beside the site, of runs that were cut short, with files that only a person can judge
}

// Publish writes the site to a folder, and makes the folder when there is none.
// It changes nothing at all when the folder has the site already, and deletes only
// files that its manifest says it wrote and that nobody edited since.
//
// Where the system can, the whole new site is made beside the folder and then put
// in its place in one step: who reads a page finds the old one or the new one. The
// old files are taken away right after it. Elsewhere (on Windows, on
// some network disks, in a folder that is a disk of its own or is mounted into a
// container, beside which nothing may be written, that has a .git folder or a link
// in it) all new pages are made within the folder and then put in their places one
// by one. Each page is the old one or the new one there as well, but for a moment
// one page can be new while another is old, and a run that is killed just then
// leaves that to the next one to finish.
//
// It returns an error that wraps ErrRefused, having changed nothing, for a folder
// that is not empty and not its own, for a link, for somebody else's file where a
// page is to be, and for a folder that holds the sources, the user's home or the
// whole disk; one that wraps ErrBusy when another run is writing there; that of the
// context when it is over before the new site is in its place; and else one that
// says in plain words what the machine refused and what that left behind.
func Publish(ctx context.Context, o *Output, to Target) (Written, error) {
	p, err := openPlace(to)
	if err != nil {
		return Written{}, err
	}
	defer p.close()
	seen := p.sight()
	c, ours, err := p.compare(o)
	if err != nil && !ours {
		return Written{}, err
	} else if err == nil && c.nothing() && !p.littered() {
		return c.done, nil
	}
	whole := err == nil
	s, err := p.stage(ctx)
	if err != nil {
		return Written{}, err
	}
	defer s.Abandon()
	if whole && p.sight().same(seen) {
		s.c, s.looked = c, true // no other run has finished in between
	}
	return s.all(ctx, o)
}

// unless gives what was done, which is nothing when there was an error.
func (w Written) unless(err error) Written {
	if err != nil {
		return Written{}
	}
	return w
}

// Write publishes the site to a folder, as Publish does when nothing else is asked
// for. Sources are the folders that the site is made from, which must stay apart.
func Write(o *Output, dir string, sources ...string) (Written, error) {
	return Publish(context.Background(), o, Target{Dir: dir, Sources: sources})
}
