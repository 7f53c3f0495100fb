// Package site makes the static site that residents read.
//
// It takes a set of complete notices and the findings about them, plans the pages
// (typed views, one a page), renders them, and publishes what changed. Build does so
// with some notices at a time, and lays their pages into a new folder beside the
// published one; Render makes all of them in memory, for who shows them instead.
// Nothing is published unless every page could be rendered, so the site stays as it
// was when something is wrong. The same input gives the same bytes: no clock is read
// and no order is left to chance.
//
// Pages are flat files that mirror the content: notices/<id>.html,
// organisations/<id>.html, pages/<id>.html. Every link between them is relative,
// so the site works at any address and straight from a folder. Pages hold no
// script, and load nothing but the site's own style sheet. Only the search page runs
// one, which is part of the program; it shows a list from A to Z without it.
//
// Pages at the top go across all notices: who information is shared with, what is
// held, for how long. They are worked out from the data, those with nothing to say
// are left out, and long ones go on on a further page, so that no number of
// notices makes one too large.
//
// Beside the pages stand files for programs, made from the same data: feeds, each
// notice as data, a list of pages for search engines, earlier addresses for web
// servers. They pass a gate of their own before they are published.
//
// Each notice has two more forms, in large print and as plain text. They are made
// from the finished page, so that they cannot say anything else.
//
// A site can bring its own layouts and partials: a file in its layouts or
// partials folder is used instead of the built-in file of the same name. What is
// wrong with one is a finding. Write refuses a folder that it has not made
// itself.
//
// The whole new site takes the place of the old one in one step where the system can
// do that, and else file by file: Publish says when, and what a failure leaves.
package site
