package site

import (
	"math/bits"
	"sync"
)

// spare is the room of pages that have been published, for those that are made next: a
// site has thousands, and each is needed for a moment. Those that are long are few, and
// their room is not kept. Nil has none.
type spare struct {
	mu   sync.Mutex
	free [spareSizes][][]byte // by how many bits their capacity has
}

const spareSizes = 18 // so up to 128 KB

// copied gives a copy of content, in room that was given back if there is some.
func (s *spare) copied(content ...[]byte) []byte {
	size := 0
	for _, part := range content {
		size += len(part)
	}
	room := s.take(size)
	for _, part := range content {
		room = append(room, part...)
	}
	return room
}

// take gives room for so many bytes.
func (s *spare) take(size int) []byte {
	if s == nil {
		return make([]byte, 0, size)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	class := bits.Len(uint(size))
	for class := class; class < min(class+2, spareSizes); class++ {
		free := s.free[class]
		for i := len(free) - 1; i >= max(0, len(free)-8); i-- {
			if room := free[i]; cap(room) >= size {
				free[i] = free[len(free)-1]
				s.free[class] = free[:len(free)-1]
				return room[:0]
			}
		}
	}
	const step = 4096 // pages of a kind are nearly as large as each other
	return make([]byte, 0, (size+step-1)/step*step)
}

// give gives back the room of files that nobody reads any more.
func (s *spare) give(files []File) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range files {
		if class := bits.Len(uint(cap(files[i].Content))); class < spareSizes {
			s.free[class] = append(s.free[class], files[i].Content)
		}
		files[i].Content = nil
	}
}
