// Package published holds tests of what stands around the code for others: versions, the files of the forges, publiccode.yml.
package published
