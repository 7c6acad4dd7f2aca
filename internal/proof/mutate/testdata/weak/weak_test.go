package weak

import "testing"

func TestSum(t *testing.T) {
	if Sum(3) != 6 || Sum(11) != 45 || Big(3) || !Big(11) {
		t.Fail()
	}
}
