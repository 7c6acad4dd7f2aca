package strictjson

import "strconv"

// list finds an array member and checks its length; nil when there is none that can be read.
func (f *Fields) list(name string, optional bool, low, most int64) *Value {
	x := f.find(name, optional)
	if x == nil {
		return nil
	}
	if x.Kind != Array {
		f.wrong(FaultNotList, x, f.child(name))
		return nil
	}
	if !f.readCount(x, f.child(name), low, most, len(x.Members)) {
		return nil
	}
	return x
}

// readCount judges the number of items of a list.
func (f *Fields) readCount(x *Value, at *path, low, most int64, items int) bool {
	n, high := int64(items), upper(most, MaxList)
	if n >= low && n <= high {
		return true
	}
	f.fault(Fault{Kind: FaultCount, Pointer: at.pointer(), Offset: x.Offset, Params: []string{
		"length", strconv.FormatInt(n, 10), "min", strconv.FormatInt(low, 10), "max", strconv.FormatInt(high, 10)}})
	return false
}

// The generic functions below only say how a member of their type is reached; what is done with
// it stands in methods without type parameters, which a program holds once and not once per type.

// readObject binds one object value and reports the members that nobody asked for.
func (f *Fields) readObject(x *Value, at *path, bind func(*Fields)) {
	if x.Kind != Object {
		f.wrong(FaultNotObject, x, at)
		return
	}
	outside, object, asked := f.at, f.object, f.asked
	f.at, f.object, f.asked = at, x, 0
	bind(f)
	f.unknown()
	f.at, f.object, f.asked = outside, object, asked
}

func (f *Fields) unknown() {
	for i := f.asked; i < len(f.object.Members); i++ {
		if m := &f.object.Members[i]; !m.Value.used {
			here := path{parent: f.at, name: m.Name}
			pointer, name := here.pointer(), Shown(m.Name)
			if name == hiddenName {
				pointer = f.at.pointer()
			}
			f.fault(Fault{Kind: FaultUnknown, Pointer: pointer, Offset: m.Offset, Params: []string{"name", name}})
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
	switch f.now() {
	case reading:
		if x := f.find(s.Name, s.Optional); x != nil {
			f.readObject(x, f.child(s.Name), bind)
		}
	case checking:
		bind(&Fields{mode: checking, all: f.all, at: f.child(s.Name)})
	case writing:
		f.w.member(s.Name, 1)
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
	switch f.now() {
	case reading:
		x := f.list(s.Name, s.Optional, s.Min, s.Max)
		if x == nil {
			return
		}
		resize(len(x.Members))
		here := path{parent: f.child(s.Name), item: true}
		one := func(g *Fields) { bind(here.index, g) }
		for here.index = range x.Members {
			f.readObject(x.Item(here.index), &here, one)
		}
	case checking:
		if s.Optional && n == 0 || !f.readCount(&Value{}, f.child(s.Name), s.Min, s.Max, n) {
			return
		}
		here := path{parent: f.child(s.Name), item: true}
		inner := Fields{mode: checking, all: f.all, at: &here}
		for here.index = range n {
			bind(here.index, &inner)
		}
	case writing:
		if s.Optional && n == 0 {
			return
		}
		f.w.member(s.Name, 1)
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
