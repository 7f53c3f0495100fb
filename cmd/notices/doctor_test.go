package main

import (
	"bytes"
	"encoding/json"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Each thing that can stand in a person's way is seen, and there is a word on how to
// put it right.
func TestTheDoctorSeesWhatStandsInTheWay(t *testing.T) {
	t.Parallel()
	for what, c := range map[string]struct {
		files map[string]string
		args  []string
		env   map[string]string
		name  string
		state string
		said  string
	}{
		"nothing":                {name: "site", state: stateGood, said: "content/ is in"},
		"a folder too high":      {args: []string{"--source", ".."}, name: "site", state: stateWrong, said: "there is no content folder"},
		"a folder too low":       {args: []string{"--source", "content"}, name: "site", state: stateWrong, said: "there is no content folder"},
		"nothing in it":          {args: []string{"--source", "empty"}, files: map[string]string{"empty/content/.keep": ""}, name: "content", state: stateWrong, said: "no content file"},
		"not UTF-8":              {files: map[string]string{"content/notices/a.md": "---\ntitle: Caf\xe9\n---\n"}, name: "encoding", state: stateWrong, said: "content/notices/a.md"},
		"both sorts of ends":     {files: map[string]string{"content/notices/a.md": "---\r\ntitle: A\r\n---\r\n"}, name: "lines", state: stateNote, said: "1 file has line ends as on Windows"},
		"names but for capitals": {files: map[string]string{"content/notices/a.md": "", "content/notices/A.md": ""}, name: "names", state: stateWrong, said: "content/notices/A.md and content/notices/a.md"},
		"somebody else's folder": {files: map[string]string{"public/letter.txt": ""}, name: "output", state: stateWrong, said: "such as letter.txt"},
		"pages into the content": {args: []string{"--output", "content/public"}, name: "output", state: stateWrong, said: "which the site is made from"},
		"a cache in the site":    {env: map[string]string{"NOTICES_CACHE": "HERE/cache"}, name: "cache", state: stateWrong, said: "part of the site"},
		"no cache":               {env: map[string]string{"NOTICES_CACHE": "off"}, name: "cache", state: stateNote, said: "each is a whole one"},
		"no repository":          {name: "git", state: stateNote, said: "not kept by git"},
		"few letters":            {env: map[string]string{"LANG": "C"}, name: "terminal", state: stateNote, said: "may not show every letter"},
		"letters":                {env: map[string]string{"LANG": "C", "LC_ALL": "cy_GB.utf8"}, name: "terminal", state: stateGood, said: "goes to a file"},
	} {
		t.Run(what, func(t *testing.T) {
			t.Parallel()
			site := filepath.Join(t.TempDir(), "around", "site")
			put(t, site, map[string]string{"content/site.yaml": "title: Privacy\n"})
			put(t, site, c.files)
			args := []string{"doctor", "--format", "json", "--source", site}
			for i := 1; i < len(c.args); i += 2 { // each flag with its value; folders are in the site
				value := c.args[i]
				if c.args[i-1] == "--source" {
					value = filepath.Join(site, value)
				}
				args = append(args, c.args[i-1], value)
			}
			got, code := examination(t, args, func(name string) string { return strings.Replace(c.env[name], "HERE", site, 1) })
			at := slices.IndexFunc(got, func(s seen) bool { return s.Name == c.name })
			if at < 0 || got[at].State != c.state || !strings.Contains(got[at].Said, c.said) || (got[at].Fix == "") != (c.state == stateGood) {
				t.Errorf("%+v", got)
			}
			if want := min(1, inTheWay(got)); code != want || (c.state == stateWrong) != (want == 1) {
				t.Errorf("exit code %d for %+v", code, got)
			}
		})
	}
}

// A port that is taken is a note: the preview finds another one.
func TestTheDoctorKnowsATakenPort(t *testing.T) {
	t.Parallel()
	listener, err := net.Listen("tcp", "127.0.0.1:4000")
	if err == nil {
		defer listener.Close()
	} // otherwise it is taken already
	if s := (&doctor{}).lookAtPort(); s.State != stateNote || !strings.Contains(s.Said, "port 4000 is taken") {
		t.Errorf("%+v", s)
	}
}

// Where the program that opens a browser is missing, it is named.
func TestTheDoctorKnowsEachSystemsBrowser(t *testing.T) {
	t.Parallel()
	for system, program := range map[string]string{"windows": "rundll32", "plan9": "xdg-open"} {
		d := doctor{system: system, build: build{getenv: nothingSet}}
		if s := d.lookAtBrowser(); s.State != stateNote || !strings.Contains(s.Said, program) && !strings.Contains(s.Said, "no screen") {
			t.Errorf("%s: %+v", system, s)
		}
	}
}

func examination(t *testing.T, args []string, getenv func(string) string) ([]seen, int) {
	t.Helper()
	var out, errs bytes.Buffer
	code := run(t.Context(), args, getenv, strings.NewReader(""), &out, &errs)
	var got struct {
		Version string
		Good    bool
		Checks  []seen
	}
	if err := json.Unmarshal(out.Bytes(), &got); err != nil || got.Version == "" || got.Good != (code == 0) {
		t.Fatalf("%v: %s%s", err, out.Bytes(), errs.Bytes())
	}
	return got.Checks, code
}

// put writes files into a folder.
func put(t *testing.T, folder string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
