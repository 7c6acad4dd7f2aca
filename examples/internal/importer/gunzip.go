package importer

import (
	"compress/gzip"
	"io"
)

// gunzipped reads a text that was packed by gzip, within the limits of zip files. Damage and a missing end are problems.
type gunzipped struct {
	name   string
	packed *counted
	r      *gzip.Reader
	n      int64
}

func gunzip(name string, r io.Reader) (*gunzipped, error) {
	g := &gunzipped{name: name, packed: &counted{r: r}}
	var err error
	if g.r, err = gzip.NewReader(g.packed); err != nil {
		return nil, problemBroken.At("", "cause", err.Error())
	}
	return g, nil
}

func (g *gunzipped) Read(b []byte) (int, error) {
	n, err := g.r.Read(b)
	g.n += int64(n)
	switch {
	case g.n > maxUnpacked, g.n > freeUnpacked && g.n/maxRatio > g.packed.n:
		return 0, problemBomb.At("", "name", g.name, "limit", "200")
	case err != nil && err != io.EOF:
		return n, problemBroken.At("", "cause", err.Error())
	}
	return n, err
}
