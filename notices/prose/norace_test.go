//go:build !race

package prose_test

const (
	hostileSize = 126 << 10 // just below the limit of a text
	slower      = 1
)
