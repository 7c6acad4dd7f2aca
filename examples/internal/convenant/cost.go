package convenant

import (
	"github.com/zio-collectief/zio/funding"
	"github.com/zio-collectief/zio/funding/money"
	"github.com/zio-collectief/zio/zio"
)

// cost says what the care of a stream of money costs. A rule without clauses here has those of [writer.declared].
func (w *writer) cost(c funding.Cost) []Clause {
	switch c := c.(type) {
	case *funding.Budget:
		return []Clause{w.clause("De kosten van deze geldstroom zijn een vast bedrag van € {amount#} voor de hele looptijd.", "The cost of this stream is a fixed amount of €{amount#} for the whole term.", "amount", c.Amount.String())}
	case *funding.FixedHours:
		list := []Clause{
			w.clause("Voor elke leerling die meetelt, wordt gerekend met {minutes#} {minutes|minuut|minuten} zorg per schoolweek, gedurende {weeks} {weeks|schoolweek|schoolweken}, tegen € {rate#} per uur.", "For every pupil who counts {minutes#} {minutes|minute|minutes} of care per school week are paid, during {weeks} school {weeks|week|weeks}, at €{rate#} per hour.",
				"minutes", number(c.NormMinutes), "weeks", number(c.Weeks), "rate", c.Rate.String()),
			w.rounded("het bedrag per leerling", "the amount per pupil", c.Rounding),
		}
		if r := c.NormRange; r != nil {
			list = append(list, w.clause("De partijen gaan uit van een bandbreedte van {min#} tot en met {max#} minuten per leerling per schoolweek.", "The parties assume a range of {min#} to {max#} minutes per pupil per school week.", "min", number(r.Min), "max", number(r.Max)))
		}
		return list
	case *funding.Staffing:
		return w.staffing(c)
	case *funding.DrawingRight:
		return w.drawingRight(c)
	case *funding.EstimatedHours:
		list := []Clause{
			w.clause("De kosten zijn één bedrag op grond van de geschatte minuten zorg van elke leerling die meetelt, gedurende {weeks} {weeks|schoolweek|schoolweken}, tegen € {rate#} per uur.", "The cost is one amount by the estimated minutes of care of every pupil who counts, during {weeks} school {weeks|week|weeks}, at €{rate#} per hour.",
				"weeks", number(c.Weeks), "rate", c.Rate.String()),
			w.rounded("dit bedrag", "this amount", c.Rounding),
		}
		if c.Reserve != nil {
			list = append(list, w.clause("Daar komt een reserve van € {reserve#} bij voor leerlingen die later instromen.", "A reserve of €{reserve#} is added for pupils who enter later.", "reserve", c.Reserve.String()))
		}
		evidence := w.clause("De schattingen berusten op:", "The estimates rest on:")
		evidence.Items = c.Evidence
		return append(list, evidence)
	case *funding.ClassProduct:
		text := w.clause("De kosten zijn die van {classes#} {classes|klas|klassen} van ten hoogste {capacity} leerlingen, tegen € {price#} per klas voor de hele looptijd.", "The cost is that of {classes#} {classes|class|classes} of at most {capacity} pupils, at €{price#} per class for the whole term.",
			"classes", number(c.Classes), "capacity", number(c.Capacity), "price", c.Price.String())
		if c.FtePerClass != nil {
			text = w.clause("De kosten zijn die van {classes#} {classes|klas|klassen} van ten hoogste {capacity} leerlingen, met {fte#} fte per klas, tegen € {price#} per fte voor de hele looptijd.", "The cost is that of {classes#} {classes|class|classes} of at most {capacity} pupils, with {fte#} fte per class, at €{price#} per fte for the whole term.",
				"classes", number(c.Classes), "capacity", number(c.Capacity), "fte", c.FtePerClass.String(), "price", c.Price.String())
		}
		return []Clause{text, w.rounded("het bedrag", "the amount", c.Rounding)}
	case *funding.InKindPair:
		list := []Clause{
			w.clause("{groups#} {groups|groep wordt|groepen worden} getraind, {minutes#} {minutes|minuut|minuten} per groep, door een koppel van een trainer en een leerkracht. De trainer kost € {rate#} per uur.", "{groups#} {groups|group is|groups are} trained, {minutes#} {minutes|minute|minutes} per group, by a pair of a trainer and a teacher. The trainer costs €{rate#} per hour.",
				"groups", number(c.Groups), "minutes", number(c.Minutes), "rate", c.Rate.String()),
			w.rounded("het bedrag", "the amount", c.Rounding),
		}
		if c.TeacherRate != nil {
			list = append(list, w.clause("De school brengt de leerkracht in. De waarde van een uur van de leerkracht is € {rate#}; die wordt getoond en niet betaald.", "The school brings in the teacher. The value of an hour of the teacher is €{rate#}; it is shown and not paid.", "rate", c.TeacherRate.String()))
		}
		return list
	case *funding.PopulationFunding:
		return []Clause{
			w.clause("De kosten zijn die van {rate#} procent van de leerlingen, het deel dat zorg nodig heeft, tegen gemiddeld € {cost#} per leerling met zorg voor de hele looptijd.", "The cost is that of {rate#} per cent of the pupils, the part that needs care, at a mean of €{cost#} per pupil with care for the whole term.",
				"rate", c.NeedRate.String(), "cost", c.AverageCost.String()),
			w.rounded("het bedrag", "the amount", c.Rounding),
			w.clause("Deze getallen berusten op: {evidence}", "These figures rest on: {evidence}", "evidence", c.Evidence),
		}
	case *funding.IndividualDecisions:
		t := Table{Columns: []string{w.say("Productcode", "Product code"), w.say("Eenheid", "Unit"), w.say("Tarief (€)", "Tariff (€)"), w.say("Uitvoeringsvariant", "Variant")}}
		for _, one := range c.Tariffs {
			t.Rows = append(t.Rows, []string{one.Product, word(w, tariffUnits, one.Per), w.amount(one.Amount), word(w, tariffVariants, one.Variant)})
		}
		list := w.clause("De kosten zijn die van de individuele beschikkingen van de leerlingen, tegen deze tarieven:", "The cost is that of the individual decisions of the pupils, at these tariffs:")
		list.Table = t
		return []Clause{list, w.clause("Elke beschikking wordt één keer afgerond op hele centen, rekenkundig.", "Every decision is rounded once to the cent, half up.")}
	case *funding.EducationMinutes:
		return []Clause{
			w.clause("De school ondersteunt {minutes#} {minutes|minuut|minuten} per leerling per schoolweek uit haar eigen budget, gedurende {weeks} {weeks|schoolweek|schoolweken}, tegen € {rate#} per uur.", "The school supports {minutes#} {minutes|minute|minutes} per pupil per school week from its own budget, during {weeks} school {weeks|week|weeks}, at €{rate#} per hour.",
				"minutes", number(c.MinutesPerWeek), "weeks", number(c.Weeks), "rate", c.Rate.String()),
			w.rounded("het bedrag", "the amount", c.Rounding),
		}
	case *funding.Supplement:
		who, whoEN := "alle leerlingen", "all pupils"
		if c.Label != "" {
			who, whoEN = "de leerlingen met de aanduiding {label}", "the pupils with the label {label}"
		}
		return []Clause{
			w.clause("De kosten komen uit een pot van € {pot#} voor de hele looptijd, verdeeld over "+who+", met ten hoogste € {cap#} per leerling.", "The cost is paid from a pot of €{pot#} for the whole term, divided over "+whoEN+", with at most €{cap#} per pupil.",
				"pot", c.Pot.String(), "cap", c.Cap.String(), "label", c.Label),
			w.clause("Het bedrag per leerling wordt naar beneden afgerond op hele centen.", "The amount per pupil is rounded down to the cent."),
		}
	case *funding.Absence:
		return w.absence(c)
	case *funding.RouteMinutes:
		return []Clause{
			w.clause("De kosten zijn die van alle minuten onder de financieringsroute van deze geldstroom, gedurende {weeks} {weeks|schoolweek|schoolweken}, tegen € {rate#} per uur.", "The cost is that of all minutes on the funding route of this stream, during {weeks} school {weeks|week|weeks}, at €{rate#} per hour.",
				"weeks", number(c.Weeks), "rate", c.Rate.String()),
			w.rounded("het bedrag", "the amount", c.Rounding),
		}
	case *funding.Degressive:
		list := w.clause("De kosten zijn een prijs per leerling die afhangt van het aantal {pupils}, voor de hele looptijd:", "The cost is a price per pupil by the number of {pupils}, for the whole term:", "pupils", word(w, basisWords, c.Basis))
		for _, s := range c.Steps {
			list.Items = append(list.Items, w.fill("voor elke leerling boven een aantal van {from#}: € {price#}", "for every pupil above a number of {from#}: €{price#}", "from", number(s.From), "price", s.Price.String()))
		}
		return []Clause{list, w.rounded("het bedrag van elke trede", "the amount of each step", c.Rounding)}
	case *funding.PriceList:
		list := w.clause("De kosten zijn een prijs voor elk van de {pupils}, naar categorie, voor de hele looptijd:", "The cost is a price for each of the {pupils}, by category, for the whole term:", "pupils", word(w, basisWords, c.Basis))
		for _, p := range c.Prices {
			list.Items = append(list.Items, w.fill("categorie {category}: € {price#} per leerling", "category {category}: €{price#} per pupil", "category", p.Category, "price", p.Price.String()))
		}
		return []Clause{list, w.rounded("het bedrag van elke categorie", "the amount of each category", c.Rounding)}
	case *funding.Admission:
		list := w.clause("De kosten zijn het geld dat een toelaatbaarheidsverklaring per leerling meebrengt voor de hele looptijd. In deze geldstroom komt {part}:", "The cost is the money that an admission statement brings per pupil for the whole term. In this stream comes {part}:", "part", word(w, admissionParts, c.Part))
		for _, k := range c.Categories {
			list.Items = append(list.Items, w.fill("categorie {category}: Rijk € {state#}, samenwerkingsverband € {alliance#}", "category {category}: state €{state#}, school alliance €{alliance#}", "category", k.Category, "state", k.State.String(), "alliance", k.Alliance.String()))
		}
		return []Clause{list, w.rounded("het bedrag van elke categorie", "the amount of each category", c.Rounding)}
	}
	return w.declared(w.say("de kosten van deze geldstroom worden bepaald", "the cost of this stream is determined"), c.Rule(), funding.CostRules(), c)
}

func (w *writer) staffing(c *funding.Staffing) []Clause {
	list := w.clause("De kosten zijn die van de volgende formatieplaatsen, tegen € {rate#} per fte per jaar:", "The cost is that of these posts, at €{rate#} per fte a year:", "rate", c.RatePerFte.String())
	for _, p := range c.Posts {
		place := w.say("voor de vestigingen samen", "for the sites together")
		if !p.Site.IsZero() {
			place = w.fill("vestiging {site}", "site {site}", "site", p.Site.String())
		}
		var steps []string
		for _, s := range p.Steps {
			steps = append(steps, w.fill("{fte#} fte vanaf {day}", "{fte#} fte from {day}", "fte", s.Fte.String(), "day", s.From.Words(w.lang)))
		}
		list.Items = append(list.Items, p.Label+" ("+place+"): "+w.list(steps))
	}
	return []Clause{list, w.rounded("het bedrag van elke formatieplaats", "the amount of each post", c.Rounding)}
}

func (w *writer) drawingRight(c *funding.DrawingRight) []Clause {
	charge := map[funding.Charge][2]string{"right": {"het recht, ook als het niet wordt gebruikt", "the right, also when it is not used"}, "use": {"wat ervan wordt gebruikt", "what is used of it"}}
	t := Table{Columns: []string{w.say("School", "School"), w.say("Schoolbestuur", "School board"), w.say("Soort zorg", "Kind of care"), w.say("Recht (fte)", "Right (fte)"), w.say("Gebruik (fte)", "Use (fte)"), w.say("Bestuur stemt in met schuiven", "Board consents to a shift")}}
	for _, r := range c.Rights {
		t.Rows = append(t.Rows, []string{r.School, r.Board, word(w, rightKinds, r.Kind), w.fill("{fte#}", "{fte#}", "fte", r.Fte.String()), w.fill("{fte#}", "{fte#}", "fte", r.Use.String()), w.yes(r.Consent)})
	}
	rights := w.clause("Scholen hebben een trekkingsrecht op zorg, tegen € {rate#} per fte voor de hele looptijd. Betaald wordt {charge}.", "Schools have a drawing right on care, at €{rate#} per fte for the whole term. What is paid is {charge}.", "rate", c.RatePerFte.String(), "charge", word(w, charge, c.Charge))
	rights.Table = t
	list := []Clause{rights}
	if c.KindsTogether == funding.Yes {
		list = append(list, w.clause("Jeugdzorg en ggz mogen elkaar vervangen.", "Youth care and mental health care may stand in for each other."))
	} else {
		list = append(list, w.clause("Jeugdzorg en ggz mogen elkaar niet vervangen.", "Youth care and mental health care may not stand in for each other."))
	}
	list = append(list, w.clause("Gebruik mag schuiven tussen scholen van hetzelfde schoolbestuur als dat instemt, en niet tussen schoolbesturen.", "Use may shift between schools of the same school board when it consents, and not between boards."))
	if c.Uplift != nil {
		list = append(list, w.clause("De rechten zijn {percent#} procent hoger als de looptijd begint op of voor {day}.", "The rights are {percent#} per cent higher when the term begins on or before {day}.", "percent", c.Uplift.String(), "day", c.UpliftUntil.Words(w.lang)))
	}
	return append(list, w.rounded("het bedrag van elke regel", "the amount of each line", c.Rounding))
}

func (w *writer) absence(c *funding.Absence) []Clause {
	list := w.clause("De kosten zijn die van zorg die was afgesproken en niet kon worden geleverd omdat een leerling met Wlz-zorg afwezig was, tegen € {rate#} per uur:", "The cost is that of care that was agreed and could not be given because a pupil with Wlz care was absent, at €{rate#} per hour:", "rate", c.Rate.String())
	for _, l := range c.Lines {
		list.Items = append(list.Items, w.fill("{label}: {agreed#} {agreed|minuut|minuten} afgesproken, {declared#} {declared|minuut|minuten} gedeclareerd", "{label}: {agreed#} {agreed|minute|minutes} agreed, {declared#} {declared|minute|minutes} declared", "label", l.Label, "agreed", number(l.Agreed), "declared", number(l.Declared)))
	}
	out := []Clause{list}
	if c.Cap != nil {
		out = append(out, w.clause("Betaald wordt ten hoogste {cap#} procent van de afgesproken minuten.", "At most {cap#} per cent of the agreed minutes is paid.", "cap", c.Cap.String()))
	}
	return append(out, w.rounded("het bedrag van elke regel", "the amount of each line", c.Rounding))
}

// rounded says how an amount is rounded to the cent.
func (w *writer) rounded(nl, en string, r money.Rounding) Clause {
	return w.clause(nl+" wordt afgerond op hele centen: {how}.", en+" is rounded to the cent: {how}.", "how", word(w, roundings, r.String()))
}

// amount is an amount in a cell.
func (w *writer) amount(e money.Euro) string { return w.fill("{e#}", "{e#}", "e", e.String()) }

var (
	roundings = map[string][2]string{
		"half-up": {"rekenkundig, een halve naar boven", "half up"}, "half-down": {"een halve naar beneden", "half down"}, "half-even": {"een halve naar het even getal", "half to even"},
		"up": {"altijd naar boven", "always up"}, "down": {"altijd naar beneden", "always down"},
	}
	tariffUnits    = map[zio.DecisionUnit][2]string{"hour": {"per uur", "per hour"}, "day": {"per etmaal", "per day"}, "daypart": {"per dagdeel", "per daypart"}, "piece": {"per stuk", "per piece"}, "euro": {"bedrag in euro's", "amount in euros"}}
	tariffVariants = map[funding.Variant][2]string{"effort": {"inspanningsgericht", "effort-based"}, "output": {"outputgericht", "output-based"}}
	rightKinds     = map[funding.RightKind][2]string{"youth-care": {"jeugdzorg", "youth care"}, "mental-health": {"ggz", "mental health care"}}
	admissionParts = map[funding.AdmissionPart][2]string{"state": {"het deel van het Rijk", "the part of the state"}, "alliance": {"het deel van het samenwerkingsverband", "the part of the school alliance"}, "both": {"het deel van het Rijk en dat van het samenwerkingsverband", "the part of the state and that of the school alliance"}}
)
