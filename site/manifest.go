package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// manifestName is the file that makes a folder ours. It lists what was written,
// so that nothing else is ever deleted.
const manifestName = ".notices-manifest.json"

// manifest is what was written into a folder: the SHA-256 of each file by path.
type manifest struct {
	About   string            `json:"about"`
	Version string            `json:"version,omitempty"`
	Files   map[string]string `json:"files"`
}

const aboutManifest = "Files that the notices program wrote here. It deletes no others. Keep this file."

func newManifest(o *Output) manifest {
	m := manifest{About: aboutManifest, Version: o.Version, Files: map[string]string{}}
	for _, f := range o.Files {
		m.Files[f.Path] = digest(f.Content)
	}
	return m
}

// readManifest reads the manifest of a folder, and reports whether it has one.
func readManifest(root *os.Root) (manifest, bool, error) {
	src, err := root.ReadFile(manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return manifest{}, false, nil
	}
	if err != nil {
		return manifest{}, false, fmt.Errorf("read what was published before: %w", err)
	}
	var m manifest
	if err := json.Unmarshal(src, &m); err != nil {
		return manifest{}, false, fmt.Errorf("%w: its %s cannot be read, so what was published before is not known", ErrRefused, manifestName)
	}
	return m, true, nil
}

// with gives a manifest that lists the files of both, so that a run that is cut
// short leaves nothing that the next one does not know.
func (m manifest) with(older manifest) manifest {
	both := manifest{About: m.About, Version: m.Version, Files: map[string]string{}}
	for path, sum := range older.Files {
		both.Files[path] = sum
	}
	for path, sum := range m.Files {
		both.Files[path] = sum
	}
	return both
}

// bytes gives the manifest as JSON, in the order of the paths.
func (m manifest) bytes() ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(m); err != nil {
		return nil, fmt.Errorf("write the list of published files: %w", err)
	}
	return b.Bytes(), nil
}

func digest(content []byte) string {
	sum := sha256.Sum256(content)
	return hex.EncodeToString(sum[:])
}
