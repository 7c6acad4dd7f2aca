// Package outside holds results against what they say (van buiten): it reads the result document and the Dutch sentences as a council
// would, and calculates with the numbers in the words. It uses no rule, trace or oracle of the project. Its documents are those of the
// random generator, and others that know nothing of it: agreements that people wrote, those of examples/agreements, are taken apart
// and put together anew, with other numbers, divisions and pupils.
//
//	go test ./internal/proof/outside                               a few hundred documents
//	go test ./internal/proof/outside -args -documents 20000        longer
//	go test ./internal/proof/outside -args -documents 1 -first 77  one of them
//
// What is allowed beside the exact number is derived from the units: a share is less than one unit away from what its weight gives,
// a rest at most one unit for each party and one for what is below a unit of the cost, a number in words half a cent from its value.
package outside
