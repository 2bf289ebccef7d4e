"""Who is measured: our site, and pages that ask the same question in the way that each peer documents."""

import json
from argparse import ArgumentTypeError
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from calculators.door import respond

PROJECT: Final = Path(__file__).resolve().parent.parent
PEERS: Final = PROJECT / ".cache" / "peers"
# What is asked. It is not the example of the page, so that the answer that the build wrote there is not taken for one.
CALCULATOR: Final = "visit_cost"
NEXT_CALCULATOR: Final = "late_payment"
REVENUE: Final = "60001"
# What a page needs so that its worker can wait for messages, as PyScript's documentation asks.
ISOLATED: Final = (
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A page, and where on it the answer is shown.

    `field`: it answers what is typed there; others ask by themselves as soon as they can, which is in their favour.
    `has_sentence`: it shows the whole sentence, not the amount alone.
    `is_heavy`: minutes go by before it answers over a slow line.
    """

    folder: Path
    page: str
    shown: str = "#answer"
    headers: tuple[tuple[str, str], ...] = ()
    field: str = ""
    has_sentence: bool = True
    is_heavy: bool = False

    def watch(self, calculator: str = CALCULATOR) -> str:
        """What `watchForAnswer` in the page is asked, as JSON."""
        answer = {"expected": expected(calculator, has_sentence=self.has_sentence), "shown": self.shown}
        return json.dumps({**answer, "field": self.field.replace(CALCULATOR, calculator), "typed": REVENUE})


def built_site(folder: str) -> Path:
    """The folder of a built site that was named on the command line.

    Raises:
        ArgumentTypeError: there is none.
    """
    site = Path(folder)
    if not (site / "_headers").is_file():
        message = f"there is no built site in {folder}: `make build` puts one into site/"
        raise ArgumentTypeError(message)
    return site


def ours(site: Path) -> Candidate:
    """The page of a calculator in a built site of ours."""
    shown, field = "sales-calculator [data-part=head]", f"#{CALCULATOR}--revenue"
    return Candidate(site, f"calculators/{CALCULATOR}/", shown, field=field)


OURS: Final = "ours"
PEER_PAGES: Final = {
    "pyodide": Candidate(PEERS, "plain.html"),
    "pyscript": Candidate(PEERS, "pyscript.html"),
    "pyscript-worker": Candidate(PEERS, "pyscript-worker.html", headers=ISOLATED),
    "stlite": Candidate(PEERS, "stlite.html", "[data-testid=stMarkdownContainer]", is_heavy=True),
    "micropython": Candidate(PEERS, "micropython.html", has_sentence=False),
}


def expected(calculator: str, *, has_sentence: bool) -> str:
    """The sentence or the amount that CPython answers on this machine."""
    question = {"calculator": calculator, "lang": "nl", "values": {"revenue": REVENUE}}
    page = json.loads(respond(json.dumps(question)))["page"]
    # Without the spaces that do not break: peers' pages may show others.
    return " ".join(str(page["status"] if has_sentence else page["main"]["text"]).split())
