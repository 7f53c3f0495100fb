package review

import (
	_ "embed"
	"fmt"
	"regexp"
	"sync"

	"go.yaml.in/yaml/v4"
)

//go:embed cues.yaml
var cuesFile []byte

// cue is how an item is known by its words.
type cue struct {
	Item   string
	Look   string
	Asked  []string
	Stated []string
	Spoken []string

	asked, stated, spoken []*regexp.Regexp
}

// cues reads the words once. They are part of the program: a fault in them is found by
// its tests.
var cues = sync.OnceValue(func() []cue {
	list, err := readCues(cuesFile)
	if err != nil {
		panic(err)
	}
	return list
})

func readCues(text []byte) ([]cue, error) {
	var file struct{ Cues []cue }
	if err := yaml.Load(text, &file, yaml.WithKnownFields()); err != nil {
		return nil, fmt.Errorf("read the cues: %w", err)
	}
	for i := range file.Cues {
		c := &file.Cues[i]
		for _, kind := range []struct {
			forms []string
			into  *[]*regexp.Regexp
		}{{c.Asked, &c.asked}, {c.Stated, &c.stated}, {c.Spoken, &c.spoken}} {
			for _, form := range kind.forms {
				compiled, err := regexp.Compile("(?i)" + form)
				if err != nil {
					return nil, fmt.Errorf("read the cues of %s: %w", c.Item, err)
				}
				*kind.into = append(*kind.into, compiled)
			}
		}
	}
	return file.Cues, nil
}
