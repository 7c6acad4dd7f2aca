package accept

// What a document may ask, as the strict reader has it: what that refuses must not be proven valid.
const (
	maxDepth = 64       // objects and arrays inside each other
	maxText  = 64 << 10 // bytes of a string, as written
	maxItems = 2 << 20  // items of an array
)

// What is left to the slow path, each with its reason.
const (
	maxIntegerDigits = 18  // always fit in an int64, so that no overflow needs a look
	maxUnique        = 128 // items of a list without equal ones: looking for them takes the square of their number
)

// What a schema may ask.
const (
	maxStates  = 1024    // of an automaton before it is minimized; a pattern that counts further says it with maxLength
	maxClasses = 250     // of characters that a pattern tells apart: a class is one byte
	maxRanges  = 5       // of bytes in one place of a chain: [0-9A-Za-z_-] has five
	maxSet     = 1 << 14 // texts of a closed set: an index is two bytes
)
