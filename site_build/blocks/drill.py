"""`/// drill | name`: the cases of a drill, with their questions as in a self-check; a script makes rounds of them."""

import xml.etree.ElementTree as etree
from typing import Final

from calculators.core.words import Lang
from site_build.blocks.html_block import ElementBlock, child
from site_build.blocks.question import Option, write_question
from site_build.drills import Reply, drill
from site_build.words import word

CASES_A_ROUND: Final = 10


class DrillBlock(ElementBlock):
    """All cases, for a reader without JavaScript; the name of each case is what a round is drawn from.

    Search leaves them out: what customers say there in passing would crowd out the chapters that answer it.
    """

    NAME = "drill"

    def write(self, place: etree.Element, lang: Lang) -> None:
        """Put the cases into `place`."""
        found = drill(self.argument)
        place.tag = "sales-drill"
        place.set("data-drill", found.name)
        place.set("data-cases", str(min(CASES_A_ROUND, len(found.cases))))
        for number, case in enumerate(found.cases, start=1):
            shown = child(place, "section", class_="drill-case", data_case=case.name)
            title = word("drill.case", lang, number=number)
            child(shown, "h2", title, id=f"case-{case.name}", tabindex="-1", data_search_exclude="")
            child(shown, "p", case.situation[lang], class_="drill-situation")
            for ask in case.asks:
                question = child(
                    shown, "check-question", class_="question", data_question=f"{case.name}-{ask.name}", data_once=""
                )
                if ask.heard:
                    child(question, "p", ask.heard[lang], class_="question-heard")
                write_question(question, ask.text[lang], [_option(reply, lang) for reply in ask.replies], lang)


def _option(reply: Reply, lang: Lang) -> Option:
    feedback = etree.Element("p")
    feedback.text = reply.feedback[lang]
    return Option(reply.name, reply.text[lang], reply.is_right, [feedback])
