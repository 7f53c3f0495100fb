// Package review reads a notice that stands somewhere else, such as on a council's
// present website, and says which items of information of Articles 13 and 14 it seems
// to state.
//
// It takes a text, Markdown, HTML or a Word document, and the law of a day. It gives
// each item with the places whose words look like it, and the words that tell readers
// too little. It reads words, not meaning: it cannot tell whether what is stated is
// true, or complete, or about the right service. Whoever uses it has to say so.
//
// It refuses a document that is too large, and one of another kind. The words it
// looks for are in cues.yaml.
package review
