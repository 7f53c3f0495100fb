// Package preview shows the latest pages in browsers while people write, and what
// is to be put right beside each page.
//
// It takes editions: what one run of the pipeline gave, pages and findings. It
// gives an http.Handler over the newest one, and tells the browsers that look at
// a page when that page, or what is said about it, has changed. The pages are
// those of package site, byte for byte, with the preview's own parts put in
// between; nothing is read from a disk, so no link or dot file can lead out of
// the site.
//
// A content file that cannot be read has a page that says why, at the address it
// would have; when no page can be made at all, the last good ones stay. The desk,
// at /__notices/, lists every notice by what there is to do.
//
// It refuses what a browser might be made to ask for by somebody else's page:
// other hosts, other origins, frames, and every method but GET and HEAD. It is for
// the computer it runs on; to be reached from others it needs a token.
package preview
