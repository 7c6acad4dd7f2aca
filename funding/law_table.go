// Code generated from law.json by internal/lawgen. DO NOT EDIT.

package funding

// Routes, in the order of the routing table.
const (
	RouteUnset      Route = iota
	RouteCollective       // jeugdwet-collective: Jeugdwet, collective
	RouteIndividual       // jeugdwet-individual: Jeugdwet, individual decision
	RouteWlz              // wlz: Wlz
	RouteZvw              // zvw: Zvw
	RouteWmo              // wmo: Wmo
	RouteEducation        // education: education budget
	RouteAlliance         // alliance: own money of the school alliance
	RouteVSV              // vsv: early-school-leaving funds
	RoutePrevention       // prevention: preventive youth policy
	RouteGrey             // grey: grey area
)

var routes = [...]routeInfo{
	{},
	{"jeugdwet-collective", "Jeugdwet, collectief", "Jeugdwet, collective", true, []basis{{"Jeugdwet art. 2.9(a)", 20150101, 0, 0}}},
	{"jeugdwet-individual", "Jeugdwet, individuele beschikking", "Jeugdwet, individual decision", false, []basis{{"Jeugdwet art. 2.3(1)", 20150101, 0, 0}}},
	{"wlz", "Wlz", "Wlz", false, []basis{{"Jeugdwet art. 1.2(1)(a)", 20150101, 0, 0}}},
	{"zvw", "Zvw", "Zvw", false, []basis{{"Jeugdwet art. 1.2(1)(a)", 20150101, 0, 0}}},
	{"wmo", "Wmo", "Wmo", true, []basis{{"Wmo 2015", 20150101, 0, 0}}},
	{"education", "onderwijsbudget", "education budget", true, []basis{{"WEC", 20150101, 0, 1<<3 | 1<<4 | 1<<5}, {"WPO art. 18a", 20150101, 0, 1<<1 | 1<<2}, {"WVO 2020 art. 2.47", 20220801, 0, 1<<6 | 1<<7}, {"WVO (later WVO 2020 art. 2.47)", 20150101, 20220731, 1<<6 | 1<<7}, {"WEB", 20150101, 0, 1 << 8}, {"WPO, WEC, WVO 2020, WEB", 20220801, 0, 0}, {"WPO, WEC, WVO, WEB", 20150101, 20220731, 0}}},
	{"alliance", "eigen geld samenwerkingsverband", "own money of the school alliance", true, []basis{{"WPO art. 18a", 20150101, 0, 1<<1 | 1<<2 | 1<<3}, {"WVO 2020 art. 2.47", 20220801, 0, 1<<4 | 1<<6 | 1<<7}, {"WVO (later WVO 2020 art. 2.47)", 20150101, 20220731, 1<<4 | 1<<6 | 1<<7}, {"WPO art. 18a, WVO 2020 art. 2.47", 20220801, 0, 0}, {"WPO art. 18a, WVO", 20150101, 20220731, 0}}},
	{"vsv", "VSV-middelen", "early-school-leaving funds", true, nil},
	{"prevention", "preventief jeugdbeleid", "preventive youth policy", true, []basis{{"Jeugdwet", 20150101, 0, 0}}},
	{"grey", "grijs gebied", "grey area", false, nil},
}

// Reasons, in the order of the routing table.
const (
	ReasonNone                   Reason = iota
	ReasonPooled                        // in the pool
	ReasonHomeUnknown                   // R1: home municipality unknown or abroad
	ReasonWlzRight                      // R2: has a right to Wlz care
	ReasonWlzRefused                    // R2: the family refuses to cooperate in applying for the Wlz
	ReasonTreatmentBesideWlz            // R2: treatment beside a right to Wlz care: not decided yet under which law
	ReasonNursing                       // R4: nursing belongs to the Zvw
	ReasonPersonalCareMedical           // R4: personal care for a medical reason belongs to the Zvw
	ReasonZvwRight                      // R4: has a right to Zvw care
	ReasonEducationShare                // R5: belongs to the education budget
	ReasonUndetermined                  // R5: care or education: not decided yet
	ReasonAboveThreshold                // R6: needs more care than the threshold
	ReasonNeedUnknown                   // R6: need not known although there is a threshold
	ReasonBandStraddlesThreshold        // R6: the band of need lies on both sides of the threshold
	ReasonHomeNotParticipating          // R7: home municipality does not take part
	ReasonRunningDecision               // R8: still has a running decision
	ReasonParentsDecline                // R8: parents decline
	ReasonAdult                         // R9: is 18 or older
	ReasonRouteUnknown                  // not known under which law the care falls
	ReasonPrevention                    // provision for all pupils
	ReasonNoNeed                        // needs no care
	ReasonOutsidePeriod                 // is not at school within the period
)

var reasons = [...]reasonInfo{
	{},
	{"pooled", "", "telt mee in de pot", "in the pool", []basis{{"Jeugdwet art. 2.9(a)", 20150101, 0, 0}}},
	{"home-unknown", "R1", "woongemeente onbekend of buitenland", "home municipality unknown or abroad", []basis{{"Jeugdwet art. 1.1 (woonplaats)", 20150101, 0, 0}}},
	{"wlz-right", "R2", "heeft recht op zorg uit de Wlz", "has a right to Wlz care", []basis{{"Jeugdwet art. 1.2(1)(a)", 20150101, 0, 0}}},
	{"wlz-refused", "R2", "het gezin werkt niet mee aan een aanvraag voor de Wlz", "the family refuses to cooperate in applying for the Wlz", []basis{{"Jeugdwet art. 1.2(1)(c)", 20150101, 0, 0}}},
	{"treatment-beside-wlz", "R2", "behandeling naast een recht op Wlz: nog niet bepaald onder welke wet", "treatment beside a right to Wlz care: not decided yet under which law", nil},
	{"nursing", "R4", "verpleging hoort bij de Zvw", "nursing belongs to the Zvw", []basis{{"Jeugdwet art. 1.2(1)(a)", 20150101, 0, 0}}},
	{"personal-care-medical", "R4", "verzorging om een medische reden hoort bij de Zvw", "personal care for a medical reason belongs to the Zvw", []basis{{"Jeugdwet art. 1.2(1)(a)", 20180101, 0, 0}}},
	{"zvw-right", "R4", "heeft recht op zorg uit de Zvw", "has a right to Zvw care", []basis{{"Jeugdwet art. 1.2(1)(a)", 20150101, 0, 0}}},
	{"education-share", "R5", "hoort bij het onderwijsbudget", "belongs to the education budget", []basis{{"WEC", 20150101, 0, 1<<3 | 1<<4 | 1<<5}, {"WPO art. 18a", 20150101, 0, 1<<1 | 1<<2}, {"WVO 2020 art. 2.47", 20220801, 0, 1<<6 | 1<<7}, {"WVO (later WVO 2020 art. 2.47)", 20150101, 20220731, 1<<6 | 1<<7}, {"WEB", 20150101, 0, 1 << 8}, {"WPO, WEC, WVO 2020, WEB", 20220801, 0, 0}, {"WPO, WEC, WVO, WEB", 20150101, 20220731, 0}}},
	{"undetermined", "R5", "zorg of onderwijs: nog niet bepaald", "care or education: not decided yet", nil},
	{"above-threshold", "R6", "heeft meer zorg nodig dan de drempel", "needs more care than the threshold", []basis{{"Jeugdwet art. 2.3(1)", 20150101, 0, 0}}},
	{"need-unknown", "R6", "zorgbehoefte niet bekend, terwijl er een drempel is", "need not known although there is a threshold", nil},
	{"band-straddles-threshold", "R6", "de zorgbehoefte ligt deels onder en deels boven de drempel", "the band of need lies on both sides of the threshold", nil},
	{"home-not-participating", "R7", "woongemeente doet niet mee", "home municipality does not take part", []basis{{"Jeugdwet art. 2.3(1)", 20150101, 0, 0}}},
	{"running-decision", "R8", "heeft nog een lopende beschikking", "still has a running decision", nil},
	{"parents-decline", "R8", "ouders willen niet meedoen", "parents decline", []basis{{"Jeugdwet art. 2.3(5)", 20150101, 0, 0}}},
	{"adult", "R9", "is 18 jaar of ouder", "is 18 or older", []basis{{"Jeugdwet art. 1.1 (jeugdige)", 20150101, 0, 0}}},
	{"route-unknown", "", "niet bekend onder welke wet de zorg valt", "not known under which law the care falls", nil},
	{"prevention", "", "voorziening voor alle leerlingen", "provision for all pupils", nil},
	{"no-need", "", "heeft geen zorg nodig", "needs no care", nil},
	{"outside-period", "", "zit binnen de looptijd niet op school", "is not at school within the period", nil},
}
