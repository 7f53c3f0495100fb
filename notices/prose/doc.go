// Package prose reads the Markdown that people write in notices, pages and
// shared blocks, and turns it into HTML that is safe to publish.
//
// It takes one notices.Markdown and gives a Document: the text in sections, the
// headings, links and images, and findings with the exact place in the content
// file, whether the text is a file's body or an indented value in YAML.
//
// It refuses whatever could make a page unsafe or unreadable: HTML, addresses
// that are not on a short list of kinds, images, and text so intricate that
// reading it would take unreasonable time. What is refused is never published
// and never dropped in silence: there is a finding for it.
//
// The Markdown is CommonMark with tables. A heading can carry an id, and nothing
// else: "## Who sees it {#recipients}". Addresses become links only where the
// writer asks for it, with [words](address) or <https://…>.
package prose
