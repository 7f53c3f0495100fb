package site

import "path"

// openAtMost is how many folders of a new site are open at a time, far fewer than a
// program may have open. Files in others are made from the top.
const openAtMost = 200

// spot is where a file is made: its name in a folder that is open. To open the folders
// on the way to each of many files takes as long as to make them.
type spot struct {
	in   disk
	name string
}

// spotOf gives where a file of the new site, whose folder has been made, is made.
func (s *stage) spotOf(f staged) spot {
	folder := path.Dir(f.path)
	in, known := s.open[folder]
	if !known && len(s.open) < openAtMost {
		opened, err := s.beside.Within(path.Dir(f.at))
		if err == nil {
			in = opened
		}
		s.open[folder] = in // nil when it cannot be opened: to make a file says why
	}
	if in == nil {
		return spot{f.in, f.at}
	}
	return spot{in, path.Base(f.path)}
}

// shut closes the folders of the new site. Some systems do not rename it before.
func (s *stage) shut() {
	for _, folder := range s.open {
		if folder != nil {
			folder.Close()
		}
	}
	clear(s.open)
}
