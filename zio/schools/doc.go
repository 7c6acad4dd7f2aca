// Package schools holds the special schools of the country: every site of sbo, so and vso with its pupils per home
// municipality on the count date (leerlingen per woongemeente), as DUO publishes them. Who does not import it does not carry it.
//
// DUO hides numbers under five: "<5" is one to four. So the pupils of a home municipality are a range, [zio.Range]. For most
// sites the number of all pupils is published too, which makes the ranges narrower; [School.Ranges] holds the ranges against
// it. An estimate is no count, and is named as an estimate wherever it is shown.
//
// # Sources
//
// DUO, "Leerlingen po, totaaloverzicht" (pupils per site, home postcode and age; CC0), and DUO's table of sites of 22 November
// 2024 for full names and totals. The file of the sites in Ridderkerk was empty and is not in it. The school alliances are
// those of the postcode of the site in the ministerial list of 2015 (Regeling regio-indeling samenwerkingsverbanden); where a
// pupil lives may be in another one.
//
// # The table
//
// The table is schools.txt.gz, UTF-8 text compressed by gzip, which gen makes and any program can read:
//
//   - The first line names the form "zio-schools/1", the count date, the number of rows of the file of DUO, the digest of that
//     file and its name, with tabs between them.
//   - Each other line is a site, in order of code, with tabs between: code, name, the name in the file of DUO where that is
//     another one, place, municipality, type, school board, alliance for primary and for secondary education, the total
//     ("" when none is published), rows in the file of DUO, pupils of 18 and older, homes.
//   - The homes have a space between them. A home is a municipality code, or one of the letters B (Belgium), D (Germany),
//     A (another country) and O (unknown); behind a point the fewest pupils, behind another point how many hidden numbers are
//     in it. Where only the fewest stands, all numbers were hidden; where nothing stands, it is one hidden number. The pupils
//     of 18 and older are written the same way, without a code; "" is none. The most pupils are the fewest and three for each
//     hidden number.
//
// When DUO publishes anew, the table is made again by
//
//	go run ./zio/schools/gen -totals SITES.csv LEERLINGEN.csv
package schools
