package site

// plainIndex reports whether this is an index as the program writes it, whose entries
// lead somewhere and run no code. It reads it several times as quickly as encoding/json.
// Of what it does not know it says no: unsafeScript looks at that more closely.
func plainIndex(data []byte) bool {
	r := jsonReader{b: data}
	return r.words(`{"english":`) && (r.words("true") || r.words("false")) &&
		r.words(`,"entries":[`) && r.list(']', r.indexEntry) &&
		r.words(`,"words":"`) && r.textEnd() &&
		r.words(`,"at":[`) && r.list(']', r.indexSteps) &&
		r.words("}\n") && r.at == len(data)
}

// words goes past words, where they are the next ones.
func (r *jsonReader) words(next string) bool {
	if rest := r.b[r.at:]; len(rest) < len(next) || string(rest[:len(next)]) != next {
		return false
	}
	r.at += len(next)
	return true
}

// textEnd reads the rest of a text whose first quotation mark has been read.
func (r *jsonReader) textEnd() bool {
	r.at--
	return r.text()
}

// indexEntry reads what is found. Its second text is where that stands, in which nothing
// may be written otherwise than it reads.
func (r *jsonReader) indexEntry() bool {
	texts := 0
	known := r.words("[") && r.list(']', func() bool {
		start := r.at
		if texts++; start == len(r.b) || r.b[start] != '"' || !r.text() {
			return false
		}
		link := r.b[start+1 : r.at-1]
		return texts != 2 || plainLetters(link) && followed(string(link))
	})
	return known && texts >= 2
}

func plainLetters(b []byte) bool {
	for _, c := range b {
		if !asItself[c] || c >= 0x80 {
			return false
		}
	}
	return true
}

// indexSteps reads the entries of a word.
func (r *jsonReader) indexSteps() bool {
	return r.words("[") && r.list(']', func() bool {
		r.passes('-')
		zero := r.at < len(r.b) && r.b[r.at] == '0'
		start := r.at
		return r.digits() && r.at-start < 10 && (!zero || r.at == start+1)
	})
}
