package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"github.com/spf13/pflag"
)

// outputFlags say where a command writes what it made, instead of printing it: to a
// file, or to files of a folder.
type outputFlags struct {
	output  string
	replace bool
}

// add adds the flags. What is written says it of --output, with the placeholder, and
// there what --replace writes over.
func (o *outputFlags) add(flags *pflag.FlagSet, what, there string) {
	flags.StringVar(&o.output, "output", "", what)
	flags.BoolVar(&o.replace, "replace", false, "write over "+there)
}

// check refuses to replace what is not written. The place is FILE or FOLDER.
func (o *outputFlags) check(place string) error {
	if o.replace && o.output == "" {
		return usageError{errors.New("--replace needs --output " + place)}
	}
	return nil
}

// write writes a file that is not there yet, or one in its place when told to.
func (o *outputFlags) write(content []byte) error {
	err := writeNew(o.output, content)
	if o.replace && errors.Is(err, fs.ErrExist) {
		return replaceFile(o.output, content)
	}
	return orThere(o.output, err)
}

// writeInside is write for a file of a folder.
func (o *outputFlags) writeInside(name string, content []byte) error {
	if o.replace {
		return replaceInside(o.output, name, content)
	}
	return orThere(filepath.Join(o.output, filepath.FromSlash(name)), writeInside(o.output, name, content))
}

// orThere says what to do about a file that is there already.
func orThere(name string, err error) error {
	if errors.Is(err, fs.ErrExist) {
		return usageError{fmt.Errorf("there is a file “%s” already; nothing was written over it (--replace does)", name)}
	}
	return err
}
