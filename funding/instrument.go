package funding

import "github.com/zio-collectief/zio/internal/strictjson"

// Instrument is what a payment is by law and in the books (instrument): a fact of the agreement, never a default. "" is not agreed,
// and every explanation says so.
type Instrument string

// The instruments of payments.
const (
	Subsidy          Instrument = "subsidy"           // subsidie: money for an activity, settled on conditions (Awb title 4.2)
	Purchase         Instrument = "purchase"          // inkoop: a price for care that was ordered
	EducationFunding Instrument = "education-funding" // bekostiging: money of the school laws, and of an alliance to its schools
	Contribution     Instrument = "contribution"      // bijdrage: what parties, mostly authorities, bring in for what they do together
	Invoice          Instrument = "invoice"           // factuur: costs that were made, charged on
)

var instruments = []strictjson.Choice{
	{Value: string(Subsidy), NL: "subsidie", EN: "subsidy"},
	{Value: string(Purchase), NL: "inkoop", EN: "purchase"},
	{Value: string(EducationFunding), NL: "bekostiging van onderwijs", EN: "education funding"},
	{Value: string(Contribution), NL: "bijdrage", EN: "contribution"},
	{Value: string(Invoice), NL: "factuur", EN: "invoice"},
}

// bind binds the instrument by one of the specs below.
func (i *Instrument) bind(f *strictjson.Fields, s strictjson.Spec) {
	s.Choices = instruments
	f.Choice((*string)(i), s)
}

// What is paid to who does the work, what parties pay to who collects, and what that one passes on to municipalities.
var (
	paidAs      = strictjson.Spec{Name: "instrument", Optional: true, NL: "Betaald als", EN: "Paid as"}
	collectedAs = strictjson.Spec{Name: "collectedAs", Optional: true, NL: "Geïnd als", EN: "Collected as"}
	passedOnAs  = strictjson.Spec{Name: "passedOnAs", Optional: true, NL: "Doorbetaald als", EN: "Passed on as"}
)
