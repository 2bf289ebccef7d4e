"""The Markdown blocks of the playbook, as one extension; its option `lang` is the language of the pages."""

from collections.abc import Callable
from typing import Any, Final

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block

from calculators.core.words import LANGS
from site_build.blocks.amounts import UnbrokenAmounts
from site_build.blocks.calculator import CalculatorBlock, RatesBlock
from site_build.blocks.case import CaseBlock
from site_build.blocks.case_figures import FIGURE, CaseFigures
from site_build.blocks.customer_says import CustomerSaysBlock
from site_build.blocks.dialogue import DialogueBlock
from site_build.blocks.drill import DrillBlock
from site_build.blocks.ideas import IdeasBlock
from site_build.blocks.mixed_round import MixedRoundBlock
from site_build.blocks.question import OptionBlock, QuestionBlock
from site_build.blocks.reviews import ReviewsBlock
from site_build.blocks.role_cards import ObserverBlock, RoleCardBlock
from site_build.blocks.task_labels import TaskLabels
from site_build.blocks.worksheet import WorksheetBlock

BLOCKS: Final[tuple[type[Block], ...]] = (
    CalculatorBlock,
    CaseBlock,
    CustomerSaysBlock,
    DialogueBlock,
    DrillBlock,
    IdeasBlock,
    MixedRoundBlock,
    ObserverBlock,
    OptionBlock,
    QuestionBlock,
    RatesBlock,
    ReviewsBlock,
    RoleCardBlock,
    WorksheetBlock,
)


class PlaybookBlocks(BlocksExtension):
    """The extension."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Declare the option `lang`."""
        self.config = {"lang": ["nl", "Language of the pages: nl or en"]}
        super().__init__(*args, **kwargs)

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 (the name that pymdownx calls)
        """Register every block."""
        lang = self.getConfig("lang")
        if lang not in LANGS:
            message = f"site_build.blocks: lang must be one of {', '.join(LANGS)}, not {lang!r}"
            raise ValueError(message)
        for block in BLOCKS:
            block_mgr.register(block, self.getConfigs())
        # Before links (160), whose brackets they share.
        md.inlinePatterns.register(CaseFigures(FIGURE, md), "case-figures", 175)
        # After inline text is parsed (20), before the table of contents takes the headings (5).
        md.treeprocessors.register(UnbrokenAmounts(md), "unbroken-amounts", 10)
        # After the boxes, which are raw HTML (30), are back in the text.
        md.postprocessors.register(TaskLabels(md), "task-labels", 10)


makeExtension: Callable[..., PlaybookBlocks] = PlaybookBlocks  # noqa: N816 (the name that Markdown looks for)
