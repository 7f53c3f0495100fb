package load

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"notices.example/notices"
)

// awkward are texts that do not stand in their file as they are read.
const awkward = `---
title: 'It''s a “title” \ here'
summary: >
  One line
  and another.
service: "\u0041 caf\u00e9"
controller: [a, b]
data: []
read_with: []
inherits: []
security: []
purposes:
  - id: one
    purpose: |
      Kept
      as it is.
    lawful_basis:
  - plain words
effective: 2026-01-02
retention:
  - {data: name, period: P1Y6M}
sources: none
---
A body with é and **more**.
`

// What is packed is the notice that was read: no value, place or day is another.
func TestAPackedNoticeIsTheSame(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../content/notices/*/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("%d files of the example site: %v", len(files), err)
	}
	texts := map[string]string{"full": full, "awkward": awkward, "empty": "---\ntitle:\n---\n", "none": ""}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[file] = string(text)
	}
	var p packer
	for name, text := range texts {
		n := readOne(text)
		if got := packedAndBack(&p, n, text); !reflect.DeepEqual(got, n) {
			t.Errorf("%s (-read +packed):\n%s", name, cmp.Diff(n, got))
		}
	}
}

func FuzzPacked(f *testing.F) {
	f.Add(full)
	f.Add(awkward)
	f.Add("---\nchildren:\n : \n---") // a list that is empty, and not absent
	f.Fuzz(func(t *testing.T, text string) {
		n := readOne(text)
		if got := packedAndBack(new(packer), n, text); !reflect.DeepEqual(got, n) {
			t.Errorf("(-read +packed):\n%s", cmp.Diff(n, got))
		}
	})
}

func packedAndBack(p *packer, n *notices.Notice, text string) *notices.Notice {
	return p.pack(n, text).unpack(n.Pos.File, strings.Clone(text))
}

// readOne reads the text of a notice, findings or not.
func readOne(text string) *notices.Notice {
	const name = "content/notices/permits.md"
	f := newFile(name, notices.NoticeFile, "permits", "")
	new(worker).read(fstest.MapFS{name: {Data: []byte(text)}}, nil, f)
	return f.reading.value.(*notices.Notice)
}

// A notice has as many fields as there are bits for them, and none of a kind that is
// not packed.
func TestEveryFieldOfANoticeIsPacked(t *testing.T) {
	t.Parallel()
	seen := map[reflect.Type]bool{}
	var look func(how *packing)
	look = func(how *packing) {
		if seen[how.of] {
			return
		}
		seen[how.of] = true
		if _, known := packedKinds[how.of.Kind()]; !known {
			t.Errorf("%s is not packed", how.of)
		}
		if len(how.fields) > 64 {
			t.Errorf("%s has more than 64 fields", how.of)
		}
		if how.elem != nil {
			look(how.elem)
		}
		for _, f := range how.fields {
			look(f.how)
		}
	}
	look(noticePacking())
}
