package zio

import "cmp"

var boardMalformed = ProblemKind{
	Code: "board.number-malformed",
	NL:   "\"{value}\" is geen nummer van een bevoegd gezag. Schrijf precies 5 cijfers, met de nullen aan het begin, zoals \"10249\".",
	EN:   "\"{value}\" is not a school board number. Write exactly 5 digits, with the zeros at the start, like \"10249\".",
}

// BoardNumber is the number that DUO gives a school board (bevoegd gezag), five digits.
// The zero value is no number.
type BoardNumber struct{ n uint32 } // 0 is no number

// ParseBoardNumber reads exactly 5 digits; only zeros are refused.
func ParseBoardNumber(s string) (BoardNumber, error) {
	if len(s) != 5 || !allDigits(s) || number(s) == 0 {
		return BoardNumber{}, boardMalformed.At("", "value", echo(s))
	}
	return BoardNumber{number(s)}, nil
}

// MustParseBoardNumber is [ParseBoardNumber] for constants; it panics on a problem.
func MustParseBoardNumber(s string) BoardNumber { return must(ParseBoardNumber(s)) }

// IsValid reports whether this is a number; the zero value is not.
func (c BoardNumber) IsValid() bool { return c.n != 0 }

// IsZero reports whether this is no number.
func (c BoardNumber) IsZero() bool { return c.n == 0 }

// Compare orders by number; no number comes first.
func (c BoardNumber) Compare(d BoardNumber) int { return cmp.Compare(c.n, d.n) }

// String is the 5 digits; "" for no number.
func (c BoardNumber) String() string {
	if c.n == 0 {
		return ""
	}
	return padded(c.n, 5)
}

// AppendText appends what MarshalText gives.
func (c BoardNumber) AppendText(b []byte) ([]byte, error) {
	if c.n == 0 {
		return b, unsetValue.At("")
	}
	return appendPadded(b, c.n, 5), nil
}

// MarshalText gives the 5 digits; no number is a problem.
func (c BoardNumber) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText reads as [ParseBoardNumber] does.
func (c *BoardNumber) UnmarshalText(text []byte) (err error) {
	*c, err = ParseBoardNumber(string(text))
	return err
}
