package zio

// municipalityFacts are the municipalities that were in force on some day from 2011-12-31
// to 2026-12-31, by province and code: "=27 Noord-Holland" begins the province with CBS code
// PV27, "0363 Amsterdam" is a municipality in it. When each was in force follows from
// successionFacts. Names are those of CBS; a municipality that has ended keeps the name and
// the province that it had last. Sources: CBS, Gebieden in Nederland (municipalities and
// provinces, CC BY 4.0), and RvIG, Landelijke Tabel 33 Gemeenten (codes and names).
const municipalityFacts = `
=20 Groningen
0003 Appingedam
0005 Bedum
0007 Bellingwedde
0009 Ten Boer
0010 Delfzijl
0014 Groningen
0015 Grootegast
0017 Haren
0018 Hoogezand-Sappemeer
0022 Leek
0024 Loppersum
0025 Marum
0037 Stadskanaal
0040 Slochteren
0047 Veendam
0048 Vlagtwedde
0053 Winsum
0056 Zuidhorn
0765 Pekela
1651 Eemsmond
1663 De Marne
1895 Oldambt
1950 Westerwolde
1952 Midden-Groningen
1966 Het Hogeland
1969 Westerkwartier
1979 Eemsdelta
1987 Menterwolde
=21 Fryslân
0051 Skarsterlân
0055 Boarnsterhim
0058 Dongeradeel
0059 Achtkarspelen
0060 Ameland
0063 het Bildt
0070 Franekeradeel
0072 Harlingen
0074 Heerenveen
0079 Kollumerland en Nieuwkruisland
0080 Leeuwarden
0081 Leeuwarderadeel
0082 Lemsterland
0085 Ooststellingwerf
0086 Opsterland
0088 Schiermonnikoog
0090 Smallingerland
0093 Terschelling
0096 Vlieland
0098 Weststellingwerf
0140 Littenseradiel
0653 Gaasterlân-Sleat
0737 Tytsjerksteradiel
1722 Ferwerderadiel
1891 Dantumadiel
1900 Súdwest-Fryslân
1908 Menameradiel
1921 De Friese Meren
1940 De Fryske Marren
1949 Waadhoeke
1970 Noardeast-Fryslân
=22 Drenthe
0106 Assen
0109 Coevorden
0114 Emmen
0118 Hoogeveen
0119 Meppel
1680 Aa en Hunze
1681 Borger-Odoorn
1690 De Wolden
1699 Noordenveld
1701 Westerveld
1730 Tynaarlo
1731 Midden-Drenthe
=23 Overijssel
0141 Almelo
0147 Borne
0148 Dalfsen
0150 Deventer
0153 Enschede
0158 Haaksbergen
0160 Hardenberg
0163 Hellendoorn
0164 Hengelo (O.)
0166 Kampen
0168 Losser
0173 Oldenzaal
0175 Ommen
0177 Raalte
0180 Staphorst
0183 Tubbergen
0189 Wierden
0193 Zwolle
1700 Twenterand
1708 Steenwijkerland
1735 Hof van Twente
1742 Rijssen-Holten
1773 Olst-Wijhe
1774 Dinkelland
1896 Zwartewaterland
=24 Flevoland
0034 Almere
0050 Zeewolde
0171 Noordoostpolder
0184 Urk
0303 Dronten
0995 Lelystad
=25 Gelderland
0196 Rijnwaarden
0197 Aalten
0200 Apeldoorn
0202 Arnhem
0203 Barneveld
0209 Beuningen
0213 Brummen
0214 Buren
0216 Culemborg
0221 Doesburg
0222 Doetinchem
0225 Druten
0226 Duiven
0228 Ede
0230 Elburg
0232 Epe
0233 Ermelo
0236 Geldermalsen
0241 Groesbeek
0243 Harderwijk
0244 Hattem
0246 Heerde
0252 Heumen
0262 Lochem
0263 Maasdriel
0265 Millingen aan de Rijn
0267 Nijkerk
0268 Nijmegen
0269 Oldebroek
0273 Putten
0274 Renkum
0275 Rheden
0277 Rozendaal
0279 Scherpenzeel
0281 Tiel
0282 Ubbergen
0285 Voorst
0289 Wageningen
0293 Westervoort
0294 Winterswijk
0296 Wijchen
0297 Zaltbommel
0299 Zevenaar
0301 Zutphen
0302 Nunspeet
0304 Neerijnen
0668 West Maas en Waal
0733 Lingewaal
1509 Oude IJsselstreek
1586 Oost Gelre
1705 Lingewaard
1734 Overbetuwe
1740 Neder-Betuwe
1859 Berkelland
1876 Bronckhorst
1945 Berg en Dal
1955 Montferland
1960 West Betuwe
=26 Utrecht
0307 Amersfoort
0308 Baarn
0310 De Bilt
0312 Bunnik
0313 Bunschoten
0317 Eemnes
0321 Houten
0327 Leusden
0331 Lopik
0335 Montfoort
0339 Renswoude
0340 Rhenen
0342 Soest
0344 Utrecht
0345 Veenendaal
0351 Woudenberg
0352 Wijk bij Duurstede
0353 IJsselstein
0355 Zeist
0356 Nieuwegein
0589 Oudewater
0620 Vianen
0632 Woerden
0736 De Ronde Venen
1581 Utrechtse Heuvelrug
1904 Stichtse Vecht
1961 Vijfheerenlanden
=27 Noord-Holland
0358 Aalsmeer
0361 Alkmaar
0362 Amstelveen
0363 Amsterdam
0365 Graft-De Rijp
0366 Anna Paulowna
0370 Beemster
0373 Bergen (NH.)
0375 Beverwijk
0376 Blaricum
0377 Bloemendaal
0381 Bussum
0383 Castricum
0384 Diemen
0385 Edam-Volendam
0388 Enkhuizen
0392 Haarlem
0393 Haarlemmerliede en Spaarnwoude
0394 Haarlemmermeer
0395 Harenkarspel
0396 Heemskerk
0397 Heemstede
0398 Heerhugowaard
0399 Heiloo
0400 Den Helder
0402 Hilversum
0405 Hoorn
0406 Huizen
0412 Niedorp
0415 Landsmeer
0416 Langedijk
0417 Laren (NH.)
0420 Medemblik
0424 Muiden
0425 Naarden
0431 Oostzaan
0432 Opmeer
0437 Ouder-Amstel
0439 Purmerend
0441 Schagen
0448 Texel
0450 Uitgeest
0451 Uithoorn
0453 Velsen
0457 Weesp
0458 Schermer
0462 Wieringen
0463 Wieringermeer
0473 Zandvoort
0476 Zijpe
0478 Zeevang
0479 Zaanstad
0498 Drechterland
0532 Stede Broec
0852 Waterland
0880 Wormerland
1598 Koggenland
1696 Wijdemeren
1911 Hollands Kroon
1942 Gooise Meren
1980 Dijk en Waard
` + southernFacts
