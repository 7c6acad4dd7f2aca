package schema

import (
	"github.com/zio-collectief/zio/internal/textfile"
	"github.com/zio-collectief/zio/zio"
)

// What a schema can find wrong. The code is "schema." and the keyword; {title} is the Dutch name of the
// member and {what} its English description.
var (
	problemRequired   = &zio.ProblemKind{Code: "schema.required", NL: "Het veld {name} ontbreekt ({title}). Vul het in.", EN: "The member {name} is missing ({what}). Fill it in."}
	problemExtra      = &zio.ProblemKind{Code: "schema.additionalProperties", NL: "Het veld {name} hoort hier niet. Haal het weg of controleer de spelling.", EN: "The member {name} does not belong here. Remove it or check the spelling."}
	problemHidden     = &zio.ProblemKind{Code: "schema.additionalProperties", NL: "Hier staat een veld dat er niet hoort. De naam laten wij niet zien, want die kan van een persoon zijn. Haal het veld weg.", EN: "There is a member that does not belong here. Its name is not shown, as it may be that of a person. Remove the member."}
	problemMisspelled = &zio.ProblemKind{Code: "schema.additionalProperties", NL: "Het veld {name} bestaat niet. Bedoelt u {suggestion}?", EN: "The member {name} does not exist. Do you mean {suggestion}?"}
	problemType       = &zio.ProblemKind{Code: "schema.type", NL: "Bij {title} hoort {expectedNL} te staan. Nu staat er {foundNL}.", EN: "For {what} {expectedEN} is expected. Now there is {foundEN}."}
	problemNull       = &zio.ProblemKind{Code: "schema.type", NL: "Bij {title} staat null. Vul een waarde in of laat het veld weg.", EN: "For {what} there is null. Fill in a value or leave the member out."}
	problemNumberText = &zio.ProblemKind{Code: "schema.type", NL: "Schrijf bij {title} de waarde {value} tussen aanhalingstekens.", EN: "For {what} write the value {value} in quotes."}
	problemTextNumber = &zio.ProblemKind{Code: "schema.type", NL: "Schrijf bij {title} het getal {value} zonder aanhalingstekens.", EN: "For {what} write the number {value} without quotes."}
	problemWhole      = &zio.ProblemKind{Code: "schema.type", NL: "Bij {title} hoort een heel getal te staan, niet {value}.", EN: "For {what} a whole number is expected, not {value}."}
	problemFraction   = &zio.ProblemKind{Code: "schema.type", NL: "Schrijf het hele getal {value} zonder punt en nullen.", EN: "Write the whole number {value} without a point and zeros."}
	problemEnum       = &zio.ProblemKind{Code: "schema.enum", NL: "{value} is geen keuze bij {title}. Kies uit: {choices}.", EN: "{value} is not a valid choice for {what}. Choose one of: {choices}."}
	problemConst      = &zio.ProblemKind{Code: "schema.const", NL: "Bij {title} hoort precies {expected} te staan, niet {value}.", EN: "For {what} exactly {expected} is expected, not {value}."}
	problemPattern    = &zio.ProblemKind{Code: "schema.pattern", NL: "{value} is niet goed geschreven voor {title}.", EN: "{value} is not written as {what} should be."}
	problemPatternEG  = &zio.ProblemKind{Code: "schema.pattern", NL: "{value} is niet goed geschreven voor {title}. Zo hoort het: {example}.", EN: "{value} is not written as {what} should be. Like this: {example}."}
	problemHiddenText = &zio.ProblemKind{Code: "schema.not", NL: "In de tekst bij {title} staat een onzichtbaar teken of een regeleinde dat daar niet hoort. Haal het weg.", EN: "The text for {what} has an invisible character, or a line break that does not belong there. Remove it."}
	problemFormat     = &zio.ProblemKind{Code: "schema.format", NL: "{value} klopt niet bij {title}.", EN: "{value} is not right for {what}."}
	problemDate       = &zio.ProblemKind{Code: "schema.format", NL: "{value} is geen bestaande datum. Schrijf jaar-maand-dag, bijvoorbeeld 2026-08-01.", EN: "{value} is not a day of the calendar. Write year-month-day, for example 2026-08-01."}
	problemMinLength  = &zio.ProblemKind{Code: "schema.minLength", NL: "De tekst bij {title} is te kort: minstens {limit#} tekens.", EN: "The text for {what} is too short: at least {limit#} characters."}
	problemBlank      = &zio.ProblemKind{Code: "schema.minLength", NL: "De tekst bij {title} is leeg. Vul iets in of laat het veld weg.", EN: "The text for {what} is empty. Fill it in or leave the member out."}
	problemMaxLength  = &zio.ProblemKind{Code: "schema.maxLength", NL: "De tekst bij {title} heeft {found#} {found|teken|tekens}: hoogstens {limit#}.", EN: "The text for {what} has {found#} {found|character|characters}: at most {limit#}."}
	problemMinimum    = &zio.ProblemKind{Code: "schema.minimum", NL: "{value#} is te laag voor {title}: minstens {limit#}.", EN: "{value#} is too low for {what}: at least {limit#}."}
	problemMaximum    = &zio.ProblemKind{Code: "schema.maximum", NL: "{value#} is te hoog voor {title}: hoogstens {limit#}.", EN: "{value#} is too high for {what}: at most {limit#}."}
	problemAbove      = &zio.ProblemKind{Code: "schema.exclusiveMinimum", NL: "{value#} is te laag voor {title}: meer dan {limit#}.", EN: "{value#} is too low for {what}: more than {limit#}."}
	problemBelow      = &zio.ProblemKind{Code: "schema.exclusiveMaximum", NL: "{value#} is te hoog voor {title}: minder dan {limit#}.", EN: "{value#} is too high for {what}: less than {limit#}."}
	problemMultiple   = &zio.ProblemKind{Code: "schema.multipleOf", NL: "{value#} bij {title} moet een veelvoud van {limit#} zijn.", EN: "{value#} for {what} must be a multiple of {limit#}."}
	problemMinItems   = &zio.ProblemKind{Code: "schema.minItems", NL: "De lijst {title} heeft {found#} {found|regel|regels}: minstens {limit#}.", EN: "The list of {what} has {found#} {found|item|items}: at least {limit#}."}
	problemMaxItems   = &zio.ProblemKind{Code: "schema.maxItems", NL: "De lijst {title} heeft {found#} {found|regel|regels}: hoogstens {limit#}.", EN: "The list of {what} has {found#} {found|item|items}: at most {limit#}."}
	problemUnique     = &zio.ProblemKind{Code: "schema.uniqueItems", NL: "In de lijst {title} staat iets twee keer. Laat het één keer staan.", EN: "The list of {what} has something twice. Keep it once."}
	problemMinMembers = &zio.ProblemKind{Code: "schema.minProperties", NL: "{title} heeft {found#} {found|veld|velden}: minstens {limit#}.", EN: "{what} has {found#} {found|member|members}: at least {limit#}."}
	problemMaxMembers = &zio.ProblemKind{Code: "schema.maxProperties", NL: "{title} heeft {found#} {found|veld|velden}: hoogstens {limit#}.", EN: "{what} has {found#} {found|member|members}: at most {limit#}."}
	problemRule       = &zio.ProblemKind{Code: "schema.oneOf", NL: "{value} is geen keuze bij {name}. Kies uit: {choices}.", EN: "{value} is not a valid choice for {name}. Choose one of: {choices}."}
	problemUnion      = &zio.ProblemKind{Code: "schema.oneOf", NL: "De waarde bij {title} past bij geen van de mogelijkheden.", EN: "The value for {what} fits none of the possibilities."}
	problemNotAllowed = &zio.ProblemKind{Code: "schema.not-allowed", NL: "Deze waarde mag hier niet staan (regel {keyword} van het schema).", EN: "This value is not allowed here (keyword {keyword} of the schema)."}
)

// What stops a validation.
var (
	problemEngine   = &zio.ProblemKind{Code: "schema.engine-failure", NL: "De controle van dit document is mislukt. Dat is een fout in de controle, niet in uw bestand. Meld dit met het bestand erbij.", EN: "The validation of this document failed. That is a fault of the validation, not of your file. Report it with the file."}
	problemTotal    = &zio.ProblemKind{Code: "schema.total-unknown", NL: "Dit kan niet worden opgeteld: {reason}.", EN: "This can not be added up: {reason}."}
	problemTooMany  = &zio.ProblemKind{Code: "schema.too-many-problems", NL: "Er zijn meer dan {limit#} problemen. De rest staat hier niet; herstel eerst deze.", EN: "There are more than {limit#} problems. The others are not listed; mend these first."}
	problemRead     = textfile.Unreadable
	problemChanged  = &zio.ProblemKind{Code: "file.changed", NL: "Het bestand veranderde terwijl het werd gecontroleerd. Controleer het opnieuw.", EN: "The file changed while it was validated. Validate it again."}
	problemLine     = &zio.ProblemKind{Code: "file.line-too-long", NL: "Deze regel is te lang: hoogstens {limit#} bytes. Elke regel hoort één record te zijn.", EN: "This line is too long: at most {limit#} bytes. Every line should be one record."}
	problemPart     = &zio.ProblemKind{Code: "file.part-too-large", NL: "Dit onderdeel is te groot: hoogstens {limit#} bytes.", EN: "This part is too large: at most {limit#} bytes."}
	problemBOM      = &zio.ProblemKind{Code: "file.bom", NL: "Het bestand begint met een byte-order mark. Dat is overgeslagen; sla het bestand liever op als UTF-8 zonder BOM.", EN: "The file begins with a byte-order mark. It was skipped; better save the file as UTF-8 without BOM."}
	problemNoSchema = &zio.ProblemKind{Code: "file.kind-missing", NL: "Het veld $schema ontbreekt, dus het is niet duidelijk wat voor document dit is. Zet er bijvoorbeeld \"$schema\": \"{example}\" in.", EN: "The member $schema is missing, so it is not clear what kind of document this is. Add for example \"$schema\": \"{example}\"."}
	problemKind     = &zio.ProblemKind{Code: "schema.kind-unknown", NL: "{value} is geen soort document. Kies uit: {choices}.", EN: "{value} is not a kind of document. Choose one of: {choices}."}
	problemUnknown  = &zio.ProblemKind{Code: "file.kind-unknown", NL: "{value} is geen schema dat wij kennen. Kies uit: {choices}.", EN: "{value} is not a schema that we know. Choose one of: {choices}."}
)
