package main

import (
	"errors"
	"io/fs"
	"os"
	"path"
	"strconv"
)

// putInPlace puts a text in the place of a file in one step: whoever reads the file
// meanwhile, and whatever ends the program, it is the old one or the new one.
func putInPlace(root *os.Root, name string, text []byte) (err error) {
	stat, err := root.Lstat(name)
	if err != nil {
		return err
	}
	beside, err := writeBeside(root, name, text, stat.Mode().Perm())
	if err != nil {
		return err
	}
	if err := root.Rename(beside, name); err != nil {
		return errors.Join(err, root.Remove(beside))
	}
	return nil
}

// writeBeside writes a text into a file of its own in the same folder. Its name begins
// with a dot, so nothing else reads it.
func writeBeside(root *os.Root, name string, text []byte, mode fs.FileMode) (beside string, err error) {
	beside = path.Join(path.Dir(name), ".notices-"+path.Base(name)+"-"+strconv.Itoa(os.Getpid()))
	file, err := root.OpenFile(beside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)
	if err != nil {
		return "", err
	}
	_, err = file.Write(text)
	err = errors.Join(err, file.Chmod(mode), file.Sync(), file.Close())
	if err != nil {
		return "", errors.Join(err, root.Remove(beside))
	}
	return beside, nil
}
