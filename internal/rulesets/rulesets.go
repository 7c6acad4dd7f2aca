// Package rulesets turns the closed sets of rules of a JSON Schema (gesloten verzamelingen regels) from one form into another.
//
// The schemas that are published say of a set: it is an object with the member rule, one of these; if the rule is this one,
// then it is as that definition. A validator that does not know the set names the one wrong member by that form. Programs that
// make types, or choose a branch themselves, want the same as oneOf.
package rulesets

import "github.com/zio-collectief/zio/internal/strictjson"

// OneOf is a schema in which every set of rules is written as oneOf. A text that is no JSON stays as it is.
func OneOf(schema []byte) []byte {
	v, faults := strictjson.Parse(schema, strictjson.Limits{})
	if len(faults) > 0 {
		return schema
	}
	rewrite(&v)
	w := strictjson.NewWriter(true)
	w.Value(&v)
	return w.Bytes()
}

func rewrite(v *strictjson.Value) {
	if v.Kind != strictjson.Object && v.Kind != strictjson.Array {
		return
	}
	if branches := branchesOf(v); branches != nil {
		var members []strictjson.Member
		for _, m := range v.Members {
			switch m.Name {
			case "type", "properties", "required":
			case "allOf":
				members = append(members, strictjson.Member{Name: "oneOf", Value: strictjson.Value{Kind: strictjson.Array, Members: branches}})
			default:
				members = append(members, m)
			}
		}
		v.Members = members
	}
	for i := range v.Members {
		rewrite(&v.Members[i].Value)
	}
}

// branchesOf are the schemas behind then, when the schema is a set of rules and nothing else.
func branchesOf(v *strictjson.Value) []strictjson.Member {
	var branches []strictjson.Member
	for _, m := range v.Members {
		switch m.Name {
		case "title", "description", "type", "properties", "required":
		case "allOf":
			for _, one := range m.Value.Members {
				if len(one.Value.Members) != 2 || one.Value.Members[0].Name != "if" || one.Value.Members[1].Name != "then" {
					return nil
				}
				branches = append(branches, strictjson.Member{Value: one.Value.Members[1].Value})
			}
		default:
			return nil
		}
	}
	return branches
}
