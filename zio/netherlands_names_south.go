package zio

// southernFacts are the municipalities of Zuid-Holland, Zeeland, Noord-Brabant and Limburg, in the form of municipalityFacts.
const southernFacts = `=28 Zuid-Holland
0482 Alblasserdam
0484 Alphen aan den Rijn
0489 Barendrecht
0491 Bergambacht
0499 Boskoop
0501 Brielle
0502 Capelle aan den IJssel
0503 Delft
0504 Dirksland
0505 Dordrecht
0511 Goedereede
0512 Gorinchem
0513 Gouda
0518 's-Gravenhage
0523 Hardinxveld-Giessendam
0530 Hellevoetsluis
0531 Hendrik-Ido-Ambacht
0534 Hillegom
0537 Katwijk
0542 Krimpen aan den IJssel
0545 Leerdam
0546 Leiden
0547 Leiderdorp
0553 Lisse
0556 Maassluis
0559 Middelharnis
0568 Bernisse
0569 Nieuwkoop
0571 Nieuw-Lekkerland
0575 Noordwijk
0576 Noordwijkerhout
0579 Oegstgeest
0580 Oostflakkee
0584 Oud-Beijerland
0585 Binnenmaas
0588 Korendijk
0590 Papendrecht
0597 Ridderkerk
0599 Rotterdam
0603 Rijswijk (ZH.)
0606 Schiedam
0608 Schoonhoven
0610 Sliedrecht
0611 Cromstrijen
0612 Spijkenisse
0613 Albrandswaard
0614 Westvoorne
0617 Strijen
0622 Vlaardingen
0623 Vlist
0626 Voorschoten
0627 Waddinxveen
0629 Wassenaar
0637 Zoetermeer
0638 Zoeterwoude
0642 Zwijndrecht
0643 Nederlek
0644 Ouderkerk
0689 Giessenlanden
0693 Graafstroom
0694 Liesveld
0707 Zederik
1525 Teylingen
1621 Lansingerland
1672 Rijnwoude
1783 Westland
1842 Midden-Delfland
1884 Kaag en Braassem
1892 Zuidplas
1901 Bodegraven-Reeuwijk
1916 Leidschendam-Voorburg
1924 Goeree-Overflakkee
1926 Pijnacker-Nootdorp
1927 Molenwaard
1930 Nissewaard
1931 Krimpenerwaard
1963 Hoeksche Waard
1978 Molenlanden
1992 Voorne aan Zee
=29 Zeeland
0654 Borsele
0664 Goes
0677 Hulst
0678 Kapelle
0687 Middelburg (Z.)
0703 Reimerswaal
0715 Terneuzen
0716 Tholen
0717 Veere
0718 Vlissingen
1676 Schouwen-Duiveland
1695 Noord-Beveland
1714 Sluis
=30 Noord-Brabant
0738 Aalburg
0743 Asten
0744 Baarle-Nassau
0748 Bergen op Zoom
0753 Best
0755 Boekel
0756 Boxmeer
0757 Boxtel
0758 Breda
0762 Deurne
0766 Dongen
0770 Eersel
0772 Eindhoven
0777 Etten-Leur
0779 Geertruidenberg
0784 Gilze en Rijen
0785 Goirle
0786 Grave
0788 Haaren
0794 Helmond
0796 's-Hertogenbosch
0797 Heusden
0798 Hilvarenbeek
0809 Loon op Zand
0815 Mill en Sint Hubert
0820 Nuenen, Gerwen en Nederwetten
0823 Oirschot
0824 Oisterwijk
0826 Oosterhout
0828 Oss
0840 Rucphen
0844 Schijndel
0845 Sint-Michielsgestel
0846 Sint-Oedenrode
0847 Someren
0848 Son en Breugel
0851 Steenbergen
0855 Tilburg
0856 Uden
0858 Valkenswaard
0860 Veghel
0861 Veldhoven
0865 Vught
0866 Waalre
0867 Waalwijk
0870 Werkendam
0873 Woensdrecht
0874 Woudrichem
0879 Zundert
1652 Gemert-Bakel
1655 Halderberge
1658 Heeze-Leende
1659 Laarbeek
1667 Reusel-De Mierden
1671 Maasdonk
1674 Roosendaal
1684 Cuijk
1685 Landerd
1702 Sint Anthonis
1706 Cranendonck
1709 Moerdijk
1719 Drimmelen
1721 Bernheze
1723 Alphen-Chaam
1724 Bergeijk
1728 Bladel
1771 Geldrop-Mierlo
1948 Meierijstad
1959 Altena
1982 Land van Cuijk
1991 Maashorst
=31 Limburg
0881 Onderbanken
0882 Landgraaf
0888 Beek (L.)
0889 Beesel
0893 Bergen (L.)
0899 Brunssum
0907 Gennep
0917 Heerlen
0928 Kerkrade
0935 Maastricht
0938 Meerssen
0944 Mook en Middelaar
0946 Nederweert
0951 Nuth
0957 Roermond
0962 Schinnen
0965 Simpelveld
0971 Stein (L.)
0981 Vaals
0983 Venlo
0984 Venray
0986 Voerendaal
0988 Weert
0994 Valkenburg aan de Geul
1507 Horst aan de Maas
1640 Leudal
1641 Maasgouw
1669 Roerdalen
1711 Echt-Susteren
1729 Gulpen-Wittem
1883 Sittard-Geleen
1894 Peel en Maas
1903 Eijsden-Margraten
1954 Beekdaelen
`
