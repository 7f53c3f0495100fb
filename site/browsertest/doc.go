// Package browsertest opens the pages of a built site in a real browser and says
// what is wrong with them: pages that do not fit a narrow screen, that ask other
// servers for something, that break their own security policy, that store
// something on the reader's computer, or that some people cannot use.
//
// It is for tests only. It takes a folder of files, from a web server (see Serve)
// or straight from disk (see FileURL), and gives lists of faults: an empty list is
// a good page. It needs Chromium and, for the checks of accessibility and of HTML,
// the npm tools of .ci/package.json; .ci/setup installs both. Without them a test
// is skipped, but fails where CI=true, so that no check is left out unseen.
//
// The usual test of a site is short:
//
//	b := browsertest.Open(t)
//	s := browsertest.Serve(t, "public", "/", browsertest.StrictPolicy)
//	for _, page := range browsertest.Pages(t, "public") {
//		browsertest.Audit(t, b, s.URL(page))
//	}
package browsertest
