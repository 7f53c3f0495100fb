package site

import (
	"fmt"
)

// ShardFolder is a folder that BuildShard published.
type ShardFolder struct {
	dir    string
	root   disk
	listed manifest
}

// OpenShard opens a folder that BuildShard published. The error wraps ErrRefused when
// there is no such folder, or no list of files in it that can be read.
func OpenShard(dir string) (*ShardFolder, error) {
	root, err := openPublished(dir)
	if err != nil {
		return nil, err
	}
	m, stored, err := readManifest(root)
	if err == nil && stored == nil {
		err = fmt.Errorf("%w: it has no %s, so it was not written by this program", ErrRefused, manifestName)
	}
	if err != nil {
		root.Close()
		return nil, err
	}
	return &ShardFolder{dir: dir, root: root, listed: m}, nil
}

// ReadFile gives a file as it was published. The error wraps ErrShards when it is not
// that any more.
func (f *ShardFolder) ReadFile(name string) ([]byte, error) {
	sum, listed := f.listed.Files[name]
	if !listed {
		return nil, fmt.Errorf("%w: %s is not in %s", ErrShards, name, f.dir)
	}
	content, err := f.root.ReadFile(name)
	if err != nil {
		return nil, fmt.Errorf("read a shard: %w", err)
	}
	if digest(content) != sum {
		return nil, fmt.Errorf("%w: %s in %s was changed", ErrShards, name, f.dir)
	}
	return content, nil
}

// Close lets the folder go.
func (f *ShardFolder) Close() error { return f.root.Close() }
