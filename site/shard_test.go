package site_test

import (
	"errors"
	"maps"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"notices.example/notices"
	"notices.example/site"
)

// sharded gives an input with what two shards made of all its notices.
func sharded(t *testing.T) site.Input {
	t.Helper()
	in := faced(input())
	for k := range 2 {
		dir := filepath.Join(t.TempDir(), "shard")
		var shard *site.Shard
		_, wrong, err := site.BuildShard(t.Context(), in, in.Set.Shard(k, 2), site.Target{Dir: dir}, func(_ []notices.Finding, made *site.Shard) ([]site.File, error) {
			shard = made
			return nil, nil
		})
		if err != nil || shard == nil {
			t.Fatal(wrong, err)
		}
		folder, err := site.OpenShard(dir)
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { folder.Close() })
		shard.Read = folder.ReadFile
		in.Shards = append(in.Shards, shard)
	}
	return in
}

// merge publishes what shards made.
func merge(t *testing.T, in site.Input) (dir string, err error) {
	t.Helper()
	dir = filepath.Join(t.TempDir(), "public")
	_, wrong, err := site.Build(t.Context(), in, site.Target{Dir: dir}, func([]notices.Finding) error { return nil })
	if len(wrong) > 0 && err == nil {
		t.Fatal(wrong)
	}
	return dir, err
}

func TestShardsMakeUpTheSite(t *testing.T) {
	t.Parallel()
	in := sharded(t)
	got, err := merge(t, in)
	if err != nil {
		t.Fatal(err)
	}
	in.Shards = nil
	want, err := merge(t, in)
	if err != nil {
		t.Fatal(err)
	}
	if !maps.Equal(folderOf(t, want), folderOf(t, got)) {
		t.Error("the site that was put together is not the one that is made at once")
	}
}

// folderOf gives the files of a folder.
func folderOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(name string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(name)
		files[name[len(dir):]] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// A shard can bring along the pages of its notices and nothing else, and those only as
// they may be: nothing is published of one that was tampered with.
func TestShardsBringNothingElse(t *testing.T) {
	t.Parallel()
	for name, tamper := range map[string]func(*site.Shard){
		"another page":              func(s *site.Shard) { s.Notices[0].Files = append(s.Notices[0].Files, "index.html") },
		"a page of nothing":         func(s *site.Shard) { s.Notices[0].Files = append(s.Notices[0].Files, "notices/more.html") },
		"a way out":                 func(s *site.Shard) { s.Notices[0].Files = append(s.Notices[0].Files, "notices/../../x.html") },
		"a page twice":              func(s *site.Shard) { s.Notices[0].Files = append(s.Notices[0].Files, s.Notices[0].Files[0]) },
		"one notice less":           func(s *site.Shard) { s.Notices = s.Notices[1:] },
		"a page less":               func(s *site.Shard) { s.Notices[0].Files = s.Notices[0].Files[1:] },
		"a page that runs code":     changed("</main>", "<script>alert(1)</script></main>"),
		"a page that loads a thing": changed("</main>", `<img src="https://elsewhere.example/x.png"></main>`),
		"no page":                   func(s *site.Shard) { s.Read = func(string) ([]byte, error) { return []byte("hello"), nil } },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			in := sharded(t)
			tamper(in.Shards[0])
			dir, err := merge(t, in)
			if err == nil {
				t.Error("it was published")
			}
			if _, err := os.Stat(dir); !errors.Is(err, os.ErrNotExist) {
				t.Error("something was published")
			}
		})
	}
}

// changed reads pages with other words in them.
func changed(old, now string) func(*site.Shard) {
	return func(s *site.Shard) {
		read := s.Read
		s.Read = func(name string) ([]byte, error) {
			content, err := read(name)
			return []byte(replaceLast(string(content), old, now)), err
		}
	}
}

func replaceLast(text, old, now string) string {
	i := strings.LastIndex(text, old)
	if i < 0 {
		return text
	}
	return text[:i] + now + text[i+len(old):]
}
