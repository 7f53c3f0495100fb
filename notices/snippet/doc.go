// Package snippet says the heart of a notice where people are asked for their
// information: on a form, in a text message, on the phone, on the wall of an office.
//
// It takes a complete notice that is published, and the address of its page. It gives
// a few sentences made of the notice's own facts, so that no short text can say
// something else than the long one. Whoever wants to know more is led to the page:
// that is the first layer of a layered notice, and never the whole of it.
//
// It refuses a notice that is not in force, one in another language than English, and
// one that has no address.
package snippet
