package site

import (
	"encoding/json"
	"fmt"

	"notices.example/notices"
)

// TextData is words in a data file. Words in the language of the document are plain
// text. Others are a value of JSON-LD, which names their language.
type TextData struct {
	Value string `json:"@value"`
	Lang  string `json:"@language"` // empty when it is that of the document
}

// languageValue is how words in another language are written.
type languageValue TextData

// MarshalJSON writes plain text, or a value with its language.
func (t TextData) MarshalJSON() ([]byte, error) {
	if t.Lang == "" {
		return json.Marshal(t.Value)
	}
	return json.Marshal(languageValue(t))
}

// UnmarshalJSON reads what MarshalJSON writes.
func (t *TextData) UnmarshalJSON(data []byte) error {
	*t = TextData{}
	if err := json.Unmarshal(data, &t.Value); err == nil {
		return nil
	}
	if err := json.Unmarshal(data, (*languageValue)(t)); err != nil {
		return fmt.Errorf("read words: %w", err)
	}
	return nil
}

// data gives the words as they stand in a data file.
func (t Text) data() TextData { return TextData{Value: t.Value, Lang: t.Lang} }

// data gives the citation as it stands in a data file.
func (c Citation) data() TextData { return TextData{Value: c.Text, Lang: c.Lang} }

// say gives words of the notice.
func (e *edition) say(t notices.Text) TextData { return e.text(t).data() }

func (e *edition) sayAll(list []notices.Text) []TextData { return mapTo(list, e.say) }
