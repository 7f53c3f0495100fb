package main

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// release and revision are those of a released program: its version, such as v1.2.0,
// and the commit that it was built of. Only the linker sets them (.ci/release); they
// are variables because it can set nothing else.
var release, revision string

func newVersion() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the version",
		Example: "  notices version",
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprintln(cmd.OutOrStdout(), versionLine())
			return err
		},
	}
}

// versionLine says which program this is, for whoever reports a fault of it.
func versionLine() string {
	build := fmt.Sprintf("%s, %s/%s", runtime.Version(), runtime.GOOS, runtime.GOARCH)
	if commit := builtOf(); commit != "" {
		build += ", commit " + commit
	}
	return fmt.Sprintf("notices %s (%s)", version(), build)
}

// version gives the version the program was built as, such as v1.2.0, or
// "unreleased" when it was built from a working copy.
func version() string {
	build, ok := debug.ReadBuildInfo()
	if release != "" || !ok || build.Main.Version == "(devel)" {
		return cmp.Or(release, "unreleased")
	}
	return cmp.Or(build.Main.Version, "unreleased")
}

// builtOf gives the commit that the program was built of; "" when nothing tells.
func builtOf() string {
	if revision != "" {
		return revision
	}
	build, ok := debug.ReadBuildInfo()
	if !ok {
		return ""
	}
	for _, s := range build.Settings {
		if s.Key == "vcs.revision" {
			return s.Value
		}
	}
	return ""
}
