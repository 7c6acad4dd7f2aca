package accept

// An op is the way in which a node reads its value.
type op uint8

const (
	opNever  op = iota // accepts nothing
	opFree             // free text
	opText             // text with a pattern of varying length
	opChain            // text with a pattern of one length
	opRun              // text of characters of one class
	opSet              // text of a closed set
	opWhole            // whole number
	opNumber           // number with or without a fraction
	opBool             // true, false, or one of them
	opArray            // array
	opObject           // object
	opChoice           // object that is one of several, told apart by a text member
	opMixed            // the first byte tells which of several nodes reads the value
	opTry              // the first of several nodes that accepts
	opRef              // another node; gone when a program has been linked
)

// kinds is a set of kinds of JSON values.
type kinds uint8

const (
	kindNull kinds = 1 << iota
	kindBool
	kindNumber
	kindString
	kindArray
	kindObject
)

// node is one schema, ready to read a value.
type node struct {
	op   op
	null bool  // null is accepted as well
	bool uint8 // opBool: bit 0 false, bit 1 true

	suspect func(text []byte) bool // of a text that matches; nil when none is

	text   *text
	set    *set
	number *number
	array  *array
	object *object
	choice *choice
	mixed  *[6]*node // by kind: the bit of the kind is the index
	tries  []*node
	ref    *node
}

// array is what holds for the items of an array.
type array struct {
	low, high int
	unique    bool // items are texts or whole numbers, no two the same
	item      *node
}

// object is a closed object: its members and which of them may not be absent.
type object struct {
	members  []member
	keys     *keys // the names with the quotation mark and the colon behind them
	names    *set  // the names with the quotation mark
	required uint64
	low      int // members at least
	high     int // members at most
}

// member is one member of an object. Its key is its name in quotation marks with the colon behind it.
type member struct {
	node *node
	key  key
	slot int32 // of a captured member, counted from 1; 0 when it is not captured
}

// choice is one of several closed objects, told apart by a text member that all of them require.
type choice struct {
	key    string // the member with its quotation marks
	values *set   // of all branches
	branch []*node
}
