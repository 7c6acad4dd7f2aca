package accept

import "fmt"

// union is a node that stands for several schemas until all are compiled and it is known what they accept.
type union struct {
	node     *node
	branches []*node
	one      bool // exactly one must accept
	at       string
	types    kinds // the kinds that are allowed at all
}

var kindsOf = map[string]kinds{"null": kindNull, "boolean": kindBool, "integer": kindNumber, "number": kindNumber, "string": kindString, "array": kindArray, "object": kindObject}

func (c *compiler) join(parts []*node, one bool, at string) *node {
	n := c.node(node{op: opRef})
	c.unions = append(c.unions, &union{node: n, branches: parts, one: one, at: at, types: 63})
	return n
}

func (c *compiler) union(v any, one bool, types []string, at string) (*node, error) {
	list, _ := v.([]any)
	var parts []*node
	for i, branch := range list {
		n, err := c.schema(branch, fmt.Sprintf("%s/%d", at, i))
		if err != nil {
			return nil, err
		}
		parts = append(parts, n)
	}
	if len(parts) == 0 {
		return nil, fmt.Errorf("accept: %s: no branches", at)
	}
	n := c.join(parts, one, at)
	if len(types) > 0 {
		u := c.unions[len(c.unions)-1]
		u.types = 0
		for _, t := range types {
			u.types |= kindsOf[t]
		}
	}
	return n, nil
}

// link replaces references by what they lead to and unions by nodes that know their branch.
func (c *compiler) link(root *node) (*node, error) {
	byNode := map[*node]*union{}
	for _, u := range c.unions {
		byNode[u.node] = u
	}
	// resolve follows references to a node that reads a value or to a union.
	resolve := func(n *node) (*node, error) {
		for steps := 0; n.op == opRef && byNode[n] == nil; steps++ {
			if n.ref == nil || steps > len(c.nodes) {
				return nil, fmt.Errorf("accept: a $ref leads to itself")
			}
			n = n.ref
		}
		return n, nil
	}
	var open func(u *union, depth int) ([]*node, error)
	open = func(u *union, depth int) ([]*node, error) {
		if depth > len(c.unions) {
			return nil, fmt.Errorf("accept: %s: a union contains itself", place(u.at))
		}
		var flat []*node
		for _, b := range u.branches {
			b, err := resolve(b)
			if err != nil {
				return nil, err
			}
			inner := byNode[b]
			if inner == nil {
				flat = append(flat, b)
				continue
			}
			if inner.types != 63 {
				return nil, fmt.Errorf("accept: %s: a union with a type within a union is not supported", place(u.at))
			}
			more, err := open(inner, depth+1)
			if err != nil {
				return nil, err
			}
			if (u.one != inner.one) && len(more) > 1 && !disjoint(more) {
				return nil, fmt.Errorf("accept: %s: \"anyOf\" and \"oneOf\" within each other are not supported", place(u.at))
			}
			flat = append(flat, more...)
		}
		return flat, nil
	}
	for _, u := range c.unions {
		flat, err := open(u, 0)
		if err != nil {
			return nil, err
		}
		made, err := c.decide(u, flat)
		if err != nil {
			return nil, err
		}
		u.node.ref = made
	}
	target := func(n *node) (*node, error) {
		for steps := 0; n.op == opRef; steps++ {
			if n.ref == nil || steps > len(c.nodes) {
				return nil, fmt.Errorf("accept: a $ref leads to itself")
			}
			n = n.ref
		}
		return n, nil
	}
	if err := c.replace(target); err != nil {
		return nil, err
	}
	return target(root)
}

// replace puts the target of every reference where the reference is held.
func (c *compiler) replace(target func(*node) (*node, error)) (err error) {
	swap := func(n **node) {
		if *n != nil && err == nil {
			*n, err = target(*n)
		}
	}
	for _, n := range c.nodes {
		switch n.op {
		case opRef:
			swap(&n.ref)
		case opArray:
			swap(&n.array.item)
		case opObject:
			for i := range n.object.members {
				swap(&n.object.members[i].node)
			}
		case opChoice:
			for i := range n.choice.branch {
				swap(&n.choice.branch[i])
			}
		case opMixed:
			for i := range n.mixed {
				swap(&n.mixed[i])
			}
		case opTry:
			for i := range n.tries {
				swap(&n.tries[i])
			}
		}
		if n.op == opArray && n.array.unique {
			switch n.array.item.op {
			case opFree, opText, opChain, opRun, opSet, opWhole:
			default:
				return fmt.Errorf("accept: keyword \"uniqueItems\" is supported for texts and whole numbers only")
			}
		}
	}
	return err
}

func (n *node) kinds() kinds {
	var k kinds
	if n.null {
		k = kindNull
	}
	switch n.op {
	case opFree, opText, opChain, opRun, opSet:
		k |= kindString
	case opWhole, opNumber:
		k |= kindNumber
	case opBool:
		k |= kindBool
	case opArray:
		k |= kindArray
	case opObject:
		k |= kindObject
	}
	return k
}

func disjoint(nodes []*node) bool {
	var seen kinds
	for _, n := range nodes {
		if seen&n.kinds() != 0 {
			return false
		}
		seen |= n.kinds()
	}
	return true
}

// decide makes the node of a union: by kind where the kinds differ, by a discriminating member among
// objects, one after the other among texts and numbers when any of them will do.
func (c *compiler) decide(u *union, flat []*node) (*node, error) {
	byKind := [6][]*node{}
	nulls := 0
	var kind kinds
	for _, b := range flat {
		if b.null {
			nulls++
		}
		for k := 1; k < 6; k++ {
			if b.kinds()&(1<<k) != 0 {
				byKind[k] = append(byKind[k], b)
			}
		}
		kind |= b.kinds()
	}
	if kind&^u.types != 0 {
		return nil, fmt.Errorf("accept: %s: keyword \"type\" beside a union is narrower than the union", place(u.at))
	}
	if u.one && nulls > 1 {
		return nil, fmt.Errorf("accept: %s: more than one branch of \"oneOf\" is null", place(u.at))
	}
	mixed := &[6]*node{}
	var last *node
	used := 0
	for k, list := range byKind {
		if len(list) == 0 {
			continue
		}
		used++
		switch {
		case len(list) == 1:
			mixed[k] = list[0]
		case kinds(1<<k) == kindObject:
			choice, err := c.choice(list, u.at)
			if err != nil {
				return nil, err
			}
			mixed[k] = choice
		case !u.one && kinds(1<<k) != kindArray:
			mixed[k] = c.node(node{op: opTry, tries: list})
		default:
			return nil, fmt.Errorf("accept: %s: the branches of this union are not told apart", place(u.at))
		}
		last = mixed[k]
	}
	switch {
	case used == 0:
		return c.node(node{op: opNever, null: nulls > 0}), nil
	case used == 1:
		n := *last
		n.null = nulls > 0
		return c.node(n), nil
	}
	return c.node(node{op: opMixed, mixed: mixed, null: nulls > 0}), nil
}

// choice finds the member by which objects are told apart: required in all, a closed set of texts in
// each, no text in two.
func (c *compiler) choice(list []*node, at string) (*node, error) {
	for i := range list[0].object.members {
		name := list[0].object.members[i].key.text
		if ch := discriminate(list, name); ch != nil {
			return c.node(node{op: opChoice, choice: ch}), nil
		}
	}
	return nil, fmt.Errorf("accept: %s: the objects of this union have no member that tells them apart", place(at))
}

func discriminate(list []*node, key string) *choice {
	ch := &choice{key: key[:len(key)-1]}
	var texts []string
	for _, n := range list {
		found := false
		for i := range n.object.members {
			p := &n.object.members[i]
			if p.key.text != key || n.object.required&(1<<i) == 0 {
				continue
			}
			of := p.node
			for of.op == opRef && of.ref != nil {
				of = of.ref
			}
			if of.op != opSet || of.null {
				return nil
			}
			for _, text := range of.set.texts {
				texts = append(texts, text)
				ch.branch = append(ch.branch, n)
			}
			found = true
		}
		if !found {
			return nil
		}
	}
	values, err := newSet(texts)
	if err != nil { // a text in two branches
		return nil
	}
	ch.values = values
	return ch
}
