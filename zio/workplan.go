package zio

import (
	"strconv"

	"github.com/zio-collectief/zio/internal/strictjson"
)

// Workplan is the way to collective financing in six steps (stappenplan), by DSP and Oberon in the NJi guide: which step is
// done, by whom, and what shows it. It is for regions that have no formula yet, and for keeping one up. The order differs by
// region: a later step may be done before an earlier one, and what nobody described is not-described, never not-started.
type Workplan struct {
	Title     string      `json:"title"`
	TitleEN   string      `json:"titleEn,omitempty"` // in English
	About     string      `json:"about,omitempty"`
	AboutEN   string      `json:"aboutEn,omitempty"`
	Region    string      `json:"region,omitempty"`
	Steps     []WorkStep  `json:"steps"` // the six steps, in their order
	Sources   []Source    `json:"sources,omitempty"`
	Synthetic []Synthetic `json:"synthetic,omitempty"`
}

// WorkStep is one of the six steps (stap).
type WorkStep struct {
	Step          string    `json:"step"`
	State         StepState `json:"state"`
	Evidence      []string  `json:"evidence,omitempty"`    // what shows that the step is done; needed when it is
	EvidenceEN    []string  `json:"evidenceEn,omitempty"`  // the same in English: as many, or none
	Responsible   string    `json:"responsible,omitempty"` // party; empty when none is named
	ResponsibleEN string    `json:"responsibleEn,omitempty"`
	Due           Date      `json:"due,omitzero"`
	Done          Date      `json:"done,omitzero"` // zero also when the step is done and the day is not known
	Indicators    []string  `json:"indicators,omitempty"`
	Note          string    `json:"note,omitempty"`
	NoteEN        string    `json:"noteEn,omitempty"`
}

// StepState is how far a step is (stand).
type StepState string

// The states of a step.
const (
	StepNotDescribed StepState = "not-described" // no source says; it may be anything
	StepNotStarted   StepState = "not-started"
	StepOpen         StepState = "open"
	StepDone         StepState = "done"
)

// workSteps are the six steps with what each needs before it is done.
var workSteps = []struct{ step, nl, en, needsNL, needsEN string }{
	{"direction", "Koers bepalen", "Set the direction", "Een gedeelde visie en een opdracht van alle partijen.", "A shared vision and a mandate of all parties."},
	{"cooperation", "Sturing op samenwerking", "Steer the cooperation", "Een onafhankelijk procesleider, een projectorganisatie en duidelijke verantwoordelijkheden.", "An independent process director, a project organisation and clear responsibilities."},
	{"inventory", "Zicht op zorg", "See the care", "Een overzicht van de zorg op school en hoe die nu wordt betaald.", "An inventory of the care at school and how it is funded now."},
	{"policy", "Borging in beleid en bestuur", "Anchor in policy", "Afspraken in verordening, ondersteuningsplan en jeugdplan, na overleg (OOGO).", "Agreements in by-law, support plan and youth plan, after consultation (OOGO)."},
	{"implementation", "Implementatie en uitvoering", "Implement", "Een getekende overeenkomst, gecontracteerde aanbieders en een begrote geldstroom.", "A signed agreement, contracted providers and a budgeted stream of money."},
	{"accountability", "Verantwoording", "Account for it", "Metingen over een periode en een besluit over bijstelling; daarna begint de cyclus opnieuw.", "Measurements over a period and a decision on adjustment; then the cycle starts again."},
}

// WorkSteps are the six steps, in their order (stappen).
func WorkSteps() []string {
	list := make([]string, len(workSteps))
	for i, s := range workSteps {
		list[i] = s.step
	}
	return list
}

// StepWords are the name of a step and what it needs before it is done.
func StepWords(step string, l Lang) (name, needs string) {
	for _, s := range workSteps {
		if s.step == step {
			return InLang(l, s.nl, s.en), InLang(l, s.needsNL, s.needsEN)
		}
	}
	return step, ""
}

func stepChoices() []strictjson.Choice {
	list := make([]strictjson.Choice, len(workSteps))
	for i, s := range workSteps {
		list[i] = strictjson.Choice{Value: s.step, NL: s.nl, EN: s.en}
	}
	return list
}

var stateWords = [...]struct{ text, nl, en string }{
	{string(StepNotDescribed), "niet beschreven", "not described"},
	{string(StepNotStarted), "nog niet begonnen", "not started"},
	{string(StepOpen), "mee bezig", "open"},
	{string(StepDone), "klaar", "done"},
}

var stepStates = func() []strictjson.Choice {
	list := make([]strictjson.Choice, 0, len(stateWords))
	for _, s := range stateWords {
		list = append(list, strictjson.Choice{Value: s.text, NL: s.nl, EN: s.en})
	}
	return list
}()

// StateWords is the state of the step in words.
func (s *WorkStep) StateWords(l Lang) string {
	for _, w := range stateWords {
		if w.text == string(s.State) {
			return InLang(l, w.nl, w.en)
		}
	}
	return string(s.State)
}

// Shown is what shows the state of the step, in a language.
func (s *WorkStep) Shown(l Lang) []string {
	if l == English && len(s.EvidenceEN) > 0 {
		return s.EvidenceEN
	}
	return s.Evidence
}

// Bind binds the members of the document; it is for the packages of this module.
func (w *Workplan) Bind(f *strictjson.Fields) {
	f.Const(SchemaID("workplan"), strictjson.Spec{Name: "$schema", NL: "Soort document", EN: "Kind of document"})
	f.Text(&w.Title, strictjson.Spec{Name: "title", NL: "Titel", EN: "Title"})
	f.Text(&w.TitleEN, strictjson.Spec{Name: "titleEn", Optional: true, NL: "Titel in het Engels", EN: "Title in English"})
	f.Text(&w.About, strictjson.Spec{Name: "about", Optional: true, Max: 2000, NL: "Toelichting", EN: "About"})
	f.Text(&w.AboutEN, strictjson.Spec{Name: "aboutEn", Optional: true, Max: 2000, NL: "Toelichting in het Engels", EN: "About, in English"})
	f.Text(&w.Region, strictjson.Spec{Name: "region", Optional: true, NL: "Regio", EN: "Region"})
	strictjson.List(f, &w.Steps, strictjson.Spec{Name: "steps", Min: 6, Max: 6, NL: "Stappen", EN: "Steps"}, (*WorkStep).bind)
	strictjson.List(f, &w.Sources, strictjson.Spec{Name: "sources", Optional: true, Max: 100, NL: "Bronnen", EN: "Sources"}, (*Source).Bind)
	strictjson.List(f, &w.Synthetic, strictjson.Spec{Name: "synthetic", Optional: true, Max: 200, NL: "Verzonnen gegevens", EN: "Made-up data"}, (*Synthetic).Bind)
}

func (s *WorkStep) bind(f *strictjson.Fields) {
	f.Choice(&s.Step, strictjson.Spec{Name: "step", Choices: stepChoices(), NL: "Stap", EN: "Step"})
	f.Choice((*string)(&s.State), strictjson.Spec{Name: "state", Choices: stepStates, NL: "Stand", EN: "State"})
	f.Texts(&s.Evidence, strictjson.Spec{Name: "evidence", Optional: true, Max: 20, NL: "Waaruit blijkt dat", EN: "Evidence"})
	f.Texts(&s.EvidenceEN, strictjson.Spec{Name: "evidenceEn", Optional: true, Max: 20, NL: "Waaruit blijkt dat, in het Engels", EN: "Evidence in English"})
	f.Text(&s.Responsible, strictjson.Spec{Name: "responsible", Optional: true, NL: "Verantwoordelijk", EN: "Responsible"})
	f.Text(&s.ResponsibleEN, strictjson.Spec{Name: "responsibleEn", Optional: true, NL: "Verantwoordelijk, in het Engels", EN: "Responsible, in English"})
	f.Code(&s.Due, strictjson.Spec{Name: "due", Optional: true, Format: "date", NL: "Klaar voor", EN: "Due"})
	f.Code(&s.Done, strictjson.Spec{Name: "done", Optional: true, Format: "date", NL: "Klaar op", EN: "Done on"})
	f.Texts(&s.Indicators, strictjson.Spec{Name: "indicators", Optional: true, Max: 20, NL: "Indicatoren", EN: "Indicators"})
	f.Text(&s.Note, strictjson.Spec{Name: "note", Optional: true, Max: 500, NL: "Opmerking", EN: "Note"})
	f.Text(&s.NoteEN, strictjson.Spec{Name: "noteEn", Optional: true, Max: 500, NL: "Opmerking in het Engels", EN: "Note in English"})
}

var (
	problemStepOrder     = &ProblemKind{"workplan.step-order", "Op plaats {place} hoort stap {expected} te staan, niet {found}.", "At place {place} step {expected} is expected, not {found}."}
	problemStepEvidence  = &ProblemKind{"workplan.evidence-missing", "Stap {step} is klaar, maar er staat niet waaruit dat blijkt.", "Step {step} is done, but nothing shows it."}
	problemStepIndicator = &ProblemKind{"workplan.indicator-unknown", "{code} is geen bekende indicator.", "{code} is not a known indicator."}
	problemStepEnglish   = &ProblemKind{"workplan.evidence-languages", "Bij stap {step} staan {count} {count|bewijs|bewijzen} in het Nederlands en {english} in het Engels. Vertaal ze alle, of geen.", "Step {step} has {count} {count|item|items} of evidence in Dutch and {english} in English. Translate all of them, or none."}
)

// Check finds what no single member shows, in the order of the document.
func (w *Workplan) Check() Problems {
	if w == nil {
		return Problems{problemNothing.At("")}
	}
	var problems Problems
	for i := range w.Steps {
		s := &w.Steps[i]
		at := "/steps/" + strconv.Itoa(i)
		if i < len(workSteps) && s.Step != workSteps[i].step {
			problems = append(problems, problemStepOrder.At(at+"/step", "place", strconv.Itoa(i+1), "expected", workSteps[i].step, "found", s.Step))
		}
		if s.State == StepDone && len(s.Evidence) == 0 {
			problems = append(problems, problemStepEvidence.At(at+"/evidence", "step", s.Step))
		}
		if n := len(s.EvidenceEN); n > 0 && n != len(s.Evidence) {
			problems = append(problems, problemStepEnglish.At(at+"/evidenceEn", "step", s.Step, "count", strconv.Itoa(len(s.Evidence)), "english", strconv.Itoa(n)))
		}
		for j, code := range s.Indicators {
			if _, known := IndicatorUnit(code); !known {
				problems = append(problems, problemStepIndicator.At(at+"/indicators/"+strconv.Itoa(j), "code", code))
			}
		}
	}
	return problems
}

// Current is the step that is worked at: the first open one, otherwise the first that has not started; false when no step
// is said to be either.
func (w *Workplan) Current() (WorkStep, bool) {
	for _, state := range [...]StepState{StepOpen, StepNotStarted} {
		for _, s := range w.Steps {
			if s.State == state {
				return s, true
			}
		}
	}
	return WorkStep{}, false
}

// ReadWorkplan reads a workplan document and checks it.
func ReadWorkplan(data []byte) (*Workplan, Problems) {
	w := &Workplan{}
	problems := ProblemsOf(strictjson.Read(data, w, (*Workplan).Bind, strictjson.Limits{}))
	if len(problems) == 0 {
		problems = w.Check()
	}
	return w, problems
}

// AppendDocument appends the canonical, indented document.
func (w *Workplan) AppendDocument(b []byte) []byte {
	return strictjson.Append(b, w, (*Workplan).Bind)
}
