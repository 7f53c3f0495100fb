// Package pattern finds forms of words quickly in texts that seldom have them.
//
// It takes regular expressions as package regexp does, and the words of a text. It
// gives what regexp gives, always; it refuses what regexp refuses. Only the time is
// another: a [Pattern] knows by an automaton that a text has no match, and a [Vocabulary]
// tells in one reading which of many words stand in a text. [Needed] gives words that
// every match of an expression has.
package pattern
