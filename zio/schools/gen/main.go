// Gen makes the table of special schools that package schools embeds. It reads the file of DUO with the pupils of primary
// and special education per school site, home postcode and age ("03. leerlingen po totaaloverzicht", in the layout in use
// since 2024), and a table of school sites with their published totals:
//
//	go run ./zio/schools/gen -totals SITES.csv LEERLINGEN.csv
//
// Either file may be compressed by gzip. The table of sites is CSV with commas and the columns vestigingscode, naam, plaats,
// leerlingen (the total; empty: not published), po_swv_via_pc4_2015 and vo_swv_via_pc4_2015 (the alliances in which the
// site lies; empty: not known). The result is written to -o, by default where the package embeds it.
package main

import (
	"bytes"
	"compress/gzip"
	"flag"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	totals := flag.String("totals", os.Getenv("ZIO_SCHOOL_SITES"), "table of school sites with their totals (or by ZIO_SCHOOL_SITES)")
	out := flag.String("o", filepath.Join("zio", "schools", "schools.txt.gz"), "file to write")
	flag.Usage = func() {
		fmt.Fprintln(flag.CommandLine.Output(), "use: gen -totals SITES.csv LEERLINGEN.csv")
		flag.PrintDefaults()
	}
	flag.Parse()
	if flag.NArg() != 1 || *totals == "" {
		flag.Usage()
		os.Exit(2)
	}
	if err := run(flag.Arg(0), *totals, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen:", err)
		os.Exit(1)
	}
}

// run makes the table of the two files and writes it.
func run(pupils, totals, out string) error {
	f, err := readPupils(pupils)
	if err != nil {
		return err
	}
	if err := f.readTotals(totals); err != nil {
		return err
	}
	text := f.append(nil)
	var packed bytes.Buffer
	w, err := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	if err != nil {
		return err
	}
	if _, err := w.Write(text); err != nil {
		return err
	}
	if err := w.Close(); err != nil {
		return err
	}
	fmt.Printf("%d sites, %d rows, %d bytes, %d compressed\n", len(f.sites), f.rows, len(text), packed.Len())
	return os.WriteFile(out, packed.Bytes(), 0o644)
}
