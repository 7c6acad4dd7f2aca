package zio

// successionFacts are the changes of the municipal division from 2012-01-01 to 2026-12-31. A
// line with a date is the first day of the new situation; the lines below it are
// "old old > new": the old codes end the day before. A star marks a new code that begins on
// the day. Several new codes for one old code are a split; a number behind the equals sign
// is the weight of a part, and without numbers no source gives weights.
//
// Only changes by which a municipality ends are here. Corrections of a border between two
// municipalities that both remain are not.
//
// Sources: RvIG, Landelijke Tabel 33 Gemeenten, for codes and dates; Voorne aan Zee by the
// change of 2023. RvIG names one successor for each code. That five municipalities were split
// follows from the laws on the division: Boarnsterhim (0055, Stb. 2013, 286), Maasdonk (1671),
// Littenseradiel (0140), Winsum (0053) and Haaren (0788). The weights of Haaren are the
// numbers of addresses that each part had.
//
// The dates of two registers can differ: De Friese Meren (1921) became De Fryske Marren
// (1940) on 2015-07-01 by RvIG and on 2015-06-01 by CBS. These facts follow RvIG, because
// the code in a personal file is the one of RvIG.
const successionFacts = `
2012-01-01
0366 0412 0462 0463 > *1911
2013-01-01
0395 0476 > 0441
0504 0511 0559 0580 > *1924
0571 0693 0694 > *1927
2014-01-01
0055 > 0074 0080 1900 *1921
0499 1672 > 0484
0051 0082 0653 > *1921
2015-01-01
0265 0282 > 0241
0365 0458 > 0361
1671 > 0796 0828
0568 0612 > *1930
0491 0608 0623 0643 0644 > *1931
2015-07-01
1921 > *1940
2016-01-01
0478 > 0385
0381 0424 0425 > *1942
0241 > *1945
2017-01-01
0844 0846 0860 > *1948
2018-01-01
0081 > 0080
0196 > 0299
0140 > 0080 1900 *1949
0063 0070 1908 > *1949
0007 0048 > *1950
0018 0040 1987 > *1952
2019-01-01
0009 0017 > 0014
0393 > 0394
0576 > 0575
0881 0951 0962 > *1954
0738 0870 0874 > *1959
0236 0304 0733 > *1960
0545 0620 0707 > *1961
0584 0585 0588 0611 0617 > *1963
0005 1651 1663 > *1966
0053 > *1966 *1969
0015 0022 0025 0056 > *1969
0058 0079 1722 > *1970
0689 1927 > *1978
2021-01-01
0788 > 0757=881 0824=2308 0855=541 0865=2009
0003 0010 0024 > *1979
2022-01-01
0370 > 0439
0398 0416 > *1980
0756 0786 0815 1684 1702 > *1982
0856 1685 > *1991
2022-03-24
0457 > 0363
2023-01-01
0501 0530 0614 > *1992
`
