//go:build race

package prose_test

// The race detector makes everything slower, so it gets shorter texts.
const (
	hostileSize = 60 << 10
	slower      = 20
)
