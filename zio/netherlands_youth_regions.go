package zio

// The days that the built-in list of youth-care regions is about.
const (
	youthRegionsFrom  = "2026-01-01"
	youthRegionsUntil = "2026-12-31"
)

// youthRegionList says what the built-in list is: the division that CBS uses for 2026, put right where there is evidence of
// the division of the law. That division itself, by ministerial regulation (Jeugdwet art. 2.17), could not be read.
func youthRegionList() RegionList {
	return RegionList{Kind: YouthRegion, Name: "Jeugdhulpregio's 2026 van het CBS, verbeterd", NameEN: "Youth-care regions of CBS for 2026, put right", Standing: CompiledList,
		From: MustParseDate(youthRegionsFrom), Until: MustParseDate(youthRegionsUntil),
		Note: "De indeling van het CBS voor 2026, verbeterd waar daar bewijs voor is: Zuidoost-Brabant is verdeeld in elf en tien gemeenten, Midden-Limburg is één regio. " +
			"Dit is niet de wettelijke indeling: die staat in een ministeriële regeling die hier niet is gelezen. Voor 2025 worden 41 regio's gemeld; deze lijst telt er 42.",
		NoteEN: "The division of CBS for 2026, put right where there is evidence: south-east Brabant is two, of eleven and ten municipalities, and Midden-Limburg is one. " +
			"It is not the division of the law, which stands in a ministerial regulation that was not read here. For 2025 41 regions are reported; this list has 42.",
		Sources: []Source{
			{Title: "CBS, Gebieden in Nederland 2026 (CC BY 4.0)", URL: "https://www.cbs.nl/nl-nl/onze-diensten/methoden/classificaties/overig/gemeentelijke-indelingen-per-jaar"},
			{Title: "Gemeenschappelijke regeling Jeugdregio Een 10 voor de Jeugd", URL: "https://lokaleregelgeving.overheid.nl/CVDR746469", Article: "CVDR746469: elf gemeenten, bij ministeriële regeling aangewezen als jeugdregio"},
			{Title: "Leidraad zorg in onderwijstijd, Hoe werk je samen aan zorg in onderwijstijd? (NJi)", URL: "https://nederlands-jeugdinstituut.foleon.com/leidraad/zio/3-samenwerken", Article: "Zuidoost-Brabant: 21 gemeenten, twee jeugdhulpregio's"},
			{Title: "Skipr, januari 2025: 41 jeugdregio's, Midden-Limburg samengevoegd", URL: "https://www.skipr.nl"},
		},
	}
}

// youthRegionFacts are the regions of the list with the codes of their municipalities on 2026-01-01, in the order of the
// codes that their names give. Names are spelled as in the list of CBS for 2026, but for the three that were put right:
// Een 10 voor de Jeugd is what the eleven call themselves; what the other ten are called was not found.
const youthRegionFacts = `
Achterhoek: 0197 0222 0294 1509 1586 1859 1876 1955
Amsterdam-Amstelland: 0358 0362 0363 0384 0437 0451
Arnhem: 0202 0221 0226 0274 0275 0277 0289 0293 0299 1705 1734
Drenthe: 0106 0109 0114 0118 0119 1680 1681 1690 1699 1701 1730 1731
Eemland: 0307 0308 0313 0317 0327 0342 0351
Een 10 voor de Jeugd: 0743 0762 0794 0820 0847 0848 0861 0866 1652 1659 1771
Flevoland: 0034 0050 0171 0184 0303 0995
Food Valley: 0203 0228 0267 0279 0339 0340 0345
Friesland: 0059 0060 0072 0074 0080 0085 0086 0088 0090 0093 0096 0098 0737 1891 1900 1940 1949 1970
Gooi-en Vechtstreek: 0376 0402 0406 0417 1942
Groningen: 0014 0037 0047 0765 1895 1950 1952 1966 1969 1979
Haaglanden: 0503 0518 0603 0626 0629 0637 1783 1842 1916 1926
Haarlemmermeer: 0394
Holland-Rijnland: 0484 0534 0537 0546 0547 0553 0569 0575 0579 0638 1525 1884
IJsselland: 0148 0150 0160 0166 0175 0177 0180 0193 1708 1773 1896
Kop van Noord-Holland: 0400 0441 0448 1911
Lekstroom: 0321 0331 0353 0356 1961
Midden Brabant: 0766 0784 0785 0797 0798 0809 0824 0855 0867
Midden Holland: 0513 0627 1892 1901 1931
Midden IJssel-Oost Veluwe: 0200 0213 0232 0244 0246 0262 0285 0301
Midden Kennemerland: 0375 0396 0453
Midden-Limburg: 0946 0957 0988 1640 1641 1669 1711
Noord-Kennemerland: 0361 0373 0383 0399 0450 1980
Noord Limburg: 0889 0893 0907 0983 0984 1507 1894
Noord-Oost Brabant: 0755 0757 0796 0828 0845 0865 1721 1948 1982 1991
Noord Veluwe: 0230 0233 0243 0269 0273 0302
Rijk van Nijmegen: 0209 0225 0252 0268 0296 0944 1945
Rijnmond: 0489 0502 0542 0556 0597 0599 0606 0613 0622 1621 1924 1930 1992
Rivierenland: 0214 0216 0263 0281 0297 0668 1740 1960
Twente: 0141 0147 0153 0158 0163 0164 0168 0173 0183 0189 1700 1735 1742 1774
Utrecht stad: 0344
Utrecht-West: 0335 0589 0632 0736 1696 1904
West-Brabant-Oost: 0744 0758 0779 0826 1719 1723 1959
West-Brabant-West: 0748 0777 0840 0851 0873 0879 1655 1674 1709
West-Friesland: 0388 0405 0420 0432 0498 0532 1598
Zaanstreek-Waterland: 0385 0415 0431 0439 0479 0852 0880
Zeeland: 0654 0664 0677 0678 0687 0703 0715 0716 0717 0718 1676 1695 1714
Zuid-Holland Zuid: 0482 0505 0512 0523 0531 0590 0610 0642 1963 1978
Zuid-Kennemerland: 0377 0392 0397 0473
Zuid-Limburg: 0882 0888 0899 0917 0928 0935 0938 0965 0971 0981 0986 0994 1729 1883 1903 1954
Zuid-Oost Brabant, overige gemeenten: 0753 0770 0772 0823 0858 1658 1667 1706 1724 1728
Zuid-Oost Utrecht: 0310 0312 0352 0355 1581
`
