//go:build !tinygo && !wasm

package strictjson

// Unmarshal puts the document that read gives into v, for the methods UnmarshalJSON of documents and rules; where read has problems
// v stays as it is and they are the error. By the convention of encoding/json, null changes nothing.
func Unmarshal[T any, P interface{ Err() error }](v *T, data []byte, read func([]byte) (*T, P)) error {
	if string(data) == "null" {
		return nil
	}
	x, problems := read(data)
	if err := problems.Err(); err != nil {
		return err
	}
	*v = *x
	return nil
}
