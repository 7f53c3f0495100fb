// Package notices is the vocabulary of a public body's privacy notices, in the
// words of the UK GDPR, the EU GDPR and the Data Protection Act 2018.
//
// The types here are plain values: they do no I/O and import nothing else of
// this module. The packages below them follow the direction of the data:
//
//	load     content files → Corpus, with the place of every value
//	inherit  Corpus → Complete notices
//	law      what the law says on a day: provisions, bases, rights
//	rules    Complete notices → Findings
//	report   Findings → text, and formats for where findings are read
//
// A YAML key is the Go field name in snake_case: BasisInLaw is basis_in_law.
// The struct tags read by load are:
//
//	terms:"lawful-basis"  the list of words a Term may be (see Terms, law.Terms)
//	refs:"data"           what a Ref names: data, purpose, recipient, source,
//	                      organisation, notice, block
//	scalar:"true"         the field that is set when plain text stands where the
//	                      struct is expected ("data_subjects: [tenants]")
//	fact:"true"           a Text that is not translated
//	varies:"language"     a name or an address that may be another in another
//	                      language; where it is not, it is of no language
//	yaml:"-"              not a key: filled in by load or inherit
package notices
