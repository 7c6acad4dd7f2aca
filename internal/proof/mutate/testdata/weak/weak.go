// Package weak is what the test of mutate mutates.
package weak

// Sum adds the numbers up to n, and gives up above 9.
func Sum(n int) (sum int) {
rows:
	for i := 1; i <= n; i++ {
		if i > 9 {
			break rows
		}
		sum += i
	}
	return sum
}

// Big reports whether a number is above 9.
func Big(n int) bool { return n > 9 }
