"""The words around every calculator, in both languages."""

from typing import Final

from calculators.core.text import Text

ANSWER: Final = Text("Antwoord", "Answer")
YOUR_FIGURES: Final = Text("Jouw cijfers", "Your figures")
ALL_ANSWERS: Final = Text("Alle uitkomsten", "All results")
HOW_COMPUTED: Final = Text("Zo is dit berekend", "How this was computed")
SOURCES: Final = Text("Bronnen", "Sources")
CHECKED: Final = Text("nagekeken op {day}", "checked on {day}")
FIGURES_OF_PICTURE: Final = Text("De cijfers van deze grafiek", "The figures of this chart")
SERIES: Final = Text("Reeks", "Series")
CALCULATE: Final = Text("Reken uit", "Calculate")
RESET: Final = Text("Terug naar het voorbeeld", "Back to the example")
COPY_LINK: Final = Text("Kopieer link met deze cijfers", "Copy link with these figures")
PRINT: Final = Text("Afdrukken", "Print")
ADD_ROW: Final = Text("Rij toevoegen", "Add a row")
REMOVE_ROW: Final = Text("Verwijder rij {row}", "Remove row {row}")
ROW: Final = Text("rij {row}", "row {row}")
OPTIONAL: Final = Text("niet verplicht", "optional")
EXAMPLE: Final = Text(
    "Dit is een uitgewerkt voorbeeld. Verander een cijfer en het antwoord verandert mee.",
    "This is a worked example. Change a figure and the answer follows.",
)
WITHOUT_SCRIPT: Final = Text(
    "In deze browser staat JavaScript uit, dus je ziet alleen het uitgewerkte voorbeeld. "
    "Zet JavaScript aan om met je eigen cijfers te rekenen; ze blijven in je browser.",
    "JavaScript is off in this browser, so you see only the worked example. "
    "Turn JavaScript on to use your own figures; they stay in your browser.",
)
ERROR_SUMMARY: Final = Text("Kijk deze velden na", "Check these fields")
ROW_AND_COLUMN: Final = Text("Rij {row}, {column}: {message}", "Row {row}, {column}: {message}")
WHOLE_ROW: Final = Text("Rij {row}: {message}", "Row {row}: {message}")
OTHER_READING: Final = Text("Ik bedoel {other}", "I mean {other}")
STARTING: Final = Text("De rekenmachine start.", "The calculator is starting.")
LOADING: Final = Text(
    "De rekenmachine wordt opgehaald: {loaded} van {total}.", "Fetching the calculator: {loaded} of {total}."
)
WORKING: Final = Text("Bezig met rekenen.", "Calculating.")
READY: Final = Text(
    "Klaar: verander een cijfer en het antwoord verandert mee.", "Ready: change a figure and the answer follows."
)
FAILED: Final = Text(
    "De rekenmachine kon niet worden opgehaald. Je cijfers staan er nog. Kijk of je verbinding hebt en probeer het opnieuw; lukt dat niet, laad de pagina dan opnieuw.",
    "The calculator could not be fetched. Your figures are still here. Check your connection and try again; if that fails, reload the page.",
)
RETRY: Final = Text("Probeer opnieuw", "Try again")
STALE: Final = Text(
    "Het antwoord hieronder hoort bij je vorige cijfers. Verbeter eerst de gemarkeerde velden.",
    "The answer below belongs to your previous figures. Correct the marked fields first.",
)
COPIED: Final = Text(
    "De link is gekopieerd. Wie hem heeft, ziet deze cijfers.", "The link is copied. Whoever has it sees these figures."
)
NOT_COPIED: Final = Text(
    "Kopiëren lukte niet. Kopieer de link uit de adresbalk.", "Copying failed. Copy the link from the address bar."
)
STATE_IGNORED: Final = Text(
    "De cijfers in deze link of van je vorige bezoek zijn niet te lezen. Je ziet het voorbeeld.",
    "The figures in this link or of your earlier visit cannot be read. You see the example.",
)
RESTORED: Final = Text("Je eerdere cijfers zijn teruggezet.", "Your earlier figures are back.")
RESET_DONE: Final = Text("Het voorbeeld staat er weer.", "The example is back.")
EMPTY_TABLE: Final = Text("Geen rijen met deze cijfers.", "No rows with these figures.")
