// This module is vulnerable, and is meant to be: .ci/vulncheck does not believe a
// data base that finds nothing wrong with it. Nothing imports it; do not bring it up
// to date.
module notices.example/knownbad

go 1.26.6

require github.com/yuin/goldmark v1.7.16
