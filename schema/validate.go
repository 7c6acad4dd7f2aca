package schema

import (
	"bytes"
	"context"
	"strconv"

	"github.com/zio-collectief/zio/internal/strictjson"
	"github.com/zio-collectief/zio/zio"
)

// Option is a choice of the caller for a validation.
type Option func(*options)

type options struct {
	limits   Limits
	kind     Kind
	lines    bool
	file     *fileSource // of a plain file
	size     int64
	workers  int
	each     func(zio.Problem) bool
	progress func(Progress)
	totals   []totalOf
	meaning  *Meaning
	content  func(Kind, int64, []byte)
	ctx      context.Context
}

// WithContext ends the validation of a file or a stream when the context is done, with the problem file.unreadable and the reason of
// the context as its cause. A reader that blocks is not woken; give it a deadline of its own.
func WithContext(ctx context.Context) Option { return func(o *options) { o.ctx = ctx } }

// WithLimits lowers the limits.
func WithLimits(l Limits) Option { return func(o *options) { o.limits = l } }

func optionsOf(list []Option) options {
	o := options{ctx: context.Background()}
	for _, set := range list {
		set(&o)
	}
	o.limits = o.limits.withDefaults()
	return o
}

// Validate says what is wrong with a document of a kind, in the order of the document; nothing when it is
// valid. It looks at the document alone, not at what its members mean together.
//
// A document that the fast reader proves valid costs one pass over its bytes. Else it is read in parts,
// and the strict reader and the full validator look at the parts that are not proven. At most
// [Limits.Problems] problems are listed.
func Validate(kind Kind, doc []byte, opts ...Option) zio.Problems {
	o := optionsOf(opts)
	e, problems := engineOf(kind)
	if e == nil {
		return problems
	}
	return e.validate(doc, o.limits)
}

func (e *engine) validate(doc []byte, lim Limits) zio.Problems {
	if most := lim.bytes(); len(doc) > most {
		return zio.Problems{fault(strictjson.FaultTooLarge, "", 0, "limit", strconv.Itoa(most))}
	}
	if m := e.machine(lim); m != nil && m.Accept(doc) {
		return nil
	}
	if len(doc) <= wholeSize {
		return e.detail(doc, lim)
	}
	var problems zio.Problems
	for _, found := range e.parts(bytes.NewReader(doc), lim) {
		problems = append(problems, found...)
	}
	return problems
}

// fault is a problem of the strict reader.
func fault(kind *strictjson.FaultKind, pointer string, offset int64, params ...string) zio.Problem {
	p := (*zio.ProblemKind)(kind).At(pointer, params...)
	p.Offset = offset
	return p
}
