package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"slices"
	"strings"
)

// manifestName is the file that makes a folder ours. It lists what was written,
// so that nothing else is ever deleted.
const manifestName = ".notices-manifest.json"

// manifest is what was written into a folder: the SHA-256 of each file by path.
// While a run is under way, and after one that was cut short, a file can as well
// have what earlier runs wrote.
type manifest struct {
	About   string              `json:"about"`
	Version string              `json:"version,omitempty"`
	Files   map[string]string   `json:"files"`
	Earlier map[string][]string `json:"earlier,omitempty"`
}

const aboutManifest = "Files that the notices program wrote here. It deletes no others. Keep this file."

// emptyManifest shows that a folder in which nothing is whole yet is ours.
var emptyManifest = []byte("{\n  \"about\": \"A run of the notices program was cut short here.\",\n  \"files\": {}\n}\n")

// readManifest reads the manifest of a folder, and gives it as it is stored, too:
// nil when the folder has none.
func readManifest(root disk) (m manifest, stored []byte, err error) {
	stored, err = root.ReadFile(manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, nil, nil
	}
	if err != nil {
		return manifest{}, nil, fmt.Errorf("read what was published before: %w", err)
	}
	if err := json.Unmarshal(stored, &m); err != nil {
		return manifest{}, nil, fmt.Errorf("%w: its %s cannot be read, so what was published before is not known", ErrRefused, manifestName)
	}
	return m, stored, nil
}

// with gives the manifest for the time of a run: it lists the files of both, each
// with what it has before the run and what it has after it, so that a run that is
// cut short leaves nothing that the next one does not know.
func (m manifest) with(older manifest) manifest {
	both := manifest{About: m.About, Version: m.Version, Files: maps.Clone(older.Files), Earlier: map[string][]string{}}
	if both.Files == nil {
		both.Files = map[string]string{}
	}
	maps.Copy(both.Files, m.Files)
	for name, sum := range older.Files {
		sums := append(slices.Clone(older.Earlier[name]), sum)
		slices.Sort(sums)
		sums = slices.DeleteFunc(slices.Compact(sums), func(sum string) bool { return sum == both.Files[name] })
		if len(sums) > 0 {
			both.Earlier[name] = sums
		}
	}
	return both
}

// wrote reports whether a file has what an earlier run put there.
func (m manifest) wrote(name string, content []byte) bool {
	sum := digest(content)
	return m.Files[name] == sum || slices.Contains(m.Earlier[name], sum)
}

// bytes gives the manifest as JSON, in the order of the paths.
func (m manifest) bytes() []byte {
	const line = 120 // of a path and its sum, about
	b := make([]byte, 0, (len(m.Files)+1)*line)
	b = appendQuoted(append(b, "{\n  \"about\": "...), m.About)
	if m.Version != "" {
		b = appendQuoted(append(b, ",\n  \"version\": "...), m.Version)
	}
	b = appendMembers(append(b, ",\n  \"files\": "...), m.Files, appendQuoted)
	if len(m.Earlier) > 0 {
		b = appendMembers(append(b, ",\n  \"earlier\": "...), m.Earlier, appendSums)
	}
	return append(b, "\n}\n"...)
}

// appendMembers adds the members of an object within the manifest, in the order of their
// names. A site has so many that the general way takes a second.
func appendMembers[T any](b []byte, members map[string]T, value func([]byte, T) []byte) []byte {
	if len(members) == 0 {
		return append(b, "{}"...)
	}
	before := "{\n    "
	for _, name := range slices.Sorted(maps.Keys(members)) {
		b = appendQuoted(append(b, before...), name)
		b = value(append(b, ": "...), members[name])
		before = ",\n    "
	}
	return append(b, "\n  }"...)
}

func appendSums(b []byte, sums []string) []byte {
	before := "[\n      "
	for _, sum := range sums {
		b = appendQuoted(append(b, before...), sum)
		before = ",\n      "
	}
	return append(b, "\n    ]"...)
}

// appendQuoted adds a text as JSON has it. Paths and sums stand as they are.
func appendQuoted(b []byte, s string) []byte {
	if !strings.ContainsFunc(s, func(r rune) bool { return r < ' ' || r > '~' || r == '"' || r == '\\' }) {
		return append(append(append(b, '"'), s...), '"')
	}
	var quoted bytes.Buffer
	enc := json.NewEncoder(&quoted)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(s); err != nil {
		panic(err) // not reached: every text can be said in JSON
	}
	return append(b, bytes.TrimSuffix(quoted.Bytes(), []byte("\n"))...)
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
