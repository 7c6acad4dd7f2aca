package strictjson

import "strconv"

// list finds an array member and checks its length.
func (f *Fields) list(s *Spec) (*Value, path, bool) {
	x, at, ok := f.find(s)
	if !ok {
		return nil, at, false
	}
	if x.Kind != Array {
		f.wrong(FaultNotList, x, &at)
		return nil, at, false
	}
	return x, at, f.readCount(x, &at, s, len(x.Items))
}

// readCount judges the number of items of a list.
func (f *Fields) readCount(x *Value, at *path, s *Spec, items int) bool {
	n := int64(items)
	if n >= s.Min && n <= s.max(MaxList) {
		return true
	}
	f.fault(Fault{Kind: FaultCount, Pointer: at.pointer(), Offset: x.Offset, Params: []string{
		"length", strconv.FormatInt(n, 10), "min", strconv.FormatInt(s.Min, 10), "max", strconv.FormatInt(s.max(MaxList), 10)}})
	return false
}

// absent reports whether a list of n items is not in the document.
func (f *Fields) absent(s *Spec, n int) bool { return s.Optional && n == 0 }

// The generic functions below only say how a member of their type is reached; what is done with
// it stands in methods without type parameters, which a program holds once and not once per type.

// readObject binds one object value and reports the members that nobody asked for.
func (f *Fields) readObject(x *Value, at *path, bind func(*Fields)) {
	if x.Kind != Object {
		f.wrong(FaultNotObject, x, at)
		return
	}
	inner := Fields{mode: reading, all: f.all, at: at, object: x}
	bind(&inner)
	inner.unknown()
}

func (f *Fields) unknown() {
	for i := range f.object.Members {
		if m := &f.object.Members[i]; !m.used {
			here := path{parent: f.at, name: m.Name}
			f.fault(Fault{Kind: FaultUnknown, Pointer: here.pointer(), Offset: m.Offset, Params: []string{"name", m.Name}})
		}
	}
}

func (f *Fields) writeObject(bind func(*Fields)) {
	f.w.BeginObject()
	bind(f) // of the object outside nothing is kept while writing
	f.w.EndObject()
}

func describeObject(bind func(*Fields)) *Description {
	d := Description{}
	bind(&Fields{mode: describing, desc: &d})
	return &d
}

// Struct binds a required member that is an object, by the binder of its type.
func Struct[T any](f *Fields, v *T, s Spec, bind func(*T, *Fields)) {
	f.structure(s, func(g *Fields) { bind(v, g) })
}

func (f *Fields) structure(s Spec, bind func(*Fields)) {
	switch f.mode {
	case reading:
		if x, at, ok := f.find(&s); ok {
			f.readObject(x, &at, bind)
		}
	case checking:
		at := f.child(&s)
		bind(&Fields{mode: checking, all: f.all, at: &at})
	case writing:
		f.w.member(s.Name)
		f.writeObject(bind)
	case describing:
		f.describe(s, KindObject).Item = describeObject(bind)
	}
}

// OptionalStruct binds an object that may be absent.
func OptionalStruct[T any](f *Fields, v **T, s Spec, bind func(*T, *Fields)) {
	if *v == nil && (f.mode == writing || f.mode == checking) {
		return
	}
	s.Optional = true
	f.structure(s, func(g *Fields) {
		if *v == nil {
			*v = new(T)
		}
		bind(*v, g)
	})
}

// List binds a list of objects.
func List[T any](f *Fields, v *[]T, s Spec, bind func(*T, *Fields)) {
	f.objects(s, len(*v), func(n int) { *v = make([]T, n) }, func(i int, g *Fields) { bind(&(*v)[i], g) })
}

// objects is what List does for every type: n is the number of objects, resize makes room for them.
func (f *Fields) objects(s Spec, n int, resize func(int), bind func(int, *Fields)) {
	switch f.mode {
	case reading:
		x, at, ok := f.list(&s)
		if !ok {
			return
		}
		resize(len(x.Items))
		here := path{parent: &at, item: true}
		one := func(g *Fields) { bind(here.index, g) }
		for here.index = range x.Items {
			f.readObject(&x.Items[here.index], &here, one)
		}
	case checking:
		at := f.child(&s)
		if f.absent(&s, n) || !f.readCount(&Value{}, &at, &s, n) {
			return
		}
		here := path{parent: &at, item: true}
		inner := Fields{mode: checking, all: f.all, at: &here}
		for here.index = range n {
			bind(here.index, &inner)
		}
	case writing:
		if s.Optional && n == 0 {
			return
		}
		f.w.member(s.Name)
		f.w.BeginArray()
		for i := range n {
			f.w.BeginObject()
			bind(i, f)
			f.w.EndObject()
		}
		f.w.EndArray()
	case describing:
		resize(1)
		f.describe(s, KindList).Item = describeObject(func(g *Fields) { bind(0, g) })
	}
}
