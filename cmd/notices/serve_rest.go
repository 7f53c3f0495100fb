package main

import (
	"runtime"
	"runtime/metrics"
)

// room is how much of the memory is taken: by what is there, by what has ever been made,
// and at which size the program will look for what nobody needs any more. In bytes.
type room struct{ taken, made, most uint64 }

func roomNow() room {
	samples := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}, {Name: "/gc/heap/allocs:bytes"}, {Name: "/gc/heap/goal:bytes"}}
	metrics.Read(samples)
	return room{taken: samples[0].Value.Uint64(), made: samples[1].Value.Uint64(), most: samples[2].Value.Uint64()}
}

// tidyUp looks for what nobody needs any more, now that the pages are shown and nobody
// waits, when the next run would have to while somebody does: when it would run out of
// room if it took as much as the run that has just ended.
func tidyUp(before room) {
	now := roomNow()
	if now.taken+(now.made-before.made) > now.most {
		go runtime.GC()
	}
}
