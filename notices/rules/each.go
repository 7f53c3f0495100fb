package rules

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls f for the numbers below n, several at a time. What they do must not
// hang on their order.
func each(n int, f func(i int)) {
	const some = 16 // in a row, so that taking the next ones costs little
	var taken atomic.Int64
	var workers sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), (n+some-1)/some) {
		workers.Go(func() {
			for {
				start := int(taken.Add(some)) - some
				if start >= n {
					return
				}
				for i := start; i < min(start+some, n); i++ {
					f(i)
				}
			}
		})
	}
	workers.Wait()
}
