package zio

// variantFacts are other names and spellings of municipalities, which only searching uses:
// names in Dutch, Frisian and English, short names, and names that a municipality had
// before. Spellings that differ in capitals, accents, hyphens or the sign of a province
// are found without standing here.
const variantFacts = `
0051 Scharsterland
0055 Boornsterhem
0058 Dongeradiel
0060 It Amelân
0063 It Bildt
0070 Frjentsjerteradiel
0072 Harns
0074 Hearrenfean
0074 It Hearrenfean
0079 Kollumerland
0079 Kollumerland c.a.
0080 Ljouwert
0081 Ljouwerteradiel
0085 Eaststellingwerf
0086 Opsterlân
0088 Skiermûntseach
0090 Smellingerlân
0093 Skylge
0096 Flylân
0140 Littenseradeel
0393 Haarlemmerliede
0393 Haarlemmerliede c.a.
0518 Den Haag
0518 The Hague
0653 Gaasterland-Sloten
0737 Tietjerksteradeel
0796 Den Bosch
0820 Nuenen
0820 Nuenen c.a.
0994 Valkenburg
1722 Ferwerderadeel
1891 Dantumadeel
1900 Zuidwest-Friesland
1900 Zuidwest-Fryslân
1908 Menaldumadeel
1940 De Friese Meren
1940 Friese Meren
1949 De Waadhoeke
1970 Noordoost-Friesland
1970 Noordoost-Fryslân
`
