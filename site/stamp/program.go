package stamp

import (
	"fmt"
	"os"
)

// Program tells this program from any other one, and from the same one built anew.
// It is empty when that cannot be told.
func Program() string {
	file, err := os.Executable()
	if err != nil {
		return ""
	}
	seen, err := look(file)
	if err != nil {
		return ""
	}
	return fmt.Sprintf("%s %x", file, seen)
}
